// samenspel-pdf: a PDF file on standard input, its words on standard output (pdf_words.h). A
// program of its own, so that a file that makes the PDF library crash or hang takes nothing with
// it; samenspel starts it with limits of time, memory and output (child.h).
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <csignal>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pipeline/read/pdf_annotated.h"
#include "pipeline/read/pdf_stream.h"
#include "pipeline/read/pdf_words.h"

namespace pipeline {
namespace {

// Without what would end or hide a line.
std::string text_of(const poppler::ustring& from) {
  const poppler::byte_array bytes = from.to_utf8();
  std::string text(bytes.begin(), bytes.end());
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return text;
}

PdfPage page_of(const poppler::page& page) {
  PdfPage it;
  const poppler::rectf size = page.page_rect();
  it.width = static_cast<float>(size.width());
  it.height = static_cast<float>(size.height());
  if (page.orientation() == poppler::page::landscape ||
      page.orientation() == poppler::page::seascape)
    std::swap(it.width, it.height);
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    const auto side = [](double a) { return static_cast<float>(a); };
    PdfWord word{
        {side(std::min(place.left(), place.right())), side(std::min(place.top(), place.bottom())),
         side(std::max(place.left(), place.right())), side(std::max(place.top(), place.bottom()))},
        static_cast<std::uint8_t>(box.rotation() & 3),
        box.has_space_after(),
        text_of(box.text())};
    if (!word.text.empty()) it.words.push_back(std::move(word));
  }
  return it;
}

// "D:20260119092115+01'00'" -> "2026-01-19".
std::string day_of(const std::string& date) {
  const std::string digits = date.starts_with("D:") ? date.substr(2) : date;
  if (digits.size() < 8 || digits.find_first_not_of("0123456789") < 8) return {};
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2);
}

void take_properties(const poppler::document& document, PdfContent& content) {
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty()) content.properties.emplace_back(name, value);
  };
  put("title", text_of(document.get_title()));
  put("author", text_of(document.get_author()));
  put("subject", text_of(document.get_subject()));
  put("keywords", text_of(document.get_keywords()));
  put("date", day_of(text_of(document.info_key("CreationDate"))));
}

// Of the pages [begin, end).
std::string lines_of_pages(const poppler::document& document, int begin, int end) {
  std::string lines;
  for (int i = begin; i < end; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    lines += page_lines(page ? page_of(*page) : PdfPage{});
    if (!page) lines += "damaged\n";
  }
  return lines;
}

// Becomes the program beside this one that reads comments; with the same input, into `file`.
void become_reader_of_comments(int file) {
  std::string path(PATH_MAX, '\0');
  const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0 || ::dup2(file, STDOUT_FILENO) < 0) return;
  path.resize(static_cast<std::size_t>(size));
  path += "-comments";
  ::execl(path.c_str(), path.c_str(), nullptr);
}

// In a second process, from page `begin` on: what it reads goes into a file in memory, and nothing
// outlives the first.
[[noreturn]] void read_for_another(const poppler::document& document, int begin, bool has_comments,
                                   int file, pid_t other) {
  int status = 1;
  try {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::close(STDOUT_FILENO);
    if (::getppid() == other) {
      write_all(file, lines_of_pages(document, begin, document.pages()));
      if (has_comments) become_reader_of_comments(file);
      status = has_comments ? 1 : 0;
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

// With two processors nearly half of many pages is read beside the others, and so are comments.
std::string lines_of_all(const poppler::document& document, std::string_view bytes) {
  constexpr int many = 8;
  const int pages = document.pages();
  const bool is_parted = pages >= many && ::sysconf(_SC_NPROCESSORS_ONLN) > 1;
  const int split = is_parted ? pages - pages * 9 / 20 : pages;
  const bool has_comments = may_have_comments(bytes);
  if (!is_parted && !has_comments) return lines_of_pages(document, 0, pages);
  const pid_t self = ::getpid();
  const int file = ::memfd_create("pages", MFD_CLOEXEC);
  const pid_t other = file < 0 ? -1 : ::fork();
  if (other < 0) throw std::runtime_error("no second process");
  if (other == 0) read_for_another(document, split, has_comments, file, self);
  const std::string lines = lines_of_pages(document, 0, split);
  int status = 0;
  if (::waitpid(other, &status, 0) != other || status != 0)
    throw std::runtime_error("the second process did not end well");
  return lines + text_in(file);
}

std::string lines_of(std::string_view bytes) {
  PdfContent content;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  content.state = !document                ? PdfState::broken
                  : document->is_locked()  ? PdfState::locked
                  : document->pages() <= 0 ? PdfState::no_pages
                                           : PdfState::read;
  if (content.state != PdfState::read) return to_lines(content);
  take_properties(*document, content);
  return first_lines(content) + lines_of_all(*document, bytes) + last_line();
}

}  // namespace
}  // namespace pipeline

int main() {
  try {
    // What the library has to say is not for the terminal.
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    pipeline::write_all(STDOUT_FILENO, pipeline::lines_of(pipeline::standard_input()));
    return 0;
  } catch (const std::exception&) {
    return 1;
  }
}
