// Names of the source that the translation spells otherwise: a letter lost, added or changed.
#include "align/entities/spelling.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/base/mention_kind.h"
#include "align/entities/listed_name.h"
#include "align/fidelity/check.h"
#include "align/fidelity/coverage.h"
#include "align/fidelity/form.h"
#include "align/fidelity/loose_names.h"
#include "align/fidelity/message.h"
#include "align/fidelity/two_sides.h"
#include "align/fidelity/word_parts.h"

namespace calque::internal {
namespace {

constexpr std::string_view kFeatures[] = {
    "edits",          // letters lost, added, changed or exchanged with the next
    "swapped",        // two neighbouring letters have changed places
    "first",          // the first letter differs
    "end",            // one is the other with something behind it: an inflection
    "length",         // log of the letters of the longer
    "sound",          // both stand for the same sounds, as languages transliterate
    "expected",       // probability that the word of the source keeps its form
    "expected-back",  // and that of the translation
    "lexical",        // how strongly the lexicon gives the one for the other, in [0, 1]
    "known",          // the lexicon or a list of names has the word of the source
    "known-there",    // and that of the translation
    "only-known",     // it has the first and not the second
    "only-there",     // it has the second and not the first
    "mentions",       // how many of the two the entity stage found
    "linked",         // the word aligner links the two
    "neighbour",      // the words next to them are the same
    "opens",          // how many of the two open a sentence
};
const EvidenceModel kModel{"name-misspelt", kFeatures};

constexpr std::size_t kShortest = 4;  // bytes of a word
constexpr std::size_t kLongWord = 8;  // may differ in two letters
constexpr std::size_t kMostEdits = 2;

class SpellingCheck {
 public:
  SpellingCheck(const CheckInput& input, std::uint32_t bead)
      : index_(bead),
        source_(input.scene, View::From::kSource),
        target_(input.scene, View::From::kTarget),
        ours_(Unanswered(source_, input.scene.bitext().beads[bead])),
        theirs_(Unanswered(target_, input.scene.bitext().beads[bead])) {}

  [[nodiscard]] std::vector<Candidate> Run() const {
    std::vector<Candidate> found;
    for (const std::uint32_t token : ours_) {
      const auto other = Nearest(token);
      if (!other || ListedAsOne(token, *other) || Transliterated(token, *other)) continue;
      found.push_back(Misspelt(token, *other));
    }
    return found;
  }

 private:
  // Words that may be names, and that the other side has not letter by letter.
  static std::vector<std::uint32_t> Unanswered(const View& view, const Bead& bead) {
    std::vector<std::uint32_t> tokens;
    const IndexRange<Token> here = view.Here(bead);
    for (std::uint32_t i = here.begin; i < here.end; ++i) {
      const Word& word = view.here().words()[i];
      if (word.kind != WordClass::kContent || !word.capital || word.generic) continue;
      if (word.folded.size() >= kShortest) tokens.push_back(i);
    }
    if (tokens.empty()) return tokens;
    std::vector<std::string_view> forms;
    const IndexRange<Token> there = view.There(bead);
    for (std::uint32_t i = there.begin; i < there.end; ++i) {
      for (const std::string_view part : PartsOf(view.there().words()[i].folded)) {
        forms.push_back(part);
      }
    }
    std::sort(forms.begin(), forms.end());
    std::erase_if(tokens, [&](std::uint32_t i) {
      const std::string_view word = view.here().words()[i].folded;
      return std::binary_search(forms.begin(), forms.end(), word);
    });
    return tokens;
  }

  [[nodiscard]] static std::size_t Edits(const Word& a, const Word& b) {
    const std::size_t edits = LettersApart(a.folded, b.folded, kMostEdits);
    const bool short_word = std::min(a.folded.size(), b.folded.size()) < kLongWord;
    return short_word && edits > 1 ? kMostEdits + 1 : edits;
  }

  // The word there that differs least.
  [[nodiscard]] std::optional<std::uint32_t> Nearest(std::uint32_t token) const {
    std::optional<std::uint32_t> nearest;
    std::size_t fewest = kMostEdits + 1;
    for (const std::uint32_t other : theirs_) {
      const std::size_t edits = Edits(Ours(token), Theirs(other));
      if (edits >= fewest) continue;
      nearest = other;
      fewest = edits;
    }
    return nearest;
  }

  [[nodiscard]] const Word& Ours(std::uint32_t token) const {
    return source_.here().words()[token];
  }
  [[nodiscard]] const Word& Theirs(std::uint32_t token) const {
    return target_.here().words()[token];
  }

  [[nodiscard]] bool Linked(std::uint32_t token, std::uint32_t other) const {
    const auto links = source_.LinksOf(token);
    return std::any_of(links.begin(), links.end(),
                       [&](const HalfLink& link) { return link.other == other; });
  }

