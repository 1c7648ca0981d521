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
  std::string target;  // part name; empty where it lies outside the file
};

// The relations of a part; those of the package itself for "". None where it has no such file.
Result<std::vector<Relation>> relations_of(const Package& package, const std::string& part,
                                           const std::string& name, const ReadLimits& limits);

// The first of a kind; empty where there is none.
std::string target_of(const std::vector<Relation>& relations, std::string_view kind);

}  // namespace pipeline
