#include "pipeline/index/index.h"

#include <xapian.h>

#include <cassert>

#include "pipeline/index/fields.h"
#include "pipeline/index/generation.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/values.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

// Null where there is none. A merge may replace the generation between finding and opening it.
std::unique_ptr<Xapian::Database> open_newest(const fs::path& index) {
  for (auto found = newest_generation(index); found; found = newest_generation(index)) {
    try {
      return std::make_unique<Xapian::Database>(found->string());
    } catch (const Xapian::DatabaseError&) {
      if (newest_generation(index) == found) throw;
    }
  }
  return nullptr;
}

std::vector<std::string> terms_beginning(const Xapian::Database& database, const std::string& start,
                                         std::size_t limit) {
  std::vector<std::string> terms;
  const auto end = database.allterms_end(start);
  for (auto it = database.allterms_begin(start); it != end && terms.size() < limit; ++it)
    terms.push_back(*it);
  return terms;
}

}  // namespace

void throw_index_failure() {
  try {
    throw;
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw IndexFailure(tr("de index is beschadigd ({}); maak hem opnieuw met 'samenspel reindex'",
                          error.get_msg()));
  } catch (const Xapian::Error& error) {
    const char* const system = error.get_error_string();
    throw IndexFailure(system ? tr("de index: {} ({})", error.get_msg(), system)
                              : tr("de index: {}", error.get_msg()));
  }
}

struct Index::State {
  std::unique_ptr<Xapian::Database> database;
};

Index::Index(std::unique_ptr<State> state) : state_(std::move(state)) {}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

Result<Index> Index::open(const fs::path& index) {
  return guarded([&]() -> Result<Index> {
    auto database = open_newest(index);
    if (!database)
      return failure(tr("er is nog geen index; maak hem met 'samenspel reindex'"), index.string());
    if (database->get_metadata(std::string(metadata::format)) != index_format)
      return failure(
          tr("de index is van een andere versie; maak hem opnieuw met 'samenspel reindex'"),
          index.string());
    return Index(std::make_unique<State>(State{std::move(database)}));
  });
}

std::map<DocumentId, std::string> Index::documents() const {
  return guarded([&] {
    std::map<DocumentId, std::string> documents;
    const std::string keys(metadata::document);
    const auto end = state_->database->metadata_keys_end(keys);
    for (auto it = state_->database->metadata_keys_begin(keys); it != end; ++it) {
      documents.emplace(document_in_key(*it).value(), state_->database->get_metadata(*it));
    }
    return documents;
  });
}

std::uint64_t Index::passages() const {
  return guarded([&] { return std::uint64_t{state_->database->get_doccount()}; });
}

// An index without documents may say nothing of it.
bool Index::has_exact_forms() const {
  return guarded(
      [&] { return state_->database->get_metadata(std::string(metadata::forms)) != "0"; });
}

std::vector<std::string> Index::values(char prefix, std::string_view beginning,
                                       std::size_t limit) const {
  return guarded([&] {
    std::vector<std::string> values =
        terms_beginning(*state_->database, prefix + std::string(beginning), limit);
    for (std::string& value : values) value.erase(0, 1);
    return values;
  });
}

std::vector<std::string> Index::words(std::string_view beginning, std::size_t limit) const {
  assert(!beginning.empty());  // all terms begin with nothing, those behind a prefix too
  return guarded([&] { return terms_beginning(*state_->database, std::string(beginning), limit); });
}

std::vector<std::string> Index::attribute_names() const {
  return guarded([&] {
    std::vector<std::string> names;
    const std::string start(1, prefix::attribute);
    const auto end = state_->database->allterms_end(start);
    auto it = state_->database->allterms_begin(start);
    while (it != end) {
      const std::string term = *it;
      names.push_back(term.substr(1, term.find('=') - 1));
      // '>' follows '=': past all values of this name.
      it.skip_to(start + names.back() + '>');
    }
    return names;
  });
}

const Xapian::Database& Index::database() const {
  return *state_->database;
}

}  // namespace pipeline
