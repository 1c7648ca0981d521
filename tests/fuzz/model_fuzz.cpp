// Any lines under a right checksum, and any bytes at all, give a model, a pack or an error that
// says something; a model that is read judges any sentence.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "pipeline/learn/model_file.h"
#include "pipeline/learn/model_lines.h"

namespace {

void judge_with(const pipeline::Model& model) {
  pipeline::Observation seen;
  for (pipeline::FeatureId id = 0; id < model.names.size() && id < 20; ++id)
    seen.features.push_back(id);
  for (const auto proposer : {pipeline::Proposer::learned, pipeline::Proposer::combined})
    for (const auto& it : pipeline::judge(model, seen, proposer))
      if (std::isnan(it.probability) || it.probability < 0 || it.probability > 1) std::abort();
}

void read(const std::string& text) {
  if (const auto model = pipeline::read_model(text, "m")) {
    judge_with(*model);
  } else if (model.error().message.empty()) {
    std::abort();
  }
  const auto pack = pipeline::read_pack(text, "p");
  if (!pack && pack.error().message.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string lines(reinterpret_cast<const char*>(bytes), size);
  read(lines);
  for (const char* kind : {"samenspel-model\t1\n", "samenspel-leerpakket\t1\n"})
    read(pipeline::sealed(kind + lines + (lines.ends_with('\n') ? "" : "\n")));
  return 0;
}
