#include "tests/fuzz/mutate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

#include "tests/support/packed.h"

namespace pipeline {
namespace {

std::size_t below(std::size_t bound, std::mt19937& random) {
  return bound == 0 ? 0 : random() % bound;
}

struct Block {
  std::size_t at, size;
};

// Most blocks are short, some are half the file.
Block block_of(const std::string& bytes, std::mt19937& random) {
  const std::size_t at = below(bytes.size(), random);
  const std::size_t most = random() % 4 == 0 ? bytes.size() / 2 : 64;
  return {at, std::min(1 + below(most, random), bytes.size() - at)};
}

void flip_bits(std::string& bytes, std::mt19937& random) {
  for (std::size_t times = 1 + random() % 16; times > 0; --times) {
    char& byte = bytes[below(bytes.size(), random)];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (random() % 8)));
  }
}

void move_block(std::string& bytes, std::mt19937& random) {
  const Block block = block_of(bytes, random);
  const std::string moved = bytes.substr(block.at, block.size);
  bytes.erase(block.at, block.size);
  bytes.insert(below(bytes.size() + 1, random), moved);
}

void repeat_block(std::string& bytes, std::mt19937& random) {
  const Block block = block_of(bytes, random);
  std::string repeated;
  const std::size_t times = std::min<std::size_t>(1 + random() % 64, (1 << 20) / block.size + 1);
  for (std::size_t i = 0; i < times; ++i) repeated += bytes.substr(block.at, block.size);
  bytes.insert(block.at, repeated);
}

// With what readers stumble over: ends of words, numbers past every limit, halves of characters.
void write_over(std::string& bytes, std::mt19937& random) {
  using namespace std::string_view_literals;
  constexpr std::array<std::string_view, 14> troubles{"\0"sv,
                                                      "\0\0\0\0"sv,
                                                      "\xFF\xFF\xFF\xFF"sv,
                                                      "4294967296",
                                                      "-1",
                                                      "99999999999999999999",
                                                      "\xC3",
                                                      "\xED\xA0\x80",
                                                      "&#x110000;",
                                                      "<",
                                                      "]]>",
                                                      "{{{{{{{{",
                                                      "\"",
                                                      "\r"};
  const std::string_view trouble = troubles[random() % troubles.size()];
  const std::size_t at = below(bytes.size(), random);
  bytes.replace(at, std::min(trouble.size(), bytes.size() - at), trouble);
}

std::string broken(std::string bytes, std::mt19937& random) {
  for (std::size_t times = 1 + random() % 3; times > 0 && !bytes.empty(); --times) {
    const Block block = block_of(bytes, random);
    switch (random() % 6) {
      case 0:
        flip_bits(bytes, random);
        break;
      case 1:
        bytes.resize(block.at);
        break;
      case 2:
        bytes.erase(block.at, block.size);
        break;
      case 3:
        move_block(bytes, random);
        break;
      case 4:
        repeat_block(bytes, random);
        break;
      default:
        write_over(bytes, random);
    }
  }
  return bytes;
}

Parts members_of(const std::string& zip) {
  const std::unique_ptr<archive, decltype(&archive_read_free)> from(archive_read_new(),
                                                                    &archive_read_free);
  archive_read_support_format_zip(from.get());
  archive_read_open_memory(from.get(), zip.data(), zip.size());
  Parts members;
  std::string block(1 << 16, '\0');
  for (archive_entry* entry = nullptr;
       archive_read_next_header(from.get(), &entry) == ARCHIVE_OK;) {
    const char* const name = archive_entry_pathname(entry);
    members.emplace_back(name == nullptr ? "" : name, "");
    for (la_ssize_t n = 0; (n = archive_read_data(from.get(), block.data(), block.size())) > 0;)
      members.back().second.append(block, 0, static_cast<std::size_t>(n));
  }
  return members;
}

}  // namespace

std::string mutated(const std::string& file, std::mt19937& random) {
  if (!file.starts_with("PK") || random() % 4 == 0) return broken(file, random);
  Parts members = members_of(file);
  if (members.empty()) return broken(file, random);
  auto& [name, text] = members[random() % members.size()];
  text = broken(std::move(text), random);
  return packed(members);
}

}  // namespace pipeline
