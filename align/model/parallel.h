// Work on all cores whose result does not depend on who did what.
#pragma once

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace calque::internal {

#ifdef __SANITIZE_THREAD__
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);
// The library's own hand-over is not instrumented: tell the sanitizer of it.
inline void HandOver(void* address) { __tsan_release(address); }
inline void TakeOver(void* address) { __tsan_acquire(address); }
// What a thread that starts others has done so far, for them. One place for all loops, as those
// others may not even look for a place of the loop's own before they have taken over.
inline char started;
inline void HandOverStart() { HandOver(&started); }
inline void TakeOverStart() { TakeOver(&started); }
#else
inline void HandOver(void*) {}
inline void TakeOver(void*) {}
inline void HandOverStart() {}
inline void TakeOverStart() {}
#endif

// Calls `work(begin, end)` for the blocks of [0, count), `block` long but for the last. The cut is
// fixed; order and threads are not, so `work` must write to places of its own or add integers.
// oneTBB's global_control bounds the threads.
template <typename Work>
void ForEachBlock(std::size_t count, std::size_t block, const Work& work) {
  if (count <= block) {  // waking threads takes longer than a small text does
    if (count > 0) work(std::size_t{0}, count);
    return;
  }
  const std::size_t blocks = (count + block - 1) / block;
  char done = 0;
  const auto body = [&](std::size_t index) {
    TakeOverStart();
    work(index * block, std::min(count, (index + 1) * block));
    HandOver(&done);
  };
  HandOverStart();
  // A task a block: what they cost may differ much.
  tbb::parallel_for(std::size_t{0}, blocks, body, tbb::simple_partitioner());
  TakeOver(&done);
}

// Calls both, at once where a core is free; they must not write to the same places.
template <typename First, typename Second>
void InParallel(const First& first, const Second& second) {
  ForEachBlock(2, 1, [&](std::size_t begin, std::size_t end) {
    if (begin == 0) first();
    if (end == 2) second();
  });
}

// Calls `work`, all of whose loops stay among themselves: a thread that waits for the end of one
// takes up no work from outside, and goes down into no second document with the first on its hands.
template <typename Work>
void KeepTogether(const Work& work) {
  tbb::this_task_arena::isolate(work);
}

// A sum of non-negative numbers in fixed point: additions from many threads give the same total in
// any order.
class FixedSum {
 public:
  void Add(double value) {
    const auto units = static_cast<std::uint64_t>(value * kUnit + 0.5);
    __atomic_fetch_add(&units_, units, __ATOMIC_RELAXED);
  }
  [[nodiscard]] double value() const { return static_cast<double>(units_) / kUnit; }

 private:
  static constexpr double kUnit = 4294967296.0;  // 2^32: room for totals up to 2^32
  std::uint64_t units_ = 0;
};

}  // namespace calque::internal
