// What speech recognisers write as JSON. Whisper: segments with a text and times; WhisperX: the
// same, and words that each name their speaker, if they could be placed at all; Whisper.cpp:
// "transcription" with offsets in milliseconds; Amberscript: segments of words, and a list of
// speakers.
#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/model/counted.h"
#include "pipeline/read/decode.h"
#include "pipeline/read/otranscribe.h"
#include "pipeline/read/readers.h"
#include "pipeline/read/refusals.h"
#include "pipeline/read/speech.h"

namespace pipeline {
namespace {

using Json = nlohmann::json;

// Members of objects, which may be missing or of another kind than they should be.
const Json& member(const Json& object, const char* name) {
  static const Json none;
  const auto it = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && it != object.end() ? *it : none;
}
std::string text_of(const Json& object, const char* name) {
  const Json& value = member(object, name);
  return value.is_string() ? as_one_line(value.get_ref<const std::string&>()) : std::string();
}
std::optional<double> number_of(const Json& object, const char* name) {
  const Json& value = member(object, name);
  return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}
std::optional<std::int64_t> time_of(const Json& object, const char* name) {
  const auto seconds = number_of(object, name);
  return seconds ? milliseconds(*seconds) : std::nullopt;
}
std::optional<std::string> speaker_of(const Json& object) {
  std::string name = text_of(object, "speaker");
  return name.empty() ? std::nullopt : std::optional(std::move(name));
}

// Parses without what only a recogniser needs and what holds the words once more.
Result<Json> parsed(std::string_view text, const std::string& name, const ReadLimits& limits) {
  bool too_deep = false;
  const auto keep = [&](int depth, Json::parse_event_t event, Json& value) {
    too_deep = too_deep || depth > static_cast<int>(limits.nesting);
    if (event != Json::parse_event_t::key || !value.is_string()) return !too_deep;
    const auto& key = value.get_ref<const std::string&>();
    return key != "tokens" && key != "word_segments" && key != "highlights";
  };
  Json json = Json::parse(text, keep, false);
  if (too_deep) return failure(nested_too_deep(limits), name);
  if (json.is_discarded())
    return failure(said("de JSON is beschadigd of afgebroken; exporteer het transcript opnieuw"),
                   name);
  return json;
}

// The words of a WhisperX segment. A word with digits or signs often has neither time nor speaker.
class SegmentWords {
 public:
  explicit SegmentWords(const Json& segment) : segment_(segment) {
    for (const Json& word : member(segment, "words"))
      words_.push_back(
          {speaker_of(word), time_of(word, "start"), time_of(word, "end"), text_of(word, "word")});
    name_all();
  }

  // The segment, or its parts where the speaker changes within it.
  std::vector<Speech> speeches() {
    Speech whole{speaker_of(segment_), time_of(segment_, "start"), time_of(segment_, "end"),
                 text_of(segment_, "text")};
    if (words_.empty() || !words_.front().speaker) return {std::move(whole)};
    std::vector<Speech> parts;
    for (const Speech& word : words_) {
      if (parts.empty() || parts.back().speaker != word.speaker) {
        // A part that begins with a word without times begins where the last one ended.
        const auto start = parts.empty() ? whole.start_ms : parts.back().end_ms;
        parts.push_back({word.speaker, parts.empty() || !word.start_ms ? start : word.start_ms,
                         word.end_ms, word.words});
        continue;
      }
      if (word.end_ms) parts.back().end_ms = word.end_ms;
      if (!word.words.empty()) parts.back().words += ' ' + word.words;
    }
    if (whole.end_ms) parts.back().end_ms = whole.end_ms;
    if (parts.size() == 1) parts.back().words = std::move(whole.words);
    return parts;
  }

 private:
  // A word without a speaker goes with the word before it, or behind the end of a sentence with
  // the word after it.
  void name_all() {
    for (std::size_t at = 1; at < words_.size(); ++at)
      if (!words_[at].speaker && !ends_sentence(words_[at - 1].words))
        words_[at].speaker = words_[at - 1].speaker;
    for (std::size_t at = words_.size(); at-- > 1;)
      if (!words_[at - 1].speaker) words_[at - 1].speaker = words_[at].speaker;
    for (std::size_t at = 1; at < words_.size(); ++at)
      if (!words_[at].speaker) words_[at].speaker = words_[at - 1].speaker;
  }
  static bool ends_sentence(std::string_view word) {
    return !word.empty() && std::string_view(".?!").find(word.back()) != std::string_view::npos;
  }

