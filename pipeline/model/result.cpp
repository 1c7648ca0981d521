#include "pipeline/model/result.h"

#include "pipeline/model/tr.h"

namespace pipeline {

std::string to_string(const Error& error) {
  std::string text = error.where;
  if (error.line > 0) {
    text += (text.empty() ? tr("regel ") : ":") + std::to_string(error.line);
    if (error.column > 0) text += ":" + std::to_string(error.column);
  } else if (error.column > 0) {
    text += (text.empty() ? tr("teken ") : tr(", teken ")) + std::to_string(error.column);
  }
  if (!text.empty()) text += ": ";
  return text + error.message;
}

}  // namespace pipeline
