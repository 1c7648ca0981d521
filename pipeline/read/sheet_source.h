// The documents of one sheet file, by number and by name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/read/answers.h"
#include "pipeline/read/container.h"

namespace pipeline {

struct SheetSource {
  std::string name;  // of the sheet within the container; empty: it is the container
  std::vector<Answer> answers;
  std::map<std::string, std::size_t, std::less<>> places;  // of documents, by name
  std::size_t next = 0;
  std::string format;  // "csv"

  // The document at a place.
  Part part(std::size_t place) const;
};

// Reads a sheet by its profile, or by a guess, which is then told and added to `drafts`. What is
// wrong with it or its profile is a remark, and then it is empty.
SheetSource open_sheet(std::string_view bytes, const std::string& file, std::string name,
                       const ProfileText& profile, const ReadLimits& limits,
                       std::vector<Remark>& remarks, std::vector<ProfileText>& drafts);

// The readers of sheets, by ending.
const std::vector<Format>& sheet_formats();
bool is_sheet(const std::string& file);  // by its ending

}  // namespace pipeline
