#include "pipeline/model/result.h"

namespace pipeline {

Said said_of(const Error& error) {
  Said text = error.where;
  if (error.line > 0) {
    text.add(text.empty() ? said("regel ") : ":").add(std::to_string(error.line));
    if (error.column > 0) text.add(":" + std::to_string(error.column));
  } else if (error.column > 0) {
    text.add(text.empty() ? said("teken ") : said(", teken ")).add(std::to_string(error.column));
  }
  if (!text.empty()) text.add(": ");
  return text.add(error.message);
}

std::string to_string(const Error& error) {
  return said_of(error);
}

}  // namespace pipeline
