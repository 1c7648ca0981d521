#include "pipeline/chart/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "pipeline/report/number.h"

namespace pipeline {
namespace {

using Channels = std::array<double, 3>;

Channels channels(std::string_view colour) {
  Channels result{};
  for (std::size_t i = 0; i < result.size(); ++i)
    result[i] =
        static_cast<double>(std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16));
  return result;
}

// Of WCAG 2: how light a colour is, from 0 to 1.
double luminance(std::string_view colour) {
  const auto linear = [](double channel) {
    const double c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const Channels c = channels(colour);
  return 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
}

constexpr double title_size = 16, widest_label = 260;

}  // namespace

std::string mixed(std::string_view from, std::string_view to, double part) {
  const Channels a = channels(from), b = channels(to);
  const auto between = [&](std::size_t i) {
    return static_cast<int>(std::lround(a[i] + (b[i] - a[i]) * std::clamp(part, 0.0, 1.0)));
  };
  return fmt::format("#{:02x}{:02x}{:02x}", between(0), between(1), between(2));
}

std::string_view ink_on(std::string_view fill) {
  const double light = luminance(fill);
  return (light + 0.05) / (luminance(ink) + 0.05) >= 1.05 / (light + 0.05) ? ink : "#ffffff";
}

std::string shown(std::uint64_t number, const ChartText& text) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, text.thousands_mark);
  return digits;
}

std::string shown(double number, unsigned decimals, const ChartText& text) {
  std::string digits = rounded(number, decimals, text.decimal_mark);
  if (digits[0] == '-') return "\u2212" + digits.substr(1);
  const bool is_zero = digits.find_first_of("123456789") == std::string::npos;
  return is_zero ? digits : "+" + digits;
}

std::vector<std::uint64_t> axis_steps(std::uint64_t most) {
  constexpr std::uint64_t wanted = 4;
  std::uint64_t step = 1;
  for (std::uint64_t power = 1; step * wanted < most; power *= 10)
    for (const std::uint64_t times : {1U, 2U, 5U})
      if (step = power * times; step * wanted >= most) break;
  std::vector<std::uint64_t> steps{0};
  while (steps.back() < std::max<std::uint64_t>(most, 1)) steps.push_back(steps.back() + step);
  return steps;
}

RowLabels labels_of(const std::vector<std::string>& texts, const Font& font) {
  RowLabels labels;
  for (const std::string& text : texts) {
    labels.lines.push_back(font.lines(text, widest_label, label_size));
    for (const std::string& line : labels.lines.back())
      labels.width = std::max(labels.width, font.width(line, label_size));
  }
  return labels;
}

void draw_label(Svg& svg, const std::vector<std::string>& lines, double x, double y,
                Anchor anchor) {
  const double above = line_height * static_cast<double>(lines.size() - 1) / 2;
  double base = y - above + label_size * 0.35;
  for (const std::string& line : lines) {
    svg.text({x, base}, line, {.size = label_size, .anchor = anchor});
    base += line_height;
  }
}

Frame::Frame(const ChartText& text, double width, const Font& font)
    : text_(text), font_(font), width_(width) {
  const auto write = [&](const std::string& words, double size, bool bold,
                         std::string_view colour) {
    const Weight weight = bold ? Weight::bold : Weight::regular;
    for (const std::string& line : font.lines(words, width - 2 * margin, size, weight)) {
      top_ += size;
      svg_.text({margin, top_}, line, {.size = size, .bold = bold, .colour = colour});
      widen(margin + font.width(line, size, weight));
      top_ += size * 0.3;
    }
  };
  if (!text.title.empty()) write(text.title, title_size, true, ink);
  if (!text.subtitle.empty()) write(text.subtitle, label_size, false, soft_ink);
  top_ += 12;
}

void Frame::widen(double right) {
  width_ = std::max(width_, right + margin);
}

double draw_legend(Frame& frame, const std::vector<LegendEntry>& entries, Point at,
                   const Font& font) {
  constexpr double box = 12, gap = 6, between = 22;
  for (const LegendEntry& entry : entries) {
    frame.svg().rect(at.x, at.y, box, box, entry.fill, entry.stroke);
    frame.svg().text({at.x + box + gap, at.y + box - 2}, entry.words, {.size = small_size});
    at.x += box + gap + font.width(entry.words, small_size) + between;
    frame.widen(at.x - between);
  }
  return at.y + box + gap;
}

std::string Frame::finish(double bottom) {
  double y = bottom + 8;
  for (const std::string& note : text_.notes)
    for (const std::string& line : font_.lines(note, width_ - 2 * margin, small_size)) {
      y += small_size + 3;
      svg_.text({margin, y}, line, {.size = small_size, .colour = soft_ink});
      widen(margin + font_.width(line, small_size));
    }
  std::string description = text_.subtitle;
  for (const std::string& note : text_.notes)
    description += (description.empty() ? "" : " ") + note;
  return svg_.picture(width_, y + margin, text_.title.empty() ? text_.spoken : text_.title,
                      description);
}

}  // namespace pipeline
