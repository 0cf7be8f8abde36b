#include "align/entities/name_titles.h"

#include <string>

namespace calque::internal {

NameTitles::NameTitles(const NameSentence& sentence, const NameGrammar& grammar)
    : sentence_(sentence), grammar_(grammar) {
  ends_.reserve(sentence.parts.size());
  for (std::size_t at = 0; at < sentence.parts.size(); ++at) ends_.push_back(FindEnd(at));
}

std::size_t NameTitles::FindEnd(std::size_t at) const {
  const std::vector<NamePart>& parts = sentence_.parts;
  std::size_t end = at;
  std::string phrase;
  for (std::size_t i = at; i + 1 < parts.size() && i - at < grammar_.longest_title; ++i) {
    if (sentence_.blocked[i] || (i > at && parts[i].before == Gap::kBreak)) break;
    if (i > at) phrase += ' ';
    phrase += parts[i].folded;
    const NamePart& next = parts[i + 1];
    const bool joined = next.before == Gap::kSpace || next.before == Gap::kDotSpace;
    if (joined && next.HasCapital() && grammar_.titles.contains(phrase)) end = i + 1;
  }
  return end;
}

bool NameTitles::StandsBefore(std::size_t at) const {
  for (std::size_t length = 1; length <= grammar_.longest_title && length <= at; ++length) {
    if (EndAt(at - length) == at) return true;
  }
  return false;
}

bool NameTitles::HeadOf(std::size_t at) const {
  const std::span<const NamePart> parts = sentence_.parts;
  bool joined = false;
  std::size_t end = at;
  for (; end > 0 && parts[end].before != Gap::kBreak; --end) {
    const std::string& word = parts[end - 1].folded;
    if (!grammar_.joiners.contains(word) && !grammar_.determiners.contains(word)) break;
    joined |= grammar_.joiners.contains(word);
  }
  if (!joined) return false;
  if (EndsTitle(end)) return true;
  return end > 1 && parts[end - 1].before == Gap::kSpace &&  // `président exécutif de`
         parts[end - 1].shape == Shape::kLower && EndsTitle(end - 1);
}

bool NameTitles::EndsTitle(std::size_t end) const {
  const std::span<const NamePart> parts = sentence_.parts;
  for (std::size_t length = 1; length <= grammar_.longest_title && length <= end; ++length) {
    if (parts[end - length + 1].before == Gap::kBreak) return false;
    if (IsTitle(parts.subspan(end - length, length), grammar_)) return true;
  }
  return false;
}

bool IsTitle(std::span<const NamePart> parts, const NameGrammar& grammar) {
  std::string phrase;
  for (const NamePart& part : parts) {
    if (!phrase.empty() && part.shape == Shape::kLower) {
      const std::span<const NameForm> forms = grammar.gazetteer.Find(part.folded);
      if (!forms.empty() && forms.front().demonym) continue;
    }
    phrase += (phrase.empty() ? "" : " ") + part.folded;
  }
  return grammar.titles.contains(phrase);
}

}  // namespace calque::internal
