#include "pipeline/learn/model_lines.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "pipeline/language/table_view.h"
#include "pipeline/learn/model_file.h"
#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::string_view end_word = "einde\t";

CellViews cells_of(std::string_view line) {
  CellViews cells;
  for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
  return cells;
}

template <typename Number>
std::optional<Number> number_in(std::string_view cell) {
  Number number{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size() || cell.empty()) return std::nullopt;
  return number;
}

}  // namespace

std::string checksum_of(std::string_view bytes) {
  return fmt::format("{:016x}", table_hash(bytes));
}

std::string sealed(std::string lines) {
  const std::string sum = checksum_of(lines);
  return lines.append(end_word).append(sum).append("\n");
}

Result<std::vector<CellViews>> unsealed(std::string_view text, const std::string& file,
                                        std::string_view kind, std::string_view dutch) {
  const std::string first = std::string(kind) + '\t';
  if (!text.starts_with(first))
    return failure(tr("dit is geen {} van samenspel; 'samenspel learn' maakt er een", tr(dutch)),
                   file);
  const auto version = number_in<int>(
      text.substr(first.size(), text.find('\n') - std::min(first.size(), text.find('\n'))));
  if (version && *version > model_format)
    return failure(tr("dit {} is gemaakt met een nieuwere versie van samenspel (vorm {}, "
                      "deze versie kent {}); werk samenspel bij",
                      tr(dutch), *version, model_format),
                   file);
  const std::size_t end = text.rfind(end_word);
  if (!version || end == text.npos || end == 0 || text[end - 1] != '\n' ||
      text.substr(end) != std::string(end_word) + checksum_of(text.substr(0, end)) + '\n')
    return failure(tr("dit {} is beschadigd of niet afgemaakt; maak het opnieuw met "
                      "'samenspel learn'",
                      tr(dutch)),
                   file);
  std::vector<CellViews> lines;
  std::string_view rest = text.substr(0, end);
  rest.remove_prefix(rest.find('\n') + 1);
  while (!rest.empty()) {
    const std::size_t line_end = rest.find('\n');
    lines.push_back(cells_of(rest.substr(0, line_end)));
    rest.remove_prefix(line_end + 1);
  }
  return lines;
}

std::optional<std::uint32_t> whole_number(std::string_view cell) {
  return number_in<std::uint32_t>(cell);
}

std::optional<double> real_number(std::string_view cell) {
  const auto number = number_in<double>(cell);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<std::pair<std::uint32_t, std::int32_t>> numbered(std::string_view cell) {
  const std::size_t colon = cell.find(':');
  if (colon == cell.npos) return std::nullopt;
  const auto place = number_in<std::uint32_t>(cell.substr(0, colon));
  const auto value = number_in<std::int32_t>(cell.substr(colon + 1));
  if (!place || !value) return std::nullopt;
  return std::pair(*place, *value);
}

}  // namespace pipeline
