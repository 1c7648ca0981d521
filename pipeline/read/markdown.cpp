#include <md4c.h>

#include <algorithm>

#include "pipeline/read/decode.h"
#include "pipeline/read/html.h"
#include "pipeline/read/paragraphs.h"
#include "pipeline/read/properties.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/references.h"
#include "pipeline/read/refusals.h"

namespace pipeline {
namespace {

struct Walk {
  Paragraphs text;
  bool in_html = false;  // within a raw block
  std::string html;      // of that block
  const ReadLimits* limits = nullptr;
  std::uint32_t depth = 0;
  std::size_t blocks_left = 0;  // that may still begin
  Said refusal;
};

Walk& walk_of(void* user) {
  return *static_cast<Walk*>(user);
}

constexpr int stop = -1;  // md4c passes over what is not negative

int go_deeper(Walk& walk) {
  if (++walk.depth > walk.limits->nesting) walk.refusal = nested_too_deep(*walk.limits);
  // Every row of a table has the cells of its first row, be they there or not.
  if (walk.blocks_left == 0)
    walk.refusal =
        said("een tabel heeft veel meer kolommen dan tekst; sla het document op als .txt");
  else
    --walk.blocks_left;
  return walk.refusal.empty() ? 0 : stop;
}

int enter_block(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
  Walk& walk = walk_of(user);
  if (go_deeper(walk) != 0) return stop;
  walk.in_html = type == MD_BLOCK_HTML;
  if (type == MD_BLOCK_TR)
    walk.text.begin_row();
  else if (type != MD_BLOCK_TD && type != MD_BLOCK_TH)
    walk.text.end_paragraph();
  return 0;
}

// A raw block with tags that HTML cannot make sense of has nothing to say.
void add_html(Walk& walk) {
  if (const auto page = html_text(walk.html, {}, *walk.limits))
    walk.text.add_finished(page->source);
  walk.html.clear();
  walk.in_html = false;
}

int leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
  Walk& walk = walk_of(user);
  --walk.depth;
  if (type == MD_BLOCK_TR) {
    walk.text.end_row();
  } else if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
    walk.text.end_cell();
  } else {
    if (walk.in_html) add_html(walk);
    walk.text.end_paragraph();
  }
  return 0;
}

int enter_span(MD_SPANTYPE /*type*/, void* /*detail*/, void* user) {
  return go_deeper(walk_of(user));
}

int leave_span(MD_SPANTYPE /*type*/, void* /*detail*/, void* user) {
  --walk_of(user).depth;
  return 0;
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* user) {
  Walk& walk = walk_of(user);
  const std::string_view text(bytes, size);
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      walk.text.end_line();
      break;
    case MD_TEXT_ENTITY:
      walk.text.add(character_of(text));
      break;
    case MD_TEXT_HTML:
      if (walk.in_html)
        walk.html += text;
      else if (text.starts_with("<br"))
        walk.text.end_line();
      break;
    case MD_TEXT_NULLCHAR:
      break;
    default:
      walk.text.add(text);
  }
  return 0;
}

// Cuts the YAML heading off the text, and takes what it says of the document.
void take_heading(std::string_view& text, Attributes& attributes) {
  constexpr std::string_view fence = "---\n";
  if (!text.starts_with(fence)) return;
  const std::size_t end = text.find("\n---\n", fence.size() - 1);
  if (end == std::string_view::npos) return;
  std::string_view heading = text.substr(fence.size(), end + 1 - fence.size());
  text.remove_prefix(end + 5);
  while (!heading.empty()) {
    const std::string_view line = heading.substr(0, heading.find('\n'));
    heading.remove_prefix(std::min(line.size() + 1, heading.size()));
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    std::string_view value = line.substr(colon + 2);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    set_property(attributes, line.substr(0, colon), value);
  }
}

}  // namespace

Result<Document> read_markdown(std::string_view bytes, const std::string& name,
                               const ReadLimits& limits) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  Document document;
  document.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  std::string_view text = decoded->text;
  take_heading(text, document.attributes);

  MD_PARSER parser{};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = add_text;
  Walk walk;
  walk.limits = &limits;
  walk.blocks_left = 2 * text.size() + 1000;
  const int outcome = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &walk);
  if (!walk.refusal.empty()) return failure(walk.refusal, name);
  if (outcome != 0)
    return failure(said("Markdown niet te lezen; sla het document op als .txt"), name);
  document.source = walk.text.take();
  return document;
}

}  // namespace pipeline
