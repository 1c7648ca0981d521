#include "pipeline/index/form_counts.h"

#include <gtest/gtest.h>

#include "tests/support/example_index.h"

namespace pipeline {
namespace {

TEST(FormCounts, TellWhereAFormStandsAndWhatItIsReadAs) {
  ExampleIndex example({{1, "Zij werkten samen . Het werk ging goed ."},
                        {2, "Wij werken graag .\nHet werk is klaar ."}});
  const Index index = example.open();
  const Counted counted{{"werk", "werken", "werkten", "stoel"}, {"werken"}, {"samenwerken"}};
  const std::vector<FormCount> expected{{"werk", "", 2, 2, 0},
                                        {"werken", "", 1, 1, 1},
                                        {"werkten", "", 1, 1, 1},
                                        {"werkten", "samenwerken", 1, 1, 1}};
  EXPECT_EQ(count_forms(index, counted), expected);
  EXPECT_EQ(count_forms(index, {}), std::vector<FormCount>{});
}

TEST(FormCounts, KnowAllFormsAndLemmas) {
  ExampleIndex example({{1, "Zij werkten samen ."}});
  const std::vector<std::string> expected{"samen", "samenwerken", "werken", "werkten", "zij"};
  EXPECT_EQ(forms_in(example.open()), expected);
}

}  // namespace
}  // namespace pipeline
