#include "pipeline/learn/observe.h"

#include <algorithm>
#include <set>
#include <string>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

void tidy(std::vector<FeatureId>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool is_kept(WordClass word_class) {
  switch (word_class) {
    case WordClass::proper_noun:
    case WordClass::numeral:
    case WordClass::punctuation:
    case WordClass::symbol:
    case WordClass::other:
      return false;
    default:
      return true;
  }
}

bool is_content(WordClass word_class) {
  return word_class == WordClass::noun || word_class == WordClass::verb ||
         word_class == WordClass::adjective || word_class == WordClass::adverb;
}

constexpr std::string_view decision_names[] = {
    tr_later("basis"),     tr_later("gekeerd"),   tr_later("dubbel gekeerd"),
    tr_later("geholpen"),  tr_later("gehinderd"), tr_later("beschreven"),
    tr_later("retorisch"), tr_later("vraag"),     tr_later("interviewer")};
constexpr std::string_view fate_names[] = {
    tr_later("telt"),         tr_later("langer patroon"), tr_later("andere bewering"),
    tr_later("valse vriend"), tr_later("halve"),          tr_later("te zwak"),
    tr_later("kop")};

std::string_view count_name(std::size_t count) {
  constexpr std::string_view names[] = {"0", "1", "2", "3", tr_later("4 of meer")};
  return names[std::min<std::size_t>(count, 4)];
}

std::string_view length_name(std::size_t words) {
  return words < 8    ? tr_later("kort")
         : words < 16 ? tr_later("gewoon")
         : words < 28 ? tr_later("lang")
                      : tr_later("zeer lang");
}

}  // namespace

void Observer::add(std::string_view name, std::vector<FeatureId>& to) {
  if (const auto id = names_(name)) to.push_back(*id);
}

std::vector<Observation> Observer::operator()(const ObservedText& text) {
  const Segmented& segmented = text.segmented;
  std::vector<Observation> seen(segmented.sentences.size());
  std::vector<std::vector<const Coding*>> codings(segmented.sentences.size());
  for (const Coding& coding : text.codings) {
    const auto at = std::ranges::lower_bound(segmented.sentences, coding.span.begin, {},
                                             [](const Sentence& it) { return it.span.begin; });
    if (at != segmented.sentences.end())
      codings[static_cast<std::size_t>(at - segmented.sentences.begin())].push_back(&coding);
  }
  for (const Passage& passage : segmented.passages) {
    if (!passage.is_coded || passage.is_foreign) continue;
    const bool is_interviewer =
        passage.speaker && segmented.speakers[*passage.speaker].kind == SpeakerKind::interviewer;
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
      seen[s].is_interviewer = is_interviewer;
      add_words(text, segmented.sentences[s], seen[s]);
      if (passage.kind == PassageKind::heading) add("s:kop", seen[s].features);
      if (is_interviewer) add("s:interviewer", seen[s].features);
      add_codings(codings[s], seen[s]);
    }
  }
  for (const SentenceTrace& trace : text.traces) add_matches(trace, seen[trace.sentence]);
  for (Observation& it : seen) {
    tidy(it.features);
    const auto counted =
        static_cast<std::size_t>(std::ranges::count(it.hits, true, &LexiconHit::is_counted));
    for (LexiconHit& hit : it.hits) {
      add("h:factoren in de zin " + std::string(count_name(counted)), hit.marks);
      tidy(hit.marks);
    }
    std::ranges::sort(it.hits, {}, &LexiconHit::factor);
  }
  return seen;
}

void Observer::add_word(const Reading& reading, const Word& word, bool is_whole,
                        std::vector<FeatureId>& to) {
  buffer_.assign("w:").append(reading.lemma);
  add(buffer_, to);
  found_.clear();
  groups_.add_by_lemma(reading.lemma, found_);
  if (is_whole) groups_.add_by_form(word, found_);
  for (const std::string_view group : found_) {
    buffer_.assign("g:").append(group);
    add(buffer_, to);
  }
  if (!is_whole) return;
  for (const WordPart& part : word.parts) {
    buffer_.assign("d:").append(part.lemma);
    add(buffer_, to);
  }
}

// A text says the same words again and again.
void Observer::add_known_word(WordId id, std::uint32_t reading, std::vector<FeatureId>& to) {
  const auto [at, is_new] =
      known_.try_emplace((std::uint64_t{static_cast<std::uint32_t>(id)} << 32U) | reading);
  if (is_new) {
    const Word& word = vocabulary_[id];
    add_word(word.readings[reading], word, true, at->second);
  }
  to.insert(to.end(), at->second.begin(), at->second.end());
}

