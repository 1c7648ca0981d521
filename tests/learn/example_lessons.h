// Lessons that are made up so that what can be learned is known: sentences with "koffie" speak of
// communicatie, of which those with "nooit" are faal; all others speak of nothing.
#pragma once

#include "pipeline/learn/lessons.h"

namespace pipeline {

// `groups` documents of twelve sentences; four of each have the factor, two of these faal. The
// lexicon finds one of the four.
inline LessonSet example_lessons_of(std::uint32_t groups) {
  LessonSet set;
  set.factors = {"communicatie", "vertrouwen"};
  const auto id = [&](const char* name) { return *set.names(name); };
  for (std::uint32_t group = 0; group < groups; ++group) {
    set.groups.push_back("document " + std::to_string(group));
    for (std::uint32_t i = 0; i < 12; ++i) {
      Lesson lesson;
      lesson.group = group;
      lesson.seen.features = {id("w:zij"), id("w:drinken")};
      if (i < 4) {
        lesson.seen.features.push_back(id("w:koffie"));
        const bool fails = i % 2 == 1;
        if (fails) lesson.seen.features.push_back(id("w:nooit"));
        lesson.labels = {{"communicatie", true, true, fails ? Valence::failure : Valence::success}};
        if (i == 0)
          lesson.seen.hits = {
              {"communicatie", true, Valence::success, {}, {id("h:patroon gewoon")}}};
      } else {
        lesson.seen.features.push_back(id(i % 2 == 0 ? "w:regen" : "w:fiets"));
      }
      std::ranges::sort(lesson.seen.features);
      set.lessons.push_back(std::move(lesson));
    }
  }
  return set;
}

}  // namespace pipeline
