#include "pipeline/ingest/plan.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "pipeline/ingest/hash.h"
#include "pipeline/normalise/fold.h"
#include "pipeline/read/refusals.h"

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

std::string with_row(const std::string& key, const CaseRow& row) {
  return key_of(key.substr(0, key.find('.')), row, key.substr(key.rfind('.') + 1));
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
      taken_.insert(document.id);
    }
  }

  void add(const FoundFile& found) {
    plan_.paths.emplace_back();
    const StoredDocument* stored = stored_for(found);
    std::optional<CaseRow> row =
        row_of(finding_, found, stored ? stored->path : std::string_view());
    const std::string path = stored ? stored->path : found.path;
    if (!seen_.insert(path).second)
      return refuse(found,
                    said("deze naam komt twee keer voor in wat u opgaf; hernoem een van beide"));
    if (stored) met_.insert(stored->id);
    Item item;
    item.stamp = {found.bytes, found.modified_ns, "", found.origin};
    // An hour of video under another name need not be read to be refused.
    if (const ReadLimits limits; found.inner.empty() && found.bytes > limits.file_bytes)
      return refuse(found, file_too_large(limits));
    if (!find_hash(found, stored, item.stamp))
      return refuse(found, said("kan niet worden gelezen; controleer de rechten"));
    item.is_from_elsewhere = stored && stored->stamp.hash != item.stamp.hash &&
                             stored->stamp.origin != item.stamp.origin;
    if (item.is_from_elsewhere && same_name_ == SameName::refused) return refuse_strange(found);
    plan_.paths.back() = path;
    item.keeps_attributes = stored && !row;
    if (row) item.row = std::move(*row);
    if (!item.keeps_attributes) item.people = finding_.people;
    const CaseRow told = stored && item.people
                             ? with_people(item.row, *item.people, names_of(stored->speakers))
                             : item.row;
    item.key = item.keeps_attributes
                   ? with_context(with_file(stored->key, item.stamp.hash + reading_), context_)
                   : key_of(item.stamp.hash + reading_, told, context_);
    if (stored && stored->key == item.key && is_indexed(*stored))
      return leave(found, *stored, item.stamp);
    item.is_new = stored == nullptr;
    item.id = stored ? stored->id : free_id();
    if (stored) {
      keep_stored(item, *stored);
      item.work = work_for(item, told, *stored);
    }
    item.path = path;
    item.file = found.file;
    item.container = found.container;
    item.inner = found.inner;
    item.bytes = found.inner.empty() ? found.bytes : found.content_bytes;
    if (is_opened(found)) {
      settle(found, item.id, item.stamp);
      item.stamp.modified_ns = 0;
    }
    plan_.items.push_back(std::move(item));
  }

  // What is in the study and could not be read this time is not missing.
  void keep(const std::vector<StoredDocument>& stored) {
    if (finding_.kept.empty()) return;
    const std::set<std::string_view> kept(finding_.kept.begin(), finding_.kept.end());
    for (const StoredDocument& document : stored) {
      std::string_view origin = document.stamp.origin;
      while (!kept.contains(origin) && origin.find('/') != std::string_view::npos)
        origin = origin.substr(0, origin.rfind('/'));
      if (kept.contains(origin)) met_.insert(document.id);
    }
  }

  std::uint64_t met() const { return met_.size(); }

 private:
  void refuse(const FoundFile& found, Said why) {
    plan_.outcomes.push_back({found.path, "refused", "", std::move(why)});
  }
  // A container is refused once, not with each of its documents.
  void refuse_strange(const FoundFile& found) {
    const std::string& path = found.inner.empty() ? found.path : found.container;
    if (!strange_.insert(path).second) return;
    plan_.outcomes.push_back(
        {path, "refused", found.hash,
         said("in de studie staat al een ander document met deze naam, uit een andere map; hernoem "
              "dit bestand, of neem de gezamenlijke map erboven op; is dit de nieuwe tekst van dat "
              "document, geef dan --vervang")});
  }
  // What did not change, but for its stamp.
  void leave(const FoundFile& found, const StoredDocument& stored, const FileStamp& stamp) {
    ++plan_.unchanged;
    if (is_opened(found))
      settle(found, stored.id, stamp);
    else if (stored.stamp != stamp)
      plan_.restamped.emplace_back(stored.id, stamp);
  }
  static bool is_opened(const FoundFile& found) {
    return !found.inner.empty() && !found.is_settled;
  }
  void settle(const FoundFile& found, DocumentId id, const FileStamp& stamp) {
    if (plan_.settlements.empty() || plan_.settlements.back().container != found.container)
      plan_.settlements.push_back({found.container, {}});
    plan_.settlements.back().stamps.emplace_back(id, stamp);
  }
  // False where the file cannot be read.
  static bool find_hash(const FoundFile& found, const StoredDocument* stored, FileStamp& stamp) {
    if (!found.inner.empty()) {
      stamp.hash = found.hash;
    } else if (stored && is_same_stamp(stored->stamp, stamp)) {
      stamp.hash = stored->stamp.hash;
    } else {
      auto hash = hash_of_file(found.file);
      if (!hash) return false;
      stamp.hash = std::move(*hash);
    }
    return true;
  }
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
  static std::vector<std::string> names_of(const std::vector<StoredSpeaker>& speakers) {
    std::vector<std::string> names;
    for (const StoredSpeaker& speaker : speakers) names.push_back(speaker.name);
    return names;
  }
  static bool same_ask(const CaseRow& said, const std::vector<StoredSpeaker>& speakers) {
    std::map<std::string, std::string> asks;
    for (const auto& [name, attributes] : said.speakers)
      if (const auto it = attributes.find("interviewer"); it != attributes.end())
        asks[fold(name)] = it->second;
    return std::ranges::all_of(speakers, [&](const StoredSpeaker& speaker) {
      const auto it = asks.find(fold(speaker.name));
      return speaker.asks == (it == asks.end() ? std::string() : it->second);
    });
  }
  // Where only the tables say something else, the file need not be read again. `said` is what they
  // say now.
  Work work_for(const Item& item, const CaseRow& said, const StoredDocument& stored) const {
    const bool is_same_text = with_file(stored.key, item.stamp.hash + reading_) == stored.key &&
                              has_context(stored.key, context_);
    if (!is_same_text || stored.key == item.key || !stored.has_own_attributes) return Work::read;
    return same_ask(said, stored.speakers) && is_indexed(stored) ? Work::attributes : Work::tag;
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

  Plan& plan_;
  const Finding& finding_;
  const std::map<DocumentId, std::string>& indexed_;
  const std::string& context_;
  const SameName same_name_;
  const std::string reading_;
  std::unordered_map<std::string, const StoredDocument*> by_path_;
  std::unordered_map<std::string, const StoredDocument*> by_origin_;
  std::set<std::string> seen_;
  std::set<DocumentId> taken_;
  std::uint32_t next_ = 1;
  std::set<DocumentId> met_;
  std::set<std::string> strange_;
};

}  // namespace

Plan make_plan(const Finding& finding, const std::vector<StoredDocument>& stored,
               const std::map<DocumentId, std::string>& indexed, const std::string& context,
               SameName same_name, const std::string& reading) {
  Plan plan;
  plan.outcomes = finding.outcomes;
  Planner planner(plan, finding, stored, indexed, context, same_name, reading);
  for (const FoundFile& found : finding.files) planner.add(found);
  planner.keep(stored);
  for (std::size_t i = 0; i < finding.files.size(); ++i)
    if (!plan.paths[i].empty()) add_claims(finding, finding.files[i], plan.paths[i], plan.claims);
  add_claims(finding, plan.claims);
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
    item.keeps_attributes = true;
    item.bytes = document.words * 6;
  }
  std::ranges::sort(plan.items, {}, &Item::id);
}

}  // namespace pipeline
