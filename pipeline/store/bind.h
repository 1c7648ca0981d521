// Binding C++ values to a statement and reading its columns, by type. Private to this folder.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include "pipeline/model/span.h"

namespace pipeline {

inline void bind_one(SQLite::Statement& statement, int at, const std::string& value) {
  statement.bindNoCopy(at, value);
}
template <typename T>
requires std::integral<T> || std::is_enum_v<T>
void bind_one(SQLite::Statement& statement, int at, T value) {
  statement.bind(at, static_cast<std::int64_t>(value));
}
template <typename T>
void bind_one(SQLite::Statement& statement, int at, const std::optional<T>& value) {
  if (value)
    bind_one(statement, at, *value);
  else
    statement.bind(at);
}

// The strings must outlive the statement's next reset.
template <typename... Values>
SQLite::Statement& bind_all(SQLite::Statement& statement, const Values&... values) {
  int at = 0;
  (bind_one(statement, ++at, values), ...);
  return statement;
}

template <typename... Values>
void run(SQLite::Statement& statement, const Values&... values) {
  bind_all(statement, values...).exec();
}

template <typename T>
T number(const SQLite::Column& column) {
  return static_cast<T>(column.getInt64());
}
template <typename T>
std::optional<T> optional_number(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return static_cast<T>(column.getInt64());
}
inline std::string text(const SQLite::Column& column) {
  return column.getString();
}
// Two columns: begin and end.
inline Span span_at(SQLite::Statement& row, int at) {
  return {number<std::uint32_t>(row.getColumn(at)), number<std::uint32_t>(row.getColumn(at + 1))};
}

}  // namespace pipeline
