#include "pipeline/publish/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace pipeline {
namespace {

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;

void check(const Writer& writer, bool is_good) {
  if (!is_good) throw std::runtime_error(archive_error_string(writer.get()));
}

la_ssize_t append(archive*, void* user, const void* block, std::size_t size) {
  static_cast<std::string*>(user)->append(static_cast<const char*>(block), size);
  return static_cast<la_ssize_t>(size);
}

void add(const Writer& writer, const NamedFile& file) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            &archive_entry_free);
  archive_entry_set_pathname(entry.get(), file.name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  check(writer, archive_write_header(writer.get(), entry.get()) == ARCHIVE_OK);
  check(writer, archive_write_data(writer.get(), file.bytes.data(), file.bytes.size()) >= 0);
}

}  // namespace

std::string zipped(const std::vector<NamedFile>& files) {
  std::string bytes;
  const Writer writer(archive_write_new(), &archive_write_free);
  archive_write_set_format_zip(writer.get());
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  check(writer,
        archive_write_open2(writer.get(), &bytes, nullptr, append, nullptr, nullptr) == ARCHIVE_OK);
  for (const NamedFile& file : files) add(writer, file);
  check(writer, archive_write_close(writer.get()) == ARCHIVE_OK);
  return bytes;
}

}  // namespace pipeline
