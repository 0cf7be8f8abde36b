#include "align/archive/selection.h"

#include <gtest/gtest.h>

#include "tests/support/bitexts.h"

namespace calque::internal {
namespace {

struct Line {
  std::string source;
  std::string target;
  float score = 0.9F;
};

void AddSentence(const std::string& text, Document* document) {
  if (!document->text.empty()) document->text += '\n';
  const auto begin = static_cast<std::uint32_t>(document->text.size());
  document->text += text;
  const auto end = static_cast<std::uint32_t>(document->text.size());
  const auto index = static_cast<std::uint32_t>(document->sentences.size());
  document->sentences.push_back({{begin, end}, {}, 1.0F});
  document->paragraphs.push_back({{begin, end}, {index, index + 1}, ParagraphKind::kBody});
}

Bitext Make(const std::string& id, const std::vector<Line>& lines) {
  Bitext bitext;
  bitext.id = id;
  bitext.score = 1.0F;
  bitext.source.id = id + ".en";
  bitext.source.language = "en";
  bitext.target.id = id + ".fr";
  bitext.target.language = "fr";
  for (const Line& line : lines) {
    AddSentence(line.source, &bitext.source);
    AddSentence(line.target, &bitext.target);
    const auto at = static_cast<std::uint32_t>(bitext.beads.size());
    bitext.beads.push_back({{at, at + 1}, {at, at + 1}, line.score, false});
  }
  return bitext;
}

// Indices of the training part, and after ` - ` the reasons in their order.
std::string Selected(const SelectionOptions& options, const Bitext& bitext) {
  Selection selection(options);
  std::string out;
  const Selection::Parts parts = selection.Select(bitext);
  for (const std::uint32_t bead : parts[0]) out += std::to_string(bead) + " ";
  for (std::size_t i = 0; i < kSkipReasonCount; ++i) {
    if (selection.counts().skipped[i] == 0) continue;
    out += "- " + std::string(ToString(SkipReason(i))) + " ";
  }
  return out;
}

TEST(Selection, LeavesOutNullBeadsAndNothingElseByDefault) {
  EXPECT_EQ(Selected({}, test::FerryBitext()), "0 1 2 - one side is empty ");
}

TEST(Selection, GoesByScoresWordsAndLengths) {
  const Bitext bitext = Make("a", {{"One two three.", "Un deux trois.", 0.9F},
                                   {"Low.", "Bas.", 0.2F},
                                   {"Word.", "Mot mot mot mot mot mot mot mot mot."},
                                   {"*** 2", "***"}});
  SelectionOptions options;
  options.least_score = 0.5F;
  EXPECT_EQ(Selected(options, bitext), "0 2 3 - score of the bead too low ");
  options.most_ratio = 2.0;
  EXPECT_EQ(Selected(options, bitext), "0 3 - score of the bead too low - lengths too different ");
  options.least_words = 1;
  options.most_words = 3;
  EXPECT_EQ(Selected(options, bitext),
            "0 - score of the bead too low - too few words - too many words ");
  options = {};
  options.least_pair_score = 0.5F;
  Bitext unlike = bitext;
  unlike.score = 0.4F;
  EXPECT_EQ(Selected(options, unlike), "- score of the pair of documents too low ");
}

TEST(Selection, TakesAScoreThatIsNotKnownForNone) {
  SelectionOptions options;
  options.least_score = 0.5F;
  options.least_pair_score = 0.5F;
  Bitext foreign = Make("a", {{"One.", "Un.", 0.0F}, {"Two.", "Deux.", 0.0F}});
  foreign.score = 0.0F;
  EXPECT_EQ(Selected(options, foreign), "0 1 ");
  foreign.beads[0].score = 0.9F;
  EXPECT_EQ(Selected(options, foreign), "0 - score of the bead too low ");
}

TEST(Selection, GoesByWordLinks) {
  SelectionOptions options;
  options.least_linked = 0.1F;
  Bitext bitext = test::FerryBitext();
  EXPECT_EQ(Selected(options, bitext), "0 - one side is empty - too few words linked ");
  options.least_linked = 0.9F;
  EXPECT_EQ(Selected(options, bitext), "- one side is empty - too few words linked ");
}

TEST(Selection, GoesByFindingsOfTheirBeadAndSeverity) {
  Bitext bitext = Make("a", {{"One.", "Un."}, {"Two.", "Deux."}, {"Three.", "Trois."}});
  bitext.findings = {{"omission", Severity::kMajor, 0.9F, {0, 3}, {}, {}},
                     {"number", Severity::kCritical, 0.9F, {}, {4, 8}, {}},
                     {"credit-missing", Severity::kCritical, 0.9F, {}, {}, {}}};
  SelectionOptions options;
  options.leave_out_findings = Severity::kCritical;
  EXPECT_EQ(Selected(options, bitext), "0 2 - a finding says that it departs ");
  options.leave_out_findings = Severity::kMinor;
  EXPECT_EQ(Selected(options, bitext), "2 - a finding says that it departs ");
}

TEST(Selection, DoesNotJudgeByWhatTheInputDoesNotHold) {
  const Bitext bitext = Make("a", {{"One.", "Un."}, {"Two.", "Deux."}});
  SelectionOptions options;
  options.least_linked = 0.1F;
  options.leave_out_findings = Severity::kMinor;
  EXPECT_EQ(Selected(options, bitext), "0 1 ");
  Selection selection(options);
  (void)selection.Select(bitext);
  EXPECT_EQ(selection.counts().without_links, 2U);
  EXPECT_EQ(selection.counts().without_findings, 2U);
  Bitext looked_at = bitext;
  looked_at.source.tokens = {{{0, 3}, {}}};
  EXPECT_EQ(Selected(options, looked_at), "- too few words linked ");
}

TEST(Selection, TwoCodesOfOneLanguageAreNoOtherLanguage) {
  const std::string norwegian =
      "Statsministeren sa mandag at broen vil åpne til våren, og at regjeringen skal betale for "
      "den.";
  Bitext bitext =
      Make("a", {{"The minister said on Monday that the bridge would open in spring.", norwegian}});
  SelectionOptions options;
  options.check_languages = true;
  for (const char* code : {"no", "nb", "nob", "nb-NO"}) {
    bitext.target.language = code;
    EXPECT_EQ(Selected(options, bitext), "0 ") << code;
  }
  bitext.target.language = "fr";
  EXPECT_EQ(Selected(options, bitext), "- in another language ");
}

TEST(Selection, TellsCopiesAndOtherLanguages) {
  const std::string english = "The minister said on Monday that the bridge would open in spring.";
  const std::string french = "Le ministre a dit lundi que le pont ouvrirait au printemps prochain.";
  const Bitext bitext = Make("a", {{english, french},
                                   {english, english + " It did."},
                                   {"Élysée Palace", "ELYSEE palace"},
                                   {french, french + " C'est fait."}});
  SelectionOptions options;
  options.leave_out_copies = true;
  EXPECT_EQ(Selected(options, bitext), "0 1 3 - target is a copy of the source ");
  options.check_languages = true;
  EXPECT_EQ(Selected(options, bitext), "0 - target is a copy of the source - in another language ");
}

TEST(Selection, LeavesOutDuplicatesOverTheWholeInput) {
  const std::vector<Line> lines = {{"The line will add two ships in May.", "Deux navires en mai."},
                                   {"THE LINE WILL ADD 2 SHIPS IN MAY", "deux navires en mai"},
                                   {"the line will add two ships in may", "DEUX NAVIRES EN MAI"}};
  SelectionOptions options;
  options.duplicates = DuplicatePolicy::kLeaveOutExact;
  Selection exact(options);
  EXPECT_EQ(exact.Select(Make("a", lines))[0].size(), 3U);
  EXPECT_EQ(exact.Select(Make("b", lines))[0].size(), 0U);
  options.duplicates = DuplicatePolicy::kLeaveOutNear;
  EXPECT_EQ(Selected(options, Make("a", lines)), "0 1 - near-duplicate ");
}

TEST(Selection, LeavesOutWhatIsOnTheList) {
  for (const char* id : {"a", "a.en", "a.fr"}) {
    SelectionOptions options;
    options.taken_down = {id};
    EXPECT_EQ(Selected(options, Make("a", {{"One.", "Un."}})),
              "- on the list of ids to leave out ");
    EXPECT_EQ(Selected(options, Make("b", {{"One.", "Un."}})), "0 ");
  }
}

TEST(Selection, SaysWhichIdsOfTheListItNeverMet) {
  SelectionOptions options;
  options.taken_down = {"a", "a.fr", "b.en", "c"};
  Selection selection(options);
  (void)selection.Select(Make("a", {{"One.", "Un."}}));
  EXPECT_EQ(selection.IdsNotMet(), (std::vector<std::string>{"b.en", "c"}));
  (void)selection.Select(Make("b", {{"One.", "Un."}}));
  EXPECT_EQ(selection.IdsNotMet(), std::vector<std::string>{"c"});
}

TEST(Selection, DividesByDocumentsAndByTheirIdsOnly) {
  SelectionOptions options;
  options.dev_share = 0.1;
  options.test_share = 0.2;
  Selection selection(options);
  std::array<std::size_t, kCorpusPartCount> documents{};
  for (int i = 0; i < 5000; ++i) {
    const Bitext bitext =
        Make("n" + std::to_string(i), {{"One " + std::to_string(i), "Un"}, {"Two", "Deux"}});
    const Selection::Parts parts = selection.Select(bitext);
    const Selection::Parts alone = Selection(options).Select(bitext);
    EXPECT_EQ(parts, alone);
    for (std::size_t part = 0; part < parts.size(); ++part) {
      EXPECT_TRUE(parts[part].empty() || parts[part].size() == 2) << "a document is in two parts";
      documents[part] += parts[part].size() / 2;
    }
  }
  EXPECT_NEAR(static_cast<double>(documents[1]), 500, 60);
  EXPECT_NEAR(static_cast<double>(documents[2]), 1000, 90);
  EXPECT_FALSE(selection.DividesByFewIds());
  Selection same(options);
  for (int i = 0; i < 3; ++i) (void)same.Select(Make("en", {{"One", "Un"}}));
  EXPECT_TRUE(same.DividesByFewIds());
  // Without ids each bead is divided by its own text.
  Selection nameless(options);
  Bitext bitext = Make("", {{"One", "Un"}});
  bitext.source.id = bitext.target.id = {};
  for (int i = 0; i < 3; ++i) (void)nameless.Select(bitext);
  EXPECT_FALSE(nameless.DividesByFewIds());
}

TEST(Selection, CountsAddUpWhateverComes) {
  SelectionOptions options;
  options.least_score = 0.1F;
  options.least_words = 1;
  options.most_words = 5;
  options.most_ratio = 4.0;
  options.leave_out_copies = true;
  options.check_languages = true;
  options.leave_out_findings = Severity::kMajor;
  options.duplicates = DuplicatePolicy::kLeaveOutNear;
  options.dev_share = 0.3;
  Selection selection(options);
  std::uint64_t beads = 0;
  std::uint64_t given = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    const Bitext bitext = test::HostileBitext(1 + seed % 400);
    beads += bitext.beads.size();
    const Selection::Parts parts = selection.Select(bitext);
    for (const auto& part : parts) given += part.size();
  }
  EXPECT_EQ(selection.counts().read, beads);
  EXPECT_EQ(selection.counts().AllWritten(), given);
  EXPECT_EQ(selection.counts().AllWritten() + selection.counts().AllSkipped(), beads);
  EXPECT_GT(given, 0U);
  EXPECT_EQ(selection.counts().Lines().front(),
            std::to_string(beads) + " beads of 600 bitexts read = " + std::to_string(given) +
                " written + " + std::to_string(beads - given) + " left out");
}

}  // namespace
}  // namespace calque::internal
