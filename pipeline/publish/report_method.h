// The words of a report about itself: what it rests on, how it was counted, what was left out.
#pragma once

#include <string>

#include "pipeline/publish/report_facts.h"

namespace pipeline {

// Plain text, a paragraph; every figure is of these facts.
std::string method_paragraph(const ReportFacts& from);

}  // namespace pipeline
