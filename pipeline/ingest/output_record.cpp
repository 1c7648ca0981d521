#include "pipeline/ingest/output_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "pipeline/ingest/hash.h"

namespace pipeline {
namespace {

constexpr std::size_t id_size = 16, part_size = 12;

// What stands between the parts of a line. No text of the catalogue, where a mended translation
// would make older lines unreadable.
struct LineWords {
  Language language;
  std::string_view opening, command, documents, lexicon, settings, decisions, queries, program, run,
      started, content, closing;
};
constexpr std::array<LineWords, 2> lines{
    LineWords{Language::dutch, "Kenmerk ", "; opdracht: ", "; documenten ", ", lexicon ",
              ", instellingen ", ", oordelen ", ", zoekvragen ", ", programma ", ", run ", " van ",
              ", inhoud ", "; na te gaan met samenspel verify."},
    LineWords{Language::english, "Mark ", "; command: ", "; documents ", ", lexicon ",
              ", settings ", ", judgements ", ", queries ", ", program ", ", run ", " of ",
              ", content ", "; to be checked with samenspel verify."}};

const LineWords& line_in(Language language) {
  return *std::ranges::find(lines, language, &LineWords::language);
}

std::string part_hash(std::string_view text) {
  return hash_of(text).substr(0, part_size);
}

// The key of a document without its last part, which lexicon, settings and program have together.
std::string documents_hash(const Store& store) {
  std::string all;
  for (const StoredDocument& it : store.documents())
    all += it.path + '\x1f' + it.key.substr(0, it.key.rfind('.')) + '\x1e';
  return part_hash(all);
}

std::string settings_text(const Study& study, const std::optional<RunRecord>& run) {
  const RatingRule& rule = study.settings.rating;
  return fmt::format("{} matrix={} {} {} {}", run ? run->settings : "", rule.mixed,
                     rule.strong_codings, rule.strong_sources, rule.fewest);
}

std::string decisions_hash(const Store& store, const CorpusFacts& facts) {
  std::string all;
  for (const auto& it : facts.codings) {
    const std::string& coder = facts.coders[it.coder];
    if (it.status == CodingStatus::proposed && coder.starts_with("lexicon ")) continue;
    all += fmt::format("{} {} {} {} {} {} {} {}\x1e",
                       facts.documents[facts.passages[it.passage].document].path, it.span.begin,
                       it.span.end, facts.factors[it.factor], to_string(it.valence),
                       to_string(it.modality), static_cast<int>(it.status), coder);
  }
  for (const ConfirmedRating& it : store.ratings())
    all += fmt::format("{} {} {} {} {} {} {} {}\x1e", it.factor, it.attribute, it.value,
                       to_string(*it.rating), it.reason, it.author, it.written, it.basis);
  return part_hash(all);
}

// A name that is not saved is no query's; where an @ means something else nothing is found.
std::string queries_hash(const Store& store, const std::vector<std::string>& words) {
  std::string text, all;
  for (const std::string& word : words) text += word + ' ';
  if (text.find('@') == std::string::npos) return {};
  for (const SavedQuery& it : saved_queries_in(text, store.saved_queries()))
    all += it.name + '\x1f' + it.query + '\x1e';
  return all.empty() ? std::string() : part_hash(all);
}

// Words as any form of table leaves them; the rest as =XX, and nothing at all as ==.
std::string encoded(std::string_view word) {
  constexpr std::string_view digits = "0123456789ABCDEF", plain = ".,:/-";
  if (word.empty()) return "==";
  std::string text;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') || plain.find(c) != std::string_view::npos;
    if (is_plain)
      text += c;
    else
      ((text += '=') += digits[byte >> 4U]) += digits[byte & 15U];
  }
  return text;
}

std::optional<std::string> decoded(std::string_view text) {
  if (text == "==") return std::string();
  std::string word;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      word += text[at];
      continue;
    }
    unsigned byte = 0;
    const char* const begin = text.data() + at + 1;
    if (at + 2 >= text.size() || std::from_chars(begin, begin + 2, byte, 16).ptr != begin + 2)
      return std::nullopt;
    word += static_cast<char>(byte);
    at += 2;
  }
  return word;
}

// Lines were broken to fit: any white space is one blank.
std::string unwrapped(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

// What stands between `before` and `after`, from front to back.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool take(std::string_view before, std::string_view after, std::string& to) {
    if (!text_.starts_with(before)) return false;
    text_.remove_prefix(before.size());
    const std::size_t end = text_.find(after);
    if (end == std::string_view::npos) return false;
    to = text_.substr(0, end);
    text_.remove_prefix(end);
    return true;
  }

 private:
  std::string_view text_;
};

// Only answers that rest on saved queries have them, behind people's decisions.
bool take_queries(std::string_view before, OutputRecord& it) {
  const std::size_t at = it.decisions.find(before);
  if (at == std::string::npos) return true;
  it.queries = it.decisions.substr(at + before.size());
  it.decisions.resize(at);
  return !it.queries.empty();
}

