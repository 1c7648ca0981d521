#include "pipeline/pseudonymise/pseudonymise.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/model/tr.h"
#include "pipeline/normalise/edits.h"
#include "pipeline/pseudonymise/identifiers.h"
#include "pipeline/segment/letters.h"

namespace pipeline {
namespace {

struct Replacement {
  Span span;
  std::string with;
};

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    if (next.is_word()) return true;
    at += std::max<std::uint32_t>(next.size, 1);
  }
  return false;
}

// Each part of `it` that a cut makes and that holds a word is replaced by itself.
void put(TextEditor& editor, std::string_view source, std::span<const std::uint32_t> cuts,
         const Replacement& it) {
  auto cut = std::ranges::upper_bound(cuts, it.span.begin);
  for (std::uint32_t begin = it.span.begin; begin < it.span.end;) {
    const std::uint32_t end = cut == cuts.end() ? it.span.end : std::min(*cut++, it.span.end);
    if (has_word(slice(source, {begin, end}))) editor.replace(begin, end, it.with);
    begin = end;
  }
}

// Where captions, parts and pages begin and end: each of them stays apart from its neighbours.
std::vector<std::uint32_t> cuts_of(const Document& document) {
  std::vector<std::uint32_t> cuts;
  for (const Caption& caption : document.captions)
    cuts.insert(cuts.end(), {caption.span.begin, caption.span.end});
  for (const TextPart& part : document.parts)
    cuts.insert(cuts.end(), {part.span.begin, part.span.end});
  for (const PageStart& page : document.pages) cuts.push_back(page.begin);
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

// In order; a name within an address goes with it, and what overlaps otherwise becomes one.
std::vector<Replacement> apart(std::vector<Replacement> all) {
  std::ranges::stable_sort(all, [](const Replacement& a, const Replacement& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Replacement> result;
  for (Replacement& it : all) {
    if (result.empty() || !overlap(result.back().span, it.span)) {
      result.push_back(std::move(it));
    } else if (it.span.end > result.back().span.end) {
      result.back().span.end = it.span.end;
      result.back().with += ' ' + it.with;
    }
  }
  return result;
}

bool joins_lines(const OffsetMap& map, std::string_view source) {
  return std::ranges::any_of(map.edits(), [&](const OffsetMap::Edit& edit) {
    return source.substr(edit.source, edit.source_length).find('\n') != std::string_view::npos;
  });
}

std::string_view without_brackets(std::string_view name) {
  return !name.empty() && tag_end(name, 0) == name.size() ? name.substr(1, name.size() - 2) : name;
}

}  // namespace

Pseudonymiser::Pseudonymiser(std::vector<NameRow> rows, const WordTable& words,
                             PseudonymOptions options)
    : rows_(std::move(rows)), options_(options), find_(rows_, words) {}

std::string Pseudonymiser::pseudonym(const FoundName& name) const {
  const NameRow& row = rows_[name.row];
  return name.is_one_of_several ? fmt::format("[{}]", row_of(row.kind).tag) : row.pseudonym;
}

Pseudonymiser::Changed Pseudonymiser::changed(std::string_view source,
                                              std::span<const std::uint32_t> cuts) const {
  const AlignedText clean = normalise_(source);
  std::vector<Replacement> replacements;
  if (options_.identifiers)
    for (const Identifier& it : find_identifiers(clean.text))
      if (row_of(it.kind).is_replaced)
        replacements.push_back({clean.to_source(it.span), std::string(row_of(it.kind).tag)});
  const FoundNames found = find_(clean.text);
  for (const FoundName& name : found.names)
    replacements.push_back({clean.to_source(name.span), pseudonym(name)});
  // "Snijders-\nmethode": clean text has joined it to one word.
  if (joins_lines(clean.map, source))
    for (const FoundName& name : find_(source).names)
      replacements.push_back({name.span, pseudonym(name)});
  TextEditor editor(source);
  for (const Replacement& it : apart(std::move(replacements))) put(editor, source, cuts, it);
  Changed result{std::move(editor).finish(), {}};
  for (const std::uint32_t row : found.loose) result.loose.insert(rows_[row].line);
  return result;
}

AlignedText Pseudonymiser::text(std::string_view source) const {
  return changed(source, {}).text;
}

Document Pseudonymiser::operator()(const Document& document) const {
  Document result = document;
  auto [text, loose] = changed(document.source, cuts_of(document));
  const OffsetMap& map = text.map;
  for (Caption& caption : result.captions) {
    caption.span = map.to_derived(caption.span);
    if (!caption.speaker) continue;
    loose.merge(changed(*caption.speaker, {}).loose);
    caption.speaker = speaker(*caption.speaker);
  }
  for (TextPart& part : result.parts) part.span = map.to_derived(part.span);
  for (PageStart& page : result.pages) page.begin = map.to_derived({page.begin, page.begin}).begin;
  result.source = std::move(text.text);
  replace(result.attributes);
  for (Said& warning : result.warnings)
    warning = warning.changed([this](const std::string& it) { return value(it); });
  if (!loose.empty())
    result.warnings.push_back(
        said("een voornaam van de namenlijst staat er ook alleen, zonder achternaam, en is zo niet "
             "vervangen; zet hem bij de varianten (regel {} van de lijst)",
             fmt::format("{}", fmt::join(loose, ", "))));
  return result;
}

std::string Pseudonymiser::value(std::string_view source) const {
  return text(source).text;
}

std::string Pseudonymiser::speaker(std::string_view name) const {
  return std::string(without_brackets(value(name)));
}

std::string Pseudonymiser::path(std::string_view path) const {
  const AlignedText clean = normalise_(path);
  TextEditor editor(path);
  for (const FoundName& name : find_(clean.text, WordsOf::file_name).names) {
    const Span span = clean.to_source(name.span);
    std::string with(without_brackets(pseudonym(name)));
    std::ranges::replace(with, '/', '-');
    editor.replace(span.begin, span.end, with);
  }
  return std::move(editor).finish().text;
}

void Pseudonymiser::replace(Attributes& attributes) const {
  for (auto& [name, text] : attributes) text = value(text);
}

std::map<std::string, Attributes> Pseudonymiser::speakers(
    std::map<std::string, Attributes> rows) const {
  std::map<std::string, Attributes> result;
  for (auto& [name, attributes] : rows) {
    replace(attributes);
    result.emplace(speaker(name), std::move(attributes));
  }
  return result;
}

std::string Pseudonymiser::content() const {
  std::string content = options_.identifiers ? "1" : "0";
  for (const NameRow& row : rows_) {
    content +=
        '\x1d' + row.name + '\x1f' + std::string(row_of(row.kind).name) + '\x1f' + row.pseudonym;
    for (const std::string& variant : row.variants) content += '\x1e' + variant;
  }
  return content;
}

}  // namespace pipeline
