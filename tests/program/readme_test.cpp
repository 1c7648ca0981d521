// The README tells the truth: each command that it shows is run, in its order and as a reader would
// type it, and every line that it shows of the answer stands there, in that order.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/program/example.h"
#include "tests/support/output_of.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

struct Shown {
  std::string command;
  std::vector<std::string> answer;
  std::size_t line = 0;  // of the README
};

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(line);
  }
  return lines;
}

// The commands in code blocks ("$ samenspel ..."), each with what is shown below it.
std::vector<Shown> shown_in(const std::string& readme) {
  std::vector<Shown> all;
  bool in_block = false, is_answer = false;
  std::size_t number = 0;
  for (const std::string& line : lines_of(readme)) {
    ++number;
    const bool is_command = in_block && line.starts_with("$ ");
    if (line.starts_with("```")) in_block = !in_block;
    is_answer = in_block && (is_command || is_answer);
    if (is_command)
      all.push_back({line.substr(2), {}, number});
    else if (is_answer)
      all.back().answer.push_back(line);
  }
  return all;
}

// Without what differs from run to run, and without " ...", where the README cuts a line off.
std::string comparable(std::string line) {
  static const std::regex seconds("klaar in \\d+ s"), day(" op \\d{4}-\\d{2}-\\d{2}$");
  line = std::regex_replace(line, seconds, "klaar in N s");
  line = std::regex_replace(line, day, " op DAG");
  return line.ends_with(" ...") ? line.substr(0, line.size() - 4) : line;
}

class Readme : public testing::Test {
 protected:
  // A clone's corpus, and what the README says that its reader has: a folder of interviews, a
  // lexicon with a line of their own, coded sentences.
  Readme() {
    const fs::path source(SAMENSPEL_SOURCE_DIR),
        coding = source / "tests/quality/geschreven/coding";
    fs::create_directory_symlink(source / "corpus", path("corpus"));
    for (const char* folder : {"build", "kluis", "interviews"}) fs::create_directory(path(folder));
    fs::copy(source / "corpus/westerbeek", path("interviews/westerbeek"));
    fs::copy(source / "corpus/westerbeek/interview-voorzitter.txt", path("interviews/kopie.txt"));
    fs::copy(coding / "sentences.tsv", path("zinnen.tsv"));
    fs::copy(coding / "coder_a.tsv", path("coder_a.tsv"));
    fs::copy(coding / "coder_b.tsv", path("coder_b.tsv"));
    fs::copy(source / "lexicons/samenwerking", path("mijn-lexicon"));
    std::string relation = bytes_of(path("mijn-lexicon/relatie.toml"));
    const std::string list = "faal = [\n";
    const std::size_t first = relation.find(list, relation.find("id = \"vertrouwen\""));
    relation.insert(first + list.size(), "  'aangetekende brief',\n");
    std::ofstream(path("mijn-lexicon/relatie.toml"), std::ios::binary) << relation;
  }

  fs::path path(const std::string& name) const { return folder_.path() / name; }

  // What the shell prints of it, both outputs, in the reader's folder.
  std::string answer_to(const std::string& command) const {
    const std::string folder = folder_.path().string();
    const std::string whole = "cd '" + folder + "' && export HOME='" + folder +
                              "' PATH='" SAMENSPEL_BINARY_DIR ":'\"$PATH\" && { " + command +
                              "\n} 2>&1";
    return output_of(whole);
  }

  TemporaryFolder folder_;
};

TEST_F(Readme, ShowsWhatTheProgramPrints) {
  const auto all = shown_in(bytes_of(fs::path(SAMENSPEL_SOURCE_DIR) / "README.md"));
  ASSERT_GE(all.size(), 15U) << "the commands of the README are not found any more";
  for (const Shown& shown : all) {
    const std::string answer = answer_to(shown.command);
    const auto lines = lines_of(answer);
    auto from = lines.begin();
    std::size_t number = shown.line;
    for (const std::string& line : shown.answer) {
      ++number;
      if (line.empty() || line == "...") continue;
      const std::string wanted = comparable(line);
      // A terminal shows an answer's mark only, a pipe its whole record.
      const bool is_cut = line.ends_with(" ...") || line.starts_with("Kenmerk ");
      const auto found = std::find_if(from, lines.end(), [&](const std::string& printed) {
        const std::string given = comparable(printed);
        return is_cut ? given.starts_with(wanted) : given == wanted;
      });
      if (found == lines.end()) {
        ADD_FAILURE() << "README.md:" << number << " shows\n  " << line << "\nwhich\n  "
                      << shown.command << "\ndoes not print (any more, or not there):\n"
                      << answer;
        break;
      }
      from = found + 1;
    }
  }
}

}  // namespace
}  // namespace pipeline
