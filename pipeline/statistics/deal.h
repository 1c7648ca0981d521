// Dealing out by chance, the same way on every machine. Private to this folder.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace pipeline {

inline constexpr std::uint64_t deal_seed = 20260101;

// The standard says what mt19937_64 gives, but not what std::shuffle makes of it.
inline void deal(std::mt19937_64& random, std::vector<std::uint32_t>& group) {
  for (std::size_t i = group.size(); i > 1; --i)
    std::swap(group[i - 1], group[((random() >> 32) * i) >> 32]);
}

}  // namespace pipeline
