#include "pipeline/lexicon/expression.h"

#include <re2/re2.h>

#include <algorithm>

#include "pipeline/model/tr.h"

namespace pipeline {
namespace {

std::string complaint(re2::RE2::ErrorCode code, const std::string& piece) {
  switch (code) {
    case re2::RE2::ErrorMissingParen:
      return tr(
          "een haakje in de reguliere expressie wordt niet gesloten; voeg ) toe, of schrijf een "
          "los haakje als \\(");
    case re2::RE2::ErrorUnexpectedParen:
      return tr(
          "een haakje in de reguliere expressie sluit niets af; haal ) weg, of schrijf een los "
          "haakje als \\)");
    case re2::RE2::ErrorMissingBracket:
      return tr("de tekenklasse '{}' wordt niet gesloten; schrijf bijvoorbeeld [a-z]", piece);
    case re2::RE2::ErrorBadCharClass:
    case re2::RE2::ErrorBadCharRange:
      return tr("de tekenklasse '{}' bestaat niet of loopt terug; schrijf bijvoorbeeld [a-z]",
                piece);
    case re2::RE2::ErrorRepeatArgument:
      return tr("voor de herhaling '{}' staat niets om te herhalen; schrijf bijvoorbeeld a*",
                piece);
    case re2::RE2::ErrorRepeatOp:
      return tr("de herhaling '{}' staat achter een andere; laat er een over", piece);
    case re2::RE2::ErrorRepeatSize:
      return tr(
          "de herhaling '{}' kan niet: van klein naar groot, en samen hoogstens 1000 keer; schrijf "
          "bijvoorbeeld {{1,3}}",
          piece);
    case re2::RE2::ErrorBadEscape:
      return tr(
          "'{}' betekent niets in een reguliere expressie; terugverwijzingen als \\1 bestaan hier "
          "niet",
          piece);
    case re2::RE2::ErrorTrailingBackslash:
      return tr(
          "de reguliere expressie eindigt op een \\; haal die weg, of schrijf \\\\ voor het teken "
          "zelf");
    case re2::RE2::ErrorBadPerlOp:
    case re2::RE2::ErrorBadNamedCapture:
      return tr(
          "'{}' kent de reguliere expressie hier niet: vooruit- en terugkijken kan niet; schrijf "
          "(...) om te groeperen",
          piece);
    case re2::RE2::ErrorBadUTF8:
      return tr("in de reguliere expressie staat een teken dat geen geldige UTF-8 is");
    default:
      return tr("de reguliere expressie is te groot; maak de herhalingen kleiner of verdeel haar");
  }
}

}  // namespace

std::optional<ExpressionMistake> mistake_in(std::string_view expression) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  const re2::RE2 compiled(re2::StringPiece(expression.data(), expression.size()), options);
  if (compiled.ok()) {
    if (!re2::RE2::PartialMatch("", compiled)) return std::nullopt;
    return ExpressionMistake{0, tr("de reguliere expressie past op elk woord of op niets; noem "
                                   "letters die er moeten staan")};
  }
  const std::string& piece = compiled.error_arg();
  const std::size_t at = piece.empty() ? std::string_view::npos : expression.find(piece);
  return ExpressionMistake{at == std::string_view::npos ? 0 : at,
                           complaint(compiled.error_code(), piece)};
}

}  // namespace pipeline
