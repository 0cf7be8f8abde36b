#include "align/entities/name_scanner.h"

#include <algorithm>
#include <optional>
#include <string>

#include "align/entities/name_titles.h"

namespace calque::internal {
namespace {

constexpr std::size_t kMostJoiners = 3;  // `of the`, `de la`, `pour les`

class Scanner {
 public:
  Scanner(const NameSentence& sentence, const NameText& text, const NameGrammar& grammar)
      : sentence_(sentence),
        parts_(sentence.parts),
        text_(text),
        grammar_(grammar),
        titles_(sentence, grammar) {}

  std::vector<NameCandidate> Scan() {
    std::vector<NameCandidate> found;
    for (std::size_t at = 0; at < parts_.size();) {
      std::optional<NameCandidate> name = At(at);
      if (name && !found.empty() && found.back().end == at && SpeakerBehind(found.back())) {
        name->kind = MentionKind::kPerson;
        name->sure_kind = true;
      }
      if (name) found.push_back(*name);
      at = name ? name->end : std::max(at + 1, titles_.EndAt(at));
    }
    return found;
  }

 private:
  // The name that starts at `at`, if one does.
  std::optional<NameCandidate> At(std::size_t at) const {
    if (IsElided(at)) return std::nullopt;
    const std::optional<NameCandidate> listed = Listed(at);
    const std::size_t title = titles_.EndAt(at);
    if (title > at && (!listed || listed->end <= title)) return std::nullopt;
    const std::optional<NameCandidate> run = Run(at, listed);
    if (listed && (!run || run->end <= listed->end)) return WithTitle(*listed);
    return run;
  }

  bool IsElided(std::size_t at) const {
    return at + 1 < parts_.size() && parts_[at + 1].before == Gap::kApostrophe &&
           grammar_.elisions.contains(parts_[at].folded);
  }
  bool IsPossessive(std::size_t at) const {
    return parts_[at].before == Gap::kApostrophe &&
           grammar_.possessives.contains(parts_[at].folded);
  }

  NameCandidate WithTitle(NameCandidate name) const {
    name.titled = titles_.StandsBefore(name.begin);
    return name;
  }

  // Whether a capital at `at` may begin or continue a name.
  bool IsNameWord(std::size_t at) const {
    const NamePart& part = parts_[at];
    if (!part.HasCapital() || sentence_.blocked[at]) return false;
    if (sentence_.capitals == Capitals::kTellNames && !part.opens) return true;
    if (grammar_.openers.contains(part.folded)) return false;
    const bool seen_lower = text_.lower.contains(part.hash);
    if (text_.capitalised.contains(part.hash) && !seen_lower) return true;
    if (seen_lower) return false;
    return !grammar_.common_words.contains(part.hash);
  }

  // `US forces left`: capitals throughout a word are no opener's, unless all words have them.
  bool IsAcronym(const NameForm& form, std::size_t at) const {
    return form.acronym && parts_[at].shape == Shape::kUpper &&
           sentence_.capitals != Capitals::kThroughout;
  }

  std::optional<NameCandidate> Listed(std::size_t at) const {
    if (sentence_.blocked[at]) return std::nullopt;
    const std::vector<const NameForm*> forms = grammar_.gazetteer.LongestAt(parts_, at);
    if (forms.empty()) return std::nullopt;
    const NameForm& form = *forms.front();
    const bool by_capitals = (form.capitals & 1) != 0;
    if (form.parts == 1 && by_capitals && !IsNameWord(at) && !IsAcronym(form, at)) {
      return std::nullopt;
    }
    NameCandidate name;
    name.begin = at;
    name.end = at + form.parts;
    name.kind = form.kind;
    name.form = &form;
    name.sure_kind = true;
    return name;
  }

  std::optional<MentionKind> HeadAt(std::size_t at) const {
    const auto head = grammar_.heads.find(parts_[at].folded);
    if (head == grammar_.heads.end() || !parts_[at].HasCapital()) return std::nullopt;
    return head->second;
  }

