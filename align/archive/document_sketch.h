// What document pairing keeps of a document: its values, names and telling words as numbers that
// can be compared across languages, in about a kilobyte.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "align/archive/language_resources.h"
#include "align/model/lexicon.h"
#include "calque/document.h"

namespace calque::internal {

enum class FeatureKind : std::uint8_t {
  kValue,   // the key of a value: `money:1000000000:USD`
  kName,    // the key of a name: `place:CN`
  kString,  // a word that may stand the same in both languages: part of a name, or unknown
  kPrefix,  // the first letters of a long word that the lexicon lacks: cognates share them
  kWord,    // a telling word of the lexicon
};

// `key` is a hash of the kind's key or string, the same in all languages; of a kWord its TypeId on
// the document's side of the lexicon.
struct Feature {
  std::uint32_t key = 0;
  std::uint16_t count = 0;
  FeatureKind kind = FeatureKind::kValue;

  friend auto operator<=>(const Feature&, const Feature&) = default;
};

// Smallest hashes of runs of words, one a bin (one-permutation MinHash, Li et al. 2012): the share
// of equal bins estimates how much of two texts is the same.
using Signature = std::array<std::uint32_t, 32>;

struct DocumentSketch {
  std::vector<Feature> features;  // by kind, then key; no two alike
  // What each feature stands for, in the order of `features`; none where nobody will ask.
  std::vector<std::string> surfaces;
  Signature signature{};
  std::uint32_t words = 0;       // tokens with a letter or digit
  std::uint32_t characters = 0;  // code points of the sentences
};

// Makes sketches of the documents of one side. Immutable.
class Sketcher {
 public:
  // `lexicon` is the side of the documents' language; null without a model. It must outlive the
  // sketcher.
  enum class Surfaces { kNone, kKept };
  Sketcher(std::shared_ptr<const LanguageResources> language, const LexiconSide* lexicon,
           Surfaces surfaces)
      : language_(std::move(language)), lexicon_(lexicon), surfaces_(surfaces) {}

  // Expects sentences and tokens.
  [[nodiscard]] DocumentSketch Sketch(const Document& document) const;

 private:
  std::shared_ptr<const LanguageResources> language_;
  const LexiconSide* lexicon_;
  Surfaces surfaces_;
};

// The key of a kind's string.
[[nodiscard]] std::uint32_t FeatureKey(FeatureKind kind, std::string_view text);

// The two texts as one, without surfaces.
[[nodiscard]] DocumentSketch Merged(const DocumentSketch& sketch, const DocumentSketch& other);

// How much of two documents is the same run of words, estimated: Jaccard's index in [0, 1].
[[nodiscard]] double SharedText(const Signature& signature, const Signature& other);

}  // namespace calque::internal
