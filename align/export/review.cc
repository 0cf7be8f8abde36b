#include "align/export/review.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <map>
#include <tuple>
#include <utility>

#include "align/base/checksum.h"
#include "align/io/json.h"
#include "align/read/json_parts.h"

namespace calque::internal {
namespace {

using Sentences = IndexRange<Sentence>;

constexpr std::string_view kReviewSchema = "calque/review/1";

void AddNumber(std::uint32_t number, std::string* out) {
  for (int shift = 0; shift < 32; shift += 8) {
    out->push_back(static_cast<char>(number >> shift & 0xFFU));
  }
}

template <typename Range>
void AddRange(const Range& range, std::string* out) {
  AddNumber(range.begin, out);
  AddNumber(range.end, out);
}

// Lengths stand before texts and lists, so that no two bitexts give the same bytes.
void AddText(std::string_view text, std::string* out) {
  AddNumber(static_cast<std::uint32_t>(text.size()), out);
  out->append(text);
}

void AddDocument(const Document& document, std::string* out) {
  AddText(document.text, out);
  AddNumber(static_cast<std::uint32_t>(document.sentences.size()), out);
  for (const Sentence& sentence : document.sentences) AddRange(sentence.span, out);
}

template <typename Range>
Range ReadForward(const Json& pair, const Location& location) {
  const auto range = ReadRange<Range>(pair, location);
  if (range.begin > range.end) Refuse(location, "a range that ends before it begins");
  return range;
}

ReviewMark ReadMark(const Json& entry, const Location& location) {
  const auto name = entry.at("mark").get<std::string>();
  if (name == "right") return ReviewMark::kRight;
  if (name == "wrong") return ReviewMark::kWrong;
  if (name == "fixed") return ReviewMark::kFixed;
  Refuse(location, "unknown mark \"" + name + "\"; it is right, wrong or fixed");
}

// Calls `read` with each entry of a list of the review and its place: `file: entry 3 of findings`.
template <typename Function>
void ReadEntries(const Json& json, const std::string& key, const Location& location,
                 Function read) {
  const Json& entries = json.at(key);
  if (!entries.is_array()) Refuse(location, "a list of " + key + " is expected");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Location place{location.name + ": entry " + std::to_string(i + 1) + " of " + key};
    ReadJson(place, [&] { read(entries[i], place); });
  }
}

Review ReadReview(const Json& json, const Location& location) {
  if (!json.is_object() || json.value("schema", "") != kReviewSchema) {
    Refuse(location, "is no review of schema " + std::string(kReviewSchema) +
                         "; save one from the report page");
  }
  Review review{
      json.at("id").get<std::string>(), json.at("digest").get<std::string>(), {}, {}, location};
  if (json.contains("beads")) {
    review.beads.emplace();
    ReadEntries(json, "beads", location, [&](const Json& bead, const Location& place) {
      review.beads->push_back({ReadForward<Sentences>(bead.at("source"), place),
                               ReadForward<Sentences>(bead.at("target"), place),
                               bead.value("crossing", false), bead.value("accepted", false)});
    });
  }
  if (json.contains("findings")) {
    ReadEntries(json, "findings", location, [&](const Json& entry, const Location& place) {
      review.findings.push_back({entry.at("category").get<std::string>(),
                                 ReadForward<ByteSpan>(entry.at("source"), place),
                                 ReadForward<ByteSpan>(entry.at("target"), place),
                                 entry.at("message").get<std::string>(), ReadMark(entry, place)});
    });
  }
  return review;
}

// How often each sentence of a side of `count` is in a bead.
template <typename Beads, typename PickRange>
std::vector<std::uint32_t> Coverage(const Beads& beads, std::size_t count, PickRange pick) {
  std::vector<std::uint32_t> coverage(count);
  for (const auto& bead : beads) {
    const IndexRange<Sentence> range = pick(bead);
    for (std::uint32_t i = range.begin; i < range.end; ++i) ++coverage[i];
  }
  return coverage;
}

void CheckBeads(const Review& review, const Bitext& bitext) {
  const std::size_t sources = bitext.source.sentences.size();
  const std::size_t targets = bitext.target.sentences.size();
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < review.beads->size(); ++i) {
    const ReviewedBead& bead = (*review.beads)[i];
    const std::string name = "bead " + std::to_string(i + 1);
    if (bead.source.end > sources || bead.target.end > targets) {
      Refuse(review.location, name + " names sentences that bitext \"" + bitext.id + "\" has not");
    }
    if (bead.source.empty() && bead.target.empty()) Refuse(review.location, name + " is empty");
    if (bead.source.begin < at) Refuse(review.location, name + " is out of source order");
    at = bead.source.end;
  }
  const auto source = [](const auto& bead) { return bead.source; };
  const auto target = [](const auto& bead) { return bead.target; };
  if (Coverage(*review.beads, sources, source) != Coverage(bitext.beads, sources, source) ||
      Coverage(*review.beads, targets, target) != Coverage(bitext.beads, targets, target)) {
    Refuse(review.location, "its beads leave out sentences or hold some twice");
  }
}

