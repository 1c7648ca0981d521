// The relations between the parts of an Office package (DOCX, XLSX): which part is the document, a
// sheet, its styles, whatever they are called.
//   relations_of(package, "word/document.xml") -> {"rId3", "footnotes", "word/footnotes.xml"}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/package.h"

namespace pipeline {

struct Relation {
  std::string id;
  std::string kind;    // last word of its type, which Strict and Transitional share: "footnotes"
  std::string target;  // part name; an address where it lies outside the file
  bool is_outside = false;
};
using Relations = std::vector<Relation>;

// The relations of a part; those of the package itself for "". None where it has no such file.
Result<Relations> relations_of(const Package& package, const std::string& part,
                               const std::string& name, const ReadLimits& limits);

// The part that is first of its kind; empty where there is none.
std::string target_of(const Relations& relations, std::string_view kind);
// By id; nullptr where there is none.
const Relation* relation_of(const Relations& relations, std::string_view id);

}  // namespace pipeline
