#include "pipeline/model/saved_query.h"

#include <algorithm>

namespace pipeline {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool goes_on(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

void collect(std::string_view text, std::span<const SavedQuery> saved,
             std::vector<SavedQuery>& found) {
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    const auto* it = find_saved(saved, query_name_of(rest.substr(0, query_name_size(rest))));
    if (it == nullptr || find_saved(found, it->name) != nullptr) continue;
    found.push_back(*it);
    collect(it->query, saved, found);
  }
}

}  // namespace

std::size_t query_name_size(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return 0;
  return static_cast<std::size_t>(std::ranges::find_if_not(text, goes_on) - text.begin());
}

bool is_query_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_query_name && query_name_size(name) == name.size();
}

std::string query_name_of(std::string_view written) {
  std::string name(written);
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

const SavedQuery* find_saved(std::span<const SavedQuery> saved, std::string_view name) {
  const auto it = std::ranges::find(saved, name, &SavedQuery::name);
  return it == saved.end() ? nullptr : &*it;
}

std::vector<SavedQuery> saved_queries_in(std::string_view text, std::span<const SavedQuery> saved) {
  std::vector<SavedQuery> found;
  collect(text, saved, found);
  std::ranges::sort(found, {}, &SavedQuery::name);
  return found;
}

}  // namespace pipeline
