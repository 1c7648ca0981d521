// A drawing in SVG, element by element: the same calls give the same bytes. It names no other file,
// holds no script and no id, so that several can stand in one page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pipeline {

enum class Anchor : unsigned char { start, middle, end };

struct TextStyle {
  double size = 12;
  bool bold = false;
  Anchor anchor = Anchor::start;
  std::string_view colour = "#1a1a1a";
  double turned = 0;  // degrees, clockwise around its place
};

struct Point {
  double x = 0, y = 0;
};

class Svg {
 public:
  // What begins stands in front of what came before.
  void rect(double x, double y, double width, double height, std::string_view fill,
            std::string_view stroke = {}, double stroke_width = 1);
  void line(Point from, Point to, std::string_view colour, double width = 1);
  // Bent towards `towards`.
  void curve(Point from, Point towards, Point to, std::string_view colour, double width,
             double opacity);
  void circle(Point centre, double radius, std::string_view fill, std::string_view stroke);
  // `at`: where its base line begins, is centred or ends.
  void text(Point at, std::string_view words, const TextStyle& style);
  // What is drawn until close() is a link, if `target` is not empty.
  void open_link(std::string_view target);
  void close_link();

  // The whole drawing, white behind it; `title` and `description` are for who cannot see it.
  std::string picture(double width, double height, std::string_view title,
                      std::string_view description) const;

 private:
  std::string body_;
  std::vector<bool> links_;
};

}  // namespace pipeline
