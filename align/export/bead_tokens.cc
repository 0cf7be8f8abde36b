#include "align/export/bead_tokens.h"

#include <algorithm>

#include "align/base/names.h"
#include "align/base/utf8.h"
#include "align/read/unit.h"

namespace calque::internal {
namespace {

constexpr NameEntry<MentionKind> kTags[] = {
    {MentionKind::kPerson, "PER"},
    {MentionKind::kOrganisation, "ORG"},
    {MentionKind::kPlace, "LOC"},
    {MentionKind::kOther, "MISC"},
    {MentionKind::kNumber, "NUMBER"},
    {MentionKind::kOrdinal, "ORDINAL"},
    {MentionKind::kPercentage, "PERCENTAGE"},
    {MentionKind::kMoney, "MONEY"},
    {MentionKind::kMeasure, "MEASURE"},
    {MentionKind::kDuration, "DURATION"},
    {MentionKind::kDate, "DATE"},
    {MentionKind::kTime, "TIME"},
    {MentionKind::kCode, "CODE"},
};

// Runs of other than white space in `span`.
void AppendWords(std::string_view text, ByteSpan span, std::vector<ByteSpan>* words) {
  std::uint32_t begin = span.begin;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const CodePoint c = DecodeAt(text, at);
    if (IsSpace(c.value)) {
      if (at > begin) words->push_back({begin, at});
      begin = c.end;
    }
    at = c.end;
  }
  if (span.end > begin) words->push_back({begin, span.end});
}

}  // namespace

std::size_t SideTokens::PositionOf(std::uint32_t index) const {
  const auto found = std::lower_bound(indices.begin(), indices.end(), index);
  const bool here = found != indices.end() && *found == index;
  return here ? static_cast<std::size_t>(found - indices.begin()) : spans.size();
}

SideTokens TokensOf(const Document& document, IndexRange<Sentence> range) {
  SideTokens tokens;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Sentence& sentence = document.sentences[i];
    if (document.tokens.empty()) AppendWords(document.text, sentence.span, &tokens.spans);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      tokens.spans.push_back(document.tokens[t].span);
      tokens.indices.push_back(t);
    }
  }
  return tokens;
}

std::string FormOf(const Document& document, ByteSpan token) {
  return OneLine(token.In(document.text));
}

PositionLinks LinksOf(const Bitext& bitext, const SideTokens& source, const SideTokens& target,
                      std::uint64_t* possible) {
  PositionLinks links;
  if (source.indices.empty()) return links;
  const auto before = [](const WordLink& link, std::uint32_t index) { return link.source < index; };
  auto link =
      std::lower_bound(bitext.words.begin(), bitext.words.end(), source.indices.front(), before);
  for (; link != bitext.words.end() && link->source <= source.indices.back(); ++link) {
    const std::size_t from = source.PositionOf(link->source);
    const std::size_t to = target.PositionOf(link->target);
    if (from == source.spans.size() || to == target.spans.size()) continue;
    if (link->probability < kSureLink) {
      ++*possible;
    } else {
      links.emplace_back(from, to);
    }
  }
  return links;
}

std::string_view TagOf(MentionKind kind) { return NameOf(kTags, kind); }

std::vector<std::string> BioTags(const std::vector<Mention>& mentions,
                                 std::span<const ByteSpan> tokens) {
  std::vector<std::string> tags(tokens.size(), "O");
  if (tokens.empty()) return tags;
  auto mention = std::partition_point(
      mentions.begin(), mentions.end(),
      [&](const Mention& candidate) { return candidate.span.end <= tokens.front().begin; });
  std::size_t at = 0;
  for (; mention != mentions.end() && mention->span.begin < tokens.back().end; ++mention) {
    while (at < tokens.size() && tokens[at].end <= mention->span.begin) ++at;
    bool first = true;
    for (; at < tokens.size() && tokens[at].Overlaps(mention->span); ++at) {
      tags[at] = (first ? "B-" : "I-") + std::string(TagOf(mention->kind));
      first = false;
    }
  }
  return tags;
}

}  // namespace calque::internal
