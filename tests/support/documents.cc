#include "tests/support/documents.h"

#include "align/base/hash.h"
#include "align/io/data_directory.h"
#include "align/segment/tokenizer.h"

namespace calque::test {

Document LinesDocument(const std::vector<std::string>& sentences, const std::string& language) {
  Document document;
  document.language = language;
  for (const std::string& sentence : sentences) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += sentence;
    const auto end = static_cast<std::uint32_t>(document.text.size());
    const auto index = static_cast<std::uint32_t>(document.sentences.size());
    document.sentences.push_back({{begin, end}, {}, 1.0F});
    document.paragraphs.push_back({{begin, end}, {index, index + 1}, ParagraphKind::kBody});
    document.text += '\n';
  }
  const auto rules = internal::LoadLanguageFile(CALQUE_SOURCE_DIRECTORY "/corpora", language);
  internal::TokenizeDocument(*internal::Tokenizer::FromJson(rules, language), &document);
  return document;
}

Document RandomDocument(std::uint64_t seed, std::uint32_t count) {
  std::uint64_t state = seed;
  const auto draw = [&](std::uint64_t below) { return internal::Mix(++state) % below; };
  std::vector<std::string> sentences(count);
  for (std::string& sentence : sentences) {
    for (std::uint64_t left = draw(13); left > 0; --left) {
      std::string word = "w";
      for (std::uint64_t n = draw(40); n > 0; n /= 3) word += static_cast<char>('a' + n % 26);
      sentence += (sentence.empty() ? "" : " ") + word;
    }
  }
  return LinesDocument(sentences, "und");
}

}  // namespace calque::test
