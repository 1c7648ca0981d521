#include "pipeline/search/saved_queries.h"

#include <algorithm>

#include "pipeline/model/near.h"
#include "pipeline/search/query.h"
#include "pipeline/search/resolve.h"

namespace pipeline {
namespace {

std::vector<std::string> names_of(std::span<const SavedQuery> saved) {
  std::vector<std::string> names;
  for (const SavedQuery& it : saved) names.push_back(it.name);
  return names;
}

void collect_names(const QueryNode& node, std::vector<std::string>& names) {
  if (node.kind == QueryNode::Kind::saved) names.push_back(node.text);
  for (const QueryNode& child : node.children) collect_names(child, names);
}

// The first thing that is wrong with it or with what it uses.
std::string mistake_in(const std::string& name, OpenQueries& open) {
  const auto entered = open.enter(name);
  if (!entered) return entered.error();
  const auto tree = parse_query((*entered)->query);
  std::string mistake = tree ? "" : to_string(tree.error());
  std::vector<std::string> used;
  if (tree) collect_names(*tree, used);
  for (const std::string& it : used)
    if (mistake.empty()) mistake = mistake_in(it, open);
  open.leave();
  return mistake;
}

}  // namespace

tl::expected<const SavedQuery*, std::string> OpenQueries::enter(const std::string& name) {
  const SavedQuery* const found = find_saved(saved_, name);
  if (found == nullptr)
    return tl::unexpected<std::string>(
        saved_.empty()
            ? tr("er is geen opgeslagen zoekvraag '@{}'; 'samenspel queries "
                 "save NAAM VRAAG' bewaart er een",
                 name)
            : tr("er is geen opgeslagen zoekvraag '@{}'{}", name, suggest(name, names_of(saved_))));
  if (const auto at = std::ranges::find(open_, name); at != open_.end()) {
    std::string loop;
    for (auto it = at; it != open_.end(); ++it) loop += tr("@{} gebruikt ", *it);
    return tl::unexpected<std::string>(
        tr("een opgeslagen zoekvraag kan niet in zichzelf staan: {}@{}", loop, name));
  }
  if (++entered_ > most_saved_in_query)
    return tl::unexpected<std::string>(
        tr("met opgeslagen zoekvragen in elkaar staan er hier meer dan {}", most_saved_in_query));
  open_.push_back(name);
  return found;
}

std::vector<std::string> mistakes_in(std::span<const SavedQuery> saved) {
  std::vector<std::string> mistakes;
  for (const SavedQuery& it : saved) {
    OpenQueries open(saved);
    const std::string mistake = mistake_in(it.name, open);
    if (!is_query_name(it.name))
      mistakes.push_back(tr("opgeslagen zoekvraag '{}': zo kan een zoekvraag niet heten", it.name));
    else if (!mistake.empty())
      mistakes.push_back(tr("opgeslagen zoekvraag @{}: {}", it.name, mistake));
  }
  return mistakes;
}

std::vector<std::string> users_of(std::span<const SavedQuery> saved, const std::string& name) {
  std::vector<std::string> users;
  for (const SavedQuery& it : saved) {
    std::vector<std::string> used;
    if (const auto tree = parse_query(it.query)) collect_names(*tree, used);
    if (std::ranges::find(used, name) != used.end()) users.push_back(it.name);
  }
  return users;
}

}  // namespace pipeline
