// Speech in XML. TEI: utterances (<u who="#jan">) and what is said on a stage (<sp>, with
// <speaker>); FoLiA: utterances and sentences, made of words. Noises, gaps, stage directions and
// notes are no speech.
#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "pipeline/read/cue.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/speech.h"
#include "pipeline/read/xml.h"

namespace pipeline {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// XML parsers let bytes through that are no UTF-8.
std::string line_of(std::string_view text) {
  return as_one_line(is_valid_utf8(text) ? std::string(text) : repaired_utf8(text));
}

std::optional<std::string> name_of(std::string_view text) {
  while (text.starts_with('#')) text.remove_prefix(1);
  std::string name = line_of(text);
  return name.empty() ? std::nullopt : std::optional(std::move(name));
}

// Depth is bounded: parse_xml refuses trees that nest too deep.
void add_tei_words(const pugi::xml_node& parent, std::string& words) {
  constexpr std::array<std::string_view, 11> no_speech{"note",  "gap",   "vocal",    "kinesic",
                                                       "stage", "desc",  "incident", "speaker",
                                                       "pause", "shift", "writing"};
  constexpr std::array<std::string_view, 6> blocks{"seg", "p", "l", "lg", "ab", "lb"};
  for (const pugi::xml_node& node : parent.children()) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) words += node.value();
    const std::string_view name = local_name(node);
    if (node.type() != pugi::node_element || is_one_of(name, no_speech)) continue;
    add_tei_words(node, words);
    if (is_one_of(name, blocks)) words += ' ';
  }
}

void read_tei(const pugi::xml_node& parent, Document& document) {
  for (const pugi::xml_node& node : parent.children()) {
    const std::string_view name = local_name(node);
    if (name == "teiHeader") continue;
    if (name != "u" && name != "sp") {
      read_tei(node, document);
      continue;
    }
    std::string words;
    add_tei_words(node, words);
    Speech speech;
    speech.speaker = name_of(child_of(node, "speaker").text().get());
    if (!speech.speaker) speech.speaker = name_of(value_of(node, "who"));
    speech.words = line_of(words);
    add_speech(document, std::move(speech));
  }
}

// The words of an element: its own current text, or that of the words in it.
void add_folia_words(const pugi::xml_node& parent, std::string& words) {
  constexpr std::array<std::string_view, 5> no_text{"original", "suggestion", "alt", "altlayers",
                                                    "morphology"};
  for (const pugi::xml_node& node : parent.children()) {
    const std::string_view name = local_name(node);
    if (is_one_of(name, no_text)) continue;
    if (name != "w") {
      add_folia_words(node, words);
      continue;
    }
    for (const pugi::xml_node& text : node.children("t")) {
      const std::string_view kind = value_of(text, "class");
      if (kind.empty() || kind == "current") words += text.text().get();
    }
    if (value_of(node, "space") != "no") words += ' ';
  }
}

void read_folia(const pugi::xml_node& parent, std::string_view speaker, Document& document) {
  for (const pugi::xml_node& node : parent.children()) {
    const std::string_view own = value_of(node, "speaker"), name = local_name(node);
    const std::string_view here = own.empty() ? speaker : own;
    if (name != "utt" && name != "s") {
      read_folia(node, here, document);
      continue;
    }
    std::string words;
    add_folia_words(node, words);
    if (words.empty()) words = child_of(node, "t").text().get();
    const auto times = times_of(std::string(value_of(node, "begintime")) + " --> " +
                                std::string(value_of(node, "endtime")));
    Speech speech{name_of(here), {}, {}, line_of(words)};
    if (times) {
      speech.start_ms = times->start_ms;
      speech.end_ms = times->end_ms;
    }
    add_speech(document, std::move(speech));
  }
}

}  // namespace

Result<Document> read_speech_xml(std::string_view bytes, const std::string& name,
                                 const ReadLimits& limits) {
  const auto xml = parse_xml(std::string(bytes), "XML", name, limits);
  if (!xml) return tl::unexpected(xml.error());
  const pugi::xml_node root = (*xml)->document_element();
  Document document;
  if (local_name(root) == "TEI" || local_name(root) == "teiCorpus") {
    read_tei(root, document);
  } else if (local_name(root) == "FoLiA") {
    read_folia(root, {}, document);
    // Sentences of a book are no captions.
    if (!child_of(root, "speech")) document.captions.clear();
  }
  if (document.source.empty())
    return failure(said("dit is XML zonder spraak: alleen TEI met <u> of <sp>, en FoLiA, wordt "
                        "gelezen; sla het document op als .html, .odt of .txt"),
                   name);
  return document;
}

}  // namespace pipeline
