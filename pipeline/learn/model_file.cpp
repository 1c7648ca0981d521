#include "pipeline/learn/model_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "pipeline/learn/model_lines.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr double thousandth = 0.001;
constexpr long least_weight = 20;

// All judges in the order of their numbers.
template <typename AnyModel, typename Take>
void for_each_judge(AnyModel& model, Take take) {
  for (auto& it : model.factors) take(it.text);
  take(model.any);
  take(model.hit);
  take(model.missing);
  for (auto& it : model.valence) take(it);
  for (auto& it : model.modality) take(it);
}

std::string number(double value) {
  return fmt::format("{:.6g}", value);
}

std::string head_of(const Model& model) {
  std::string head = fmt::format("samenspel-model\t{}\n", model_format);
  head += fmt::format("lexicon\t{}\t{}\n", model.lexicon, model.lexicon_hash);
  head += fmt::format("geleerd\t{}\t{}\t{}\t{}\n", model.sentences, model.groups,
                      number(model.known_mean), number(model.known_deviation));
  head += fmt::format("precisie\t{}\n", number(model.wished_precision));
  for (std::size_t i = 0; i < 2; ++i)
    head += fmt::format("voorsteller\t{}\t{}\t{}\t{}\n", number(model.calibration[i].a),
                        number(model.calibration[i].b), number(model.threshold[i]),
                        number(model.precision[i]));
  head += fmt::format("weet\t{}\t{}\n", model.knows_valence ? "valentie" : "-",
                      model.knows_modality ? "modaliteit" : "-");
  for (const FactorJudge& it : model.factors)
    head += fmt::format("factor\t{}\t{}\t{}\t{}\n", it.factor, it.examples, it.groups,
                        it.is_ready ? "ja" : "nee");
  head += "begin";
  for_each_judge(model, [&](const Linear& it) { head += '\t' + number(it.bias); });
  return head + '\n';
}

// Reads line after line; what is not as it should be makes the whole of it wrong.
class ModelReader {
 public:
  explicit ModelReader(const std::vector<CellViews>& lines) : lines_(lines) {}

  std::optional<Model> read() {
    read_head();
    read_factors();
    if (is_wrong_) return std::nullopt;
    read_biases();
    while (!is_wrong_ && next_ < lines_.size()) read_feature();
    if (is_wrong_) return std::nullopt;
    model_.own = own_features(model_.names, model_.factors);
    model_.names.freeze();
    return std::move(model_);
  }

 private:
  // The next line, if it begins with the word and has so many cells.
  const CellViews& line(std::string_view word, std::size_t cells) {
    static const CellViews none(8);
    if (is_wrong_ || next_ == lines_.size() || lines_[next_][0] != word ||
        lines_[next_].size() != cells) {
      is_wrong_ = true;
      return none;
    }
    return lines_[next_++];
  }
  std::uint32_t whole(std::string_view cell) {
    const auto found = whole_number(cell);
    is_wrong_ = is_wrong_ || !found;
    return found.value_or(0);
  }
  double real(std::string_view cell) {
    const auto found = real_number(cell);
    is_wrong_ = is_wrong_ || !found;
    return found.value_or(0);
  }

  void read_head() {
    const CellViews& lexicon = line("lexicon", 3);
    model_.lexicon = lexicon[1];
    model_.lexicon_hash = lexicon[2];
    const CellViews& learned = line("geleerd", 5);
    model_.sentences = whole(learned[1]);
    model_.groups = whole(learned[2]);
    model_.known_mean = real(learned[3]);
    model_.known_deviation = real(learned[4]);
    model_.wished_precision = real(line("precisie", 2)[1]);
    for (std::size_t i = 0; i < 2; ++i) {
      const CellViews& it = line("voorsteller", 5);
      model_.calibration[i] = {real(it[1]), real(it[2])};
      model_.threshold[i] = real(it[3]);
      model_.precision[i] = real(it[4]);
    }
    const CellViews& knows = line("weet", 3);
    model_.knows_valence = knows[1] == "valentie";
    model_.knows_modality = knows[2] == "modaliteit";
  }

  void read_factors() {
    while (!is_wrong_ && next_ < lines_.size() && lines_[next_][0] == "factor") {
      const CellViews& it = line("factor", 5);
      FactorJudge judge;
      judge.factor = it[1];
      judge.examples = whole(it[2]);
      judge.groups = whole(it[3]);
      judge.is_ready = it[4] == "ja";
      if (!model_.factors.empty() && judge.factor <= model_.factors.back().factor) is_wrong_ = true;
      model_.factors.push_back(std::move(judge));
    }
  }

  void read_biases() {
    for_each_judge(model_, [&](Linear& it) { judges_.push_back(&it); });
    const CellViews& biases = line("begin", judges_.size() + 1);
    for (std::size_t i = 0; !is_wrong_ && i < judges_.size(); ++i)
      judges_[i]->bias = real(biases[i + 1]);
  }

  void read_feature() {
    const CellViews& cells = lines_[next_++];
    const auto id = *model_.names(cells[0]);
    for (std::size_t i = 1; i < cells.size(); ++i) {
      const auto weight = numbered(cells[i]);
      if (!weight || weight->first >= judges_.size()) {
        is_wrong_ = true;
        return;
      }
      std::vector<double>& weights = judges_[weight->first]->weights;
      if (weights.size() <= id) weights.resize(id + 1);
      weights[id] = thousandth * weight->second;
    }
  }

  const std::vector<CellViews>& lines_;
  std::size_t next_ = 0;
  bool is_wrong_ = false;
  Model model_;
  std::vector<Linear*> judges_;
};

}  // namespace

std::string write_model(const Model& model) {
  std::string lines = head_of(model);
  std::vector<const Linear*> judges;
  for_each_judge(model, [&](const Linear& it) { judges.push_back(&it); });
  for (FeatureId id = 0; id < model.names.size(); ++id) {
    std::string cells;
    for (std::size_t i = 0; i < judges.size(); ++i) {
      if (id >= judges[i]->weights.size()) continue;
      const long weight = std::lround(judges[i]->weights[id] / thousandth);
      // What is next to nothing beside its neighbours only makes the file large.
      if (std::abs(weight) >= least_weight) cells += fmt::format("\t{}:{}", i, weight);
    }
    // Words that are known stay: by them a document is known for a stranger.
    if (!cells.empty() || model.names.name(id).starts_with("w:"))
      lines.append(model.names.name(id)).append(cells).append("\n");
  }
  return sealed(std::move(lines));
}

Result<Model> read_model(std::string_view text, const std::string& file) {
  const auto lines = unsealed(text, file, "samenspel-model", tr_later("model"));
  if (!lines) return tl::unexpected(lines.error());
  if (auto model = ModelReader(*lines).read()) return std::move(*model);
  return failure(tr("dit model is niet te begrijpen; maak het opnieuw met 'samenspel learn'"),
                 file);
}

std::string model_hash(std::string_view written) {
  return checksum_of(written).substr(0, 12);
}

}  // namespace pipeline
