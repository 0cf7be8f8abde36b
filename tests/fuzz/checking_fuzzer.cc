// Any bytes as a glossary and as a list of suppressions: read, or refused with a place.
#include <cstdint>
#include <string_view>

#include "align/fidelity/glossary.h"
#include "align/fidelity/suppressions.h"
#include "align/read/glossary.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

template <typename Read>
void Try(const Read& read) {
  try {
    read();
  } catch (const Error&) {
    return;  // refused
  }
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace calque::internal;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Try([&] { (void)Glossary(ReadGlossary(bytes, "fuzz", {"en", "fr"})); });
  Try([&] { (void)Suppressions::Parse(bytes, "fuzz"); });
  return 0;
}
