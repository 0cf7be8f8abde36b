#include "align/io/temporary_file.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

#include "align/base/hash.h"
#include "calque/error.h"

namespace calque::internal {
namespace {

// Guards the list. The thread that holds it takes no signals meanwhile, so that a handler, on
// whatever thread, never waits for the thread it interrupted.
std::atomic_flag list_is_held = ATOMIC_FLAG_INIT;
TemporaryFile* first = nullptr;

class HoldList {
 public:
  HoldList() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before_);
    while (list_is_held.test_and_set(std::memory_order_acquire)) {
    }
  }
  ~HoldList() {
    list_is_held.clear(std::memory_order_release);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HoldList(const HoldList&) = delete;
  HoldList& operator=(const HoldList&) = delete;

 private:
  sigset_t before_;
};

// Beside the target, so that it gets its name at once. A name near the longest one that may be is
// cut short, with a digest of all of it, to leave room for the suffix.
std::string TemporaryPath(const std::filesystem::path& target) {
  constexpr std::size_t kDigits = 16;
  const std::string suffix = ".part." + HostName() + "." + std::to_string(::getpid());
  const std::string name = target.filename().string();
  if (name.size() > NAME_MAX || name.size() + suffix.size() <= NAME_MAX) {
    return target.string() + suffix;
  }
  std::string digest(kDigits, '0');
  const auto end = std::to_chars(digest.data(), digest.data() + kDigits, Hash(name), kDigits).ptr;
  digest.resize(static_cast<std::size_t>(end - digest.data()));
  const std::size_t kept = NAME_MAX - std::min<std::size_t>(NAME_MAX, suffix.size() + kDigits + 1);
  return (target.parent_path() / (name.substr(0, kept) + "~" + digest)).string() + suffix;
}

}  // namespace

std::string HostName() {
  char name[256] = {};
  ::gethostname(name, sizeof name - 1);
  std::string host = name;
  std::replace(host.begin(), host.end(), '/', '_');
  return host.empty() ? "host" : host;
}

int OpenUnnamedFile() {
  std::error_code failure;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(failure);
  std::string name = (folder / "calque-XXXXXX").string();
  const int descriptor = failure ? -1 : ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {
    throw Error(ErrorCode::kCannotWrite, {folder.string()},
                "takes no temporary file: " + (failure ? failure.message() : std::strerror(errno)) +
                    "; name another folder in TMPDIR");
  }
  ::unlink(name.c_str());
  return descriptor;
}

// Two outputs of one process never share a name, those of two processes must not either, on
// whatever machine they run.
TemporaryFile::TemporaryFile(std::filesystem::path target)
    : target_(std::move(target)), path_(TemporaryPath(target_)) {
  // No signal comes between the file and its place in the list.
  const HoldList hold;
  Make();
  next_ = first;
  if (next_ != nullptr) next_->previous_ = this;
  first = this;
}

void TemporaryFile::Make() const {
  constexpr int kFlags = O_WRONLY | O_CREAT | O_CLOEXEC;
  int descriptor = ::open(path_.c_str(), kFlags | O_EXCL, 0666);
  if (descriptor < 0 && errno == EEXIST) {
    if (IsMadeByAnother()) {
      throw Error(ErrorCode::kUsage, {target_.string()},
                  "is written by two of the outputs; give one of them another name or folder");
    }
    // Left by a process that died, whose number is ours now, or a link that somebody planted.
    ::unlink(path_.c_str());
    descriptor = ::open(path_.c_str(), kFlags | O_EXCL, 0666);
  }
  if (descriptor < 0) {
    throw Error(ErrorCode::kCannotWrite, {target_.string()},
                std::string("cannot be written: ") + std::strerror(errno));
  }
  // Who may read the file that is replaced may read the new one, and nobody else.
  struct stat replaced = {};
  if (::stat(target_.c_str(), &replaced) == 0 && S_ISREG(replaced.st_mode)) {
    (void)::fchmod(descriptor, replaced.st_mode & 0777);
  }
  ::close(descriptor);
}

bool TemporaryFile::IsMadeByAnother() const {
  std::error_code ignored;
  for (const TemporaryFile* file = first; file != nullptr; file = file->next_) {
    // One file may be called `a.tmx` and `./a.tmx`.
    if (std::filesystem::equivalent(file->path_, path_, ignored)) return true;
  }
  return false;
}

TemporaryFile::~TemporaryFile() {
  if (!committed_) ::unlink(path_.c_str());
  const HoldList hold;
  (previous_ == nullptr ? first : previous_->next_) = next_;
  if (next_ != nullptr) next_->previous_ = previous_;
}

void TemporaryFile::CommitAs(const std::filesystem::path& target) {
  std::error_code failure;
  std::filesystem::rename(path_, target, failure);
  if (failure) {
    throw Error(ErrorCode::kCannotWrite, {target.string()},
                "cannot be written: " + failure.message());
  }
  committed_ = true;
}

void RemoveTemporaryFiles() noexcept {
  const HoldList hold;
  for (const TemporaryFile* file = first; file != nullptr; file = file->next_) {
    ::unlink(file->path_.c_str());
  }
}

}  // namespace calque::internal
