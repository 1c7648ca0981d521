#include "pipeline/publish/report_words.h"

#include <array>

namespace pipeline {
namespace {

constexpr ReportWords dutch{
    .code = "nl",
    .decimal_mark = ',',
    .thousands_mark = '.',
    .success = "succes",
    .failure = "faal",
    .neutral = "neutraal",
    .none = "(geen)",
    .contents = "Inhoud",
    .summary = "Samenvatting",
    .method = "Methode",
    .factors = "Factoren",
    .by_columns = "Factoren per {}",
    .together = "Wat samen wordt genoemd",
    .places = "Waar in de documenten",
    .times = "Door de tijd",
    .quotations = "Citaten",
    .guide = "Wegwijzer per {}",
    .recipe = "Recept van dit rapport",
    .document = "document",
    .documents = "documenten",
    .passage = "passage",
    .passages = "passages",
    .word = "woord",
    .words = "woorden",
    .speaker = "spreker",
    .speakers = "sprekers",
    .coding = "codering",
    .codings = "coderingen",
    .quotation = "citaat",
    .quotes = "citaten",
    .read = "Gelezen",
    .coded = "Gecodeerd",
    .most_named = "Het vaakst genoemd",
    .most_success = "Het meest als succes",
    .most_failure = "Het meest als faal",
    .of_codings = "{} van de {}",
    .at_least_ten = "van de factoren met minstens tien coderingen als succes of faal",
    .rests_on = "Dit rapport berust op {}, met {} en {}.",
    .coded_by = "De coderingen zijn van {}.",
    .several_coders = "De coderingen zijn van verschillende codeurs, bij elkaar genomen: {}.",
    .lexicon = "Het lexicon is {} (controlegetal {}), met {} factoren.",
    .run = "De studie is verwerkt in run {} van {} met samenspel {}{}.",
    .no_run = "Er is geen run vastgelegd.",
    .unfinished = ", die niet is voltooid",
    .unit_codings =
        "Geteld zijn coderingen: een codering is een factor in een zin, met een valentie (succes, "
        "faal of neutraal). Een zin kan meer dan één factor hebben.",
    .unit_other =
        "Geteld zijn {}: elk telt één keer, hoe vaak er ook in gecodeerd is. In een totaal telt "
        "elk "
        "één keer, zodat het kleiner kan zijn dan de som.",
    .restricted = "Alleen passages tellen mee die voldoen aan de zoekvraag {}.",
    .left_out = "Weggelaten zijn {}.",
    .nothing_left_out = "Er is niets weggelaten.",
    .by_interviewers = "{} van interviewers ({})",
    .by_parts = "{} in delen die de studie weglaat ({})",
    .by_language = "{} in een andere taal ({})",
    .by_rejection = "{} die een mens verwierp",
    .by_other_coders = "{} van andere codeurs",
    .interviewers_count = "Wat interviewers zeggen telt mee.",
    .judged = "Van de {} getelde coderingen van het lexicon heeft een mens er {} aanvaard.",
    .not_judged =
        "Geen van de getelde coderingen van het lexicon is door een mens beoordeeld: het zijn "
        "voorstellen, en dit rapport meet niet hoe vaak die juist zijn.",
    .balance = "Het saldo is (succes \u2212 faal) / (succes + faal), van \u22121 tot +1.",
    .bars_caption =
        "Hoe vaak elke factor als faal (links) en als succes (rechts) is gecodeerd, in {}.",
    .counts_caption = "Elk getal telt {}, ook bij neutrale coderingen. Hoe donkerder, hoe meer.",
    .balance_caption =
        "Saldo van succes en faal; n is hoeveel {} dat zijn. Een saldo van weinig zegt weinig.",
    .network_caption =
        "Een lijn verbindt factoren die in dezelfde passage staan. Getoond: {} van de {} "
        "verbanden, "
        "de sterkste. Tussen haakjes: het aantal passages met de factor. De tint van een stip "
        "loopt "
        "van faal (licht) naar succes (donker).",
    .strips_caption =
        "Een streepje is een codering: omhoog succes, omlaag faal, klein neutraal. De plaats is "
        "het "
        "deel van de woorden dat eraan voorafgaat, op een passage nauwkeurig. Getoond: {} van de "
        "{} "
        "documenten, die met de meeste coderingen.",
    .timeline_caption = "Succes en faal naar de datum van het gesprek of document.",
    .by_factor = "{} per factor",
    .and_by = " en ",
    .times_together = "keer samen",
    .begin = "begin",
    .end = "eind",
    .undated = "Niet getekend: {} neutrale coderingen en {} zonder datum.",
    .all_shown = "Alle {} staan hieronder.",
    .some_shown =
        "Van de {} staan er {} hieronder: van elke cel hoogstens {}, gelijk verdeeld over wat er "
        "is, in de volgorde van de documenten.",
    .none_shown = "Dit rapport is zonder citaten gemaakt.",
    .shown_of = "{} van {}",
    .how_to_read = "Vet is wat gecodeerd is; eromheen staat wat in dezelfde passage is gezegd.",
    .recipe_note =
        "Bewaar dit als bestand en geef het aan samenspel report --recipe: van dezelfde studie "
        "komt "
        "hetzelfde rapport.",
    .open_all = "Alles openen of sluiten",
};

constexpr ReportWords english{
    .code = "en",
    .decimal_mark = '.',
    .thousands_mark = ',',
    .success = "success",
    .failure = "failure",
    .neutral = "neutral",
    .none = "(none)",
    .contents = "Contents",
    .summary = "Summary",
    .method = "Method",
    .factors = "Factors",
    .by_columns = "Factors by {}",
    .together = "What is named together",
    .places = "Where in the documents",
    .times = "Through time",
    .quotations = "Quotations",
    .guide = "Guide by {}",
    .recipe = "Recipe of this report",
    .document = "document",
    .documents = "documents",
    .passage = "passage",
    .passages = "passages",
    .word = "word",
    .words = "words",
    .speaker = "speaker",
    .speakers = "speakers",
    .coding = "coding",
    .codings = "codings",
    .quotation = "quotation",
    .quotes = "quotations",
    .read = "Read",
    .coded = "Coded",
    .most_named = "Named most often",
    .most_success = "Most as success",
    .most_failure = "Most as failure",
    .of_codings = "{} of {}",
    .at_least_ten = "of the factors with at least ten codings as success or failure",
    .rests_on = "This report rests on {}, with {} and {}.",
    .coded_by = "The codings are by {}.",
    .several_coders = "The codings are by several coders, taken together: {}.",
    .lexicon = "The lexicon is {} (checksum {}), with {} factors.",
    .run = "The study was processed in run {} of {} with samenspel {}{}.",
    .no_run = "No run is on record.",
    .unfinished = ", which was not completed",
    .unit_codings =
        "Codings are counted: a coding is a factor in a sentence, with a valence (success, failure "
        "or neutral). A sentence can have more than one factor.",
    .unit_other =
        "What is counted are {}: each counts once, however often something in it was coded. In a "
        "total each counts once, so that it may be less than the sum.",
    .restricted = "Only passages that the query {} finds take part.",
    .left_out = "Left out are {}.",
    .nothing_left_out = "Nothing was left out.",
    .by_interviewers = "{} of interviewers ({})",
    .by_parts = "{} in parts that the study leaves out ({})",
    .by_language = "{} in another language ({})",
    .by_rejection = "{} that a person rejected",
    .by_other_coders = "{} of other coders",
    .interviewers_count = "What interviewers say is counted.",
    .judged = "Of the {} codings by the lexicon that are counted, a person accepted {}.",
    .not_judged =
        "None of the codings by the lexicon that are counted was judged by a person: they are "
        "proposals, and this report does not measure how often these are right.",
    .balance = "The balance is (success \u2212 failure) / (success + failure), from \u22121 to +1.",
    .bars_caption =
        "How often each factor was coded as failure (left) and as success (right), in {}.",
    .counts_caption = "Each number counts {}, those of neutral codings too. The darker, the more.",
    .balance_caption =
        "Balance of success and failure; n is the number of {}. A balance of few says little.",
    .network_caption =
        "A line connects factors that stand in the same passage. Shown: {} of the {} ties, the "
        "strongest. In brackets: the number of passages with the factor. The shade of a dot runs "
        "from failure (light) to success (dark).",
    .strips_caption =
        "A mark is a coding: up is success, down failure, small neutral. Its place is the share of "
        "the words that come before it, to the nearest passage. Shown: {} of {} documents, those "
        "with the most codings.",
    .timeline_caption = "Success and failure by the date of the conversation or document.",
    .by_factor = "{} by factor",
    .and_by = " and ",
    .times_together = "times together",
    .begin = "begin",
    .end = "end",
    .undated = "Not drawn: {} neutral codings and {} without a date.",
    .all_shown = "All {} stand below.",
    .some_shown =
        "Of the {}, {} stand below: at most {} of each cell, spread evenly over what there is, in "
        "the order of the documents.",
    .none_shown = "This report was made without quotations.",
    .shown_of = "{} of {}",
    .how_to_read = "In bold is what was coded; around it what was said in the same passage.",
    .recipe_note =
        "Keep this as a file and give it to samenspel report --recipe: the same study gives the "
        "same report.",
    .open_all = "Open or close all",
};

// Headings and values of tables that are words of ours.
struct TableWord {
  std::string_view dutch, english;
};
constexpr std::array table_words{
    TableWord{"succes", "success"}, TableWord{"faal", "failure"},  TableWord{"neutraal", "neutral"},
    TableWord{"totaal", "total"},   TableWord{"Totaal", "Total"},  TableWord{"aantal", "number"},
    TableWord{"(geen)", "(none)"},  TableWord{"saldo", "balance"},
};

void translate(std::string& text) {
  for (const TableWord& word : table_words)
    if (text == word.dutch) {
      text = word.english;
      return;
    }
}

}  // namespace

const ReportWords& report_words(ReportLanguage language) {
  return language == ReportLanguage::english ? english : dutch;
}

std::string shown_number(std::uint64_t number, const ReportWords& words) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, words.thousands_mark);
  return digits;
}

std::string shown_count(std::uint64_t number, std::string_view one, std::string_view many,
                        const ReportWords& words) {
  return shown_number(number, words) + ' ' + std::string(number == 1 ? one : many);
}

std::string_view shown_valence(Valence valence, const ReportWords& words) {
  return valence == Valence::success   ? words.success
         : valence == Valence::failure ? words.failure
                                       : words.neutral;
}

std::string_view unit_name(CountUnit unit, const ReportWords& words) {
  constexpr std::string_view in_english[] = {"codings",  "sentences", "passages",
                                             "speakers", "documents", "cases"};
  constexpr std::string_view in_dutch[] = {"coderingen", "zinnen",     "passages",
                                           "sprekers",   "documenten", "cases"};
  const auto at = static_cast<std::size_t>(unit);
  return words.code == "en" ? in_english[at] : in_dutch[at];
}

Table in_language(Table table, const ReportWords& words) {
  if (words.code == "nl") return table;
  for (Column& column : table.columns) {
    translate(column.title);
    translate(column.group);
  }
  for (Row& row : table.rows)
    for (Cell& cell : row.cells)
      if (auto* text = std::get_if<std::string>(&cell)) translate(*text);
  return table;
}

}  // namespace pipeline
