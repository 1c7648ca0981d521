#include "pipeline/explore/collocates.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "pipeline/index/fields.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/number.h"
#include "pipeline/statistics/association.h"

namespace pipeline {
namespace {

// The words of one sentence: their numbers, and which of them are of a node.
struct SentenceWords {
  std::span<const std::uint32_t> words;
  std::vector<bool> is_node;
};

class CollocateCounter {
 public:
  CollocateCounter(const Subject& subject, const Items& words, std::uint32_t window)
      : words_(words),
        window_(window),
        documents_(passage_units(subject.facts, CountUnit::documents)),
        speakers_(passage_units(subject.facts, CountUnit::speakers)) {
    counts_.of.resize(words.size() + 1);
    counts_.all.resize(words.size() + 1);
    for (const std::uint32_t passage : passages_in(subject))
      for (const std::uint32_t word : words.of.of(passage)) {
        ++counts_.all[word];
        counts_.words += word == 0 ? 0 : 1;
      }
    counts_.all[0] = 0;
  }

  void see(std::uint32_t passage, const std::vector<std::uint32_t>& positions) {
    passage_ = passage;
    const auto words = words_.of.of(passage);
    std::uint32_t position = 0;
    auto hit = positions.begin();
    for (std::size_t begin = 0, i = 0; i < words.size(); ++i) {
      if (words[i] != 0) {
        ++position;
        while (hit != positions.end() && *hit < position) ++hit;
        sentence_.is_node.push_back(hit != positions.end() && *hit == position);
        continue;
      }
      sentence_.words = words.subspan(begin, i - begin);
      see_sentence();
      sentence_.is_node.clear();
      begin = i + 1;
      position += sentence_gap;
    }
  }

  CollocateCounts take() {
    count_units(documents_, &Neighbours::documents);
    count_units(speakers_, &Neighbours::speakers);
    return std::move(counts_);
  }

 private:
  void see_sentence() {
    const auto& is_node = sentence_.is_node;
    const std::size_t size = is_node.size();
    for (std::size_t i = 0; i < size; ++i) {
      if (!is_node[i]) continue;
      ++counts_.node_words;
      if (i == 0 || !is_node[i - 1]) ++counts_.nodes;
    }
    std::vector<std::size_t> next(size, size);  // the node at or behind each word
    for (std::size_t i = size; i-- > 0;)
      next[i] = is_node[i] ? i : i + 1 < size ? next[i + 1] : size;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_node[i])
        last = i;
      else
        see_word(sentence_.words[i], last ? i - *last : size, next[i] - i, next[i] < size,
                 last.has_value());
    }
  }

  void see_word(std::uint32_t word, std::size_t from_left, std::size_t to_right, bool has_next,
                bool has_last) {
    const auto is_near = [&](bool is_there, std::size_t distance) {
      return is_there && (window_ == whole_sentence || distance <= window_);
    };
    const bool behind = is_near(has_last, from_left), before = is_near(has_next, to_right);
    if (!behind && !before) return;
    ++counts_.window_words;
    const bool is_right = behind && (!before || from_left <= to_right);
    ++(is_right ? counts_.of[word].right : counts_.of[word].left);
    seen_.emplace_back(word, passage_);
  }

  void count_units(const std::vector<std::uint32_t>& unit, std::uint32_t Neighbours::*number) {
    std::ranges::sort(seen_, {},
                      [&](const auto& it) { return std::pair(it.first, unit[it.second]); });
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const auto& [word, passage] = seen_[i];
      if (unit[passage] == no_unit) continue;
      if (i == 0 || seen_[i - 1].first != word || unit[seen_[i - 1].second] != unit[passage])
        ++(counts_.of[word].*number);
    }
  }

  const Items& words_;
  std::uint32_t window_;
  std::vector<std::uint32_t> documents_, speakers_;
  CollocateCounts counts_;
  SentenceWords sentence_;
  std::uint32_t passage_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> seen_;  // word, passage
};

struct Collocate {
  std::uint32_t word = 0;
  Neighbours counts;
  std::uint64_t all = 0;
  double log_dice = 0, likelihood = 0, mutual_information = 0;
};

// As if windows were a part of the corpus.
KeynessCounts in_windows(const CollocateCounts& counts, std::uint32_t word) {
  const std::uint64_t near = counts.of[word].both();
  return {near, counts.all[word] - near, counts.window_words, counts.words - counts.window_words};
}

