#include "pipeline/cli/export_gate.h"

#include <fmt/format.h>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/show.h"
#include "pipeline/ingest/pseudonyms.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/pseudonymise/identifiers.h"
#include "pipeline/pseudonymise/name_like.h"

namespace pipeline {
namespace {

// Enough to find them by.
constexpr std::size_t most_shown = 10;

std::string places(const std::set<PassageId>& passages) {
  std::string text;
  std::size_t shown = 0;
  for (const PassageId passage : passages) {
    if (shown++ == most_shown) return text + ", ...";
    text += (text.empty() ? "" : ", ") + to_string(passage);
  }
  return text;
}

}  // namespace

ExportGate::ExportGate(const Session& session, const Store& store, bool is_read_here,
                       bool is_strict)
    : is_strict_(is_strict) {
  if (!is_read_here && pseudonym_mark(store.last_run())) words_ = session.words();
}

void ExportGate::look_at(PassageId passage, std::string_view text) {
  if (!words_) return;
  const std::string clean = Normaliser{}(text).text;
  const auto note = [&](std::string_view kind) {
    Kind& it = found_[std::string(kind)];
    ++it.count;
    it.passages.insert(passage);
  };
  for (const Identifier& it : find_identifiers(clean)) note(tr(row_of(it.kind).name));
  for (const NameLike& it : find_name_like(clean, *words_))
    if (it.is_sure) note(tr("naam van {}", tr(row_of(it.kind).name)));
}

bool ExportGate::opens() const {
  if (found_.empty()) return true;
  complain(is_strict_
               ? tr("niet geschreven: er staat nog in wat op een persoon kan wijzen (--streng)")
               : tr("let op: in deze tekst staat nog wat op een persoon kan wijzen; zet het op de "
                    "namenlijst en lees opnieuw in"));
  for (const auto& [kind, it] : found_)
    complain(tr_plural(it.passages.size(), "  {}: {} keer, in passage {}",
                       "  {}: {} keer, in passages {}", kind, number(it.count),
                       places(it.passages)));
  return !is_strict_;
}

void add_gate_option(const Command& command, bool& is_strict) {
  command.add_flag("--streng", is_strict,
                   "Schrijf niets als er in een studie met pseudoniemen nog iets op een persoon "
                   "lijkt te wijzen (bij andere vormen dan tekst)");
}

}  // namespace pipeline
