// Why a coding is there, in words: "“gedeelde visie” (gedeelde visie) + ontkenning: geen “geen”".
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/coding.h"

namespace pipeline {

// One line, without tabs and line ends. The evidence's spans are of `text`.
std::string evidence_line(const Coding& coding, std::string_view text);

}  // namespace pipeline
