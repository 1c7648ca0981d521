#include "pipeline/pseudonymise/name_forms.h"

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/normalise/fold.h"
#include "pipeline/normalise/normalise.h"

namespace pipeline {
namespace {

using Words = std::vector<std::string>;

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto particles = std::to_array<std::string_view>(
    {"van", "de",  "den", "der", "het", "ten", "ter", "te",  "t",   "in",
     "op",  "aan", "bij", "uit", "tot", "von", "la",  "le",  "el",  "du",
     "bin", "ben", "des", "s",   "d",   "al",  "abu", "zur", "vom", "dos"});
constexpr auto titles = std::to_array<std::string_view>({"mevrouw",
                                                         "mevr",
                                                         "mw",
                                                         "meneer",
                                                         "mijnheer",
                                                         "heer",
                                                         "dhr",
                                                         "hr",
                                                         "juffrouw",
                                                         "dokter",
                                                         "dr",
                                                         "drs",
                                                         "mr",
                                                         "ir",
                                                         "ing",
                                                         "prof",
                                                         "professor",
                                                         "pastoor",
                                                         "dominee",
                                                         "ds",
                                                         "zuster",
                                                         "broeder",
                                                         "wethouder",
                                                         "burgemeester",
                                                         "gedeputeerde",
                                                         "raadslid",
                                                         "directeur",
                                                         "bestuurder",
                                                         "voorzitter",
                                                         "secretaris",
                                                         "penningmeester",
                                                         "manager",
                                                         "huisarts",
                                                         "wijkverpleegkundige",
                                                         "ambtenaar",
                                                         "minister",
                                                         "staatssecretaris",
                                                         "collega",
                                                         "notaris",
                                                         "advocaat",
                                                         "tante",
                                                         "oom",
                                                         "opa",
                                                         "oma",
                                                         "meester",
                                                         "juf",
                                                         "rector",
                                                         "kwartiermaker",
                                                         "projectleider",
                                                         "teamleider",
                                                         "coordinator",
                                                         "begeleider",
                                                         "psycholoog",
                                                         "psychiater",
                                                         "fysiotherapeut",
                                                         "arts",
                                                         "verpleegkundige",
                                                         "inspecteur",
                                                         "griffier",
                                                         "beleidsmedewerker"});
constexpr auto bodies = std::to_array<std::string_view>(
    {"stichting", "vereniging", "cooperatie", "zorgcooperatie", "bv", "nv", "vof", "cv", "ua",
     "gemeente", "provincie", "st", "inc", "ltd"});

bool is_vowel(char sign) {
  return std::string_view("aeiou").find(sign) != std::string_view::npos;
}

void add_all(std::set<std::string>& forms, const std::string& stem,
             std::initializer_list<std::string_view> ends) {
  for (const std::string_view end : ends) forms.insert(stem + std::string(end));
}

// Kadewijkse, Kadewijker; Rotterdammer; Westerbeker; Zwols; Bredaas, Nijmeegse.
std::set<std::string> place_forms(const std::string& word) {
  std::set<std::string> forms{word};
  if (word.size() < 3) return forms;
  const auto of_stem = [&](const std::string& stem) {
    if (stem.size() < 3) return;
    add_all(forms, stem, {"s", "se", "er", "ers", "aar", "aars", "aren"});
    const char last = stem.back(), before = stem[stem.size() - 2];
    if (!is_vowel(last) && is_vowel(before)) {
      add_all(forms, stem + last, {"er", "ers"});
      if (stem[stem.size() - 3] == before)  // beek: beker
        add_all(forms, stem.substr(0, stem.size() - 2) + last, {"er", "ers"});
      else  // nijmeg: nijmeegs
        add_all(forms, stem.substr(0, stem.size() - 1) + before + last, {"s", "se"});
    }
  };
  of_stem(word);
  if (word.ends_with("en")) of_stem(word.substr(0, word.size() - 2));
  if (word.ends_with("e")) {
    of_stem(word.substr(0, word.size() - 1));
    add_all(forms, word, {"naar", "naars", "naren"});
  }
  if (is_vowel(word.back()))
    add_all(forms, word + word.back(), {"s"}), add_all(forms, word, {"naar", "naars", "naren"});
  return forms;
}

// Jans, Jantje, de Bakkers, de Snijdersen.
std::set<std::string> person_forms(const std::string& word) {
  std::set<std::string> forms{word};
  add_all(forms, word, {"s", "en", "je", "jes", "tje", "tjes"});
  return forms;
}

class FormMaker {
 public:
  FormMaker(const NameRow& row, const WordTable& words) : row_(row), words_(words) {}

