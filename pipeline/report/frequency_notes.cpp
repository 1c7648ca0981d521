#include "pipeline/report/frequency_notes.h"

#include <fmt/core.h>

#include <array>

#include "pipeline/report/number.h"

namespace pipeline {
namespace {

struct UnitWords {
  std::string_view english, dutch, title, one, meaning;
};
// By CountUnit.
constexpr std::array unit_words{
    UnitWords{"codings", "coderingen", "Coderingen", "codering",
              "een codering is een factor in een zin, met een valentie"},
    UnitWords{"sentences", "zinnen", "Zinnen", "zin",
              "een zin telt één keer, hoe vaak hij ook gecodeerd is"},
    UnitWords{"passages", "passages", "Passages", "passage",
              "een passage (spreekbeurt of alinea) telt één keer, hoe vaak zij ook gecodeerd is"},
    UnitWords{"speakers", "sprekers", "Sprekers", "spreker",
              "een spreker telt één keer per document, of één keer in alle waar een tabel zegt wie "
              "het is"},
    UnitWords{"documents", "documenten", "Documenten", "document",
              "een document telt één keer, hoe vaak het ook gecodeerd is"},
    UnitWords{"cases", "cases", "Cases", "case",
              "een case telt één keer, hoe vaak zij ook gecodeerd is"},
};

const UnitWords& words_of(CountUnit unit) {
  return unit_words[static_cast<std::size_t>(unit)];
}

void add_unit(std::vector<std::string>& notes, const CountedTable& table) {
  const UnitWords& unit = words_of(table.spec.unit);
  notes.push_back(fmt::format("Geteld: {}; {}.", unit.dutch, unit.meaning));
  if (table.spec.valence == ValenceView::balance)
    notes.emplace_back(
        "Saldo: (succes - faal) / (succes + faal), van -1 tot 1; leeg waar geen van beide "
        "voorkomt.");
  if (!table.adds_up)
    notes.push_back(
        fmt::format("In een totaal telt elke {} één keer; het kan kleiner zijn dan de som van wat "
                    "ernaast of erboven staat.",
                    unit.one));
  if (table.without_unit > 0)
    notes.push_back(fmt::format("Niet geteld: {}, want daarbij is geen {} bekend.",
                                counted(table.without_unit, "codering", "coderingen"), unit.one));
}

void add_base(std::vector<std::string>& notes, const CountedTable& table) {
  const Selection& selection = table.selection;
  const FrequencyScope& scope = table.spec.scope;
  if (scope.where)
    notes.push_back(fmt::format("Beperkt tot {} die {} aan de zoekvraag: {}",
                                counted(scope.where->size(), "passage", "passages"),
                                scope.where->size() == 1 ? "voldoet" : "voldoen",
                                scope.where_query));
  notes.push_back(fmt::format("Grondslag: {}, {}, {}{}.",
                              counted(selection.documents, "document", "documenten"),
                              counted(selection.passage_count, "passage", "passages"),
                              counted(selection.words, "woord", "woorden"),
                              scope.interviewers ? ", interviewers meegeteld" : ""));
  if (table.spec.per_thousand_words)
    notes.push_back(
        fmt::format("Per 1.000 woorden: {} per 1.000 woorden van die rij of kolom; wat geen eigen "
                    "woorden heeft, zoals een factor, is gemeten aan alle.",
                    words_of(table.spec.unit).dutch));
  if (table.spec.document_share)
    notes.emplace_back(
        "% documenten: het deel van de documenten van die rij of kolom waarin het voorkomt.");
}

void add_left_out(std::vector<std::string>& notes, const CountedTable& table) {
  const Selection& selection = table.selection;
  std::string left_out;
  const auto add = [&](std::string what) { left_out += (left_out.empty() ? "" : ", ") + what; };
  if (selection.interviewer_passages > 0)
    add(fmt::format("{} van interviewers ({})",
                    counted(selection.interviewer_passages, "passage", "passages"),
                    counted(selection.interviewer_words, "woord", "woorden")));
  if (selection.uncoded_passages > 0)
    add(fmt::format("{} in delen die de studie weglaat ({})",
                    counted(selection.uncoded_passages, "passage", "passages"),
                    counted(selection.uncoded_words, "woord", "woorden")));
  if (selection.foreign_passages > 0)
    add(fmt::format("{} in een andere taal ({}{})",
                    counted(selection.foreign_passages, "passage", "passages"),
                    counted(selection.foreign_words, "woord", "woorden"),
                    selection.foreign_codings == 0
                        ? std::string()
                        : ", " + counted(selection.foreign_codings, "codering", "coderingen")));
  if (selection.rejected > 0)
    add(counted(selection.rejected, "verworpen codering", "verworpen coderingen"));
  if (selection.of_other_coders > 0)
    add(counted(selection.of_other_coders, "codering", "coderingen") + " van andere codeurs");
  if (selection.learned > 0)
    add(counted(selection.learned, "geleerd voorstel", "geleerde voorstellen") +
        " (tel ze met --coder learned of --coder combined)");
  if (!left_out.empty()) notes.push_back("Weggelaten: " + left_out + ".");
}

void add_coders(std::vector<std::string>& notes, const CountedTable& table) {
  std::vector<bool> seen(table.facts.coders.size());
  for (const std::uint32_t coding : table.selection.codings)
    seen[table.facts.codings[coding].coder] = true;
  std::string names;
  std::size_t coders = 0;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i]) {
      ++coders;
      names += (names.empty() ? "" : ", ") + table.facts.coders[i];
    }
  if (table.spec.scope.coder == "settled") names += "; alleen wat mensen codeerden of aanvaardden";
  if (coders == 1) notes.push_back("Codeur: " + names + ".");
  if (coders == 0 && !table.spec.scope.coder.empty())
    notes.push_back("Codeur: " + table.spec.scope.coder + ".");
  if (coders > 1)
    notes.push_back(fmt::format("Codeurs: {}, hun coderingen bij elkaar geteld.", names));
}

