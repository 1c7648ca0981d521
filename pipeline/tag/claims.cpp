#include "pipeline/tag/claims.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <tuple>

namespace pipeline {
namespace {

// The greater goes before.
auto weight_of(const Win& win) {
  const Standing& it = win.judgement.standing;
  return std::tuple(!it.is_conceded, it.after_contrast, !it.is_aside,
                    std::popcount(win.match.words));
}

}  // namespace

void settle_claims(std::span<Win> wins) {
  const auto heaviest = [&](Valence valence) -> const Win* {
    const Win* found = nullptr;
    for (const Win& win : wins)
      if (!win.is_outranked && win.judgement.valence == valence &&
          (found == nullptr || weight_of(*found) < weight_of(win)))
        found = &win;
    return found;
  };
  const Win* success = heaviest(Valence::success);
  const Win* failure = heaviest(Valence::failure);
  if (success == nullptr || failure == nullptr || weight_of(*success) == weight_of(*failure))
    return;
  const Valence overruled =
      weight_of(*success) < weight_of(*failure) ? Valence::success : Valence::failure;
  for (Win& win : wins) win.is_overruled = !win.is_outranked && win.judgement.valence == overruled;
}

}  // namespace pipeline
