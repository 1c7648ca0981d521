#include <fmt/format.h>

#include <algorithm>

#include "pipeline/learn/model_file.h"
#include "pipeline/learn/model_lines.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::string ids(const std::vector<FeatureId>& features) {
  return fmt::format("{}", fmt::join(features, " "));
}

std::string dash_or(const auto& value) {
  return value ? std::string(to_string(*value)) : "-";
}

std::string lesson_lines(const Lesson& it) {
  std::string lines =
      fmt::format("zin\t{}\t{}\t{}\t{}\t{}\n", it.group, it.weight,
                  it.is_start        ? "begin"
                  : it.is_read_whole ? "heel"
                                     : "deel",
                  it.seen.is_interviewer ? "vraag" : "antwoord", ids(it.seen.features));
  for (const LexiconHit& hit : it.seen.hits)
    lines +=
        fmt::format("treffer\t{}\t{}\t{}\t{}\t{}\n", hit.factor, hit.is_counted ? "telt" : "viel",
                    to_string(hit.valence), to_string(hit.modality), ids(hit.marks));
  for (const Label& label : it.labels)
    lines += fmt::format("mens\t{}\t{}\t{}\t{}\t{}\n", label.factor,
                         label.is_there ? "wel" : "niet", label.is_agreed ? "eens" : "oneens",
                         dash_or(label.valence), dash_or(label.modality));
  return lines;
}

// False where a cell is no list of numbers below `size`.
bool read_ids(std::string_view cell, std::size_t size, std::vector<FeatureId>& to) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(' '), cell.size());
    const auto id = whole_number(cell.substr(0, end));
    if (!id || *id >= size || (!to.empty() && *id <= to.back())) return false;
    to.push_back(*id);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return true;
}

bool read_lesson(const CellViews& cells, LessonSet& set) {
  const auto group = whole_number(cells[1]), weight = whole_number(cells[2]);
  if (!group || *group >= set.groups.size() || !weight || *weight == 0 || *weight > 100)
    return false;
  Lesson lesson;
  lesson.group = *group;
  lesson.weight = *weight;
  lesson.is_read_whole = cells[3] == "heel";
  lesson.is_start = cells[3] == "begin";
  lesson.seen.is_interviewer = cells[4] == "vraag";
  if (!read_ids(cells[5], set.names.size(), lesson.seen.features)) return false;
  set.lessons.push_back(std::move(lesson));
  return true;
}

bool read_hit(const CellViews& cells, LessonSet& set) {
  const auto valence = valence_of(cells[3]);
  const auto modality = modality_of(cells[4]);
  if (set.lessons.empty() || !valence || !modality) return false;
  auto& hits = set.lessons.back().seen.hits;
  hits.push_back({FactorId(cells[1]), cells[2] == "telt", *valence, *modality, {}});
  return read_ids(cells[5], set.names.size(), hits.back().marks);
}

bool read_label(const CellViews& cells, LessonSet& set) {
  if (set.lessons.empty()) return false;
  auto& labels = set.lessons.back().labels;
  if (!labels.empty() && cells[1] <= labels.back().factor) return false;
  labels.push_back({FactorId(cells[1]), cells[2] == "wel", cells[3] == "eens", valence_of(cells[4]),
                    modality_of(cells[5])});
  return true;
}

bool read_line(const CellViews& cells, Pack& pack) {
  const std::string_view word = cells[0];
  if (cells.size() == 2) {
    if (word == "lexicon") pack.lexicon = cells[1];
    if (word == "factor") pack.set.factors.emplace_back(cells[1]);
    if (word == "groep") pack.set.groups.emplace_back(cells[1]);
    if (word == "kenmerk") return *pack.set.names(cells[1]) + 1 == pack.set.names.size();
    return word == "lexicon" || word == "factor" || word == "groep";
  }
  if (cells.size() != 6) return false;
  if (word == "zin") return read_lesson(cells, pack.set);
  if (word == "treffer") return read_hit(cells, pack.set);
  return word == "mens" && read_label(cells, pack.set);
}

}  // namespace

std::string write_pack(const LessonSet& whole, const std::string& lexicon) {
  LessonSet copy =
      whole.lessons.empty() ? LessonSet{} : without(whole, std::vector<bool>(whole.groups.size()));
  const LessonSet set = pruned(std::move(copy), 2);
  std::string lines = fmt::format("samenspel-leerpakket\t{}\nlexicon\t{}\n", model_format, lexicon);
  for (const FactorId& it : set.factors) lines += fmt::format("factor\t{}\n", it);
  // Documents may be called after people.
  for (std::size_t i = 0; i < set.groups.size(); ++i)
    lines += fmt::format("groep\t{}-{}\n", checksum_of(set.groups[i]).substr(0, 8), i + 1);
  for (FeatureId id = 0; id < set.names.size(); ++id)
    lines += fmt::format("kenmerk\t{}\n", set.names.name(id));
  for (const Lesson& it : set.lessons) lines += lesson_lines(it);
  return sealed(std::move(lines));
}

Result<Pack> read_pack(std::string_view text, const std::string& file) {
  const auto lines = unsealed(text, file, "samenspel-leerpakket", tr_later("leerpakket"));
  if (!lines) return tl::unexpected(lines.error());
  Pack pack;
  for (std::size_t i = 0; i < lines->size(); ++i)
    if (!read_line((*lines)[i], pack))
      return failure(tr("deze regel is niet te begrijpen; maak het leerpakket opnieuw"), file,
                     static_cast<unsigned>(i) + 2);
  return pack;
}

}  // namespace pipeline
