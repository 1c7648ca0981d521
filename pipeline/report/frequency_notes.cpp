#include "pipeline/report/frequency_notes.h"

#include <array>

#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"

namespace pipeline {
namespace {

struct UnitWords {
  std::string_view english, dutch, title, one, meaning;
};
// By CountUnit.
constexpr std::array unit_words{
    UnitWords{"codings", tr_later("coderingen"), tr_later("Coderingen"), tr_later("codering"),
              tr_later("een codering is een factor in een zin, met een valentie")},
    UnitWords{"sentences", tr_later("zinnen"), tr_later("Zinnen"), tr_later("zin"),
              tr_later("een zin telt één keer, hoe vaak hij ook gecodeerd is")},
    UnitWords{
        "passages", tr_later("passages"), tr_later("Passages"), tr_later("passage"),
        tr_later(
            "een passage (spreekbeurt of alinea) telt één keer, hoe vaak zij ook gecodeerd is")},
    UnitWords{
        "speakers", tr_later("sprekers"), tr_later("Sprekers"), tr_later("spreker"),
        tr_later(
            "een spreker telt één keer per document, of één keer in alle waar een tabel zegt wie "
            "het is")},
    UnitWords{"documents", tr_later("documenten"), tr_later("Documenten"), tr_later("document"),
              tr_later("een document telt één keer, hoe vaak het ook gecodeerd is")},
    UnitWords{"cases", tr_later("cases"), tr_later("Cases"), tr_later("case"),
              tr_later("een case telt één keer, hoe vaak zij ook gecodeerd is")},
};

UnitWords words_of(CountUnit unit) {
  const UnitWords& it = unit_words[static_cast<std::size_t>(unit)];
  return {it.english, translated(it.dutch), translated(it.title), translated(it.one),
          translated(it.meaning)};
}

std::string unit_note(CountUnit unit) {
  return tr("Geteld: {}; {}.", words_of(unit).dutch, words_of(unit).meaning);
}

void add_unit(std::vector<std::string>& notes, const CountedCells& table) {
  const UnitWords unit = words_of(table.spec.unit);
  notes.push_back(unit_note(table.spec.unit));
  if (table.spec.valence == ValenceView::balance)
    notes.emplace_back(
        tr("Saldo: (succes - faal) / (succes + faal), van -1 tot 1; leeg waar geen van beide "
           "voorkomt."));
  if (table.spec.valence == ValenceView::mixed)
    notes.push_back(
        tr("Gemengd: {} met succes én faal; % gem.: hun deel van alle met succes of faal.",
           unit.dutch));
  if (!adds_up(table))
    notes.push_back(
        tr("In een totaal telt {} {} één keer; het kan kleiner zijn dan de som van wat "
           "ernaast of erboven staat.",
           table.spec.unit == CountUnit::documents ? tr("elk") : tr("elke"), unit.one));
  if (table.without_unit > 0)
    notes.push_back(tr("Niet geteld: {}, want daarbij is geen {} bekend.",
                       counted(table.without_unit, "codering", "coderingen"), unit.one));
}

void add_shares(std::vector<std::string>& notes, const FrequencySpec& spec) {
  const std::string_view unit = words_of(spec.unit).dutch;
  if (spec.per_thousand_words)
    notes.push_back(
        tr("Per 1.000 woorden: {} per 1.000 woorden van die rij of kolom; wat geen eigen "
           "woorden heeft, zoals een factor, is gemeten aan alle.",
           unit));
  for (const Share share : spec.shares) switch (share) {
      case Share::rows:
        notes.push_back(tr("% rij: het deel van de {} in het totaal van de rij.", unit));
        break;
      case Share::columns:
        notes.push_back(tr("% kol.: het deel van de {} in het totaal van de kolom.", unit));
        break;
      case Share::documents:
        notes.push_back(
            tr("% doc.: het deel van de documenten van die rij of kolom waarin het voorkomt, met "
               "daarachter het interval van 95 % (Wilson)."));
        break;
      case Share::cases:
        notes.push_back(
            tr("% cases: het deel van de cases van die rij of kolom waarin het voorkomt, met "
               "daarachter het interval van 95 % (Wilson)."));
        break;
    }
}

void add_base(std::vector<std::string>& notes, const Selection& selection,
              const FrequencyScope& scope) {
  if (scope.where)
    notes.push_back(
        tr_plural(scope.where->size(), "Beperkt tot {} die voldoet aan de zoekvraag: {}",
                  "Beperkt tot {} die voldoen aan de zoekvraag: {}",
                  counted(scope.where->size(), "passage", "passages"), scope.where_query));
  notes.push_back(tr("Grondslag: {}, {}, {}{}.",
                     counted(selection.documents, "document", "documenten"),
                     counted(selection.passage_count, "passage", "passages"),
                     counted(selection.words, "woord", "woorden"),
                     scope.interviewers ? tr(", interviewers meegeteld") : ""));
}

void add_left_out(std::vector<std::string>& notes, const Selection& selection) {
  std::string left_out;
  const auto add = [&](std::string what) { left_out += (left_out.empty() ? "" : ", ") + what; };
  if (selection.interviewer_passages > 0)
    add(tr("{} van interviewers ({})",
           counted(selection.interviewer_passages, "passage", "passages"),
           counted(selection.interviewer_words, "woord", "woorden")));
  if (selection.uncoded_passages > 0)
    add(tr("{} in delen die de studie weglaat ({})",
           counted(selection.uncoded_passages, "passage", "passages"),
           counted(selection.uncoded_words, "woord", "woorden")));
  if (selection.foreign_passages > 0)
    add(tr("{} in een andere taal ({}{})",
           counted(selection.foreign_passages, "passage", "passages"),
           counted(selection.foreign_words, "woord", "woorden"),
           selection.foreign_codings == 0
               ? std::string()
               : ", " + counted(selection.foreign_codings, "codering", "coderingen")));
  if (selection.rejected > 0)
    add(counted(selection.rejected, "verworpen codering", "verworpen coderingen"));
  if (selection.of_other_coders > 0)
    add(tr("{} van andere codeurs", counted(selection.of_other_coders, "codering", "coderingen")));
  if (selection.learned > 0)
    add(counted(selection.learned, "geleerd voorstel", "geleerde voorstellen") +
        tr(" (tel ze met --coder learned of --coder combined)"));
  if (!left_out.empty()) notes.push_back(tr("Weggelaten: {}.", left_out));
}

void add_coders(std::vector<std::string>& notes, const CorpusFacts& facts,
                const Selection& selection, const FrequencyScope& scope) {
  std::vector<bool> seen(facts.coders.size());
  for (const std::uint32_t coding : selection.codings) seen[facts.codings[coding].coder] = true;
  std::string names;
  std::size_t coders = 0;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i]) {
      ++coders;
      names += (names.empty() ? "" : ", ") + facts.coders[i];
    }
  if (scope.coder == "settled") names += tr("; alleen wat mensen codeerden of aanvaardden");
  if (coders == 1) notes.push_back(tr("Codeur: {}.", names));
  if (coders == 0 && !scope.coder.empty()) notes.push_back(tr("Codeur: {}.", scope.coder));
  if (coders > 1) notes.push_back(tr("Codeurs: {}, hun coderingen bij elkaar geteld.", names));
}

