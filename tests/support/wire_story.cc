#include "tests/support/wire_story.h"

#include "align/io/json.h"

namespace calque::test {
namespace {

using internal::Json;

std::string Element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + text + "</" + name + ">\n";
}

std::string Paragraphs(const std::vector<std::string>& texts, const std::string& name = "p") {
  std::string out;
  for (const std::string& text : texts) out += Element(name, text);
  return out;
}

// The body with the dateline in it.
std::vector<std::string> WithDateline(const WireStory& story) {
  std::vector<std::string> body = story.body;
  body.front().insert(0, story.dateline + " - ");
  return body;
}
std::vector<std::string> WithTail(std::vector<std::string> body, const WireStory& story) {
  body.push_back(story.tail);
  return body;
}

std::string Joined(const std::vector<std::string>& texts, const std::string& between) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : between) + text;
  return out;
}

std::string NewsmlG2(const WireStory& story) {
  return "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"" + story.id +
         "\" version=\"2\" xml:lang=\"" + story.language +
         "\"><itemMeta><itemClass qcode=\"ninat:text\"/><versionCreated>2026-02-12T09:00:00Z"
         "</versionCreated></itemMeta><contentMeta>" +
         Element("headline", story.headline) + Element("dateline", story.dateline) +
         Element("by", story.byline) + Element("creditline", story.tail) +
         "</contentMeta><contentSet><inlineXML contenttype=\"application/xhtml+xml\"><html "
         "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>" +
         Paragraphs(WithDateline(story)) + "</body></html></inlineXML></contentSet></newsItem>";
}

std::string Nitf(const WireStory& story) {
  return "<nitf><head><docdata><doc-id id-string=\"" + story.id +
         "\"/><date.issue norm=\"20260212T090000Z\"/></docdata></head><body><body.head><hedline>" +
         Element("hl1", story.headline) + "</hedline>" + Element("byline", story.byline) +
         Element("dateline", story.dateline) + "</body.head><body.content>" +
         Paragraphs(story.body) + "</body.content><body.end>" + Element("tagline", story.tail) +
         "</body.end></body></nitf>";
}

std::string Newsml1(const WireStory& story) {
  return "<NewsML><NewsItem xml:lang=\"" + story.language +
         "\"><Identification><NewsIdentifier><ProviderId>acme.example</ProviderId><DateId>20260212"
         "</DateId><NewsItemId>S1</NewsItemId><RevisionId Update=\"N\">2</RevisionId>"
         "</NewsIdentifier></Identification><NewsManagement/><NewsComponent><NewsComponent>"
         "<NewsLines>" +
         Element("HeadLine", story.headline) + Element("ByLine", story.byline) +
         Element("DateLine", story.dateline) +
         "</NewsLines><ContentItem><MediaType FormalName=\"Text\"/><DataContent>" +
         Paragraphs(WithTail(story.body, story)) +
         "</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>";
}

std::string Ninjs(const WireStory& story) {
  const Json item = {{"uri", story.id},
                     {"versionCreated", "2026-02-12T09:00:00Z"},
                     {"language", story.language},
                     {"by", story.byline},
                     {"headlines", {{{"role", "main"}, {"value", story.headline}}}},
                     {"people", {{{"name", "Édith Coulanges"}, {"role", "editor"}}}},
                     {"bodies",
                      {{{"contentType", "text/plain"},
                        {"value", Joined(WithTail(WithDateline(story), story), "\n\n")}}}}};
  return item.dump();
}

std::string Rcv(const WireStory& story) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?><newsitem itemid=\"77\" date=\"2026-02-12\" "
         "xml:lang=\"" +
         story.language + "\">" + Element("headline", story.headline) +
         Element("byline", story.byline) + Element("dateline", story.dateline) + "<text>" +
         Paragraphs(WithTail(story.body, story)) + "</text></newsitem>";
}

std::string Gigaword(const WireStory& story) {
  return "<DOC id=\"ACM_FRE_20260212.0001\" type=\"story\" >\n<HEADLINE>\n" + story.headline +
         "\n</HEADLINE>\n<DATELINE>\n" + story.dateline + "\n</DATELINE>\n<TEXT>\n" +
         Paragraphs(WithTail(story.body, story), "P") + "</TEXT>\n</DOC>\n";
}

std::string Iptc7901(const WireStory& story) {
  std::string out =
      "\x16\x16\x01"
      "b0001\x13\r\nr i \x13VALMER-PONT 02-12 0110\r\n\x02^" +
      story.headline + "<\r\n^" + story.byline + "=\r\n^Acme=\r\n";
  std::vector<std::string> body = WithTail(story.body, story);
  body.front().insert(0, story.dateline + " _ ");
  for (const std::string& text : body) out += "\t" + text + "\r\n";
  return out + "\x03\r\nAC-VA-02-12-26 0900GMT<\x04";
}

std::string Html(const WireStory& story) {
  return "<!DOCTYPE html><html lang=\"" + story.language +
         "\"><head><meta charset=\"utf-8\"><title>" + story.headline +
         " | Acme</title><meta property=\"article:published_time\" "
         "content=\"2026-02-12T09:00:00Z\">"
         "</head><body><nav><ul><li><a href=\"/\">Accueil</a></li></ul></nav><article><h1>" +
         story.headline + "</h1><p class=\"byline\">" + story.byline + "</p><div class=\"text\">" +
         Paragraphs(WithTail(WithDateline(story), story)) +
         "</div></article><div class=\"related\"><p>Une autre longue dépêche que personne n'a "
         "demandée "
         "et qui ne fait pas partie de celle-ci, loin de là.</p></div><footer><p>© 2026 Acme, tous "
         "droits réservés pour tous pays et toutes langues.</p></footer></body></html>";
}

}  // namespace

std::vector<WireFile> InEveryFormat(const WireStory& story) {
  return {{"gigaword", Gigaword(story)}, {"html", Html(story)},
          {"iptc7901", Iptc7901(story)}, {"newsml-g2", NewsmlG2(story)},
          {"newsml1", Newsml1(story)},   {"ninjs", Ninjs(story)},
          {"nitf", Nitf(story)},         {"rcv", Rcv(story)}};
}

}  // namespace calque::test
