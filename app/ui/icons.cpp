#include "ui/icons.h"

#include <initializer_list>

namespace ui {
namespace {

// Icons are designed on a grid of 24.
class Pen {
 public:
  Pen(Canvas& canvas, base::Rect square, Rgba color)
      : list_(canvas.list()),
        left_(canvas.px(square.x)),
        top_(canvas.px(square.y)),
        unit_(square.w * canvas.scale() / 24),
        color_(to_im(color)) {}

  [[nodiscard]] ImVec2 at(float x, float y) const { return {left_ + x * unit_, top_ + y * unit_}; }
  [[nodiscard]] float width() const { return 1.9F * unit_; }

  void line(std::initializer_list<ImVec2> points, bool closed = false) {
    for (const ImVec2& point : points) list_.PathLineTo(at(point.x, point.y));
    list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
  }
  void solid(std::initializer_list<ImVec2> points) {
    for (const ImVec2& point : points) list_.PathLineTo(at(point.x, point.y));
    list_.PathFillConvex(color_);
  }
  void circle(float x, float y, float radius) {
    list_.AddCircle(at(x, y), radius * unit_, color_, 0, width());
  }
  void dot(float x, float y, float radius) {
    list_.AddCircleFilled(at(x, y), radius * unit_, color_);
  }
  void disc(float x, float y, float radius, ImU32 color) {
    list_.AddCircleFilled(at(x, y), radius * unit_, color);
  }
  void curve_from(float x, float y) { list_.PathLineTo(at(x, y)); }
  void curve_to(ImVec2 a, ImVec2 b, ImVec2 end) {
    list_.PathBezierCubicCurveTo(at(a.x, a.y), at(b.x, b.y), at(end.x, end.y));
  }
  void stroke(bool closed) {
    list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
  }

