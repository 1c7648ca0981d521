#include "pipeline/cli/origin_file.h"

#include <nlohmann/json.hpp>

#include "pipeline/cli/command_line.h"
#include "pipeline/cli/output_file.h"
#include "pipeline/cli/print_json.h"
#include "pipeline/model/tr.h"
#include "pipeline/read/file_bytes.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "samenspel-herkomst";

}  // namespace

fs::path origin_path(const fs::path& file) {
  return file.string() + ".herkomst.json";
}

void check_origin(const fs::path& file, bool overwrites) {
  const fs::path origin = origin_path(file);
  std::error_code problem;
  if (overwrites || !fs::exists(origin, problem) || read_origin(file)) return;
  refuse_option("--uitvoer",
                tr("{}: dit bestand bestaat al; kies een andere naam, of geef --overschrijf of "
                   "--zonder-herkomst",
                   origin.string()));
}

void write_origin(const fs::path& file, const OriginFile& origin) {
  Json json{{"format", format_name},
            {"version", 1},
            {"file", file.filename().string()},
            {"form", origin.form}};
  if (origin.form == "csv") {
    json["separator"] = origin.separator;
    json["decimal_comma"] = origin.decimal_comma;
    json["byte_order_mark"] = origin.byte_order_mark;
  }
  json["notes"] = origin.notes;
  write_output(origin_path(file), json_text(json));
}

std::optional<OriginFile> read_origin(const fs::path& file) {
  const auto bytes = file_bytes(origin_path(file), ReadLimits{});
  const Json json = bytes ? Json::parse(*bytes, nullptr, false) : Json();
  if (!json.is_object()) return std::nullopt;
  try {
    if (json.at("format") != format_name) return std::nullopt;
    OriginFile origin;
    origin.form = json.at("form");
    origin.notes = json.at("notes").get<std::vector<std::string>>();
    origin.separator = json.value("separator", ",");
    origin.decimal_comma = json.value("decimal_comma", false);
    origin.byte_order_mark = json.value("byte_order_mark", false);
    return origin;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace pipeline
