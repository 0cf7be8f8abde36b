// How often each category was found, for an archive: tab-separated lines, the words counted being
// the tokens of the source that hold a letter or a digit.
//
//   category  severity  findings  per_thousand_words  pairs
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "align/base/utf8.h"
#include "align/export/findings_writers.h"
#include "align/io/number_text.h"

namespace calque::internal {
namespace {

std::uint64_t CountWords(const Document& document) {
  return static_cast<std::uint64_t>(
      std::count_if(document.tokens.begin(), document.tokens.end(), [&](const Token& token) {
        const char32_t first = DecodeAt(document.TextOf(token), 0).value;
        return IsLetter(first) || IsDigit(first);
      }));
}

class SummaryWriter : public FindingsWriter {
 public:
  explicit SummaryWriter(std::ostream& out) : out_(out) {}

  void Write(const CheckedPair& pair) override {
    words_ += CountWords(pair.bitext.source);
    ++pairs_;
    std::set<Key> here;
    for (const Finding& finding : pair.bitext.findings) {
      const Key key(finding.category, finding.severity);
      ++counts_[key].findings;
      if (here.insert(key).second) ++counts_[key].pairs;
    }
  }

  void End() override {
    out_ << "category\tseverity\tfindings\tper_thousand_words\tpairs\n";
    Count all;
    for (const auto& [key, count] : counts_) {
      Line(key.first, ToString(key.second), count.findings, count.pairs);
      all.findings += count.findings;
    }
    Line("all", "", all.findings, pairs_);
  }

 private:
  using Key = std::pair<std::string, Severity>;
  struct Count {
    std::uint64_t findings = 0;
    std::uint64_t pairs = 0;
  };

  void Line(std::string_view category, std::string_view severity, std::uint64_t findings,
            std::uint64_t pairs) {
    const double rate =
        words_ == 0 ? 0.0 : 1000.0 * static_cast<double>(findings) / static_cast<double>(words_);
    out_ << category << '\t' << severity << '\t' << findings << '\t' << FixedText(rate, 3) << '\t'
         << pairs << '\n';
  }

  std::ostream& out_;
  std::map<Key, Count> counts_;
  std::uint64_t words_ = 0;
  std::uint64_t pairs_ = 0;
};

}  // namespace

std::unique_ptr<FindingsWriter> MakeFindingsSummaryWriter(std::ostream& out) {
  return std::make_unique<SummaryWriter>(out);
}

}  // namespace calque::internal
