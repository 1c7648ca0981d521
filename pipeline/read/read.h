// File -> Document. Which reader serves a file is decided by its ending and its first bytes, from
// one table of formats; "interview.docx" that is really a ZIP of something else is refused by name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"

namespace pipeline {

// What a file may cost at most; a file beyond is refused with the limit named.
struct ReadLimits {
  std::uint64_t file_bytes = 256ULL << 20;      // of the file as it lies on disk
  std::uint64_t unpacked_bytes = 512ULL << 20;  // of all the parts of a packed file together
  std::uint64_t archive_bytes = 8ULL << 30;     // of all the documents of an archive together
  std::uint64_t expansion_ratio = 200;          // unpacked : packed, past the first megabyte
  std::uint32_t packed_entries = 10'000;
  std::uint32_t nesting = 256;         // of elements in XML and HTML
  std::uint32_t documents_within = 2;  // each other, where one is inserted in another as a whole
};

// Which reading of a text with tracked changes is taken: that in which all are accepted, or the
// one before them.
enum class Changes : std::uint8_t { accepted, rejected };

// "geaccepteerd", "geweigerd": as users write it.
const std::vector<std::string>& change_names();

// What a person may choose in how a file is read.
struct ReadOptions {
  Changes changes = Changes::accepted;

  friend bool operator==(const ReadOptions&, const ReadOptions&) = default;
};

// Reads one file. Errors name the file. Linear in its (unpacked) size.
Result<Document> read(const std::filesystem::path& path, const ReadLimits& limits = {},
                      const ReadOptions& options = {});

// The same for bytes in memory; `name` gives the ending and stands in errors.
Result<Document> read_bytes(std::string_view bytes, const std::string& name,
                            const ReadLimits& limits = {}, const ReadOptions& options = {});

struct Format {
  std::string name;                  // "docx"
  std::vector<std::string> endings;  // ".docx", lower case
  std::string_view description;      // for help texts, to be translated
};

// The formats that can be read, in the order of the help text.
const std::vector<Format>& formats();
// Why a file of this name is not read as one document; empty for those that are.
Said why_unread(const std::string& name);
// Known by name but refused (".pdf": why and what to do instead); empty for endings nobody knows.
Said why_refused(std::string_view ending);

}  // namespace pipeline
