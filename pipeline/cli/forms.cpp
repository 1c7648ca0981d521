#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/pattern_words.h"
#include "pipeline/cli/searching.h"
#include "pipeline/cli/tables.h"
#include "pipeline/index/form_counts.h"
#include "pipeline/model/tr.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/tag/catches.h"
#include "pipeline/tag/word_tests.h"

namespace pipeline {
namespace {

struct Options {
  std::string pattern;
  TableOptions write;
};

// The forms of the corpus that one test catches.
struct CaughtForms {
  WordTest test;
  std::vector<std::string> meant;  // lemmas, of a lemma test
  std::map<std::string, Catch> why;
};

// Which forms of the corpus which of the tests hold of. A word that stands for lemmas can only be
// one that reads so or, unlisted, one that begins as they do; the others need not be looked into.
class Catcher {
 public:
  Catcher(const WordTable& table, const std::vector<WordTest>& tests)
      : table_(table), vocabulary_(table), tests_(vocabulary_) {
    for (const WordTest& test : tests) {
      CaughtForms& caught = caught_[tests_.add(test)];
      caught.test = test;
      if (test.kind == WordTest::Kind::lemma)
        caught.meant = lemmas_meant(vocabulary_[vocabulary_.id_of(test.text)], test.part);
      else
        looks_at_all_ = looks_at_all_ || test.kind != WordTest::Kind::exact;
    }
  }

  void take(const std::string& form) {
    if (!looks_at_all_ && !may_be_meant(form)) return;
    const Word& word = vocabulary_[vocabulary_.id_of(form)];
    std::vector<std::uint32_t> holding = tests_.holding_of(word);
    for (const Reading& reading : word.readings)
      for (const std::uint32_t number : tests_.holding_of(reading)) holding.push_back(number);
    for (const std::uint32_t number : holding) {
      CaughtForms& caught = caught_[number];
      caught.why.emplace(form, why_caught(caught.test, word, caught.meant));
    }
  }

  std::vector<CaughtForms> all() const {
    std::vector<CaughtForms> list;
    for (const auto& [number, caught] : caught_) list.push_back(caught);
    return list;
  }

 private:
  bool may_be_meant(const std::string& form) const {
    constexpr std::size_t beginning = 3;  // what all guessed lemmas share with their form
    const auto readings = table_.readings(form);
    for (const auto& [number, caught] : caught_) {
      if (form == caught.test.text) return true;
      for (const std::string& lemma : caught.meant) {
        if (readings.empty() &&
            (form.starts_with("ge") || form.compare(0, beginning, lemma, 0, beginning) == 0))
          return true;
        for (const Reading& reading : readings)
          if (reading.lemma == lemma || fold(reading.lemma) == lemma) return true;
      }
    }
    return false;
  }

