#include "pipeline/read/pdf_comments.h"

#include <qpdf/qpdf-c.h>

#include <memory>
#include <string>

namespace pipeline {
namespace {

// By the interface for C: the one for C++ is not to be compiled as C++20 by every compiler.
struct Closer {
  void operator()(_qpdf_data* file) const { qpdf_cleanup(&file); }
};
using File = std::unique_ptr<_qpdf_data, Closer>;

// Of annotations, those with words of a reader: not links, fields of forms, or the window in which
// a note that is there itself is shown.
std::string words_of(qpdf_data file, qpdf_oh annotation) {
  if (qpdf_oh_is_dictionary(file, annotation) == QPDF_FALSE) return {};
  const qpdf_oh kind = qpdf_oh_get_key(file, annotation, "/Subtype");
  for (const char* other : {"/Link", "/Widget", "/Popup"})
    if (qpdf_oh_is_name_and_equals(file, kind, other) == QPDF_TRUE) return {};
  const qpdf_oh contents = qpdf_oh_get_key(file, annotation, "/Contents");
  if (qpdf_oh_is_string(file, contents) == QPDF_FALSE) return {};
  return qpdf_oh_get_utf8_value(file, contents);
}

}  // namespace

std::vector<PdfComment> comments_in(std::string_view bytes) {
  const File owner(qpdf_init());
  const qpdf_data file = owner.get();
  qpdf_set_suppress_warnings(file, QPDF_TRUE);
  qpdf_silence_errors(file);
  std::vector<PdfComment> comments;
  if ((qpdf_read_memory(file, "pdf", bytes.data(), bytes.size(), nullptr) & QPDF_ERRORS) != 0)
    return comments;  // the text is there without them
  const int pages = qpdf_get_num_pages(file);
  for (int p = 0; p < pages; ++p) {
    const qpdf_oh all =
        qpdf_oh_get_key(file, qpdf_get_page_n(file, static_cast<std::size_t>(p)), "/Annots");
    const int count =
        qpdf_oh_is_array(file, all) == QPDF_TRUE ? qpdf_oh_get_array_n_items(file, all) : 0;
    for (int i = 0; i < count; ++i)
      if (auto words = words_of(file, qpdf_oh_get_array_item(file, all, i)); !words.empty())
        comments.push_back({static_cast<std::uint32_t>(p + 1), std::move(words)});
  }
  return comments;
}

}  // namespace pipeline
