// Latency of queries inside one process, and of concordances of some 2,000 and 20,000 lines: words,
// phrases, NEAR, wildcards, factors and mixtures drawn with a fixed seed from the words of the
// index, where most are rare, and from running text, where most are frequent; each asked once to
// warm and once to measure, ten hits.
//   query_bench STUDY words.bin
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <random>
#include <tuple>
#include <utility>
#include <vector>

#include "pipeline/index/fields.h"
#include "pipeline/index/passage_streams.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/search/concordance.h"
#include "pipeline/search/hit_finder.h"
#include "pipeline/search/search.h"
#include "pipeline/store/passage_reader.h"
#include "pipeline/store/store.h"
#include "pipeline/store/study.h"

namespace {

using namespace pipeline;
using Clock = std::chrono::steady_clock;

constexpr int queries_a_kind = 200;

double milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

// Words as they stand behind one another in the study's texts.
class RunningText {
 public:
  explicit RunningText(const Store& store, std::mt19937& random) : random_(random) {
    const auto documents = store.documents();
    for (int i = 0; i < 100; ++i)
      add_words(store.load(documents[random() % documents.size()].id)->document.source);
  }

  // So many in a row, joined by `between`.
  std::string words(std::size_t count, const std::string& between) {
    const std::size_t first = random_() % (words_.size() - count);
    std::string text = words_[first];
    for (std::size_t i = 1; i < count; ++i) text += between + words_[first + i];
    return text;
  }

 private:
  void add_words(const std::string& source) {
    std::string word;
    for (const char c : source + ' ') {
      if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
        word += c;
      else if (!word.empty())
        words_.push_back(std::exchange(word, {}));
    }
  }

  std::mt19937& random_;
  std::vector<std::string> words_;
};

void add_running_text(const Store& store,
                      std::map<std::string, std::vector<std::string>>& queries) {
  std::mt19937 random(20261122);
  RunningText text(store, random);
  for (int i = 0; i < queries_a_kind; ++i) {
    queries["text: word"].push_back(text.words(1, ""));
    queries["text: 2 words"].push_back(text.words(2, " "));
    queries["text: phrase 2"].push_back('"' + text.words(2, " ") + '"');
    queries["text: phrase 3"].push_back('"' + text.words(3, " ") + '"');
    queries["text: NEAR/8"].push_back(text.words(2, " NEAR/8 "));
  }
}

std::map<std::string, std::vector<std::string>> make_queries(const std::vector<std::string>& words,
                                                             const std::vector<Factor>& factors) {
  std::mt19937 random(20260101);
  const auto word = [&] { return words[random() % words.size()]; };
  const auto factor = [&] { return "factor:" + factors[random() % factors.size()].id; };
  std::map<std::string, std::vector<std::string>> queries;
  for (int i = 0; i < queries_a_kind; ++i) {
    queries["word"].push_back(word());
    queries["two words"].push_back(word() + " " + word());
    queries["OR of three"].push_back(word() + " OR " + word() + " OR " + word());
    queries["phrase"].push_back('"' + word() + ' ' + word() + '"');
    queries["NEAR/8"].push_back(word() + " NEAR/8 " + word());
    queries["wildcard"].push_back(word().substr(0, 5) + "*");
    queries["factor"].push_back(factor());
    queries["factor NEAR"].push_back(factor() + " NEAR/8 " + word());
  }
  return queries;
}

void print_row(const std::string& kind, std::vector<double>& times) {
  std::ranges::sort(times);
  fmt::print("{:<14} {:6} {:9.3f} {:9.3f} {:9.3f}\n", kind, times.size(), times[times.size() / 2],
             times[times.size() * 95 / 100], times.back());
}

// The word that about so many passages have.
std::string word_of_passages(const Search& search, const std::vector<std::string>& words,
                             std::uint64_t wanted) {
  std::string word;
  std::uint64_t nearest = 0;
  const auto off = [wanted](std::uint64_t n) { return n > wanted ? n - wanted : wanted - n; };
  for (const std::string& candidate : words)
    if (const auto query = search.prepare(candidate)) {
      const std::uint64_t passages = search.find(*query, {0, 1, HitOrder::document}).total;
      if (off(passages) < off(nearest)) std::tie(nearest, word) = std::tie(passages, candidate);
    }
  return word;
}

// Its lines as kwic makes them: where the hits are from the index, the words around them from the
// store. Once for words that are new to the process, and again, ten times.
void time_concordance(const Index& index, const Search& search, const Store& store,
                      const std::string& word) {
  const auto query = search.prepare(word);
  const HitFinder find(Settings{}.longest_passage);
  const HitMarker mark(*query);
  PassageReader read(store);
  PassageStreams streams(index);
  std::size_t lines = 0, passages = 0;
  std::vector<double> times;
  for (int round = 0; round < 11; ++round) {
    const auto begun = Clock::now();
    lines = passages = 0;
    for (const PassageId id : search.all(*query)) {
      const auto passage = read.words(id);
      const auto found = find(passage->text, passage->kind, streams(id), {}, mark);
      lines += kwic_lines(passage->text, found, id, {}).size();
      ++passages;
    }
    times.push_back(milliseconds(Clock::now() - begun));
  }
  fmt::print("concordance of '{}': {} lines of {} passages, first {:.1f} ms\n", word, lines,
             passages, times.front());
  times.erase(times.begin());
  print_row("concordance", times);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "query_bench STUDY words.bin\n");
    return 2;
  }
  const Study study{argv[1], {}};
  const auto table = WordTable::open(argv[2]);
  const auto lexicon = read_lexicon(study.lexicon());
  const auto index = Index::open(study.index());
  const auto store = Store::open(study.database(), false);
  if (!table || !lexicon || !index || !store) {
    fmt::print(stderr, "cannot open study, lexicon or words\n");
    return 2;
  }
  const Search search(*index, *table, lexicon->factors);
  std::vector<std::string> words, all_words;
  for (const char* beginning : {"be", "ge", "sa", "ve", "zo", "or", "wi", "ov", "de", "ko"})
    for (const std::string& word : index->words(beginning, 400)) {
      if (word.size() > 5) words.push_back(word);
      all_words.push_back(word);
    }
  fmt::print("{:<14} {:>6} {:>9} {:>9} {:>9}   ms, {} passages\n", "query", "n", "p50", "p95",
             "max", index->passages());
  std::vector<double> all;
  auto all_queries = make_queries(words, lexicon->factors);
  add_running_text(*store, all_queries);
  for (const auto& [kind, queries] : all_queries) {
    std::vector<double> times;
    for (const std::string& text : queries) {
      for (const bool counts : {false, true}) {
        const auto begun = Clock::now();
        const auto query = search.prepare(text);
        if (query) search.find(*query, {0, 10, HitOrder::relevance});
        if (counts) times.push_back(milliseconds(Clock::now() - begun));
      }
    }
    all.insert(all.end(), times.begin(), times.end());
    print_row(kind, times);
  }
  print_row("all", all);
  for (const std::uint64_t passages : {1'500, 15'000})
    time_concordance(*index, search, *store, word_of_passages(search, all_words, passages));
  return 0;
}
