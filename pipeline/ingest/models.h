// The models of a study: geleerd/HASH.model, each as it was when something was proposed with it, so
// that a proposal can be explained later; and which of them was learned last.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "pipeline/learn/model.h"
#include "pipeline/model/result.h"
#include "pipeline/store/study.h"

namespace pipeline {

struct KeptModel {
  Model model;
  std::string hash;
  std::filesystem::path file;
};

// Writes it beside the others and makes it the last one. Error: it cannot be written.
Result<KeptModel> keep_model(const Study& study, const Model& model);
// `hash` empty: the one that was learned last. The error says how to get one.
Result<KeptModel> kept_model(const Study& study, const std::string& hash = {});
Result<KeptModel> model_in(const std::filesystem::path& file);

}  // namespace pipeline
