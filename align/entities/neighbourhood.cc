#include "align/entities/neighbourhood.h"

#include <algorithm>

namespace calque::internal {
namespace {

constexpr std::size_t kReach = 1500;         // tokens to either side that count as the same text
constexpr std::size_t kLongestStory = 3000;  // tokens of a document that has one topic
constexpr std::size_t kMostOccurrences = 6;  // of a word elsewhere that lend their neighbours

std::size_t Distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

Neighbourhood::Neighbourhood(const std::vector<TaggedSentence>& sentences,
                             const std::vector<TokenView>& views)
    : views_(views) {
  std::size_t at = 0;
  for (const TaggedSentence& sentence : sentences) {
    if (sentence.opens_document || begins_.empty()) begins_.push_back(at);
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i, ++at) {
      documents_.push_back(static_cast<std::uint32_t>(begins_.size() - 1));
      const TokenView& view = views_[at];
      if (view.shouting || view.casing == 4) continue;
      (view.casing == 0 ? lower_ : capitalised_).push_back({view.word, at});
    }
  }
  std::sort(lower_.begin(), lower_.end());
  std::sort(capitalised_.begin(), capitalised_.end());
}

std::vector<std::size_t> Neighbourhood::Near(std::size_t token, const Places& places,
                                             std::size_t most) const {
  std::vector<std::size_t> near;
  const Place here{views_[token].word, token};
  // Outwards from the token, so that a common word of a long text costs no more than a rare one.
  auto right = std::lower_bound(places.begin(), places.end(), here);
  auto left = right;
  if (right != places.end() && *right == here) ++right;
  const auto joins = [&](const Place& place) {
    return place.word == here.word && Distance(place.token, token) <= kReach &&
           documents_[place.token] == documents_[token];
  };
  while (near.size() < most) {
    const bool has_left = left != places.begin() && joins(*(left - 1));
    const bool has_right = right != places.end() && joins(*right);
    if (!has_left && !has_right) break;
    const bool take_left = has_left && (!has_right || Distance((left - 1)->token, token) <
                                                          Distance(right->token, token));
    near.push_back(take_left ? (--left)->token : (right++)->token);
  }
  return near;
}

std::vector<std::size_t> Neighbourhood::Others(std::size_t token) const {
  return Near(token, capitalised_, kMostOccurrences);
}

bool Neighbourhood::SeenInLowerCase(std::size_t token) const {
  return !Near(token, lower_, 1).empty();
}

std::uint32_t Neighbourhood::TopicOf(std::size_t token) const {
  const std::uint32_t document = documents_[token];
  const std::size_t end = document + 1 < begins_.size() ? begins_[document + 1] : views_.size();
  const std::size_t begin = begins_[document];
  return end - begin > kLongestStory ? 0 : views_[begin].word;
}

}  // namespace calque::internal
