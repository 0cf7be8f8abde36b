// What on the other side of a bead answers a word of a name.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/fidelity/known_name.h"
#include "align/fidelity/scene.h"

namespace calque::internal {

// The other side of a bead as the names of this one look for themselves in it. What lists of names
// know there as another entity answers none. The view must outlive it.
class NameAnswers {
 public:
  NameAnswers(const View& view, const Bead& bead);

  // Whether something there looks like the word, is a sure translation or an acronym of it, or what
  // it abbreviates. `known`: the name that the word is of.
  [[nodiscard]] bool Has(std::uint32_t token, const KnownName& known) const;
  // Whether a word of `name` there looks like the word, or is a sure translation of it.
  [[nodiscard]] bool HasIn(IndexRange<Token> name, std::uint32_t token) const;
  // The best translation of the word, see LexicalEvidenceOf.
  [[nodiscard]] float Translation(std::uint32_t token, const KnownName& known) const;
  // Whether an acronym there is made of the first letters of the words.
  [[nodiscard]] bool HasAcronymOf(IndexRange<Token> run) const;

 private:
  // A word of the other side, or two as one, or a part of one.
  struct Form {
    std::string folded;
    std::size_t known;  // which of the known names there it is of, if any
    bool joined;        // two words as one
  };

  void ListNames();
  [[nodiscard]] bool Translated(std::uint32_t token, const KnownName& known) const;
  [[nodiscard]] bool IsDouble(const Form& form, const KnownName& known) const;
  [[nodiscard]] bool AnyAlike(std::string_view part, const KnownName& known) const;
  // Whether it and the next word are one word there, `JP Morgan` and `JPMorgan`.
  [[nodiscard]] bool AlikeAsOne(std::uint32_t first, const KnownName& known) const;
  [[nodiscard]] bool HasDouble(const std::string& word, const KnownName& known) const;
  [[nodiscard]] bool HasAcronym(const std::string& folded) const;

  [[nodiscard]] const Word& Here(std::uint32_t token) const { return view_.here().words()[token]; }
  [[nodiscard]] const Word& There(std::uint32_t token) const {
    return view_.there().words()[token];
  }

  const View& view_;
  IndexRange<Token> here_;
  IndexRange<Token> there_;
  std::vector<Form> forms_;
  std::vector<KnownName> known_;
  std::vector<std::size_t> known_at_;  // by token there: which of `known_`; 0 is nobody's
  std::vector<std::string> acronyms_;  // by their letters
  std::string initials_;               // of the content words there
};

}  // namespace calque::internal
