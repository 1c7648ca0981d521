#include "pipeline/language/analyse.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/options.h"
#include "pipeline/ingest/cut.h"
#include "pipeline/language/known_words.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/segment/segment.h"

namespace pipeline {
namespace {

struct Options {
  std::string file, format = "tekst";
  bool words = false;
};

// Readings with the best one first.
std::vector<Reading> ordered(const Word& word, std::size_t best) {
  std::vector<Reading> readings = word.readings;
  if (best < readings.size())
    std::rotate(readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(best),
                readings.begin() + static_cast<std::ptrdiff_t>(best) + 1);
  return readings;
}

template <typename Name>
std::string joined(const std::vector<Reading>& readings, Name name) {
  std::vector<std::string> names;
  for (const Reading& reading : readings)
    if (std::string it(name(reading)); std::ranges::find(names, it) == names.end())
      names.push_back(std::move(it));
  return fmt::format("{}", fmt::join(names, "|"));
}

std::string lemmas(const std::vector<Reading>& readings) {
  return joined(readings, [](const Reading& r) { return r.lemma; });
}
std::string classes(const std::vector<Reading>& readings) {
  return joined(readings, [](const Reading& r) { return to_string(r.word_class); });
}

std::string parts(const Word& word) {
  return fmt::format("{}", fmt::join(surface_parts(word), "+"));
}

// Turns byte offsets that rise into code points, in one pass over the text.
class CodePointCounter {
 public:
  explicit CodePointCounter(std::string_view text) : text_(text) {}
  std::uint64_t operator()(std::uint32_t offset) {
    if (offset > at_) count_ += count_code_points(text_.substr(at_, offset - at_));
    at_ = std::max(at_, offset);
    return count_;
  }

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint64_t count_ = 0;
};

// Lemmas, classes and parts of a word with one reading chosen: made once, however often it stands
// in the text.
class WordCells {
 public:
  explicit WordCells(const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), cells_(vocabulary.size()) {}

  const std::string& of(WordId id, std::size_t best) {
    auto& made = cells_[static_cast<std::size_t>(id)];
    if (made.size() <= best) made.resize(best + 1);
    if (made[best].empty()) {
      const Word& word = vocabulary_[id];
      const auto readings = ordered(word, best);
      made[best] = fmt::format("{}\t{}\t{}", lemmas(readings), classes(readings), parts(word));
    }
    return made[best];
  }

 private:
  const Vocabulary& vocabulary_;
  std::vector<std::vector<std::string>> cells_;  // by word and reading
};

void print_tokens(const Document& document, const AlignedText& clean, const Segmented& segmented,
                  const Analysed& analysed, const Vocabulary& vocabulary) {
  std::vector<const std::string*> verbs(segmented.tokens.size(), nullptr);
  for (const SeparableVerb& it : analysed.separable)
    verbs[it.verb] = verbs[it.particle] = &it.lemma;
  CodePointCounter code_points(document.source);
  WordCells cells(vocabulary);
  std::string out = "sentence\tbegin\tend\tform\tlemmas\tclasses\tparts\tverb\n";
  const auto flush = [&] {
    const std::string text = shown(std::move(out));
    std::fwrite(text.data(), 1, text.size(), stdout);
    out.clear();
  };
  for (std::size_t s = 0; s < segmented.sentences.size(); ++s) {
    const Sentence& sentence = segmented.sentences[s];
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const Span span = clean.to_source(segmented.tokens[t].span);
      const std::uint64_t begin = code_points(span.begin), end = code_points(span.end);
      std::string form(slice(document.source, span));
      std::ranges::replace(form, '\n', ' ');
      std::ranges::replace(form, '\t', ' ');
      for (const std::uint64_t number : {std::uint64_t{s + 1}, begin, end}) {
        const fmt::format_int digits(number);
        out.append(digits.data(), digits.size()) += '\t';
      }
      out += form;
      out += '\t';
      if (segmented.tokens[t].kind == TokenKind::remark)
        out += form + "\tREMARK\t";
      else
        out += cells.of(analysed.words[t], analysed.readings[t]);
      out += '\t';
      if (verbs[t]) out += *verbs[t];
      out += '\n';
    }
    if (out.size() > 1 << 16) flush();
  }
  flush();
}

int run_text(const std::string& file, const WordTable& words) {
  const auto document = read_input(file, words);
  if (!document) {
    complain(document.error());
    return exit_error;
  }
  SegmentOptions options;
  options.find_speakers = false;  // every word of the text is analysed, labels too
  const AlignedText clean = Normaliser(known_words(words))(document->source);
  // In a transcript remarks are told from words, as they are when it is taken in.
  const Segmented as_stored = Segmenter()(clean.text, to_clean(document->captions, clean.map));
  if (std::ranges::find(as_stored.passages, PassageKind::turn, &Passage::kind) !=
      as_stored.passages.end())
    options.manner = Manner::spoken;
  const Segmented segmented = Segmenter(options)(clean.text, {});
  Vocabulary vocabulary(words);
  const Analysed analysed = analyse(clean.text, segmented, vocabulary);
  print_tokens(*document, clean, segmented, analysed, vocabulary);
  return exit_done;
}

int run_words(const std::string& file, const WordTable& table) {
  const auto text = read_lines(file);
  if (!text) {
    complain(text.error());
    return exit_error;
  }
  Vocabulary vocabulary(table);
  std::istringstream lines(*text);
  fmt::print("form\tlemmas\tclasses\tparts\n");
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const Word& word = vocabulary[vocabulary.id_of(Normaliser{}(line).text)];
    // Without a sentence only the likely readings count.
    const std::vector<Reading> likely(
        word.readings.begin(), word.readings.begin() + static_cast<std::ptrdiff_t>(word.likely));
    fmt::print("{}", shown(fmt::format("{}\t{}\t{}\t{}\n", line, lemmas(likely), classes(likely),
                                       parts(word))));
  }
  return exit_done;
}

}  // namespace

void add_analyse(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "analyse", "Toon zinnen, woorden, grondvormen, samenstellingen en gescheiden werkwoorden");
  command.add_option("bestand", options->file, "Tekst, of - voor standaardinvoer")
      .required()
      .type_name("BESTAND");
  command.add_flag("--words", options->words, "Het bestand heeft een woord per regel");
  command.add_option("--format", options->format, "tsv: een regel per woord")
      .one_of({"tekst", "tsv"})
      .type_name("VORM");
  command.footer(
      "Voorbeelden:\n"
      "  samenspel analyse --format tsv interview.txt\n"
      "  echo samenwerkingspartners | samenspel analyse --words -");
  command.callback([options, &session] {
    const auto words = session.words();
    session.status = !words           ? exit_error
                     : options->words ? run_words(options->file, *words)
                                      : run_text(options->file, *words);
  });
}

}  // namespace pipeline