void add_run(std::vector<std::string>& notes, const std::optional<RunRecord>& run) {
  if (!run) {
    notes.emplace_back(tr("Er is geen run vastgelegd."));
    return;
  }
  constexpr std::size_t shown_hash = 12;
  notes.push_back(tr("Lexicon: {} ({}).", run->lexicon,
                     std::string_view(run->lexicon_hash).substr(0, shown_hash)));
  notes.push_back(tr("Run {} van {}{}, samenspel {}.", run->id, run->started,
                     run->finished.empty() ? tr(" (niet voltooid)") : "", run->program));
}

struct Named {
  std::string_view english, dutch;
};

template <typename Kind, std::size_t N, typename Names>
Result<Kind> named(std::string_view name, const std::array<Names, N>& all, std::string_view what) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < N; ++i) {
    if (name == all[i].english || name == all[i].dutch) return static_cast<Kind>(i);
    known.emplace_back(all[i].dutch);
  }
  return failure(tr("'{}' is geen {}; kies {}", name, what, one_of(known)));
}

}  // namespace

std::string_view plural_of(CountUnit unit) {
  return words_of(unit).title;
}
std::string_view plural_within(CountUnit unit) {
  return words_of(unit).dutch;
}

Result<CountUnit> count_unit_of(std::string_view name) {
  return named<CountUnit>(name, unit_words, tr("eenheid om te tellen"));
}

