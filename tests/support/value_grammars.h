// Values by the grammars that ship, for tests, fuzzers and benchmarks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/entities/values.h"

namespace calque::test {

// Read once a language; not to be called from two threads at once.
[[nodiscard]] const internal::ValueGrammar& ValueGrammarOf(const std::string& language);

// Values of the whole of `text`.
[[nodiscard]] std::vector<Mention> ValuesOf(std::string_view text, const std::string& language);

// Their keys, a blank between two.
[[nodiscard]] std::string KeysOf(std::string_view text, const std::string& language);

}  // namespace calque::test
