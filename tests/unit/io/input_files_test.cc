#include "align/io/input_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <new>

#include "align/io/archive_reader.h"
#include "calque/error.h"
#include "tests/support/archives.h"
#include "tests/support/faults.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/thrown.h"

namespace calque::internal {
namespace {

using test::Compress;
using test::MakeArchive;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Every file as `name=bytes`, every failure as `!message`.
std::vector<std::string> List(InputFiles& files) {
  std::vector<std::string> list;
  for (;;) {
    try {
      const std::optional<InputFile> file = files.Next();
      if (!file) return list;
      list.push_back(file->name + "=" + ReadAll(*file->source, 1 << 20));
    } catch (const Error& error) {
      list.push_back(std::string("!") + error.what());
    }
  }
}

std::vector<std::string> ListBytes(const std::string& bytes, InputFilesOptions options = {}) {
  InputFiles files(OpenMemory(bytes, "day/a.bin"), std::move(options));
  return List(files);
}

TEST(InputFiles, GivesAFileAsItIs) {
  EXPECT_THAT(ListBytes("text"), ElementsAre("a.bin=text"));
  EXPECT_THAT(ListBytes(""), ElementsAre("a.bin="));
}

TEST(InputFiles, UnpacksASingleStream) {
  for (const char* filter : {"gz", "bz2", "xz", "zst"}) {
    EXPECT_THAT(ListBytes(Compress(filter, "text")), ElementsAre("a.bin=text")) << filter;
  }
}

TEST(InputFiles, GivesTheMembersOfAnArchive) {
  const std::vector<test::Member> members = {
      {"b.txt", "two"}, {"day/a.txt", "one"}, {"été.txt", ""}, {".hidden", "no"}};
  EXPECT_THAT(ListBytes(MakeArchive("zip", "", members)),
              ElementsAre("b.txt=two", "day/a.txt=one", "été.txt="));
  for (const char* filter : {"gz", "bz2", "xz", "zst"}) {
    EXPECT_THAT(ListBytes(MakeArchive("tar", filter, members)),
                ElementsAre("b.txt=two", "day/a.txt=one", "été.txt="))
        << filter;
  }
}

// A 7z file is read from its end: inside something else, or in a pipe, it has to be kept first.
TEST(InputFiles, Reads7zWhereverItIs) {
  const std::string bytes = MakeArchive("7z", "", {{"b.txt", "two"}, {"day/a.txt", "one"}});
  EXPECT_THAT(ListBytes(bytes), ElementsAre("b.txt=two", "day/a.txt=one"));
  EXPECT_THAT(ListBytes(MakeArchive("zip", "", {{"in.7z", bytes}, {"c.txt", "three"}})),
              ElementsAre("in.7z!b.txt=two", "in.7z!day/a.txt=one", "c.txt=three"));
  EXPECT_THAT(ListBytes(Compress("gz", bytes)), ElementsAre("b.txt=two", "day/a.txt=one"));
  InputFiles piped(test::FaultySource(OpenMemory(bytes, "day/a.bin"), 100), {});
  EXPECT_THAT(List(piped), ElementsAre("b.txt=two", "day/a.txt=one"));
}

TEST(InputFiles, LooksIntoAnArchiveInAnArchiveAndNoDeeper) {
  const std::string inner = MakeArchive("zip", "", {{"x.txt", "deep"}});
  const std::string middle = MakeArchive("tar", "gz", {{"in.zip", inner}, {"y.txt", "y"}});
  EXPECT_THAT(ListBytes(middle), ElementsAre("in.zip!x.txt=deep", "y.txt=y"));
  const std::string outer = MakeArchive("tar", "", {{"middle.tgz", middle}, {"z.txt", "z"}});
  EXPECT_THAT(ListBytes(outer),
              ElementsAre(HasSubstr("!day/a.bin!middle.tgz!in.zip: is an archive in an archive in"),
                          "middle.tgz!y.txt=y", "z.txt=z"));
}

TEST(InputFiles, RefusesMembersThatLeadAstrayAndGoesOn) {
  const std::string bytes = MakeArchive("tar", "",
                                        {{"../../etc/evil.txt", "x"},
                                         {"/abs.txt", "x"},
                                         {"link.txt", "", "/etc/passwd"},
                                         {"good.txt", "good"}});
  EXPECT_THAT(ListBytes(bytes),
              ElementsAre(HasSubstr("day/a.bin!../../etc/evil.txt: has a name that leads out"),
                          HasSubstr("day/a.bin!/abs.txt: has a name that leads out"),
                          HasSubstr("day/a.bin!link.txt: is a link or device"), "good.txt=good"));
}

TEST(InputFiles, EscapesNamesThatATerminalWouldObey) {
  EXPECT_THAT(ListBytes(MakeArchive("tar", "", {{"a\x1B[2Jb\n.txt", "x"}})),
              ElementsAre("a%1B[2Jb%0A.txt=x"));
}

TEST(InputFiles, RefusesABomb) {
  InputFilesOptions options;
  options.limits.free = 1000;
  options.limits.ratio = 50;
  const std::string zeros(std::size_t{1} << 20, '0');
  EXPECT_THAT(ListBytes(Compress("gz", zeros), options),
              ElementsAre(HasSubstr("unpacks to more than 50 times its size")));
  EXPECT_THAT(ListBytes(MakeArchive("zip", "", {{"zeros.txt", zeros}, {"b.txt", "b"}}), options)[0],
              HasSubstr("!day/a.bin!zeros.txt: unpacks to more than 50 times its size"));
  options.limits.ratio = 1U << 20;
  options.limits.total = 1000;
  EXPECT_THAT(ListBytes(Compress("xz", zeros), options),
              ElementsAre(HasSubstr("unpacks to more than 0 GiB")));
}

// The bytes of a tar and those of its members are the same ones.
TEST(InputFiles, CountsUnpackedBytesOnce) {
  InputFilesOptions options;
  options.limits.free = 1000;
  const std::string zeros(std::size_t{1} << 20, '0');
  const std::string bytes = MakeArchive("tar", "gz", {{"a.txt", zeros}});
  const std::string nested = MakeArchive("tar", "", {{"in.tar.gz", bytes}});
  for (const std::string& archive : {bytes, nested}) {
    const std::uint64_t ratio = zeros.size() / archive.size();
    options.limits.ratio = ratio + ratio / 2;
    std::vector<std::string> list = ListBytes(archive, options);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_TRUE(list[0].ends_with("a.txt=" + zeros)) << list[0].substr(0, 100);
    options.limits.ratio = ratio - ratio / 4;
    list = ListBytes(archive, options);
    EXPECT_THAT(list.at(0).substr(0, 200), HasSubstr("times its size"));
  }
}

TEST(InputFiles, SaysWhereAnArchiveIsCutOff) {
  std::string story;
  for (int i = 0; i < 60000; ++i) story += std::to_string(i * 7919) + " ";
  const std::string whole = MakeArchive("tar", "gz", {{"a.txt", story}, {"b.txt", story}});
  const std::vector<std::string> list = ListBytes(whole.substr(0, whole.size() / 4));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_THAT(list[0], HasSubstr("!day/a.bin!a.txt: "));
  EXPECT_THAT(ListBytes(whole.substr(0, 30)), ElementsAre(HasSubstr("!day/a.bin: ")));
}

// What gives it away may stand behind the last byte that the archive inside needs.
TEST(InputFiles, NoticesDamageAroundAnArchive) {
  std::string bytes = MakeArchive("tar", "gz", {{"a.txt", "one"}});
  bytes[bytes.size() - 6] ^= 1;  // of the checksum
  EXPECT_THAT(ListBytes(bytes).back(), HasSubstr("incorrect data check"));
}

TEST(InputFiles, ListsFoldersByName) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "b");
  std::ofstream(folder / "c.txt") << "c";
  std::ofstream(folder / "b" / "x.txt") << "x";
  std::ofstream(folder / "b-a.txt") << "b-a";
  std::ofstream(folder / ".hidden") << "no";
  std::ofstream(folder / "a.zip") << MakeArchive("zip", "", {{"m.txt", "m"}});
  std::filesystem::create_directory_symlink(folder.path(), folder / "b" / "loop");
  std::filesystem::create_symlink("nowhere.txt", folder / "a.txt");
  ASSERT_EQ(::mkfifo((folder / "pipe.txt").c_str(), 0600), 0);
  InputFiles files(folder.path().string());
  EXPECT_THAT(List(files), ElementsAre("a.zip!m.txt=m", "b-a.txt=b-a", "b/x.txt=x", "c.txt=c"));
  InputFilesOptions options;
  options.wants = [](const std::string& name) { return name.starts_with("b/"); };
  InputFiles some(folder.path().string(), options);
  EXPECT_THAT(List(some), ElementsAre("b/x.txt=x"));
}