  // The capital behind the joiner at `at` and its determiners; `at` where there is none.
  std::size_t BehindJoiners(std::size_t at, const StringSet& joiners) const {
    if (at >= parts_.size() || !joiners.contains(parts_[at].folded)) return at;
    for (std::size_t i = at; i < parts_.size() && i - at <= kMostJoiners; ++i) {
      if (parts_[i].before == Gap::kBreak || sentence_.blocked[i]) return at;
      const std::string& word = parts_[i].folded;
      if (joiners.contains(word) || grammar_.determiners.contains(word)) continue;
      return IsNameWord(i) ? i : at;
    }
    return at;
  }

  bool JoinsTight(Gap gap) const {
    return gap == Gap::kHyphen || gap == Gap::kApostrophe || gap == Gap::kDot ||
           gap == Gap::kAmpersand;
  }

  // Where the run that began at `begin` and reaches `end` goes on to; `end` where it stops.
  std::size_t Extend(std::size_t begin, std::size_t end, bool headed) const {
    if (end >= parts_.size() || parts_[end].before == Gap::kBreak || IsPossessive(end)) return end;
    const Gap gap = parts_[end].before;
    if (gap == Gap::kDotSpace && parts_[end - 1].shape != Shape::kInitial) return end;
    if (IsNameWord(end)) {
      const bool apart = gap == Gap::kSpace || gap == Gap::kDotSpace;
      return apart && end > begin && titles_.EndAt(end) > end ? end : end + 1;
    }
    if (gap == Gap::kDot && parts_[end].shape == Shape::kLower) return end + 1;  // `Amazon.com`
    if (gap != Gap::kSpace && !JoinsTight(gap)) return end;
    const std::size_t particle = BehindJoiners(end, grammar_.particles);
    if (particle > end) return particle + 1;
    const std::size_t joined = headed ? BehindJoiners(end, grammar_.joiners) : end;
    return joined > end ? joined + 1 : end;
  }

  std::optional<NameCandidate> Run(std::size_t at,
                                   const std::optional<NameCandidate>& listed) const {
    NameCandidate run;
    run.begin = at;
    run.titled = titles_.StandsBefore(at);
    const auto lower_head = grammar_.lower_heads.find(parts_[at].folded);
    std::size_t end = at;
    if (lower_head != grammar_.lower_heads.end() && !sentence_.blocked[at]) {
      end = BehindLowerHead(at);
      run.kind = lower_head->second;
      run.sure_kind = end > at;
    }
    if (end == at && !IsNameWord(at)) return std::nullopt;
    if (end == at) end = at + 1;
    if (listed && listed->end > end) end = listed->end;
    std::optional<MentionKind> head = run.sure_kind ? run.kind : HeadAt(at);
    // A demonym, an agency or a person before more capitals is a name of its own, unless the whole
    // has a head: `Reuters Luz Magbanua`, but `Thomson Reuters Foundation`. Whom one word names may
    // have a longer name: `Harry`, `Harry Reid`.
    if (listed && SpeakerBehind(*listed)) return std::nullopt;
    const bool person = listed && listed->kind == MentionKind::kPerson;
    const bool alone = listed && (listed->form->demonym || listed->kind != MentionKind::kPlace) &&
                       !(person && listed->form->parts == 1);
    for (std::size_t next = Extend(at, end, head.has_value()); next > end;
         next = Extend(at, end, head.has_value())) {
      end = next;
      if (!head) head = HeadAt(end - 1);
    }
    if (alone && !head) return std::nullopt;
    run.end = end;
    const bool single = end - at == 1;
    if (single && HeadAt(at) && parts_[at].shape == Shape::kCapital) return std::nullopt;
    if (single && parts_[at].shape == Shape::kInitial) return std::nullopt;  // `hepatitis B`
    if (single && parts_[at].shape == Shape::kCapital &&
        grammar_.openers.contains(parts_[at].folded)) {
      return std::nullopt;  // `the Government`
    }
    Classify(head, &run);
    return run;
  }

