#include "pipeline/cli/rebuilt_index.h"

#include "pipeline/ingest/ingest.h"

namespace pipeline {

bool rebuild_index(const Session& session, const Study& study) {
  const auto words = session.words();
  if (!words) return false;
  IngestOptions options;
  options.program = SAMENSPEL_VERSION;
  const auto report = reindex(study, *words, options);
  if (!report) complain(report.error());
  return report.has_value();
}

bool rebuild_index(const Session& session, const Study& study,
                   const std::set<DocumentId>& documents) {
  const auto words = session.words();
  if (!words) return false;
  IngestOptions options;
  options.program = SAMENSPEL_VERSION;
  const auto report = reindex(study, *words, options, documents);
  if (!report) complain(report.error());
  return report.has_value();
}

}  // namespace pipeline
