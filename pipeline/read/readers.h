// The readers behind read(): one a format, each in a file of its own. Each takes the bytes of a
// file that is not empty and the name that stands in errors, and gives a document without `format`.
// A new format is one function here and one row in read.cpp.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/package.h"
#include "pipeline/read/read.h"

namespace pipeline {

// The text as it stands.
Result<Document> read_plain_text(std::string_view bytes, const std::string& name,
                                 const ReadLimits& limits);
// "## Kern\n\nGeen *zorg*" -> "Kern\n\nGeen zorg". Headings, list items and rows of tables are
// paragraphs; a line end within a paragraph stays one. Title, author and date of a YAML heading
// ("titel: ...") become attributes.
Result<Document> read_markdown(std::string_view bytes, const std::string& name,
                               const ReadLimits& limits);
// The main text of a web page (html.h says what that is). Code: byte order mark, then UTF-8, then
// what <meta> claims.
Result<Document> read_html(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits);
// Word and OpenDocument text, with their parts in a fixed order: body, headers, footers, notes,
// comments. A row of a table is a paragraph with a tab between its cells; the numbers of headings,
// lists and notes are in the text, bullets are not.
Result<Document> read_docx(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits, const ReadOptions& options = {});
// The parts of a Word document, however they were packed.
Result<Document> read_docx_package(const Package& package, const std::string& name,
                                   const ReadLimits& limits, const ReadOptions& options);
Result<Document> read_odt(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options = {});
// The same in one XML file.
Result<Document> read_flat_odt(std::string_view bytes, const std::string& name,
                               const ReadLimits& limits, const ReadOptions& options = {});
// RTF, with its parts in the same order. Hidden text is left out, and bytes are read by the code
// page of their font. A file that ends before its last group does is refused.
Result<Document> read_rtf(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options = {});
// Word files from before 2007, by the program catdoc where it is installed; refused with what to do
// where it is not.
Result<Document> read_doc(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits);
// PDF, by the program samenspel-pdf that is built with this one: columns one after the other, rows
// of tables as paragraphs with a tab between cells, without running heads and page numbers, notes
// behind the body. Scanned and encrypted files are refused by name.
Result<Document> read_pdf(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits);
// A book in EPUB: its web pages in the order of reading, those outside that order behind them.
// Books under DRM are refused by the name of what locks them.
Result<Document> read_epub(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits);
// Captions of a recording, one a line in the text (cue.h); NOTE, STYLE and REGION blocks are
// skipped. A name that stands in the words ("Jan: ja") stays there: telling turns apart is
// segment's work.
Result<Document> read_webvtt(std::string_view bytes, const std::string& name,
                             const ReadLimits& limits);
Result<Document> read_srt(std::string_view bytes, const std::string& name,
                          const ReadLimits& limits);
// Whisper's table of times and words, told from other tables by its first line; those are refused.
bool is_whisper_tsv(std::string_view bytes);
Result<Document> read_whisper_tsv(std::string_view bytes, const std::string& name,
                                  const ReadLimits& limits);
// JSON of Whisper, WhisperX, whisper.cpp and Amberscript, one segment a line, parted where its
// words have different speakers. Other JSON is refused.
Result<Document> read_transcript_json(std::string_view bytes, const std::string& name,
                                      const ReadLimits& limits);
// oTranscribe (otranscribe.h), as the text that was typed.
Result<Document> read_otranscribe(std::string_view bytes, const std::string& name,
                                  const ReadLimits& limits);
// ELAN: the annotations of all speakers' tiers, one a line, in the order of their times.
Result<Document> read_elan(std::string_view bytes, const std::string& name,
                           const ReadLimits& limits);
// What XML files are: a Word document in one XML file, or else speech.
Result<Document> read_xml(std::string_view bytes, const std::string& name, const ReadLimits& limits,
                          const ReadOptions& options);
// Speech in TEI and FoLiA, an utterance a line; other XML is refused.
Result<Document> read_speech_xml(std::string_view bytes, const std::string& name,
                                 const ReadLimits& limits);

}  // namespace pipeline
