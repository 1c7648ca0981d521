#include "pipeline/index/passage_streams.h"

#include <xapian.h>

#include <algorithm>
#include <vector>

#include "pipeline/index/fields.h"
#include "pipeline/index/guarded.h"
#include "pipeline/index/values.h"

namespace pipeline {

struct PassageStreams::State {
  explicit State(const Index& index) : database(index.database()) {}

  struct Place {
    PassageId passage{};
    Xapian::docid number = 0;
  };

  void read_places() {
    places.reserve(database.get_doccount());
    for (auto it = database.valuestream_begin(slot::passage);
         it != database.valuestream_end(slot::passage); ++it)
      places.push_back({passage_in_value(*it), it.get_docid()});
    std::ranges::sort(places, {}, &Place::passage);
  }

  std::string read(Xapian::docid number) {
    if (number < last) streams = database.valuestream_begin(slot::stream);  // it only goes forward
    last = number;
    return value_of(streams, number);
  }

  const Xapian::Database& database;
  std::vector<Place> places;  // by passage
  Xapian::ValueIterator streams = database.valuestream_begin(slot::stream);
  Xapian::docid last = 0;
};

PassageStreams::PassageStreams(const Index& index)
    : state_(guarded([&] { return std::make_unique<State>(index); })) {}
PassageStreams::~PassageStreams() = default;
PassageStreams::PassageStreams(PassageStreams&&) noexcept = default;

std::string PassageStreams::operator()(PassageId passage) {
  return guarded([&] {
    if (state_->places.empty()) state_->read_places();
    const auto it = std::ranges::lower_bound(state_->places, passage, {}, &State::Place::passage);
    if (it == state_->places.end() || it->passage != passage) return std::string();
    return state_->read(it->number);
  });
}

}  // namespace pipeline
