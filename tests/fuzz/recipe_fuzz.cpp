// Any bytes give a recipe that is read back as it was written, or errors that say something.
#include <cstdint>
#include <cstdlib>

#include "pipeline/publish/recipe.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto recipe =
      pipeline::parse_recipe({reinterpret_cast<const char*>(bytes), size}, "recept.toml");
  if (!recipe) {
    if (recipe.error().empty() || recipe.error().front().message.empty()) std::abort();
    return 0;
  }
  const auto again = pipeline::parse_recipe(pipeline::to_toml(*recipe), "recept.toml");
  if (!again || *again != *recipe) std::abort();
  return 0;
}
