"""The report page of one bitext in headless Chromium: report_test.py CALQUE."""

import itertools
import json
import pathlib
import subprocess
import time

import bitexts
import case
import webdriver


class ReportPage(case.PageTest):
    numbers = itertools.count(1)

    def setUp(self):
        # A bitext for each test, so that none meets the review of another.
        self.editor = f"Tom Ashby {next(self.numbers)}"
        self.page = bitexts.pages(case.COMMAND, self.folder.name, [bitexts.ferry(self.editor)])
        self.browser.resize(1300)
        self.browser.open(self.page)
        self.browser.log()

    def texts(self, selector):
        return self.browser.value("[...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
                                  selector)

    def beads(self):
        return self.browser.value("[...document.querySelectorAll('.bead')].map(e => ['source', 'target']"
                                  ".map(s => e.querySelectorAll(`.sentence[data-side=${s}]`).length).join('-'))")

    def status(self):
        return self.browser.value("document.getElementById('status').textContent")

    def test_shows_markup_in_a_headline_as_text(self):
        self.assertIn(bitexts.HOSTILE, self.texts("#title")[0])
        self.assertEqual(self.browser.value("document.title"), "Grève des ferries " + bitexts.HOSTILE + " – calque")
        self.assertEqual(self.browser.value("document.images.length"), 0)
        self.assertEqual(self.browser.value("document.scripts.length"), 2)
        self.assertEqual(self.browser.log(), [])

    def test_forbids_the_network(self):
        self.browser.run("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:1/x'}));"
                         "fetch('http://127.0.0.1:1/y').catch(() => 0)")
        blocked = []
        for _ in range(50):
            blocked += [line for line in self.browser.log() if "Content Security Policy" in line]
            if len(blocked) > 1:
                break
            time.sleep(0.05)
        self.assertGreater(len(blocked), 1)

    def test_sets_beads_side_by_side(self):
        self.assertEqual(self.beads(), ["1-1", "2-1", "1-0", "1-1", "1-1"])
        self.assertEqual(self.browser.value(
            "[...document.querySelectorAll('.bead')].map(e => e.className)"),
            ["row bead", "row bead", "row bead null", "row bead crossing", "row bead crossing"])
        self.assertEqual(self.browser.value("document.querySelectorAll('.tie path').length"), 5)
        self.assertEqual(self.browser.value(
            "[...document.querySelectorAll('.source .sentence, .target .sentence')].every(e => "
            "e.lang === (e.dataset.side === 'source' ? 'en' : 'fr') && e.closest('[dir]').dir === 'ltr')"), True)

    def test_tells_who_and_what_at_the_head(self):
        self.assertEqual(self.texts(".credits dt"), ["reporter", "editor", "translator"])
        self.assertEqual(self.texts(".credits dd"), ["Mara Quillen (Oslo)", self.editor, "Élise Noë"])
        self.assertEqual(self.texts(".document p"), ["ferry-en · English", "ferry-fr · French"])
        self.assertEqual(self.texts("#verdict span"), [
            "1 critical", "2 major", "1 minor", "1 source sentence without a translation",
            "0 target sentences without a source"])
        self.assertIn("Ferry strike", self.texts("#subtitle")[0])

    def test_lights_links_under_pointer_and_keys(self):
        self.browser.pointer("#bead-2 [data-side=source] .mention.place [data-token]")
        self.browser.wait("document.querySelectorAll('.hit.sure').length >= 2 && "
                          "document.querySelector('#bead-2 [data-side=target] .hit.sure')?.textContent === 'Pékin'")
        self.assertIn("Beijing ↔ Pékin: place, pair", self.texts("#lit")[0])
        pairs = self.browser.value("['source', 'target'].map(s => document.querySelector("
                                   "`#bead-2 [data-side=${s}] .place`).dataset.pair)")
        self.assertEqual(pairs[0], pairs[1])
        self.browser.press("right")  # from the word under the pointer
        self.browser.wait("document.querySelector('#bead-2 [data-side=target] .hit')?.textContent === 'rencontré'")
        self.browser.press("t")
        self.assertEqual(self.browser.value("document.activeElement.textContent"), "rencontré")

    def test_lists_omissions_first_and_filters(self):
        names = lambda: [text.split(" · ")[0] for text in self.texts("#findings li a")]
        self.assertEqual(names(), ["major omission", "critical number changed", "major credit missing",
                                   "minor quotation"])
        self.browser.click("[name=severity][value=minor]")
        self.assertEqual(names(), ["major omission", "critical number changed", "major credit missing"])
        self.browser.press("n", "r")  # the keys hold beside a filter too
        self.assertEqual(self.texts("#findings [aria-pressed=true]"), ["right"])
        self.browser.run("const e = document.getElementById('category'); e.value = 'number-changed';"
                         "e.dispatchEvent(new Event('change', {bubbles: true}))")
        self.assertEqual(names(), ["critical number changed"])
        self.assertEqual(self.texts("#count"), ["1 of 4 shown, 1 reviewed"])
        self.browser.click("[name=severity][value=critical]")
        self.assertEqual(self.texts("#count"), ["None passes the filters, 1 reviewed"])

    def test_follows_permalinks(self):
        self.browser.open(self.page, "#bead-4")
        self.assertEqual(self.browser.value("document.activeElement.id"), "bead-4")
        self.browser.open(self.page, "#finding-1")
        self.assertEqual(self.texts("#findings .current p"), ["number-changed of 12"])
        self.assertEqual(self.browser.value("document.querySelector('.bead.current').id"), "bead-2")
        self.assertEqual(self.texts("mark.chosen"), ["12", "13"])

    def test_notes_findings_at_their_beads_and_credit_lines(self):
        self.assertEqual(self.texts("#bead-3 .notes a"), ["major omission of Shares fell."])
        self.browser.click("#bead-2 .notes a")
        self.browser.click("#bead-2 .notes [data-mark=wrong]")
        self.assertEqual(self.texts("[aria-pressed=true][data-mark]"), ["wrong", "wrong"])  # in the list too
        self.assertEqual(self.browser.value("location.hash"), "#finding-1")
        self.browser.open(self.page, "#finding-4")
        self.assertEqual(self.texts(".apart .current a"), ["major credit-missing of Mara Quillen"])
        self.assertEqual(self.texts(".apart mark"), ["Mara Quillen"])
        self.assertTrue(self.in_window(".apart .current"))

    def in_window(self, selector):
        return self.browser.value("(({top, bottom}) => top >= 0 && bottom <= innerHeight)("
                                  "document.querySelector(arguments[0]).getBoundingClientRect())", selector)

    def test_shows_a_finding_beside_its_bead_on_narrow_screens(self):
        self.browser.resize(400, 700)
        self.browser.open(self.page)
        self.browser.click("#next")
        self.browser.wait("document.querySelector('#bead-3.current') !== null")
        for part in (".cell", ".notes .current", "[data-mark=fixed]"):
            self.assertTrue(self.in_window("#bead-3 " + part), part)

    def test_marks_only_the_words_that_a_finding_is_about(self):
        # Of the quotation the source has one word, the target all of its sentence.
        self.assertEqual(self.texts(".bead mark"), ["12", "13", "Shares fell.", "spoke"])

    def test_lets_text_be_selected(self):
        self.assertEqual(self.browser.value("document.querySelectorAll('.sentence[draggable=true]').length"), 0)
        self.browser.run("getSelection().selectAllChildren(document.querySelector('#bead-2 .source .flow'))")
        self.assertEqual(self.browser.value("String(getSelection()).trim()"),
                         "Unions in Beijing met Anna Holt.\nThey talked for 12 hours.")

    def test_takes_names_off(self):
        style = "getComputedStyle(document.querySelector('#beads .mention.place')).borderBottomStyle"
        self.assertEqual(self.browser.value(style), "dashed")
        self.browser.press("e")
        self.assertEqual(self.browser.value(style), "none")
        self.browser.click("#names")
        self.assertEqual(self.browser.value(style), "dashed")

    def test_refuses_reviews_that_do_not_fit(self):
        digest = self.browser.value("JSON.parse(document.getElementById('data').textContent).digest")
        beads = [[[0, 1], [0, 1]], [[1, 4], [1, 2]], [[4, 5], [3, 4]], [[5, 6], [2, 3]]]
        review = {"schema": "calque/review/1", "id": "ferry", "digest": digest}
        finding = {"category": "omission", "source": [171, 183], "target": [0, 0], "message": "omission of Shares fell.",
                   "mark": "right"}
        as_beads = lambda pairs: {**review, "beads": [{"source": s, "target": t} for s, t in pairs]}
        hostile = [[], {**review, "digest": "0" * 16}, {**review, "schema": "calque/review/2"},
                   {**review, "findings": [None]}, {**review, "findings": {}}, {**review, "findings": None},
                   {**review, "findings": [{"category": "omission", "mark": "right"}]},
                   {**review, "findings": [{**finding, "source": [2, 1]}]}, {**review, "findings": [{**finding, "target": "x"}]},
                   {**review, "findings": [{**finding, "mark": "great"}]}, {**review, "findings": [{**finding, "mark": "__proto__"}]},
                   {**review, "findings": [{**finding, "message": None}]},
                   {**review, "beads": None}, {**review, "beads": [None]}, as_beads(beads[1:]), as_beads(beads + beads[-1:]),
                   as_beads([[[0, 1], [0, 1.5]]] + beads[1:]), as_beads([beads[1], beads[0]] + beads[2:])]
        self.browser.run("document.getElementById('review-file').hidden = false")
        for i, content in enumerate(hostile):
            path = pathlib.Path(self.folder.name, f"hostile-{i}.json")
            path.write_text(json.dumps(content), "utf-8")
            self.browser.run("document.getElementById('status').textContent = ''")
            self.browser.type_into("#review-file", str(path))
            self.browser.wait("/^That (file|review) /.test(document.getElementById('status').textContent)")
            self.assertEqual(self.beads(), ["1-1", "2-1", "1-0", "1-1", "1-1"], content)
            self.assertEqual(self.texts("[data-mark][aria-pressed=true]"), [], content)
        self.assertEqual(self.browser.log(), [])

    def test_reviews_by_keys_and_undoes(self):
        self.browser.press("n", "w")
        self.assertEqual(self.status(), "Marked wrong")
        self.browser.press("j", "k", "k", "m")
        self.assertEqual(self.beads()[0], "1-1")
        self.browser.press("u")
        self.browser.click("#bead-3 .cell.absent")
        self.browser.press("k", "m")
        self.assertEqual(self.beads(), ["1-1", "3-1", "1-1", "1-1"])
        self.browser.press("s")
        self.assertEqual(self.beads(), ["1-1", "2-1", "1-0", "1-1", "1-1"])
        self.browser.press("u", "u")
        self.assertEqual(self.beads(), ["1-1", "2-1", "1-0", "1-1", "1-1"])
        self.assertEqual(self.browser.value("document.querySelectorAll('.bead.null').length"), 1)

    def test_drags_a_sentence_to_the_next_bead(self):
        self.browser.pointer("#bead-2 .handle[data-sentence='2']", "down", "#bead-3 .source .sentence", "up")
        self.assertEqual(self.beads(), ["1-1", "1-1", "2-0", "1-1", "1-1"])

    def test_keeps_saves_and_applies_a_review(self):
        # Served: what a page of a file has stored, Chromium now and then withholds from the next load.
        with webdriver.site(self.folder.name) as address:
            self.check_review(address + self.page.name)

    def check_review(self, address):
        self.browser.open(address)
        self.browser.click("#findings [data-finding='1'] [data-mark=right]")
        self.browser.click("#findings [data-finding='2'] [data-mark=wrong]")
        self.browser.click("#bead-2 .cell")
        self.browser.press("m", "a")
        self.browser.open(address)
        self.assertEqual(self.beads(), ["1-1", "3-1", "1-1", "1-1"])
        self.assertEqual(self.texts("#findings [aria-pressed=true]"), ["right", "wrong"])
        self.browser.click("#save")
        review = json.loads(self.browser.saved("ferry.review.json"))
        self.assertEqual([entry["mark"] for entry in review["findings"]], ["right", "wrong"])
        path = self.browser.downloads / "ferry.review.json"
        out = subprocess.run([case.COMMAND, "convert", self.page.with_suffix(".jsonl"), "--review", path,
                              "--format", "jsonl"], check=True, capture_output=True)
        reviewed = json.loads(out.stdout)
        self.assertEqual([[b["source"], b["target"], b["score"]] for b in reviewed["beads"]],
                         [[[0, 1], [0, 1], .99], [[1, 4], [1, 2], 1], [[4, 5], [3, 4], .97], [[5, 6], [2, 3], .95]])
        self.assertEqual([[f["category"], f["probability"]] for f in reviewed["findings"]],
                         [["number-changed", .8], ["omission", 1], ["credit-missing", .8]])
        self.browser.run("localStorage.clear()")
        self.browser.open(address)
        self.assertEqual(len(self.beads()), 5)
        self.browser.run("document.getElementById('review-file').hidden = false")
        self.browser.type_into("#review-file", str(path))
        self.browser.wait("document.querySelectorAll('.bead').length === 4")
        path.unlink()

    def test_draws_matrices(self):
        self.browser.press("j", "j", "x")
        self.assertEqual(self.browser.value("document.querySelectorAll('#grid .box').length"), 5)
        self.assertEqual(self.browser.value("document.querySelector('#grid .current').dataset.bead"), "1")
        self.assertEqual(self.browser.value("document.querySelectorAll('#word-matrix circle.sure').length"), 2)
        self.assert_contrast()

    def test_has_names_and_contrast(self):
        self.browser.press("?", "j", "j", "i", "right")
        self.assertIn("characters", self.texts(".reasons")[0])
        roles = self.assert_accessible()
        self.assertLessEqual({"button", "link", "checkbox", "combobox", "group", "region"}, roles)
        self.assert_contrast()

    def test_fits_narrow_screens_and_large_text(self):
        self.browser.resize(360)
        self.browser.press("+", "+", "+", "+")
        self.assertEqual(self.browser.value("getComputedStyle(document.body).fontSize"), "21px")
        self.assertLessEqual(self.browser.value("document.documentElement.scrollWidth"), 360)

    def test_sets_large_type_below_each_other(self):
        columns = "getComputedStyle(document.querySelector('.bead')).gridTemplateColumns.split(' ').length"
        self.assertEqual(self.browser.value(columns), 3)
        self.browser.press(*["+"] * 15)
        self.assertEqual(self.browser.value("getComputedStyle(document.body).fontSize"), "32px")
        self.browser.wait(columns + " === 1")
        self.assertLessEqual(self.browser.value("document.documentElement.scrollWidth"), 1300)
        self.assertEqual(self.browser.value("(p => p.scrollWidth - p.clientWidth)(document.getElementById('panel'))"), 0)
        self.browser.press(*["-"] * 15)

    def test_prints_black_on_white_and_whole(self):
        self.browser.emulate(scheme="dark", medium="print")
        self.assertEqual(self.browser.value("getComputedStyle(document.body).color"), "rgb(29, 29, 31)")
        self.browser.resize(700)
        self.assertEqual(self.browser.value("getComputedStyle(document.querySelector('.bead')).gridTemplateColumns"
                                            ".split(' ').length"), 3)  # a page is narrow, and yet side by side
        pdf = self.browser.command("POST", "/print", {})
        self.browser.emulate()
        self.assertGreater(len(pdf), 10000)


