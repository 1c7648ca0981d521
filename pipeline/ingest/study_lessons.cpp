#include "pipeline/ingest/study_lessons.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/ingest/observing.h"
#include "pipeline/ingest/stages.h"
#include "pipeline/model/coder.h"

namespace pipeline {
namespace {

// What people decided counts so much more than an example of the lexicon.
constexpr std::uint32_t weight_of_people = 2;

// What is said of a factor in one sentence.
struct Coded {
  std::set<std::string> by;  // people who coded it
  std::map<Valence, std::set<std::string>> valences;
  std::optional<Modality> modality;
  bool is_accepted = false, is_rejected = false;
};

// A document that people worked on, sentence by sentence.
class DocumentLessons {
 public:
  DocumentLessons(const CodedDocument& document, const Staged& staged) : document_(document) {
    for (const Sentence& it : staged.segmented.sentences)
      spans_.push_back(staged.clean.map.to_source(it.span));
    said_.resize(spans_.size());
  }

  void take(StudyLessons& to, std::set<FactorId>& unknown) {
    for (const Coding& coding : document_.codings) {
      const bool is_persons = is_person(coding.coder);
      if (!is_persons && coding.status == CodingStatus::proposed) continue;
      if (is_persons && coding.status == CodingStatus::rejected) continue;  // withdrawn
      if (std::ranges::find(to.set.factors, coding.factor) == to.set.factors.end()) {
        unknown.insert(coding.factor);
        continue;
      }
      ++(is_persons                                ? to.coded
         : coding.status == CodingStatus::accepted ? to.accepted
                                                   : to.rejected);
      take(coding, is_persons);
    }
  }

  // Readers of a sentence: those who coded before or in it, and in or after it.
  std::set<std::string> readers(std::size_t sentence) const {
    std::set<std::string> names;
    for (const auto& [name, range] : ranges_)
      if (range.first <= sentence && sentence <= range.second) names.insert(name);
    return names;
  }
  const std::map<FactorId, Coded>& said(std::size_t sentence) const { return said_[sentence]; }
  Span span(std::size_t sentence) const { return spans_[sentence]; }

 private:
  // A mark of half a sentence or more is about it; a mark within one is, too.
  void take(const Coding& coding, bool is_persons) {
    for (std::size_t s = 0; s < spans_.size(); ++s) {
      const std::uint32_t begin = std::max(spans_[s].begin, coding.span.begin);
      const std::uint32_t end = std::min(spans_[s].end, coding.span.end);
      if (begin >= end) continue;
      const std::uint32_t shared = 2 * (end - begin);
      if (shared < spans_[s].end - spans_[s].begin && shared < coding.span.end - coding.span.begin)
        continue;
      Coded& said = said_[s][coding.factor];
      said.is_accepted =
          said.is_accepted || (!is_persons && coding.status == CodingStatus::accepted);
      said.is_rejected = said.is_rejected || coding.status == CodingStatus::rejected;
      if (coding.status == CodingStatus::rejected) continue;
      said.valences[coding.valence].insert(is_persons ? coding.coder : "aanvaard");
      said.modality = coding.modality;
      if (!is_persons) continue;
      said.by.insert(coding.coder);
      const auto [range, is_new] = ranges_.try_emplace(coding.coder, s, s);
      range->second = {std::min(range->second.first, s), std::max(range->second.second, s)};
    }
  }

  const CodedDocument& document_;
  std::vector<Span> spans_;
  std::vector<std::map<FactorId, Coded>> said_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> ranges_;  // by person
};

std::string in_words(const Coded& said) {
  std::string text;
  for (const auto& [valence, names] : said.valences)
    for (const std::string& name : names)
      text += (text.empty() ? "" : ", ") + name + " " + std::string(to_string(valence));
  if (said.is_rejected) text += (text.empty() ? "" : ", ") + std::string("verworpen");
  return text;
}

Label label_of(const FactorId& factor, const Coded& said, const std::set<std::string>& readers) {
  Label label{factor};
  const bool is_given = !said.by.empty() || said.is_accepted;
  label.is_there = is_given;
  // A rejected proposal that nobody gave is agreed not to be there.
  label.is_agreed = !is_given || (!said.is_rejected && (said.by.empty() || said.by == readers));
  if (said.valences.size() == 1) label.valence = said.valences.begin()->first;
  label.modality = said.modality;
  return label;
}

class StudyReader {
 public:
  StudyReader(const Settings& settings, const WordTable& words, const Lexicon& lexicon,
              LessonGroups groups)
      : observed_(lexicon), stages_(words, lexicon, settings), groups_(groups) {
    for (const Factor& it : lexicon.factors) result_.set.factors.push_back(it.id);
  }

