// What may be a name in a set of documents, to be confirmed by a person and used as names.csv: each
// once, with how often it stands there, where, and in what words. These words are personal data.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/language/word_table.h"
#include "pipeline/model/document.h"
#include "pipeline/model/table.h"
#include "pipeline/pseudonymise/name_list.h"

namespace pipeline {

struct Candidate {
  std::string name;
  std::string kind;                   // of names.csv, or of an identifier: "persoon", "telefoon"
  std::vector<std::string> variants;  // a first name that only this person has
  std::uint64_t count = 0;
  std::set<std::string> documents;
  std::string example;       // a few words around it
  bool is_ordinary = false;  // an ordinary word as well
  bool is_replaced = false;  // without being listed, by its form

  friend bool operator==(const Candidate&, const Candidate&) = default;
};

class CandidateCollector {
 public:
  explicit CandidateCollector(const WordTable& words) : words_(words) {}

  // `path`: what the document is called. Speakers and attributes are looked at, too. Linear.
  void add(const std::string& path, const Document& document,
           const std::vector<std::string>& speakers);
  // By kind, then the most frequent first.
  std::vector<Candidate> candidates() const;

 private:
  struct Seen {
    std::map<std::string, std::uint64_t> spellings;
    std::map<NameKind, std::uint64_t> kinds;
    std::uint64_t count = 0;
    std::set<std::string> documents, variants;
    std::string example;

    void add(const Seen& other);
  };
  using Names = std::map<std::string, Seen>;  // by folded words, a space between them

  void add_text(const std::string& path, std::string_view source);
  static void note(Seen& seen, const std::string& path, std::string spelling, std::string example);
  static void join_inflections(Names& names);
  static void join_persons(Names& names);

  const WordTable& words_;
  Names names_;
  std::map<std::pair<std::size_t, std::string>, Seen> identifiers_;  // by kind and spelling
};

// Of candidates with the columns of names.csv first, and pseudonyms filled in; without examples,
// and without what is replaced anyway.
Table names_table(const std::vector<Candidate>& candidates);
// All, with their examples: for the terminal of the person who decides.
Table candidates_table(const std::vector<Candidate>& candidates);

}  // namespace pipeline
