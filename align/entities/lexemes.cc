#include "align/entities/lexemes.h"

#include <utility>

#include "align/base/utf8.h"
#include "align/entities/codes.h"
#include "align/entities/digits.h"

namespace calque::internal {
namespace {

bool IsWordPart(char32_t c) { return IsLetter(c) || IsMark(c); }

std::size_t WordEnd(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const CodePoint c = DecodeAt(text, at);
    if (!IsWordPart(c.value)) break;
    at = c.end;
  }
  return at;
}

class Lexer {
 public:
  Lexer(std::string_view text, ByteSpan span, const ValueVocabulary& vocabulary)
      : text_(text.substr(0, span.end)), at_(span.begin), vocabulary_(vocabulary) {}

  std::vector<Lexeme> Run() {
    while (at_ < text_.size()) {
      const CodePoint c = DecodeAt(text_, at_);
      if (IsSpace(c.value)) {
        blank_ = true;
        at_ = c.end;
      } else {
        TakeLexeme(c);
        blank_ = false;
      }
    }
    return std::move(lexemes_);
  }

 private:
  void TakeLexeme(CodePoint c) {
    const bool behind_number =
        !blank_ && !lexemes_.empty() && lexemes_.back().kind == Lexeme::Kind::kNumber;
    const bool behind_word =
        !blank_ && !lexemes_.empty() && lexemes_.back().kind == Lexeme::Kind::kWord;
    if (!behind_number && !behind_word && TakeCode()) return;
    if (IsDigit(c.value)) {
      TakeNumber();
    } else if (IsLetter(c.value)) {
      if (behind_number || !TakeModelNumber()) TakeWord(c);
    } else {
      TakeSign(c);
    }
  }

  Lexeme& Push(Lexeme::Kind kind, std::size_t end) {
    Lexeme lexeme;
    lexeme.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    lexeme.kind = kind;
    lexeme.blank_before = blank_;
    at_ = end;
    lexemes_.push_back(std::move(lexeme));
    return lexemes_.back();
  }

  bool TakeCode() {
    std::optional<CodeMatch> found = ScanCode(text_, at_);
    if (!found) return false;
    Push(Lexeme::Kind::kCode, found->end).code = std::move(found->key);
    return true;
  }

  // `EUR20` is money and `km2` a unit, whatever model numbers look like.
  bool TakeModelNumber() {
    std::optional<CodeMatch> found = ScanModelNumber(text_, at_);
    if (!found) return false;
    const std::size_t word_end = WordEnd(text_, at_, text_.size());
    const std::uint32_t word = vocabulary_.WordId(Fold(text_.substr(at_, word_end - at_)));
    const std::uint32_t node = vocabulary_.Next(0, word);
    const std::uint32_t digits = vocabulary_.WordId(text_.substr(word_end, found->end - word_end));
    const bool phrase =
        vocabulary_.Find(vocabulary_.Next(node, digits), Role::kKey) != nullptr;  // `Q1`
    const bool small = !IsUpper(DecodeAt(text_, at_).value);
    if (phrase && !small) return false;
    if (vocabulary_.Find(node, Role::kCurrencySign) != nullptr) return false;
    if (small && vocabulary_.Find(node, Role::kUnit) != nullptr) return false;
    Push(Lexeme::Kind::kCode, found->end).code = std::move(found->key);
    return true;
  }

  void TakeNumber() {
    DigitMatch found = ScanDigits(text_, at_, vocabulary_.conventions);
    if (!found.code.empty()) {
      Push(Lexeme::Kind::kCode, found.end).code = std::move(found.code);
      return;
    }
    Lexeme& lexeme = Push(Lexeme::Kind::kNumber, found.end);
    lexeme.number = found.number;
    lexeme.plain = found.plain;
    lexeme.digits = found.digits;
    lexeme.word = vocabulary_.WordId(lexeme.span.In(text_));
  }

  void TakeWord(CodePoint c) {
    Lexeme& lexeme = Push(Lexeme::Kind::kWord, WordEnd(text_, at_, text_.size()));
    lexeme.capital = IsUpper(c.value);
    const std::string folded = Fold(lexeme.span.In(text_));
    lexeme.word = vocabulary_.WordId(folded);
    if (lexeme.word != 0 || !vocabulary_.conventions.compound_numbers) return;
    if (const auto value = vocabulary_.CompoundValue(folded)) {
      lexeme.number = Decimal(*value);
      lexeme.compound = true;
    }
  }

  void TakeSign(CodePoint c) {
    Lexeme& lexeme = Push(Lexeme::Kind::kSign, c.end);
    const std::string folded = Fold(lexeme.span.In(text_));
    lexeme.sign = folded.empty() ? c.value : DecodeAt(folded, 0).value;
    lexeme.word = vocabulary_.WordId(folded);
  }

  std::string_view text_;
  std::size_t at_;
  const ValueVocabulary& vocabulary_;
  bool blank_ = true;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> Lex(std::string_view text, ByteSpan span, const ValueVocabulary& vocabulary) {
  return Lexer(text, span, vocabulary).Run();
}

std::vector<std::string> SplitPhrase(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < phrase.size();) {
    const CodePoint c = DecodeAt(phrase, at);
    std::size_t end = c.end;
    if (IsLetter(c.value)) {
      end = WordEnd(phrase, at, phrase.size());
    } else if (IsDigit(c.value)) {
      while (end < phrase.size() && IsDigit(DecodeAt(phrase, end).value)) ++end;
    }
    const bool skipped = IsSpace(c.value) || c.value == U'-';
    if (!skipped) words.push_back(Fold(phrase.substr(at, end - at)));
    at = end;
  }
  return words;
}

}  // namespace calque::internal
