// The parts of a Word document and the relations between them: which part is the body, which its
// footnotes, and what "rId4" stands for is told by relations, not by names.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/result.h"
#include "pipeline/read/package.h"
#include "pipeline/read/read.h"
#include "pipeline/read/relations.h"
#include "pipeline/read/xml.h"

namespace pipeline {

class DocxPackage {
 public:
  // All three must outlive it.
  DocxPackage(const Package& package, const std::string& name, const ReadLimits& limits)
      : package_(package), name_(name), limits_(limits) {}

  const std::string* bytes(std::string_view part) const { return package_.part(part); }
  // The part must be there.
  Result<XmlDocument> part(const std::string& part) const;
  // The relations of a part; those of the package itself for "". None where it has no such file.
  Result<Relations> relations_of(const std::string& part) const;
  // Why a package without a Word document in it is refused.
  tl::unexpected<Error> no_word_document() const;

 private:
  const Package& package_;
  const std::string& name_;
  const ReadLimits& limits_;
};

}  // namespace pipeline
