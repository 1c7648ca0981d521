#include "pipeline/ingest/plan.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "pipeline/ingest/hash.h"

namespace pipeline {
namespace {

std::string case_hash(const CaseRow& row) {
  std::string text;
  const auto add = [&](const Attributes& attributes) {
    for (const auto& [name, value] : attributes) text += name + '\x1f' + value + '\x1e';
  };
  add(row.attributes);
  for (const auto& [speaker, attributes] : row.speakers) {
    text += '\x1d' + speaker + '\x1f';
    add(attributes);
  }
  return hash_of(text).substr(0, 16);
}

}  // namespace

std::string key_of(const std::string& file_hash, const CaseRow& row, const std::string& context) {
  return file_hash + '.' + case_hash(row) + '.' + context;
}

bool has_context(const std::string& key, const std::string& context) {
  return key.ends_with('.' + context);
}

std::string with_context(const std::string& key, const std::string& context) {
  return key.substr(0, key.rfind('.') + 1) + context;
}

namespace {

// The same key for other bytes of the file.
std::string with_file(const std::string& key, const std::string& file_hash) {
  return file_hash + key.substr(key.find('.'));
}

// Decides about one file at a time.
class Planner {
 public:
  Planner(Plan& plan, const Finding& finding, const std::vector<StoredDocument>& stored,
          const std::map<DocumentId, std::string>& indexed, const std::string& context,
          SameName same_name, const std::string& reading)
      : plan_(plan),
        finding_(finding),
        indexed_(indexed),
        context_(context),
        same_name_(same_name),
        reading_(reading) {
    for (const StoredDocument& document : stored) {
      by_path_.emplace(document.path, &document);
      by_origin_.emplace(document.stamp.origin, &document);
      by_hash_.emplace(document.stamp.hash, document.path);
      taken_.insert(document.id);
    }
  }

  void add(const FoundFile& found) {
    const StoredDocument* stored = stored_for(found);
    const CaseRow* row = row_of(finding_, found, stored ? stored->path : std::string_view());
    const std::string path = stored ? stored->path : found.path;
    if (!seen_.insert(path).second) {
      plan_.outcomes.push_back(
          {found.path, "refused", "",
           "deze naam komt twee keer voor in wat u opgaf; hernoem een van beide"});
      return;
    }
    if (stored) ++met_;
    Item item;
    item.stamp = {found.bytes, found.modified_ns, "", found.origin};
    if (stored && is_same_stamp(stored->stamp, item.stamp)) {
      item.stamp.hash = stored->stamp.hash;
    } else if (auto hash = hash_of_file(found.file)) {
      item.stamp.hash = std::move(*hash);
    } else {
      plan_.outcomes.push_back(
          {found.path, "refused", "", "kan niet worden gelezen; controleer de rechten"});
      return;
    }
    item.is_from_elsewhere = stored && stored->stamp.hash != item.stamp.hash &&
                             stored->stamp.origin != item.stamp.origin;
    if (item.is_from_elsewhere && same_name_ == SameName::refused) {
      plan_.outcomes.push_back(
          {found.path, "refused", item.stamp.hash,
           "in de studie staat al een ander document met deze naam, uit een andere map; hernoem "
           "dit "
           "bestand, of neem de gezamenlijke map erboven op; is dit de nieuwe tekst van dat "
           "document, geef dan --vervang"});
      return;
    }
    item.keeps_attributes = stored && !row;
    item.key = item.keeps_attributes
                   ? with_context(with_file(stored->key, item.stamp.hash + reading_), context_)
                   : key_of(item.stamp.hash + reading_, row ? *row : CaseRow{}, context_);
    if (stored && stored->key == item.key && is_indexed(*stored)) {
      ++plan_.unchanged;
      if (stored->stamp != item.stamp) plan_.restamped.emplace_back(stored->id, item.stamp);
      return;
    }
    item.is_new = stored == nullptr;
    item.id = stored ? stored->id : free_id();
    if (stored) keep_stored(item, *stored);
    item.path = path;
    item.file = found.file;
    if (row) item.row = *row;
    item.bytes = found.bytes;
    if (item.is_new) warn_of_double(item);
    plan_.items.push_back(std::move(item));
  }

  std::uint64_t met() const { return met_; }

