#include "pipeline/read/container.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "pipeline/read/archive_source.h"
#include "pipeline/read/ascii.h"
#include "pipeline/read/cases.h"
#include "pipeline/read/file_bytes.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/sheet_source.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t deepest = 3;  // archives in archives

std::string ending_of(const std::string& name) {
  return lower_ascii(fs::path(name).extension().string());
}

bool has_ending(const std::string& name, const Format& format) {
  const std::string ending = ending_of(name);
  return std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
}

const Format& archive_format() {
  static const Format format{"zip", {".zip"}, tr_later("archief met documenten")};
  return format;
}

bool lies_in(std::string_view name, std::string_view container) {
  return name.size() > container.size() && name.starts_with(container) &&
         name[container.size()] == '/';
}

}  // namespace

struct Container::State {
  fs::path file;
  FindProfile find_profile;
  ReadLimits limits;
  std::vector<std::unique_ptr<ArchiveSource>> archives;  // from the outermost to the one at hand
  std::optional<SheetSource> sheet;                      // at hand
  std::vector<Remark> remarks;
  std::vector<ProfileText> drafts;
  std::vector<std::pair<std::string, std::string>> cases;

  void refuse(const std::string& name, Said message) {
    remarks.push_back({name, std::move(message), true});
  }

  void note(const std::vector<Remark>& met) {
    remarks.insert(remarks.end(), met.begin(), met.end());
  }

  void open() {
    if (is_archive(file.string())) {
      if (!std::ifstream(file))
        return refuse("", said("het bestand is niet te lezen; kijk de rechten na"));
      archives.push_back(std::make_unique<ArchiveSource>("", file, "", limits));
      cases = archives.back()->cases();
      note(archives.back()->remarks());
      return;
    }
    const auto bytes = file_bytes(file, limits);
    if (!bytes) return refuse("", bytes.error().message);
    sheet = open_sheet(*bytes, file.string(), "", find_profile(""), limits, remarks, drafts);
  }

  // Opens a container that stands in the archive at hand.
  void enter(const std::string& name, const std::string& path, std::string bytes) {
    if (!is_archive(name)) {
      auto profile = archives.back()->profile_for(path);
      sheet = open_sheet(bytes, name, name, profile ? *profile : find_profile(name), limits,
                         remarks, drafts);
    } else if (archives.size() == deepest) {
      refuse(name, said("archieven zijn te diep in elkaar gepakt; pak dit uit en geef de map"));
    } else {
      archives.push_back(
          std::make_unique<ArchiveSource>(name, fs::path(), std::move(bytes), limits));
      note(archives.back()->remarks());
      for (const auto& [inner, text] : archives.back()->cases())
        refuse(
            name + '/' + inner,
            said("telt niet mee in een archief binnen een archief; zet de regels in de cases.csv "
                 "van het buitenste"));
    }
  }

  void leave() {
    const ArchiveSource& archive = *archives.back();
    if (Said why = archive.problem(); !why.empty()) refuse(archive.name(), std::move(why));
    archives.pop_back();
  }

  std::optional<Part> next() {
    while (true) {
      if (sheet && sheet->next < sheet->answers.size()) return sheet->part(sheet->next++);
      sheet.reset();
      if (archives.empty()) return std::nullopt;
      ArchiveSource& archive = *archives.back();
      if (!archive.next()) {
        leave();
        continue;
      }
      if (auto part = part_at_hand(archive)) return part;
    }
  }

  // Nothing where it is a container: that is entered.
  std::optional<Part> part_at_hand(ArchiveSource& archive) {
    Part part;
    part.name = archive.full_name();
    const std::string path = archive.path();
    auto bytes = archive.take();
    if (!bytes) {
      part.refusal = bytes.error().message;
      return part;
    }
    if (is_container(path, *bytes)) {
      enter(part.name, path, std::move(*bytes));
      return std::nullopt;
    }
    part.content = std::move(*bytes);
    return part;
  }

