#include "pipeline/cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>

#include "pipeline/cli/print_json.h"
#include "pipeline/cli/session.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/number.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

using Clock = std::chrono::steady_clock;

std::atomic<bool> stop_asked{false};

void ask_to_stop(int) {
  stop_asked = true;
  std::signal(SIGINT, SIG_DFL);  // a second Ctrl-C ends at once
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::int64_t>(seconds + 0.5);
  return whole < 60 ? fmt::format("{} s", whole)
                    : fmt::format("{}:{:02} min", whole / 60, whole % 60);
}

// Draws at most ten times a second on a terminal; elsewhere a line every ten seconds.
class Meter {
 public:
  void operator()(const Progress& progress) {
    const auto now = Clock::now();
    const bool is_last = progress.documents == progress.all_documents || progress.is_merging;
    if (now - drawn_ < (is_terminal_ ? std::chrono::milliseconds(100) : std::chrono::seconds(10)) &&
        !(is_terminal_ && is_last))
      return;
    drawn_ = now;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    if (is_terminal_)
      draw(progress, seconds);
    else if (!progress.is_merging)
      fmt::print(stderr, "{}\n",
                 tr("{} van {} documenten, {}", number(progress.documents),
                    number(progress.all_documents), rate(progress, seconds)));
  }
  void clear() const {
    if (is_terminal_ && is_drawn_) fmt::print(stderr, "\r\033[K");
  }

 private:
  static std::string rate(const Progress& progress, double seconds) {
    const double done = static_cast<double>(progress.bytes);
    std::string text = rounded(done / 1e6 / std::max(seconds, 1e-3), 1) + " MB/s";
    // A hundredth says too little of the rest.
    if (progress.bytes * 100 >= progress.all_bytes && progress.bytes < progress.all_bytes)
      text +=
          tr(", nog {}",
             duration(seconds * static_cast<double>(progress.all_bytes - progress.bytes) / done));
    return text;
  }
  void draw(const Progress& progress, double seconds) {
    is_drawn_ = true;
    if (progress.is_merging) {
      fmt::print(stderr, "\r\033[K{}", tr("de index wordt samengesteld ..."));
      return;
    }
    constexpr std::size_t width = 24;
    const std::size_t full =
        progress.all_bytes == 0 ? width : width * progress.bytes / progress.all_bytes;
    std::string bar;
    for (std::size_t i = 0; i < width; ++i) bar += i < full ? "█" : "░";
    fmt::print(stderr, "\r\033[K{}",
               tr("{} {}/{} documenten, {}", bar, number(progress.documents),
                  number(progress.all_documents), rate(progress, seconds)));
    std::fflush(stderr);
  }

  const bool is_terminal_ = isatty(STDERR_FILENO) == 1;
  const Clock::time_point begun_ = Clock::now();
  Clock::time_point drawn_ = begun_;
  bool is_drawn_ = false;
};

void print_outcomes(const IngestReport& report, const std::string& kind, const std::string& title) {
  bool is_first = true;
  for (const Outcome& outcome : report.outcomes) {
    if (outcome.kind != kind) continue;
    if (is_first) fmt::print("\n{}:\n", title);
    is_first = false;
    fmt::print("  {}: {}\n", printable(outcome.path), printable(outcome.message));
  }
}

void print_line(const std::string& name, std::uint64_t count, const std::string& detail = {}) {
  fmt::print("  {:<14}{:>12}{}\n", name, number(count), detail.empty() ? "" : "   " + detail);
}

void print_report(const IngestReport& report, double seconds) {
  std::string parts;
  const auto part = [&](std::uint64_t count, const std::string& word) {
    if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", number(count), word);
  };
  part(report.added, tr("nieuw"));
  part(report.changed, tr("gewijzigd"));
  part(report.attributes, tr("met andere kenmerken"));
  part(report.refreshed, tr("opnieuw gecodeerd"));
  part(report.unchanged, tr("ongewijzigd"));
  fmt::print("{}\n", tr("Run {} met lexicon {}, klaar in {}.", report.run.id, report.run.lexicon,
                        duration(seconds)));
  print_line(tr("documenten"), report.run.documents, parts);
  if (report.added + report.changed + report.refreshed > 0) {
    print_line(tr("passages"), report.passages);
    print_line(tr("zinnen"), report.sentences);
    print_line(tr("woorden"), report.words);
    if (report.foreign_passages > 0)
      print_line(tr("andere taal"), report.foreign_passages,
                 tr("passages, {} woorden: doorzoekbaar (taal:), niet gecodeerd",
                    number(report.foreign_words)));
    print_line(tr("coderingen"), report.codings[0] + report.codings[1] + report.codings[2],
               tr("succes {}, faal {}, neutraal {}", number(report.codings[0]),
                  number(report.codings[1]), number(report.codings[2])));
  }
  if (report.doubles > 0)
    print_line(tr("dubbel"), report.doubles,
               tr("hebben de tekst van een ander document; niet ingelezen"));
  if (report.missing > 0)
    print_line(tr("niet gevonden"), report.missing,
               tr("staan in de studie, niet onder de opgegeven paden; ze blijven"));
  print_outcomes(report, "warning", tr("Waarschuwingen"));
  print_outcomes(report, "refused", tr("Geweigerd"));
  if (report.index_is_former)
    fmt::print(
        "\n{}\n",
        tr("Onderbroken. De index is gebleven zoals die was; dezelfde opdracht begint opnieuw."));
  else if (report.was_stopped)
    fmt::print("\n{}\n",
               tr("Onderbroken. Wat is ingelezen blijft; dezelfde opdracht gaat verder waar deze "
                  "ophield."));
}

nlohmann::ordered_json to_json(const IngestReport& report) {
  nlohmann::ordered_json outcomes = nlohmann::ordered_json::array();
  for (const Outcome& outcome : report.outcomes)
    outcomes.push_back(
        {{"path", outcome.path}, {"kind", outcome.kind}, {"message", outcome.message}});
  return {{"format", "samenspel-run"},
          {"version", 1},
          {"run", report.run.id},
          {"started", report.run.started},
          {"finished", report.run.finished},
          {"lexicon", report.run.lexicon},
          {"documents", report.run.documents},
          {"added", report.added},
          {"changed", report.changed},
          {"attributes", report.attributes},
          {"refreshed", report.refreshed},
          {"unchanged", report.unchanged},
          {"missing", report.missing},
          {"doubles", report.doubles},
          {"passages", report.passages},
          {"sentences", report.sentences},
          {"words", report.words},
          {"foreign_passages", report.foreign_passages},
          {"foreign_words", report.foreign_words},
          {"codings",
           {{"succes", report.codings[0]},
            {"faal", report.codings[1]},
            {"neutraal", report.codings[2]}}},
          {"outcomes", outcomes}};
}

}  // namespace

int show_run(const std::string& format,
             const std::function<Checked<IngestReport>(IngestOptions)>& run) {
  Meter meter;
  IngestOptions options;
  options.program = SAMENSPEL_VERSION;
  options.progress = [&meter](const Progress& progress) { meter(progress); };
  options.stop = &stop_asked;
  std::signal(SIGINT, ask_to_stop);
  const auto begun = Clock::now();
  const auto report = run(options);
  meter.clear();
  std::signal(SIGINT, SIG_DFL);
  if (!report) {
    complain(report.error());
    return exit_error;
  }
  if (format == "json")
    print_json(to_json(*report));
  else
    print_report(*report, std::chrono::duration<double>(Clock::now() - begun).count());
  return report->refused() > 0 || report->was_stopped ? exit_error : exit_done;
}

}  // namespace pipeline