void Observer::add_words(const ObservedText& text, const Sentence& sentence, Observation& seen) {
  std::vector<FeatureId>& to = seen.features;
  const auto& separable = text.analysed.separable;
  auto verb = std::ranges::lower_bound(separable, sentence.first_token, {}, &SeparableVerb::verb);
  std::set<std::uint32_t> particles;
  for (auto it = verb; it != separable.end() && it->verb < sentence.end_token; ++it)
    particles.insert(it->particle);
  std::string before;  // the word of content before this one, where nothing parts them
  std::size_t words = 0;
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const Token& token = text.segmented.tokens[t];
    if (!token.is_word()) {
      if (token.kind == TokenKind::punctuation) before.clear();
      if (slice(text.text, token.span) == "?") add("s:vraagteken", to);
      continue;
    }
    ++words;
    if (particles.contains(t)) continue;
    const Word& word = vocabulary_[text.analysed.words[t]];
    Reading reading = word.readings[text.analysed.readings[t]];
    while (verb != separable.end() && verb->verb < t) ++verb;
    const bool is_apart = verb != separable.end() && verb->verb == t;
    if (is_apart) reading.lemma = verb->lemma;
    if (token.kind != TokenKind::word || !is_kept(reading.word_class)) {
      before.clear();
      continue;
    }
    const std::size_t features = to.size();
    if (is_apart)
      add_word(reading, word, false, to);
    else
      add_known_word(text.analysed.words[t], text.analysed.readings[t], to);
    ++seen.words;
    if (to.size() > features && names_.name(to[features]).starts_with("w:")) ++seen.known_words;
    if (!is_content(reading.word_class)) continue;
    if (!before.empty()) {
      buffer_.assign("p:").append(before).append(" ").append(reading.lemma);
      add(buffer_, to);
    }
    before = reading.lemma;
  }
  add("s:" + std::string(length_name(words)), to);
}

LexiconHit& Observer::hit_of(const FactorId& factor, Observation& to) {
  for (LexiconHit& hit : to.hits)
    if (hit.factor == factor) return hit;
  to.hits.push_back({factor, false, {}, {}, {}});
  return to.hits.back();
}

void Observer::add_codings(std::span<const Coding* const> codings, Observation& to) {
  for (const Coding* coding : codings) {
    LexiconHit& hit = hit_of(coding->factor, to);
    if (hit.is_counted) add("h:twee valenties", hit.marks);
    if (!hit.is_counted) hit.valence = coding->valence;
    hit.is_counted = true;
    hit.modality = coding->modality;
    add("h:valentie " + std::string(to_string(coding->valence)), hit.marks);
    add("h:modaliteit " + std::string(to_string(coding->modality)), hit.marks);
    std::size_t patterns = 0;
    for (const Evidence& it : coding->evidence)
      patterns += it.kind == Evidence::Kind::pattern ? 1 : 0;
    add("h:patronen " + std::string(count_name(patterns)), hit.marks);
  }
}

void Observer::add_match(const TracedMatch& match, std::vector<FeatureId>& marks) {
  const Pattern& pattern = lexicon_.patterns[match.pattern];
  if (match.fate != TracedMatch::Fate::counted) {
    buffer_.assign("h:telt niet, ").append(fate_names[static_cast<std::size_t>(match.fate)]);
    add(buffer_, marks);
    return;
  }
  add("h:patroon " + std::string(to_string(pattern.strength)), marks);
  add("h:patroon van zichzelf " + std::string(to_string(pattern.valence)), marks);
  add("h:besluit " + std::string(decision_names[static_cast<std::size_t>(match.decision)]), marks);
  const auto words = static_cast<std::size_t>(std::ranges::count(pattern.text, ' ')) + 1;
  add("h:patroon van woorden " + std::string(count_name(words)), marks);
  buffer_.assign("h:door ")
      .append(lexicon_.factors[pattern.factor].id)
      .append(": ")
      .append(pattern.text);
  add(buffer_, marks);
  for (const TracedCue& cue : match.cues) {
    const auto name = to_string(lexicon_.cues[cue.cue].cue_class);
    buffer_.assign(cue.part == CuePart::applied ? "h:signaal " : "h:signaal zonder gevolg ")
        .append(name);
    add(buffer_, marks);
  }
}

void Observer::add_matches(const SentenceTrace& trace, Observation& to) {
  for (const TracedMatch& match : trace.matches) {
    const FactorId& factor = lexicon_.factors[lexicon_.patterns[match.pattern].factor].id;
    add_match(match, hit_of(factor, to).marks);
  }
}

void Observer::add_before(const Observation& before, Observation& to) {
  for (const LexiconHit& hit : before.hits)
    if (hit.is_counted)
      add((before.is_interviewer ? "s:gevraagd naar " : "s:ervoor ") + hit.factor, to.features);
  tidy(to.features);
}

Observation joined(std::span<const Observation> parts) {
  Observation all;
  for (const Observation& it : parts) {
    all.is_interviewer = all.is_interviewer || it.is_interviewer;
    all.features.insert(all.features.end(), it.features.begin(), it.features.end());
    for (const LexiconHit& hit : it.hits) {
      const auto same = std::ranges::find(all.hits, hit.factor, &LexiconHit::factor);
      if (same == all.hits.end()) {
        all.hits.push_back(hit);
        continue;
      }
      if (!same->is_counted && hit.is_counted) {
        same->is_counted = true;
        same->valence = hit.valence;
        same->modality = hit.modality;
      }
      same->marks.insert(same->marks.end(), hit.marks.begin(), hit.marks.end());
      tidy(same->marks);
    }
  }
  tidy(all.features);
  std::ranges::sort(all.hits, {}, &LexiconHit::factor);
  return all;
}

}  // namespace pipeline
