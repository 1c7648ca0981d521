#include "pipeline/ingest/import_codings.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "pipeline/model/near.h"
#include "pipeline/model/utf8.h"

namespace pipeline {
namespace {

using Cells = std::vector<std::string_view>;

Cells cells_of(std::string_view line) {
  Cells cells;
  for (std::size_t tab = line.find('\t'); tab != line.npos; tab = line.find('\t')) {
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
  return cells;
}

enum Column : std::size_t { document, quotation, begin, end, factor, valence, modality, columns };
constexpr std::string_view column_names[] = {"document", "citaat",   "begin",     "eind",
                                             "factor",   "valentie", "modaliteit"};

std::optional<std::uint32_t> number_of(std::string_view cell) {
  std::uint32_t number = 0;
  const auto [last, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (cell.empty() || error != std::errc() || last != cell.data() + cell.size())
    return std::nullopt;
  return number;
}

// The byte at which so many code points lie before; none beyond the end.
std::optional<std::uint32_t> byte_at(std::string_view text, std::uint32_t points) {
  std::size_t at = 0;
  while (points > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && !begins_code_point(text[at])) ++at;
    --points;
  }
  return points == 0 ? std::optional(static_cast<std::uint32_t>(at)) : std::nullopt;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// A text with every stretch of blanks as one, as a table can hold it, and where its bytes stand.
struct Squeezed {
  std::string text;
  std::vector<std::uint32_t> at;

  explicit Squeezed(std::string_view source) {
    for (std::uint32_t i = 0; i < source.size(); ++i) {
      if (is_blank(source[i]) && (text.empty() || text.back() == ' ')) continue;
      text += is_blank(source[i]) ? ' ' : source[i];
      at.push_back(i);
    }
  }
};

class Importer {
 public:
  Importer(const std::string& file, const std::string& coder, const Lexicon& lexicon, Store& store)
      : file_(file), coder_(coder), lexicon_(lexicon), store_(store) {
    for (const StoredDocument& it : store.documents()) ids_[it.path] = it.id;
    for (const Factor& it : lexicon.factors) factors_.push_back(it.id);
  }

  Result<ImportReport> run(std::string_view text) {
    unsigned number = 0;
    std::vector<std::pair<unsigned, Cells>> rows;
    while (!text.empty()) {
      const std::size_t line_end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, line_end);
      text.remove_prefix(std::min(line_end + 1, text.size()));
      ++number;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty()) continue;
      if (places_.empty()) {
        if (auto wrong = read_header(cells_of(line), number)) return tl::unexpected(*wrong);
        continue;
      }
      rows.emplace_back(number, cells_of(line));
    }
    if (places_.empty()) return failure(tr("dit bestand is leeg"), file_);
    // A document at a time, so that each is read once; within it in the order of the file.
    std::ranges::stable_sort(rows, {}, [&](const auto& row) { return cell(row.second, document); });
    for (const auto& [line, cells] : rows) {
      ++report_.lines;
      if (auto wrong = add(cells)) report_.errors.push_back({std::move(*wrong), file_, line});
    }
    std::ranges::sort(report_.errors, {}, &Error::line);
    return std::move(report_);
  }

 private:
  std::optional<Error> read_header(const Cells& header, unsigned line) {
    for (const std::string_view name : column_names)
      places_.push_back(static_cast<std::size_t>(std::ranges::find(header, name) - header.begin()));
    const auto has = [&](Column it) { return places_[it] < header.size(); };
    for (const Column must : {document, factor, valence})
      if (!has(must))
        return Error{tr("de kolom '{}' ontbreekt; nodig zijn document, factor, valentie en "
                        "citaat (of begin en eind), met tabs",
                        column_names[must]),
                     file_, line};
    if (!has(quotation) && !(has(begin) && has(end)))
      return Error{tr("er is geen kolom 'citaat', en ook niet 'begin' en 'eind': waar staat het?"),
                   file_, line};
    return std::nullopt;
  }

  std::string_view cell(const Cells& cells, Column column) const {
    return places_[column] < cells.size() ? cells[places_[column]] : std::string_view();
  }

  // What is wrong with the line; none: it is in the study now.
  std::optional<std::string> add(const Cells& cells) {
    Coding coding;
    coding.coder = coder_;
    if (auto wrong = load(cell(cells, document))) return wrong;
    coding.factor = cell(cells, factor);
    if (lexicon_.find(coding.factor) == nullptr)
      return tr("factor '{}' staat niet in het lexicon{}", coding.factor,
                suggest(coding.factor, factors_, 30));
    const auto sense = valence_of(cell(cells, valence));
    if (!sense)
      return tr("valentie '{}' is er niet; kies succes, faal of neutraal", cell(cells, valence));
    coding.valence = *sense;
    if (const std::string_view word = cell(cells, modality); !word.empty()) {
      const auto found = modality_of(word);
      if (!found)
        return tr("modaliteit '{}' is er niet; kies feit, wens, voorwaarde, vraag of twijfel",
                  word);
      coding.modality = *found;
    }
    if (auto wrong = place(cells, coding)) return wrong;
    const bool is_known = std::ranges::any_of(loaded_->codings, [&](const Coding& it) {
      return it.coder == coder_ && it.span == coding.span && it.factor == coding.factor &&
             it.valence == coding.valence;
    });
    if (is_known) {
      ++report_.known;
      return std::nullopt;
    }
    store_.add_coding(loaded_->id, coding);
    loaded_->codings.push_back(std::move(coding));
    ++report_.added;
    return std::nullopt;
  }

  std::optional<std::string> load(std::string_view path) {
    if (loaded_ && loaded_->path == path) return std::nullopt;
    const auto id = ids_.find(std::string(path));
    if (id == ids_.end()) {
      std::vector<std::string> paths;
      for (const auto& [known, number] : ids_) paths.push_back(known);
      return tr("document '{}' is niet in de studie{}", path, suggest(path, paths));
    }
    loaded_ = store_.load(id->second);
    squeezed_.emplace(loaded_->document.source);
    ++report_.documents;
    return std::nullopt;
  }

  std::optional<std::string> place(const Cells& cells, Coding& coding) const {
    const std::string& source = loaded_->document.source;
    if (!cell(cells, begin).empty() || !cell(cells, end).empty()) {
      const auto first = number_of(cell(cells, begin)), last = number_of(cell(cells, end));
      const auto from = first ? byte_at(source, *first) : std::nullopt;
      const auto to = last ? byte_at(source, *last) : std::nullopt;
      if (!from || !to || *from >= *to)
        return tr(
            "begin '{}' en eind '{}' zijn geen plaats in dit document; tel tekens "
            "vanaf 0, eind telt niet mee",
            cell(cells, begin), cell(cells, end));
      coding.span = {*from, *to};
      if (const auto words = cell(cells, quotation);
          !words.empty() && slice(source, coding.span) != words)
        return tr(
            "op begin en eind staan andere woorden dan in 'citaat'; is het document veranderd?");
    } else {
      const std::string_view words = cell(cells, quotation);
      if (words.empty()) return tr("er staat geen citaat, en geen begin en eind");
      const std::string sought = Squeezed(words).text;
      const std::size_t at = squeezed_->text.find(sought);
      if (at == std::string::npos)
        return tr(
            "dit citaat staat niet zo in het document; neem de tekst over zoals 'samenspel read' "
            "haar geeft");
      if (squeezed_->text.find(sought, at + 1) != std::string::npos)
        return tr("dit citaat staat vaker in het document; geef begin en eind (in tekens) erbij");
      coding.span = {squeezed_->at[at], squeezed_->at[at + sought.size() - 1] + 1};
    }
    for (std::uint32_t p = 0; p < loaded_->segmented.passages.size(); ++p)
      if (contains(loaded_->segmented.passages[p].span, coding.span)) {
        coding.passage = p;
        return std::nullopt;
      }
    return tr(
        "het citaat loopt over de rand van een passage (beurt of alinea); knip het in tweeën");
  }

  const std::string& file_;
  const std::string& coder_;
  const Lexicon& lexicon_;
  Store& store_;
  std::map<std::string, DocumentId> ids_;
  std::vector<std::string> factors_;
  std::vector<std::size_t> places_;  // of the columns, in a line
  std::optional<CodedDocument> loaded_;
  std::optional<Squeezed> squeezed_;  // its text
  ImportReport report_;
};

}  // namespace

Result<ImportReport> import_codings(std::string_view text, const std::string& file,
                                    const std::string& coder, const Lexicon& lexicon,
                                    Store& store) {
  return Importer(file, coder, lexicon, store).run(text);
}

}  // namespace pipeline
