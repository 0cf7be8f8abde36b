#include "align/read/credit_text.h"

#include <optional>

namespace calque::internal {
namespace {

constexpr std::string_view kSpecial = "\\;()[]";
constexpr std::string_view kPlace = "place";
constexpr std::string_view kOrganisation = "organisation";

void AppendEscaped(std::string_view text, std::string* out) {
  for (const char c : text) {
    if (kSpecial.find(c) != std::string_view::npos) *out += '\\';
    *out += c;
  }
}

// The characters up to the next special one that is not escaped; `rest` then starts with that.
std::string TakePlain(std::string_view* rest) {
  std::string taken;
  while (!rest->empty() && kSpecial.substr(1).find(rest->front()) == std::string_view::npos) {
    if (rest->front() == '\\' && rest->size() > 1) rest->remove_prefix(1);
    taken += rest->front();
    rest->remove_prefix(1);
  }
  return taken;
}

// What stands between `open` and `close` at the front of `rest`; empty where nothing does.
std::string TakeBracket(char open, char close, std::string_view* rest) {
  if (!rest->starts_with(open)) return {};
  rest->remove_prefix(1);
  std::string taken = TakePlain(rest);
  if (rest->starts_with(close)) rest->remove_prefix(1);
  if (rest->starts_with(" [")) rest->remove_prefix(1);
  return taken;
}

// One credit and the `; ` behind it. Nothing where the role is unknown.
std::optional<Credit> TakeCredit(std::string_view* rest) {
  std::string head = TakePlain(rest);
  if (rest->starts_with('(') || rest->starts_with('[')) {
    if (head.ends_with(' ')) head.pop_back();
  }
  Credit credit;
  credit.place = TakeBracket('(', ')', rest);
  credit.organisation = TakeBracket('[', ']', rest);
  const std::size_t end = rest->find(';');
  rest->remove_prefix(end == std::string_view::npos ? rest->size() : end + 1);
  if (rest->starts_with(' ')) rest->remove_prefix(1);

  const std::size_t colon = head.find(": ");
  if (colon == std::string::npos) return std::nullopt;
  const std::optional<CreditRole> role = CreditRoleFromString(head.substr(0, colon));
  if (!role) return std::nullopt;
  credit.role = *role;
  credit.name = head.substr(colon + 2);
  return credit;
}

}  // namespace

std::string FormatCredits(std::span<const Credit> credits) {
  std::string out;
  for (const Credit& credit : credits) {
    if (!out.empty()) out += "; ";
    out += ToString(credit.role);
    out += ": ";
    AppendEscaped(credit.name, &out);
    if (!credit.place.empty()) {
      out += " (";
      AppendEscaped(credit.place, &out);
      out += ')';
    }
    if (!credit.organisation.empty()) {
      out += " [";
      AppendEscaped(credit.organisation, &out);
      out += ']';
    }
  }
  return out;
}

std::vector<Credit> ParseCredits(std::string_view text, std::uint64_t* unread) {
  std::vector<Credit> credits;
  while (!text.empty()) {
    if (std::optional<Credit> credit = TakeCredit(&text)) {
      credits.push_back(std::move(*credit));
    } else if (unread != nullptr) {
      ++*unread;
    }
  }
  return credits;
}

std::vector<CreditPart> CreditParts(std::span<const Credit> credits) {
  std::vector<CreditPart> parts;
  for (const Credit& credit : credits) {
    if (credit.name.empty()) continue;
    parts.push_back({ToString(credit.role), credit.name});
    if (!credit.place.empty()) parts.push_back({kPlace, credit.place});
    if (!credit.organisation.empty()) parts.push_back({kOrganisation, credit.organisation});
  }
  return parts;
}

bool AddCreditPart(std::string_view type, std::string_view value, std::vector<Credit>* credits) {
  if (const auto role = CreditRoleFromString(type)) {
    credits->push_back({*role, std::string(value), {}, {}, {}, 1.0F});
  } else if (!credits->empty() && type == kPlace) {
    credits->back().place = value;
  } else if (!credits->empty() && type == kOrganisation) {
    credits->back().organisation = value;
  } else {
    return false;
  }
  return true;
}

}  // namespace calque::internal
