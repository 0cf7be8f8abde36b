// Candidate names in one sentence: from lists, from runs of capitals, behind titles and heads.
#pragma once

#include <vector>

#include "align/entities/name_text.h"

namespace calque::internal {

// Parts [begin, end) of a sentence.
struct NameCandidate {
  std::size_t begin = 0;
  std::size_t end = 0;
  MentionKind kind = MentionKind::kOther;
  const NameForm* form = nullptr;  // of a list; null for a name that only its capitals tell
  bool sure_kind = false;          // said by a list, a title, a head or a legal form
  bool titled = false;
};

// In text order, disjoint.
[[nodiscard]] std::vector<NameCandidate> ScanNames(const NameSentence& sentence,
                                                   const NameText& text,
                                                   const NameGrammar& grammar);

}  // namespace calque::internal
