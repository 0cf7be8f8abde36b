#include "align/entities/tag_mention.h"

#include <algorithm>
#include <string>

#include "align/entities/name_titles.h"
#include "align/entities/tag_text.h"

namespace calque::internal {
namespace {

constexpr std::uint32_t kLongestLead = 6;  // tokens of a title before the name that it runs into

class Trimmer {
 public:
  Trimmer(const Document& document, const NameGrammar& grammar)
      : document_(document), grammar_(grammar) {}

  std::optional<Mention> MentionOf(const Sentence& sentence, const TagSpan& span,
                                   float probability) const {
    const Token& first = document_.tokens[sentence.tokens.begin + span.begin];
    const Token& last = document_.tokens[sentence.tokens.begin + span.end - 1];
    Mention mention;
    mention.span = {first.span.begin, last.span.end};
    mention.kind = KindOfConllType(span.type);
    mention.probability = probability;
    std::size_t skip = 0;
    std::vector<NamePart> parts = SplitNameParts(document_.text, mention.span);
    CutFullStop(parts, &mention);
    CutAtMarks(&parts, &mention);
    CutSmallEnd(&parts, &mention);
    CutRoles(&parts, &mention);
    if (EndsInPossessive(parts)) {
      parts.pop_back();
      mention.span.end = parts.back().span.end;
    }
    CutCompoundEnd(&parts, &mention);
    skip = OfficeEnd(sentence, span, parts);
    if (skip > 0) mention.kind = MentionKind::kPerson;
    if (skip == 0 && mention.kind != MentionKind::kPerson) skip = RoleAt(parts);
    if (skip == 0) skip = CompoundAt(parts);
    while (skip < parts.size() &&
           IsOutside(parts, skip, mention.kind, span.begin == 0 && skip == 0)) {
      ++skip;
    }
    if (skip == parts.size()) return std::nullopt;
    if (IsBare(parts) || IsOpener(std::span(parts).subspan(skip))) return std::nullopt;
    if (AreTitles(grammar_, std::span(parts).subspan(skip))) return std::nullopt;
    if (BeginsTitle(sentence, span, parts)) return std::nullopt;
    if (skip > 0) mention.span.begin = parts[skip].span.begin;
    mention.key = KeyOf(mention);
    return mention;
  }

 private:
  // `Prime` before `Minister`.
  bool BeginsTitle(const Sentence& sentence, const TagSpan& span,
                   const std::vector<NamePart>& parts) const {
    const std::uint32_t next = sentence.tokens.begin + span.end;
    if (next >= sentence.tokens.end) return false;
    std::string phrase;
    for (const NamePart& part : parts) phrase += part.folded + ' ';
    return grammar_.titles.contains(phrase + PhraseKey(document_.TextOf(document_.tokens[next])));
  }

  // One word that no list knows and that begins sentences: `Government`.
  bool IsOpener(std::span<const NamePart> parts) const {
    return parts.size() == 1 && parts[0].shape == Shape::kCapital &&
           grammar_.openers.contains(parts[0].folded) &&
           grammar_.gazetteer.Find(parts[0].folded).empty();
  }

  // One letter, or nothing with a capital.
  static bool IsBare(const std::vector<NamePart>& parts) {
    if (parts.size() == 1 && parts[0].shape == Shape::kInitial) return true;
    return std::none_of(parts.begin(), parts.end(),
                        [](const NamePart& part) { return part.HasCapital(); });
  }

  // `David Cameron, le Prince William`: persons end at a comma, whatever the tagger learnt of
  // appositions; every name ends at a quotation mark that closes.
  void CutAtMarks(std::vector<NamePart>* parts, Mention* mention) const {
    for (std::size_t i = 1; i < parts->size(); ++i) {
      const ByteSpan gap{(*parts)[i - 1].span.end, (*parts)[i].span.begin};
      const std::string_view between = gap.In(document_.text);
      const bool comma = mention->kind == MentionKind::kPerson && between.starts_with(',');
      if (!comma && !ClosesQuotation(between)) continue;
      parts->resize(i);
      mention->span.end = parts->back().span.end;
    }
  }
  static bool ClosesQuotation(std::string_view between) {
    return between.starts_with('"') || between.starts_with("\u201D") ||
           between.find("\u00BB") != std::string_view::npos;
  }

  // `Amazon.com.`, one token: the full stop of a sentence is of no name, unlike that of `U.S.`.
  void CutFullStop(const std::vector<NamePart>& parts, Mention* mention) const {
    if (parts.empty() || document_.text[mention->span.end - 1] != '.') return;
    const NamePart& last = parts.back();
    if (last.shape == Shape::kInitial || grammar_.legal_forms.contains(last.folded)) return;
    for (const NameForm& form : grammar_.gazetteer.Find(mention->span.In(document_.text))) {
      if (form.full_stop) return;
    }
    mention->span.end = last.span.end;
  }

  // `Aguirre relates`: no person ends in lower case.
  static void CutSmallEnd(std::vector<NamePart>* parts, Mention* mention) {
    if (mention->kind != MentionKind::kPerson) return;
    while (parts->size() > 1 && parts->back().shape == Shape::kLower) {
      parts->pop_back();
      mention->span.end = parts->back().span.end;
    }
  }

  // `Nintendo spokesman`, `Berlusconi government`: roles in lower case end no name.
  void CutRoles(std::vector<NamePart>* parts, Mention* mention) const {
    while (parts->size() > 1 && parts->back().shape == Shape::kLower &&
           (grammar_.titles.contains(parts->back().folded) ||
            grammar_.openers.contains(parts->back().folded))) {
      parts->pop_back();
      mention->span.end = parts->back().span.end;
    }
  }

