"""The HTML page in a real browser. Skipped where Chromium or Playwright is missing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

import pytest

from conftest import TOOLS
from quizlint.engine.result import Result
from quizlint.reports import renderer
from quizlint.reports.look import PLAIN
from reports.canned import canned, many

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
if TYPE_CHECKING:
    from playwright.sync_api import Browser

sync_api = pytest.importorskip("playwright.sync_api")
expect = sync_api.expect
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


def write(result: Result, path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(renderer("html").render(result, PLAIN))
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


class Opened:
    """A page, and what it complained of."""

    def __init__(self, browser: "Browser", path: Path, fragment: str = "", **context: Any):
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri() + fragment)

    def shown(self) -> list[str]:
        """The rules of the findings that can be seen."""
        found = self.page.locator(".findings > li:visible")
        rules: list[str] = found.evaluate_all("nodes => nodes.map(node => node.dataset.rule)")
        return rules


@pytest.fixture
def canned_page(tmp_path: Path) -> Path:
    return write(canned(), tmp_path / "page.html")


def test_content_stays_text_and_nothing_is_fetched(browser: "Browser", canned_page: Path) -> None:
    opened = Opened(browser, canned_page)
    assert opened.complaints == []
    assert opened.requests == [canned_page.as_uri()]
    assert opened.page.locator("img, iframe, object").count() == 0
    assert opened.page.locator("script").count() == 1
    links = opened.page.locator("a").evaluate_all("nodes => nodes.map(n => n.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)
    assert opened.page.locator(".options .key").inner_text().startswith("A")


def test_what_a_reader_needs_first_stands_first(browser: "Browser", canned_page: Path) -> None:
    page = Opened(browser, canned_page).page
    heads = page.locator("h2").all_inner_texts()
    assert heads[:5] == [
        *("✗ Not passed", "What to fix first", "In pictures", "Documents by quality", "Findings"),
    ]
    assert "failure" in page.locator(".verdict").inner_text()
    assert page.locator(".options mark").inner_text() == "LRU,"


def test_filters_narrow_and_their_state_is_in_the_address(
    browser: "Browser", canned_page: Path
) -> None:
    opened = Opened(browser, canned_page)
    page = opened.page
    assert opened.shown() == ["KEY002", "OPT001", "STM004"]
    page.select_option("#severity", "error")
    expect(page).to_have_url(re.compile("#severity=error$"))
    assert opened.shown() == ["KEY002", "OPT001"]
    page.check("#fixable")
    expect(page).to_have_url(re.compile("fixable"))
    assert opened.shown() == ["OPT001"]
    assert page.locator("#shown").inner_text() == "1 of 3 findings"
    page.get_by_role("button", name="Show all").click()
    expect(page).to_have_url(re.compile("#$"))
    assert len(opened.shown()) == 3
    page.keyboard.press("Tab")
    page.locator("body").press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("eviction")
    expect(page).to_have_url(re.compile("#q=eviction$"))
    assert opened.shown() == ["OPT001", "STM004"]
    again = Opened(browser, canned_page, "#q=eviction&family=STM")
    assert again.shown() == ["STM004"]
    unknown = Opened(browser, canned_page, "#rule=NOPE&severity=x")
    assert unknown.shown() == ["KEY002", "OPT001", "STM004"]


def test_keys_walk_through_the_findings(browser: "Browser", canned_page: Path) -> None:
    page = Opened(browser, canned_page).page
    for key, rule in (("j", "KEY002"), ("j", "OPT001"), ("k", "KEY002"), ("k", "KEY002")):
        page.keyboard.press(key)
        assert page.locator(".current").get_attribute("data-rule") == rule
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()
    page.locator(".current a.why").click()
    assert "Why it matters" in page.locator("dialog#why").inner_text()


def test_a_deep_link_leads_to_its_finding(browser: "Browser", canned_page: Path) -> None:
    fingerprint = canned().diagnostics[3].fingerprint
    page = Opened(browser, canned_page, f"#f-{fingerprint}").page
    assert page.locator(".current").get_attribute("data-rule") == "STM004"
    assert page.locator(".current").is_visible()


def test_tables_sort_and_say_so(browser: "Browser", canned_page: Path) -> None:
    page = Opened(browser, canned_page).page
    items = page.get_by_role("button", name="Items")
    items.click()
    rows = page.locator("#quality tbody tr td:nth-child(3)")
    assert rows.all_inner_texts() == ["1", "2", "3"]
    items.click()
    assert rows.all_inner_texts() == ["3", "2", "1"]
    sorts = page.locator("#quality th[scope=col]").evaluate_all("n => n.map(e => e.ariaSort)")
    assert sorts.count("descending") == 1


def test_it_can_be_read_without_javascript(browser: "Browser", canned_page: Path) -> None:
    opened = Opened(browser, canned_page, java_script_enabled=False)
    assert opened.page.locator("#filter").is_hidden()
    assert opened.page.locator(".findings > li").count() == 3
    assert opened.page.get_by_role("button").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser: "Browser", canned_page: Path, scheme: str, width: int) -> None:
    axe = TOOLS / "axe-core/axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core comes from npm: tests/tools/install.sh")
    # The page allows no script but its own, so axe needs a way past its policy.
    opened = Opened(
        browser,
        canned_page,
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
        reduced_motion="reduce",
    )
    page = opened.page
    page.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)")
    page.add_script_tag(path=str(axe))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags)
    broken = [(each["id"], [n["html"] for n in each["nodes"]][:3]) for each in found["violations"]]
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_toggle_changes_the_colours(browser: "Browser", canned_page: Path) -> None:
    page = Opened(browser, canned_page, color_scheme="light").page
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark or light").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before


def test_it_prints(browser: "Browser", canned_page: Path, tmp_path: Path) -> None:
    page = Opened(browser, canned_page).page
    page.emulate_media(media="print")
    assert page.locator("#filter").is_hidden()
    assert len(page.pdf()) > 10_000


def test_ten_thousand_findings(browser: "Browser", tmp_path: Path) -> None:
    path = write(many(10_000), tmp_path / "large.html")
    assert path.stat().st_size < 10_000_000
    opened = Opened(browser, path)
    assert opened.complaints == []
    opened.page.select_option("#rule", "OPT007")
    expect(opened.page.locator("#shown")).to_have_text("3334 of 10000 findings")


def test_the_page_is_the_same_every_time_and_its_shell_is_small(tmp_path: Path) -> None:
    first, second = (write(canned(), tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second
    assert len(write(Result(), tmp_path / "empty").read_bytes()) < 100_000
    csp = re.search(rb'Content-Security-Policy" content="([^"]+)"', first)
    assert csp is not None
    assert b"unsafe" not in csp[1]
    assert json.dumps(csp[1].decode()).count("sha256-") == 2
