// What reading costs by format: one large made-up document of each, in memory, one thread. Prints
// MB/s of the text it holds by CPU seconds, beside what the libraries alone take in the same run:
// unpacking and building the tree, and for captions a walk over the lines.
//   read_bench [MEGABYTES [ROUNDS [FORMAT]]]
#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <memory>
#include <pugixml.hpp>
#include <random>
#include <string>
#include <vector>

#include "pipeline/read/read.h"
#include "tests/support/packed.h"

namespace {

using namespace pipeline;

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Sentences of words that look Dutch, about as many letters and signs as people's own.
std::vector<std::string> made_paragraphs(std::size_t bytes) {
  constexpr std::array<const char*, 24> syllables{
      "sa", "men", "wer",  "ken", "zorg", "co",   "ö",  "pe", "ra",  "tie", "ge",  "meen",
      "te", "ver", "trou", "wen", "dorp", "huis", "en", "de", "het", "ont", "moe", "ting"};
  std::mt19937 random(20'262);
  std::vector<std::string> paragraphs;
  for (std::size_t made = 0; made < bytes; made += paragraphs.back().size()) {
    std::string paragraph;
    while (paragraph.size() < 420) {
      std::string sentence;
      const std::size_t words = 6 + random() % 12;
      for (std::size_t word = 0; word < words; ++word) {
        if (word > 0) sentence += random() % 9 == 0 ? ", " : " ";
        const std::size_t parts = 1 + random() % 3;
        for (std::size_t part = 0; part < parts; ++part)
          sentence += syllables[random() % syllables.size()];
      }
      paragraph += (paragraph.empty() ? "" : " ") + sentence + '.';
    }
    paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

// Calls use(piece) for pieces of about `size` bytes, cut at spaces: what editors make runs of.
template <typename Use>
void each_piece(const std::string& text, std::size_t size, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', std::min(at + size, text.size())), text.size());
    use(text.substr(at, end - at));
    at = end;
  }
}

// As Word writes it: revision ids, and a language in every run.
std::string as_docx(const std::vector<std::string>& paragraphs) {
  std::string body;
  for (const std::string& paragraph : paragraphs) {
    body +=
        "<w:p w14:paraId=\"3F2A11C7\" w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00A77B3E\"><w:pPr>"
        "<w:spacing w:after=\"120\"/><w:rPr><w:lang w:val=\"nl-NL\"/></w:rPr></w:pPr>";
    each_piece(paragraph, 90, [&](const std::string& piece) {
      body +=
          "<w:r w:rsidRPr=\"00C41D20\"><w:rPr><w:lang w:val=\"nl-NL\"/></w:rPr>"
          "<w:t xml:space=\"preserve\">" +
          piece + "</w:t></w:r>";
    });
    body += "</w:p>";
  }
  return docx(body);
}

std::string as_odt(const std::vector<std::string>& paragraphs) {
  std::string body;
  for (const std::string& paragraph : paragraphs) {
    body += "<text:p text:style-name=\"P1\">";
    each_piece(paragraph, 90, [&](const std::string& piece) {
      body += "<text:span text:style-name=\"T1\">" + piece + "</text:span>";
    });
    body += "</text:p>";
  }
  return odt(body);
}

std::string as_html(const std::vector<std::string>& paragraphs) {
  std::string html =
      "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>x</title></head><body>"
      "<nav><a href=\"/\">Home</a></nav><main>";
  for (const std::string& paragraph : paragraphs) {
    html += "<p class=\"tekst\">";
    each_piece(paragraph, 220, [&](const std::string& piece) {
      html += piece + " <a href=\"#noot\">zie</a> <em>daar</em>";
    });
    html += "</p>\n";
  }
  return html + "</main></body></html>";
}

// As Teams writes it.
std::string as_vtt(const std::vector<std::string>& paragraphs) {
  std::string vtt = "WEBVTT\n\n";
  std::size_t cue = 0;
  const auto clock = [](std::size_t ms) {
    return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3'600'000 % 100, ms / 60'000 % 60,
                       ms / 1000 % 60, ms % 1000);
  };
  for (const std::string& paragraph : paragraphs)
    each_piece(paragraph, 90, [&](const std::string& piece) {
      vtt += fmt::format("d9eb6791-7b34-4217-abf3-e138cfb1a42a/{}-0\n{} --> {}\n<v {}>{}</v>\n\n",
                         cue, clock(cue * 5000), clock(cue * 5000 + 4800),
                         cue / 8 % 2 == 0 ? "Fenna Kuiper" : "Ties Bos", piece);
      ++cue;
    });
  return vtt;
}

std::string unpacked(const std::string& bytes, const std::string& part) {
  const std::unique_ptr<archive, decltype(&archive_read_free)> from(archive_read_new(),
                                                                    &archive_read_free);
  archive_read_support_format_zip(from.get());
  archive_read_open_memory(from.get(), bytes.data(), bytes.size());
  std::string text;
  for (archive_entry* entry = nullptr; archive_read_next_header(from.get(), &entry) == ARCHIVE_OK;)
    if (archive_entry_pathname(entry) == part) {
      std::string block(1 << 16, '\0');
      for (la_ssize_t n = 0; (n = archive_read_data(from.get(), block.data(), block.size())) > 0;)
        text.append(block, 0, static_cast<std::size_t>(n));
    }
  return text;
}

void parse_package(const std::string& bytes, const std::string& part) {
  std::string xml = unpacked(bytes, part);
  pugi::xml_document tree;
  tree.load_buffer_inplace(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!tree.document_element()) std::abort();
}

void parse_html(const std::string& bytes, const std::string& /*part*/) {
  GumboOutput* const tree =
      gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size());
  gumbo_destroy_output(&kGumboDefaultOptions, tree);
}

void walk_lines(const std::string& bytes, const std::string& /*part*/) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line(bytes.data() + at, end - at);
    if (line.find("-->") == std::string_view::npos) (text += line) += '\n';
    at = end + 1;
  }
  if (text.empty()) std::abort();
}