  // `Angela Mekrel` for `Angela Merkel`.
  [[nodiscard]] bool SameNeighbour(std::uint32_t token, std::uint32_t other) const {
    const auto same = [&](std::uint32_t a, std::uint32_t b) {
      return a < source_.here().words().size() && b < target_.here().words().size() &&
             Ours(a).capital && Ours(a).folded == Theirs(b).folded;
    };
    return (token > 0 && other > 0 && same(token - 1, other - 1)) || same(token + 1, other + 1);
  }

  // The name that the entity stage found there; null where there is none.
  [[nodiscard]] static const Mention* NameAt(const SideView& side, std::uint32_t token) {
    const ByteSpan span = side.document().tokens[token].span;
    const auto found = std::ranges::find_if(
        side.mentions(), [&](const Mention& m) { return IsName(m.kind) && m.span.Contains(span); });
    return found == side.mentions().end() ? nullptr : &*found;
  }

  // Lists have both spellings of one name: `Al Qaeda`, `Al Qaïda`.
  [[nodiscard]] bool ListedAsOne(std::uint32_t token, std::uint32_t other) const {
    const Mention* ours = NameAt(source_.here(), token);
    const Mention* theirs = NameAt(target_.here(), other);
    return ours != nullptr && theirs != nullptr &&
           ShareKey(source_.here().ListedAt(ours->span), target_.here().ListedAt(theirs->span));
  }

  // `Rashad`, `Rachad`: each language writes the sounds in its own way, and names have variants:
  // `Mohammed`, `Mohamed`.
  [[nodiscard]] bool Transliterated(std::uint32_t token, std::uint32_t other) const {
    const std::string_view variant = source_.here().VariantOf(Ours(token).folded);
    if (!variant.empty() && variant == target_.here().VariantOf(Theirs(other).folded)) return true;
    const ByteSpan ours = source_.here().document().tokens[token].span;
    const ByteSpan theirs = target_.here().document().tokens[other].span;
    return SpellingKey(source_.here().Text(ours), {}) !=
               SpellingKey(target_.here().Text(theirs), {}) &&
           source_.here().TransliteratedAt(ours) == target_.here().TransliteratedAt(theirs);
  }

  [[nodiscard]] Candidate Misspelt(std::uint32_t token, std::uint32_t other) const {
    const Word& a = Ours(token);
    const Word& b = Theirs(other);
    const ByteSpan source = source_.here().document().tokens[token].span;
    const ByteSpan target = target_.here().document().tokens[other].span;
    const bool known = a.listed || a.type != kUnknownType;
    const bool known_there = b.listed || b.type != kUnknownType;
    const std::size_t edits = Edits(a, b);
    Candidate candidate;
    candidate.category = "name-misspelt";
    candidate.model = &kModel;
    candidate.features = {
        static_cast<float>(edits),
        Flag(edits == 1 && a.folded.size() == b.folded.size() &&
             std::is_permutation(a.folded.begin(), a.folded.end(), b.folded.begin())),
        Flag(a.folded.front() != b.folded.front()),
        Flag(a.folded.starts_with(b.folded) || b.folded.starts_with(a.folded)),
        std::log(static_cast<float>(std::max(a.folded.size(), b.folded.size()))),
        Flag(source_.here().SoundAt(source) == target_.here().SoundAt(target)),
        KeepsForm(source_, a),
        KeepsForm(target_, b),
        LexicalEvidenceOf(source_, a, b),
        Flag(known),
        Flag(known_there),
        Flag(known && !known_there),
        Flag(known_there && !known),
        Flag(NameAt(source_.here(), token) != nullptr) +
            Flag(NameAt(target_.here(), other) != nullptr),
        Flag(Linked(token, other)),
        Flag(SameNeighbour(token, other)),
        Flag(a.opens) + Flag(b.opens)};
    candidate.bead = index_;
    candidate.source = source;
    candidate.target = target;
    candidate.message = Quoted(source_.here().Text(source)) + " is spelt " +
                        Quoted(target_.here().Text(target)) + " in the translation.";
    return candidate;
  }

  std::uint32_t index_;
  View source_;
  View target_;
  std::vector<std::uint32_t> ours_;
  std::vector<std::uint32_t> theirs_;
};

std::vector<Candidate> Run(const CheckInput& input) {
  return FromPairedBeads(input.scene,
                         [&](std::uint32_t bead) { return SpellingCheck(input, bead).Run(); });
}

constexpr const EvidenceModel* kModels[] = {&kModel};

}  // namespace

extern const Check kSpellingCheck{"spelling", &Run, kModels};

}  // namespace calque::internal
