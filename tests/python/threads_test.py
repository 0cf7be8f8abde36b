"""The Python module and the interpreter's lock."""

import os
import pathlib
import subprocess
import sys
import threading

from module_case import SAMPLE, ModuleCase, calque, main


class ThreadsTest(ModuleCase):
    def test_threads_share_a_reader(self):
        calque.write([self.bitext] * 40, self.path("shared.jsonl"))
        bitexts = calque.read(self.path("shared.jsonl"))
        counts = []
        threads = [threading.Thread(target=lambda: counts.append(sum(1 for _ in bitexts))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sum(counts), 40, counts)

    def test_ends_while_threads_work(self):
        """The interpreter ends daemon threads as they take its lock again."""
        for call in ("engine.entities('Mr Smith left. ' * 1000)", "engine.segment('He left. ' * 3000)",
                     "engine.align_lines(lines, lines)", "list(calque.read(path))",
                     "calque.learn(pairs, path + '.calque', source_language='en', target_language='fr')"):
            program = (f"import sys; sys.path.insert(0, {str(pathlib.Path(calque.__file__).parent.parent)!r})\n"
                       "import calque, threading, time\n"
                       "engine = calque.Engine(source_language='en', target_language='fr')\n"
                       "lines = ['He left 12 houses in Paris.'] * 60\n"
                       "pairs = [('He left 12 houses.', 'Il a laissé 12 maisons.')] * 20000\n"
                       f"path = {str(self.path('ends.jsonl'))!r}\n"
                       "calque.write([engine.align_lines(lines, lines)] * 20, path)\n"
                       "def work():\n"
                       f"    while True: {call}\n"
                       "for _ in range(3): threading.Thread(target=work, daemon=True).start()\n"
                       "time.sleep(.5)\n")
            for _ in range(3):
                done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""), call)

    def test_releases_the_lock(self):
        """What another thread does while an engine reads can be what the engine waits for."""
        pipe = self.path("pipe.txt")
        os.mkfifo(pipe)
        aligned = []
        worker = threading.Thread(target=lambda: aligned.append(self.engine.align(pipe, SAMPLE / "fr.txt")),
                                  daemon=True)
        worker.start()
        # Opens when the engine has opened its end; with the lock held, neither would go on.
        with open(pipe, "wb") as end:
            end.write((SAMPLE / "en.txt").read_bytes())
        worker.join()
        self.assertEqual(aligned[0]["beads"], self.bitext["beads"])


if __name__ == "__main__":
    main()
