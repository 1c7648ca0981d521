#include "pipeline/ingest/parts.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <system_error>

#include "pipeline/ingest/hash.h"
#include "pipeline/model/whole_file.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

std::string text_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return stream ? std::string(std::istreambuf_iterator<char>(stream), {}) : std::string();
}

// Makes the stamp of a container depend on what a profile says, not on when it was written: a guess
// that is made again says the same.
void add_stamp(const fs::path& profile, FoundFile& stamped) {
  const std::string text = text_of(profile.string());
  if (text.empty()) return;
  stamped.bytes += text.size();
  stamped.modified_ns += std::stoll(hash_of(text).substr(0, 8), nullptr, 16);
}

// Whole or not at all: half a profile would be used by the next run.
bool write_draft(const std::string& file, const std::string& text) {
  std::error_code problem;
  fs::create_directories(fs::path(file).parent_path(), problem);
  return !write_whole_file(file, text);
}

class Expander {
 public:
  Expander(Finding& finding, std::span<const StoredDocument> stored, const fs::path& profiles)
      : finding_(finding), profiles_(profiles) {
    for (const StoredDocument& document : stored)
      if (document.stamp.origin.find('/') != std::string::npos)
        stored_[std::string(source_of(document).origin)].push_back(&document);
  }

  void run() {
    std::vector<FoundFile> files = std::exchange(finding_.files, {});
    for (FoundFile& file : files)
      if (is_container_file(file.file))
        expand(std::move(file));
      else
        finding_.files.push_back(std::move(file));
  }

 private:
  void expand(FoundFile container) {
    const auto known = stored_.find(container.origin);
    if (known != stored_.end()) container.path = source_of(*known->second.front()).path;
    container.container = container.path;
    const FoundFile stamped = with_profiles(container);
    const bool is_settled = known != stored_.end() && is_as_stored(known->second, stamped);
    if (is_settled && !is_archive(container.path)) {
      add_stored(known->second, stamped);
    } else {
      Container opened(container.file, profile_finder(container.file, container.path, profiles_));
      add_cases(opened, container);
      if (is_settled)
        add_stored(known->second, stamped);
      else
        add_parts(opened, container);
    }
    finding_.containers.push_back(std::move(container));
  }

  // A profile that a sheet has or may get, and all that an archive's sheets have in the study.
  FoundFile with_profiles(FoundFile container) const {
    const std::string beside = profile_path(container.file.string());
    std::error_code problem;
    if (is_archive(container.path)) {
      const fs::path folder = profiles_ / container.path;
      if (!profiles_.empty())
        for (fs::recursive_directory_iterator it(folder, problem), end; !problem && it != end;
             it.increment(problem))
          if (it->is_regular_file(problem)) add_stamp(it->path(), container);
    } else if (fs::exists(beside, problem)) {
      add_stamp(beside, container);
    } else if (!profiles_.empty()) {
      add_stamp(profiles_ / profile_path(container.path), container);
    }
    return container;
  }

  static bool is_as_stored(const std::vector<const StoredDocument*>& documents,
                           const FoundFile& container) {
    const auto is_unsettled = [](const StoredDocument* it) { return it->stamp.modified_ns == 0; };
    const auto has_stamp = [&](const StoredDocument* it) {
      return it->stamp.bytes == container.bytes && it->stamp.modified_ns == container.modified_ns;
    };
    return std::any_of(documents.begin(), documents.end(), has_stamp) &&
           std::none_of(documents.begin(), documents.end(), is_unsettled);
  }

  // Those that have another stamp were in it once.
  void add_stored(const std::vector<const StoredDocument*>& documents, const FoundFile& container) {
    for (const StoredDocument* document : documents) {
      if (document->stamp.bytes != container.bytes ||
          document->stamp.modified_ns != container.modified_ns)
        continue;
      FoundFile part = container;
      part.path = document->path;
      part.origin = document->stamp.origin;
      part.inner = document->path.substr(container.path.size() + 1);
      part.hash = document->stamp.hash;
      part.content_bytes = document->words * 6;
      part.is_settled = true;
      finding_.files.push_back(std::move(part));
    }
  }