void ApplyBeads(const std::vector<ReviewedBead>& reviewed, Bitext* bitext) {
  const auto ranges = [](const auto& bead) {
    return std::tuple(bead.source.begin, bead.source.end, bead.target.begin, bead.target.end);
  };
  std::map<decltype(ranges(Bead{})), float> scores;
  for (const Bead& bead : bitext->beads) scores.emplace(ranges(bead), bead.score);
  std::vector<Bead> beads;
  for (const ReviewedBead& bead : reviewed) {
    const auto same = scores.find(ranges(bead));
    const bool kept = same != scores.end() && !bead.accepted;
    beads.push_back({bead.source, bead.target, kept ? same->second : 1.0F, bead.crossing});
  }
  bitext->beads = std::move(beads);
}

// The bead that holds each token of a side.
template <typename PickRange>
std::vector<std::size_t> BeadsOfTokens(const Document& document, const std::vector<Bead>& beads,
                                       PickRange pick) {
  std::vector<std::size_t> of(document.tokens.size(), beads.size());
  for (std::size_t b = 0; b < beads.size(); ++b) {
    const IndexRange<Sentence> range = pick(beads[b]);
    for (std::uint32_t s = range.begin; s < range.end; ++s) {
      const IndexRange<Token> tokens = document.sentences[s].tokens;
      std::fill(of.begin() + tokens.begin, of.begin() + tokens.end, b);
    }
  }
  return of;
}

// The first token that ends behind the begin of `span`.
std::size_t FirstToken(const Document& document, ByteSpan span) {
  const auto token =
      std::partition_point(document.tokens.begin(), document.tokens.end(),
                           [&](const Token& each) { return each.span.end <= span.begin; });
  return static_cast<std::size_t>(token - document.tokens.begin());
}

void DropLinksAcrossBeads(Bitext* bitext) {
  const auto sources =
      BeadsOfTokens(bitext->source, bitext->beads, [](const Bead& bead) { return bead.source; });
  const auto targets =
      BeadsOfTokens(bitext->target, bitext->beads, [](const Bead& bead) { return bead.target; });
  std::erase_if(bitext->words,
                [&](const WordLink& link) { return sources[link.source] != targets[link.target]; });
  std::erase_if(bitext->entities, [&](const EntityLink& link) {
    const std::size_t source =
        FirstToken(bitext->source, bitext->source_mentions[link.source].span);
    const std::size_t target =
        FirstToken(bitext->target, bitext->target_mentions[link.target].span);
    return source < sources.size() && target < targets.size() && sources[source] != targets[target];
  });
}

template <typename Finding>
auto IdentityOf(const Finding& finding) {
  return std::tuple(std::string_view(finding.category), finding.source.begin, finding.source.end,
                    finding.target.begin, finding.target.end, std::string_view(finding.message));
}

