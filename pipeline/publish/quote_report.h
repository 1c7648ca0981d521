// Quotations by factor as a Word document, to read, mark and quote from: under each factor what
// succeeds, what fails and what is neutral, each with its source, speaker, time and attributes.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "pipeline/model/coded_document.h"
#include "pipeline/report/frequency.h"
#include "pipeline/store/store.h"

namespace pipeline {

struct QuoteReportSpec {
  std::string title;
  std::size_t around = 300;  // bytes of context on either side
  std::string record = {};   // the last line; empty: none
};

// `codings`: those to quote. Factors come in the order of `factors`. `notes`: what was counted and
// left out.
std::string quote_report(const Store& store, const CorpusFacts& facts,
                         std::span<const Factor> factors, std::span<const CodingId> codings,
                         std::span<const std::string> notes, const QuoteReportSpec& spec);

}  // namespace pipeline
