#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/input.h"
#include "pipeline/cli/session.h"
#include "pipeline/model/tr.h"
#include "pipeline/model/utf8.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/segment/segment.h"
#include "pipeline/tag/context_reader.h"

namespace pipeline {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string file;
  std::filesystem::path lexicon;
};

// A line of the input.
struct Question {
  Json id;
  std::string text;
  Span target;  // bytes of the text
};

// The byte at which each code point begins, and the length of the text.
std::vector<std::uint32_t> starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t at = 0; at < text.size(); at += code_point_at(text, at).size)
    starts.push_back(at);
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

bool is_span(const Json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
         value[1].is_number_unsigned();
}

Result<Question> question_of(const std::string& line, const std::string& file, unsigned number) {
  const auto wrong = [&](std::string message) { return failure(std::move(message), file, number); };
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) return wrong(tr("dit is geen JSON; schrijf een object per regel"));
  if (!json.is_object()) return wrong(tr("dit is geen JSON-object met id, text en target"));
  for (const char* field : {"id", "text", "target"})
    if (!json.contains(field)) return wrong(tr("het veld '{}' ontbreekt", field));
  if (!json["text"].is_string())
    return wrong(tr("'text' moet tekst zijn, tussen aanhalingstekens"));
  if (!is_span(json["target"]))
    return wrong(tr("'target' moet [begin, einde] zijn, in tekens van 'text' vanaf 0"));
  Question question{json["id"], json["text"].get<std::string>(), {}};
  const auto starts = starts_of(question.text);
  const auto begin = json["target"][0].get<std::uint64_t>();
  const auto end = json["target"][1].get<std::uint64_t>();
  if (end >= starts.size())
    return wrong(
        tr("'target' eindigt op teken {}, maar 'text' heeft er {}", end, starts.size() - 1));
  if (begin >= end) return wrong(tr("'target' is leeg; het einde ligt na het begin"));
  question.target = {starts[begin], starts[end]};
  return question;
}

std::string_view polarity(Polarity polarity) {
  constexpr std::string_view names[] = {"affirmed", "negated", "double"};
  return names[static_cast<std::size_t>(polarity)];
}

std::string_view certainty(Modality modality) {
  switch (modality) {
    case Modality::fact:
      return "certain";
    case Modality::wish:
      return "wish";
    case Modality::condition:
      return "conditional";
    case Modality::question:
      return "question";
    case Modality::hedge:
      return "hedged";
  }
  return "";
}

// The lexicon's own word; what neutralises a negation begins with "pseudo".
std::string kind(CueClass cue_class) {
  return cue_class == CueClass::pseudo_negation ? "pseudo-ontkenning"
                                                : std::string(to_string(cue_class));
}

Json answer_to(const Question& question, const WordsInContext& words, const AlignedText& clean) {
  const auto starts = starts_of(question.text);
  const auto code_point = [&](std::uint32_t byte) {
    return std::ranges::lower_bound(starts, byte) - starts.begin();
  };
  Json cues = Json::array();
  for (const AppliedCue& cue : words.cues) {
    const Span span = clean.to_source(cue.span);
    cues.push_back(
        {{"span", {code_point(span.begin), code_point(span.end)}}, {"kind", kind(cue.cue_class)}});
  }
  return {{"id", question.id},
          {"polarity", polarity(words.polarity)},
          {"certainty", certainty(words.modality)},
          {"cues", std::move(cues)}};
}

Result<int> answer_lines(const std::string& file, const Lexicon& lexicon, const WordTable& table) {
  const auto text = read_lines(file);
  if (!text) return tl::unexpected(text.error());
  Vocabulary vocabulary(table);
  const ContextReader read(lexicon, vocabulary);
  const Normaliser normalise;
  const Segmenter segment;
  std::istringstream lines(*text);
  unsigned number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    const auto question = question_of(line, file, number);
    if (!question) return tl::unexpected(question.error());
    const AlignedText clean = normalise(question->text);
    const Segmented segmented = segment(clean.text);
    const Analysed analysed = analyse(clean.text, segmented, vocabulary);
    const auto words =
        read(clean.text, segmented, analysed, clean.map.to_derived(question->target));
    fmt::print("{}\n", shown(answer_to(*question, words, clean).dump()));
  }
  return exit_done;
}

int run_context(const Session& session, const Options& options) {
  const auto lexicon =
      session.lexicon(options.lexicon.empty() ? session.default_lexicon() : options.lexicon);
  const auto words = lexicon ? session.words() : std::nullopt;
  if (!words) return exit_error;
  const auto status = answer_lines(options.file, *lexicon, *words);
  if (status) return *status;
  complain(status.error());
  return exit_error;
}

}  // namespace

void add_context(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = app.add_subcommand(
      "context", "Toon wat de woorden om een plaats in een zin ontkent of onzeker maakt");
  command
      .add_option("bestand", options->file,
                  "Per regel een JSON-object met id, text en target, of - voor standaardinvoer")
      .required()
      .type_name("BESTAND");
  command
      .add_option("--lexicon", options->lexicon,
                  "Map van het lexicon waarvan de signalen gelden (standaard: samenwerking)")
      .type_name("MAP");
  command.footer(
      "Uit komt per regel een JSON-object met id, polarity (affirmed, negated, double),\n"
      "certainty (certain, hedged, wish, conditional, question) en cues.\n"
      "Voorbeeld:\n"
      "  echo '{\"id\": 1, \"text\": \"Er was geen overleg.\", \"target\": [12, 19]}' \\\n"
      "    | samenspel context -");
  command.callback([options, &session] { session.status = run_context(session, *options); });
}

}  // namespace pipeline
