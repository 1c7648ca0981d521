#include "pipeline/cli/export_gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/show.h"
#include "pipeline/ingest/pseudonyms.h"
#include "pipeline/language/word_analyser.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/tr.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"
#include "pipeline/pseudonymise/identifiers.h"
#include "pipeline/pseudonymise/name_like.h"
#include "pipeline/pseudonymise/name_words.h"

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

std::string name_of(NameKind kind) {
  return tr("naam van {}", tr(row_of(kind).name));
}

// Whether a word of the name, or a lemma of it, is among `shown` and is nothing but a name.
bool tells(std::string_view name, const std::set<std::string>& shown, const WordTable& words) {
  const WordAnalyser analyse(words);
  return std::ranges::any_of(name_words(name), [&](const NameWord& it) {
    const std::string_view written = slice(name, it.span);
    const std::string word = fold(written);
    if (is_ordinary(word, words)) return false;
    return shown.contains(word) ||
           std::ranges::any_of(analyse(written).word.readings, [&](const Reading& reading) {
             return shown.contains(fold(reading.lemma));
           });
  });
}

}  // namespace

ExportGate::ExportGate(const Session& session, const Store& store, bool is_read_here,
                       bool is_strict)
    : is_strict_(is_strict) {
  if (!is_read_here && pseudonym_mark(store.last_run())) words_ = session.words();
}

void ExportGate::note(PassageId passage, const std::string& kind) {
  Kind& it = found_[kind];
  ++it.count;
  it.passages.insert(passage);
}

void ExportGate::look_at(PassageId passage, std::string_view text) {
  if (!words_) return;
  const std::string clean = Normaliser{}(text).text;
  for (const Identifier& it : find_identifiers(clean)) note(passage, tr(row_of(it.kind).name));
  for (const NameLike& it : find_name_like(clean, *words_))
    if (it.is_sure) note(passage, name_of(it.kind));
}

void ExportGate::look_at_words(PassageId passage, std::string_view text,
                               const std::set<std::string>& shown) {
  if (!words_ || shown.empty()) return;
  const std::string clean = Normaliser{}(text).text;
  for (const Identifier& it : find_identifiers(clean))
    if (shown.contains(fold(slice(clean, it.span)))) note(passage, tr(row_of(it.kind).name));
  for (const NameLike& it : find_name_like(clean, *words_))
    if (it.is_sure && tells(slice(clean, it.span), shown, *words_)) note(passage, name_of(it.kind));
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
