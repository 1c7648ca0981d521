// What is on disk in the index: THE table of term prefixes, value slots and metadata keys. One
// Xapian document is one passage. "Er was geen gedeelde visie", coded gedeelde-visie/faal, has the
// terms zijn, geen, gedeeld, visie, Ewas, Eer..., Fgedeelde-visie, Gfaal, Hgedeelde-visie/faal.
//
//   prefix  holds                                         example              in the stream
//   -       lemma of a token's best reading, folded;      samenwerken          yes
//           also of a separable verb found apart
//   E       folded form, where it is not its lemma        Ewerkten             yes
//   F       factor of a coding                            Fvertrouwen          yes
//   G       valence of a coding                           Gfaal                yes
//   H       factor and valence of one coding              Hvertrouwen/faal     yes
//   M       modality of a coding                          Mwens                yes
//   C       coder of a coding, folded                     Cmarloes             yes
//   A       attribute; a speaker's own win, folded value  Arol=bestuurder      no
//   S       speaker, folded                               Smarloes hendrikx    no
//   K       kind of speaker                               Krespondent          no
//   L       language of the passage                       Len                  no
//   D       part of the document it stands in             Dnoot                no
//   B       page on which it begins                       B12                  no
//   P       path of the document                          Pwesterbeek/a.txt    no
//
// There is no list of the terms of each passage (Xapian's termlist): it would cost two fifths of
// all indexing, and its only use, deleting a passage, is served by the streams (prune.h).
//
// Folded text has no capitals, so a prefix cannot be mistaken for a word. Terms longer than
// Xapian's limit keep their beginning and end in a hash (terms.h).
//
//   slot  holds
//   0     passage id: 8 bytes, most significant first, so that byte order is numerical order
//   1     date of the document (attribute "datum"), yyyy-mm-dd; absent where there is none
//   2     the stream (stream.h): the passage's terms by position. Phrases and NEAR are decided on
//         it. Xapian's own position table would hold an entry for every term of every passage and
//         costs more than all the rest of the index, in time and on disk.
//   3     the common part (common_words.h): which of the most frequent words stand where, in short.
//         It follows from the stream, and is read in its stead where a phrase or NEAR has no other
//         words
//
//   metadata key  holds
//   format        index_format; an index of another format is rebuilt, not read
//   forms         "1" if the E terms were written, "0" if not
//   document:N    the key (a hash) under which document N was indexed
#pragma once

#include <cstdint>
#include <string_view>

namespace pipeline {

inline constexpr std::string_view index_format = "4";

namespace prefix {
inline constexpr char form = 'E';
inline constexpr char factor = 'F';
inline constexpr char valence = 'G';
inline constexpr char factor_valence = 'H';
inline constexpr char modality = 'M';
inline constexpr char coder = 'C';
inline constexpr char attribute = 'A';
inline constexpr char speaker = 'S';
inline constexpr char speaker_kind = 'K';
inline constexpr char language = 'L';
inline constexpr char part = 'D';
inline constexpr char page = 'B';
inline constexpr char path = 'P';
}  // namespace prefix

namespace slot {
inline constexpr std::uint32_t passage = 0;
inline constexpr std::uint32_t date = 1;
inline constexpr std::uint32_t stream = 2;
inline constexpr std::uint32_t common = 3;
}  // namespace slot

namespace metadata {
inline constexpr std::string_view format = "format";
inline constexpr std::string_view forms = "forms";
inline constexpr std::string_view document = "document:";
}  // namespace metadata

// Positions between the last word of a sentence and the first of the next, so that no phrase or
// NEAR reaches across; a distance in a query stays below it.
inline constexpr std::uint32_t sentence_gap = 100;

}  // namespace pipeline
