// A line of credits while it is cut into items: the word that is next, and the items before it.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "align/structure/credit_items.h"

namespace calque::internal {

class CreditCursor {
 public:
  explicit CreditCursor(const CreditLine& line) : line_(line) {}

  [[nodiscard]] const CreditLine& line() const { return line_; }
  // Index of the next word.
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool AtEnd() const { return at_ >= line_.words.size(); }
  [[nodiscard]] const std::vector<CreditItem>& items() const { return items_; }
  [[nodiscard]] std::vector<CreditItem> TakeItems() && { return std::move(items_); }

  [[nodiscard]] bool Holds(std::size_t at) const { return at < line_.words.size(); }
  // The next word. Precondition: not at the end.
  [[nodiscard]] const LineWord& Word() const { return line_.words[at_]; }
  [[nodiscard]] bool IsMarkAt(std::size_t at, char mark) const {
    return Holds(at) && line_.words[at].IsMark(mark);
  }
  [[nodiscard]] bool IsProperAt(std::size_t at) const {
    return Holds(at) && line_.words[at].IsProper();
  }
  // The phrase of `kinds` at a word; null where there is none.
  [[nodiscard]] const Phrase* Match(std::size_t at, PhraseKinds kinds) const {
    return Holds(at) ? PhraseAt(line_, at, kinds) : nullptr;
  }
  [[nodiscard]] const Phrase* Match(std::size_t at, PhraseKind kind) const {
    return Match(at, KindBit(kind));
  }
  // Whether the last item is of `kind`.
  [[nodiscard]] bool After(CreditItem::Kind kind) const {
    return !items_.empty() && items_.back().kind == kind;
  }
  // Whether a new clause or item of a list starts here.
  [[nodiscard]] bool OpensClause() const {
    using Kind = CreditItem::Kind;
    return items_.empty() || After(Kind::kSemicolon) || After(Kind::kComma) || After(Kind::kAnd);
  }

  // Goes on at word `at` and leaves what is before it out of all items.
  void SkipTo(std::size_t at) { at_ = at; }
  // An item of the words from the next one to `end`.
  CreditItem& Push(CreditItem::Kind kind, std::size_t end) {
    CreditItem item;
    item.kind = kind;
    item.span = line_.Span(at_, end);
    items_.push_back(std::move(item));
    at_ = end;
    return items_.back();
  }

 private:
  const CreditLine& line_;
  std::size_t at_ = 0;
  std::vector<CreditItem> items_;
};

}  // namespace calque::internal
