#include "pipeline/read/html_rules.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "pipeline/read/ascii.h"
#include "pipeline/read/html_links.h"

namespace pipeline {
namespace {

constexpr unsigned deepest_look = 512;

std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool has_attribute(const GumboNode& element, const char* name) {
  return gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

// Calls seen(node) for all below `node`; it returns whether to look below that node as well.
template <typename Seen>
void each_below(const GumboNode& node, Seen& seen, unsigned depth = 0) {
  if (depth > deepest_look || node.type != GUMBO_NODE_ELEMENT) return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (seen(child)) each_below(child, seen, depth + 1);
  }
}

template <std::size_t Size>
unsigned count_below(const GumboNode& node, const std::array<GumboTag, Size>& tags) {
  unsigned count = 0;
  auto seen = [&](const GumboNode& child) {
    if (child.type == GUMBO_NODE_ELEMENT)
      count += static_cast<unsigned>(std::count(tags.begin(), tags.end(), child.v.element.tag));
    return true;
  };
  each_below(node, seen);
  return count;
}

bool holds_a_text(const GumboNode& element) {
  return count_below(element, std::array{GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE, GUMBO_TAG_H1}) > 0;
}

// Whether a word of the element's id or class is one of `names`: "site-cookie_bar" and
// "siteCookieBar" have "cookie".
template <std::size_t Size>
bool is_named(const GumboNode& element, const std::array<std::string_view, Size>& names) {
  for (const char* where : {"id", "class", "aria-label"}) {
    std::string word;
    bool was_lower = false;
    for (const char c : std::string(attribute(element, where)) + ' ') {
      const bool is_upper = c >= 'A' && c <= 'Z';
      const bool is_alpha = std::isalpha(static_cast<unsigned char>(c)) != 0;
      if (!is_alpha || (is_upper && was_lower)) {
        if (std::find(names.begin(), names.end(), word) != names.end()) return true;
        word.clear();
      }
      if (is_alpha) word += lower_ascii(c);
      was_lower = is_alpha && !is_upper;
    }
  }
  return false;
}

constexpr std::array<std::string_view, 9> cookie_words{
    "cookie",        "cookies",       "cookiebar", "cookiebalk", "cookiebanner",
    "cookiemelding", "cookieconsent", "consent",   "gdpr"};
constexpr std::array<std::string_view, 33> menu_words{
    "nav",         "navbar",      "subnav",     "navigation",   "navigatie",    "hoofdnavigatie",
    "menu",        "submenu",     "hoofdmenu",  "toc",          "skiplink",     "skiplinks",
    "breadcrumb",  "breadcrumbs", "kruimelpad", "broodkruimel", "sidebar",      "zijbalk",
    "share",       "sharing",     "social",     "socials",      "delen",        "pagination",
    "paginering",  "pager",       "related",    "gerelateerd",  "gerelateerde", "verwant",
    "recommended", "aanbevolen",  "tags"};

bool is_hidden(const GumboNode& element) {
  if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : attribute(element, "style"))
    if (c != ' ') style += lower_ascii(c);
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

// <dialog> is younger than gumbo's list of names.
bool is_closed_dialog(const GumboNode& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN) return false;
  GumboStringPiece name = element.v.element.original_tag;
  gumbo_tag_from_original_text(&name);
  const GumboStringPiece dialog{"dialog", 6};
  return gumbo_string_equals_ignore_case(&name, &dialog) && !has_attribute(element, "open");
}

bool is_container(GumboTag tag) {
  constexpr std::array containers{GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_UL, GUMBO_TAG_OL,
                                  GUMBO_TAG_P};
  return std::find(containers.begin(), containers.end(), tag) != containers.end();
}

// "<sup><a href="#n1">1</a></sup>": the mark of a note, which would grow onto the word before it.
bool is_note_mark(const GumboNode& element) {
  if (attribute(element, "role") == "doc-noteref" || attribute(element, "role") == "doc-backlink" ||
      attribute(element, "epub:type") == "noteref")
    return true;
  if (element.v.element.tag != GUMBO_TAG_SUP || element.v.element.children.length != 1)
    return false;
  const auto& child = *static_cast<const GumboNode*>(element.v.element.children.data[0]);
  return child.type == GUMBO_NODE_ELEMENT && child.v.element.tag == GUMBO_TAG_A &&
         attribute(child, "href").starts_with('#');
}

bool stands_in_quotation(const GumboNode& element) {
  return element.parent != nullptr && element.parent->type == GUMBO_NODE_ELEMENT &&
         element.parent->v.element.tag == GUMBO_TAG_BLOCKQUOTE;
}

// Elements whose role depends on what they hold.
bool is_furniture(const GumboNode& element, bool in_main) {
  const GumboTag tag = element.v.element.tag;
  const std::string_view role = attribute(element, "role");
  if (tag == GUMBO_TAG_NAV || role == "navigation" || role == "search" || role == "dialog" ||
      role == "alertdialog")
    return true;
  if (tag == GUMBO_TAG_HEADER || role == "banner")
    return !in_main &&
           (count_below(element, std::array{GUMBO_TAG_H1}) == 0 ||
            count_below(element, std::array{GUMBO_TAG_A, GUMBO_TAG_NAV, GUMBO_TAG_FORM}) > 0) &&
           count_below(element, std::array{GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE}) == 0;
  // Below a quotation stands who said it.
  if (tag == GUMBO_TAG_FOOTER || role == "contentinfo") return !stands_in_quotation(element);
  if (tag == GUMBO_TAG_ASIDE || role == "complementary")
    return !role.starts_with("doc-") && !has_attribute(element, "epub:type") &&
           !is_named(element, std::array<std::string_view, 2>{"footnotes", "voetnoten"});
  // Some sites wrap the whole page in one form.
  if (tag == GUMBO_TAG_FORM)
    return !holds_a_text(element) && count_below(element, std::array{GUMBO_TAG_P}) < 3;
  if (leads_away(element, in_main)) return true;
  if (!is_container(tag)) return false;
  if (is_named(element, cookie_words)) return !holds_a_text(element);
  return is_named(element, menu_words) && !holds_a_text(element) && is_mostly_links(element);
}

}  // namespace

