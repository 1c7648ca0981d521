// samenspel-pdf: a PDF file on standard input, its words on standard output (pdf_words.h). A
// program of its own, so that a file that makes the PDF library crash or hang takes nothing with
// it; samenspel starts it with limits of time, memory and output (child.h).
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pipeline/read/pdf_file.h"
#include "pipeline/read/pdf_stream.h"
#include "pipeline/read/pdf_words.h"

namespace pipeline {
namespace {

// Of the pages from `begin` up to and with `end`, with what readers noted on them.
std::string lines_of_pages(PdfFile& file, int begin, int end) {
  std::string lines, comments;
  for (int number = begin; number <= end; ++number) {
    const std::optional<PdfPage> page = file.page(number);
    lines += page_lines(page.value_or(PdfPage{}));
    if (!page) lines += "damaged\n";
    for (const PdfComment& comment : file.comments(number)) comments += comment_line(comment);
  }
  return lines + comments;
}

// In a second process, from page `begin` on: what it reads goes into a file in memory, and nothing
// outlives the first.
[[noreturn]] void read_for_another(PdfFile& pdf, int begin, int file, pid_t other) {
  int status = 1;
  try {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close(STDOUT_FILENO);
    if (::getppid() == other) {
      write_all(file, lines_of_pages(pdf, begin, pdf.pages()));
      status = 0;
    }
  } catch (const std::exception&) {
  }
  ::_exit(status);
}

std::string text_in(int file) {
  std::string text(static_cast<std::size_t>(::lseek(file, 0, SEEK_END)), '\0');
  for (std::size_t at = 0; at < text.size();) {
    const ssize_t count = ::pread(file, &text[at], text.size() - at, static_cast<off_t>(at));
    if (count <= 0) throw std::runtime_error("cannot read");
    at += static_cast<std::size_t>(count);
  }
  return text;
}

// With two processors nearly half of many pages is read beside the others.
std::string lines_of_all(PdfFile& pdf) {
  constexpr int many = 32;
  const int pages = pdf.pages();
  if (pages < many || ::sysconf(_SC_NPROCESSORS_ONLN) < 2) return lines_of_pages(pdf, 1, pages);
  const int split = pages - pages * 9 / 20;
  const pid_t self = ::getpid();
  const int file = ::memfd_create("pages", MFD_CLOEXEC);
  const pid_t other = file < 0 ? -1 : ::fork();
  if (other < 0) throw std::runtime_error("no second process");
  if (other == 0) read_for_another(pdf, split + 1, file, self);
  const std::string lines = lines_of_pages(pdf, 1, split);
  int status = 0;
  if (::waitpid(other, &status, 0) != other || status != 0)
    throw std::runtime_error("the second process did not end well");
  return lines + text_in(file);
}

void write_lines_of(std::string_view bytes) {
  PdfFile pdf(bytes);
  PdfContent content;
  content.state = pdf.state();
  if (content.state != PdfState::read) return write_all(STDOUT_FILENO, to_lines(content));
  content.properties = pdf.properties();
  write_all(STDOUT_FILENO, first_lines(content) + lines_of_all(pdf) + last_line());
  ::_exit(0);  // taking the library's tables apart is a twentieth of the work for a short document
}

}  // namespace
}  // namespace pipeline

int main() {
  try {
    pipeline::write_lines_of(pipeline::standard_input());
    return 0;
  } catch (const std::exception&) {
    return 1;
  }
}
