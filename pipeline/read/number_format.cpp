#include "pipeline/read/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "pipeline/read/ascii.h"

namespace pipeline {
namespace {

// What a format asks for: words around the number, and its form.
struct Form {
  std::string before, after;
  unsigned decimals = 0, optional_decimals = 0;
  bool has_digits = false, is_percent = false;
  bool is_general = false;  // also where it is scientific or a fraction
  bool has_year = false, has_month = false, has_day = false, has_hour = false, has_second = false;
  bool is_duration = false;  // [h]: hours past 24

  bool is_date() const { return has_year || has_month || has_day; }
  bool is_time() const { return has_hour || has_second; }
};

class FormReader {
 public:
  explicit FormReader(std::string_view format) : format_(format) {}

  Form read() {
    if (lower_ascii(format_.substr(0, 7)) == "general") {
      form_.is_general = true;
      return form_;
    }
    while (at_ < format_.size() && format_[at_] != ';') step();
    return form_;
  }

 private:
  static bool is_shown_as_it_is(char c) {
    return static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("$+-() ").find(c) != std::string::npos;
  }
  void add(std::string_view words) { (form_.has_digits ? form_.after : form_.before) += words; }

  std::string_view take_until(char end) {
    const std::size_t begin = at_;
    at_ = std::min(format_.find(end, begin), format_.size());
    const std::string_view taken = format_.substr(begin, at_ - begin);
    if (at_ < format_.size()) ++at_;
    return taken;
  }

  void step() {
    const char c = format_[at_++];
    if (c == '"') return add(take_until('"'));
    if (c == '[') return take_bracket(take_until(']'));
    if (c == '\\') {
      if (at_ < format_.size()) add(format_.substr(at_++, 1));
    } else if (c == '_' || c == '*') {  // space as wide as, and filled with, the next sign
      ++at_;
    } else if (c == '0' || c == '#' || c == '?') {
      form_.has_digits = true;
      if (in_decimals_) ++form_.decimals;
      if (in_decimals_ && c == '#') ++form_.optional_decimals;
    } else if (c == '.') {
      in_decimals_ = true;
    } else if (c == '%') {
      form_.is_percent = true;
      add("%");
    } else if ((c == 'E' || c == 'e' || c == '/') && form_.has_digits) {
      form_.is_general = true;
    } else if (is_shown_as_it_is(c)) {
      add(format_.substr(at_ - 1, 1));
    } else {
      take_letter(lower_ascii(c));
    }
  }

  // A month, unless it stands behind hours or before seconds: then it is minutes.
  void take_letter(char c) {
    if (c == 'y') form_.has_year = true;
    if (c == 'd') form_.has_day = true;
    if (c == 'h') form_.has_hour = true;
    if (c == 's') form_.has_second = true;
    if (c == 'm' && !form_.has_hour && !precedes_seconds()) form_.has_month = true;
    if (c == 'm' && form_.has_hour && form_.has_second) form_.has_month = true;
  }

  bool precedes_seconds() const {
    std::size_t at = at_;
    while (at < format_.size() && std::string_view("mM:.]").find(format_[at]) != std::string::npos)
      ++at;
    return at < format_.size() && lower_ascii(format_[at]) == 's';
  }

  // "[$€-413]" is a currency, "[h]" a duration; colours and conditions are not shown.
  void take_bracket(std::string_view words) {
    if (words.starts_with('$')) return add(words.substr(1, words.find('-') - 1));
    const std::string letters = lower_ascii(words);
    if (letters.empty() || letters.find_first_not_of("hms") != std::string::npos) return;
    form_.is_duration = form_.has_hour = true;
    form_.has_second = letters.front() == 's';
  }

  std::string_view format_;
  std::size_t at_ = 0;
  bool in_decimals_ = false;
  Form form_;
};

std::string with_comma(std::string number) {
  std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

// As General has it: at most eleven digits, so that 0.1 + 0.2 is 0,3.
std::string general(double number) {
  return with_comma(fmt::format("{:.11g}", number));
}

std::string fixed(double number, const Form& form) {
  const unsigned decimals = std::min(form.decimals, 15U);
  std::string digits = fmt::format("{:.{}f}", form.is_percent ? number * 100 : number, decimals);
  for (unsigned i = 0; i < form.optional_decimals && digits.ends_with('0') && decimals > 0; ++i)
    digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

std::string clock(double days, const Form& form) {
  const auto seconds = static_cast<std::int64_t>(std::llround(days * 86'400));
  const std::string time = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return form.has_second ? time + fmt::format(":{:02}", seconds % 60) : time;
}

std::string date(double number, const Form& form, Epoch epoch) {
  using std::chrono::days;
  using std::chrono::sys_days;
  // To the second, so that 23:59:59.9999 is the next day's beginning in date and time.
  const double rounded = std::round(number * 86'400) / 86'400;
  const auto whole = static_cast<int>(std::floor(rounded));
  sys_days first = sys_days{std::chrono::year{1899} / 12 / 30};
  if (whole < 60) first += days{1};  // the 1900 of spreadsheets has a 29 February, day 60
  if (epoch == Epoch::y1904) first = sys_days{std::chrono::year{1904} / 1 / 1};
  const std::chrono::year_month_day day{first + days{whole}};
  std::string text = fmt::format("{:04}", static_cast<int>(day.year()));
  if (form.has_month || form.has_day || form.is_time())
    text += fmt::format("-{:02}", static_cast<unsigned>(day.month()));
  if (form.has_day || form.is_time())
    text += fmt::format("-{:02}", static_cast<unsigned>(day.day()));
  return form.is_time() ? text + ' ' + clock(rounded - whole, form) : text;
}

constexpr double last_day = 2'958'466;  // after 31 December 9999

}  // namespace

std::string_view builtin_format(unsigned id) {
  if (id == 1 || id == 3 || id == 37 || id == 38) return "0";
  if (id == 2 || id == 4 || id == 39 || id == 40) return "0.00";
  if (id == 9) return "0%";
  if (id == 10) return "0.00%";
  if (id == 11 || id == 48) return "0.00E+00";
  if (id == 14 || id == 15 || id == 16 || (id >= 27 && id <= 31) || (id >= 50 && id <= 58))
    return "yyyy-mm-dd";
  if (id == 17 || id == 36) return "yyyy-mm";
  if (id == 18 || id == 20 || id == 32 || id == 34) return "h:mm";
  if (id == 19 || id == 21 || id == 33 || id == 35) return "h:mm:ss";
  if (id == 22) return "yyyy-mm-dd h:mm";
  if (id == 45 || id == 46 || id == 47) return "[h]:mm:ss";
  return "General";
}

std::string shown_number(double number, std::string_view format, Epoch epoch) {
  if (!std::isfinite(number)) return {};
  const Form form = FormReader(format).read();
  if ((form.is_date() || form.is_time()) && number >= 0 && number < last_day) {
    if (form.is_duration) return clock(number, form);
    if (!form.is_date()) return clock(number - std::floor(number), form);
    return date(number, form, epoch);
  }
  if (form.is_general || form.is_date() || form.is_time()) return general(number);
  if (!form.has_digits) return form.before.empty() ? general(number) : form.before;
  return form.before + with_comma(fixed(number, form)) + form.after;
}

}  // namespace pipeline