std::optional<FoundRecord> read_line(std::string_view line, const LineWords& as) {
  FoundRecord found;
  OutputRecord& it = found.record;
  it.language = as.language;
  std::string id, command, run;
  Reader reader(line);
  const bool is_whole =
      reader.take(as.opening, as.command, id) && reader.take(as.command, as.documents, command) &&
      reader.take(as.documents, as.lexicon, it.documents) &&
      reader.take(as.lexicon, as.settings, it.lexicon) &&
      reader.take(as.settings, as.decisions, it.settings) &&
      reader.take(as.decisions, as.program, it.decisions) && take_queries(as.queries, it) &&
      reader.take(as.program, as.run, it.program) && reader.take(as.run, as.started, run) &&
      reader.take(as.started, as.content, it.started) &&
      reader.take(as.content, as.closing, it.content);
  // Other words may begin the same: "Kenmerk van de cases; opdracht: ...".
  if (id.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
  const auto [end, problem] = std::from_chars(run.data(), run.data() + run.size(), it.run);
  if (!is_whole || problem != std::errc() || end != run.data() + run.size()) return std::nullopt;
  for (std::size_t begin = 0; begin <= command.size();) {
    const std::size_t stop = std::min(command.find(' ', begin), command.size());
    auto word = decoded(std::string_view(command).substr(begin, stop - begin));
    if (!word) return std::nullopt;
    it.words.push_back(std::move(*word));
    begin = stop + 1;
  }
  found.is_intact = id == id_of(it);
  return found;
}

}  // namespace

OutputRecord record_of(const Study& study, const Store& store, const CorpusFacts& facts,
                       std::vector<std::string> words, const std::string& program) {
  const auto run = store.last_run();
  OutputRecord record;
  record.queries = queries_hash(store, words);
  record.words = std::move(words);
  record.documents = documents_hash(store);
  record.lexicon = run ? run->lexicon_hash.substr(0, part_size) : "geen";
  record.settings = part_hash(settings_text(study, run));
  record.decisions = decisions_hash(store, facts);
  record.program = run && run->program != program ? program + "/" + run->program : program;
  record.run = run ? run->id : 0;
  record.started = run ? run->started : "nooit";
  record.language = spoken();
  return record;
}

std::string content_hash(const Table& table) {
  std::string all = table.title + '\x1e';
  for (const Column& column : table.columns) all += column.name + '\x1f';
  for (const Row& row : table.rows) {
    all += '\x1e';
    for (const Cell& cell : row.cells) {
      if (const auto* text = std::get_if<std::string>(&cell)) all += *text;
      if (const auto* whole = std::get_if<std::int64_t>(&cell)) all += fmt::format("{}", *whole);
      if (const auto* real = std::get_if<double>(&cell)) all += fmt::format("{}", *real);
      all += '\x1f';
    }
    for (const std::string& mark : row.marks) all += mark + '\x1f';
  }
  return part_hash(all);
}

std::string id_of(const OutputRecord& it) {
  std::string all;
  for (const std::string& word : it.words) all += word + '\x1f';
  for (const std::string* part :
       {&it.documents, &it.lexicon, &it.settings, &it.decisions, &it.program})
    all += '\x1e' + *part;
  if (!it.queries.empty()) all += '\x1e' + it.queries;
  return hash_of(all).substr(0, id_size);
}

std::string line_of(const OutputRecord& it) {
  const std::string id = id_of(it);
  std::string command;
  for (const std::string& word : it.words) command += (command.empty() ? "" : " ") + encoded(word);
  const LineWords& as = line_in(it.language);
  const std::string run = std::to_string(it.run);
  const std::string_view queries = it.queries.empty() ? std::string_view() : as.queries;
  std::string line;
  for (const std::string_view part : std::initializer_list<std::string_view>{
           as.opening, id,         as.command,  command,     as.documents, it.documents,
           as.lexicon, it.lexicon, as.settings, it.settings, as.decisions, it.decisions,
           queries,    it.queries, as.program,  it.program,  as.run,       run,
           as.started, it.started, as.content,  it.content,  as.closing})
    line += part;
  return line;
}

bool is_record_line(std::string_view note) {
  return std::ranges::any_of(lines,
                             [&](const LineWords& as) { return note.starts_with(as.opening); });
}

std::optional<FoundRecord> find_record(std::string_view bytes) {
  constexpr std::size_t longest = 100'000;  // of a line
  for (const LineWords& as : lines) {
    std::size_t tries = 100;  // that begin like one
    for (std::size_t at = bytes.find(as.opening); at != std::string_view::npos && tries > 0;
         at = bytes.find(as.opening, at + 1), --tries)
      if (auto found = read_line(unwrapped(bytes.substr(at, longest)), as)) return found;
  }
  return std::nullopt;
}

}  // namespace pipeline
