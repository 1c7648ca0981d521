#include "pipeline/read/compound.h"

#include <array>
#include <string>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

struct Stream {
  std::string_view name;
  CompoundKind kind;
};
// An encrypted document of today comes first: what is in it cannot be told.
constexpr std::array<Stream, 5> streams{{{"EncryptedPackage", CompoundKind::encrypted},
                                         {"WordDocument", CompoundKind::word},
                                         {"Workbook", CompoundKind::sheet},
                                         {"Book", CompoundKind::sheet},
                                         {"PowerPoint Document", CompoundKind::slides}}};

// As the directory of the file has it: UTF-16, closed by a zero.
std::string in_directory(std::string_view name) {
  std::string bytes;
  for (const char c : name) {
    bytes += c;
    bytes += '\0';
  }
  return bytes.append(2, '\0');
}

}  // namespace

CompoundKind compound_kind(std::string_view bytes) {
  if (!bytes.starts_with("\xD0\xCF\x11\xE0")) return CompoundKind::none;
  for (const Stream& stream : streams)
    if (bytes.find(in_directory(stream.name)) != std::string_view::npos) return stream.kind;
  return CompoundKind::other;
}

std::string_view name_of(CompoundKind kind) {
  switch (kind) {
    case CompoundKind::word:
      return tr_later("een oud Word-document (.doc)");
    case CompoundKind::encrypted:
      return tr_later("een met een wachtwoord versleuteld Office-bestand");
    case CompoundKind::sheet:
      return tr_later("een oud rekenblad (Excel)");
    case CompoundKind::slides:
      return tr_later("een oude presentatie (PowerPoint)");
    default:
      return tr_later("een oud of met een wachtwoord versleuteld Office-bestand");
  }
}

}  // namespace pipeline
