#include <fmt/format.h>

#include <algorithm>

#include "pipeline/cli/codings.h"
#include "pipeline/cli/command_line.h"
#include "pipeline/cli/export_gate.h"
#include "pipeline/cli/options.h"
#include "pipeline/cli/show.h"
#include "pipeline/cli/tables.h"
#include "pipeline/model/coder.h"
#include "pipeline/model/counted.h"
#include "pipeline/model/near.h"
#include "pipeline/model/tr.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

constexpr std::size_t most_to_read = 20;  // in a terminal, unless asked for more

struct Options {
  std::string coder, factor, status;
  std::size_t most = 0, first = 1;
  bool is_strict = false;
  TableOptions write;
};

bool is_coder(std::string_view coder, std::string_view wanted) {
  return wanted.empty() || coder == wanted || kind_named(wanted) == coder_kind(coder);
}

bool has_status(CodingStatus status, const std::string& wanted) {
  return wanted.empty() || wanted == to_string(status) ||
         (wanted == "besloten" && status != CodingStatus::proposed);
}

// False, and said so, where nobody codes under that name, or nothing has that factor.
bool are_known(const CorpusFacts& facts, const Options& options) {
  if (!std::ranges::any_of(facts.coders,
                           [&](const auto& it) { return is_coder(it, options.coder); })) {
    complain(tr("geen codering is van codeur '{}'{}", options.coder,
                suggest(options.coder, facts.coders)));
    return false;
  }
  if (options.factor.empty() ||
      std::ranges::find(facts.factors, options.factor) != facts.factors.end())
    return true;
  complain(tr("geen codering heeft factor '{}'{}", options.factor,
              suggest(options.factor, facts.factors)));
  return false;
}

std::vector<CodingId> wanted(const CorpusFacts& facts, const Options& options) {
  std::vector<CodingId> codings;
  for (const auto& it : facts.codings)
    if (is_coder(facts.coders[it.coder], options.coder) && has_status(it.status, options.status) &&
        (options.factor.empty() || facts.factors[it.factor] == options.factor))
      codings.push_back(it.id);
  return codings;
}

void print(const Store& store, const ShownCoding& it) {
  fmt::print("{}  {} · {} · {}\n  {}\n{}\n", to_string(it.id), it.coding.factor,
             coloured(it.coding.valence, wants_colour()), word_of(it.coding.modality),
             heading(it.passage), wrapped(printable(it.text), 4, 96));
  const auto probability = store.probability(it.id);
  const std::string coder = printable(it.coding.coder);
  fmt::print("  {}\n", is_person(it.coding.coder) ? tr("gecodeerd door {}", coder)
                       : probability ? tr("voorgesteld door {}, met een kans van {}", coder,
                                          percent(*probability))
                                     : tr("voorgesteld door {}", coder));
  if (it.decision) fmt::print("{}\n", wrapped(printable(decision_line(*it.decision)), 2, 96));
  fmt::print("\n");
}

Row row_of(const Store& store, const ShownCoding& it) {
  const auto probability = store.probability(it.id);
  Row row;
  row.cells = {to_string(it.id),
               it.coding.factor,
               word_of(it.coding.valence),
               word_of(it.coding.modality),
               it.coding.coder,
               probability ? Cell{*probability} : Cell{},
               word_of(it.coding.status),
               it.decision ? Cell{it.decision->author} : Cell{},
               it.decision ? Cell{it.decision->written} : Cell{},
               it.decision ? Cell{it.decision->reason} : Cell{},
               it.passage.path,
               to_string(it.passage.id),
               printable(it.text)};
  return row;
}

int write_table(const Session& session, const Store& store, std::span<const CodingId> codings,
                const Options& options) {
  Table table{tr("Coderingen"),
              {{"id", tr("nr")},
               {"factor", tr("factor")},
               {"valentie", tr("valentie")},
               {"modaliteit", tr("modaliteit")},
               {"codeur", tr("codeur")},
               {"kans", tr("kans"), 3},
               {"stand", tr("stand")},
               {"door", tr("beslist door")},
               {"op", tr("op")},
               {"reden", tr("reden")},
               {"document", tr("document")},
               {"passage", tr("passage")},
               {"zin", tr("zin")}},
              {},
              {}};
  ExportGate gate(session, store, is_read_here(options.write), options.is_strict);
  for (const CodingId id : codings)
    if (const auto it = store.coding(id)) {
      gate.look_at(it->passage.id, it->text);
      table.rows.push_back(row_of(store, *it));
    }
  if (!gate.opens()) return exit_error;
  print_table(table, options.write);
  return exit_done;
}

int run(const Session& session, const Options& options) {
  const auto study = session.study();
  const auto store = study ? session.store(*study) : std::nullopt;
  if (!store) return exit_error;
  const CorpusFacts facts = store->facts();
  if (!are_known(facts, options)) return exit_error;
  const std::vector<CodingId> all = wanted(facts, options);
  if (all.size() < options.first) {
    complain(all.empty() ? tr("geen codering is zo") : tr("zoveel coderingen zijn er niet"));
    return exit_nothing_found;
  }
  const bool is_text = is_read_here(options.write);
  const std::size_t most = options.most > 0 ? options.most : is_text ? most_to_read : all.size();
  const auto shown = std::span(all)
                         .subspan(options.first - 1)
                         .first(std::min(most, all.size() - (options.first - 1)));
  if (!is_text) return write_table(session, *store, shown, options);
  const std::size_t last = options.first - 1 + shown.size();
  fmt::print("{}{}\n\n",
             tr("{}; getoond: {} tot en met {}", counted(all.size(), "codering", "coderingen"),
                number(options.first), number(last)),
             last < all.size() ? tr(" (verder met --vanaf {})", last + 1) : "");
  for (const CodingId id : shown)
    if (const auto it = store->coding(id)) print(*store, *it);
  return exit_done;
}

}  // namespace

void add_listing(const Command& codings, Session& session) {
  auto options = std::make_shared<Options>();
  const Command command = codings.add_subcommand(
      "list", "Noem coderingen met hun nummer, wie ze voorstelde en wat erover beslist is");
  command
      .add_option("--coder", options->coder,
                  "Alleen van deze codeur: een naam, lexicon, learned of combined")
      .type_name("NAAM");
  command.add_option("--factor", options->factor, "Alleen van deze factor").type_name("FACTOR");
  command
      .add_option("--stand", options->status,
                  "Alleen voorgesteld, aanvaard of verworpen; besloten: aanvaard of verworpen")
      .type_name("STAND")
      .one_of({"voorgesteld", "aanvaard", "verworpen", "besloten"});
  command
      .add_option("--aantal,-n", options->most,
                  "Hoogstens zoveel (standaard: 20 op het scherm, anders alle)")
      .type_name("N")
      .between(1, 1'000'000);
  command.add_option("--vanaf", options->first, "Begin bij deze")
      .type_name("N")
      .between(1, 1'000'000'000)
      .capture_default_str();
  add_gate_option(command, options->is_strict);
  add_study_option(command, session);
  add_table_options(command, options->write);
  command.footer(
      "Voorbeelden:\n"
      "  samenspel codings list --coder learned --stand voorgesteld --study mijn-studie\n"
      "  samenspel codings list --stand besloten --format csv --study mijn-studie");
  command.callback([options, &session] { session.status = run(session, *options); });
}

}  // namespace pipeline