  const WordTable& table_;
  Vocabulary vocabulary_;
  WordTests tests_;
  bool looks_at_all_ = false;
  std::map<std::uint32_t, CaughtForms> caught_;
};

std::string spelled_parts(const Word& word) {
  return fmt::format("{}", fmt::join(surface_parts(word), "+"));
}

std::string reason(const Catch& caught, const Word& word) {
  const std::string guessed = caught.is_guessed ? " " + tr("(geraden: niet in de woordtabel)") : "";
  switch (caught.by) {
    case Catch::By::itself:
      return tr("het woord zelf") + guessed;
    case Catch::By::form:
      return tr("vorm van {}", caught.lemma) + guessed;
    case Catch::By::spelling:
      return tr("andere spelling van {}", caught.lemma) + guessed;
    case Catch::By::part:
      return tr("deel van {}", spelled_parts(word));
    case Catch::By::letters:
      return word.parts.empty() ? tr("heeft deze letters")
                                : tr("heeft deze letters ({})", spelled_parts(word));
  }
  return {};
}

// "werkten" of samenwerken: "werkten … samen". Fixed phrases have more words before the verb.
std::string shown_apart(const FormCount& count, const Word& verb) {
  for (const Reading& reading : verb.readings) {
    const std::string base = fold(reading.lemma);
    if (!count.apart_of.ends_with(base)) continue;
    std::string particle = count.apart_of.substr(0, count.apart_of.size() - base.size());
    while (particle.ends_with(' ')) particle.pop_back();
    return fmt::format("{} … {}", count.form, particle);
  }
  return fmt::format("{} …", count.form);
}

std::vector<FormCount> counts_of(const Index& index, const CaughtForms& caught) {
  Counted counted;
  for (const auto& [form, why] : caught.why) counted.forms.push_back(form);
  counted.lemmas = caught.meant;
  counted.apart_verbs = caught.meant.empty() ? counted.forms : caught.meant;
  std::vector<FormCount> counts = count_forms(index, counted);
  // `werk_zn` holds only of words that their sentence makes nouns.
  if (caught.test.part != PartOfSpeech::any)
    std::erase_if(counts, [](const FormCount& it) { return it.read_so == 0; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.words > b.words; });
  return counts;
}

void add_rows(Table& table, const Index& index, const CaughtForms& caught, bool names_test,
              Vocabulary& vocabulary) {
  for (const FormCount& count : counts_of(index, caught)) {
    const Word& word = vocabulary[vocabulary.id_of(count.form)];
    const auto why = caught.why.find(count.form);
    const bool is_apart = !count.apart_of.empty();
    Row row;
    if (names_test) row.cells.emplace_back(pattern_word(caught.test));
    row.cells.emplace_back(is_apart ? shown_apart(count, word) : count.form);
    row.cells.emplace_back(static_cast<std::int64_t>(count.words));
    row.cells.push_back(caught.meant.empty() ? Cell() : static_cast<std::int64_t>(count.read_so));
    row.cells.emplace_back(static_cast<std::int64_t>(count.documents));
    row.cells.emplace_back(is_apart                  ? tr("gescheiden: {}", count.apart_of)
                           : why == caught.why.end() ? std::string()
                                                     : reason(why->second, word));
    table.rows.push_back(std::move(row));
  }
}

Table forms_table(const Searcher& searcher, const std::string& pattern,
                  const std::vector<WordTest>& tests) {
  Catcher catcher(*searcher.words, tests);
  for (const std::string& form : forms_in(*searcher.index)) catcher.take(form);
  Table table{tr("Wat '{}' vangt", pattern), {}, {}, {}};
  const bool names_test = tests.size() > 1;
  if (names_test) table.columns.push_back({"patroon", tr("patroon")});
  table.columns.push_back({"vorm", tr("vorm")});
  table.columns.push_back({"woorden", tr("woorden")});
  table.columns.push_back({"zo_gelezen", tr("zo gelezen")});
  table.columns.push_back({"documenten", tr("documenten")});
  table.columns.push_back({"waarom", tr("waarom")});
  Vocabulary vocabulary(*searcher.words);
  for (const CaughtForms& caught : catcher.all())
    add_rows(table, *searcher.index, caught, names_test, vocabulary);
  table.notes = {
      tr("woorden: wat een lexicon vangt; zo gelezen: wat het in zijn zin ook is, zoals een "
         "zoekvraag "
         "telt."),
      tr("Een vorm weglaten: in het lexicon { p = '...', niet = ['\"vorm\"'] }, in een zoekvraag "
         "NIET =vorm.")};
  return table;
}

// Only the word groups in a pattern ask for the lexicon.
std::optional<Lexicon> lexicon_for(const std::string& pattern, const Session& session,
                                   const Study& study) {
  if (pattern.find('<') == std::string::npos) return Lexicon{};
  return session.lexicon(study.lexicon());
}

int run_forms(const Session& session, const Options& options) {
  const auto searcher = Searcher::open(session);
  const auto lexicon =
      searcher ? lexicon_for(options.pattern, session, searcher->study) : std::nullopt;
  if (!lexicon) return exit_error;
  const auto tests = pattern_words(options.pattern, *lexicon);
  if (!tests) {
    complain_about_query(options.pattern, tests.error());
    return exit_error;
  }
  if (!searcher->index->has_exact_forms()) {
    complain(
        tr("deze studie is zonder exacte vormen geïndexeerd; zet in study.toml onder [index] "
           "exact = true en draai 'samenspel reindex'"));
    return exit_error;
  }
  const Table table = forms_table(*searcher, options.pattern, *tests);
  if (table.rows.empty()) {
    complain(tr("geen woord in deze studie past op '{}'", options.pattern));
    if (options.write.format == "tekst") return exit_nothing_found;
  }
  print_table(table, options.write);
  return table.rows.empty() ? exit_nothing_found : exit_done;
}

}  // namespace

void add_forms(const Command& app, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command =
      app.add_subcommand("forms", "Welke vormen en samenstellingen vangt een woord of patroon?");
  command.add_option("patroon", options->pattern, "Een woord, of een patroon zoals in een lexicon")
      .required()
      .type_name("PATROON");
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel forms samenwerken\n"
      "  samenspel forms 'samenwerk*' --format csv --scheiding tab\n"
      "  samenspel forms '(overleg|afspraak)'");
  command.callback([options, &session] { session.status = run_forms(session, *options); });
}

}  // namespace pipeline
