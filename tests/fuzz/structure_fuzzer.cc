// Any bytes as a plain text dispatch: read, analysed, and what must hold of every document checked.
// The first byte chooses the language and whether a second makes a typed block of the rest.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "align/read/plain_text.h"
#include "align/structure/structure.h"
#include "tests/support/dispatches.h"
#include "tests/support/structure_invariants.h"

namespace calque::internal {
namespace {

constexpr const char* kLanguages[] = {"en", "fr", "de", "es", "it", "pt", "und"};
constexpr std::uint8_t kTyped = 0x80;
constexpr std::uint8_t kKinds = 9;

void Check(const std::uint8_t* data, std::size_t size) {
  const char* language = kLanguages[(data[0] & 0x7F) % std::size(kLanguages)];
  RawDocument raw =
      ReadPlainText(std::string(reinterpret_cast<const char*>(data) + 2, size - 2), "fuzz");
  if ((data[0] & kTyped) != 0) {
    const auto end = static_cast<std::uint32_t>(raw.text.size());
    raw.blocks.push_back({{0, end}, static_cast<ParagraphKind>(data[1] % kKinds)});
  }
  const std::string broken =
      test::BrokenInvariant(AnalyseStructure(std::move(raw), *test::ShippedGrammar(language)));
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  try {
    calque::internal::Check(data, size);
  } catch (const calque::Error&) {
    return 0;  // binary data is refused
  }
  return 0;
}