Flow flow_of(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_BR:
      return Flow::line;
    case GUMBO_TAG_TR:
      return Flow::row;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Flow::cell;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
      return Flow::paragraph;
    default:
      return Flow::words;
  }
}

bool is_left_out(const GumboNode& element, bool in_main) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_VIDEO:
      return true;
    default:
      break;
  }
  if (element.v.element.attributes.length == 0 && element.v.element.tag == GUMBO_TAG_P)
    return leads_away(element, in_main);
  return is_hidden(element) || is_closed_dialog(element) || is_note_mark(element) ||
         is_furniture(element, in_main);
}

bool is_main(const GumboNode& element) {
  return element.v.element.tag == GUMBO_TAG_MAIN || attribute(element, "role") == "main";
}

std::vector<const GumboNode*> main_parts(const GumboNode& root) {
  std::vector<const GumboNode*> parts;
  auto seen = [&](const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT || is_left_out(node, false)) return false;
    bool has_words = false;
    auto words = [&](const GumboNode& child) {
      has_words = has_words || child.type == GUMBO_NODE_TEXT;
      return !has_words;
    };
    if (is_main(node)) each_below(node, words);
    if (has_words) parts.push_back(&node);
    return !has_words;
  };
  each_below(root, seen);
  if (parts.empty()) parts.push_back(&root);
  return parts;
}

std::vector<std::pair<std::string, std::string>> page_properties(const GumboNode& root) {
  std::vector<std::pair<std::string, std::string>> properties;
  auto seen = [&](const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    const GumboElement& element = node.v.element;
    if (element.tag == GUMBO_TAG_META)
      properties.emplace_back(attribute(node, has_attribute(node, "name") ? "name" : "property"),
                              attribute(node, "content"));
    if (element.tag == GUMBO_TAG_TITLE && element.children.length > 0) {
      const auto& text = *static_cast<const GumboNode*>(element.children.data[0]);
      if (text.type == GUMBO_NODE_TEXT) properties.emplace_back("title", text.v.text.text);
    }
    return element.tag == GUMBO_TAG_HEAD || element.tag == GUMBO_TAG_HTML;
  };
  each_below(root, seen);
  return properties;
}

}  // namespace pipeline
