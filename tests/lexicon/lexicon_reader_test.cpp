#include "pipeline/lexicon/lexicon_reader.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pipeline {
namespace {

const std::string about = "id = \"proef\"\nversie = \"1.0.0\"\ntitel = \"Proef\"\ntaal = \"nl\"\n";
const std::string theme =
    "thema = \"relatie\"\n[[factor]]\nid = \"vertrouwen\"\nlabel = \"Vertrouwen\"\n"
    "definitie = \"Aankunnen.\"\nsucces = ['vertrouwen']\n";

TEST(LexiconReader, BuildsALexiconFromItsFiles) {
  const auto lexicon = parse_lexicon(
      {{"lexicon.toml", about},
       {"groepen.toml",
        "[groep]\npartij = ['gemeente', '<bestuur>']\nbestuur = ['raad van bestuur']\n"},
       {"context.toml",
        "[[cue]]\nklasse = \"afwezigheid\"\nrichting = \"vooruit\"\nreikwijdte = 8\n"
        "patronen = ['gebrek aan',\n 'te weinig']\nvoorbeeld = \"Door gebrek aan geld.\"\n"},
       {"relatie.toml", theme + "faal = ['wantrouw*', '<partij> ~3 \"schuin oog\"']\n"
                                "wel = [\"wantrouwen\"]\nniet = [\"een techniek\"]\n"}},
      "lexicons/proef");
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  EXPECT_EQ(lexicon->coder(), "lexicon proef@1.0.0");
  EXPECT_EQ(lexicon->title, "Proef");
  EXPECT_EQ(lexicon->hash.size(), 32U);
  ASSERT_NE(lexicon->find("vertrouwen"), nullptr);
  EXPECT_EQ(*lexicon->find("vertrouwen"), (Factor{"vertrouwen",
                                                  "relatie",
                                                  "Vertrouwen",
                                                  "Vertrouwen",
                                                  "Aankunnen.",
                                                  {"wantrouwen"},
                                                  {"een techniek"}}));
  EXPECT_EQ(lexicon->find("visie"), nullptr);
  ASSERT_EQ(lexicon->patterns.size(), 3U);
  EXPECT_EQ(lexicon->patterns[1].text, "wantrouw*");
  EXPECT_EQ(lexicon->patterns[1].valence, Valence::failure);
  EXPECT_EQ(lexicon->patterns[1].source, (Source{"relatie.toml", 7, 9}));
  ASSERT_EQ(lexicon->cues.size(), 2U);
  EXPECT_EQ(lexicon->cues[1].text, "te weinig");
  EXPECT_EQ(lexicon->cues[1].cue_class, CueClass::absence);
  EXPECT_EQ(lexicon->cues[1].direction, CueDirection::forward);
  EXPECT_EQ(lexicon->cues[1].reach, 8U);
  EXPECT_EQ(lexicon->cues[1].source, (Source{"context.toml", 6, 2}));
  EXPECT_EQ(lexicon->groups.at("partij").size(), 2U);
}

TEST(LexiconReader, HashesWhatTheFilesHoldWhateverTheirOrder) {
  const auto one = parse_lexicon({{"lexicon.toml", about}, {"relatie.toml", theme}}, "a");
  const auto two = parse_lexicon({{"relatie.toml", theme}, {"lexicon.toml", about}}, "b");
  const auto other = parse_lexicon({{"relatie.toml", theme + "\n"}, {"lexicon.toml", about}}, "b");
  ASSERT_TRUE(one && two && other);
  EXPECT_EQ(one->hash, two->hash);
  EXPECT_NE(one->hash, other->hash);
}

TEST(LexiconReader, ReadsFalseFriendsAndExamples) {
  const std::string more =
      "behalve = ['vertrouwenspersoon']\n"
      "cues_uit = [\"wens\"]\n"
      "faal = ['wantrouwen', { sterkte = \"zwak\", p = 'scheef', niet = ['scheef [2] staan',\n "
      "'scheefgroei'] }]\n"
      "[factor.voorbeelden]\n"
      "succes = [\"Er was vertrouwen.\"]\n"
      "geen = [\"De kast staat scheef.\"]\n";
  const auto lexicon =
      parse_lexicon({{"lexicon.toml", about}, {"relatie.toml", theme + more}}, "L");
  ASSERT_TRUE(lexicon) << to_string(lexicon.error().front());
  ASSERT_EQ(lexicon->patterns.size(), 3U);
  EXPECT_EQ(lexicon->patterns[2].text, "scheef");
  EXPECT_EQ(lexicon->patterns[2].source, (Source{"relatie.toml", 9, 47}));
  EXPECT_EQ(lexicon->patterns[1].strength, Strength::normal);
  EXPECT_EQ(lexicon->patterns[2].strength, Strength::weak);
  ASSERT_EQ(lexicon->false_friends.size(), 3U);
  EXPECT_EQ(lexicon->false_friends[0].text, "scheef [2] staan");
  EXPECT_EQ(lexicon->false_friends[0].pattern, 2U);
  EXPECT_EQ(lexicon->false_friends[1].source, (Source{"relatie.toml", 10, 2}));
  EXPECT_EQ(lexicon->false_friends[2].text, "vertrouwenspersoon");
  EXPECT_EQ(lexicon->false_friends[2].pattern, std::nullopt);
  ASSERT_EQ(lexicon->cues_off.size(), 1U);
  EXPECT_TRUE(lexicon->cues_off.at(0).contains(CueClass::wish));
  EXPECT_FALSE(lexicon->cues_off.at(0).contains(CueClass::negation));
  EXPECT_EQ(
      lexicon->examples,
      (std::vector<Example>{{"Er was vertrouwen.", 0, Valence::success, {"relatie.toml", 12, 11}},
                            {"De kast staat scheef.", 0, std::nullopt, {"relatie.toml", 13, 9}}}));
}

struct Mistake {
  std::string name, toml;  // a file beside a good lexicon.toml and relatie.toml, or instead of one
  std::string error;       // begins so
};

std::vector<std::string> errors_of(const Mistake& row) {
  std::vector<LexiconText> files{{row.name, row.toml}};
  if (row.name != "lexicon.toml") files.push_back({"lexicon.toml", about});
  if (row.name != "relatie.toml") files.push_back({"relatie.toml", theme});
  const auto lexicon = parse_lexicon(std::move(files), "L");
  std::vector<std::string> shown;
  if (!lexicon)
    for (const Error& error : lexicon.error()) shown.push_back(to_string(error));
  return shown;
}

void expect_each_named(const std::vector<Mistake>& table) {
  for (const Mistake& row : table) {
    const std::vector<std::string> errors = errors_of(row);
    ASSERT_EQ(errors.size(), 1U) << row.toml << "\n"
                                 << (errors.empty() ? "no error"
                                                    : errors[0] + "\n" + errors.back());
    EXPECT_EQ(errors[0].substr(0, row.error.size()), row.error);
  }
}

TEST(LexiconReader, NamesMistakesInLexiconToml) {
  expect_each_named({
      {"lexicon.toml", "id = \"proef\"\nversie = \"1\"\ntitel = \"P\"\n",
       "L/lexicon.toml:1:1: 'taal' ontbreekt; voeg toe: taal = \"…\""},
      {"lexicon.toml", "id = \"Proef!\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"nl\"\n",
       "L/lexicon.toml:1:6: 'id' bestaat uit kleine letters, cijfers en streepjes"},
      {"lexicon.toml", "id = \"p\"\nversie = 1\ntitel = \"P\"\ntaal = \"nl\"\n",
       "L/lexicon.toml:2:10: 'versie' is een tekst tussen aanhalingstekens"},
      {"lexicon.toml", "id = \"p\"\nversie = \" \"\ntitel = \"P\"\ntaal = \"nl\"\n",
       "L/lexicon.toml:2:10: 'versie' is leeg"},
      {"lexicon.toml", "id = \"p\"\nversie = \"1\"\ntitel = \"P\"\ntaal = \"fy\"\n",
       "L/lexicon.toml:4:8: taal 'fy' wordt niet ondersteund; schrijf taal = \"nl\""},
      {"lexicon.toml", about + "titeltje = \"P\"\n",
       "L/lexicon.toml:5:1: onbekende sleutel 'titeltje'; er is: id, versie, titel, taal"},
      {"lexicon.toml", about + "tittel = \"P\"\n",
       "L/lexicon.toml:5:1: onbekende sleutel 'tittel'; bedoelt u 'titel'?"},
      {"lexicon.toml", "id = \"p\nversie",
       "L/lexicon.toml:1:8: geen geldige TOML; zijn alle aanhalingstekens"},
  });
}

TEST(LexiconReader, NamesMistakesInAFactor) {
  const std::string head = "thema = \"t\"\n[[factor]]\n";
  const std::string names = "label = \"V\"\ndefinitie = \"D\"\n";
  expect_each_named({
      {"a.toml", "thema = \"t\"\n", "L/a.toml:1:1: dit thema heeft geen [[factor]]"},
      {"a.toml", "thema = \"t\"\n[factor]\n", "L/a.toml:2:2: schrijf [[factor]] met dubbele haken"},
      {"a.toml", "[[factor]]\nid = \"a\"\n" + names + "succes = ['x']\n",
       "L/a.toml:1:1: 'thema' ontbreekt"},
      {"a.toml", head + names + "succes = ['x']\n", "L/a.toml:2:1: 'id' ontbreekt"},
      {"a.toml", head + "id = \"a\"\ndefinitie = \"D\"\nsucces = ['x']\n",
       "L/a.toml:2:1: 'label' ontbreekt"},
      {"a.toml", head + "id = \"a\"\nlabel = \"D\"\nsucces = ['x']\n",
       "L/a.toml:2:1: 'definitie' ontbreekt"},
      {"a.toml", head + "id = \"a\"\n" + names, "L/a.toml:2:1: factor 'a' heeft geen patronen"},
      {"a.toml", head + "id = \"a\"\n" + names + "faal = []\n",
       "L/a.toml:2:1: factor 'a' heeft geen patronen"},
      {"z.toml", head + "id = \"vertrouwen\"\n" + names + "succes = ['x']\n",
       "L/z.toml:3:6: factor 'vertrouwen' bestaat al (L/relatie.toml:2)"},
      {"a.toml", head + "id = \"a\"\n" + names + "succes = ['x']\nsucces_en = ['y']\n",
       "L/a.toml:7:1: onbekende sleutel 'succes_en'"},
      {"a.toml", head + "id = \"a\"\n" + names + "wel = \"x\"\nsucces = ['x']\n",
       "L/a.toml:6:7: 'wel' is een lijst"},
      {"a.toml", head + "id = \"a\"\n" + names + "wel = [1]\nsucces = ['x']\n",
       "L/a.toml:6:8: in 'wel' staan alleen teksten"},
      {"a.toml", head + "id = \"a\"\n" + names + "succes = ['x', 'y', 'x']\n",
       "L/a.toml:6:21: patroon 'x' staat al op regel 6 bij deze factor"},
      {"a.toml", head + "id = \"a\"\n" + names + "succes = ['x']\nfaal = ['x']\n",
       "L/a.toml:7:9: patroon 'x' staat al op regel 6 bij deze factor"},
  });
}

TEST(LexiconReader, ShowsWhereInAPatternTheMistakeStands) {
  const std::string head =
      "thema = \"t\"\n[[factor]]\nid = \"a\"\nlabel = \"V\"\ndefinitie = \"D\"\n";
  expect_each_named({
      {"a.toml", head + "succes = ['vertrouw(']\n",
       "L/a.toml:6:21: patroon 'vertrouw(': hier ontbreekt een woord"},
      {"a.toml", head + "succes = ['é', 'één (x']\n",
       "L/a.toml:6:21: patroon 'één (x': haakje ( wordt niet gesloten"},
      {"a.toml", head + "succes = [\"\\\"a\\\" \\u00e9 (x\"]\n",
       "L/a.toml:6:25: patroon '\"a\" é (x': haakje ( wordt niet gesloten"},
      {"a.toml", head + "succes = ['''\nwel (x''']\n",
       "L/a.toml:7:5: patroon 'wel (x': haakje ( wordt niet gesloten"},
      {"a.toml", head + "succes = ['x', 'met <partij>']\n",
       "L/a.toml:6:21: patroon 'met <partij>': woordgroep <partij> bestaat niet"},
      {"a.toml", head + "succes = ['/her(/']\n",
       "L/a.toml:6:13: patroon '/her(/': een haakje in de reguliere expressie"},
      {"a.toml", head + "succes = ['x', 3]\n", "L/a.toml:6:16: een patroon is een tekst"},
      {"a.toml", head + "succes = 'x'\nfaal = ['y']\n",
       "L/a.toml:6:10: 'succes' is een lijst van patronen"},
      {"a.toml", head + "succes = ['" + std::string(100, 'x') + " (']\n",
       "L/a.toml:6:114: patroon '" + std::string(80, 'x') + "…': hier ontbreekt een woord"},
  });
}

TEST(LexiconReader, NamesMistakesInFalseFriendsAndExamples) {
  expect_each_named({
      {"relatie.toml", theme + "faal = [{ niet = ['x'] }]\n",
       "L/relatie.toml:7:9: 'p' ontbreekt; schrijf { p = 'patroon'"},
      {"relatie.toml", theme + "faal = [{ p = 'x', nit = ['y'] }]\n",
       "L/relatie.toml:7:20: onbekende sleutel 'nit'; bedoelt u 'niet'?"},
      {"relatie.toml", theme + "faal = [{ p = 'x', niet = 'y' }]\n",
       "L/relatie.toml:7:27: 'niet' is een lijst van patronen"},
      {"relatie.toml", theme + "faal = [{ p = 'x (', niet = ['y'] }]\n",
       "L/relatie.toml:7:19: patroon 'x (': hier ontbreekt een woord"},
      {"relatie.toml", theme + "faal = [{ p = 'x', niet = ['y', '[3] z'] }]\n",
       "L/relatie.toml:7:34: patroon '[3] z': een patroon begint of eindigt niet met"},
      {"relatie.toml", theme + "faal = [{ p = 'vertrouwen' }]\n",
       "L/relatie.toml:7:15: patroon 'vertrouwen' staat al op regel 6"},
      {"relatie.toml", theme + "faal = [{ p = 'x', sterkte = \"slap\" }]\n",
       "L/relatie.toml:7:30: onbekende sterkte 'slap'; er is: sterk, gewoon, zwak"},
      {"relatie.toml", theme + "cues_uit = [\"wens\", \"ontkening\"]\n",
       "L/relatie.toml:7:21: onbekende klasse 'ontkening'; bedoelt u 'ontkenning'?"},
      {"relatie.toml", theme + "cues_uit = [\"grens\"]\n",
       "L/relatie.toml:7:13: 'grens' geldt voor een hele zin en kan niet uit"},
      {"relatie.toml", theme + "cues_uit = \"wens\"\n",
       "L/relatie.toml:7:12: 'cues_uit' is een lijst"},
      {"relatie.toml", theme + "behalve = ['huur ~beurt zaal']\n",
       "L/relatie.toml:7:12: ~beurt kan niet in 'behalve'; schrijf ~zin"},
      {"relatie.toml", theme + "behalve = ['<huur>']\n",
       "L/relatie.toml:7:13: patroon '<huur>': woordgroep <huur> bestaat niet"},
      {"relatie.toml", theme + "voorbeelden = [\"x\"]\n",
       "L/relatie.toml:7:1: schrijf [factor.voorbeelden]"},
      {"relatie.toml", theme + "[factor.voorbeelden]\nsuces = [\"x\"]\n",
       "L/relatie.toml:8:1: onbekende sleutel 'suces'; bedoelt u 'succes'?"},
      {"relatie.toml", theme + "[factor.voorbeelden]\nfaal = [\" \"]\n",
       "L/relatie.toml:8:9: een voorbeeld is een zin; deze is leeg"},
  });
}

TEST(LexiconReader, NamesMistakesInGroups) {
  expect_each_named({
      {"groepen.toml", "groep = 3\n", "L/groepen.toml:1:1: schrijf [groep]"},
      {"groepen.toml", "[groepen]\n",
       "L/groepen.toml:1:2: onbekende sleutel 'groepen'; bedoelt u 'groep'?"},
      {"groepen.toml", "[groep]\nPartij = ['x']\n",
       "L/groepen.toml:2:1: de naam van een woordgroep"},
      {"groepen.toml", "[groep]\npartij = []\n", "L/groepen.toml:2:1: woordgroep 'partij' is leeg"},
      {"groepen.toml", "[groep]\npartij = 'x'\n",
       "L/groepen.toml:2:10: 'partij' is een lijst van patronen"},
      {"groepen.toml", "[groep]\npartij = ['a ~3 b']\n",
       "L/groepen.toml:2:11: ~ kan niet in een woordgroep"},
      {"groepen.toml", "[groep]\nzorg = ['x']\npartij = ['y', '<zork>']\n",
       "L/groepen.toml:3:17: patroon '<zork>': woordgroep <zork> bestaat niet; bedoelt u 'zorg'?"},
      {"groepen.toml", "[groep]\npartij = ['wij <partij>']\n",
       "L/groepen.toml:2:1: woordgroepen verwijzen in een kring naar elkaar: <partij> → <partij>"},
      {"groepen.toml", "[groep]\na = ['<b>']\nb = ['<c>']\nc = ['x', '<a> y']\n",
       "L/groepen.toml:2:1: woordgroepen verwijzen in een kring naar elkaar: <a> → <b> → <c> → "
       "<a>"},
  });
  std::string chain = "[groep]\n";
  for (char c = 'a'; c <= 'z'; ++c)
    chain += std::string(1, c) + " = ['<" + std::string(1, c) + "2>']\n" + std::string(1, c) +
             "2 = ['" + (c < 'z' ? "<" + std::string(1, static_cast<char>(c + 1)) + ">" : "x") +
             "']\n";
  const auto deep = errors_of({"groepen.toml", chain, ""});
  ASSERT_FALSE(deep.empty());
  EXPECT_NE(deep[0].find("meer dan 32 diep"), std::string::npos);
}

TEST(LexiconReader, NamesMistakesInCues) {
  const std::string rest = "richting = \"beide\"\npatronen = ['niet']\n";
  expect_each_named({
      {"context.toml", "[[cue]]\n" + rest, "L/context.toml:1:1: 'klasse' ontbreekt"},
      {"context.toml", "[[cue]]\nklasse = \"ontkening\"\n" + rest,
       "L/context.toml:2:10: onbekende klasse 'ontkening'; bedoelt u 'ontkenning'?"},
      {"context.toml", "[[cue]]\nklasse = \"wens\"\nrichting = \"links\"\npatronen = ['x']\n",
       "L/context.toml:3:12: onbekende richting 'links'; er is: vooruit, achteruit, beide"},
      {"context.toml", "[[cue]]\nklasse = \"wens\"\nreikwijdte = 0\n" + rest,
       "L/context.toml:3:14: 'reikwijdte' is een aantal woorden van 1 tot 100"},
      {"context.toml", "[[cue]]\nklasse = \"wens\"\nrichting = \"beide\"\n",
       "L/context.toml:1:1: deze cue heeft geen patronen"},
      {"context.toml", "[[cue]]\nklasse = \"wens\"\nvorbeeld = \"x\"\n" + rest,
       "L/context.toml:3:1: onbekende sleutel 'vorbeeld'; bedoelt u 'voorbeeld'?"},
      {"context.toml",
       "[[cue]]\nklasse = \"wens\"\nrichting = \"beide\"\npatronen = ['niet [x] y']\n",
       "L/context.toml:4:20: patroon 'niet [x] y': na [ hoort een aantal woorden"},
      {"context.toml",
       "[[cue]]\nklasse = \"wens\"\nrichting = \"beide\"\npatronen = ['a ~beurt b']\n",
       "L/context.toml:4:13: ~beurt kan niet in een cue"},
      {"context.toml", "[cue]\n", "L/context.toml:1:2: schrijf [[cue]] met dubbele haken"},
  });
}

TEST(LexiconReader, ReportsAllMistakesInOrderOfPlace) {
  const auto lexicon =
      parse_lexicon({{"z.toml",
                      "thema = \"t\"\n[[factor]]\nid = \"a\"\nlabel = \"V\"\ndefinitie = \"D\"\n"
                      "faal = ['b)']\nsucces = ['a(']\n"},
                     {"a.toml", "thema ="}},
                    "L");
  ASSERT_FALSE(lexicon);
  std::vector<std::string> places;
  for (const Error& error : lexicon.error())
    places.push_back(error.where + ":" + std::to_string(error.line));
  EXPECT_EQ(places, (std::vector<std::string>{"L/a.toml:1", "L/lexicon.toml:0", "L/z.toml:6",
                                              "L/z.toml:7"}));
}

TEST(LexiconReader, SaysWhatAnEmptyFolderNeeds) {
  const auto lexicon = parse_lexicon({}, "L");
  ASSERT_FALSE(lexicon);
  ASSERT_EQ(lexicon.error().size(), 2U);
  EXPECT_EQ(to_string(lexicon.error()[0]),
            "L: dit lexicon heeft geen factoren; maak een bestand per thema met [[factor]]");
  EXPECT_EQ(to_string(lexicon.error()[1]),
            "L/lexicon.toml: ontbreekt; maak het bestand met id, versie, titel en taal");
}

}  // namespace
}  // namespace pipeline
