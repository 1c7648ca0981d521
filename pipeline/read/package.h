// The parts of a packed document (DOCX and ODT are ZIP files) by their names, unpacked within
// limits: "word/document.xml" -> its bytes. Pictures and other parts that hold no text are not
// unpacked.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

class Package {
 public:
  Package() = default;
  explicit Package(std::map<std::string, std::string, std::less<>> parts)
      : parts_(std::move(parts)) {}
  // Refuses what is broken, encrypted or grows beyond `limits`.
  static Result<Package> unpack(std::string_view bytes, const std::string& name,
                                const ReadLimits& limits);

  // The bytes of a part, or nullptr. A leading '/' of the name counts for nothing.
  const std::string* part(std::string_view name) const;

 private:
  std::map<std::string, std::string, std::less<>> parts_;
};

// OpenDocument encrypts the parts, not the package; its manifest says so.
bool is_encrypted_opendocument(const Package& package);

}  // namespace pipeline
