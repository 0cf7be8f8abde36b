#include "tests/support/faults.h"

#include <algorithm>
#include <utility>

#include "calque/error.h"

namespace calque::test {
namespace {

class Faulty : public internal::ByteSource {
 public:
  Faulty(std::unique_ptr<internal::ByteSource> inner, std::size_t most, std::size_t fail_at)
      : inner_(std::move(inner)), most_(most), left_(fail_at) {}

  std::size_t Read(std::span<char> buffer) override {
    if (left_ == 0) throw Error(ErrorCode::kBadInput, {name()}, kInjected);
    const std::size_t got = inner_->Read(buffer.first(std::min({buffer.size(), most_, left_})));
    left_ -= got;
    return got;
  }
  const std::string& name() const override { return inner_->name(); }

 private:
  std::unique_ptr<internal::ByteSource> inner_;
  std::size_t most_;
  std::size_t left_;
};

}  // namespace

std::unique_ptr<internal::ByteSource> FaultySource(std::unique_ptr<internal::ByteSource> inner,
                                                   std::size_t most, std::size_t fail_at) {
  return std::make_unique<Faulty>(std::move(inner), most, fail_at);
}

FullBuffer::int_type FullBuffer::overflow(int_type c) {
  if (left_ == 0) return traits_type::eof();
  --left_;
  return traits_type::not_eof(c);
}

std::streamsize FullBuffer::xsputn(const char* /*bytes*/, std::streamsize size) {
  const std::size_t taken = std::min(static_cast<std::size_t>(size), left_);
  left_ -= taken;
  return static_cast<std::streamsize>(taken);
}

}  // namespace calque::test
