"""The index page of an archive in headless Chromium: index_test.py CALQUE."""

import copy

import bitexts
import case


class IndexPage(case.PageTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        archive = []
        for i, score in enumerate([.97, .42, .8]):
            archive.append(copy.deepcopy(bitexts.ferry()))
            archive[-1].update(id=f"ferry-{i}", score=score)
        archive[0]["findings"] = []
        cls.page = bitexts.pages(case.COMMAND, cls.folder.name, archive, "archive #1")

    def setUp(self):
        self.browser.open(self.page)

    def rows(self):
        return self.browser.value("[...document.querySelectorAll('#list tr')].map(r => "
                                  "[...r.cells].slice(1).map(c => c.textContent).join(' '))")

    def choose(self, select, value):
        self.browser.run("const e = document.getElementById(arguments[0]); e.value = arguments[1];"
                         "e.dispatchEvent(new Event('change'))", select, value)

    def test_lists_the_worst_first_and_orders(self):
        self.assertEqual(self.rows(), ["42 % 5 1 3 4", "80 % 5 1 3 4", "97 % 5 1 0 0"])
        self.choose("order", "page")
        self.assertEqual(self.rows()[0], "97 % 5 1 0 0")
        self.choose("kind", "omission")
        self.assertEqual(self.rows(), ["42 % 5 1 3 4", "80 % 5 1 3 4"])
        self.browser.type_into("#find", "ferry-1")
        self.assertEqual(self.rows(), ["42 % 5 1 3 4"])
        self.browser.type_into("#find", "-none")
        self.assertEqual(self.browser.value("document.getElementById('more').textContent"), "None to show.")

    def test_draws_charts_and_shows_markup_as_text(self):
        self.assertEqual(self.browser.value("document.querySelectorAll('#lengths .severe').length"), 2)
        self.assertEqual(self.browser.value("document.querySelectorAll('#scores rect').length"), 10)
        self.assertIn("omission 2", self.browser.value("document.getElementById('kinds').ariaLabel"))
        self.assertIn("<script>", self.browser.value("document.querySelector('#list a').textContent"))
        self.assertEqual(self.browser.value("document.scripts.length"), 2)

    def test_leads_to_the_pages(self):
        self.browser.click("#list a")
        self.browser.wait("document.querySelectorAll('.bead').length === 5")

    def test_has_names_and_contrast(self):
        self.assertLessEqual({"link", "searchbox", "combobox", "image"}, self.assert_accessible())
        self.assert_contrast()
        self.browser.resize(360)
        self.assertLessEqual(self.browser.value("document.documentElement.scrollWidth"), 360)
        self.browser.resize(1300)


if __name__ == "__main__":
    case.main()