std::string WarcRecord(const std::string& address, const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address +
         "\r\nContent-Type: application/http\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(InputFiles, GoesOnBehindADamagedRecordOfAWebArchive) {
  const std::string good = WarcRecord("http://b.example/", "HTTP/1.1 200 OK\r\n\r\nb");
  const std::string endless = "HTTP/1.1 200 OK\r\nX: " + std::string(70'000, 'x') + "\r\n\r\na";
  std::string many = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 1100; ++i) many += "X: y\r\n";
  EXPECT_THAT(ListBytes(WarcRecord("http://a.example/", endless) + good),
              ElementsAre(HasSubstr("!record 1: has a line of more than 64 KiB in its HTTP head"),
                          "http://b.example/=b"));
  EXPECT_THAT(ListBytes(WarcRecord("http://a.example/", many + "\r\na") + good),
              ElementsAre(HasSubstr("!record 1: has an endless HTTP head"), "http://b.example/=b"));
  // A block that ends inside its head holds no page.
  EXPECT_THAT(ListBytes(WarcRecord("http://a.example/", "HTTP/1.1 200 OK") + good),
              ElementsAre("http://b.example/=b"));
  EXPECT_THAT(ListBytes(WarcRecord("http://a.example/", "") + good),
              ElementsAre("http://b.example/=b"));
  // Where the next record begins is not known.
  EXPECT_THAT(ListBytes("WARC/1.0\r\nContent-Length: x\r\n\r\n" + good),
              ElementsAre(HasSubstr("!record 1: has no Content-Length")));
}

