"""How long Chromium takes to open the page of 10,000 findings, and to filter it.

python benchmarks/page.py
"""

import sys
import tempfile
from pathlib import Path
from shutil import which
from statistics import median

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
FINDINGS, RUNS = 10_000, 5
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]

OPENED = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() =>
  done(performance.now()), 0)))"""


def main() -> None:
    """Print medians in seconds."""
    from quizlint.reports import renderer
    from quizlint.reports.look import PLAIN
    from reports.canned import many

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        page.write_text("".join(renderer("html").render(many(FINDINGS), PLAIN)), "utf-8")
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS)
        opened = []
        for _ in range(RUNS):
            tab = browser.new_page()
            tab.goto(page.as_uri())
            opened.append(tab.evaluate(OPENED) / 1000)
            tab.close()
        size = page.stat().st_size / 1e6
        print(f"{FINDINGS} findings, {size:.1f} MB: drawn after {median(opened):.2f} s")


if __name__ == "__main__":
    main()
