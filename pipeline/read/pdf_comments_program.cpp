// samenspel-pdf-comments: a PDF file on standard input, what its readers left on standard output
// (pdf_words.h). Apart from samenspel-pdf, as its library takes as long to start as a short
// document to read, and few documents have comments.
#include <unistd.h>

#include <exception>

#include "pipeline/read/pdf_comments.h"
#include "pipeline/read/pdf_stream.h"
#include "pipeline/read/pdf_words.h"

int main() {
  try {
    for (const pipeline::PdfComment& comment : pipeline::comments_in(pipeline::standard_input()))
      pipeline::write_all(STDOUT_FILENO, pipeline::comment_line(comment));
    return 0;
  } catch (const std::exception&) {
    return 1;
  }
}