  const Json& segment_;
  std::vector<Speech> words_;
};

// Whisper throws a segment away where it is this sure that nobody spoke, and tries one again that
// can be packed this well: it repeats itself.
bool is_doubtful(const Json& segment) {
  constexpr double silence = 0.6, unlikely = -1.0, repetitive = 2.4;
  return (number_of(segment, "no_speech_prob").value_or(0) > silence &&
          number_of(segment, "avg_logprob").value_or(0) < unlikely) ||
         number_of(segment, "compression_ratio").value_or(0) > repetitive;
}

void read_whisper(const Json& segments, Document& document) {
  std::size_t doubtful = 0, first = 0;
  for (const Json& segment : segments) {
    const std::size_t before = document.captions.size();
    for (Speech& speech : SegmentWords(segment).speeches()) add_speech(document, std::move(speech));
    if (document.captions.size() == before || !is_doubtful(segment)) continue;
    if (doubtful++ == 0) first = before + 1;
  }
  if (doubtful > 0)
    document.warnings.push_back(said(
        "{} heeft de spraakherkenner misschien verzonnen, het eerste op regel {}: hij hoorde daar "
        "stilte, of herhaalt zichzelf; luister het na",
        said_counted(doubtful, "stuk", "stukken"), first));
}

void read_whisper_cpp(const Json& pieces, Document& document) {
  for (const Json& piece : pieces) {
    const auto from = number_of(member(piece, "offsets"), "from");
    const auto to = number_of(member(piece, "offsets"), "to");
    add_speech(document, {speaker_of(piece), from ? milliseconds(*from / 1000) : std::nullopt,
                          to ? milliseconds(*to / 1000) : std::nullopt, text_of(piece, "text")});
  }
}

void read_amberscript(const Json& json, Document& document) {
  std::map<std::string, std::string> names;
  for (const Json& speaker : member(json, "speakers"))
    names[text_of(speaker, "spkid")] = text_of(speaker, "name");
  for (const Json& segment : member(json, "segments")) {
    Speech speech;
    speech.speaker = speaker_of(segment);
    if (const auto it = names.find(speech.speaker.value_or("")); it != names.end())
      if (!it->second.empty()) speech.speaker = it->second;
    for (const Json& word : member(segment, "words")) {
      if (!speech.start_ms) speech.start_ms = time_of(word, "start");
      if (const auto end = time_of(word, "end")) speech.end_ms = end;
      const std::string text = text_of(word, "text");
      if (!text.empty()) speech.words += (speech.words.empty() ? "" : " ") + text;
    }
    add_speech(document, std::move(speech));
  }
}

// Whether the first of a list, if there is any, has a member of this name.
bool begin_with(const Json& list, const char* name) {
  return list.is_array() && (list.empty() || !member(list.front(), name).is_null());
}

}  // namespace

Result<Document> read_transcript_json(std::string_view bytes, const std::string& name,
                                      const ReadLimits& limits) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  const auto json = parsed(decoded->text, name, limits);
  if (!json) return tl::unexpected(json.error());
  Document document;
  document.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  const Json& segments = member(*json, "segments");
  if (begin_with(segments, "text"))
    read_whisper(segments, document);
  else if (begin_with(segments, "words"))
    read_amberscript(*json, document);
  else if (begin_with(member(*json, "transcription"), "text"))
    read_whisper_cpp(member(*json, "transcription"), document);
  else
    return failure(
        said("dit is JSON, maar geen transcript: alleen wat Whisper, WhisperX en Amberscript "
             "schrijven wordt gelezen; exporteer een ander transcript als .vtt, .srt of .txt"),
        name);
  return document;
}

Result<Document> read_otranscribe(std::string_view bytes, const std::string& name,
                                  const ReadLimits& limits) {
  auto decoded = decode(bytes, name);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  const auto json = parsed(decoded->text, name, limits);
  if (!json) return tl::unexpected(json.error());
  const Json& html = member(*json, "text");
  if (!html.is_string())
    return failure(said("dit is geen oTranscribe-bestand: de tekst ontbreekt; exporteer het "
                        "transcript als .txt"),
                   name);
  auto text = otranscribe_text(html.get_ref<const std::string&>(), name, limits);
  if (!text) return tl::unexpected(std::move(text.error()));
  Document document;
  document.source = std::move(*text);
  document.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  return document;
}

}  // namespace pipeline
