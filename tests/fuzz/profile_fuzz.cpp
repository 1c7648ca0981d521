// Any bytes give a profile that fits a sheet or not, or mistakes with their lines.
#include "tests/fuzz/sheet_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const auto profile = pipeline::parse_profile(input, "a.toml");
  const auto mistakes = [](const pipeline::Errors& errors) {
    pipeline::must_hold(!errors.empty() && !errors.front().message.empty(), "nothing is said");
    for (const pipeline::Error& error : errors)
      pipeline::must_hold(error.line > 0, "a mistake has no line");
  };
  if (!profile) {
    mistakes(profile.error());
    return 0;
  }
  const auto sheets =
      pipeline::read_csv_sheet("id;rol;zin\n1;x;Een zin.\n2;y;Twee.\n", "a.csv", {});
  const auto answers = pipeline::answers_of(*sheets, *profile);
  if (!answers) mistakes(answers.error());
  return 0;
}
