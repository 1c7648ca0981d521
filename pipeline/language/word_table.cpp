#include "pipeline/language/word_table.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "pipeline/language/table_view.h"

namespace pipeline {
namespace {

constexpr std::array<std::string_view, 16> class_names{
    "NOUN", "PROPN", "VERB",  "AUX",   "ADJ",  "ADV",   "ADP", "DET",
    "PRON", "NUM",   "CCONJ", "SCONJ", "INTJ", "PUNCT", "SYM", "X"};

constexpr std::array<std::string_view, 20> inflection_names{"base",
                                                            "plural",
                                                            "diminutive",
                                                            "diminutive_plural",
                                                            "genitive",
                                                            "infinitive",
                                                            "stem",
                                                            "third",
                                                            "past",
                                                            "past_plural",
                                                            "participle",
                                                            "participle_e",
                                                            "present_participle",
                                                            "present_participle_e",
                                                            "adjective_e",
                                                            "comparative",
                                                            "comparative_e",
                                                            "superlative",
                                                            "superlative_e",
                                                            "partitive"};

// A file mapped into memory, unmapped when it goes.
class Mapping {
 public:
  Mapping(const std::filesystem::path& path, TableCheck check) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    struct stat status {};
    if (::fstat(file, &status) == 0 && status.st_size > 0) {
      size_ = static_cast<std::size_t>(status.st_size);
      const int populate = check == TableCheck::whole ? MAP_POPULATE : 0;
      bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED | populate, file, 0);
    }
    ::close(file);
  }
  ~Mapping() {
    if (is_open()) ::munmap(bytes_, size_);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  bool is_open() const { return bytes_ != MAP_FAILED; }
  std::string_view bytes() const { return {static_cast<const char*>(bytes_), size_}; }

 private:
  void* bytes_ = MAP_FAILED;
  std::size_t size_ = 0;
};

// What is wrong with the file's bytes; empty: nothing.
std::string_view damage(std::string_view bytes, TableCheck check) {
  TableHeader header;
  if (bytes.size() < sizeof header) return tr_later("is afgebroken");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != table_magic) return tr_later("is geen woordtabel");
  if (header.version != table_version) return tr_later("is van een andere versie van samenspel");
  if (header.size != bytes.size()) return tr_later("is afgebroken");
  if (check == TableCheck::whole && header.checksum != table_hash(bytes.substr(sizeof header)))
    return tr_later("is beschadigd");
  return {};
}

tl::unexpected<Error> unusable(const std::filesystem::path& path, std::string_view what) {
  return failure(
      tr("de woordtabel {}; maak haar opnieuw met `./dev build` of installeer samenspel opnieuw",
         tr(what)),
      path.string());
}

}  // namespace

std::string_view to_string(WordClass word_class) {
  return class_names[static_cast<std::size_t>(word_class)];
}

std::optional<Inflection> inflection_of(std::string_view name) {
  for (std::size_t i = 0; i < inflection_names.size(); ++i)
    if (inflection_names[i] == name) return static_cast<Inflection>(i);
  return std::nullopt;
}

struct WordTable::State {
  State(const std::filesystem::path& path, TableCheck check) : mapping(path, check) {}

  Mapping mapping;
  std::optional<TableView> view;
};

WordTable::WordTable(std::unique_ptr<State> state) : state_(std::move(state)) {}
WordTable::~WordTable() = default;
WordTable::WordTable(WordTable&&) noexcept = default;
WordTable& WordTable::operator=(WordTable&&) noexcept = default;

Result<WordTable> WordTable::open(const std::filesystem::path& path, TableCheck check) {
  auto state = std::make_unique<State>(path, check);
  if (!state->mapping.is_open()) return unusable(path, tr_later("ontbreekt of is niet te lezen"));
  if (const std::string_view what = damage(state->mapping.bytes(), check); !what.empty())
    return unusable(path, what);
  state->view.emplace(state->mapping.bytes());
  return WordTable(std::move(state));
}

std::vector<Reading> WordTable::readings(std::string_view folded) const {
  std::vector<Reading> readings;
  const auto record = state_->view->find(folded);
  if (!record || folded.find('\t') != std::string_view::npos) return readings;
  for (std::size_t i = 0; i < record->reading_count(); ++i) {
    const PackedReading packed = record->reading(i);
    Reading reading{std::string(state_->view->lemma(packed.lemma())), packed.word_class()};
    // Several inflections of one lemma ("gebruikt": third person, participle) are one reading.
    if (std::find(readings.begin(), readings.end(), reading) == readings.end())
      readings.push_back(std::move(reading));
  }
  return readings;
}

std::string WordTable::separable_verb(std::string_view base_lemma,
                                      std::string_view particle) const {
  std::string key(particle);
  key += '\t';
  key += base_lemma;
  const auto record = state_->view->find(key);
  return record ? std::string(state_->view->lemma(record->reading(0).lemma())) : std::string();
}

bool WordTable::is_particle(std::string_view folded) const {
  const auto record = state_->view->find("\t" + std::string(folded));
  return record && (record->roles() & particle_use) != 0;
}

std::size_t WordTable::size() const {
  return state_->view->forms();
}

const TableView& WordTable::view() const {
  return *state_->view;
}

}  // namespace pipeline