void add_run(std::vector<std::string>& notes, const std::optional<RunRecord>& run) {
  if (!run) {
    notes.emplace_back("Er is geen run vastgelegd.");
    return;
  }
  constexpr std::size_t shown_hash = 12;
  notes.push_back(fmt::format("Lexicon: {} ({}).", run->lexicon,
                              std::string_view(run->lexicon_hash).substr(0, shown_hash)));
  notes.push_back(fmt::format("Run {} van {}{}, samenspel {}.", run->id, run->started,
                              run->finished.empty() ? " (niet voltooid)" : "", run->program));
}

template <typename Kind, std::size_t N, typename Names>
Result<Kind> named(std::string_view name, const std::array<Names, N>& all, std::string_view what) {
  std::string known;
  for (std::size_t i = 0; i < N; ++i) {
    if (name == all[i].english || name == all[i].dutch) return static_cast<Kind>(i);
    known += (i == 0 ? "" : i + 1 == N ? " of " : ", ") + std::string(all[i].dutch);
  }
  return failure(fmt::format("'{}' is geen {}; kies {}", name, what, known));
}

}  // namespace

std::string_view plural_of(CountUnit unit) {
  return words_of(unit).title;
}

Result<CountUnit> count_unit_of(std::string_view name) {
  return named<CountUnit>(name, unit_words, "eenheid om te tellen");
}

Result<ValenceView> valence_view_of(std::string_view name) {
  struct View {
    std::string_view english, dutch;
  };
  constexpr std::array views{View{"split", "gesplitst"}, View{"sum", "samen"},
                             View{"balance", "saldo"}};
  return named<ValenceView>(name, views, "weergave van valentie");
}

std::vector<std::string> frequency_notes(const CountedTable& table,
                                         const std::optional<RunRecord>& run) {
  std::vector<std::string> notes;
  add_unit(notes, table);
  add_base(notes, table);
  add_left_out(notes, table);
  add_coders(notes, table);
  add_run(notes, run);
  return notes;
}

}  // namespace pipeline
