#include "align/archive/document_sketch.h"

#include <algorithm>
#include <string>

#include "align/base/ascii.h"
#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/values.h"

namespace calque::internal {
namespace {

// A word more frequent than this says nothing about which document it stands in.
constexpr float kMostFrequent = 1e-3F;
constexpr std::size_t kShortestString = 3;  // bytes
constexpr std::size_t kRun = 4;             // words of a run in the signature

bool HasLetter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = DecodeAt(word, at);
    if (IsLetter(c.value)) return true;
    at = c.end;
  }
  return false;
}

bool HasDigit(std::string_view word) { return std::any_of(word.begin(), word.end(), IsAsciiDigit); }

class SignatureMaker {
 public:
  SignatureMaker() { signature_.fill(~0U); }

  void Add(std::string_view word) {
    hashes_[count_++ % kRun] = Hash(word);
    if (count_ < kRun) return;
    std::uint64_t run = kHashSeed;
    for (std::size_t i = 0; i < kRun; ++i) run = Mix(run ^ hashes_[(count_ + i) % kRun]);
    std::uint32_t& bin = signature_[run % signature_.size()];
    bin = std::min(bin, static_cast<std::uint32_t>(run >> 32));
  }
  [[nodiscard]] const Signature& signature() const { return signature_; }

 private:
  Signature signature_{};
  std::array<std::uint64_t, kRun> hashes_{};
  std::size_t count_ = 0;
};

// Gathers features one by one.
class FeatureList {
 public:
  void Add(FeatureKind kind, std::uint32_t key, std::string_view surface) {
    entries_.push_back({{key, 1, kind}, std::string(surface)});
  }
  void AddText(FeatureKind kind, std::string_view text) { Add(kind, FeatureKey(kind, text), text); }

  // Sorted, the counts of equal features added up.
  void MoveTo(DocumentSketch* sketch, Sketcher::Surfaces surfaces) {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
      return a.feature.kind != b.feature.kind ? a.feature.kind < b.feature.kind
                                              : a.feature.key < b.feature.key;
    });
    for (Entry& entry : entries_) {
      if (!sketch->features.empty()) {
        Feature& last = sketch->features.back();
        if (last.kind == entry.feature.kind && last.key == entry.feature.key) {
          if (last.count < 0xFFFF) ++last.count;
          continue;
        }
      }
      sketch->features.push_back(entry.feature);
      if (surfaces == Sketcher::Surfaces::kKept) {
        sketch->surfaces.push_back(std::move(entry.surface));
      }
    }
  }

 private:
  struct Entry {
    Feature feature;
    std::string surface;
  };
  std::vector<Entry> entries_;
};

// The first letters of a word long enough to have a cognate; empty otherwise.
std::string_view CognatePrefix(std::string_view word) {
  constexpr std::size_t kLetters = 5;
  constexpr std::size_t kShortest = 7;
  return word.size() < kShortest ? std::string_view() : FirstCodePoints(word, kLetters);
}

}  // namespace

std::uint32_t FeatureKey(FeatureKind kind, std::string_view text) {
  return static_cast<std::uint32_t>(Mix(Hash(text) + static_cast<std::uint64_t>(kind)) >> 32);
}

DocumentSketch Merged(const DocumentSketch& sketch, const DocumentSketch& other) {
  DocumentSketch merged;
  merged.words = sketch.words + other.words;
  merged.characters = sketch.characters + other.characters;
  for (std::size_t i = 0; i < merged.signature.size(); ++i) {
    merged.signature[i] = std::min(sketch.signature[i], other.signature[i]);
  }
  const auto before = [](const Feature& a, const Feature& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.key < b.key;
  };
  std::vector<Feature> all(sketch.features.size() + other.features.size());
  std::merge(sketch.features.begin(), sketch.features.end(), other.features.begin(),
             other.features.end(), all.begin(), before);
  for (const Feature& feature : all) {
    if (!merged.features.empty() && !before(merged.features.back(), feature)) {
      const int sum = merged.features.back().count + feature.count;
      merged.features.back().count = static_cast<std::uint16_t>(std::min(sum, 0xFFFF));
    } else {
      merged.features.push_back(feature);
    }
  }
  return merged;
}

double SharedText(const Signature& signature, const Signature& other) {
  int equal = 0;
  int used = 0;
  for (std::size_t i = 0; i < signature.size(); ++i) {
    if (signature[i] == ~0U && other[i] == ~0U) continue;
    ++used;
    if (signature[i] == other[i]) ++equal;
  }
  return used == 0 ? 0.0 : static_cast<double>(equal) / used;
}

DocumentSketch Sketcher::Sketch(const Document& document) const {
  DocumentSketch sketch;
  FeatureList features;
  const std::vector<Mention> mentions = FindMentionsUntagged(document, *language_->entities);
  for (const Mention& mention : mentions) {
    features.AddText(IsValueKey(mention.key) ? FeatureKind::kValue : FeatureKind::kName,
                     mention.key);
  }
  SignatureMaker signature;
  std::size_t at = 0;  // the first mention that does not end before the token
  for (const Token& token : document.tokens) {
    const std::string_view text = document.TextOf(token);
    const bool letters = HasLetter(text);
    if (!letters && !HasDigit(text)) continue;
    ++sketch.words;
    const std::string folded = Fold(text);
    signature.Add(folded);
    if (!letters || folded.size() < kShortestString) continue;
    while (at < mentions.size() && mentions[at].span.end <= token.span.begin) ++at;
    const bool in_mention = at < mentions.size() && mentions[at].span.Overlaps(token.span);
    if (in_mention && IsValueKey(mentions[at].key)) continue;
    const TypeId type = lexicon_ == nullptr ? kUnknownType : lexicon_->Find(folded);
    if (type != kUnknownType && lexicon_->Unigram(type) <= kMostFrequent) {
      features.Add(FeatureKind::kWord, type, folded);
    }
    if (in_mention || type == kUnknownType) features.AddText(FeatureKind::kString, folded);
    if (type == kUnknownType && !CognatePrefix(folded).empty()) {
      features.AddText(FeatureKind::kPrefix, CognatePrefix(folded));
    }
  }
  for (const Sentence& sentence : document.sentences) {
    sketch.characters += static_cast<std::uint32_t>(CodePointCount(document.TextOf(sentence)));
  }
  sketch.signature = signature.signature();
  features.MoveTo(&sketch, surfaces_);
  return sketch;
}

}  // namespace calque::internal
