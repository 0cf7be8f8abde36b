#include "align/fidelity/desk_habits.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "align/fidelity/runs.h"

namespace calque::internal {
namespace {

class Habits {
 public:
  Habits(const View& view, IndexRange<Token> here) : view_(view), here_(here) {}

  // Some words at the ends of the run may render something all the same.
  [[nodiscard]] bool IsGloss(IndexRange<Token> run) const {
    constexpr std::uint32_t kMostRendered = 3;
    std::uint32_t begin = run.begin;
    while (run.begin - begin < kMostRendered && !MarkBefore(begin)) --begin;
    std::uint32_t end = run.end;
    while (end - run.end < kMostRendered && !MarkBehind(end)) ++end;
    if (begin == here_.begin || end == here_.end) return false;
    const std::string_view before = Mark(begin - 1);
    const std::string_view behind = Mark(end);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPairs{
        {{"(", ")"}, {"[", "]"}, {"--", "--"}, {"–", "–"}, {"—", "—"}}};
    return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
      return before == pair.first && behind == pair.second;
    });
  }

  [[nodiscard]] bool IsApposition(IndexRange<Token> run) const {
    constexpr std::uint32_t kLongest = 14;
    const auto words = view_.here().words();
    std::uint32_t begin = WithArticle(run.begin);
    while (begin < run.end && (words[begin].capital || words[begin].IsPunctuation())) ++begin;
    const std::uint32_t end = CloseAtMark({begin, run.end});
    if (view_.from_source() || begin < here_.begin + 2 || begin == end) return false;
    if (end - begin > kLongest) return false;
    if (!view_.here().rules().apposing.Contains(words[begin].folded)) return false;
    if (Mark(begin - 1) != "," || !MarkBehind(end)) return false;
    std::uint32_t name = begin - 2;
    while (name > here_.begin && words[name].IsPunctuation()) --name;
    return words[name].capital;
  }

  [[nodiscard]] bool MarkBefore(std::uint32_t token) const {
    return token == here_.begin || view_.here().words()[token - 1].IsPunctuation();
  }
  [[nodiscard]] bool MarkBehind(std::uint32_t token) const {
    return token == here_.end || view_.here().words()[token].IsPunctuation();
  }

 private:
  // Where the run begins if an article that something renders by chance is part of it.
  [[nodiscard]] std::uint32_t WithArticle(std::uint32_t begin) const {
    const bool article = begin > here_.begin && view_.here().rules().apposing.Contains(
                                                    view_.here().words()[begin - 1].folded);
    return article && MarkBefore(begin - 1) ? begin - 1 : begin;
  }
  // Where the run ends if the function words behind its last mark are none of it: `…, a`.
  [[nodiscard]] std::uint32_t CloseAtMark(IndexRange<Token> run) const {
    const auto words = view_.here().words();
    std::uint32_t end = run.end;
    while (end > run.begin && words[end - 1].kind == WordClass::kFunction) --end;
    return end > run.begin && words[end - 1].IsPunctuation() ? end - 1 : run.end;
  }
  [[nodiscard]] std::string_view Mark(std::uint32_t token) const {
    return view_.here().document().TextOf(view_.here().document().tokens[token]);
  }

  const View& view_;
  IndexRange<Token> here_;
};

}  // namespace

bool IsExplanation(const View& view, IndexRange<Token> here, IndexRange<Token> run) {
  const Habits habits(view, here);
  return habits.IsGloss(run) || habits.IsApposition(run);
}

bool IsAttribution(const View& view, IndexRange<Token> run) {
  constexpr std::uint32_t kMostContent = 3;
  const auto words = view.here().words().subspan(run.begin, run.size());
  if (view.here().rules().relatives.Contains(view.here().words()[run.begin].folded)) return false;
  return CountContent(view.here(), run) <= kMostContent &&
         std::any_of(words.begin(), words.end(), [&](const Word& word) {
           return view.here().rules().says.Contains(word.folded);
         });
}

bool IsSubhead(const SideView& side, IndexRange<Token> tokens) {
  const ByteSpan span = side.SpanOf(tokens);
  const std::optional<Dateline>& dateline = side.document().dateline;
  const auto& paragraphs = side.document().paragraphs;
  auto at = std::ranges::partition_point(
      paragraphs, [&](const Paragraph& paragraph) { return paragraph.span.end <= span.begin; });
  bool all = at != paragraphs.end();
  for (; all && at != paragraphs.end() && at->span.begin < span.end; ++at) {
    const bool point =
        at->kind == ParagraphKind::kListItem && dateline && at->span.end <= dateline->span.begin;
    all = at->kind == ParagraphKind::kSubhead || point;
  }
  return all;
}

bool IsRewrittenHeadline(const View& view, IndexRange<Token> tokens) {
  return !view.there().document().headline.empty() &&
         view.here().InHeadline(view.here().SpanOf(tokens));
}

bool IsMarkedBefore(const View& view, IndexRange<Token> here, IndexRange<Token> run) {
  return Habits(view, here).MarkBefore(run.begin);
}

bool IsMarkedBehind(const View& view, IndexRange<Token> here, IndexRange<Token> run) {
  return Habits(view, here).MarkBehind(run.end);
}

}  // namespace calque::internal
