#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "pipeline/read/decode.h"
#include "pipeline/read/package.h"
#include "pipeline/read/relations.h"
#include "pipeline/read/sheet.h"
#include "pipeline/read/xlsx_cells.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

class XlsxReader {
 public:
  XlsxReader(const Package& package, const std::string& name, const ReadLimits& limits)
      : package_(package), name_(name), limits_(limits) {}

  Result<std::vector<Sheet>> read() {
    const auto root = relations_of(package_, "", name_, limits_);
    if (!root) return tl::unexpected(root.error());
    const std::string main = target_of(*root, "officeDocument");
    if (main.empty() || package_.part(main) == nullptr) return no_workbook();
    const auto workbook = part(main);
    if (!workbook) return tl::unexpected(workbook.error());
    if (local_name((*workbook)->document_element()) != "workbook") return no_workbook();
    const auto relations = relations_of(package_, main, name_, limits_);
    if (!relations) return tl::unexpected(relations.error());
    if (auto problem = read_shared((*workbook)->document_element(), *relations))
      return tl::unexpected(std::move(*problem));
    return read_sheets(child_of((*workbook)->document_element(), "sheets"), *relations);
  }

 private:
  Result<XmlDocument> part(const std::string& path) const {
    const std::string* const bytes = package_.part(path);
    if (bytes == nullptr)
      return failure(said("het deel {} ontbreekt in het rekenblad; open het in een "
                          "rekenprogramma en sla het opnieuw op",
                          path),
                     name_);
    if (bytes->size() > most_sheet_xml) return tl::unexpected(sheet_too_large(name_));
    return parse_xml(*bytes, path, name_, limits_);
  }

  tl::unexpected<Error> no_workbook() const {
    return failure(
        said("dit is geen rekenblad (.xlsx) maar een ander soort ZIP-bestand; geef het de juiste "
             "uitgang of sla het op als .xlsx of .csv"),
        name_);
  }

  std::optional<Error> read_shared(const pugi::xml_node& workbook,
                                   const std::vector<Relation>& relations) {
    const std::string_view epoch = value_of(child_of(workbook, "workbookPr"), "date1904");
    if (epoch == "1" || epoch == "true") shared_.epoch = Epoch::y1904;
    if (const std::string strings = target_of(relations, "sharedStrings");
        package_.part(strings) != nullptr) {
      const auto xml = part(strings);
      if (!xml) return xml.error();
      for (const pugi::xml_node& string : (*xml)->document_element().children())
        if (local_name(string) == "si") shared_.strings.push_back(xlsx_string(string));
    }
    if (const std::string styles = target_of(relations, "styles");
        package_.part(styles) != nullptr) {
      const auto xml = part(styles);
      if (!xml) return xml.error();
      read_formats((*xml)->document_element());
    }
    return std::nullopt;
  }

  static unsigned number(std::string_view text) {
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }

  void read_formats(const pugi::xml_node& styles) {
    std::map<unsigned, std::string> own;
    for (const pugi::xml_node& format : child_of(styles, "numFmts").children())
      own[number(value_of(format, "numFmtId"))] = value_of(format, "formatCode");
    for (const pugi::xml_node& style : child_of(styles, "cellXfs").children()) {
      if (local_name(style) != "xf") continue;
      const unsigned id = number(value_of(style, "numFmtId"));
      const auto format = own.find(id);
      shared_.formats.push_back(format == own.end() ? std::string(builtin_format(id))
                                                    : format->second);
    }
  }

  Result<std::vector<Sheet>> read_sheets(const pugi::xml_node& list,
                                         const std::vector<Relation>& relations) {
    std::vector<Sheet> sheets;
    std::vector<Said> hidden;
    for (const pugi::xml_node& entry : list.children()) {
      const std::string title = repaired_utf8(value_of(entry, "name"));
      if (const std::string_view state = value_of(entry, "state");
          !state.empty() && state != "visible") {
        hidden.push_back(hidden_sheet(title));
        continue;
      }
      const std::string_view id = value_of(entry, "id");
      const auto relation =
          std::find_if(relations.begin(), relations.end(),
                       [&](const Relation& candidate) { return candidate.id == id; });
      if (relation == relations.end() || relation->kind != "worksheet") continue;  // a chart
      const auto xml = part(relation->target);
      if (!xml) return tl::unexpected(xml.error());
      auto sheet = read_xlsx_cells((*xml)->document_element(), shared_, budget_, name_);
      if (!sheet) return tl::unexpected(sheet.error());
      sheet->name = title;
      sheets.push_back(std::move(*sheet));
    }
    if (!sheets.empty())
      sheets.front().warnings.insert(sheets.front().warnings.end(), hidden.begin(), hidden.end());
    return sheets;
  }

  const Package& package_;
  const std::string& name_;
  const ReadLimits& limits_;
  CellBudget budget_;
  XlsxShared shared_;
};

}  // namespace

Result<std::vector<Sheet>> read_xlsx(std::string_view bytes, const std::string& name,
                                     const ReadLimits& limits) {
  const auto package = Package::unpack(bytes, name, limits);
  if (!package) return tl::unexpected(package.error());
  return XlsxReader(*package, name, limits).read();
}

}  // namespace pipeline
