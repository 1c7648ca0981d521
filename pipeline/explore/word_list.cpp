#include "pipeline/explore/word_list.h"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/count.h"
#include "pipeline/report/natural_order.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

// Numbers pairs of numbers as they come, from 1.
class PairNumbers {
 public:
  std::uint32_t number(std::uint32_t one, std::uint32_t other) {
    const std::uint64_t pair = std::uint64_t{one} << 32 | other;
    std::size_t place = place_of(pair);
    if (numbers_[place] != 0) return numbers_[place];
    pairs_[place] = pair;
    const std::uint32_t number = numbers_[place] = ++count_;
    if (std::size_t{count_} * 2 > pairs_.size()) grow();
    return number;
  }

 private:
  std::size_t place_of(std::uint64_t pair) const {
    const std::size_t last = pairs_.size() - 1;
    std::size_t place = (pair * 0x9E3779B97F4A7C15U >> 20) & last;
    while (numbers_[place] != 0 && pairs_[place] != pair) place = (place + 1) & last;
    return place;
  }

  void grow() {
    std::vector<std::uint64_t> pairs(pairs_.size() * 2);
    std::vector<std::uint32_t> numbers(pairs.size());
    pairs_.swap(pairs);
    numbers_.swap(numbers);
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (numbers[i] != 0) {
        const std::size_t place = place_of(pairs[i]);
        pairs_[place] = pairs[i];
        numbers_[place] = numbers[i];
      }
  }

  std::vector<std::uint64_t> pairs_ = std::vector<std::uint64_t>(1U << 12);    // a power of two
  std::vector<std::uint32_t> numbers_ = std::vector<std::uint32_t>(1U << 12);  // 0: free
  std::uint32_t count_ = 0;
};

// The next longer runs: one that begins at a place is the run there and the run at the next place,
// which share all words but two. Both must be frequent, or it is not.
std::vector<std::uint32_t> longer(const std::vector<std::uint32_t>& runs,
                                  const std::vector<std::uint64_t>& count, std::uint64_t least) {
  PairNumbers numbers;
  std::vector<std::uint32_t> next(runs.size());
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    const std::uint32_t one = runs[i], other = runs[i + 1];
    if (one == 0 || other == 0 || count[one] < least || count[other] < least) continue;
    next[i] = numbers.number(one, other);
  }
  return next;
}

std::vector<std::uint64_t> counts_in(const PassageItems& places,
                                     const std::vector<std::uint32_t>& runs,
                                     const std::vector<std::uint32_t>& passages) {
  std::vector<std::uint64_t> counts(runs.empty() ? 1 : std::ranges::max(runs) + std::size_t{1});
  for (const std::uint32_t passage : passages)
    for (std::size_t i = places.places[passage].begin; i < places.places[passage].end; ++i)
      ++counts[runs[i]];
  return counts;
}

std::string text_at(const Items& words, std::size_t at, unsigned length) {
  std::string text;
  for (std::size_t i = at; i < at + length; ++i)
    (text += i == at ? "" : " ") += words.names.text(words.of.items[i]);
  return text;
}

bool is_left_out(const WordListSpec& spec, std::string_view text) {
  if (!spec.is_left_out) return false;
  return spec.is_left_out(text.substr(0, text.find(' '))) ||
         spec.is_left_out(text.substr(text.rfind(' ') + 1));
}

// How much of it the lexicon (or whoever coded) touches at all.
std::string coverage_note(const Subject& subject, const Items& words,
                          const std::vector<std::uint32_t>& passages) {
  const auto distinct = [&](const std::vector<std::uint32_t>& unit) {
    std::vector<std::uint32_t> seen;
    for (const std::uint32_t coding : subject.selection.codings) seen.push_back(unit[coding]);
    std::ranges::sort(seen);
    const auto rest = std::unique(seen.begin(), seen.end());
    return static_cast<std::size_t>(rest - seen.begin());
  };
  std::size_t sentences = 0;
  for (const std::uint32_t passage : passages)
    sentences += static_cast<std::size_t>(std::ranges::count(words.of.of(passage), 0U));
  const auto share = [](std::size_t part, std::size_t whole) {
    return rounded(100.0 * static_cast<double>(part) / static_cast<double>(whole), 1);
  };
  const std::size_t coded_passages = distinct(units_of(subject.facts, CountUnit::passages));
  const std::size_t coded_sentences = distinct(units_of(subject.facts, CountUnit::sentences));
  return tr("Dekking: in {} van de {} ({} %) en {} van de {} ({} %) staat een codering.",
            number(coded_passages), counted(passages.size(), "passage", "passages"),
            share(coded_passages, passages.size()), number(coded_sentences),
            counted(sentences, "zin", "zinnen"), share(coded_sentences, sentences));
}

std::string touched_note(const Items& words, const std::vector<Spread>& spread,
                         const std::vector<std::uint64_t>& touched,
                         const std::function<bool(std::string_view)>& is_function_word) {
  std::uint64_t all = 0, of_codings = 0;
  for (std::uint32_t item = 1; item <= words.size(); ++item)
    if (spread[item].occurrences > 0 && !is_function_word(words.names.text(item))) {
      all += spread[item].occurrences;
      of_codings += touched[item];
    }
  return tr(
      "Geraakt: woorden waarop een codering berust; {} van de {} ({} %).", number(of_codings),
      counted(all, "inhoudswoord", "inhoudswoorden"),
      rounded(all == 0 ? 0 : 100.0 * static_cast<double>(of_codings) / static_cast<double>(all),
              1));
}

}  // namespace

