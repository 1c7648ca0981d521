// `samenspel why --not FACTOR ZIN`: what came nearest to the factor in a text, and why it does not
// count.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/cli/session.h"

namespace pipeline {

struct WhyNotOptions {
  std::string factor, text;  // text "-": standard input
  std::filesystem::path lexicon;
  bool names_study = false;
  std::size_t most = 5;
  std::string format = "tekst";
};

// The exit status: 1 where nothing came near, or where the factor is coded after all.
int run_why_not(const Session& session, const WhyNotOptions& options);

}  // namespace pipeline
