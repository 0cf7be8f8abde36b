#include "align/model/lexicon.h"

#include <string>

#include "align/base/hash.h"
#include "align/model/prefix_class.h"

namespace calque::internal {

std::uint64_t TypeHash(std::string_view word) { return Mix(Hash(word)); }

TypeId LexiconSide::Find(std::string_view folded) const {
  if (arrays_.directory.size() < 2) return kUnknownType;
  const std::size_t slots = arrays_.directory.size() - 1;  // a power of two
  const int bits = std::countr_zero(slots);
  const std::uint64_t slot = bits == 0 ? 0 : TypeHash(folded) >> (64 - bits);
  for (TypeId type = arrays_.directory[slot]; type < arrays_.directory[slot + 1]; ++type) {
    if (Word(type) == folded) return type;
  }
  return kUnknownType;
}

TypeId LexiconSide::FindClass(std::string_view folded) const {
  const std::string prefix = PrefixClass(folded);
  return prefix.empty() ? kUnknownType : Find(prefix);
}

float LexiconSide::Probability(TypeId type, TypeId other) const {
  for (const Translation& translation : TranslationsOf(type)) {
    if (translation.type() == other) return translation.probability();
  }
  return 0.0F;
}

}  // namespace calque::internal
