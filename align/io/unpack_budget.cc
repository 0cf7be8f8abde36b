#include "align/io/unpack_budget.h"

#include <algorithm>
#include <string>
#include <utility>

#include "calque/error.h"

namespace calque::internal {
namespace {

class PackedSource : public ByteSource {
 public:
  PackedSource(std::unique_ptr<ByteSource> inner, UnpackBudget* budget)
      : inner_(std::move(inner)), budget_(budget) {}

  std::size_t Read(std::span<char> buffer) override {
    const std::size_t got = inner_->Read(buffer);
    budget_->packed += got;
    // A file that is read by its directory is read more than once in places.
    if (const auto whole = inner_->size()) budget_->packed = std::min(budget_->packed, *whole);
    return got;
  }
  const std::string& name() const override { return inner_->name(); }
  std::optional<std::uint64_t> size() const override { return inner_->size(); }
  void Seek(std::uint64_t offset) override { inner_->Seek(offset); }

 private:
  std::unique_ptr<ByteSource> inner_;
  UnpackBudget* budget_;
};

class UnpackedSource : public ByteSource {
 public:
  UnpackedSource(std::unique_ptr<ByteSource> inner, std::size_t layer, UnpackBudget* budget)
      : inner_(std::move(inner)), layer_(layer), budget_(budget) {
    if (budget->unpacked.size() <= layer) budget->unpacked.resize(layer + 1);
  }

  std::size_t Read(std::span<char> buffer) override {
    const std::size_t got = inner_->Read(buffer);
    const std::uint64_t unpacked = budget_->unpacked[layer_] += got;
    const UnpackLimits& limits = budget_->limits;
    if (unpacked > limits.free + limits.ratio * budget_->packed) {
      Refuse("unpacks to more than " + std::to_string(limits.ratio) + " times its size");
    }
    if (unpacked > limits.total) {
      Refuse("unpacks to more than " + std::to_string(limits.total >> 30) + " GiB");
    }
    return got;
  }
  const std::string& name() const override { return inner_->name(); }

 private:
  [[noreturn]] void Refuse(const std::string& what) const {
    throw Error(ErrorCode::kBadInput, {name()},
                what + ", which no archive of text does; unpack it yourself if you trust it");
  }

  std::unique_ptr<ByteSource> inner_;
  std::size_t layer_;
  UnpackBudget* budget_;
};

}  // namespace

std::unique_ptr<ByteSource> CountPacked(std::unique_ptr<ByteSource> source, UnpackBudget* budget) {
  return std::make_unique<PackedSource>(std::move(source), budget);
}

std::unique_ptr<ByteSource> LimitUnpacked(std::unique_ptr<ByteSource> source, std::size_t layer,
                                          UnpackBudget* budget) {
  return std::make_unique<UnpackedSource>(std::move(source), layer, budget);
}

}  // namespace calque::internal
