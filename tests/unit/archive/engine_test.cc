// What an Engine promises to programs: what it refuses, and that it bounds its memory.
#include "calque/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/task_arena.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "align/io/data_directory.h"
#include "calque/error.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

// Expects Error{code} whose message holds `part`.
void ExpectError(ErrorCode code, const std::string& part, const std::function<void()>& run) {
  const Error error = test::ErrorOf(run);
  EXPECT_EQ(error.code(), code) << error.what();
  EXPECT_THAT(error.what(), HasSubstr(part));
}

class EngineTest : public testing::Test {
 protected:
  static const Engine& engine() {
    static const Engine engine({.source_language = "en", .target_language = "fr"});
    return engine;
  }
  static Document English() {
    return engine().Read("Élan won. Mr Noé lost.\n\nIt rained.", "en.txt", Side::kSource);
  }
  static Document French() {
    return engine().Read("Élan a gagné. M. Noé a perdu.\n\nIl a plu.", "fr.txt", Side::kTarget);
  }
  // What Align() says of a document that `damage` was done to.
  static void ExpectRefusal(const std::string& part, const std::function<void(Document*)>& damage) {
    Document source = English();
    damage(&source);
    ExpectError(ErrorCode::kBadInput, "en.txt: document is malformed: " + part,
                [&] { (void)engine().Align(source, French()); });
    ExpectError(ErrorCode::kBadInput, "malformed: " + part,
                [&] { (void)engine().Align(French(), source); });
  }
};

TEST_F(EngineTest, AlignsDocumentsMadeByHand) {
  Document source;
  source.language = "en";
  source.text = "Oslo paid 5 euros.";
  source.sentences = {{{0, 18}, {}, 1.0F}};
  Document target = source;
  const Bitext bitext = engine().Align(source, target);
  ASSERT_EQ(bitext.beads.size(), 1U);
  EXPECT_FALSE(bitext.source.tokens.empty());
  const Bitext nothing = engine().Align(Document{}, Document{});
  EXPECT_TRUE(nothing.beads.empty());
  EXPECT_THAT(engine().RemarksOn(nothing), testing::ElementsAre("the source: holds no sentence",
                                                                "the target: holds no sentence"));
}

// As readers of formats without languages leave them.
TEST_F(EngineTest, FindsTheLanguageThatADocumentDoesNotName) {
  const std::string english = "The minister said on Friday that 690 people had left the town.";
  const std::string french = "Le ministre a annoncé jeudi que 690 personnes ont quitté la ville.";
  const auto unnamed = [](const std::string& text, const std::string& language) {
    Document document;
    document.language = language;
    document.text = text;
    document.sentences = {{{0, static_cast<std::uint32_t>(text.size())}, {}, 1.0F}};
    return document;
  };
  const Engine free({});
  for (const Engine* each : {&engine(), &free}) {
    for (const char* none : {"", "und"}) {
      const Bitext bitext = each->AlignWithBeads(unnamed(english, none), unnamed(french, none),
                                                 {{{0, 1}, {0, 1}, 1.0F, false}});
      EXPECT_EQ(bitext.source.language, "en");
      EXPECT_EQ(bitext.target.language, "fr");
      ASSERT_EQ(bitext.findings.size(), 1U);
      EXPECT_EQ(bitext.findings[0].category, "weekday-changed");
      EXPECT_EQ(each->Align(unnamed(english, none), unnamed(french, none)).target.language, "fr");
      EXPECT_EQ(each->FindMentions(unnamed(french, none)).size(), 2U);
    }
  }
  // What a document says of itself goes before what the engine was told; too short a text says
  // nothing.
  EXPECT_EQ(engine().Align(unnamed(french, "fr"), unnamed(english, "en")).source.language, "fr");
  EXPECT_EQ(free.Align(unnamed("690", ""), unnamed("690", "")).source.language, "und");
}

TEST_F(EngineTest, RefusesADayThatIsNotInTheCalendar) {
  ExpectRefusal("there is no such day as its date, 2026-02-30", [](Document* d) {
    d->date = Date{2026, 2, 30};
  });
}

TEST_F(EngineTest, RefusesSpansThatAreNotInTheText) {
  ExpectRefusal("sentence 0 has the span [0, 4000000000) in a text of 36 bytes",
                [](Document* d) { d->sentences[0].span.end = 4000000000U; });
  ExpectRefusal("sentence 0 has the span [9, 3)", [](Document* d) {
    d->sentences[0].span = {9, 3};
  });
  ExpectRefusal("sentence 0 has the span [1, 10), which cuts a character",
                [](Document* d) { d->sentences[0].span.begin = 1; });
  ExpectRefusal("token 0 has the span", [](Document* d) { d->tokens[0].span.end = 99; });
  ExpectRefusal("paragraph 1 has the span", [](Document* d) { d->paragraphs[1].span.end = 99; });
  ExpectRefusal("the headline has the span", [](Document* d) { d->headline = {0, 99}; });
  ExpectRefusal("a credit has the span", [](Document* d) {
    d->credits.push_back({});
    d->credits.back().span = {0, 99};
  });
  ExpectRefusal("the dateline has the span", [](Document* d) {
    d->dateline.emplace();
    d->dateline->place = {0, 99};
  });
}

