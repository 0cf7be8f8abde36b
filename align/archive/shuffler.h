// Any number of records in an order made by chance and a seed, in memory that does not grow with
// them: they wait in temporary files.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace calque::internal {

// The order depends on the seed and on the order of adding, on nothing else. Memory: the largest of
// kBuckets about equal parts of the records. The files have no name: nothing is left behind,
// however the program ends.
class Shuffler {
 public:
  static constexpr std::size_t kBuckets = 128;

  // Files are made in the folder for temporary files (TMPDIR). Throws Error{kCannotWrite}.
  explicit Shuffler(std::uint64_t seed);
  ~Shuffler();
  Shuffler(const Shuffler&) = delete;
  Shuffler& operator=(const Shuffler&) = delete;

  void Add(std::string_view record);
  // Every record once; none can be added any more.
  void ForEach(const std::function<void(std::string_view record)>& take);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  using File = std::unique_ptr<std::FILE, Close>;

  std::uint64_t seed_;
  std::uint64_t count_ = 0;
  std::vector<File> buckets_;
};

}  // namespace calque::internal