  void read(const CodedDocument& stored) {
    const bool has_people = std::ranges::any_of(stored.codings, [](const Coding& it) {
      return is_person(it.coder) || it.status != CodingStatus::proposed;
    });
    if (!has_people) return;
    stages_.renew_if_large();
    const Staged staged = stages_.traced(stored.document, speaker_rows(stored.segmented));
    DocumentLessons lessons(stored, staged);
    lessons.take(result_, unknown_);
    for (const Coding& it : stored.codings)
      if (is_person(it.coder)) coders_.insert(it.coder);
    std::vector<Observation> seen = observations(staged, stages_, observed_, result_.set.names);
    for (std::size_t p = 0; p < staged.segmented.passages.size(); ++p)
      read_passage(stored, staged, p, lessons, seen);
  }

  StudyLessons finish() {
    result_.coders.assign(coders_.begin(), coders_.end());
    result_.unknown.assign(unknown_.begin(), unknown_.end());
    return std::move(result_);
  }

 private:
  void read_passage(const CodedDocument& stored, const Staged& staged, std::size_t place,
                    const DocumentLessons& lessons, std::vector<Observation>& seen) {
    const Passage& passage = staged.segmented.passages[place];
    if (!passage.is_coded || passage.is_foreign) return;
    const PassageId id = passage_id(stored.id, place + 1);
    for (std::uint32_t s = passage.first_sentence; s < passage.end_sentence; ++s) {
      const std::set<std::string> readers = lessons.readers(s);
      if (readers.empty() && lessons.said(s).empty()) continue;
      if (seen[s].is_interviewer && lessons.said(s).empty()) continue;
      Lesson lesson;
      lesson.seen = std::move(seen[s]);
      lesson.is_read_whole = !readers.empty();
      lesson.weight = weight_of_people;
      lesson.group = group_of(stored, staged, passage);
      for (const auto& [factor, said] : lessons.said(s)) {
        lesson.labels.push_back(label_of(factor, said, readers));
        const bool is_given = !said.by.empty() || said.is_accepted;
        if (said.valences.size() > 1 || (said.is_rejected && is_given))
          result_.contradictions.push_back({id, lessons.span(s), factor, in_words(said)});
      }
      result_.set.lessons.push_back(std::move(lesson));
      result_.places.push_back({id, lessons.span(s)});
    }
  }

  std::uint32_t group_of(const CodedDocument& stored, const Staged& staged,
                         const Passage& passage) {
    std::string name = stored.path;
    if (groups_ == LessonGroups::speakers && passage.speaker) {
      const Speaker& speaker = staged.segmented.speakers[*passage.speaker];
      const auto person = speaker.attributes.find(person_attribute);
      name = person != speaker.attributes.end() ? person->second : name + ", " + speaker.name;
    }
    auto& groups = result_.set.groups;
    const auto at = std::ranges::find(groups, name);
    if (at != groups.end()) return static_cast<std::uint32_t>(at - groups.begin());
    groups.push_back(name);
    return static_cast<std::uint32_t>(groups.size() - 1);
  }

  ObservedLexicon observed_;
  Stages stages_;
  LessonGroups groups_;
  StudyLessons result_;
  std::set<std::string> coders_;
  std::set<FactorId> unknown_;
};

}  // namespace

StudyLessons study_lessons(const Store& store, const Settings& settings, const WordTable& words,
                           const Lexicon& lexicon, LessonGroups groups) {
  StudyReader reader(settings, words, lexicon, groups);
  for (const StoredDocument& row : store.documents())
    if (const auto stored = store.load(row.id)) reader.read(*stored);
  return reader.finish();
}

LessonSet example_lessons(const Lexicon& lexicon, const WordTable& words) {
  LessonSet set;
  for (const Factor& it : lexicon.factors) set.factors.push_back(it.id);
  set.groups.push_back("voorbeelden van " + lexicon.id);
  Stages stages(words, lexicon, Settings{});
  const ObservedLexicon observed(lexicon);
  for (const Example& example : lexicon.examples) {
    Document document;
    document.source = example.sentence;
    Lesson lesson;
    lesson.seen = joined(observations(stages.traced(document, {}), stages, observed, set.names));
    lesson.is_read_whole = false;
    lesson.is_start = true;
    Label label{lexicon.factors[example.factor].id};
    label.is_there = example.valence.has_value();
    label.valence = example.valence;
    lesson.labels.push_back(std::move(label));
    set.lessons.push_back(std::move(lesson));
  }
  return set;
}

}  // namespace pipeline
