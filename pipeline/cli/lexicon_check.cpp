#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/lexicon_choice.h"
#include "pipeline/cli/lexicon_commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/cli/show.h"
#include "pipeline/ingest/examples.h"
#include "pipeline/ingest/pattern_rates.h"
#include "pipeline/lexicon/lexicon_file.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"
#include "pipeline/tag/lint.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

struct Options {
  fs::path lexicon;
  std::string format = "tekst";
};

// Something to tell of one place in the lexicon.
struct Remark {
  std::string kind;
  Error error;
  std::vector<std::string> forms;
};

struct LexiconCheck {
  fs::path folder;
  std::optional<Lexicon> lexicon;  // none: it has mistakes
  std::uint64_t sentences = 0;     // of the study that it was held against
  std::vector<Remark> mistakes, warnings;
};

Error at(const LexiconCheck& check, const Source& source, std::string message) {
  return {std::move(message), (check.folder / source.file).generic_string(), source.line,
          source.column};
}

std::string said(const std::vector<Coding>& codings, const FactorId& factor) {
  std::vector<std::string> words;
  for (const Coding& coding : codings)
    if (coding.factor == factor) words.push_back(word_of(coding.valence));
  return words.empty() ? tr("niet gecodeerd")
                       : tr("gecodeerd als {}", fmt::format("{}", fmt::join(words, ", ")));
}

void check_sentences(const WordTable& words, LexiconCheck& check) {
  const Lexicon& lexicon = *check.lexicon;
  for (const FailedExample& failed : check_examples(lexicon, words)) {
    const Example& example = lexicon.examples[failed.example];
    const FactorId& factor = lexicon.factors[example.factor].id;
    const std::string wanted = example.valence ? tr("hoort {} te zijn", word_of(*example.valence))
                                               : tr("hoort er niet bij");
    check.mistakes.push_back(
        {"voorbeeld",
         at(check, example.source,
            tr("voorbeeld '{}' van {} {}, maar wordt {}; pas een patroon aan, of het "
               "voorbeeld",
               example.sentence, factor, wanted, said(failed.codings, factor))),
         {}});
  }
}

// With a study, its words and sentences are looked at too.
bool check_against_study(const Session& session, Vocabulary& vocabulary, LexiconCheck& check) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return false;
  const PatternRates rates = pattern_rates(*store, study->settings, *check.lexicon, vocabulary);
  check.sentences = rates.sentences;
  for (const std::size_t i : patterns_nearly_everywhere(rates)) {
    const Pattern& pattern = check.lexicon->patterns[i];
    check.warnings.push_back(
        {"bijna-overal",
         at(check, pattern.source,
            tr("patroon '{}': staat in {} van de zinnen van deze studie ({} van {}), en "
               "zegt dan niets; vraag om een tweede woord erbij",
               pattern.text, percent(rates.rate(i)), number(rates.found[i]),
               number(rates.sentences))),
         {}});
  }
  return true;
}

void add_notes(std::vector<LintNote> notes, LexiconCheck& check) {
  for (LintNote& note : notes)
    check.warnings.push_back({std::string(to_string(note.kind)),
                              at(check, note.source, std::move(note.message)),
                              std::move(note.forms)});
  std::stable_sort(check.warnings.begin(), check.warnings.end(),
                   [](const Remark& a, const Remark& b) {
                     const auto key = [](const Remark& r) {
                       return std::tie(r.error.where, r.error.line, r.error.column);
                     };
                     return key(a) < key(b);
                   });
}

// "aanbieder, aanbieders ... en 969 andere"; JSON has all of them.
std::string first_of(const std::vector<std::string>& forms) {
  constexpr std::size_t most = 12;
  if (forms.size() <= most) return fmt::format("{}", fmt::join(forms, ", "));
  return tr("{} ... en {} andere",
            fmt::format("{}", fmt::join(forms.begin(), forms.begin() + most, ", ")),
            number(forms.size() - most));
}

