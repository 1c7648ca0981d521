#include "pipeline/chart/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <random>

namespace pipeline {
namespace {

using testing::HasSubstr;

// A text element of a drawing: its words, and from where to where they reach.
struct Words {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0;
};

std::vector<Words> words_in(const std::string& svg, const Font& font) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(svg.c_str())) << svg;
  std::vector<Words> all;
  for (const auto& found : document.select_nodes("//text")) {
    const pugi::xml_node node = found.node();
    const double size = node.attribute("font-size").as_double();
    const bool is_bold = std::string_view(node.attribute("font-weight").as_string()) == "bold";
    const double width =
        font.width(node.text().as_string(), size, is_bold ? Weight::bold : Weight::regular);
    const std::string anchor = node.attribute("text-anchor").as_string();
    const double x = node.attribute("x").as_double(), y = node.attribute("y").as_double();
    double left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x;
    double right = left + width, top = y - size, bottom = y;
    if (node.attribute("transform")) {  // 45 degrees, upwards to the right
      right = left + width * 0.71 + size;
      top = y - width * 0.71 - size;
    }
    all.push_back({node.text().as_string(), left, right, top, bottom});
  }
  return all;
}

void expect_nothing_is_cut(const std::string& svg, const Font& font) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(svg.c_str()));
  const double width = document.child("svg").attribute("width").as_double();
  const double height = document.child("svg").attribute("height").as_double();
  for (const Words& words : words_in(svg, font)) {
    EXPECT_GE(words.left, 0) << words.text;
    EXPECT_LE(words.right, width) << words.text;
    EXPECT_GE(words.top, 0) << words.text;
    EXPECT_LE(words.bottom, height) << words.text;
  }
}

Font font() {
  return Font::open().value();
}

const std::string long_label =
    "Arbeidsmarkttoelagefinancieringsregelingen/van-zorgverzekeraars-en-gemeenten samen genomen";

DivergingBars bars() {
  DivergingBars chart;
  chart.text.title = "Coderingen per factor";
  chart.text.notes = {"Geteld: coderingen."};
  chart.rows = {{"Vertrouwen", 1200, 700, 3}, {long_label, 0, 2, 0}};
  return chart;
}

TEST(Bars, ShowEveryNumberAsDutchReadersWriteIt) {
  const std::string svg = draw(bars(), font());
  for (const char* words : {">Vertrouwen<", ">1.200<", ">700<", ">Coderingen per factor<",
                            ">Geteld: coderingen.<", "neutraal"})
    EXPECT_THAT(svg, HasSubstr(words));
}

TEST(Bars, ReachFurtherForMore) {
  DivergingBars chart;
  chart.rows = {{"a", 10, 0, 0}, {"b", 20, 0, 0}};
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(draw(chart, font()).c_str()));
  std::vector<double> widths;
  for (const auto& found : document.select_nodes("//rect[@fill='#00664b']"))
    widths.push_back(found.node().attribute("width").as_double());
  ASSERT_EQ(widths.size(), 2U);
  EXPECT_NEAR(widths[1], 2 * widths[0], 0.2);
}

TEST(Bars, LeadToWhatIsBehindThem) {
  DivergingBars chart = bars();
  chart.rows[0].success_link = "#f0-s";
  EXPECT_THAT(draw(chart, font()), HasSubstr("<a href=\"#f0-s\">"));
}

TEST(HeatMaps, WriteValuesWithTheirSign) {
  HeatMap chart;
  chart.columns = {"westerbeek", "kadewijk", "terpwier"};
  chart.is_balance = true;
  chart.decimals = 2;
  chart.rows = {{"Vertrouwen", {{0.25, "n = 8"}, {-1.0, "n = 1"}, {std::nullopt}}}};
  const std::string svg = draw(chart, font());
  for (const char* words : {">+0,25<", ">\u22121,00<", ">n = 8<"})
    EXPECT_THAT(svg, HasSubstr(words));
}

TEST(HeatMaps, ShadeMoreDarker) {
  HeatMap chart;
  chart.columns = {"a", "b"};
  chart.rows = {{"x", {{0.0}, {9.0}}}};
  const std::string svg = draw(chart, font());
  EXPECT_THAT(svg, HasSubstr("fill=\"#08415c\""));
  EXPECT_THAT(svg, HasSubstr("fill=\"#ffffff\""));
}