  std::vector<NameForm> run() {
    for (const std::string& name : names()) {
      add_written(folded_words(name));
      if (is_person(row_.kind)) add_person(name);
      if (row_.kind == NameKind::organisation) add_organisation(folded_words(name));
      if (row_.kind == NameKind::place) add_place(folded_words(name));
    }
    return std::move(forms_);
  }

 private:
  Words names() const {
    Words names{row_.name};
    names.insert(names.end(), row_.variants.begin(), row_.variants.end());
    return names;
  }

  bool are_ordinary(const Words& words) const {
    return std::ranges::all_of(words, [&](const std::string& word) {
      return word.size() < 3 || is_name_particle(word) || is_ordinary(word, words_);
    });
  }

  void add(Words words, NameForm::Source source, bool needs_capital, bool is_inverted = false) {
    if (words.empty()) return;
    std::string key;
    for (const std::string& word : words) key += word + ' ';
    if (!seen_.insert(key).second) return;
    forms_.push_back({std::move(words), source, needs_capital, is_inverted});
  }

  // With every inflection of its last word.
  void add_inflected(const Words& words, NameForm::Source source, bool is_phrase) {
    if (words.empty()) return;
    std::set<std::string> lasts{words.back(), words.back() + "s"};
    if (is_person(row_.kind)) lasts = person_forms(words.back());
    if (row_.kind == NameKind::place) lasts = place_forms(words.back());
    Words form = words;
    for (const bool is_inflected : {false, true})
      for (const std::string& last : lasts) {
        if ((last != words.back()) != is_inflected) continue;
        form.back() = last;
        // What another row says word for word goes before an inflection of this one.
        add(form, is_inflected ? std::max(source, NameForm::Source::whole) : source,
            !is_phrase && are_ordinary(form));
      }
  }

  void add_written(const Words& words);
  void add_person(const std::string& name);
  void add_surname(const Words& particle_words, const Words& core);
  void add_organisation(const Words& words);
  void add_place(const Words& words);