struct Measured {
  const char* name;
  std::string (*make)(const std::vector<std::string>&);
  void (*libraries_alone)(const std::string& bytes, const std::string& part);
  const char* part;
};

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

double seconds_of(const std::function<void()>& work) {
  const double begun = cpu_seconds();
  work();
  return cpu_seconds() - begun;
}

}  // namespace

int main(int argc, char** argv) {
  const auto megabytes = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 8);
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
  const std::vector<std::string> paragraphs = made_paragraphs(megabytes << 20);
  fmt::print("{:<6} {:>8} {:>14} {:>20} {:>6}\n", "format", "text MB", "MB/s, median",
             "libraries alone MB/s", "ratio");
  for (const Measured& format :
       {Measured{"docx", as_docx, parse_package, "word/document.xml"},
        Measured{"odt", as_odt, parse_package, "content.xml"},
        Measured{"html", as_html, parse_html, ""}, Measured{"vtt", as_vtt, walk_lines, ""}}) {
    if (argc > 3 && std::string_view(argv[3]) != format.name) continue;
    const std::string bytes = format.make(paragraphs);
    std::vector<double> ours, theirs;
    double text = 0;
    for (int round = 0; round < rounds; ++round) {
      ours.push_back(seconds_of([&] {
        const auto document = read_bytes(bytes, std::string("a.") + format.name);
        if (!document) fmt::print(stderr, "{}\n", to_string(document.error()));
        text = document ? static_cast<double>(document->source.size()) / 1e6 : 0;
      }));
      theirs.push_back(seconds_of([&] { format.libraries_alone(bytes, format.part); }));
    }
    fmt::print("{:<6} {:>8.1f} {:>14.1f} {:>20.1f} {:>6.2f}\n", format.name, text,
               text / median(ours), text / median(theirs), median(ours) / median(theirs));
  }
}