  // Whether a person stands behind a place, as French news puts its speakers, or behind what she or
  // he heads: `a dit à Berlin Friedrich Merz`, `la présidente de la BCE Christine Lagarde`.
  bool SpeakerBehind(const NameCandidate& name) const {
    const std::size_t given = name.end;
    if (name.form == nullptr || name.form->demonym) return false;
    if (name.begin == 0 || given + 1 >= parts_.size()) return false;
    const bool place = name.kind == MentionKind::kPlace;
    const bool located = place && parts_[name.begin].before == Gap::kSpace &&
                         grammar_.locatives.contains(parts_[name.begin - 1].folded);
    const bool headed =
        (place || name.kind == MentionKind::kOrganisation) && titles_.HeadOf(name.begin);
    if (!(located || headed) || parts_[given].before != Gap::kSpace || !IsNameWord(given)) {
      return false;
    }
    const std::optional<NameCandidate> listed = Listed(given);
    if (listed && listed->end > given + 1) return listed->kind == MentionKind::kPerson;
    const bool more =
        parts_[given + 1].before == Gap::kSpace && Extend(given, given + 1, false) > given + 1;
    return more && (MayBeGivenName(given) || (headed && MayBeNewName(given)));
  }

  // By the marks of name-words.txt: a given name, or of a name and of no place; `London Fashion
  // Week` has none.
  bool MayBeGivenName(std::size_t at) const {
    constexpr char kGiven = 'g';
    constexpr char kPlace = 'p';
    const std::string_view marks = grammar_.name_words.Find(parts_[at].folded);
    if (marks.find(kGiven) != std::string_view::npos) return true;
    return !marks.empty() && marks.find(kPlace) == std::string_view::npos &&
           !grammar_.common_words.contains(parts_[at].hash);
  }

  // A word that no list has.
  bool MayBeNewName(std::size_t at) const {
    const NamePart& part = parts_[at];
    return part.shape == Shape::kCapital && grammar_.name_words.Find(part.folded).empty() &&
           grammar_.gazetteer.Find(part.folded).empty() && !HeadAt(at) &&
           !grammar_.common_words.contains(part.hash);
  }

  // `université de Kyoto`, `typhon Dalisay`: the end of the first capital behind; `at` if none.
  std::size_t BehindLowerHead(std::size_t at) const {
    if (at + 1 >= parts_.size() || parts_[at + 1].before != Gap::kSpace) return at;
    if (IsNameWord(at + 1)) return at + 2;
    const std::size_t joined = BehindJoiners(at + 1, grammar_.joiners);
    return joined > at + 1 ? joined + 1 : at;
  }

  void Classify(std::optional<MentionKind> head, NameCandidate* run) const {
    const NamePart& first = parts_[run->begin];
    const NamePart& last = parts_[run->end - 1];
    const bool single = run->end - run->begin == 1;
    if (run->titled) {
      run->kind = MentionKind::kPerson;
      run->sure_kind = true;
    } else if (head || grammar_.legal_forms.contains(last.folded)) {
      run->kind = head.value_or(MentionKind::kOrganisation);
      run->sure_kind = true;
    } else if (single && first.shape == Shape::kUpper &&
               sentence_.capitals != Capitals::kThroughout) {
      run->kind = MentionKind::kOrganisation;
    } else if (run->begin > 0 && grammar_.locatives.contains(parts_[run->begin - 1].folded) &&
               first.before == Gap::kSpace) {
      run->kind = MentionKind::kPlace;
    } else {
      run->kind = single ? MentionKind::kOther : MentionKind::kPerson;
    }
  }

  const NameSentence& sentence_;
  const std::vector<NamePart>& parts_;
  const NameText& text_;
  const NameGrammar& grammar_;
  const NameTitles titles_;
};

}  // namespace

std::vector<NameCandidate> ScanNames(const NameSentence& sentence, const NameText& text,
                                     const NameGrammar& grammar) {
  return Scanner(sentence, text, grammar).Scan();
}

}  // namespace calque::internal