 private:
  static bool is_same_stamp(const FileStamp& a, const FileStamp& b) {
    return a.bytes == b.bytes && a.modified_ns == b.modified_ns && a.origin == b.origin;
  }
  bool is_indexed(const StoredDocument& document) const {
    const auto it = indexed_.find(document.id);
    return it != indexed_.end() && it->second == document.key;
  }
  // The document that was made from this very file (taken in through another folder it has another
  // name), or else the one of this name.
  const StoredDocument* stored_for(const FoundFile& found) const {
    if (const auto it = by_origin_.find(found.origin); it != by_origin_.end()) return it->second;
    const auto it = by_path_.find(found.pseudonym.empty() ? found.path : found.pseudonym);
    return it == by_path_.end() ? nullptr : it->second;
  }
  // For a file that turns out to be unreadable.
  void keep_stored(Item& item, const StoredDocument& stored) const {
    item.stored_key = with_context(stored.key, context_);
    if (!has_context(stored.key, context_))
      item.otherwise = Work::tag;
    else if (!is_indexed(stored))
      item.otherwise = Work::index;
  }
  // The lowest that no document has. A run that was stopped leaves gaps; the next one meets the
  // same files in the same order and gives each the id that it would have had.
  DocumentId free_id() {
    while (taken_.contains(DocumentId{next_})) ++next_;
    return DocumentId{next_++};
  }
  void warn_of_double(const Item& item) {
    const auto [it, is_first] = by_hash_.emplace(item.stamp.hash, item.path);
    if (!is_first && item.stamp.bytes > 0)
      plan_.outcomes.push_back(
          {item.path, "warning", item.stamp.hash,
           "heeft dezelfde inhoud als '" + it->second + "'; beide tellen mee in de tabellen"});
  }

  Plan& plan_;
  const Finding& finding_;
  const std::map<DocumentId, std::string>& indexed_;
  const std::string& context_;
  const SameName same_name_;
  const std::string reading_;
  std::unordered_map<std::string, const StoredDocument*> by_path_;
  std::unordered_map<std::string, const StoredDocument*> by_origin_;
  std::unordered_map<std::string, std::string> by_hash_;
  std::set<std::string> seen_;
  std::set<DocumentId> taken_;
  std::uint32_t next_ = 1;
  std::uint64_t met_ = 0;
};

}  // namespace

Plan make_plan(const Finding& finding, const std::vector<StoredDocument>& stored,
               const std::map<DocumentId, std::string>& indexed, const std::string& context,
               SameName same_name, const std::string& reading) {
  Plan plan;
  plan.outcomes = finding.outcomes;
  Planner planner(plan, finding, stored, indexed, context, same_name, reading);
  for (const FoundFile& found : finding.files) planner.add(found);
  plan.missing = stored.size() - planner.met();
  return plan;
}

void rename_documents(Plan& plan, const std::vector<StoredDocument>& stored,
                      const std::function<std::string(std::string_view)>& renamed) {
  std::set<DocumentId> planned;
  for (const Item& item : plan.items) planned.insert(item.id);
  std::set<std::string> taken;
  for (const StoredDocument& document : stored)
    if (!planned.contains(document.id)) taken.insert(document.path);
  for (Item& item : plan.items) {
    const std::string name = renamed(item.path);
    const std::size_t slash = name.rfind('/'), dot = name.rfind('.');
    const bool has_ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
    const std::size_t end = has_ending ? dot : name.size();
    item.path = name;
    for (unsigned number = 2; !taken.insert(item.path).second; ++number)
      item.path = name.substr(0, end) + " (" + std::to_string(number) + ")" + name.substr(end);
  }
}

void add_stored(Plan& plan, const std::vector<StoredDocument>& stored,
                const std::map<DocumentId, std::string>& indexed, const std::string& context) {
  std::set<DocumentId> planned;
  for (const Item& item : plan.items) planned.insert(item.id);
  for (const StoredDocument& document : stored) {
    if (planned.contains(document.id)) continue;
    const bool is_current = has_context(document.key, context);
    const auto it = indexed.find(document.id);
    if (is_current && it != indexed.end() && it->second == document.key) continue;
    Item& item = plan.items.emplace_back();
    item.work = is_current ? Work::index : Work::tag;
    item.id = document.id;
    item.path = document.path;
    item.stamp = document.stamp;
    item.key = with_context(document.key, context);
    item.bytes = document.words * 6;
  }
  std::ranges::sort(plan.items, {}, &Item::id);
}

}  // namespace pipeline
