#include "pipeline/language/compile/steps.h"

namespace pipeline {

void add_own_words(FormTable& table, const Sources& sources) {
  for (const OwnReading& own : sources.closed_class) {
    const Form* there = table.find(own.form);
    const int place = there ? static_cast<int>(there->readings.size()) : 0;
    table.add(own.form, own.lemma, own.word_class, own.inflection, rank::closed_class + place);
  }
  for (const OwnReading& own : sources.irregular_forms)
    table.add(own.form, own.lemma, own.word_class, own.inflection, rank::irregular);
  for (const OwnReading& own : sources.closed_class) table.seal(own.form);
}

void prefer_own_choices(FormTable& table, const Sources& sources) {
  for (const OwnReading& own : sources.preferred) {
    Form& form = table[own.form];
    for (RankedReading& reading : form.readings)
      if (table.lemma(reading.reading.lemma()) == own.lemma &&
          reading.reading.word_class() == own.word_class)
        reading.rank = rank::preferred;
  }
}

}  // namespace pipeline
