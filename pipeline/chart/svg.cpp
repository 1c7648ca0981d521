#include "pipeline/chart/svg.h"

#include <fmt/format.h>

#include "pipeline/report/html.h"
#include "pipeline/report/printable.h"

namespace pipeline {
namespace {

// As short as it can be, and the same on every machine.
std::string number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string escaped(std::string_view text) {
  return html_escaped(printable(text));
}

std::string_view name_of(Anchor anchor) {
  return anchor == Anchor::middle ? "middle" : "end";
}

}  // namespace

void Svg::rect(double x, double y, double width, double height, std::string_view fill,
               std::string_view stroke, double stroke_width) {
  body_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="{}")", number(x),
                       number(y), number(width), number(height), fill);
  if (!stroke.empty()) body_ += fmt::format(R"( stroke="{}")", stroke);
  if (stroke_width != 1) body_ += fmt::format(R"( stroke-width="{}")", number(stroke_width));
  body_ += "/>\n";
}

void Svg::line(Point from, Point to, std::string_view colour, double width) {
  body_ += fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"/>)"
                       "\n",
                       number(from.x), number(from.y), number(to.x), number(to.y), colour,
                       number(width));
}

void Svg::curve(Point from, Point towards, Point to, std::string_view colour, double width,
                double opacity) {
  body_ += fmt::format(
      R"(<path d="M{} {}Q{} {} {} {}" fill="none" stroke="{}" stroke-width="{}" stroke-opacity="{:.2f}"/>)"
      "\n",
      number(from.x), number(from.y), number(towards.x), number(towards.y), number(to.x),
      number(to.y), colour, number(width), opacity);
}

void Svg::circle(Point centre, double radius, std::string_view fill, std::string_view stroke) {
  body_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" fill="{}" stroke="{}"/>)"
                       "\n",
                       number(centre.x), number(centre.y), number(radius), fill, stroke);
}

void Svg::text(Point at, std::string_view words, const TextStyle& style) {
  body_ += fmt::format(R"(<text x="{}" y="{}" font-size="{}" fill="{}")", number(at.x),
                       number(at.y), number(style.size), style.colour);
  if (style.bold) body_ += R"( font-weight="bold")";
  if (style.anchor != Anchor::start)
    body_ += fmt::format(R"( text-anchor="{}")", name_of(style.anchor));
  if (style.turned != 0)
    body_ += fmt::format(R"_( transform="rotate({} {} {})")_", number(style.turned), number(at.x),
                         number(at.y));
  body_ += ">" + escaped(words) + "</text>\n";
}

void Svg::open_link(std::string_view target) {
  links_.push_back(!target.empty());
  if (links_.back()) body_ += "<a href=\"" + html_escaped(target) + "\">\n";
}

void Svg::close_link() {
  if (links_.back()) body_ += "</a>\n";
  links_.pop_back();
}

std::string Svg::picture(double width, double height, std::string_view title,
                         std::string_view description) const {
  return fmt::format(
      R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" )"
      R"(role="img" font-family="Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif">)"
      "\n<title>{2}</title>\n<desc>{3}</desc>\n"
      R"(<rect width="{0}" height="{1}" fill="#fff"/>)"
      "\n{4}</svg>\n",
      number(width), number(height), escaped(title), escaped(description), body_);
}

}  // namespace pipeline
