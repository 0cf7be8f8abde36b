// The threads of calque: a loop over independent items, and a line of stages that keeps the order
// (oneTBB). Outside this folder only what model/parallel.h starts runs on more than one thread, and
// the command reads the two sides of a pair at once.
#pragma once

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <utility>

#include "align/model/parallel.h"

namespace calque::internal {

// A stage of a line. oneTBB copies it behind the back of the thread sanitizer; what the copy holds
// is handed over with it.
template <typename Body>
class Stage {
 public:
  explicit Stage(const Body& body) : body_(body) {}
  Stage(const Stage& other) : body_(other.body_) { HandOverStart(); }
  Stage& operator=(const Stage&) = delete;

  template <typename Input>
  auto operator()(Input&& input) const {
    TakeOverStart();
    return body_(std::forward<Input>(input));
  }

 private:
  Body body_;
};

// Runs everything inside on `jobs` threads, however many cores there are.
class Workers {
 public:
  // Precondition: jobs >= 1.
  explicit Workers(std::size_t jobs)
      : limit_(tbb::global_control::max_allowed_parallelism, jobs),
        arena_(static_cast<int>(jobs)) {}

  // body(i) for all i in [0, count), in any order, `grain` of them at a time on one thread. An
  // exception of one call ends the loop and is thrown again here.
  template <typename Body>
  void ForEach(std::size_t count, std::size_t grain, const Body& body) {
    ForEachRange(count, grain, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) body(i);
    });
  }

  // body(begin, end) for ranges that make up [0, count).
  template <typename Body>
  void ForEachRange(std::size_t count, std::size_t grain, const Body& body) {
    arena_.execute([&] { ForEachBlock(count, grain, body); });
  }

  // An ordered line: `next()` gives items (a null pointer at the end) one at a time, `work(item)`
  // runs on any thread, `finish(item)` takes them one at a time in the order of next(). No more
  // than `in_flight` items exist at once. `work` and `finish` must not throw: an exception would
  // leak the item; `finish` owns it. One of `next` ends the line and is thrown again here, and the
  // items in flight are lost with it: it throws only where the process ends, as out of memory.
  template <typename Item, typename Next, typename Work, typename Finish>
  void Run(std::size_t in_flight, const Next& next, const Work& work, const Finish& finish) {
    char source = 0;
    char sink = 0;
    char done = 0;
    const auto source_stage = [&](tbb::flow_control& control) -> Item* {
      TakeOver(&source);
      Item* item = next();
      if (item == nullptr) control.stop();
      HandOver(&source);
      HandOver(item == nullptr ? static_cast<void*>(&done) : item);
      return item;
    };
    const auto work_stage = [&](Item* item) -> Item* {
      TakeOver(item);
      work(item);
      HandOver(item);
      return item;
    };
    const auto sink_stage = [&](Item* item) {
      TakeOver(item);
      TakeOver(&sink);
      finish(item);
      HandOver(&sink);
      HandOver(&done);
    };
    arena_.execute([&] {
      tbb::parallel_pipeline(
          in_flight,
          tbb::make_filter<void, Item*>(tbb::filter_mode::serial_in_order, Stage(source_stage)) &
              tbb::make_filter<Item*, Item*>(tbb::filter_mode::parallel, Stage(work_stage)) &
              tbb::make_filter<Item*, void>(tbb::filter_mode::serial_in_order, Stage(sink_stage)));
    });
    TakeOver(&done);
  }

 private:
  tbb::global_control limit_;
  tbb::task_arena arena_;
};

}  // namespace calque::internal
