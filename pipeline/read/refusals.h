// Why a file is not read, in words for the person who gave it: formats that are known by their
// ending or their first bytes but have no reader ("%PDF-" under the name "interview.docx"), and
// limits that are passed.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/read/read.h"

namespace pipeline {

// What the bytes are by their signature, to be translated ("een PDF-bestand"); empty where they
// have none that is known.
std::string_view kind_by_signature(std::string_view bytes);

inline constexpr std::string_view signature_of_zip = "PK";
inline constexpr std::string_view signature_of_old_office = "\xD0\xCF\x11\xE0";

// Why bytes are not what their ending says; empty where nothing speaks against it. `signature`:
// what such files begin with; empty: anything. `format`: "docx", for what to do.
Said wrong_ending(std::string_view bytes, std::string_view signature, const std::string& ending,
                  const std::string& format);

// Sentences for an Error. Sizes are told in MB.
Said file_too_large(const ReadLimits& limits);
Said encrypted_file();
Said unpacked_too_large(const ReadLimits& limits);
Said page_too_wild(const ReadLimits& limits);
Said nested_too_deep(const ReadLimits& limits);

}  // namespace pipeline
