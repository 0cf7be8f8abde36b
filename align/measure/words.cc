#include "align/measure/words.h"

#include <algorithm>
#include <charconv>

#include "calque/error.h"

namespace calque::internal {
namespace {

using Links = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// Takes `i-j`, `i?j` or `ipj`, and what a score adds to it, off the front of `rest`.
class LinkParser {
 public:
  LinkParser(std::string_view line, Location location)
      : line_(line), location_(std::move(location)) {}

  [[nodiscard]] GoldLinks Parse() {
    GoldLinks links;
    for (SkipBlanks(); at_ < line_.size(); SkipBlanks()) ParseLink(&links);
    for (Links* list : {&links.sure, &links.possible}) {
      std::sort(list->begin(), list->end());
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return links;
  }

 private:
  void SkipBlanks() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t')) ++at_;
  }

  void ParseLink(GoldLinks* links) {
    const std::uint32_t source = ParseNumber();
    const char kind = at_ < line_.size() ? line_[at_++] : ' ';
    if (kind != '-' && kind != '?' && kind != 'p') Refuse();
    const std::uint32_t target = ParseNumber();
    if (at_ < line_.size() && line_[at_] == ':') at_ = std::min(line_.size(), line_.find(' ', at_));
    if (at_ < line_.size() && line_[at_] != ' ' && line_[at_] != '\t') Refuse();
    if (kind == '-') links->sure.emplace_back(source, target);
    links->possible.emplace_back(source, target);
  }

  std::uint32_t ParseNumber() {
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(line_.data() + at_, line_.data() + line_.size(), number);
    if (error != std::errc()) Refuse();
    at_ = static_cast<std::size_t>(end - line_.data());
    return number;
  }

  [[noreturn]] void Refuse() {
    location_.column = at_ + 1;
    throw Error(ErrorCode::kBadInput, location_,
                "is no word link; write `i-j` or `i?j`, positions from 0, separated by blanks");
  }

  std::string_view line_;
  Location location_;
  std::size_t at_ = 0;
};

std::uint64_t CommonCount(const Links& a, const Links& b) {
  std::uint64_t count = 0;
  for (const auto& link : a) count += std::binary_search(b.begin(), b.end(), link) ? 1 : 0;
  return count;
}

double Ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<GoldLinks> ParseLinkLines(std::string_view text, const std::string& name) {
  std::vector<GoldLinks> pairs;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    pairs.push_back(LinkParser(line, {name, pairs.size() + 1, 0}).Parse());
  }
  return pairs;
}

void WordScore::Add(const GoldLinks& gold, const GoldLinks& test) {
  links_ += test.possible.size();
  sure_ += gold.sure.size();
  in_sure_ += CommonCount(test.possible, gold.sure);
  in_possible_ += CommonCount(test.possible, gold.possible);
}

double WordScore::Precision() const { return Ratio(in_possible_, links_); }
double WordScore::Recall() const { return Ratio(in_sure_, sure_); }
double WordScore::ErrorRate() const {
  return links_ + sure_ == 0 ? 0.0 : 1.0 - Ratio(in_sure_ + in_possible_, links_ + sure_);
}

}  // namespace calque::internal