TEST_F(EngineTest, RefusesPartsOutOfOrder) {
  ExpectRefusal("sentence 1 begins inside the one before it",
                [](Document* d) { d->sentences[1].span.begin = 0; });
  ExpectRefusal("sentence 0 has the range [0, 1000) of",
                [](Document* d) { d->sentences[0].tokens.end = 1000; });
  ExpectRefusal("sentence 1 has tokens of another one",
                [](Document* d) { d->sentences[1].tokens = d->sentences[0].tokens; });
  ExpectRefusal("paragraph 0 has the range [0, 1000) of 3",
                [](Document* d) { d->paragraphs[0].sentences.end = 1000; });
  ExpectRefusal("paragraph 1 has sentences of another one",
                [](Document* d) { d->paragraphs[1].sentences = d->paragraphs[0].sentences; });
  ExpectRefusal("paragraph 1 has sentences of another one",
                [](Document* d) { d->paragraphs[1].span.begin += 1; });
}

TEST_F(EngineTest, RefusesTextThatIsNoUtf8) {
  ExpectRefusal("its text is no UTF-8 at byte 5", [](Document* d) { d->text[5] = '\xFF'; });
  Document document;
  document.text = "\x80";
  ExpectError(ErrorCode::kBadInput, "no UTF-8", [&] { (void)engine().FindMentions(document); });
}

TEST_F(EngineTest, RefusesBeadsOfSentencesThatAreNotThere) {
  const auto with = [](std::vector<Bead> beads) {
    return [beads] { (void)engine().AlignWithBeads(English(), French(), beads); };
  };
  const auto bead = [](IndexRange<Sentence> source, IndexRange<Sentence> target) {
    return Bead{source, target, 1.0F, false};
  };
  ExpectError(ErrorCode::kBadInput, "bead 0 has the range [0, 1000) of 3",
              with({bead({0, 1000}, {0, 1})}));
  ExpectError(ErrorCode::kBadInput, "bead 1 has the range [2, 1)",
              with({bead({0, 1}, {0, 1}), bead({1, 2}, {2, 1})}));
  ExpectError(ErrorCode::kBadInput, "fr.txt: document is malformed: sentence 0 is in two beads",
              with({bead({0, 1}, {0, 1}), bead({1, 2}, {0, 2})}));
  EXPECT_EQ(engine().AlignWithBeads(English(), French(), {}).beads.size(), 0U);
  EXPECT_EQ(engine().AlignWithBeads(English(), French(), {bead({0, 0}, {0, 0})}).beads.size(), 1U);
}

TEST_F(EngineTest, TokenizesWhatAFileTokenizesInPart) {
  const std::vector<Bead> beads{{{0, 2}, {0, 2}, 1.0F, false}, {{2, 3}, {2, 3}, 1.0F, false}};
  const auto all = [&](const Document& source) {
    return engine().AlignWithBeads(source, French(), beads);
  };
  const Bitext expected = all(English());
  Document source = English();
  source.sentences[1].tokens = {};  // of a bead's last sentence, as where a file has no `tokens`
  EXPECT_EQ(all(source), expected);
  source = English();
  source.sentences[0].tokens = {};
  EXPECT_EQ(all(source), expected);
  source = English();
  source.sentences[0].tokens.begin = 1;  // a name that is in no token
  EXPECT_EQ(all(source), expected);
  source = English();
  source.tokens[0].span.end = source.tokens[0].span.begin;
  EXPECT_EQ(all(source), expected);
}

// A dispatch long enough for every loop of the stages to be cut.
TEST_F(EngineTest, ThreadsDoNotChangeABit) {
  const fs::path folder = internal::DefaultDataDirectory() / "samples" / "disaster-typhoon";
  const auto align = [&](int threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(threads));
    return tbb::task_arena(threads).execute([&] {
      return engine().Align(engine().ReadFile((folder / "en.txt").string(), Side::kSource),
                            engine().ReadFile((folder / "fr.txt").string(), Side::kTarget));
    });
  };
  const Bitext alone = align(1);
  EXPECT_GT(alone.beads.size(), 10U);
  EXPECT_FALSE(alone.findings.empty());
  for (const int threads : {2, 3, 4}) EXPECT_EQ(align(threads), alone) << threads;
}

