#include "align/entities/tagger_second_pass.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "align/base/hash.h"
#include "align/entities/tagger_labels.h"
#include "align/entities/token_view.h"

namespace calque::internal {
namespace {

constexpr std::size_t kLongestName = 8;  // tokens of a name whose parts are looked for

using Votes = std::map<std::uint32_t, int>;  // by hash of label or type

// The commonest, the lowest hash of those; 0 where there is none.
std::uint32_t Winner(const Votes& votes) {
  const auto best = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() || best->second <= 0 ? 0 : best->first;
}

class SecondPass {
 public:
  SecondPass(const std::vector<TaggedSentence>& sentences, const std::vector<TokenView>& views,
             const Neighbourhood& neighbourhood, const FirstPass& first_pass)
      : views_(views), neighbourhood_(neighbourhood) {
    std::size_t begin = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const std::size_t size = sentences[s].tokens.size();
      for (const std::string& label : LabelsOfTags(TagsOfSpans(first_pass[s], size))) {
        labels_.push_back(HashOf(label));
      }
      for (const TagSpan& span : first_pass[s]) {
        spans_.push_back({begin + span.begin, begin + span.end, HashOf(span.type)});
      }
      begin += size;
    }
    for (const Span& span : spans_) Count(span);
  }

  std::vector<SecondPassView> View() const {
    std::vector<SecondPassView> result(labels_.size());
    for (std::size_t token = 0; token < labels_.size(); ++token) {
      SecondPassView& view = result[token];
      view.own = labels_[token];
      if (views_[token].casing == 0 || views_[token].casing == 4) continue;
      Votes votes;
      for (const std::size_t other : neighbourhood_.Others(token)) ++votes[labels_[other]];
      view.word = Winner(votes);
      view.longer = Lookup(longer_, KeyOf(token, token + 1), 0);
    }
    for (const Span& span : spans_) {
      const std::uint64_t key = KeyOf(span.begin, span.end);
      for (std::size_t token = span.begin; token < span.end; ++token) {
        result[token].phrase = Lookup(whole_, key, span.type);
        result[token].longer = Lookup(longer_, key, 0);
      }
    }
    return result;
  }

 private:
  struct Span {
    std::size_t begin;
    std::size_t end;
    std::uint32_t type;
  };
  using Table = std::unordered_map<std::uint64_t, Votes>;  // by KeyOf

  // Of a run of words in its document.
  std::uint64_t KeyOf(std::size_t begin, std::size_t end) const {
    std::uint64_t key = Mix(neighbourhood_.DocumentOf(begin) + 1);
    for (std::size_t i = begin; i < end; ++i) key = Mix(key * 31 + views_[i].word);
    return key;
  }

  void Count(const Span& span) {
    ++whole_[KeyOf(span.begin, span.end)][span.type];
    if (span.end - span.begin > kLongestName) return;
    for (std::size_t begin = span.begin; begin < span.end; ++begin) {
      for (std::size_t end = begin + 1; end <= span.end; ++end) {
        if (end - begin == span.end - span.begin) continue;
        ++longer_[KeyOf(begin, end)][span.type];
      }
    }
  }

  // The winner of a table, one vote of `own` left out (0: none).
  static std::uint32_t Lookup(const Table& table, std::uint64_t key, std::uint32_t own) {
    const auto found = table.find(key);
    if (found == table.end()) return 0;
    if (own == 0) return Winner(found->second);
    Votes votes = found->second;
    --votes[own];
    return Winner(votes);
  }

  const std::vector<TokenView>& views_;
  const Neighbourhood& neighbourhood_;
  std::vector<std::uint32_t> labels_;  // of each token
  std::vector<Span> spans_;
  Table whole_;
  Table longer_;
};

}  // namespace

std::vector<SecondPassView> ViewSecondPass(const std::vector<TaggedSentence>& sentences,
                                           const std::vector<TokenView>& views,
                                           const Neighbourhood& neighbourhood,
                                           const FirstPass& first_pass) {
  return SecondPass(sentences, views, neighbourhood, first_pass).View();
}

}  // namespace calque::internal
