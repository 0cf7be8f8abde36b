// The templates of a tagger's features.
#pragma once

#include <cstdint>

namespace calque::internal {

// One number a template: changing it makes older taggers useless.
enum class Template : std::uint32_t {
  kBias,
  kText,
  kWord,            // + offset
  kWordPair = 16,   // + which
  kShape = 24,      // + offset
  kShapePair = 32,  // + which
  kShapeTriple = 40,
  kPrefix,                // + length
  kSuffix = 48,           // + length
  kNeighbourSuffix = 56,  // + offset
  kList = 64,             // + offset
  kListPair = 72,
  kListWord,
  kCasing,  // + offset
  kCasingSentence = 88,
  kElsewhere,
  kElsewhereBefore,
  kElsewhereAfter,
  kElsewhereList,
  kElsewhereShape,
  kWordShape,
  kCasingTriple,
  kClass = 112,      // + offset
  kClassPair = 120,  // + which
  kMarks = 128,      // + offset
  kMarksPair = 136,  // + which
  kTopic = 144,      // + which
  kLine = 152,
  kElsewhereClass,
  kElsewhereMarks,
  kRule = 176,      // + offset
  kRulePair = 184,  // + which
  kOwn = 160,       // + offset
  kAgain = 168,     // + which
};

}  // namespace calque::internal
