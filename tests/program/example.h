// A small study for whole-program tests: six documents of as many formats, cases.csv and a lexicon
// of three factors, made up so that every count in a test can be counted by hand:
//
//   respondents    vertrouwen 4 succes 2 faal, overleg 1 faal 2 neutraal, gedeelde-visie 2 succes
//                  1 faal; interviewers: vertrouwen and overleg, both neutraal
#pragma once

#include <filesystem>
#include <string>

#include "tests/program/program.h"
#include "tests/support/temporary_folder.h"

namespace pipeline {

namespace example {

inline constexpr const char* cases =
    "bestand;spreker;case;rol;datum;interviewer\n"
    "algemeen/verslag.docx;;algemeen;;2026-01-15;\n"
    "heuvelsdal/gesprek.srt;;heuvelsdal;projectleider;2026-05-20;\n"
    "heuvelsdal/memo.md;;heuvelsdal;;2025-11-30;\n"
    "heuvelsdal/pagina.html;;heuvelsdal;;;\n"
    "westerbeek/gesprek.vtt;;westerbeek;wethouder;2026-04-02;\n"
    "westerbeek/gesprek.vtt;Anna;;;;ja\n"
    "westerbeek/interview.txt;;westerbeek;bestuurder;2026-03-12;\n";

inline constexpr const char* interview =
    "I: Hoe was het vertrouwen in het begin?\n"
    "R: Het vertrouwen was groot. Wij hadden een gedeelde visie.\n"
    "I: En later?\n"
    "R: Later kwam er wantrouwen tegen de gemeente. Er was geen overleg.\n";

inline constexpr const char* subtitles =
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Anna>Hoe ging het overleg?\n\n"
    "00:00:05.000 --> 00:00:09.500\n"
    "<v Marloes>Het overleg met de gemeente ging zo. Er was vertrouwen.\n";

inline constexpr const char* memo =
    "# Samenwerking in Heuvelsdal\n\nEr was geen gedeelde visie.\n\n"
    "De partijen zochten **overleg** met de zorgcoöperatie.\n";

inline constexpr const char* page =
    "<!doctype html><html lang=\"nl\"><head><title>Heuvelsdal</title></head><body><main>"
    "<h1>Heuvelsdal</h1><p>Bewoners hebben vertrouwen in de zorgco&ouml;peratie.</p></main></body>"
    "</html>\n";

inline constexpr const char* captions =
    "1\n00:00:02,000 --> 00:00:05,000\nJoke: Eerst was er wantrouwen.\n\n"
    "2\n00:00:06,000 --> 00:00:09,000\nPieter: Nu is er vertrouwen tussen de partijen.\n";

inline constexpr const char* report_paragraphs[] = {"Verslag van de denktank.",
                                                    "Een gedeelde visie is er in Terpwier."};

inline constexpr const char* lexicon_about =
    "id = \"proef\"\nversie = \"1.0.0\"\ntitel = \"Proeflexicon\"\ntaal = \"nl\"\n";
inline constexpr const char* lexicon_relation =
    "thema = \"relatie\"\n\n"
    "[[factor]]\nid = \"vertrouwen\"\nlabel = \"Vertrouwen\"\n"
    "definitie = \"Partijen kunnen op elkaar aan.\"\n"
    "succes = ['vertrouwen']\nfaal = ['wantrouw*']\n\n"
    "[[factor]]\nid = \"overleg\"\nlabel = \"Overleg\"\n"
    "definitie = \"Partijen spreken elkaar.\"\nneutraal = ['overleg']\n";
inline constexpr const char* lexicon_vision =
    "thema = \"visie\"\n\n"
    "[[factor]]\nid = \"gedeelde-visie\"\nlabel = \"Gedeelde visie\"\n"
    "definitie = \"Partijen willen hetzelfde.\"\nsucces = ['gedeelde visie']\n";
inline constexpr const char* lexicon_cues =
    "[[cue]]\nklasse = \"ontkenning\"\nrichting = \"vooruit\"\npatronen = ['geen', 'niet']\n";

// The bytes of a Word document with one paragraph a line.
std::string docx_of(const std::vector<std::string>& paragraphs);

}  // namespace example

// A temporary folder with documents/, lexicon/ and, once made, study/.
class ExampleStudy {
 public:
  ExampleStudy();  // writes documents and lexicon; makes no study yet

  std::filesystem::path path(const std::string& name = {}) const { return folder_.path() / name; }
  std::string text(const std::string& name) const { return path(name).string(); }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    return folder_.write(name, text);
  }

  // Each with --study added where the command knows it; `create` and `ingest` must end well.
  void create() const;
  Ran ingest(const Arguments& more = {}) const;  // documents/, whatever the status
  void fill() const;                             // create and ingest
  Ran run(Arguments arguments, const RunOptions& options = {}) const;

 private:
  TemporaryFolder folder_;
};

// All rows of all tables of study.db but run and outcome, as text that can be compared. Documents
// with their codings by path instead of number in the second form: studies that were filled in
// another order are equal in it.
std::string dump(const std::filesystem::path& study);
std::string dump_by_path(const std::filesystem::path& study);

// The bytes of a file; empty where there is none.
std::string bytes_of(const std::filesystem::path& file);

// What a few searches and tables answer, as one text.
std::string answers(const std::filesystem::path& study);

}  // namespace pipeline
