#include "align/fidelity/scene_words.h"

#include <algorithm>

#include "align/base/ascii.h"
#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/fidelity/word_parts.h"

namespace calque::internal {
namespace {

// Code units: without a word list, what is not longer is a function word.
constexpr std::uint32_t kShortWord = 3;

WordClass ClassOf(std::string_view text, const std::string& folded, const PhraseSet& functions) {
  const char32_t first = DecodeAt(text, 0).value;
  if (IsDigit(first)) return WordClass::kNumber;
  const bool word = std::any_of(folded.begin(), folded.end(), [](char c) {
    return IsAsciiLower(c) || IsAsciiDigit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  if (!word || (!IsLetter(first) && CodePointCount(text) == 1)) return WordClass::kPunctuation;
  const bool function =
      functions.empty() ? folded.size() <= kShortWord : functions.Contains(folded);
  return function ? WordClass::kFunction : WordClass::kContent;
}

// After an opening quotation mark, a colon or a dateline a capital says nothing.
bool OpensAfter(const Word& previous) { return previous.opens && previous.IsPunctuation(); }
bool OpensQuotation(const Document& document, std::uint32_t token) {
  const std::string_view mark = document.TextOf(document.tokens[token]);
  if (mark == "«" || mark == "“") return true;
  if (mark != "\"") return false;
  // `he left," Panetta said`: a mark that touches only the words before it closes.
  const ByteSpan span = document.tokens[token].span;
  const std::string_view text = document.text;
  if (span.begin == 0 || span.end == text.size()) return true;
  const char32_t before = DecodeBefore(text, span.begin).value;
  const bool ends = before == U'.' || before == U'!' || before == U'?' || before == U'…';
  return ends || IsSpace(before) || !IsSpace(DecodeAt(text, span.end).value);
}
bool EndsDateline(const Document& document, IndexRange<Token> sentence, std::uint32_t token) {
  if (token < sentence.begin + 2) return false;
  const std::string_view dash = document.TextOf(document.tokens[token - 1]);
  return (dash == "-" || dash == "–" || dash == "—" || dash == "--") &&
         document.TextOf(document.tokens[token - 2]) == ")";
}

// `US`, `WHO`: in lower case an everyday word.
bool IsListedAcronym(std::string_view text, const NameGrammar& names) {
  return AllCapitals(text) && std::ranges::any_of(names.gazetteer.Find(text), &NameForm::acronym);
}

// `Dénonçant un complot`, but `New Jersey`.
bool IsOpener(const Document& document, std::uint32_t token, const Word& word,
              const NameGrammar& names) {
  if (!word.opens || !names.openers.contains(word.folded)) return false;
  return token + 1 == document.tokens.size() ||
         !IsUpper(DecodeAt(document.TextOf(document.tokens[token + 1]), 0).value);
}

void LookUpName(const Document& document, std::uint32_t token, const NameGrammar& names,
                Word* word) {
  const std::string_view text = document.TextOf(document.tokens[token]);
  const bool everyday =
      names.common_words.contains(Hash(word->folded)) && !IsListedAcronym(text, names);
  word->generic = everyday || IsOpener(document, token, *word, names) ||
                  names.heads.contains(word->folded) || names.titles.contains(word->folded) ||
                  names.legal_forms.contains(word->folded);
  word->listed = !word->generic && !names.name_words.Find(word->folded).empty();
}

}  // namespace

std::vector<Word> WordsOf(const Document& document, const PhraseSet& functions,
                          const LexiconSide* lexicon, const NameGrammar* names) {
  std::vector<Word> words(document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view text = document.TextOf(document.tokens[i]);
      Word& word = words[i];
      word.folded = Fold(text);
      word.kind = ClassOf(text, word.folded, functions);
      word.capital = IsUpper(DecodeAt(text, 0).value);
      word.opens = i == sentence.tokens.begin || OpensAfter(words[i - 1]) || text == ":" ||
                   OpensQuotation(document, i) || EndsDateline(document, sentence.tokens, i);
      if (lexicon != nullptr) {
        word.type = lexicon->Find(word.folded);
        word.row =
            word.type != kUnknownType || word.capital ? word.type : lexicon->FindClass(word.folded);
      }
      if (names != nullptr && word.capital) LookUpName(document, i, *names, &word);
    }
  }
  return words;
}

void MarkGivenNames(const SideView& side, const NameGrammar& names, std::vector<Word>* words) {
  constexpr char kGiven = 'g';
  for (const Mention& mention : side.mentions()) {
    if (mention.kind != MentionKind::kPerson) continue;
    const IndexRange<Token> tokens = side.TokensIn(mention.span);
    for (std::uint32_t i = tokens.begin; i + 1 < tokens.end; ++i) {
      Word& word = (*words)[i];
      const std::string_view marks = names.name_words.Find(word.folded);
      const bool given = marks.find(kGiven) != std::string_view::npos;
      if (!given || names.titles.contains(word.folded)) continue;
      word.generic = false;
      word.listed = true;
    }
  }
}

}  // namespace calque::internal
