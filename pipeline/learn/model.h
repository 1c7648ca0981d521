// What was learned from people's decisions, as a value: weights that turn what was observed of a
// sentence into proposals. Three questions follow each other:
//   is the factor there?   by the words of the sentence alone (one judge a factor), then, where the
//                          lexicon counted a hit, by what kind of hit it is as well
//   with which valence?    one judge for all factors, as Dutch has the same words for "missing";
//                          the lexicon's where it has a hit, unless the judge proved better there
//   with which modality?   the lexicon's where it has a hit; else by one judge for all factors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/learn/linear.h"
#include "pipeline/learn/observation.h"

namespace pipeline {

// Who proposes: what was learned from words alone, or that and the lexicon together.
enum class Proposer : std::uint8_t { learned, combined };
std::string_view to_string(Proposer proposer);  // learned, combined

struct FactorJudge {
  FactorId factor;
  std::uint32_t examples = 0, groups = 0;  // sentences that people gave it, and of how many groups
  bool is_ready = false;                   // enough of both: else it proposes nothing by itself
  Linear text;
};

// Makes of a score a probability that is right as often as it says: probability_of(a * score + b).
struct Calibration {
  double a = 1, b = 0;
};

// Features of which the second look is made beside marks.
struct OwnFeatures {
  std::optional<FeatureId> score, any;
  std::vector<std::optional<FeatureId>> factor;     // by place in Model::factors
  std::array<std::optional<FeatureId>, 3> valence;  // the lexicon's, by Valence
};

struct Model {
  FeatureNames names;
  std::string lexicon;  // whose hits it was taught with: "samenwerking@0.2.0"
  std::string lexicon_hash;
  std::vector<FactorJudge> factors;        // by factor
  OwnFeatures own;                         // of these factors, among the names
  Linear any;                              // whether a sentence speaks of any factor
  Linear hit, missing;                     // the second look, with and without a hit of the lexicon
  std::array<Linear, 3> valence;           // by Valence
  std::array<Linear, 5> modality;          // by Modality
  bool knows_valence = false;              // better than the lexicon, where that has a hit
  bool knows_modality = false;             // enough examples said theirs
  std::array<Calibration, 2> calibration;  // by Proposer
  std::array<double, 2> threshold{0.5, 0.5};
  std::array<double, 2> precision{0, 0};  // that was reached with it when it was tried out
  double wished_precision = 0.6;
  std::uint32_t sentences = 0, groups = 0;  // that it learned from
  // What sentences that it learned from look like: mean and deviation over groups of the share of
  // words that it knows.
  double known_mean = 1, known_deviation = 0;

  std::optional<std::size_t> place_of(const FactorId& factor) const;
};

struct Proposal {
  FactorId factor;
  double probability = 0;
  Valence valence = Valence::neutral;
  double valence_probability = 0;
  Modality modality = Modality::fact;
  bool has_hit = false;  // the lexicon has it, too

  friend bool operator==(const Proposal&, const Proposal&) = default;
};

// All factors, however improbable, by factor. Those that are not ready only where the lexicon has a
// hit and is asked as well.
std::vector<Proposal> judge(const Model& model, const Observation& seen, Proposer proposer);
// Those with at least this probability.
std::vector<Proposal> propose_from(const Model& model, const Observation& seen, Proposer proposer,
                                   double least);

// --- what judges look at
// --------------------------------------------------------------------------- The features of a
// sentence, of length 1 together, so that a long one says no more than a short.
FeatureVector text_vector(const Observation& seen);
const LexiconHit* counted_hit(const Observation& seen, const FactorId& factor);
const LexiconHit* hit_of(const Observation& seen, const FactorId& factor);

OwnFeatures own_features(FeatureNames& names, const std::vector<FactorJudge>& factors);
// Whether it is there, given the score of its judge of words.
FeatureVector second_vector(const OwnFeatures& own, std::size_t factor, const LexiconHit* hit,
                            double score, double any);
FeatureVector valence_vector(const OwnFeatures& own, std::size_t factor, const LexiconHit* hit,
                             const FeatureVector& text);

}  // namespace pipeline