 private:
  ImDrawList& list_;
  float left_;
  float top_;
  float unit_;
  ImU32 color_;
};

void paint_heart(Pen& pen) {
  pen.curve_from(12, 20.5F);
  pen.curve_to({6, 16}, {2.5F, 12.5F}, {2.5F, 8.8F});
  pen.curve_to({2.5F, 5.9F}, {4.7F, 4}, {7.3F, 4});
  pen.curve_to({9.3F, 4}, {11, 5}, {12, 6.8F});
  pen.curve_to({13, 5}, {14.7F, 4}, {16.7F, 4});
  pen.curve_to({19.3F, 4}, {21.5F, 5.9F}, {21.5F, 8.8F});
  pen.curve_to({21.5F, 12.5F}, {18, 16}, {12, 20.5F});
  pen.stroke(true);
}

void paint_bubble(Pen& pen) {
  pen.curve_from(12, 4);
  pen.curve_to({17.2F, 4}, {21, 7.1F}, {21, 11.3F});
  pen.curve_to({21, 15.4F}, {17.2F, 18.5F}, {12, 18.5F});
  pen.curve_to({10.9F, 18.5F}, {9.9F, 18.4F}, {8.9F, 18.1F});
  pen.curve_to({7.6F, 19.4F}, {5.9F, 20.2F}, {4, 20.3F});
  pen.curve_to({4.9F, 19.2F}, {5.4F, 17.9F}, {5.4F, 16.5F});
  pen.curve_to({3.9F, 15.2F}, {3, 13.4F}, {3, 11.3F});
  pen.curve_to({3, 7.1F}, {6.8F, 4}, {12, 4});
  pen.stroke(true);
}

}  // namespace

void paint_icon(Canvas& canvas, layout::Icon icon, base::Rect square, Rgba color) {
  using layout::Icon;
  Pen pen(canvas, square, color);
  switch (icon) {
    case Icon::Heart:
      paint_heart(pen);
      break;
    case Icon::Bubble:
      paint_bubble(pen);
      break;
    case Icon::Boost:
      pen.line({{4, 13}, {4, 8}, {17, 8}});
      pen.line({{14, 4.5F}, {17.5F, 8}, {14, 11.5F}});
      pen.line({{20, 11}, {20, 16}, {7, 16}});
      pen.line({{10, 12.5F}, {6.5F, 16}, {10, 19.5F}});
      break;
    case Icon::Play:
      pen.disc(12, 12, 12, IM_COL32(18, 17, 16, 140));
      pen.solid({{9.6F, 7.4F}, {17, 12}, {9.6F, 16.6F}});
      break;
    case Icon::Close:
      pen.line({{6, 6}, {18, 18}});
      pen.line({{18, 6}, {6, 18}});
      break;
    case Icon::Back:
    case Icon::ChevronLeft:
      pen.line({{14.5F, 5.5F}, {8, 12}, {14.5F, 18.5F}});
      break;
    case Icon::ChevronRight:
      pen.line({{9.5F, 5.5F}, {16, 12}, {9.5F, 18.5F}});
      break;
    case Icon::ChevronDown:
      pen.line({{6, 12}, {18, 12}});
      break;
    case Icon::ArrowUp:
      pen.line({{12, 19}, {12, 5}});
      pen.line({{6, 11}, {12, 5}, {18, 11}});
      break;
    case Icon::Search:
      pen.circle(10.5F, 10.5F, 6.5F);
      pen.line({{15.3F, 15.3F}, {20.5F, 20.5F}});
      break;
    case Icon::Home:
      pen.line({{4, 11},
                {12, 4},
                {20, 11},
                {20, 20},
                {14.5F, 20},
                {14.5F, 14.5F},
                {9.5F, 14.5F},
                {9.5F, 20},
                {4, 20}},
               true);
      break;
    case Icon::Pin:
      pen.circle(12, 9.5F, 5.8F);
      pen.dot(12, 9.5F, 1.8F);
      pen.line({{12, 15.3F}, {12, 21}});
      break;
    case Icon::Info:
      pen.circle(12, 12, 8.4F);
      pen.dot(12, 8, 1.3F);
      pen.line({{12, 11.2F}, {12, 16.4F}});
      break;
    case Icon::Trend:
      pen.line({{3.5F, 17.5F}, {9.5F, 11.5F}, {13.5F, 15}, {20.5F, 7.5F}});
      pen.line({{15, 7}, {20.5F, 7}, {20.5F, 12.5F}});
      break;
    case Icon::Tag:
      pen.line({{9.5F, 4}, {7.5F, 20}});
      pen.line({{16.5F, 4}, {14.5F, 20}});
      pen.line({{4.5F, 9}, {20, 9}});
      pen.line({{4, 15}, {19.5F, 15}});
      break;
    case Icon::Sliders:
      pen.line({{4, 8}, {9, 8}});
      pen.line({{15, 8}, {20, 8}});
      pen.circle(12, 8, 2.6F);
      pen.line({{4, 16}, {6, 16}});
      pen.line({{12, 16}, {20, 16}});
      pen.circle(9, 16, 2.6F);
      break;
    case Icon::Warning:
      pen.line({{12, 4}, {21, 19.5F}, {3, 19.5F}}, true);
      pen.line({{12, 10}, {12, 14}});
      pen.dot(12, 16.7F, 1.2F);
      break;
    case Icon::Live:
      pen.dot(12, 12, 3);
      pen.circle(12, 12, 7.5F);
      break;
    case Icon::Link:
      pen.line({{10, 14}, {14, 10}});
      pen.circle(7.5F, 16.5F, 3.8F);
      pen.circle(16.5F, 7.5F, 3.8F);
      break;
    case Icon::ZoomIn:
      pen.line({{12, 5}, {12, 19}});
      pen.line({{5, 12}, {19, 12}});
      break;
    case Icon::Refresh:
      pen.circle(12, 12, 7.5F);
      pen.line({{19.5F, 5}, {19.5F, 10}, {14.5F, 10}});
      break;
    case Icon::Globe:
      pen.circle(12, 12, 8.5F);
      pen.line({{3.5F, 12}, {20.5F, 12}});
      break;
    case Icon::Check:
      pen.line({{5, 12.5F}, {10, 17.5F}, {19, 7}});
      break;
  }
}

}  // namespace ui
