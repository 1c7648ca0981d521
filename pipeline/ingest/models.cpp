#include "pipeline/ingest/models.h"

#include <fstream>

#include "pipeline/learn/model_file.h"
#include "pipeline/model/whole_file.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_model = 64'000'000;

fs::path folder_of(const Study& study) {
  return study.folder / "geleerd";
}

std::optional<std::string> text_of(const fs::path& file) {
  std::error_code error;
  if (fs::file_size(file, error) > largest_model || error) return std::nullopt;
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.good() && !stream.eof()) return std::nullopt;
  return text;
}

}  // namespace

Result<KeptModel> model_in(const fs::path& file) {
  const auto text = text_of(file);
  if (!text)
    return failure(tr("dit model is er niet of is niet te lezen; 'samenspel learn' maakt er een"),
                   file.string());
  auto model = read_model(*text, file.string());
  if (!model) return tl::unexpected(model.error());
  return KeptModel{std::move(*model), model_hash(*text), file};
}

Result<KeptModel> keep_model(const Study& study, const Model& model) {
  const std::string text = write_model(model), hash = model_hash(text);
  const fs::path file = folder_of(study) / (hash + ".model");
  std::error_code error;
  fs::create_directories(folder_of(study), error);
  if (error || write_whole_file(file, text) ||
      write_whole_file(folder_of(study) / "laatste", hash + "\n"))
    return failure(tr("het model kan niet worden geschreven; is de schijf vol of alleen te lezen?"),
                   file.string());
  return model_in(file);
}

Result<KeptModel> kept_model(const Study& study, const std::string& hash) {
  std::string wanted = hash;
  if (wanted.empty()) {
    const auto last = text_of(folder_of(study) / "laatste");
    if (!last)
      return failure(tr("in deze studie is nog niets geleerd; begin met 'samenspel learn'"),
                     study.folder.string());
    wanted = last->substr(0, last->find('\n'));
  }
  // The name of a file, and nothing that leads elsewhere.
  if (wanted.empty() || wanted.find_first_not_of("0123456789abcdef") != wanted.npos)
    return failure(tr("'{}' is geen model van deze studie", wanted));
  return model_in(folder_of(study) / (wanted + ".model"));
}

}  // namespace pipeline
