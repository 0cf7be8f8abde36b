// Every file of an input, one after the other: a file, a folder, an archive, a web archive, each
// inside the other. Streaming: memory does not grow with an archive.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "align/io/byte_source.h"
#include "align/io/unpack_budget.h"

namespace calque::internal {

struct InputFile {
  // Below the input, as `day/a.zip!story.xml`: the same wherever the input lies. For an input that
  // is one file, the name of that file.
  std::string name;
  // Called `input/day/a.zip!story.xml` in messages. Usable until the next call of Next().
  std::unique_ptr<ByteSource> source;
  std::string charset;  // what the transport said (HTTP); may be empty
  std::string address;  // of a page of a web archive
  std::string date;     // when it was fetched, ISO 8601
};

struct InputFilesOptions {
  UnpackLimits limits;
  // Whether a file is wanted, by its name as above; one that is not is neither opened nor unpacked.
  // Asked of archives too, with their own names. Null: all.
  std::function<bool(const std::string& name)> wants;
};

// One input, of a depth that the options bound.
class InputFiles {
 public:
  // `path`: a file, a folder, or `-` for standard input. Throws Error{kMissingInput}.
  explicit InputFiles(const std::string& path, InputFilesOptions options = {});
  // The only file is `source`, or what is archived in it.
  InputFiles(std::unique_ptr<ByteSource> source, InputFilesOptions options);
  ~InputFiles();
  InputFiles(const InputFiles&) = delete;
  InputFiles& operator=(const InputFiles&) = delete;

  // The next file: folders in the order of their names, archives in their own order. Hidden files
  // are left out. Nothing at the end. Throws Error for a file that cannot be read or is refused;
  // the next call goes on with the file behind it.
  [[nodiscard]] std::optional<InputFile> Next();

  // What holds files: a folder, an archive.
  class Container;

 private:
  [[nodiscard]] std::optional<InputFile> OpenIfPlain(InputFile file);

  InputFilesOptions options_;
  std::unique_ptr<UnpackBudget> budget_;          // of the file on disk that is being read
  std::vector<std::unique_ptr<Container>> open_;  // innermost last
};

}  // namespace calque::internal