RatingGrid ratings() {
  RatingGrid chart;
  chart.columns = {{"westerbeek"}, {"kadewijk"}};
  chart.rows = {{"Vertrouwen", {{Rating::strong_failure}, {Rating::success}}},
                {"Afspraken", {{Rating::mixed}, {Rating::missing}}},
                {"Visie", {{Rating::failure, true}, {Rating::none, true, true}}}};
  return chart;
}

// How often each text stands in a drawing.
std::size_t times(const std::string& svg, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t at = svg.find(text); at != svg.npos; at = svg.find(text, at + 1)) ++count;
  return count;
}

TEST(RatingGrids, WriteEachRatingWithItsSign) {
  const std::string svg = draw(ratings(), font());
  // Once in its cell and once in the legend.
  for (const char* sign : {">\u22122<", ">\u22121<", ">+1<", ">\u00b1<", ">\u00b7<", ">0!<"})
    EXPECT_EQ(times(svg, sign), 2U) << sign;
  EXPECT_EQ(times(svg, ">+2<"), 1U) << "no cell has it";
  for (const char* words : {">sterk faal<", ">gemengd<", ">ontbreekt<", ">sterk succes<"})
    EXPECT_THAT(svg, HasSubstr(words));
}

// How light what a cell is filled with looks in grey, from 0 to 255.
double grey_of(Rating rating) {
  RatingGrid chart;
  chart.columns = {{"a"}};
  chart.rows = {{"x", {{rating}}}};
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(draw(chart, font()).c_str()));
  const auto rects = document.select_nodes("//rect[@stroke]");  // the first is the cell
  const std::string fill = rects.first().node().attribute("fill").as_string();
  const auto channel = [&](std::size_t at) { return std::stoi(fill.substr(at, 2), nullptr, 16); };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

TEST(RatingGrids, KeepTheSidesApartInGrey) {
  const Rating from_light_to_dark[] = {Rating::none, Rating::failure, Rating::strong_failure,
                                       Rating::success, Rating::strong_success};
  for (std::size_t i = 1; i < std::size(from_light_to_dark); ++i)
    EXPECT_GT(grey_of(from_light_to_dark[i - 1]), grey_of(from_light_to_dark[i]) + 20) << i;
}

TEST(RatingGrids, EdgeWhatAPersonConfirmed) {
  const std::string edge = "stroke=\"#1a1a1a\" stroke-width=\"2.5\"";
  RatingGrid chart = ratings();
  EXPECT_EQ(times(draw(chart, font()), edge), 4U) << "two cells, two entries of the legend";
  EXPECT_EQ(times(draw(chart, font()), ">\u22121</text>"), 2U);
  EXPECT_THAT(draw(chart, font()),
              HasSubstr("font-weight=\"bold\" text-anchor=\"middle\">\u22121<"));
  chart.rows.pop_back();
  const std::string proposals = draw(chart, font());
  EXPECT_EQ(times(proposals, edge), 0U);
  EXPECT_EQ(proposals.find("door een mens"), std::string::npos)
      << "nor does the legend speak of it";
}

TEST(RatingGrids, HeadNeighboursOfOneGroupOnce) {
  RatingGrid chart = ratings();
  chart.columns = {{"a", "goed"}, {"b", "goed"}, {"c", "mislukt"}};
  for (auto& row : chart.rows) row.cells.push_back({Rating::none});
  const std::string svg = draw(chart, font());
  EXPECT_EQ(times(svg, ">goed<"), 1U);
  EXPECT_EQ(times(svg, ">mislukt<"), 1U);
  const auto words = words_in(svg, font());
  const auto left_of = [&](const char* text) {
    return std::ranges::find(words, text, &Words::text)->left;
  };
  EXPECT_LT(left_of("b"), left_of("mislukt"));
  EXPECT_LE(left_of("mislukt"), left_of("c"));
}

TEST(RatingGrids, LeadToWhatIsBehindACell) {
  RatingGrid chart = ratings();
  chart.rows[0].cells[0].link = "#o1-c1";
  EXPECT_THAT(draw(chart, font()), HasSubstr("<a href=\"#o1-c1\">"));
}

