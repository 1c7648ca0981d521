#include "pipeline/cli/options.h"

#include "pipeline/cli/command_line.h"

namespace pipeline {

void add_study_option(const Command& command, Session& session) {
  command
      .add_option("--study", session.study_folder, "Map van de studie (standaard: de huidige map)")
      .type_name("MAP");
}

void add_jobs_option(const Command& command, unsigned& jobs) {
  command.add_option("--jobs,-j", jobs, "Aantal threads (standaard: alle kernen)")
      .type_name("N")
      .between(1, 256);
}

void add_format_option(const Command& command, std::string& format,
                       const std::vector<std::string>& names) {
  command.add_option("--format", format, "Vorm van het antwoord")
      .type_name("VORM")
      .one_of(names)
      .capture_default_str();
}

void add_changes_option(const Command& command, std::string& changes) {
  changes = change_names().front();
  command
      .add_option("--wijzigingen", changes,
                  "Bijgehouden wijzigingen lezen alsof ze geaccepteerd of geweigerd zijn")
      .type_name("HOE")
      .one_of(change_names())
      .capture_default_str();
}

ReadOptions read_options(const std::string& changes) {
  return {changes == change_names().front() ? Changes::accepted : Changes::rejected};
}

}  // namespace pipeline
