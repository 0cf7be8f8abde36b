#include "align/archive/bitext_cutter.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "align/archive/sorted_indices.h"
#include "calque/engine.h"

namespace calque::internal {
namespace {

std::uint32_t SizeOf(const auto& vector) { return static_cast<std::uint32_t>(vector.size()); }

// The findings that have a place in one text, by where it begins.
std::vector<std::uint32_t> WithPlace(const std::vector<Finding>& findings,
                                     ByteSpan Finding::*side) {
  std::vector<std::uint32_t> indices =
      SortedIndices(findings.size(), [&](std::uint32_t i) { return (findings[i].*side).begin; });
  std::erase_if(indices, [&](std::uint32_t i) { return (findings[i].*side).empty(); });
  return indices;
}

}  // namespace

// One document while it is cut, and where its parts went.
class BitextCutter::SideCut {
 public:
  SideCut(const Document& from, const Side& index, Document* to)
      : from_(from), index_(index), to_(to) {
    to_->id = from.id;
    to_->language = from.language;
    to_->date = from.date;
    to_->metadata = from.metadata;
    to_->diagnostics = from.diagnostics;
  }

  // The sentences [begin, end), which follow those added before; where they are now.
  IndexRange<Sentence> Add(IndexRange<Sentence> range) {
    const std::uint32_t begin = SizeOf(to_->sentences);
    for (std::uint32_t i = range.begin; i < range.end; ++i) AddSentence(i);
    return {begin, SizeOf(to_->sentences)};
  }

  void Finish() {
    CloseParagraph();
    std::sort(moves_.begin(), moves_.end(),
              [](const Move& a, const Move& b) { return a.from.begin < b.from.begin; });
    to_->headline = MapSpan(from_.headline).value_or(ByteSpan{});
    if (from_.dateline && MapSpan(from_.dateline->span)) {
      const auto map = [&](ByteSpan span) { return MapSpan(span).value_or(ByteSpan{}); };
      to_->dateline = Dateline{map(from_.dateline->span), map(from_.dateline->place),
                               map(from_.dateline->agency), map(from_.dateline->date)};
    }
    to_->credits = from_.credits;
    for (Credit& credit : to_->credits) credit.span = MapSpan(credit.span).value_or(ByteSpan{});
  }

  // Where a span is now that begins and ends in sentences that are kept and was not cut in two;
  // nothing for an empty one.
  [[nodiscard]] std::optional<ByteSpan> MapSpan(ByteSpan span) const {
    if (span.empty()) return std::nullopt;
    const Move* first = MoveAt(span.begin);
    const Move* last = MoveAt(span.end - 1);
    if (first == nullptr || last == nullptr || last < first) return std::nullopt;
    if (last->sentence - first->sentence != last - first) return std::nullopt;
    return ByteSpan{first->to + (span.begin - first->from.begin),
                    last->to + (span.end - last->from.begin)};
  }

  [[nodiscard]] std::uint32_t TokenOf(std::uint32_t token) const {
    const auto found = tokens_.find(token);
    return found == tokens_.end() ? kNone : found->second;
  }
  [[nodiscard]] const std::unordered_map<std::uint32_t, std::uint32_t>& tokens() const {
    return tokens_;
  }

  // The mentions that are kept, in text order.
  std::vector<Mention> CutMentions(const std::vector<Mention>& mentions) {
    std::vector<Mention> kept;
    const auto begin_of = [&](std::uint32_t i) { return mentions[i].span.begin; };
    for (const Move& move : moves_) {
      ForKeysIn(index_.mentions, move.from.begin, move.from.end, begin_of, [&](std::uint32_t i) {
        const std::optional<ByteSpan> span = MapSpan(mentions[i].span);
        if (!span || !mentions_.emplace(i, SizeOf(kept)).second) return;
        kept.push_back(mentions[i]);
        kept.back().span = *span;
      });
    }
    return kept;
  }
  [[nodiscard]] const std::unordered_map<std::uint32_t, std::uint32_t>& mentions() const {
    return mentions_;
  }