  void add_parts(Container& opened, const FoundFile& container) {
    const std::size_t first = finding_.files.size();
    while (auto part = opened.next()) {
      if (!part->refusal.empty()) {
        refuse(container, part->name, part->refusal);
        continue;
      }
      FoundFile found = container;
      found.path += '/' + part->name;
      found.origin += '/' + part->name;
      found.inner = part->name;
      found.hash = hash_of(part->content);
      found.content_bytes = part->content.size();
      finding_.files.push_back(std::move(found));
    }
    for (const Remark& remark : opened.remarks()) tell(container, remark);
    for (const ProfileText& draft : opened.drafts())
      if (!draft.file.empty() && !write_draft(draft.file, draft.toml))
        finding_.outcomes.push_back(
            {container.path, "warning", "",
             said("het profiel kan niet worden bewaard in {}", draft.file)});
    // After the drafts, which belong to the stamp.
    const FoundFile stamped = with_profiles(container);
    for (std::size_t i = first; i < finding_.files.size(); ++i) {
      finding_.files[i].bytes = stamped.bytes;
      finding_.files[i].modified_ns = stamped.modified_ns;
    }
  }

  static std::string joined(const std::string& path, const std::string& name) {
    return name.empty() ? path : path + '/' + name;
  }
  void tell(const FoundFile& container, const Remark& remark) {
    if (remark.is_refusal) return refuse(container, remark.name, remark.message);
    finding_.outcomes.push_back(
        {joined(container.path, remark.name), "warning", "", remark.message});
  }
  void refuse(const FoundFile& container, const std::string& name, const Said& why) {
    finding_.outcomes.push_back({joined(container.path, name), "refused", "", why});
    finding_.kept.push_back(joined(container.origin, name));
  }

  void add_cases(const Container& opened, const FoundFile& container) {
    for (const auto& [name, bytes] : opened.cases()) {
      const fs::path file = container.file / name;
      auto cases = read_cases(bytes, file.string());
      if (cases) {
        const std::string folder = place_of(container) + '/' + name;
        finding_.cases.push_back(
            {file, folder.substr(0, folder.rfind('/') + 1), true, std::move(*cases), true});
        continue;
      }
      for (const Error& error : cases.error()) refuse(container, name, said_of(error));
    }
  }

  Finding& finding_;
  const fs::path& profiles_;
  std::map<std::string, std::vector<const StoredDocument*>> stored_;  // by origin of the container
};

}  // namespace

void expand_containers(Finding& finding, std::span<const StoredDocument> stored,
                       const fs::path& profiles) {
  Expander(finding, stored, profiles).run();
}

FindProfile profile_finder(const fs::path& container, const std::string& path,
                           const fs::path& profiles) {
  return [=](const std::string& inner) -> ProfileText {
    if (inner.empty()) {
      const std::string beside = profile_path(container.string());
      std::error_code ignored;
      if (fs::exists(beside, ignored)) return {text_of(beside), beside};
    }
    if (profiles.empty()) return {};
    const std::string kept =
        (profiles / profile_path(inner.empty() ? path : path + '/' + inner)).string();
    return {text_of(kept), kept};
  };
}

ReadOptions read_options(const Settings& settings) {
  return {settings.rejects_changes ? Changes::rejected : Changes::accepted};
}

Result<Document> PartReader::operator()(const Item& item) {
  if (item.inner.empty()) return read_whole(item.file, options_, words_);
  return read_inner(item.file, item.container, item.inner, item.path);
}

Result<Document> PartReader::operator()(const FoundFile& found) {
  if (found.inner.empty()) return read_whole(found.file, options_, words_);
  return read_inner(found.file, found.container, found.inner, found.path);
}

Result<Document> PartReader::read_inner(const fs::path& file, const std::string& container,
                                        const std::string& inner, const std::string& path) {
  if (!container_ || file_ != file) {
    container_.emplace(file, profile_finder(file, container, profiles_));
    file_ = file;
  }
  const auto part = container_->find(inner);
  if (!part)
    return failure(
        said("staat er niet meer in, of het bestand is intussen veranderd; lees het opnieuw in"),
        path);
  return read_whole(*part, file.string(), options_, words_);
}

}  // namespace pipeline
