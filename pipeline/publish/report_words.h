// What a report says, in Dutch and in English: every sentence that is not of the study stands here,
// once in each language. {} are the places of what is filled in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/model/factor.h"
#include "pipeline/model/table.h"
#include "pipeline/publish/recipe.h"
#include "pipeline/report/frequency.h"

namespace pipeline {

struct ReportWords {
  std::string_view code;
  char decimal_mark, thousands_mark;
  std::string_view success, failure, neutral, none;
  // Headings
  std::string_view contents, summary, method, factors, by_columns, together, places, times,
      quotations, guide, recipe;
  // Units, one and many
  std::string_view document, documents, passage, passages, word, words, speaker, speakers, coding,
      codings, quotation, quotes;
  // Summary
  std::string_view read, coded, most_named, most_success, most_failure, of_codings, at_least_ten;
  // Method
  std::string_view rests_on, coded_by, several_coders, lexicon, run, no_run, unfinished,
      unit_codings, unit_other, restricted, left_out, nothing_left_out, by_interviewers, by_parts,
      by_language, by_rejection, by_other_coders, interviewers_count, judged, not_judged, balance;
  // Charts
  std::string_view bars_caption, counts_caption, balance_caption, network_caption, strips_caption,
      timeline_caption, by_factor, and_by, times_together, begin, end, undated;
  // Quotations
  std::string_view all_shown, some_shown, none_shown, shown_of, how_to_read, recipe_note, open_all;
};

const ReportWords& report_words(ReportLanguage language);

// "1.234" or "1,234".
std::string shown_number(std::uint64_t number, const ReportWords& words);
// "1 passage", "1.234 passages".
std::string shown_count(std::uint64_t number, std::string_view one, std::string_view many,
                        const ReportWords& words);
// The word of a valence, and of headings that tables have.
std::string_view shown_valence(Valence valence, const ReportWords& words);
// "sprekers", "speakers"
std::string_view unit_name(CountUnit unit, const ReportWords& words);
Table in_language(Table table, const ReportWords& words);

}  // namespace pipeline