  // Adds the findings of the index that begin in sentences that are kept.
  void AddFindings(const std::vector<Finding>& findings, ByteSpan Finding::*side,
                   std::vector<std::uint32_t>* met) const {
    const auto begin_of = [&](std::uint32_t i) { return (findings[i].*side).begin; };
    for (const Move& move : moves_) {
      ForKeysIn(index_.findings, move.from.begin, move.from.end, begin_of,
                [&](std::uint32_t i) { met->push_back(i); });
    }
  }

 private:
  struct Move {
    ByteSpan from;
    std::uint32_t to;
    std::uint32_t sentence;
  };

  void AddSentence(std::uint32_t index) {
    const Sentence& sentence = from_.sentences[index];
    const std::uint32_t paragraph = index_.paragraph_of[index];
    if (to_->sentences.empty() || paragraph != paragraph_ || paragraph == kNone) {
      OpenParagraph(paragraph);
    } else {
      AppendGap(index);
    }
    const std::uint32_t begin = SizeOf(to_->text);
    to_->text += from_.TextOf(sentence);
    moves_.push_back({sentence.span, begin, index});
    Sentence moved = sentence;
    moved.span = {begin, SizeOf(to_->text)};
    moved.tokens.begin = SizeOf(to_->tokens);
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const ByteSpan span = from_.tokens[i].span;
      if (span.begin < sentence.span.begin || span.end > sentence.span.end) continue;
      tokens_.emplace(i, SizeOf(to_->tokens));
      to_->tokens.push_back(
          {{begin + (span.begin - sentence.span.begin), begin + (span.end - sentence.span.begin)}});
    }
    moved.tokens.end = SizeOf(to_->tokens);
    to_->sentences.push_back(moved);
    last_ = index;
  }

  // What stood between two neighbours; a blank where something was left out.
  void AppendGap(std::uint32_t index) {
    const std::uint32_t end = from_.sentences[last_].span.end;
    const std::uint32_t begin = from_.sentences[index].span.begin;
    if (index == last_ + 1 && end <= begin) {
      to_->text += ByteSpan{end, begin}.In(from_.text);
    } else {
      to_->text += ' ';
    }
  }

  void OpenParagraph(std::uint32_t paragraph) {
    CloseParagraph();
    if (!to_->text.empty()) to_->text += '\n';
    paragraph_ = paragraph;
    Paragraph opened;
    opened.span.begin = SizeOf(to_->text);
    opened.sentences.begin = SizeOf(to_->sentences);
    if (paragraph != kNone) opened.kind = from_.paragraphs[paragraph].kind;
    to_->paragraphs.push_back(opened);
  }

  void CloseParagraph() {
    if (to_->paragraphs.empty()) return;
    to_->paragraphs.back().span.end = SizeOf(to_->text);
    to_->paragraphs.back().sentences.end = SizeOf(to_->sentences);
  }

  [[nodiscard]] const Move* MoveAt(std::uint32_t offset) const {
    auto at =
        std::upper_bound(moves_.begin(), moves_.end(), offset,
                         [](std::uint32_t o, const Move& move) { return o < move.from.begin; });
    if (at == moves_.begin()) return nullptr;
    --at;
    return offset < at->from.end ? &*at : nullptr;
  }

  const Document& from_;
  const Side& index_;
  Document* to_;
  std::vector<Move> moves_;
  std::uint32_t paragraph_ = kNone;
  std::uint32_t last_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> tokens_;    // old index → new
  std::unordered_map<std::uint32_t, std::uint32_t> mentions_;  // old index → new
};

BitextCutter::Side BitextCutter::Index(const Document& document,
                                       const std::vector<Mention>& mentions) {
  Side side;
  side.paragraph_of.assign(document.sentences.size(), kNone);
  for (std::uint32_t p = 0; p < document.paragraphs.size(); ++p) {
    const IndexRange<Sentence> range = document.paragraphs[p].sentences;
    for (std::uint32_t i = range.begin; i < range.end; ++i) side.paragraph_of[i] = p;
  }
  side.mentions =
      SortedIndices(mentions.size(), [&](std::uint32_t i) { return mentions[i].span.begin; });
  return side;
}