void print_text(const LexiconCheck& check) {
  const auto line = [](const std::string& word, const Remark& remark) {
    fmt::print("{}{}\n", printable(to_string(remark.error)), word);
    if (!remark.forms.empty())
      fmt::print("    {}\n", tr("vangt: {}", printable(first_of(remark.forms))));
  };
  for (const Remark& remark : check.mistakes) line(" " + tr("[fout]"), remark);
  for (const Remark& remark : check.warnings) line("", remark);
  const std::string result =
      fmt::format("{}, {}", counted(check.mistakes.size(), "fout", "fouten"),
                  counted(check.warnings.size(), "waarschuwing", "waarschuwingen"));
  if (!check.lexicon) {
    fmt::print("{}\n", tr("{}: {}; zo kan het lexicon niet worden gebruikt.",
                          check.folder.generic_string(), result));
    return;
  }
  const std::string study =
      check.sentences > 0 ? tr(", op {} van de studie", counted(check.sentences, "zin", "zinnen"))
                          : "";
  fmt::print("{}\n",
             tr("{}@{}: {}, {} en {} nagekeken{}: {}.", check.lexicon->id, check.lexicon->version,
                counted(check.lexicon->factors.size(), "factor", "factoren"),
                counted(check.lexicon->patterns.size(), "patroon", "patronen"),
                counted(check.lexicon->examples.size(), "voorbeeld", "voorbeelden"), study,
                check.mistakes.empty() && check.warnings.empty() ? tr("alles klopt") : result));
}

nlohmann::ordered_json to_json(const std::vector<Remark>& remarks) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Remark& it : remarks)
    list.push_back({{"kind", it.kind},
                    {"file", it.error.where},
                    {"line", it.error.line},
                    {"column", it.error.column},
                    {"message", it.error.message},
                    {"forms", it.forms}});
  return list;
}

void print_answer(const LexiconCheck& check) {
  const Lexicon none;
  const Lexicon& lexicon = check.lexicon ? *check.lexicon : none;
  print_json({{"format", "samenspel-lexicon-check"},
              {"version", 1},
              {"folder", check.folder.generic_string()},
              {"lexicon", lexicon.id},
              {"lexicon_version", lexicon.version},
              {"factors", lexicon.factors.size()},
              {"patterns", lexicon.patterns.size()},
              {"examples", lexicon.examples.size()},
              {"sentences", check.sentences},
              {"mistakes", to_json(check.mistakes)},
              {"warnings", to_json(check.warnings)}});
}

// False: something beside the lexicon is wrong, and said.
bool look(const Session& session, LexiconCheck& check) {
  auto read = read_lexicon(check.folder);
  if (!read) {
    for (Error& error : read.error()) check.mistakes.push_back({"fout", std::move(error), {}});
    return true;
  }
  check.lexicon = std::move(*read);
  const auto words = session.words();
  if (!words) return false;
  check_sentences(*words, check);
  Vocabulary vocabulary(*words);
  if (has_study(session) && !check_against_study(session, vocabulary, check)) return false;
  // As yet it knows the study's words and no others.
  std::vector<std::string> forms;
  for (std::uint32_t i = 0; check.sentences > 0 && i < vocabulary.size(); ++i)
    forms.push_back(vocabulary[WordId{i}].surface);
  add_notes(lint(*check.lexicon, vocabulary, forms), check);
  return true;
}

int run_check(const Session& session, const Options& options) {
  const auto folder = chosen_lexicon(session, options.lexicon);
  if (!folder) return exit_error;
  LexiconCheck check;
  check.folder = *folder;
  if (!look(session, check)) return exit_error;
  if (options.format == "json")
    print_answer(check);
  else
    print_text(check);
  return check.mistakes.empty() ? exit_done : exit_error;
}

}  // namespace

void add_lexicon_check(const Command& lexicon, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = lexicon.add_subcommand(
      "check", "Alle fouten in een lexicon, en wat misschien niet zo is bedoeld");
  command
      .add_option("lexicon", options->lexicon,
                  "Naam of map van het lexicon (standaard: dat van de studie, anders samenwerking)")
      .type_name("LEXICON");
  add_study_option(command, session);
  add_format_option(command, options->format, {"tekst", "json"});
  command.footer(
      "Fouten: wat niet te lezen is, en voorbeelden die anders worden gecodeerd dan er staat.\n"
      "Waarschuwingen: onbekende woorden, dubbele patronen en wat te veel vangt; met een studie\n"
      "ook naar haar woorden en zinnen. Afsluitcode 2 als er fouten zijn, met alleen "
      "waarschuwingen 0.\n"
      "Voorbeelden:\n"
      "  samenspel lexicon check mijn-lexicon\n"
      "  samenspel lexicon check --study mijn-studie");
  command.callback([options, &session] { session.status = run_check(session, *options); });
}

}  // namespace pipeline
