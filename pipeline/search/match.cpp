#include "pipeline/search/match.h"

#include <algorithm>

#include "pipeline/index/fields.h"
#include "pipeline/index/stream.h"
#include "pipeline/search/sentence_match.h"

namespace pipeline {
namespace {

using Kind = MatchNode::Kind;
using Stream = std::string_view;

bool is_form(std::string_view term) {
  return !term.empty() && term.front() == prefix::form;
}

void sort_unique(std::vector<Stretch>& found) {
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

void add(std::vector<Stretch>& found, const StreamTerm& term) {
  found.push_back({term.position, term.position + 1});
}

void find_whole(Stream stream, Place place, const std::string& sought,
                std::vector<Stretch>& found) {
  for (StreamSearch search(stream, place, sought); search.next();)
    if (search.found().term == sought) add(found, search.found());
}

void find_lemmas(const MatchNode& node, Stream stream, std::vector<Stretch>& found) {
  const bool has_verbs_apart = stream.find(static_cast<char>(Place::apart)) != Stream::npos;
  for (const std::string& sought : node.terms) {
    find_whole(stream, Place::lemma, sought, found);
    if (has_verbs_apart) find_whole(stream, Place::apart, sought, found);
  }
}

void find_codings(const MatchNode& node, Stream stream, std::vector<Stretch>& found) {
  for (const std::string& sought : node.terms) find_whole(stream, Place::beside, sought, found);
}

// A token without a form of its own was written as its lemma.
void find_exact(const MatchNode& node, Stream stream, std::vector<Stretch>& found) {
  for (const std::string& sought : node.terms) {
    if (is_form(sought)) {
      find_whole(stream, Place::beside, sought, found);
      continue;
    }
    for (StreamSearch search(stream, Place::lemma, sought); search.next();)
      if (search.found().term == sought && !is_form(search.beside())) add(found, search.found());
  }
}

void find_beginning(const MatchNode& node, Stream stream, std::vector<Stretch>& found) {
  for (StreamSearch search(stream, Place::lemma, node.text); search.next();)
    add(found, search.found());
  for (StreamSearch search(stream, Place::apart, node.text); search.next();)
    add(found, search.found());
  for (StreamSearch search(stream, Place::beside, prefix::form + node.text); search.next();)
    add(found, search.found());
}

void find_wildcard(const MatchNode& node, Stream stream, std::vector<Stretch>& found) {
  if (!node.open_begin) return find_beginning(node, stream, found);
  std::vector<StreamTerm> terms;
  read_stream(stream, terms);
  for (const StreamTerm& term : terms) {
    const bool fits = term.place != Place::beside
                          ? fits_wildcard(node, term.term)
                          : is_form(term.term) && fits_wildcard(node, term.term.substr(1));
    if (fits) add(found, term);
  }
}

// Each word right behind the one before.
void find_phrase(const MatchNode& node, Stream stream, std::vector<Stretch>& found) {
  found = stretches(node.children.front(), stream);
  for (std::size_t i = 1; i < node.children.size() && !found.empty(); ++i) {
    const std::vector<Stretch> next = stretches(node.children[i], stream);
    std::vector<Stretch> longer;
    for (const Stretch& head : found)
      for (auto it = std::lower_bound(next.begin(), next.end(), Stretch{head.end, 0});
           it != next.end() && it->begin == head.end; ++it)
        longer.push_back({head.begin, it->end});
    found = std::move(longer);
  }
}

bool has_coding(const MatchNode& node) {
  return node.kind == Kind::coding ||
         std::any_of(node.children.begin(), node.children.end(), has_coding);
}

// Next to each other is a distance of 1. A word is not near itself, but a factor may stand on the
// very word that is sought.
bool is_close(const MatchNode& window, bool may_overlap, Stretch a, Stretch b) {
  if (a.end <= b.begin) return b.begin - a.end < window.distance;
  if (window.kind == Kind::adjacent) return false;
  if (b.end <= a.begin) return a.begin - b.end < window.distance;
  return may_overlap;
}

template <typename Visit>
void for_each_pair(const MatchNode& window, Stream stream, Visit visit) {
  const std::vector<Stretch> left = stretches(window.children[0], stream);
  if (left.empty()) return;
  const std::vector<Stretch> right = stretches(window.children[1], stream);
  const bool may_overlap = has_coding(window);
  for (const Stretch& a : left)
    for (const Stretch& b : right)
      if (is_close(window, may_overlap, a, b))
        visit(a, b, Stretch{std::min(a.begin, b.begin), std::max(a.end, b.end)});
}

bool holds(const std::vector<Stretch>& sorted, Stretch stretch) {
  return std::binary_search(sorted.begin(), sorted.end(), stretch);
}

void places_within(const MatchNode& node, Stream stream, const std::vector<Stretch>& wanted,
                   std::vector<HitPlace>& places);

// The words of `node` in any of `sentences`.
void places_in(const MatchNode& node, Stream stream, const std::vector<Stretch>& sentences,
               std::vector<HitPlace>& places) {
  if (node.kind == Kind::none) return;
  if (node.kind == Kind::all || node.kind == Kind::any) {
    for (const MatchNode& child : node.children) places_in(child, stream, sentences, places);
    return;
  }
  std::vector<Stretch> found = stretches(node, stream);
  std::erase_if(found, [&sentences](Stretch it) {
    const auto after = std::ranges::upper_bound(sentences, it.begin, {}, &Stretch::begin);
    return after == sentences.begin() || std::prev(after)->end <= it.begin;
  });
  places_within(node, stream, found, places);
}

// The words of `node` where it stands exactly at one of `wanted` (sorted).
void places_within(const MatchNode& node, Stream stream, const std::vector<Stretch>& wanted,
                   std::vector<HitPlace>& places) {
  if (wanted.empty()) return;
  if (node.kind == Kind::any) {
    for (const MatchNode& child : node.children) {
      std::vector<Stretch> found = stretches(child, stream);
      std::erase_if(found, [&wanted](Stretch stretch) { return !holds(wanted, stretch); });
      places_within(child, stream, found, places);
    }
  } else if (node.kind == Kind::near || node.kind == Kind::adjacent) {
    std::vector<Stretch> left, right;
    for_each_pair(node, stream, [&](Stretch a, Stretch b, Stretch whole) {
      if (!holds(wanted, whole)) return;
      left.push_back(a);
      right.push_back(b);
    });
    sort_unique(left);
    sort_unique(right);
    places_within(node.children[0], stream, left, places);
    places_within(node.children[1], stream, right, places);
  } else if (node.kind == Kind::sentence) {
    places_in(node.children.front(), stream, wanted, places);
  } else {
    for (const Stretch& stretch : wanted)
      for (std::uint32_t at = stretch.begin; at < stretch.end; ++at) places.push_back({at, &node});
  }
}

void collect_places(const MatchNode& node, Stream stream, std::vector<HitPlace>& places) {
  if (node.kind == Kind::none) return;
  if (node.kind == Kind::all || node.kind == Kind::any || node.kind == Kind::passage ||
      node.kind == Kind::document) {
    for (const MatchNode& child : node.children) collect_places(child, stream, places);
    return;
  }
  places_within(node, stream, stretches(node, stream), places);
}

}  // namespace

bool fits_wildcard(const MatchNode& wildcard, std::string_view word) {
  const std::string_view core = wildcard.text;
  if (wildcard.open_begin && wildcard.open_end) return word.find(core) != std::string_view::npos;
  return wildcard.open_begin ? word.ends_with(core) : word.starts_with(core);
}

std::vector<Stretch> stretches(const MatchNode& node, std::string_view stream) {
  std::vector<Stretch> found;
  switch (node.kind) {
    case Kind::terms:
      find_lemmas(node, stream, found);
      break;
    case Kind::coding:
      find_codings(node, stream, found);
      break;
    case Kind::exact:
      find_exact(node, stream, found);
      break;
    case Kind::wildcard:
      find_wildcard(node, stream, found);
      break;
    case Kind::phrase:
      find_phrase(node, stream, found);
      break;
    case Kind::near:
    case Kind::adjacent:
      for_each_pair(node, stream,
                    [&found](Stretch, Stretch, Stretch whole) { found.push_back(whole); });
      break;
    case Kind::any:
      for (const MatchNode& child : node.children)
        for (const Stretch& stretch : stretches(child, stream)) found.push_back(stretch);
      break;
    case Kind::sentence:
      found = sentences_with(node.children.front(), stream);
      break;
    case Kind::all:
    case Kind::none:
    case Kind::passage:
    case Kind::document:
    case Kind::attribute:
    case Kind::dates:
      break;
  }
  sort_unique(found);
  return found;
}

std::vector<HitPlace> hit_places(const MatchNode& node, std::string_view stream) {
  std::vector<HitPlace> places;
  collect_places(node, stream, places);
  return places;
}

}  // namespace pipeline
