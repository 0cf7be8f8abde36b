#include "align/archive/document_fetcher.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace calque::internal {
namespace {

constexpr std::size_t kText = 10'000;  // bytes of a document, and more

// Files of documents, as an archive is asked for them: by pairs, which are in another order.
class DocumentFetcherTest : public testing::Test {
 protected:
  DocumentFetcherTest() {
    for (const std::string name : {"b.jsonl", "a.jsonl"}) {
      std::ofstream file(folder_ / name);
      for (std::uint32_t i = 0; i < 10; ++i) {
        const std::string id = name + std::to_string(i);
        file << R"({"uri": ")" << id << R"(", "type": "text", "body_text": ")"
             << std::string(kText, 'x') << "\"}\n";
        places_.push_back({id, name, 9 - i});
      }
    }
    places_.insert(places_.begin() + 3, {"single.txt", "single.txt", {}});
    for (const DocumentPlace& place : places_) asked_.push_back(&place);
  }

  test::TemporaryFolder folder_;
  std::vector<DocumentPlace> places_;
  std::vector<const DocumentPlace*> asked_;
  DocumentFetcher fetcher_{folder_.path().string()};
};

TEST_F(DocumentFetcherTest, HoldsNoMoreThanItsBudget) {
  for (const std::size_t budget : {kText / 2, 5 * kText, 12 * kText, 100 * kText}) {
    const std::size_t ready = fetcher_.Prepare(asked_, budget);
    ASSERT_GE(ready, 1U);
    std::size_t held = 0;
    std::size_t documents = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const std::size_t size = fetcher_.PreparedSize(places_[i]);
      EXPECT_EQ(size > 0, i < ready && places_[i].ordinal) << i << " of " << ready;
      held += size;
      documents += size > 0 ? 1 : 0;
    }
    EXPECT_TRUE(held <= budget || documents == 1) << budget;
    EXPECT_GE(documents, std::min<std::size_t>(budget / (kText * 5 / 4), 20));
  }
  EXPECT_EQ(fetcher_.Prepare(asked_, 100 * kText), asked_.size());
  EXPECT_EQ(fetcher_.Prepare({}, kText), 0U);
}

TEST_F(DocumentFetcherTest, FetchesWhatItDoesNotHold) {
  (void)fetcher_.Prepare(asked_, kText);
  for (const DocumentPlace& place : places_) {
    if (!place.ordinal) continue;
    const RawDocument raw = fetcher_.Fetch(place);
    EXPECT_EQ(raw.id, place.file + std::to_string(*place.ordinal));
    EXPECT_EQ(raw.text.size(), kText);
  }
}

}  // namespace
}  // namespace calque::internal
