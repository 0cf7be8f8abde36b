#include "align/entities/token_view.h"

#include <unordered_map>

#include "align/base/ascii.h"
#include "align/base/hash.h"
#include "align/base/utf8.h"
#include "align/entities/name_parts.h"
#include "align/entities/tag_text.h"

namespace calque::internal {
namespace {

constexpr std::size_t kFewestShoutedLetters = 8;

char ShapeLetter(char32_t c) {
  if (IsUpper(c)) return 'X';
  if (IsLetter(c)) return 'x';
  if (IsDigit(c)) return 'd';
  return c < 0x80 ? static_cast<char>(c) : '?';
}

std::uint8_t CasingOf(std::size_t letters, std::size_t upper, bool initial) {
  if (letters == 0) return 4;
  if (upper == 0) return 0;
  if (upper == letters) return letters == 1 ? 1 : 2;
  return initial && upper == 1 ? 1 : 3;
}

std::string Unified(std::string_view text) {
  std::string word(text);
  for (char& c : word) c = IsAsciiDigit(c) ? '0' : c;
  return word;
}

TokenView ViewOf(std::string_view text, const NameGrammar& grammar) {
  TokenView view;
  view.text = text;
  view.lower = Lower(text);
  std::string shape;
  std::size_t letters = 0;
  std::size_t upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    at = c.end;
    letters += IsLetter(c.value) ? 1 : 0;
    upper += IsUpper(c.value) ? 1 : 0;
    const char letter = ShapeLetter(c.value);
    if (shape.empty() || shape.back() != letter) shape += letter;
  }
  view.casing = CasingOf(letters, upper, !shape.empty() && shape[0] == 'X');
  view.word = HashOf(Unified(view.lower));
  const std::string folded = Fold(text);
  view.common = grammar.common_words.contains(Hash(folded));
  if (view.casing != 0 && view.casing != 4) view.marks = grammar.name_words.Find(folded);
  view.shape_hash = HashOf(shape);
  view.marks_hash = HashOf(view.marks);
  return view;
}

// Makes a view once and copies it where the same token stands again.
class ViewMaker {
 public:
  // `tokens`: how many there are.
  ViewMaker(const NameGrammar& grammar, std::size_t tokens) : grammar_(grammar) {
    views_.reserve(tokens);
  }

  // All but what the sentence says.
  const TokenView& Of(std::string_view text) {
    const auto [at, fresh] = views_.try_emplace(text);
    if (fresh) at->second = ViewOf(text, grammar_);
    return at->second;
  }
  // The class of a whole view.
  const ClassPath& ClassOf(const TokenView& view) {
    const bool capital_tells = !view.shouting && !view.begins_sentence;
    const auto [at, fresh] = classes_[capital_tells ? 1 : 0].try_emplace(view.text);
    if (fresh) at->second = WordClassOf(Find(view, capital_tells));
    return at->second;
  }

 private:
  // As the word is written, or in lower case where it is not known so or the capital says nothing.
  // Digits are unified, as the lists have them.
  [[nodiscard]] std::string_view Find(const TokenView& view, bool capital_tells) const {
    const SortedWords& classes = grammar_.word_classes;
    const std::string_view first = capital_tells ? view.text : std::string_view(view.lower);
    const std::string_view second = capital_tells ? std::string_view(view.lower) : view.text;
    const std::string_view path = classes.Find(Unified(first));
    return path.empty() && first != second ? classes.Find(Unified(second)) : path;
  }