TEST(Charts, AreTheSameBytesEveryTime) {
  EXPECT_EQ(draw(bars(), font()), draw(bars(), font()));
}

// Words come from documents and files, which may hold anything.
TEST(Charts, TakeAnyBytesForALabel) {
  DivergingBars chart = bars();
  chart.rows[0].label = "<script>\x1b[2J \xff & \"x\"";
  const std::string svg = draw(chart, font());
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(svg.c_str()));
  EXPECT_EQ(svg.find("<script"), std::string::npos);
  EXPECT_EQ(svg.find('\x1b'), std::string::npos);
}

TEST(Charts, NeverCutALabel) {
  std::mt19937 random(20);
  const auto below = [&](unsigned end) { return static_cast<unsigned>(random() % end); };
  const auto label = [&] {
    std::string words;
    const unsigned count = 1 + below(6);
    for (unsigned i = 0; i < count; ++i) {
      if (i > 0) words += below(4) == 0 ? "/" : " ";
      words += std::string("ziekenhuisverplaatsing\u00e9").substr(0, 1 + below(22));
    }
    return words;
  };
  for (int round = 0; round < 60; ++round) {
    const unsigned rows = 1 + below(30), columns = 1 + below(20);
    DivergingBars diverging;
    HeatMap map;
    RatingGrid grid;
    Network network;
    Strips strips;
    Timeline timeline;
    for (ChartText* text :
         {&diverging.text, &map.text, &grid.text, &network.text, &strips.text, &timeline.text}) {
      text->title = label();
      text->notes = {label(), label() + " " + label() + " " + label() + " " + label()};
    }
    const std::vector<std::string> groups =
        below(2) == 0 ? std::vector<std::string>{""} : std::vector{label(), label(), label()};
    map.is_balance = below(2) == 0;
    map.decimals = map.is_balance ? 2 : 0;
    network.together = "keer samen";
    for (unsigned c = 0; c < columns; ++c) {
      map.columns.push_back(label());
      grid.columns.push_back({map.columns.back(), groups[c * groups.size() / columns]});
      timeline.periods.push_back({label(), std::to_string(2000 + c), below(50000), below(9), 0});
    }
    for (unsigned r = 0; r < rows; ++r) {
      diverging.rows.push_back({label(), below(100000), below(2000), below(2000)});
      HeatMap::Row row{label(), {}};
      for (unsigned c = 0; c < columns; ++c)
        row.cells.push_back({map.is_balance ? -0.5 : 1234567.0});
      map.rows.push_back(row);
      grid.rows.push_back({row.label, {}});
      for (unsigned c = 0; c < columns; ++c)
        grid.rows.back().cells.push_back({static_cast<Rating>(below(7)), below(2) == 0});
      network.nodes.push_back({label(), below(90000), std::nullopt});
      if (r > 0) network.edges.push_back({r - 1, below(r), 1 + below(60)});
      strips.rows.push_back({label(), std::to_string(below(90000)), {{1.0, Valence::success}}});
    }
    expect_nothing_is_cut(draw(diverging, font()), font());
    expect_nothing_is_cut(draw(map, font()), font());
    expect_nothing_is_cut(draw(grid, font()), font());
    expect_nothing_is_cut(draw(network, font()), font());
    expect_nothing_is_cut(draw(strips, font()), font());
    expect_nothing_is_cut(draw(timeline, font()), font());
    if (HasFailure()) break;
  }
}

TEST(Charts, HaveAnAnswerForNothing) {
  for (const std::string& svg :
       {draw(DivergingBars{}, font()), draw(HeatMap{}, font()), draw(RatingGrid{}, font()),
        draw(Network{}, font()), draw(Strips{}, font()), draw(Timeline{}, font())})
    expect_nothing_is_cut(svg, font());
}

TEST(Networks, GiveEachLabelALineOfItsOwn) {
  Network network;
  for (int i = 0; i < 27; ++i) network.nodes.push_back({"Factor " + std::to_string(i), 5, 0.0});
  const auto words = words_in(draw(network, font()), font());
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_TRUE(words[i].right <= words[j].left || words[j].right <= words[i].left ||
                  words[i].bottom <= words[j].top || words[j].bottom <= words[i].top)
          << words[i].text << " over " << words[j].text;
}

}  // namespace
}  // namespace pipeline
