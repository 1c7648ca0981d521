// What the bare engine costs: every file of a folder, a Xapian document for each paragraph,
// TermGenerator with the Dutch stemmer and positions, and nothing else. The yardstick that the
// whole ingest is held against.
//   engine_floor FOLDER TARGET
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

class Floor {
 public:
  explicit Floor(const fs::path& target)
      : database_(target.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC) {
    generator_.set_stemmer(Xapian::Stem("dutch"));
  }

  // Paragraphs end at a blank line.
  void add(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find("\n\n", begin), text.size());
      if (end > begin) add_paragraph(text.substr(begin, end - begin));
      begin = text.find_first_not_of('\n', end);
    }
  }

  Xapian::doccount finish() {
    database_.commit();
    return database_.get_doccount();
  }

 private:
  void add_paragraph(const std::string& paragraph) {
    Xapian::Document document;
    generator_.set_document(document);
    generator_.set_termpos(0);
    generator_.index_text(paragraph);
    database_.add_document(document);
  }

  Xapian::WritableDatabase database_;
  Xapian::TermGenerator generator_;
};

int index_folder(const fs::path& folder, const fs::path& target) {
  Floor floor(target);
  for (const fs::path& path : files_under(folder)) {
    std::ifstream file(path, std::ios::binary);
    floor.add({std::istreambuf_iterator<char>(file), {}});
  }
  std::printf("%u paragraphs\n", floor.finish());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "engine_floor FOLDER TARGET\n");
    return 2;
  }
  try {
    return index_folder(argv[1], argv[2]);
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "%s\n", error.get_description().c_str());
    return 2;
  }
}