  const NameGrammar& grammar_;
  std::unordered_map<std::string_view, TokenView> views_;
  std::unordered_map<std::string_view, ClassPath> classes_[2];  // the second where capitals tell
};

bool IsShouting(const TokenView* begin, const TokenView* end) {
  std::size_t upper = 0;
  for (const TokenView* view = begin; view != end; ++view) {
    if (view->casing == 0 || view->casing == 1 || view->casing == 3) return false;
    if (view->casing == 2) upper += view->text.size();
  }
  return upper >= kFewestShoutedLetters;
}

// Marks the tokens of phrases that lists know. 1 + 8·kind + place: 0 alone, 1 first, 2 inside,
// 3 last; 4 more for demonyms.
void MarkLists(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar,
               std::vector<TokenView>* views) {
  std::size_t first = 0;
  for (const TaggedSentence& sentence : sentences) {
    std::string text;
    std::vector<std::uint32_t> token_of_byte;
    for (std::uint32_t t = 0; t < sentence.tokens.size(); ++t) {
      text += sentence.tokens[t];
      text += ' ';
      token_of_byte.resize(text.size(), t);
    }
    const std::vector<NamePart> parts =
        SplitNameParts(text, {0, static_cast<std::uint32_t>(text.size())});
    for (std::size_t i = 0; i < parts.size();) {
      const std::vector<const NameForm*> forms = grammar.gazetteer.LongestAt(parts, i);
      if (forms.empty()) {
        ++i;
        continue;
      }
      const NameForm& form = *forms.front();
      const std::uint32_t begin = token_of_byte[parts[i].span.begin];
      const std::uint32_t last = token_of_byte[parts[i + form.parts - 1].span.begin];
      const auto kind = static_cast<std::uint32_t>(form.kind);
      for (std::uint32_t t = begin; t <= last; ++t) {
        const std::uint32_t place = begin == last ? 0U : t == begin ? 1U : t == last ? 3U : 2U;
        (*views)[first + t].list = 1 + 8 * kind + place + (form.demonym ? 4U : 0U);
      }
      i += form.parts;
    }
    first += sentence.tokens.size();
  }
}

// Marks the tokens of names that the grammar finds, by lists, titles, heads and capitals.
void MarkRules(const std::vector<TaggedSentence>& sentences, const NameGrammar& grammar,
               std::vector<TokenView>* views) {
  const std::vector<std::vector<NameSpan>> found = FindNameSpans(sentences, grammar, nullptr);
  std::size_t first = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (const NameSpan& name : found[s]) {
      const auto sure = static_cast<std::uint32_t>(name.probability * 100.0F);
      const std::uint32_t kind = HashOf(name.span.type) + sure;
      for (std::uint32_t t = name.span.begin; t < name.span.end; ++t) {
        const std::uint32_t place =
            (t == name.span.begin ? 1U : 0U) + (t + 1 == name.span.end ? 2U : 0U);
        (*views)[first + t].rule = kind * 4 + place;
      }
    }
    first += sentences[s].tokens.size();
  }
}

}  // namespace

std::uint32_t HashOf(std::string_view text) {
  const std::uint64_t hash = Hash(text);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

ClassPath WordClassOf(std::string_view path) {
  ClassPath word_class{path, {}, HashOf(path)};
  for (std::size_t i = 0; i < std::size(kClassPrefixes); ++i) {
    word_class.prefixes[i] = HashOf(path.substr(0, kClassPrefixes[i]));
  }
  return word_class;
}

std::vector<TokenView> ViewTokens(const std::vector<TaggedSentence>& sentences,
                                  const NameGrammar& grammar) {
  std::size_t tokens = 0;
  for (const TaggedSentence& sentence : sentences) tokens += sentence.tokens.size();
  std::vector<TokenView> views;
  views.reserve(tokens);
  ViewMaker maker(grammar, tokens);
  for (const TaggedSentence& sentence : sentences) {
    const std::size_t begin = views.size();
    for (const std::string& token : sentence.tokens) views.push_back(maker.Of(token));
    if (begin == views.size()) continue;
    views[begin].begins_sentence = true;
    const bool shouting = IsShouting(views.data() + begin, views.data() + views.size());
    for (std::size_t i = begin; i < views.size(); ++i) {
      views[i].shouting = shouting;
      views[i].word_class = maker.ClassOf(views[i]);
    }
  }
  MarkLists(sentences, grammar, &views);
  MarkRules(sentences, grammar, &views);
  return views;
}

}  // namespace calque::internal
