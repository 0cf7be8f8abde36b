#!/usr/bin/env python3
"""A web archive that wget makes of a site on the loopback must be read: every page once, in its charset.

  wget_warc.py CALQUE     77 where wget is absent
"""
import functools
import http.server
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

PAGES = {
    "fr.html": ("iso-8859-1", "Le pont de Valmer rouvre à la circulation",
                "VALMER (Acme) - Le pont a été rouvert jeudi à la circulation, trois ans après sa fermeture."),
    "en.html": ("utf-8", "Valmer bridge reopens to traffic",
                "VALMER (Acme) - The bridge was reopened to traffic on Thursday, three years after it closed."),
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Pages in chunks, as many servers send them."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = pathlib.Path(self.directory) / self.path.lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        self.send_response(200)
        charset = PAGES[path.name][0] if path.name in PAGES else "utf-8"
        self.send_header("Content-Type", f"text/html; charset={charset}")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        data = path.read_bytes()
        for at in range(0, len(data), 100):
            chunk = data[at:at + 100]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *arguments):
        pass


def main():
    command = sys.argv[1]
    if shutil.which("wget") is None:
        print("SKIPPED: wget is absent")
        return 77
    with tempfile.TemporaryDirectory() as scratch:
        site = pathlib.Path(scratch) / "site"
        site.mkdir()
        for name, (charset, headline, text) in PAGES.items():
            page = f"<html><head><title>{headline}</title></head><body><h1>{headline}</h1><p>{text}</p></body></html>"
            (site / name).write_bytes(page.encode(charset))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        urls = [f"http://127.0.0.1:{server.server_port}/{name}" for name in [*PAGES, "gone.html"]]
        subprocess.run(["wget", "-q", "--no-proxy", "--tries=1", "--timeout=20", "--warc-file=site", "-O", "/dev/null", *urls],
                       cwd=scratch, check=False)
        server.shutdown()
        done = subprocess.run([command, "segment", "site.warc.gz"], cwd=scratch, capture_output=True, text=True)
    expected = "\n\n".join(f"{headline}\n\n{text}" for _, headline, text in PAGES.values()) + "\n"
    if done.returncode != 0 or done.stdout != expected:
        print(f"exit {done.returncode}\n{done.stderr}\n{done.stdout}\nexpected\n{expected}")
        return 1
    print(f"{len(PAGES)} pages read")
    return 0


if __name__ == "__main__":
    sys.exit(main())
