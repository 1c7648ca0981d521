#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "pipeline/store/schema.h"
#include "pipeline/store/state.h"

namespace pipeline {
namespace {

namespace fs = std::filesystem;
using Access = Store::State::Access;

constexpr int patience_ms = 10'000;

// For a name with '?' or '#' in it, too.
std::string unchanging_uri(const fs::path& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F && c != '%' && c != '?' && c != '#')
      uri += c;
    else
      (uri += '%') += {digits[byte >> 4U], digits[byte & 15U]};
  }
  return uri + "?immutable=1";
}

std::unique_ptr<SQLite::Database> connect(const fs::path& path, Access access) {
  const auto open = [](const std::string& name, int flags) {
    return std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_NOMUTEX, patience_ms);
  };
  switch (access) {
    case Access::writing:
      return open(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    case Access::reading:
      return open(path.string(), SQLite::OPEN_READWRITE);
    case Access::unchanging:
      break;
  }
  return open(unchanging_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

Error refusal(const fs::path& path, std::string message) {
  return {std::move(message), path.string(), 0, 0};
}

std::optional<Error> wrong_with(SQLite::Database& database, const fs::path& path, bool is_empty) {
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const int application = database.execAndGet("PRAGMA application_id").getInt();
  if (!is_empty && application != schema_application_id)
    return refusal(path, tr("dit is geen databestand van samenspel"));
  if (version > schema_version)
    return refusal(path, tr("deze studie is gemaakt met een nieuwere versie van samenspel (schema "
                            "{}, deze versie kent {}); werk samenspel bij",
                            version, schema_version));
  return std::nullopt;
}

void make_tables(SQLite::Database& database) {
  SQLite::Transaction transaction(database);
  database.exec(schema_tables);
  for (const Migration& step : schema_migrations) database.exec(step.statement);
  database.exec("PRAGMA application_id=" + std::to_string(schema_application_id) +
                "; PRAGMA user_version=" + std::to_string(schema_version));
  transaction.commit();
}

// All of it or nothing; another process may have done it in the meantime.
void migrate(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  for (const Migration& step : schema_migrations)
    if (step.to > version) database.exec(step.statement);
  database.exec("PRAGMA user_version=" + std::to_string(schema_version));
  transaction.commit();
}

// The SQLite exceptions that come of opening are the caller's.
Result<std::unique_ptr<Store::State>> open_as(const fs::path& path, Access access) {
  auto state = std::make_unique<Store::State>(path, access);
  SQLite::Database& database = *state->database;
  const bool is_empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
  if (auto wrong = wrong_with(database, path, is_empty)) return tl::unexpected(*std::move(wrong));
  if (is_empty && access != Access::writing)
    return failure(tr("de studie is leeg of niet afgemaakt"), path.string());
  database.exec("PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000");
  if (access == Access::writing)
    database.exec("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=16000");
  if (is_empty) make_tables(database);
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (auto refused = too_old_to_read(version, access, path))
    return tl::unexpected(*std::move(refused));
  if (version < schema_version) migrate(database);
  if (access == Access::writing) database.exec(schema_factors);
  return state;
}

Error error_of(const SQLite::Exception& e, const fs::path& path, bool writable) {
  switch (e.getErrorCode()) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return refusal(
          path, tr("het databestand is beschadigd of geen database; zet een reservekopie terug"));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      if (!writable && has_open_log(path))
        return refusal(
            path, tr("de studie mag hier alleen worden gelezen, en er wordt in geschreven of een "
                     "schrijver is plotseling gestopt (study.db-wal); open haar eerst eenmaal "
                     "waar zij beschreven mag worden, bijvoorbeeld met 'samenspel check'"));
      return refusal(path, tr("het databestand kan niet worden geopend; controleer de rechten"));
    default:
      fail(e);
  }
}

}  // namespace

Store::State::State(const fs::path& path, Access access) : database(connect(path, access)) {}
Store::State::~State() = default;

std::optional<Error> too_old_to_read(int version, Access access, const fs::path& path) {
  if (version >= schema_version || access != Access::unchanging) return std::nullopt;
  return refusal(
      path, tr("deze studie is van een oudere versie van samenspel; open haar eerst eenmaal waar "
               "zij beschreven mag worden, bijvoorbeeld met 'samenspel check'"));
}

bool has_open_log(const fs::path& path) {
  std::error_code problem;
  const auto size = fs::file_size(path.string() + "-wal", problem);
  return problem ? problem != std::errc::no_such_file_or_directory : size > 0;
}

bool may_be_read_as_it_lies(int error, const fs::path& path) {
  return (error == SQLITE_READONLY || error == SQLITE_CANTOPEN) && !has_open_log(path);
}

Result<Store> Store::open(const fs::path& path, bool writable) {
  if (!writable && !fs::exists(path))
    return failure(tr("hier is geen studie; maak er een met 'samenspel new'"), path.string());
  for (Access access = writable ? Access::writing : Access::reading;;) {
    try {
      auto state = open_as(path, access);
      if (!state) return tl::unexpected(std::move(state.error()));
      return Store(std::move(*state));
    } catch (const SQLite::Exception& e) {
      // To read a write-ahead log SQLite wants to write beside it; where that may not be, a log
      // without anything in it can be done without.
      if (access != Access::reading || !may_be_read_as_it_lies(e.getErrorCode(), path))
        return tl::unexpected(error_of(e, path, writable));
      access = Access::unchanging;
    }
  }
}

void fail(const SQLite::Exception& e) {
  switch (e.getErrorCode()) {
    case SQLITE_FULL:
      throw StoreFailure(
          tr("er is geen ruimte meer op de schijf; maak ruimte en begin opnieuw, wat al "
             "was opgeslagen blijft"));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw StoreFailure(tr("study.db is beschadigd; zet een reservekopie terug"));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreFailure(
          tr("study.db is bezet door een ander programma; probeer het later nog eens"));
    case SQLITE_IOERR:  // a full disk, too, where it strikes a file beside study.db
      throw StoreFailure(tr(
          "study.db kan niet worden gelezen of geschreven; is er ruimte op de schijf, en is zij in "
          "orde? wat al was opgeslagen blijft"));
    case SQLITE_CANTOPEN:
      throw StoreFailure(
          tr("study.db kan niet worden geopend; controleer de rechten en de ruimte op de schijf"));
    case SQLITE_READONLY:
      throw StoreFailure(tr("study.db mag niet worden beschreven; controleer de rechten"));
    default:
      throw StoreFailure(std::string("study.db: ") + e.what());
  }
}

}  // namespace pipeline
