// The table while it is made: forms with ranked readings, lemmas counted, then written as
// words.bin.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/language/table_format.h"

namespace pipeline {

struct RankedReading {
  PackedReading reading;
  int rank = 0;  // lower is likelier
};

struct FormPart {
  std::uint8_t end = 0;
  std::uint32_t lemma = 0;
};

struct Form {
  std::vector<RankedReading> readings;
  std::vector<FormPart> parts;
  std::uint8_t roles = 0;
  bool is_sealed = false;
};

// Lets maps by string be asked with a view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using FormMap = std::unordered_map<std::string, Form, TextHash, std::equal_to<>>;

class FormTable {
 public:
  // Adds a reading; one that is there keeps its better rank.
  void add(std::string_view form, std::string_view lemma, WordClass word_class,
           Inflection inflection, int rank);
  bool contains(std::string_view form) const { return forms_.contains(form); }
  // From here on the form keeps the readings it has: a closed-class word is no stem of a rare verb.
  void seal(const std::string& form) { forms_[form].is_sealed = true; }
  const Form* find(std::string_view form) const;
  Form& operator[](const std::string& form) { return forms_[form]; }
  const std::string& lemma(std::uint32_t id) const { return lemmas_[id]; }
  std::uint32_t lemma_id(std::string_view lemma);
  const FormMap& forms() const { return forms_; }
  FormMap& forms() { return forms_; }

  // Throws std::runtime_error when the file cannot be written. Same table, same bytes.
  void write(const std::filesystem::path& path) const;

 private:
  FormMap forms_;
  std::vector<std::string> lemmas_;
  std::unordered_map<std::string, std::uint32_t> lemma_ids_;
};

}  // namespace pipeline
