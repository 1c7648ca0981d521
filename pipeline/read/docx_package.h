// The parts of a Word document and the relations between them: which part is the body, which its
// footnotes, and what "rId4" stands for is told by relations, not by names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/model/result.h"
#include "pipeline/read/package.h"
#include "pipeline/read/read.h"
#include "pipeline/read/xml.h"

namespace pipeline {

struct DocxRelation {
  std::string id;
  std::string kind;    // last word of its type, which Strict and Transitional share: "footnotes"
  std::string target;  // part name; an address where it lies outside the file
  bool is_outside = false;
};
using DocxRelations = std::vector<DocxRelation>;

class DocxPackage {
 public:
  // All three must outlive it.
  DocxPackage(const Package& package, const std::string& name, const ReadLimits& limits)
      : package_(package), name_(name), limits_(limits) {}

  const std::string* bytes(std::string_view part) const { return package_.part(part); }
  // The part must be there.
  Result<XmlDocument> part(const std::string& part) const;
  // The relations of a part; those of the package itself for "". None where it has no such file.
  Result<DocxRelations> relations_of(const std::string& part) const;
  // Why a package without a Word document in it is refused.
  tl::unexpected<Error> no_word_document() const;

 private:
  const Package& package_;
  const std::string& name_;
  const ReadLimits& limits_;
};

// The part that is first of its kind among the relations; empty where there is none.
std::string target_of(const DocxRelations& relations, std::string_view kind);
// By id; nullptr where there is none.
const DocxRelation* relation_of(const DocxRelations& relations, std::string_view id);

}  // namespace pipeline