BitextCutter::BitextCutter(const Bitext& bitext)
    : bitext_(bitext),
      source_(Index(bitext.source, bitext.source_mentions)),
      target_(Index(bitext.target, bitext.target_mentions)),
      words_(SortedIndices(bitext.words.size(),
                           [&](std::uint32_t i) { return bitext.words[i].source; })),
      entities_(SortedIndices(bitext.entities.size(),
                              [&](std::uint32_t i) { return bitext.entities[i].source; })) {
  const auto& findings = bitext.findings;
  source_.findings = WithPlace(findings, &Finding::source);
  target_.findings = WithPlace(findings, &Finding::target);
  for (std::uint32_t i = 0; i < findings.size(); ++i) {
    if (findings[i].source.empty() && findings[i].target.empty()) placeless_.push_back(i);
  }
}

Bitext BitextCutter::Cut(std::span<const std::uint32_t> beads) const {
  Bitext out;
  out.id = bitext_.id;
  out.score = bitext_.score;
  SideCut source(bitext_.source, source_, &out.source);
  SideCut target(bitext_.target, target_, &out.target);
  for (const std::uint32_t index : beads) {
    Bead bead = bitext_.beads[index];
    bead.source = source.Add(bead.source);
    out.beads.push_back(bead);
  }
  // The target runs of crossing beads are not in the order of their sources.
  std::vector<std::uint32_t> order = SortedIndices(
      beads.size(), [&](std::uint32_t i) { return bitext_.beads[beads[i]].target.begin; });
  for (const std::uint32_t i : order) {
    out.beads[i].target = target.Add(bitext_.beads[beads[i]].target);
  }
  source.Finish();
  target.Finish();
  CutWords(source, target, &out);
  out.source_mentions = source.CutMentions(bitext_.source_mentions);
  out.target_mentions = target.CutMentions(bitext_.target_mentions);
  CutEntities(source, target, &out);
  CutFindings(source, target, &out);
  return out;
}

void BitextCutter::CutWords(const SideCut& source, const SideCut& target, Bitext* out) const {
  const auto token_of = [&](std::uint32_t i) { return bitext_.words[i].source; };
  for (const auto& [old_token, new_token] : source.tokens()) {
    const std::uint32_t moved = new_token;
    ForKeysIn(words_, old_token, old_token + 1, token_of, [&](std::uint32_t i) {
      const std::uint32_t to = target.TokenOf(bitext_.words[i].target);
      if (to == kNone) return;
      out->words.push_back(
          {.source = moved, .target = to, .probability = bitext_.words[i].probability});
    });
  }
  std::stable_sort(out->words.begin(), out->words.end(), [](const WordLink& a, const WordLink& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
}

void BitextCutter::CutEntities(const SideCut& source, const SideCut& target, Bitext* out) const {
  const auto mention_of = [&](std::uint32_t i) { return bitext_.entities[i].source; };
  for (const auto& [old_mention, new_mention] : source.mentions()) {
    const std::uint32_t moved = new_mention;
    ForKeysIn(entities_, old_mention, old_mention + 1, mention_of, [&](std::uint32_t i) {
      EntityLink link = bitext_.entities[i];
      const auto to = target.mentions().find(link.target);
      if (to == target.mentions().end()) return;
      link.source = moved;
      link.target = to->second;
      out->entities.push_back(link);
    });
  }
  std::stable_sort(out->entities.begin(), out->entities.end(),
                   [](const EntityLink& a, const EntityLink& b) {
                     return std::pair(a.source, a.target) < std::pair(b.source, b.target);
                   });
}

void BitextCutter::CutFindings(const SideCut& source, const SideCut& target, Bitext* out) const {
  std::vector<std::uint32_t> met = placeless_;
  source.AddFindings(bitext_.findings, &Finding::source, &met);
  target.AddFindings(bitext_.findings, &Finding::target, &met);
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  for (const std::uint32_t i : met) {
    const Finding& finding = bitext_.findings[i];
    const auto in_source = source.MapSpan(finding.source);
    const auto in_target = target.MapSpan(finding.target);
    // One that speaks of no place speaks of the whole; one whose place is gone goes with it.
    if (!finding.source.empty() && !in_source) continue;
    if (!finding.target.empty() && !in_target) continue;
    Finding moved = finding;
    moved.source = in_source.value_or(ByteSpan{});
    moved.target = in_target.value_or(ByteSpan{});
    out->findings.push_back(std::move(moved));
  }
}

}  // namespace calque::internal