Result<ValenceView> valence_view_of(std::string_view name) {
  constexpr std::array views{Named{"split", "gesplitst"}, Named{"sum", "samen"},
                             Named{"balance", "saldo"}, Named{"mixed", "gemengd"}};
  return named<ValenceView>(name, views, tr("weergave van valentie"));
}

Result<Share> share_of(std::string_view name) {
  constexpr std::array shares{Named{"rows", "rijen"}, Named{"columns", "kolommen"},
                              Named{"documents", "documenten"}, Named{"cases", "cases"}};
  return named<Share>(name, shares, "aandeel");
}

std::vector<std::string> frequency_notes(const CountedCells& table) {
  std::vector<std::string> notes;
  add_unit(notes, table);
  add_shares(notes, table.spec);
  return notes;
}

std::vector<std::string> caution_notes(const CountedCells& table, std::size_t small_numbers,
                                       std::span<const std::optional<OneSpeaker>> dominated) {
  std::vector<std::string> notes;
  if (small_numbers > 0)
    notes.push_back(tr_plural(
        small_numbers, "{} {} getal berust op minder dan {}: lees het met voorzichtigheid.",
        "{} {} getallen berusten op minder dan {}: lees ze met voorzichtigheid.", small_mark,
        number(small_numbers), table.spec.minimum));
  constexpr std::size_t most_named = 5;
  std::string rows;
  std::size_t found = 0;
  for (std::size_t row = 0; row < dominated.size(); ++row)
    if (const auto& by = dominated[row]; by && ++found <= most_named)
      rows +=
          (rows.empty() ? "" : ", ") + tr("{} ({} % van {})", table.rows.values[row].label,
                                          (100 * by->codings + by->of / 2) / by->of, by->speaker);
  if (found > most_named) rows += tr(" en nog {}", found - most_named);
  if (found > 0)
    notes.push_back(tr("{} Meer dan de helft van de coderingen komt van één spreker: {}.",
                       one_speaker_mark, rows));
  return notes;
}

std::vector<std::string> base_notes(const CorpusFacts& facts, const Selection& selection,
                                    const FrequencyScope& scope,
                                    const std::optional<RunRecord>& run) {
  std::vector<std::string> notes;
  add_base(notes, selection, scope);
  add_left_out(notes, selection);
  add_coders(notes, facts, selection, scope);
  add_run(notes, run);
  return notes;
}

std::vector<std::string> count_notes(CountUnit unit, const CorpusFacts& facts,
                                     const Selection& selection, const FrequencyScope& scope,
                                     const std::optional<RunRecord>& run) {
  std::vector<std::string> notes = base_notes(facts, selection, scope, run);
  notes.insert(notes.begin(), unit_note(unit));
  return notes;
}

std::string nothing_counted(const CorpusFacts& facts, const Selection& selection,
                            const FrequencyScope& scope) {
  const auto because = [](std::string_view why) { return tr("er is niets te tellen: {}", why); };
  if (facts.documents.empty())
    return because(tr("de studie heeft nog geen documenten; lees ze in met samenspel ingest"));
  if (facts.codings.empty())
    return because(
        tr("geen zin is gecodeerd; kijk met samenspel lexicon check of het lexicon bij de teksten "
           "past"));
  if (scope.where && scope.where->empty())
    return because(tr("geen passage voldoet aan de zoekvraag; maak haar ruimer"));
  if (selection.passage_count == 0 && selection.interviewer_passages > 0)
    return because(tr("alleen interviewers zijn aan het woord; tel hen mee met --interviewers"));
  if (scope.where)
    return because(
        tr_plural(scope.where->size(),
                  "in {} die aan de zoekvraag voldoet is niets gecodeerd; maak haar ruimer",
                  "in {} die aan de zoekvraag voldoen is niets gecodeerd; maak haar ruimer",
                  counted(scope.where->size(), "passage", "passages")));
  if (selection.rejected > 0) return because(tr("alle coderingen zijn verworpen"));
  if (selection.of_other_coders > 0)
    return because(tr("deze codeur codeerde niets dat meetelt; laat --coder weg"));
  return because(tr("geen enkele codering hoort bij deze vraag"));
}

}  // namespace pipeline
