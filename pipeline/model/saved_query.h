// A query that a person saved under a name, to use it in others: "@barrières rol:bestuurder". What
// a name means is a person's work: it is never replaced unasked, and what it meant before stays.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

struct SavedQuery {
  std::string name;   // small letters, without @
  std::string query;  // empty: it was taken back
  std::string author;
  std::string written;  // 2026-11-29T20:15:00Z

  friend bool operator==(const SavedQuery&, const SavedQuery&) = default;
};

inline constexpr std::size_t longest_query_name = 64;  // bytes

// Letters, digits, - and _, beginning with a letter; capitals are small ones.
bool is_query_name(std::string_view name);
// Where the name ends that stands at the beginning of `text`; 0: none does.
std::size_t query_name_size(std::string_view text);
std::string query_name_of(std::string_view written);

const SavedQuery* find_saved(std::span<const SavedQuery> saved, std::string_view name);

// Those that `text` names with @, and those that these name, by name; each once.
std::vector<SavedQuery> saved_queries_in(std::string_view text, std::span<const SavedQuery> saved);

}  // namespace pipeline