  // The parts that end a title which begins before: `Intérieur` of `Intérieur Ana Vilhena` behind
  // `ministre de l'`; 0 where none does.
  std::size_t OfficeEnd(const Sentence& sentence, const TagSpan& span,
                        const std::vector<NamePart>& parts) const {
    if (parts.size() < 2 || span.begin == 0) return 0;
    const std::uint32_t before = std::min<std::uint32_t>(span.begin, kLongestLead);
    const std::uint32_t first = sentence.tokens.begin + span.begin - before;
    std::vector<NamePart> all =
        SplitNameParts(document_.text, {document_.tokens[first].span.begin, parts[0].span.begin});
    const std::size_t lead = all.size();
    const std::size_t first_begin = lead - std::min(lead, grammar_.longest_title);
    const std::size_t last_end = std::min(parts.size() - 1, grammar_.longest_title);
    all.insert(all.end(), parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(last_end));
    for (std::size_t end = last_end; end > 0; --end) {
      const NamePart& next = parts[end];
      if (!next.HasCapital() || grammar_.common_words.contains(next.hash)) continue;
      for (std::size_t begin = first_begin; begin < lead; ++begin) {
        if (IsTitle(std::span(all).subspan(begin, lead - begin + end), grammar_)) return end;
      }
    }
    return 0;
  }

  // The parts of `CEO of` in `CEO of Qantas`; 0 where no such role begins a name. The Minister of
  // Finance is of no Finance.
  std::size_t RoleAt(const std::vector<NamePart>& parts) const {
    const bool role = parts.size() > 2 && grammar_.titles.contains(parts[0].folded) &&
                      parts[1].shape == Shape::kLower && grammar_.joiners.contains(parts[1].folded);
    if (!role || !grammar_.gazetteer.LongestAt(parts, 0).empty()) return 0;
    std::string office;  // `finance minister`
    bool named = false;
    for (const NamePart& part : std::span(parts).subspan(2)) {
      office += part.folded + ' ';
      named |= part.HasCapital() && !grammar_.common_words.contains(part.hash);
    }
    if (grammar_.titles.contains(office + parts[0].folded)) return 0;
    return named ? 2 : 0;
  }

  // `Aliyun's`, one token.
  bool EndsInPossessive(const std::vector<NamePart>& parts) const {
    return parts.size() > 1 && parts.back().before == Gap::kApostrophe &&
           grammar_.possessives.contains(parts.back().folded);
  }

  // `based` behind a hyphen.
  bool IsSuffix(const NamePart& part) const {
    return part.before == Gap::kHyphen && part.shape == Shape::kLower &&
           grammar_.suffixes.contains(part.folded);
  }

  // `Hamas-run`: of the name is what stands before.
  void CutCompoundEnd(std::vector<NamePart>* parts, Mention* mention) const {
    if (parts->size() < 2 || !IsSuffix(parts->back())) return;
    parts->pop_back();
    mention->span.end = parts->back().span.end;
  }

  // The parts of `ex` in `ex-Google`, of `Manila-based` before a name; 0 where none are.
  std::size_t CompoundAt(const std::vector<NamePart>& parts) const {
    const bool prefix = parts.size() > 1 && parts[0].shape == Shape::kLower &&
                        grammar_.prefixes.contains(parts[0].folded) &&
                        parts[1].before == Gap::kHyphen && parts[1].HasCapital();
    if (prefix) return 1;
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
      if (IsSuffix(parts[i]) && parts[i + 1].HasCapital()) return i + 1;
    }
    return 0;
  }

  bool IsOutside(const std::vector<NamePart>& parts, std::size_t at, MentionKind kind,
                 bool opens) const {
    const NamePart& part = parts[at];
    if (kind == MentionKind::kPerson && grammar_.titles.contains(part.folded)) return true;
    const bool small = part.shape == Shape::kLower || opens;
    if (small && grammar_.determiners.contains(part.folded)) return true;
    if (part.shape != Shape::kLower || grammar_.particles.contains(part.folded)) return false;
    // `souligna Marek`, `société Tropico Plus`: few words begin a name without a capital.
    if (at + 1 < parts.size() && parts[at + 1].before != Gap::kSpace) return false;
    return !grammar_.lower_heads.contains(part.folded) &&
           grammar_.gazetteer.LongestAt(parts, at).empty();
  }

  std::string KeyOf(const Mention& mention) const {
    const std::string_view text = mention.span.In(document_.text);
    for (const NameForm& form : grammar_.gazetteer.Find(text)) {
      if (form.kind == mention.kind) return grammar_.gazetteer.Key(form);
    }
    return std::string(ToString(mention.kind)) + ':' + PhraseKey(text);
  }

  const Document& document_;
  const NameGrammar& grammar_;
};

}  // namespace

std::optional<Mention> MentionOfTag(const Document& document, const NameGrammar& grammar,
                                    const Sentence& sentence, const TagSpan& span,
                                    float probability) {
  return Trimmer(document, grammar).MentionOf(sentence, span, probability);
}

bool AreTitles(const NameGrammar& grammar, std::span<const NamePart> parts) {
  std::string phrase;
  bool each = true;
  for (const NamePart& part : parts) {
    phrase += (phrase.empty() ? "" : " ") + part.folded;
    each &= grammar.titles.contains(part.folded);
  }
  return each || grammar.titles.contains(phrase);
}

}  // namespace calque::internal
