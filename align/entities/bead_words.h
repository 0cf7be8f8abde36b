// The words of the two sides of a bead, and where one side has those of the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "align/entities/name_grammar.h"
#include "align/entities/sides.h"
#include "calque/bitext.h"

namespace calque::internal {

struct BeadWord {
  std::string folded;  // empty for punctuation
  bool capital = false;
};

// A run of words of one side, [begin, end), from its first word.
struct WordRun {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool Contains(const WordRun& other) const {
    return begin <= other.begin && other.end <= end;
  }
};

// Words are folded when they are first asked for. The references must outlive it.
class BeadWords {
 public:
  BeadWords(const Bitext& bitext, const Bead& bead, const NameGrammar& source,
            const NameGrammar& target);

  [[nodiscard]] const std::vector<BeadWord>& Words(Side side);
  [[nodiscard]] ByteSpan SpanOf(Side side, WordRun run) const;
  [[nodiscard]] WordRun RunOf(Side side, ByteSpan span) const;
  [[nodiscard]] std::string_view Text(Side side, ByteSpan span) const;
  [[nodiscard]] const NameGrammar& Grammar(Side side) const { return *in(side).grammar; }

  // The only place where the other side has the words of a run, one of them with a capital on both
  // sides: letter by letter, accents apart, or, for rare words with a capital, in another spelling.
  [[nodiscard]] std::optional<WordRun> CopyOf(Side side, WordRun run);
  // The only place where the other side has a name of the lists that a span of `side` is, too:
  // `Francfort` of `Frankfurt`.
  [[nodiscard]] std::optional<WordRun> ListedAs(Side side, ByteSpan span) const;
  // Whether word links lead from a run of a side to a run of the other.
  [[nodiscard]] bool AreLinked(Side side, WordRun run, WordRun other) const;
  // Whether texts of the language write the word in lower case.
  [[nodiscard]] bool IsCommon(Side side, const BeadWord& word) const;

 private:
  struct OneSide {
    const Document* document = nullptr;
    const NameGrammar* grammar = nullptr;
    IndexRange<Token> tokens;
    std::vector<BeadWord> words;  // empty until needed
  };

  [[nodiscard]] const OneSide& in(Side side) const { return sides_[IndexOf(side)]; }
  [[nodiscard]] bool AreAlike(Side side, const BeadWord& word, const BeadWord& other) const;

  const Bitext& bitext_;
  OneSide sides_[2];
};

}  // namespace calque::internal
