// Answers that can be made again. A command that writes a table puts
//   stamp(table, *command, *study, *store, facts);
// before it writes, asks shown_run() for the run that its notes name, and gets a row among the
// commands that verify.cpp may call. One that writes something else (a chart) puts
// record_line(...) anywhere in it as it stands.
#pragma once

#include <string>
#include <vector>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/session.h"
#include "pipeline/ingest/output_record.h"
#include "pipeline/model/table.h"

namespace pipeline {

// {"table", "--columns", "case"}: the command and what was asked, in the order of the command's own
// options, without what says where it comes from and goes to.
std::vector<std::string> words_of(const Command& command);

// By which a table can be made again; stamp() puts it among its notes.
std::string record_line(const Table& table, const Command& command, const Study& study,
                        const Store& store, const CorpusFacts& facts);
void stamp(Table& table, const Command& command, const Study& study, const Store& store,
           const CorpusFacts& facts);
// `content`: what tells this answer from another; of a picture, its bytes. `words`: as words_of
// gives them, or others that ask for the same.
std::string record_line(std::vector<std::string> words, const Study& study, const Store& store,
                        const CorpusFacts& facts, std::string_view content);
std::string record_line(const Command& command, const Study& study, const Store& store,
                        const CorpusFacts& facts, std::string_view content);

// The last run; while an AsOfRun lives, under the number and date of that one, in its words: a
// study that was ingested again without a change gives the same bytes.
std::optional<RunRecord> shown_run(const Store& store);
class AsOfRun {
 public:
  explicit AsOfRun(const OutputRecord& record);
  ~AsOfRun();
  AsOfRun(const AsOfRun&) = delete;
  AsOfRun& operator=(const AsOfRun&) = delete;
};

}  // namespace pipeline
