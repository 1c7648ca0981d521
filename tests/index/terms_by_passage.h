// Which terms each passage of an index has, by Xapian's number of the passage.
#pragma once

#include <xapian.h>

#include <map>
#include <set>
#include <string>

#include "pipeline/index/index.h"

namespace pipeline {

inline std::map<Xapian::docid, std::set<std::string>> terms_by_passage(const Index& index) {
  std::map<Xapian::docid, std::set<std::string>> passages;
  const Xapian::Database& database = index.database();
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) passages[*it];
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it)
      passages[*it].insert(*term);
  return passages;
}

}  // namespace pipeline