// A source below an archive that fails in a way of its own.
class FailingSource : public ByteSource {
 public:
  FailingSource(std::string bytes, std::exception_ptr failure)
      : bytes_(std::move(bytes)), failure_(std::move(failure)) {}
  std::size_t Read(std::span<char> buffer) override {
    if (bytes_.empty()) std::rethrow_exception(failure_);
    const std::size_t size = std::min(buffer.size(), bytes_.size());
    std::copy_n(bytes_.begin(), size, buffer.begin());
    bytes_.erase(0, size);
    return size;
  }
  const std::string& name() const override { return name_; }

 private:
  std::string bytes_;
  std::exception_ptr failure_;
  std::string name_ = "a.tar";
};

// Any exception passes by libarchive, none through it, and stays what it is.
TEST(ArchiveReader, PassesOnWhatTheSourceBelowThrows) {
  const std::string bytes = MakeArchive("tar", "", {{"m.txt", std::string(100'000, 'm')}});
  const auto read = [&](std::exception_ptr failure, std::size_t size) {
    ArchiveReader reader(
        std::make_unique<FailingSource>(bytes.substr(0, size), std::move(failure)));
    if (reader.Next()) (void)ReadAll(*reader.OpenMember(), 1'000'000);
  };
  const auto full = std::make_exception_ptr(Error(ErrorCode::kCannotWrite, "the disk is full"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{70'000}}) {
    const Error error = test::ErrorOf([&] { read(full, size); });
    EXPECT_EQ(error.code(), ErrorCode::kCannotWrite) << size;
    EXPECT_THAT(error.what(), HasSubstr("the disk is full"));
    EXPECT_THROW(read(std::make_exception_ptr(std::bad_alloc()), size), std::bad_alloc) << size;
  }
}

TEST(InputFiles, ReadsPagesOfAWebArchive) {
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n"
      "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>On\r\n6;x=y\r\ne</p>\n\r\n0\r\n\r\n";
  const auto record = [](const std::string& type, const std::string& address,
                         const std::string& content, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: <" + address +
           ">\r\nWARC-Date: 2026-01-05T15:00:00Z\r\nContent-Type: " + content +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  };
  const std::string http = "application/http;msgtype=response";
  const std::string warc =
      record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
      record("response", "http://a.example/", http, page) +
      record("response", "http://a.example/gone", http, "HTTP/1.1 404 No\r\n\r\nno") +
      record("response", "http://a.example/z.png", http,
             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npng") +
      record("resource", "metadata://gnu.org/software/wget/warc/wget.log", "text/plain", "log") +
      record("resource", "http://a.example/t", "text/plain", "plain");
  EXPECT_THAT(ListBytes(warc),
              ElementsAre("http://a.example/=<p>One</p>\n", "http://a.example/t=plain"));
  EXPECT_THAT(ListBytes(Compress("gz", warc.substr(0, 200)) + Compress("gz", warc.substr(200))),
              ElementsAre("http://a.example/=<p>One</p>\n", "http://a.example/t=plain"));
  // The answer itself breaks off, in a chunk or between two.
  for (const std::string_view rest : {"e</p>\n\r\n0\r\n\r\n", "0\r\n\r\n"}) {
    EXPECT_THAT(ListBytes(record("response", "http://a.example/cut", http,
                                 page.substr(0, page.size() - rest.size())) +
                          record("resource", "http://a.example/t", "text/plain", "plain")),
                ElementsAre(HasSubstr("http://a.example/cut: is cut off inside its HTTP answer"),
                            "http://a.example/t=plain"))
        << rest;
  }
  InputFiles files(OpenMemory(warc, "a.warc"), {});
  const auto first = files.Next();
  EXPECT_EQ(first->charset, "iso-8859-1");
  EXPECT_EQ(first->address, "http://a.example/");
  EXPECT_EQ(first->date, "2026-01-05T15:00:00Z");
  EXPECT_THAT(ListBytes(warc.substr(0, warc.size() - 10)).back(),
              HasSubstr("record 6: is cut off inside its block"));
}

}  // namespace
}  // namespace calque::internal
