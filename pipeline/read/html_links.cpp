#include "pipeline/read/html_links.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "pipeline/read/ascii.h"

namespace pipeline {
namespace {

constexpr unsigned deepest_look = 512;
// What has more letters than this outside links, or in all, is text and is not looked at further.
constexpr std::size_t most_unlinked = 4000, most_letters = 400'000;

constexpr std::array<std::string_view, 14> calls{"lees ook",         "lees meer",
                                                 "lees verder",      "zie ook",
                                                 "bekijk ook",       "meer lezen",
                                                 "verder lezen",     "meer nieuws",
                                                 "gerelateerd",      "gerelateerde artikelen",
                                                 "ook interessant",  "deel dit artikel",
                                                 "deel deze pagina", "delen"};

struct Letters {
  std::size_t all = 0, linked = 0, words_linked = 0, links = 0;
  bool leads_out = false;  // a link to another place than one of this page
};

bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z');
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

void count_text(std::string_view text, bool in_link, Letters& letters) {
  bool in_word = false;
  for (const char c : text) {
    const bool counts = is_letter(c);
    letters.all += counts ? 1 : 0;
    letters.linked += counts && in_link ? 1 : 0;
    letters.words_linked += counts && in_link && !in_word ? 1 : 0;
    in_word = counts;
  }
}

bool is_text(const Letters& letters) {
  return letters.all - letters.linked > most_unlinked || letters.all > most_letters;
}

void count_letters(const GumboNode& node, bool in_link, Letters& letters, unsigned depth = 0) {
  if (depth > deepest_look || is_text(letters)) return;
  if (node.type == GUMBO_NODE_TEXT) return count_text(node.v.text.text, in_link, letters);
  if (node.type != GUMBO_NODE_ELEMENT) return;
  if (is_element(node, GUMBO_TAG_A)) {
    const GumboAttribute* const href = gumbo_get_attribute(&node.v.element.attributes, "href");
    if (href != nullptr) {
      in_link = true;
      ++letters.links;
      letters.leads_out = letters.leads_out || href->value[0] != '#';
    }
  }
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    count_letters(*static_cast<const GumboNode*>(children.data[i]), in_link, letters, depth + 1);
}

Letters letters_of(const GumboNode& element) {
  Letters letters;
  count_letters(element, false, letters);
  return letters;
}

bool is_list(const GumboNode& node) {
  return is_element(node, GUMBO_TAG_UL) || is_element(node, GUMBO_TAG_OL);
}

bool is_heading_or_line(const GumboNode& node) {
  constexpr std::array tags{GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,  GUMBO_TAG_H5,
                            GUMBO_TAG_H6, GUMBO_TAG_P,  GUMBO_TAG_DIV, GUMBO_TAG_STRONG};
  return node.type == GUMBO_NODE_ELEMENT &&
         std::find(tags.begin(), tags.end(), node.v.element.tag) != tags.end();
}

// The element's first words in lower case, one space apart, as far as a call may go.
void add_words(const GumboNode& node, std::string& words, unsigned depth = 0) {
  constexpr std::size_t longest_call = 40;
  if (depth > deepest_look || words.size() > longest_call) return;
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
    for (const char c : std::string_view(node.v.text.text).substr(0, longest_call + 1)) {
      const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!is_space) words += lower_ascii(c);
      if (is_space && !words.empty() && words.back() != ' ') words += ' ';
    }
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    add_words(*static_cast<const GumboNode*>(children.data[i]), words, depth + 1);
}

// "Lees ook" and no more.
bool is_call(const GumboNode& node) {
  if (!is_heading_or_line(node)) return false;
  std::string words;
  add_words(node, words);
  while (!words.empty() && !is_letter(words.back())) words.pop_back();
  return std::find(calls.begin(), calls.end(), words) != calls.end();
}

// "Lees ook: De brug die er half ligt", of which all behind the colon is a link.
bool is_call_with_link(const GumboNode& node) {
  if (!is_element(node, GUMBO_TAG_P) && !is_element(node, GUMBO_TAG_DIV)) return false;
  std::string words;
  add_words(node, words);
  const auto call = std::find_if(calls.begin(), calls.end(), [&](std::string_view it) {
    return words.starts_with(it) && words.size() > it.size() && !is_letter(words[it.size()]);
  });
  if (call == calls.end()) return false;
  const Letters letters = letters_of(node);
  const auto outside =
      static_cast<std::size_t>(std::count_if(call->begin(), call->end(), is_letter));
  return letters.links > 0 && letters.all - letters.linked <= outside;
}

// The element beside this one, -1 before and 1 behind it; null if there is none.
const GumboNode* beside(const GumboNode& node, int step) {
  if (node.parent == nullptr || node.parent->type != GUMBO_NODE_ELEMENT) return nullptr;
  const GumboVector& all = node.parent->v.element.children;
  for (auto at = static_cast<long>(node.index_within_parent) + step;
       at >= 0 && at < static_cast<long>(all.length); at += step) {
    const auto* const next = static_cast<const GumboNode*>(all.data[at]);
    if (next->type == GUMBO_NODE_ELEMENT) return next;
    if (next->type == GUMBO_NODE_TEXT) return nullptr;
  }
  return nullptr;
}

// All that is said is said in links.
bool is_all_links(const Letters& letters) {
  return letters.links > 0 && letters.all == letters.linked && !is_text(letters);
}

bool is_list_of_links(const GumboNode& node) {
  return is_list(node) && is_all_links(letters_of(node));
}

// "Home | Nieuws | Contact", or what leads to places of this page.
bool is_menu(const GumboNode& list, bool in_main) {
  constexpr std::size_t fewest = 3, most_words = 3;  // of them on average
  const Letters letters = letters_of(list);
  if (!is_all_links(letters) || letters.links < fewest) return false;
  return !letters.leads_out || (!in_main && letters.words_linked <= most_words * letters.links);
}

}  // namespace

bool is_mostly_links(const GumboNode& element) {
  const Letters letters = letters_of(element);
  return !is_text(letters) && letters.linked * 2 >= letters.all;
}

bool leads_away(const GumboNode& element, bool in_main) {
  if (is_list(element)) {
    const GumboNode* const before = beside(element, -1);
    return is_menu(element, in_main) ||
           (before != nullptr && is_call(*before) && is_all_links(letters_of(element)));
  }
  if (!is_heading_or_line(element)) return false;
  if (is_call_with_link(element)) return true;
  const GumboNode* const behind = is_call(element) ? beside(element, 1) : nullptr;
  return behind != nullptr && is_list_of_links(*behind);
}

}  // namespace pipeline
