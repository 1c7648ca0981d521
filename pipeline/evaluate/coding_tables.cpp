#include "pipeline/evaluate/coding_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

constexpr std::string_view nothing = "-";

using Cells = std::vector<std::string_view>;

Cells cells_of(std::string_view line) {
  Cells cells;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
  return cells;
}

// A table's lines, one by one, with the cells of the columns that were asked for.
class Lines {
 public:
  Lines(std::string_view text, const std::string& file) : rest_(text), file_(file) {}

  // Missing columns of `may` have no cells. The header is the first line.
  Result<void> read_header(const std::vector<std::string_view>& must,
                           const std::vector<std::string_view>& may) {
    const Cells header = cells_of(next_line());
    for (const std::string_view name : must)
      if (std::ranges::find(header, name) == header.end())
        return failure(tr("de kolom '{}' ontbreekt; nodig zijn {}, met tabs", name,
                          fmt::format("{}", fmt::join(must, ", "))),
                       file_, 1);
    for (const auto* names : {&must, &may})
      for (const std::string_view name : *names)
        places_.push_back(
            static_cast<std::size_t>(std::ranges::find(header, name) - header.begin()));
    needed_ = *std::max_element(places_.begin(),
                                places_.begin() + static_cast<std::ptrdiff_t>(must.size()));
    return {};
  }

  // The next line's cells, in the order asked for; none at the end.
  Result<std::optional<Cells>> next() {
    std::string_view line;
    while (line.empty()) {
      if (rest_.empty()) return std::optional<Cells>();
      line = next_line();
    }
    const Cells all = cells_of(line);
    if (all.size() <= needed_)
      return failure(tr("deze regel heeft te weinig kolommen"), file_, number_);
    Cells cells;
    for (const std::size_t place : places_)
      cells.push_back(place < all.size() ? all[place] : std::string_view());
    return std::optional<Cells>(std::move(cells));
  }

  tl::unexpected<Error> fail(std::string message) const {
    return failure(std::move(message), file_, number_);
  }

 private:
  std::string_view next_line() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++number_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  std::string_view rest_;
  const std::string& file_;
  unsigned number_ = 0;
  std::vector<std::size_t> places_;
  std::size_t needed_ = 0;
};

using Places = std::unordered_map<std::string_view, std::size_t>;

// Puts one line of a coder where it belongs; what is wrong with it otherwise.
std::optional<std::string> put(const Cells& cells, const Places& places,
                               std::vector<bool>& is_there, CoderCodings& codings) {
  const auto place = places.find(cells[0]);
  if (place == places.end()) return tr("zin '{}' staat niet in het bestand met zinnen", cells[0]);
  auto& unit = codings.units[place->second];
  const bool is_again = is_there[place->second];
  is_there[place->second] = true;
  if (cells[1] == nothing || cells[1].empty()) {
    if (unit.empty() && cells[2] != nothing && !cells[2].empty())
      return tr("bij zin '{}' staat een valentie zonder factor", cells[0]);
    if (is_again) return tr("zin '{}' staat er met en zonder codering", cells[0]);
    return std::nullopt;
  }
  if (is_again && unit.empty()) return tr("zin '{}' staat er met en zonder codering", cells[0]);
  const auto valence = valence_of(cells[2]);
  if (!valence) return tr("valentie '{}' is er niet; kies succes, faal of neutraal", cells[2]);
  unit[FactorId(cells[1])].valences.add(*valence);
  return std::nullopt;
}

}  // namespace

Result<std::vector<SentenceRow>> sentence_rows(std::string_view text, const std::string& file) {
  Lines lines(text, file);
  if (const auto header = lines.read_header({"id", "sentence"}, {"previous", "doc"}); !header)
    return tl::unexpected(header.error());
  std::vector<SentenceRow> rows;
  for (auto cells = lines.next();; cells = lines.next()) {
    if (!cells) return tl::unexpected(cells.error());
    if (!*cells) return rows;
    const Cells& it = **cells;
    rows.push_back(
        {std::string(it[0]), std::string(it[3]), std::string(it[2]), std::string(it[1])});
  }
}

Result<CoderCodings> coder_codings(std::string_view text, const std::string& file,
                                   const std::string& name,
                                   const std::vector<SentenceRow>& sentences) {
  Lines lines(text, file);
  if (const auto header = lines.read_header({"id", "factor", "valence"}, {}); !header)
    return tl::unexpected(header.error());
  Places places;
  for (std::size_t i = 0; i < sentences.size(); ++i)
    if (!places.emplace(sentences[i].id, i).second)
      return failure(
          tr("zin '{}' staat twee keer in het bestand met zinnen; geef elke zin "
             "een eigen id",
             sentences[i].id));
  CoderCodings codings{name, {}};
  codings.units.resize(sentences.size());
  std::vector<bool> is_there(sentences.size());
  for (auto cells = lines.next();; cells = lines.next()) {
    if (!cells) return tl::unexpected(cells.error());
    if (!*cells) break;
    if (const auto wrong = put(**cells, places, is_there, codings)) return lines.fail(*wrong);
  }
  const auto missing = std::ranges::count(is_there, false);
  if (missing == 0) return codings;
  const auto first =
      static_cast<std::size_t>(std::ranges::find(is_there, false) - is_there.begin());
  return failure(tr("er is geen regel voor {} van de {} zinnen, zoals '{}'; schrijf '-' bij "
                    "een zin zonder codering",
                    missing, sentences.size(), sentences[first].id),
                 file);
}

}  // namespace pipeline