TEST_F(EngineTest, RefusesLinesAboveTheLimit) {
  const std::string letters(kMostTextBytes + 1, 'a');
  const std::string said = "x: is longer than the limit of 64 MiB a document; split it";
  ExpectError(ErrorCode::kBadInput, said,
              [&] { (void)engine().ReadLines(letters, "x", Side::kSource); });
  ExpectError(ErrorCode::kBadInput, said,
              [&] { (void)engine().Read(letters, "x", Side::kSource); });
}

TEST_F(EngineTest, FindsMentionsOfOneDocument) {
  const Document document = engine().Read("Le FMI a prêté 5 euros au Ghana.", "x", Side::kTarget);
  std::vector<std::string> keys;
  for (const Mention& mention : engine().FindMentions(document)) keys.push_back(mention.key);
  EXPECT_THAT(keys, testing::Contains("place:GH"));
  EXPECT_THAT(keys, testing::Contains("money:5:EUR"));
}

TEST_F(EngineTest, ChecksItsOptionsAtOnce) {
  const auto with = [](EngineOptions options) {
    return [options] { const Engine engine(options); };
  };
  ExpectError(ErrorCode::kUsage, "no input format is called `bogus`", with({.input = "bogus"}));
  ExpectError(ErrorCode::kUsage, "`english` is no code", with({.source_language = "english"}));
  ExpectError(ErrorCode::kUsage, "not -5", with({.least_probability = -5.0F}));
  ExpectError(ErrorCode::kMissingInput, "/nowhere/model", with({.model = "/nowhere/model"}));
  ExpectError(ErrorCode::kMissingInput, "/nowhere/terms", with({.glossary = "/nowhere/terms"}));
  ExpectError(ErrorCode::kMissingInput, "/nowhere/names", with({.names = {"/nowhere/names"}}));
  ExpectError(ErrorCode::kMissingInput, "/nowhere", with({.data_directory = "/nowhere"}));
}

// The administrator may open any file: this scope is of another user.
class Unprivileged {
 public:
  Unprivileged() : was_(::geteuid()) {
    constexpr uid_t kNobody = 65534;
    EXPECT_EQ(was_ == 0 ? ::seteuid(kNobody) : 0, 0);
  }
  ~Unprivileged() { EXPECT_EQ(::seteuid(was_), 0); }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  uid_t was_;
};

TEST_F(EngineTest, GoesOnBehindAFileThatCannotBeOpened) {
  const test::TemporaryFolder folder;
  for (const char* name : {"a.txt", "b.txt"}) std::ofstream(folder / name) << "It rained.";
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder / "a.txt", fs::perms::none);
  (void)English();  // what its language needs is there
  const Unprivileged scope;
  std::vector<std::string> said;
  engine().ReadAll(
      folder.path().string(), Side::kSource, [&](const Document& d) { said.push_back(d.id); },
      [&](const Error& error) { said.emplace_back(error.what()); });
  EXPECT_THAT(said, testing::ElementsAre(HasSubstr("a.txt: cannot be opened"), "b.txt"));
}

TEST_F(EngineTest, ChecksListsOfNamesAtOnce) {
  const test::TemporaryFolder folder;
  const fs::path path = folder / "names.tsv";
  const auto with = [&](const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    return [&] { const Engine engine({.names = {path.string()}}); };
  };
  const std::string head = "key\tkind\ten\tfr\n";
  ExpectError(ErrorCode::kBadInput, ":1: is no list of names", with("garbage\n"));
  ExpectError(ErrorCode::kBadInput, ":1: is no list of names", with(""));
  ExpectError(ErrorCode::kBadInput, ":1: is no list of names", with("key\tkind\tenglish\n"));
  ExpectError(ErrorCode::kBadInput, ":2: has the kind `town`", with(head + "a\ttown\tA\tB\n"));
  ExpectError(ErrorCode::kBadInput, ":3: has 3 columns, the first line 4",
              with(head + "a\tplace\tA\tB\na\tplace\tA\n"));
  ExpectError(ErrorCode::kBadInput, ":2: is not UTF-8", with(head + "a\tplace\t\xFF\tB\n"));
  ExpectError(ErrorCode::kUsage, "write it to a file",
              [] { const Engine engine({.names = {"-"}}); });
  // As an editor of Windows leaves it.
  std::ofstream(path, std::ios::binary)
      << "\xEF\xBB\xBFkey\tkind\ten\tfr\r\n"
         "organisation:renewal\torganisation\tRenewal Movement\tMouvement du renouveau\r\n";
  const Engine engine({.source_language = "fr", .names = {path.string()}});
  const auto mentions =
      engine.FindMentions(engine.Read("Le Mouvement du renouveau a gagné.", "x", Side::kSource));
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].key, "organisation:renewal");
}

}  // namespace
}  // namespace calque
