// The part of a report that every number opens: quotations by factor, valence and column, and a
// guide from each column to its factors.
#pragma once

#include <string>

#include "pipeline/publish/report_facts.h"
#include "pipeline/store/store.h"

namespace pipeline {

std::string quotes_section(const Store& store, const ReportFacts& from);
// Empty where there are no columns.
std::string guide_section(const ReportFacts& from);

}  // namespace pipeline