std::vector<std::uint64_t> count_at(const Subject& subject, const Items& items,
                                    std::span<const FoundPlaces> places) {
  std::vector<std::uint64_t> counts(items.size() + 1);
  const auto& passages = subject.facts.passages;
  for (const FoundPlaces& it : places) {
    const auto row =
        std::ranges::lower_bound(passages, it.passage, {}, &CorpusFacts::PassageRow::id);
    if (row == passages.end() || row->id != it.passage) continue;
    const auto passage = static_cast<std::size_t>(row - passages.begin());
    if (!subject.selection.passages[passage]) continue;
    std::uint32_t position = 0;
    auto wanted = it.positions.begin();
    for (const std::uint32_t item : items.of.of(passage)) {
      position += item == 0 ? sentence_gap : 1;
      while (wanted != it.positions.end() && *wanted < position) ++wanted;
      if (item != 0 && wanted != it.positions.end() && *wanted == position) ++counts[item];
    }
  }
  return counts;
}

Items ngrams_of(const Items& words, unsigned length, std::uint64_t least,
                const std::vector<std::uint32_t>& passages) {
  std::vector<std::uint32_t> runs = words.of.items;
  std::vector<std::uint64_t> counts = counts_in(words.of, runs, passages);
  for (unsigned done = 1; done < length; ++done) {
    runs = longer(runs, counts, least);
    counts = counts_in(words.of, runs, passages);
  }
  Items ngrams;
  ngrams.of.places = words.of.places;
  ngrams.of.items.resize(runs.size());
  ngrams.kind = words.kind;
  std::vector<std::uint32_t> number(counts.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::uint32_t run = runs[i];
    if (run == 0 || counts[run] < least) continue;
    if (number[run] == 0) number[run] = ngrams.names.number(text_at(words, i, length));
    ngrams.of.items[i] = number[run];
  }
  return ngrams;
}

Table word_list(const Subject& subject, const Items& words, const WordListSpec& spec) {
  const auto passages = passages_in(subject);
  // Of longer groups nearly all stand once, and they are as many as there are words.
  const std::uint64_t least = std::max<std::uint64_t>(spec.least, spec.length == 1 ? 1 : 2);
  const Items ngrams = ngrams_of(words, spec.length, least, passages);
  const auto spread = SpreadCounter(subject.facts)(ngrams.of, ngrams.size(), passages);
  std::vector<std::uint32_t> list;
  for (std::uint32_t item = 1; item <= ngrams.size(); ++item)
    if (spread[item].occurrences >= least && !is_left_out(spec, ngrams.names.text(item)))
      list.push_back(item);
  std::ranges::sort(list, [&](std::uint32_t a, std::uint32_t b) {
    const Spread &one = spread[a], &other = spread[b];
    if (spec.order == WordOrder::spread && one.documents != other.documents)
      return one.documents > other.documents;
    if (spec.order != WordOrder::alphabet && one.occurrences != other.occurrences)
      return one.occurrences > other.occurrences;
    return natural_less(ngrams.names.text(a), ngrams.names.text(b));
  });
  const std::uint64_t all = words_in(subject.facts, words, passages);
  Table table{spec.length == 1 ? tr("Woorden") : tr("Groepen van {} woorden", spec.length),
              {{"woord", spec.length == 1 ? tr("Woord") : tr("Woorden"), 0, "", ColumnRole::label},
               {"aantal", tr("aantal")},
               {"per_miljoen", tr("per mln.")},
               {"documenten", tr("documenten")},
               {"sprekers", tr("sprekers")}},
              {},
              {unit_note(words)}};
  const std::size_t found = list.size();
  if (spec.most > 0 && found > spec.most) list.resize(spec.most);
  std::vector<std::uint64_t> touched;
  if (spec.touched && spec.length == 1) {
    touched = count_at(subject, ngrams, spec.touched->places);
    table.columns.push_back({"geraakt", tr("geraakt")});
    table.columns.push_back({"procent_geraakt", tr("% geraakt"), 1});
    table.notes.push_back(touched_note(ngrams, spread, touched, spec.touched->is_function_word));
  }
  for (const std::uint32_t item : list) {
    const Spread& it = spread[item];
    table.rows.push_back(
        {{std::string(ngrams.names.text(item)), static_cast<std::int64_t>(it.occurrences),
          static_cast<double>(it.occurrences) * 1e6 / static_cast<double>(all),
          std::int64_t{it.documents}, std::int64_t{it.speakers}}});
    if (touched.empty()) continue;
    table.rows.back().cells.emplace_back(static_cast<std::int64_t>(touched[item]));
    table.rows.back().cells.emplace_back(100.0 * static_cast<double>(touched[item]) /
                                         static_cast<double>(it.occurrences));
  }
  if (spec.length > 1)
    table.notes.emplace_back(
        tr("Een groep staat binnen een zin, minstens twee keer; leestekens tellen niet mee."));
  if (!list.empty()) table.notes.push_back(coverage_note(subject, words, passages));
  const auto base = subject_notes(subject, About::words);
  table.notes.insert(table.notes.end(), base.begin(), base.end());
  if (list.size() < found)
    table.notes.insert(table.notes.begin(), shown_note(list.size(), found,
                                                       spec.length == 1 ? translated("woorden")
                                                                        : translated("groepen")));
  return table;
}

}  // namespace pipeline
