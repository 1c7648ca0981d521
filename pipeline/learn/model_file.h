// A model as a file, to be read by people as well: lines of cells with tabs.
//   samenspel-model  1
//   lexicon  samenwerking@0.2.0  33931039948c
//   factor  vertrouwen  41  6  ja  -3.214
//   w:wantrouwen  27:1843  30:-410        a feature, and its weight (in thousandths) for judges
//   einde  9f0c6b5de2f0a1c4               the checksum of all before it
// Judges are numbered: the factors in their order, then whether there is any, the second look with
// and without a hit, the valences and the modalities. The same model gives the same bytes.
//
// A pack is the same kind of file with what was learned from instead of what was learned: features
// of sentences and what people said of them, no text. The order of words is gone, and so are names,
// numbers and words that stand in one sentence only.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/learn/lessons.h"
#include "pipeline/learn/model.h"
#include "pipeline/model/result.h"

namespace pipeline {

inline constexpr int model_format = 1;

std::string write_model(const Model& model);
// `file`: for the error. Refuses what is damaged, of another kind or of a newer program.
Result<Model> read_model(std::string_view text, const std::string& file);

// Twelve letters and digits that stand for the model: "learned@9f0c6b5de2f0".
std::string model_hash(std::string_view written);

// `lexicon`: "samenwerking@0.2.0" whose hits stand in the lessons.
std::string write_pack(const LessonSet& set, const std::string& lexicon);
struct Pack {
  LessonSet set;
  std::string lexicon;
};
Result<Pack> read_pack(std::string_view text, const std::string& file);

}  // namespace pipeline