using Identity = decltype(IdentityOf(Finding{}));

// Two findings may be alike: the first mark goes to the first of them. Gives the number of marks
// that went to none.
std::size_t ApplyMarks(const std::vector<ReviewedFinding>& marks, Bitext* bitext) {
  std::map<Identity, std::deque<std::size_t>> unmarked;
  for (std::size_t i = 0; i < bitext->findings.size(); ++i) {
    unmarked[IdentityOf(bitext->findings[i])].push_back(i);
  }
  std::size_t lost = 0;
  std::vector<const ReviewedFinding*> mark_of(bitext->findings.size());
  for (const ReviewedFinding& marked : marks) {
    const auto alike = unmarked.find(IdentityOf(marked));
    if (alike == unmarked.end() || alike->second.empty()) {
      ++lost;
      continue;
    }
    mark_of[alike->second.front()] = &marked;
    alike->second.pop_front();
  }
  for (std::size_t i = 0; i < mark_of.size(); ++i) {
    if (mark_of[i] != nullptr) bitext->findings[i].probability = 1.0F;
  }
  std::size_t index = 0;
  std::erase_if(bitext->findings, [&](const Finding&) {
    const ReviewedFinding* marked = mark_of[index++];
    return marked != nullptr && marked->mark != ReviewMark::kRight;
  });
  return lost;
}

}  // namespace

std::string ReviewDigest(const Bitext& bitext) {
  std::string bytes;
  AddDocument(bitext.source, &bytes);
  AddDocument(bitext.target, &bytes);
  AddNumber(static_cast<std::uint32_t>(bitext.beads.size()), &bytes);
  for (const Bead& bead : bitext.beads) {
    AddRange(bead.source, &bytes);
    AddRange(bead.target, &bytes);
  }
  constexpr std::size_t kDigits = 16;
  std::array<char, kDigits> digits{};
  char* const begin = digits.data();
  char* const end = std::to_chars(begin, begin + kDigits, Checksum(bytes), 16).ptr;
  std::string digest(begin, end);
  digest.insert(0, kDigits - digest.size(), '0');
  return digest;
}

Review ParseReview(std::string_view text, const Location& location) {
  const Json json = ParseJson(text, location);
  return ReadJson(location, [&] { return ReadReview(json, location); });
}

void AddReview(const Review& other, Review* review) {
  if (other.beads && review->beads && *other.beads != *review->beads) {
    Refuse(other.location,
           "corrects the beads otherwise than " + review->location.name + "; apply one of the two");
  }
  if (other.beads) review->beads = other.beads;
  std::map<Identity, ReviewMark> marks;
  for (const ReviewedFinding& each : review->findings) marks.emplace(IdentityOf(each), each.mark);
  std::vector<ReviewedFinding> more;
  for (const ReviewedFinding& marked : other.findings) {
    const auto same = marks.find(IdentityOf(marked));
    if (same == marks.end()) {
      more.push_back(marked);
    } else if (same->second != marked.mark) {
      Refuse(other.location, "marks a finding otherwise than " + review->location.name + ": " +
                                 marked.message + "; apply one of the two");
    }
  }
  review->findings.insert(review->findings.end(), more.begin(), more.end());
}

std::size_t ApplyReview(const Review& review, Bitext* bitext) {
  if (const std::string digest = ReviewDigest(*bitext); digest != review.digest) {
    Refuse(review.location, "was made on another version of bitext \"" + bitext->id +
                                "\" (digest " + review.digest + ", here " + digest +
                                "); review the page of this one");
  }
  if (review.beads) CheckBeads(review, *bitext);
  const std::size_t lost = ApplyMarks(review.findings, bitext);
  if (!review.beads) return lost;
  ApplyBeads(*review.beads, bitext);
  DropLinksAcrossBeads(bitext);
  return lost;
}

}  // namespace calque::internal