Collocate rated(const CollocateCounts& counts, std::uint32_t word) {
  Collocate it{word, counts.of[word], counts.all[word]};
  const Together together{it.counts.both(), counts.nodes, it.all, counts.words};
  it.log_dice = log_dice(together).value_or(0);
  it.mutual_information = mutual_information(together).value_or(0);
  it.likelihood = log_likelihood(in_windows(counts, word));
  return it;
}

double strength(const Collocate& it, CollocateOrder order) {
  switch (order) {
    case CollocateOrder::log_dice:
      return it.log_dice;
    case CollocateOrder::likelihood:
      return it.likelihood;
    case CollocateOrder::mutual_information:
      return it.mutual_information;
    case CollocateOrder::count:
      break;
  }
  return static_cast<double>(it.counts.both());
}

std::vector<std::string> notes_of(const Subject& subject, const Items& words,
                                  const CollocateCounts& counts, const CollocateSpec& spec) {
  const std::string where = spec.window == whole_sentence
                                ? tr("in dezelfde zin")
                                : tr("tot {} woorden ervoor of erna, binnen de zin", spec.window);
  std::vector<std::string> notes{
      tr("Knooppunt: {}; {}, buren {} ({}).", spec.query,
         counted(counts.nodes, "treffer", "treffers"), where,
         counted(counts.window_words, "woord", "woorden")),
      unit_note(words),
      tr("Een woord bij twee treffers telt één keer, bij de dichtstbijzijnde; woorden die zelf bij "
         "een "
         "treffer horen, tellen niet als buur."),
      tr("LogDice (Rychly 2008) is hoogstens 14; 1 minder is half zo sterk. MI: log2 van "
         "waargenomen "
         "gedeeld door verwacht, zonder rekening met het venster; zeldzame woorden komen er snel "
         "hoog "
         "uit. LL: log-likelihood van buren tegen alle andere woorden (Dunning 1993).")};
  const auto base = subject_notes(subject, About::words);
  notes.insert(notes.end(), base.begin(), base.end());
  return notes;
}

}  // namespace

CollocateCounts count_collocates(const Subject& subject, const Items& words,
                                 std::span<const FoundPlaces> found, std::uint32_t window) {
  CollocateCounter counter(subject, words, window);
  const auto& passages = subject.facts.passages;
  for (const FoundPlaces& it : found) {
    const auto row =
        std::ranges::lower_bound(passages, it.passage, {}, &CorpusFacts::PassageRow::id);
    if (row == passages.end() || row->id != it.passage) continue;
    const auto place = static_cast<std::uint32_t>(row - passages.begin());
    if (subject.selection.passages[place]) counter.see(place, it.positions);
  }
  return counter.take();
}

Table collocates(const Subject& subject, const Items& words, std::span<const FoundPlaces> found,
                 const CollocateSpec& spec) {
  const CollocateCounts counts = count_collocates(subject, words, found, spec.window);
  std::vector<Collocate> list;
  for (std::uint32_t word = 1; word < counts.of.size(); ++word)
    if (counts.of[word].both() >= std::max<std::uint64_t>(spec.least, 1) &&
        !(spec.is_left_out && spec.is_left_out(words.names.text(word))))
      list.push_back(rated(counts, word));
  std::ranges::stable_sort(list, std::ranges::greater{},
                           [&](const Collocate& it) { return strength(it, spec.order); });
  Table table{tr("Woorden rond {}", spec.query),
              {{"woord", tr("Woord"), 0, "", ColumnRole::label},
               {"samen", tr("samen")},
               {"links", tr("ervoor")},
               {"rechts", tr("erna")},
               {"totaal", tr("in totaal")},
               {"documenten", tr("doc.")},
               {"sprekers", tr("spr.")},
               {"log_dice", "logDice", 2},
               {"log_likelihood", "LL", 1},
               {"mi", "MI", 2}},
              {},
              notes_of(subject, words, counts, spec)};
  const auto whole = [](std::uint64_t number) { return Cell{static_cast<std::int64_t>(number)}; };
  for (const Collocate& it : list)
    table.rows.push_back(
        {{std::string(words.names.text(it.word)), whole(it.counts.both()), whole(it.counts.left),
          whole(it.counts.right), whole(it.all), whole(it.counts.documents),
          whole(it.counts.speakers), it.log_dice, it.likelihood, it.mutual_information}});
  keep_first(table, spec.most, translated("woorden"));
  return table;
}

}  // namespace pipeline
