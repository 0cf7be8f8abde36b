"""A client of the W3C WebDriver protocol, as much as these tests need: Debian's chromedriver over
HTTP, without any package."""

import contextlib
import functools
import http.server
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

CHROMIUM = shutil.which("chromium")
CHROMEDRIVER = shutil.which("chromedriver")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
SWITCHES = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--window-size=1300,900"]
KEYS = {"left": "\ue012", "right": "\ue014", "tab": "\ue004", "enter": "\ue007"}


def available():
    return bool(CHROMIUM and CHROMEDRIVER)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def site(folder):
    """Serves the files of `folder` on the loopback; gives the address they lie under."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class Browser:
    """One headless Chromium with an empty profile; `downloads` is where it saves files."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="calque-browser-")
        self.downloads = pathlib.Path(self.folder.name, "downloads")
        self.downloads.mkdir()
        self.root = f"http://127.0.0.1:{free_port()}"
        self.driver = subprocess.Popen(
            [CHROMEDRIVER, "--port=" + self.root.rpartition(":")[2]], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": self.folder.name})
        self.session = None
        try:
            self._wait(lambda: self._call("GET", "/status")["ready"], 20)
            options = {"binary": CHROMIUM,
                       "args": SWITCHES + [f"--user-data-dir={self.folder.name}/profile"],
                       "prefs": {"download.default_directory": str(self.downloads),
                                 "download.prompt_for_download": False}}
            made = self._call("POST", "/session", {"capabilities": {"alwaysMatch": {
                "browserName": "chrome", "goog:chromeOptions": options,
                "goog:loggingPrefs": {"browser": "ALL"}}}})
            self.session = made["sessionId"]
        except BaseException:
            self.close()
            raise

    def close(self):
        if self.session:
            self._call("DELETE", f"/session/{self.session}")
        self.driver.terminate()
        self.driver.wait(10)
        self.folder.cleanup()

    def _call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise RuntimeError(f"{value['error']}: {value['message'].splitlines()[0]}") from None

    def _wait(self, ready, seconds):
        end = time.monotonic() + seconds
        while True:
            try:
                if value := ready():
                    return value
            except (OSError, RuntimeError):
                pass
            if time.monotonic() > end:
                raise TimeoutError("the browser did not get ready")
            time.sleep(0.05)

    def command(self, method, path, body=None):
        return self._call(method, f"/session/{self.session}{path}", body)

    def wait(self, script, *arguments, seconds=15):
        """Until the JavaScript expression is true; its value."""
        return self._wait(lambda: self.value(script, *arguments), seconds)

    def value(self, expression, *arguments):
        return self.run("return " + expression, *arguments)

    def run(self, script, *arguments):
        return self.command("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def open(self, address, fragment=""):
        """`address`: of a page on the web, or the path of its file."""
        if isinstance(address, pathlib.Path):
            address = address.as_uri()
        self.command("POST", "/url", {"url": "about:blank"})
        self.command("POST", "/url", {"url": address + fragment})
        self.wait("document.documentElement.dataset.ready === 'true'")

    def find(self, selector):
        return self.command("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.command("POST", f"/element/{self.find(selector)}/click", {})

    def type_into(self, selector, text):
        self.command("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def press(self, *keys):
        """Each key goes to whatever has the focus."""
        strokes = [{"type": kind, "value": KEYS.get(key, key)}
                   for key in keys for kind in ("keyDown", "keyUp")]
        self.command("POST", "/actions", {"actions": [
            {"type": "key", "id": "keyboard", "actions": strokes}]})

    def pointer(self, *steps):
        """Moves to elements; "down" and "up" press and let go the button."""
        actions = []
        for step in steps:
            if step == "down" or step == "up":
                actions.append({"type": "pointer" + step.title(), "button": 0})
            else:
                actions.append({"type": "pointerMove", "duration": 80, "x": 0, "y": 0,
                                "origin": {ELEMENT: self.find(step)}})
        self.command("POST", "/actions", {"actions": [
            {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
             "actions": actions}]})

    def emulate(self, **media):
        """`scheme` "light" or "dark", `medium` "print" or "screen"."""
        features = [{"name": "prefers-color-scheme", "value": media.get("scheme", "light")}]
        self.devtools("Emulation.setEmulatedMedia",
                      {"media": media.get("medium", ""), "features": features})

    def devtools(self, name, parameters):
        return self.command("POST", "/goog/cdp/execute", {"cmd": name, "params": parameters})

    def resize(self, width, height=900):
        self.devtools("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def log(self):
        """What the page said to the console and what was blocked, since the last call."""
        return [entry["message"] for entry in self.command("POST", "/se/log", {"type": "browser"})]

    def saved(self, name, seconds=15):
        return self._wait(lambda: (self.downloads / name).exists() and
                          (self.downloads / name).read_text("utf-8"), seconds)
