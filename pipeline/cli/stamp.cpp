#include "pipeline/cli/stamp.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "pipeline/ingest/hash.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

// Where an answer comes from and goes to, and how it is written.
constexpr std::array<std::string_view, 10> not_asked{
    "study",          "format", "uitvoer", "overschrijf", "scheiding",
    "decimale-komma", "bom",    "streng",  "help",        "zonder-herkomst"};

// One remake at a time: set by AsOfRun alone.
const OutputRecord* as_of = nullptr;

void take_as_of(OutputRecord& record) {
  if (as_of == nullptr) return;
  record.run = as_of->run;
  record.started = as_of->started;
  record.language = as_of->language;
}

std::string version() {
  const std::string name = program_version();
  return name.substr(name.rfind(' ') + 1);
}

}  // namespace

std::vector<std::string> words_of(const Command& named) {
  const CLI::App& command = named.app();
  std::vector<std::string> words;
  for (const CLI::App* it = &command; it->get_parent() != nullptr; it = it->get_parent())
    words.insert(words.begin(), it->get_name());
  for (const CLI::Option* option : command.get_options()) {
    if (option->count() == 0) continue;
    if (option->get_positional()) {
      for (const std::string& value : option->results()) words.push_back(value);
      continue;
    }
    const std::string& name = option->get_lnames().front();
    if (std::ranges::find(not_asked, name) != not_asked.end()) continue;
    if (option->get_items_expected_max() == 0) {
      words.push_back("--" + name);
      continue;
    }
    for (const std::string& value : option->results()) {
      words.push_back("--" + name);
      if (!value.empty() && value != "{}") words.push_back(value);
    }
  }
  // Records of Dutch answers, the older ones among them, name no language.
  if (spoken() != Language::dutch) {
    words.emplace_back("--lang");
    words.emplace_back(code_of(spoken()));
  }
  return words;
}

std::string record_line(const Table& table, const Command& command, const Study& study,
                        const Store& store, const CorpusFacts& facts) {
  OutputRecord record = record_of(study, store, facts, words_of(command), version());
  record.content = content_hash(table);
  take_as_of(record);
  return line_of(record);
}

void stamp(Table& table, const Command& command, const Study& study, const Store& store,
           const CorpusFacts& facts) {
  table.notes.push_back(record_line(table, command, study, store, facts));
}

std::string record_line(std::vector<std::string> words, const Study& study, const Store& store,
                        const CorpusFacts& facts, std::string_view content) {
  OutputRecord record = record_of(study, store, facts, std::move(words), version());
  record.content = hash_of(content).substr(0, 12);
  take_as_of(record);
  return line_of(record);
}

std::string record_line(const Command& command, const Study& study, const Store& store,
                        const CorpusFacts& facts, std::string_view content) {
  return record_line(words_of(command), study, store, facts, content);
}

std::optional<RunRecord> shown_run(const Store& store) {
  auto run = store.last_run();
  if (run && as_of != nullptr) {
    run->id = as_of->run;
    run->started = as_of->started;
  }
  return run;
}

AsOfRun::AsOfRun(const OutputRecord& record) {
  as_of = &record;
}
AsOfRun::~AsOfRun() {
  as_of = nullptr;
}

}  // namespace pipeline