class DispatchPage(case.PageTest):
    def test_is_small_and_soon_ready(self):
        sample = pathlib.Path(__file__).parents[2] / "corpora/samples/economy-ghana"
        page = pathlib.Path(self.folder.name, "dispatch.html")
        subprocess.run([case.COMMAND, "check", "--quiet", sample / "en.txt", sample / "fr.txt",
                        "--format", "html", "--output", page], check=True)
        self.assertLess(page.stat().st_size, 300_000)
        self.browser.open(page)
        ready = self.browser.value("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        print(f"a dispatch: {page.stat().st_size} bytes, ready after {ready:.0f} ms")
        self.assertEqual(self.browser.log(), [])
        self.assert_contrast()


class LongPage(case.PageTest):
    def test_stays_smooth_at_thousands_of_beads(self):
        page = bitexts.pages(case.COMMAND, self.folder.name, [bitexts.long_bitext(2000)])
        self.browser.open(page)
        ready = self.browser.value("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        tokens = self.browser.value("document.querySelectorAll('[data-token]').length")
        self.assertLess(tokens, 2000, "only what is near the window is drawn in full")
        self.browser.open(page, "#bead-1900")
        self.browser.wait("document.querySelector('#bead-1900 [data-token]') !== null")
        self.browser.wait("(({top, bottom}) => top > 0 && bottom < innerHeight)("
                          "document.getElementById('bead-1900').getBoundingClientRect())")
        edit = self.browser.value("(() => { const at = performance.now(); document.dispatchEvent("
                                  "new KeyboardEvent('keydown', {key: 'm'})); return performance.now() - at; })()")
        self.assertEqual(self.browser.value("document.querySelectorAll('.bead').length"), 1999)
        print(f"2,000 beads: ready after {ready:.0f} ms, a merge takes {edit:.0f} ms")


if __name__ == "__main__":
    case.main()
