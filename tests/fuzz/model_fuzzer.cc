// Any bytes as a model file, its magic, version, size and checksum mended so that what lies behind
// them is reached: refused, or fit for aligning sentences and mirrored without harm.
#include <cstdint>
#include <cstring>
#include <string>

#include "align/base/checksum.h"
#include "align/beads/bead_aligner.h"
#include "align/model/model.h"
#include "align/model/section_file.h"
#include "calque/error.h"
#include "tests/support/documents.h"

namespace calque::internal {
namespace {

constexpr std::size_t kChecked = 32;  // where the bytes under the checksum begin; section_file.h

void Put(std::uint64_t value, std::size_t offset, std::string* bytes) {
  std::memcpy(bytes->data() + offset, &value, sizeof(value));
}

void Mend(std::string* bytes) {
  if (bytes->size() < kChecked) return;
  std::memcpy(bytes->data(),
              "\x89"
              "CALQUE\n",
              8);
  Put(kSectionFileVersion, 8, bytes);
  Put(bytes->size(), 16, bytes);
  Put(Checksum(std::string_view(*bytes).substr(kChecked)), 24, bytes);
}

void Check(std::string bytes) {
  Mend(&bytes);
  const auto model = Model::FromBytes(bytes, "fuzz");
  static const Document source =
      test::LinesDocument({"The house is red.", "Dana Okoro left in 2011."}, "en");
  static const Document target =
      test::LinesDocument({"La maison est rouge.", "Dana Okoro est partie en 2011."}, "fr");
  static_cast<void>(AlignSentences(source, target, &model->lexicon(), {}));
  static_cast<void>(AlignSentences(target, source, &model->Mirrored()->lexicon(), {}));
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    calque::internal::Check({reinterpret_cast<const char*>(data), size});
  } catch (const calque::Error&) {
  }
  return 0;
}
