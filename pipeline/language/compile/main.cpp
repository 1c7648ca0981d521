// word_table_compiler: OpenTaal's lists and the tables under pipeline/language/data -> words.bin.
// Run by the build; docs/word-table.md describes what goes in and how readings are ranked.
#include <exception>
#include <iostream>

#include "pipeline/language/compile/steps.h"

int main(int count, char** arguments) {
  if (count != 6) {
    std::cerr << "word_table_compiler WORDLIST DICTIONARY AFFIXES DATA_FOLDER OUTPUT\n";
    return 2;
  }
  try {
    const auto sources =
        pipeline::read_sources({arguments[1], arguments[2], arguments[3], arguments[4]});
    pipeline::FormTable table;
    pipeline::add_own_words(table, sources);
    pipeline::add_verbs(table, sources);
    pipeline::add_flagged_words(table, sources);
    pipeline::add_roles(table, sources);
    pipeline::add_leftovers(table, sources);
    pipeline::prefer_own_choices(table, sources);
    pipeline::add_parts(table, sources);
    pipeline::add_variants(table, sources);
    table.write(arguments[5]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  return 0;
}
