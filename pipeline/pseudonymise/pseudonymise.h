// A document as it was read -> the same without the names of a list: every name, in every form that
// it takes, is its pseudonym ("Jan Snijders' plan" is "[PERSOON-1] plan"), and so are addresses and
// numbers of persons. Before anything is stored, so that all spans are of what is stored.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/aligned_text.h"
#include "pipeline/model/document.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/pseudonymise/name_finder.h"
#include "pipeline/pseudonymise/name_list.h"

namespace pipeline {

struct PseudonymOptions {
  bool identifiers = true;  // mail addresses, telephone numbers and the like, without being listed
};

class Pseudonymiser {
 public:
  Pseudonymiser(std::vector<NameRow> rows, const WordTable& words, PseudonymOptions options = {});

  // Text, captions, parts, pages and attributes. A name that is in two captions is replaced in
  // each. A text without names comes back byte for byte. A warning tells of first names that stand
  // alone and are not listed so, by their line in the list. Linear in the text.
  Document operator()(const Document& document) const;

  // A text by itself, with the way back.
  AlignedText text(std::string_view source) const;
  // A value of an attribute, a message: any short text.
  std::string value(std::string_view text) const;
  // Of a speaker: as the text names them before a colon, so that [PERSOON-1] is PERSOON-1.
  std::string speaker(std::string_view name) const;
  // Of a document: words may be parted by capitals, and tags have no brackets.
  std::string path(std::string_view path) const;
  void replace(Attributes& attributes) const;
  // Attributes by speaker; of two speakers who become one the first stays.
  std::map<std::string, Attributes> speakers(std::map<std::string, Attributes> rows) const;

  const std::vector<NameRow>& rows() const { return rows_; }
  // All that decides about what is replaced, in one string; it holds every name.
  std::string content() const;

 private:
  struct Changed {
    AlignedText text;
    std::set<unsigned> loose;  // lines of the list: first names that stand alone
  };
  Changed changed(std::string_view source, std::span<const std::uint32_t> cuts) const;
  std::string pseudonym(const FoundName& name) const;

  std::vector<NameRow> rows_;
  PseudonymOptions options_;
  NameFinder find_;
  Normaliser normalise_;
};

}  // namespace pipeline
