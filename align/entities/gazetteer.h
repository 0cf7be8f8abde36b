// Names that lists know, by their parts: longest match, several entities for one form.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/base/hash_slots.h"
#include "align/entities/name_parts.h"
#include "calque/bitext.h"

namespace calque::internal {

// One spelling of one entity. `key` indexes the keys of its gazetteer.
struct NameForm {
  std::uint64_t hash = 0;      // of the phrase
  std::uint64_t capitals = 0;  // bit i: part i is written with a capital in the list
  std::uint32_t key = 0;
  MentionKind kind = MentionKind::kOther;
  std::uint8_t parts = 0;
  bool demonym = false;
  bool acronym = false;    // all capitals in the list: matches nothing else
  bool full_stop = false;  // the form ends in a full stop, `U.S.`
  bool dotted = false;     // has a full stop behind each letter, none between blanks
};

class Gazetteer {
 public:
  // `key` is language-neutral, `place:CN`. Forms added first win where one spelling names several.
  void Add(std::string_view form, std::string_view key, MentionKind kind);
  // A word for what is of the entity, `chinois`.
  void AddDemonym(std::string_view form, std::string_view key, MentionKind kind);
  // Sorts; no Add() afterwards.
  void Freeze();

  // Forms of the longest phrase that starts at parts[begin] and is written as the lists have it;
  // empty where there is none.
  [[nodiscard]] std::vector<const NameForm*> LongestAt(const std::vector<NamePart>& parts,
                                                       std::size_t begin) const;
  // All forms that `text` as a whole can be, capitals apart.
  [[nodiscard]] std::span<const NameForm> Find(std::string_view text) const;
  // All forms whose phrase hash is `hash`.
  [[nodiscard]] std::span<const NameForm> FindHash(std::uint64_t hash) const;

  [[nodiscard]] const std::string& Key(const NameForm& form) const { return keys_[form.key]; }
  [[nodiscard]] std::size_t size() const { return forms_.size(); }

 private:
  void AddForm(std::string_view form, std::string_view key, NameForm entry);
  void AddOpener(std::uint64_t hash, std::uint8_t parts);
  // Most parts of a phrase that begins with a part; 0 where there is none.
  [[nodiscard]] std::uint8_t LongestFrom(std::uint64_t hash) const;

  struct Opener {
    std::uint64_t hash;    // of a part that begins phrases
    std::uint8_t longest;  // most parts of one
  };

  std::vector<NameForm> forms_;  // by hash, then order of addition
  HashSlots form_slots_;         // of the first form of each hash, after Freeze()
  std::vector<Opener> openers_;
  HashSlots opener_slots_;
  std::unordered_map<std::string, std::uint32_t> key_index_;  // emptied by Freeze()
  std::vector<std::string> keys_;
};

}  // namespace calque::internal