  const NameRow& row_;
  const WordTable& words_;
  std::vector<NameForm> forms_;
  std::set<std::string> seen_;
};

// A person's first name and surname are no phrase of ordinary words, in whatever case.
void FormMaker::add_written(const Words& words) {
  constexpr std::size_t shortest_joined = 7;
  const bool is_whole_person =
      is_person(row_.kind) && words.size() > 1 && !person_name(row_.name).first.empty();
  add_inflected(words, NameForm::Source::written, is_whole_person);
  std::string joined;
  for (const std::string& word : words) joined += word;
  if (words.size() > 1 && joined.size() >= shortest_joined)
    add({joined}, NameForm::Source::whole, are_ordinary({joined}));  // @JanSnijders
}

void FormMaker::add_person(const std::string& name) {
  const PersonName person = person_name(name);
  if (person.core.empty()) return;
  const bool has_more = !person.first.empty() || !person.particles.empty();
  if (!has_more) return;  // one word: as it is written
  if (!person.first.empty()) {
    Words whole{person.first.front()};
    if (whole.front().size() > 1) {
      whole.insert(whole.end(), person.particles.begin(), person.particles.end());
      whole.insert(whole.end(), person.core.begin(), person.core.end());
      add_inflected(whole, NameForm::Source::whole, true);
    }
  }
  add_surname(person.particles, person.core);
  // Of "Berg-Smit" people use one half.
  if (person.core.size() > 1) {
    add_surname(person.particles, {person.core.front()});
    add_surname({}, {person.core.back()});
  }
}

void FormMaker::add_surname(const Words& particle_words, const Words& core) {
  constexpr std::size_t shortest_joined = 8;
  const auto with = [&](Words before) {
    before.insert(before.end(), core.begin(), core.end());
    return before;
  };
  add_inflected(with(particle_words), NameForm::Source::surname, false);
  if (particle_words.empty()) return;
  Words inverted = core;
  inverted.push_back(",");
  inverted.insert(inverted.end(), particle_words.begin(), particle_words.end());
  add(inverted, NameForm::Source::surname, false, true);
  Words initials;  // v. d. Berg, vd Berg
  std::string joined_initials, joined;
  for (const std::string& word : particle_words) {
    initials.push_back(word.substr(0, 1));
    joined_initials += word.front();
    joined += word;
  }
  add_inflected(with(initials), NameForm::Source::surname, false);
  if (joined_initials.size() > 1)
    add_inflected(with({joined_initials}), NameForm::Source::surname, false);
  for (const std::string& word : core) joined += word;
  if (joined.size() >= shortest_joined) add_inflected({joined}, NameForm::Source::surname, false);
  if (!are_ordinary(core)) add_inflected(core, NameForm::Source::surname, false);
}

// Without what says that it is an organisation, in front, behind or both, unless one ordinary word
// is all that is left.
void FormMaker::add_organisation(const Words& words) {
  const auto is_body = [](const std::string& word) {
    return is_one_of(word, bodies) || word.size() == 1;
  };
  auto begin = words.begin(), end = words.end();
  while (begin != end && is_body(*begin)) ++begin;
  while (begin != end && is_body(*std::prev(end))) --end;
  for (const Words& rest :
       {Words(begin, end), Words(words.begin(), end), Words(begin, words.end())}) {
    const bool is_too_little = rest.size() == 1 && is_ordinary(rest.front(), words_);
    if (!rest.empty() && !is_too_little && begin != end)
      add_inflected(rest, NameForm::Source::whole, false);
  }
}

// Den Haag: Haagse.
void FormMaker::add_place(const Words& words) {
  if (words.size() < 2 || !is_name_particle(words.front())) return;
  for (const std::string& form : place_forms(words.back()))
    if (form != words.back()) add({form}, NameForm::Source::whole, is_ordinary(form, words_));
}

}  // namespace

std::vector<NameForm> forms_of(const NameRow& row, const WordTable& words) {
  return FormMaker(row, words).run();
}

PersonName person_name(std::string_view name) {
  PersonName person;
  const std::string clean = Normaliser{}(name).text;
  // Words as spaces part them, so that Berg-Smit is one surname.
  std::vector<Words> parts;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t end = std::min(clean.find(' ', at), clean.size());
    if (Words part = folded_words(std::string_view(clean).substr(at, end - at)); !part.empty())
      parts.push_back(std::move(part));
    at = end + 1;
  }
  while (parts.size() > 1 && is_title(parts.front().front())) parts.erase(parts.begin());
  if (parts.empty()) return person;
  const auto is_particle = [](const Words& part) {
    return std::ranges::all_of(part,
                               [](const std::string& word) { return is_name_particle(word); });
  };
  std::size_t core = parts.size() - 1, first = 0;
  while (first < core && !is_particle(parts[first])) ++first;
  const auto put = [&](Words& to, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) to.insert(to.end(), parts[i].begin(), parts[i].end());
  };
  std::size_t after = first;
  while (after < core && is_particle(parts[after])) ++after;
  put(person.first, 0, first);
  put(person.particles, first, after);
  put(person.core, after, parts.size());
  return person;
}

bool is_name_particle(std::string_view folded) {
  return is_one_of(folded, particles);
}
bool is_title(std::string_view folded) {
  return is_one_of(folded, titles);
}

}  // namespace pipeline
