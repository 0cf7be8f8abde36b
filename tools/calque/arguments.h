// The arguments of one verb, parsed and checked against its option table.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/calque/verb.h"

namespace calque::tools {

class Arguments {
 public:
  // Throws Error{kUsage} for an unknown option (naming the nearest known one), a missing or
  // malformed value, a value that is none of `a|b|c`, or standard input as two operands.
  Arguments(const Verb& verb, std::vector<std::string> words);

  [[nodiscard]] const Verb& verb() const { return verb_; }
  // The operands (what is not an option), in order.
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }
  // The operands, of which there must be `count`; throws Error{kUsage} otherwise.
  [[nodiscard]] const std::vector<std::string>& Operands(std::size_t count) const;

  // The files that the command reads: its operands, and what options name but for outputs.
  [[nodiscard]] std::vector<std::string> Inputs() const;

  // Whether the user gave the option or switch.
  [[nodiscard]] bool Has(std::string_view option) const;
  // The last value given, else the default of the table.
  [[nodiscard]] std::string Get(std::string_view option) const;
  // All values given; empty where there is none.
  [[nodiscard]] std::vector<std::string> All(std::string_view option) const;
  // A whole number in [low, high]; throws Error{kUsage}.
  [[nodiscard]] std::size_t Count(std::string_view option, std::size_t low,
                                  std::size_t high = 1'000'000'000) const;
  // A number in [low, high]; throws Error{kUsage}.
  [[nodiscard]] double Number(std::string_view option, double low, double high) const;
  // Throws Error{kUsage} where one of `options` was given: it would do nothing. `why` goes on from
  // there: `without --names`.
  void RefuseWithoutEffect(std::initializer_list<std::string_view> options,
                           std::string_view why) const;

 private:
  [[nodiscard]] const Option& Find(std::string_view option) const;
  void CheckChoices() const;

  const Verb& verb_;
  std::vector<std::string> operands_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

// The candidate that is `word` but for capitals, else the only one that begins so, else the nearest
// by edit distance, at most a third of its length (or two letters) away; empty where there is none.
[[nodiscard]] std::string Nearest(std::string_view word,
                                  const std::vector<std::string>& candidates);

}  // namespace calque::tools
