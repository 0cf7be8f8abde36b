// Any bytes as text in any language: the first byte chooses the language and the options.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "align/io/data_directory.h"
#include "align/segment/tokenizer.h"
#include "tests/support/segmentation_invariants.h"

namespace calque::internal {
namespace {

constexpr const char* kLanguages[] = {"en", "fr", "de", "zh", "ja", "ar", "ru", "und"};
constexpr std::uint8_t kWholeQuotations = 0x80;
constexpr std::uint8_t kWholeEnumerations = 0x40;

struct Language {
  std::shared_ptr<const Segmenter> segmenter;
  std::shared_ptr<const Tokenizer> tokenizer;
};

const Language& LanguageOf(const std::string& name) {
  static std::map<std::string, Language> languages;
  Language& language = languages[name];
  if (language.segmenter == nullptr) {
    const Json file = LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", name);
    language = {Segmenter::FromJson(file, name), Tokenizer::FromJson(file, name)};
  }
  return language;
}

void Expect(const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

void Check(std::uint8_t choice, std::string_view text) {
  const Language& language = LanguageOf(kLanguages[choice % std::size(kLanguages)]);
  SegmentOptions options;
  if ((choice & kWholeQuotations) != 0) options.quotations = SegmentOptions::Quotations::kWhole;
  if ((choice & kWholeEnumerations) != 0) {
    options.enumerations = SegmentOptions::Enumerations::kWhole;
  }
  const ByteSpan unit{0, static_cast<std::uint32_t>(text.size())};
  const SegmentedUnits segmented = language.segmenter->Segment(text, std::span(&unit, 1), options);
  Expect(test::BrokenSentences(text, std::span(&unit, 1), segmented));
  for (const Sentence& sentence : segmented.sentences) {
    const ByteSpan span = sentence.span;
    Expect(test::BrokenTokens(text, span, language.tokenizer->Tokens(text, span)));
    Expect(test::BrokenSoftBoundaries(text, span, SoftBoundaries(text, span)));
  }
}

}  // namespace
}  // namespace calque::internal

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  calque::internal::Check(data[0], text);
  return 0;
}
