#include "align/entities/lexemes.h"

namespace calque::internal {

std::optional<LexemeReader::Match> LexemeReader::Find(std::uint32_t at, Role role) const {
  if (!Has(at) || !vocabulary.MayStart(lexemes[at].word, RoleBit(role))) return std::nullopt;
  const bool capital = lexemes[at].capital;
  std::optional<Match> best;
  std::uint32_t node = 0;
  while (Has(at)) {
    node = vocabulary.Next(node, lexemes[at].word);
    if (node == 0) break;
    ++at;
    const Term* term = vocabulary.Find(node, role);
    if (term != nullptr && (capital || !term->capital)) best = Match{at, term};
    at = SkipHyphen(at);
  }
  return best;
}

std::optional<LexemeReader::Match> LexemeReader::FindGlued(std::uint32_t at, Role role) const {
  const std::optional<Match> found = Find(at, role);
  if (!found) return std::nullopt;
  for (std::uint32_t i = at; i < found->end; ++i) {
    if (!IsGlued(i)) return std::nullopt;
  }
  return found;
}

bool LexemeReader::IsNumber(std::uint32_t at) const {
  return Has(at) && lexemes[at].kind == Lexeme::Kind::kNumber;
}

bool LexemeReader::IsWord(std::uint32_t at) const {
  return Has(at) && lexemes[at].kind == Lexeme::Kind::kWord;
}

bool LexemeReader::IsSign(std::uint32_t at, char32_t sign) const {
  return Has(at) && lexemes[at].kind == Lexeme::Kind::kSign && lexemes[at].sign == sign;
}

bool LexemeReader::IsDash(std::uint32_t at) const {
  return IsSign(at, U'-') || IsSign(at, U'\u2013') || IsSign(at, U'\u2014') ||
         IsSign(at, U'\u2212');
}

bool LexemeReader::IsGlued(std::uint32_t at) const {
  return Has(at) && at > 0 && !lexemes[at].blank_before;
}

std::uint32_t LexemeReader::SkipHyphen(std::uint32_t at) const {
  return IsSign(at, U'-') && IsGlued(at) && IsGlued(at + 1) ? at + 1 : at;
}

bool LexemeReader::Follows(std::uint32_t at, Role role) const {
  constexpr std::uint32_t kLongestLead = 3;  // words of a phrase such as `jusqu'à`
  for (std::uint32_t size = 1; size <= kLongestLead && size <= at; ++size) {
    const std::optional<Match> found = Find(at - size, role);
    if (found && found->end == at) return true;
  }
  return false;
}

int LexemeReader::PlainNumber(std::uint32_t at, int max_digits) const {
  if (!IsNumber(at) || !lexemes[at].plain || lexemes[at].digits > max_digits) return -1;
  return static_cast<int>(lexemes[at].number.ToInteger().value_or(-1));
}

}  // namespace calque::internal
