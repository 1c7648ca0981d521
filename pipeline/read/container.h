// Files that hold several documents: rows of a sheet ("enquete.csv/rij-0012"), files in an archive
// ("map.zip/oost/interview.docx"), sheets in an archive. One document is held at a time, of a sheet
// all its rows.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/profile.h"
#include "pipeline/read/read.h"

namespace pipeline {

// By its ending. `name` may be a path.
bool is_container(const std::string& name);
bool is_archive(const std::string& name);
// By what stands in it as well: a .tsv may be a transcript.
bool is_container(const std::string& name, std::string_view bytes);
bool is_container_file(const std::filesystem::path& file);
const std::vector<Format>& container_formats();

// Whether a file that lies beside documents is none, by its name: hidden, the lock of an office
// program, what a system keeps in its folders; or what tells of documents (cases.csv, speakers.csv,
// the profile of a sheet).
bool is_no_document(std::string_view file_name);

// A document of a container, or why it has none of that name.
struct Part {
  std::string name;                  // within the container
  std::string content;               // the bytes of a file, or what a row was made of
  std::optional<Document> document;  // of a row
  Said refusal;                      // not empty: nothing else is there
};

// What there is to say of a container or of one in it (`name`; empty: of itself).
struct Remark {
  std::string name;
  Said message;
  bool is_refusal = false;  // nothing of it is read
};

// The profile of a sheet and the file that it is kept in.
struct ProfileText {
  std::string toml;  // empty: there is none yet, and a guess is made
  std::string file;  // where it stands, or where a draft would be kept; empty: nowhere
};
// `inner`: the name of a sheet in an archive; empty: the container is the sheet.
using FindProfile = std::function<ProfileText(const std::string& inner)>;

class Container {
 public:
  // Never fails: what is wrong is a remark, and then there are no documents.
  Container(const std::filesystem::path& file, FindProfile find_profile,
            const ReadLimits& limits = {});
  ~Container();
  Container(Container&&) noexcept;
  Container& operator=(Container&&) noexcept;

  // The documents one by one, in the order of the container.
  std::optional<Part> next();
  // One of them by its name. Cheap within a sheet, and where it stands behind the last one in an
  // archive; else the archive is gone through from the beginning.
  std::optional<Part> find(const std::string& name);

  // What was met so far.
  const std::vector<Remark>& remarks() const;
  const std::vector<ProfileText>& drafts() const;  // profiles that were guessed
  // Each cases.csv of an archive, by its name in there, with its bytes.
  const std::vector<std::pair<std::string, std::string>>& cases() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// `container` stands before the part's name in errors.
Result<Document> read_part(const Part& part, const std::string& container,
                           const ReadLimits& limits = {}, const ReadOptions& options = {});

// "map/enquete.xlsx/Blad1/rij-0012" -> "map/enquete.xlsx" and "Blad1/rij-0012", where the first is
// a file that lies on disk; nothing where there is none.
std::optional<std::pair<std::filesystem::path, std::string>> split_container(
    const std::filesystem::path& path);

// The profile that lies beside a sheet, for those who have no study.
FindProfile profile_beside(const std::filesystem::path& sheet);

}  // namespace pipeline