  // The named document, seen from where the container is at hand.
  std::optional<Part> find_ahead(const std::string& name) {
    while (true) {
      if (sheet && (sheet->name.empty() || lies_in(name, sheet->name))) {
        const std::size_t begin = sheet->name.empty() ? 0 : sheet->name.size() + 1;
        const auto place = sheet->places.find(std::string_view(name).substr(begin));
        if (place == sheet->places.end()) return std::nullopt;
        return sheet->part(place->second);
      }
      if (archives.empty()) return std::nullopt;
      ArchiveSource& archive = *archives.back();
      const bool is_outside = !archive.name().empty() && !lies_in(name, archive.name());
      if (is_outside || !archive.next()) {
        leave();
        continue;
      }
      const std::string at = archive.full_name();
      if (at != name && !(is_container(at) && lies_in(name, at))) continue;
      sheet.reset();
      if (auto part = part_at_hand(archive)) return part;
    }
  }
};

Container::Container(const fs::path& file, FindProfile find_profile, const ReadLimits& limits)
    : state_(std::make_unique<State>()) {
  state_->file = file;
  state_->find_profile = std::move(find_profile);
  state_->limits = limits;
  state_->open();
}

Container::~Container() = default;
Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;

std::optional<Part> Container::next() {
  return state_->next();
}

std::optional<Part> Container::find(const std::string& name) {
  if (auto part = state_->find_ahead(name)) return part;
  if (!is_archive(state_->file.string())) return std::nullopt;
  state_->sheet.reset();
  state_->archives.clear();
  state_->open();
  return state_->find_ahead(name);
}

const std::vector<Remark>& Container::remarks() const {
  return state_->remarks;
}
const std::vector<ProfileText>& Container::drafts() const {
  return state_->drafts;
}
const std::vector<std::pair<std::string, std::string>>& Container::cases() const {
  return state_->cases;
}

bool is_no_document(std::string_view file_name) {
  return file_name.starts_with('.') || file_name.starts_with("~$") ||
         file_name == cases_file_name || file_name == "speakers.csv" || file_name == "Thumbs.db" ||
         is_profile(file_name);
}

bool is_archive(const std::string& name) {
  return has_ending(name, archive_format());
}

bool is_container(const std::string& name) {
  return std::any_of(container_formats().begin(), container_formats().end(),
                     [&](const Format& format) { return has_ending(name, format); });
}

bool is_container(const std::string& name, std::string_view bytes) {
  return is_container(name) && !(ending_of(name) == ".tsv" && is_whisper_tsv(bytes));
}

bool is_container_file(const fs::path& file) {
  std::array<char, 64> begin{};  // more than the line by which a transcript is known
  std::ifstream stream(file, std::ios::binary);
  stream.read(begin.data(), begin.size());
  const auto size = static_cast<std::size_t>(stream.gcount());
  return is_container(file.string(), std::string_view(begin.data(), size));
}

const std::vector<Format>& container_formats() {
  static const std::vector<Format> all = [] {
    std::vector<Format> list = sheet_formats();
    list.push_back(archive_format());
    return list;
  }();
  return all;
}

Result<Document> read_part(const Part& part, const std::string& container, const ReadLimits& limits,
                           const ReadOptions& options) {
  const std::string name = container + '/' + part.name;
  if (!part.refusal.empty()) return failure(part.refusal, name);
  if (part.document) return *part.document;
  return read_bytes(part.content, name, limits, options);
}

std::optional<std::pair<fs::path, std::string>> split_container(const fs::path& path) {
  std::error_code ignored;
  fs::path file;
  for (auto step = path.begin(); step != path.end(); ++step) {
    file /= *step;
    if (!is_container(file.string()) || !fs::is_regular_file(file, ignored)) continue;
    return std::pair(file, path.lexically_relative(file).generic_string());
  }
  return std::nullopt;
}

FindProfile profile_beside(const fs::path& sheet) {
  return [sheet](const std::string& inner) -> ProfileText {
    if (!inner.empty()) return {};
    const std::string file = profile_path(sheet.string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return {};
    return {{std::istreambuf_iterator<char>(stream), {}}, file};
  };
}

}  // namespace pipeline
