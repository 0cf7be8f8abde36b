#include "align/segment/tokenizer.h"

#include <algorithm>
#include <utility>

#include "align/base/utf8.h"
#include "align/segment/token_profile.h"
#include "align/segment/token_scanner.h"
#include "align/segment/unspaced_words.h"

namespace calque::internal {
namespace {

class ScanningTokenizer : public Tokenizer {
 public:
  explicit ScanningTokenizer(TokenProfile profile) : profile_(std::move(profile)) {}

  [[nodiscard]] std::vector<Token> Tokens(std::string_view text, ByteSpan span) const override {
    return TokenScanner(profile_, unspaced_, text, span).Scan();
  }

 private:
  TokenProfile profile_;
  UnspacedWords unspaced_;
};

}  // namespace

std::shared_ptr<const Tokenizer> Tokenizer::FromJson(const Json& language_file,
                                                     const std::string& language) {
  return ReadJson(Location{language + ".json", 0, 0}, [&] {
    return std::make_shared<const ScanningTokenizer>(TokenProfile::FromJson(language_file));
  });
}

bool IsTokenized(const Document& document) {
  const auto is_blank = [&](ByteSpan gap) { return TrimSpace(gap.In(document.text)).empty(); };
  return std::ranges::all_of(document.sentences, [&](const Sentence& sentence) {
    std::uint32_t at = sentence.span.begin;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const ByteSpan token = document.tokens[t].span;
      if (token.empty() || !is_blank({at, token.begin})) return false;
      at = token.end;
    }
    return is_blank({at, sentence.span.end});
  });
}

void TokenizeDocument(const Tokenizer& tokenizer, Document* document) {
  document->tokens.clear();
  for (Sentence& sentence : document->sentences) {
    sentence.tokens.begin = static_cast<std::uint32_t>(document->tokens.size());
    const std::vector<Token> tokens = tokenizer.Tokens(document->text, sentence.span);
    document->tokens.insert(document->tokens.end(), tokens.begin(), tokens.end());
    sentence.tokens.end = static_cast<std::uint32_t>(document->tokens.size());
  }
}

}  // namespace calque::internal
