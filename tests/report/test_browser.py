"""The page in Chromium: no errors, filters, speed, keyboard, colours that can be read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from citekit import Result
from citekit.report import page
from report.building import THESIS, long_document, made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

MOST_MILLISECONDS = 200
"""From a key or a choice to the new layout, with 5,000 notes."""

EVIL = {
    "1": "<script>document.title = 'taken'</script> Ann Roe, <img src=x onerror=\"document.title='taken'\">The War (London: Press, 1994), 12."
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """``show(texts, place="", **context)``: the page of these notes, which must stay without errors."""
    errors: list[str] = []
    contexts = []

    def open_page(texts: dict[str, str] | Result, place: str = "", **options: Any) -> Page:
        path = tmp_path / "report.html"
        result = texts if isinstance(texts, Result) else made(texts)
        path.write_text(page(result), encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        shown = context.new_page()
        shown.on(
            "console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None
        )
        shown.on("pageerror", lambda error: errors.append(str(error)))
        shown.on(
            "request", lambda request: None if request.url.startswith("file:") else errors.append(request.url)
        )
        shown.goto(path.as_uri() + place)
        return shown

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def visible(shown: Page, what: str = "note") -> list[str]:
    ids: list[str] = shown.eval_on_selector_all(
        f".{what}", "all => all.filter(e => !e.hidden).map(e => e.id)"
    )
    return ids


def focused(shown: Page) -> str:
    return str(shown.evaluate("document.activeElement.id"))


def count(shown: Page) -> str:
    return shown.locator("#notes [role=status]").inner_text()


def test_opens_with_the_notes(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    assert len(visible(shown)) == 9
    assert count(shown) == "9 notes"
    assert shown.locator("#works").is_hidden()


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        ("state", "open", ["7"]),
        ("state", "doubtful", ["7"]),
        ("state", "repeated", ["1", "2", "4", "6", "B1"]),
        ("language", "zh", ["5"]),
        ("language", "ru", ["4", "6"]),
        ("kind", "personal_communication", ["3"]),
        ("archive", "archive:rgaspi", ["4", "6"]),
        ("finding", "ibid-unresolved", ["7"]),
    ],
)
def test_a_filter_leaves_what_fits(show: Callable[..., Page], name: str, value: str, left: list[str]) -> None:
    shown = show(THESIS)
    shown.select_option(f"#notes select[name={name}]", value)
    assert visible(shown) == [f"note-{n}" for n in left]
    assert count(shown) == f"{len(left)} of 9 notes"
    shown.locator("#notes [type=reset]").click()
    shown.locator("#notes [role=status]", has_text=re.compile("^9 notes$")).wait_for()
    assert len(visible(shown)) == 9


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("KOREA road", ["1", "2", "6", "B1"]),
        ("冷战在亚洲", ["5"]),
        ("ф. 558", ["4", "6"]),
        ("nothing like it", []),
    ],
)
def test_search_looks_at_notes_and_their_works(
    show: Callable[..., Page], typed: str, left: list[str]
) -> None:
    shown = show(THESIS)
    shown.keyboard.press("/")
    shown.keyboard.type(typed)
    assert visible(shown) == [f"note-{n}" for n in left]
    assert shown.locator("#notes .nothing").is_visible() == (not left)


def test_filters_work_together(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    shown.select_option("#notes select[name=state]", "repeated")
    shown.fill("#notes input[name=q]", "ibid")
    assert visible(shown) == ["note-2"]


def test_markup_in_a_note_is_text(show: Callable[..., Page]) -> None:
    shown = show(EVIL)
    assert shown.title() == "Notes of thesis.md"
    assert shown.locator("#note-1 .text").inner_text() == EVIL["1"]
    shown.locator("#note-1 .text .f").first.hover()
    shown.locator("#note-1 .details").click()
    assert shown.locator("img, .note script").count() == 0


def test_pointing_tells_field_value_and_rule(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    shown.locator("#note-1 .f", has_text="Chen Jian").hover()
    tip = shown.locator("#tip").inner_text()
    assert "Author or sender" in tip
    assert "Chen, Jian" in tip
    assert "creators" in tip
    shown.locator("h1").hover()
    assert shown.locator("#tip").is_hidden()


def test_keys(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    shown.keyboard.press("j")
    assert focused(shown) == "note-1"
    shown.keyboard.press("j")
    shown.keyboard.press("j")
    assert focused(shown) == "note-3"
    shown.keyboard.press("k")
    assert focused(shown) == "note-2"
    shown.keyboard.press("f")
    assert "Cited pages" in shown.locator("#note-2 table").inner_text()
    shown.keyboard.press("f")
    assert shown.locator("#note-2 table").count() == 0
    shown.keyboard.press("2")
    assert shown.locator("#works").is_visible()
    assert shown.locator(".views [aria-current]").inner_text() == "Works"
    shown.keyboard.press("/")
    shown.keyboard.type("j2?")
    assert shown.locator("#works input[name=q]").input_value() == "j2?"
    shown.keyboard.press("Escape")
    shown.keyboard.press("Escape")
    assert shown.locator("#works input[name=q]").input_value() == ""
    shown.keyboard.press("?")
    assert shown.locator("#help").is_visible()
    shown.keyboard.press("Escape")
    assert shown.locator("#help").is_hidden()


def test_tab_walks_through_the_fields_of_the_note(show: Callable[..., Page]) -> None:
    shown = show(THESIS, "#note-1")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "Chen Jian"
    assert shown.evaluate("document.activeElement.getAttribute('aria-describedby')") == "tip"
    assert "Author" in shown.locator("#tip").inner_text()
    assert shown.locator("#note-3 .f[tabindex]").count() == 0


def test_single_keys_can_be_switched_off(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    shown.keyboard.press("?")
    shown.locator("#single-keys").uncheck()
    shown.keyboard.press("Escape")
    shown.wait_for_function("document.activeElement === document.body")
    shown.keyboard.press("j")
    assert focused(shown) == ""


def test_links_lead_to_the_work_and_back(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    shown.locator("#note-6 .ref a").nth(1).click()
    shown.locator(".work:focus").wait_for()
    assert focused(shown).startswith("work-rgaspi")
    shown.locator(f"#{focused(shown)} .cited a").first.click()
    shown.locator("#note-4:focus").wait_for()
    assert shown.locator("#note-4").is_visible()
    shown.go_back()
    shown.locator(".work:focus").wait_for()


def test_a_link_shows_a_note_that_the_filter_hides(show: Callable[..., Page]) -> None:
    shown = show(THESIS)
    shown.fill("#notes input[name=q]", "冷战")
    shown.evaluate("location.hash = '#note-3'")
    shown.locator("#note-3:focus").wait_for()
    assert len(visible(shown)) == 9


def test_a_bar_shows_its_works(show: Callable[..., Page]) -> None:
    shown = show(THESIS, "#sources")
    shown.locator(".chart a", has_text="Russian").click()
    assert len(visible(shown, "work")) == 1
    assert shown.locator("#works").is_visible()


def test_works_in_another_order(show: Callable[..., Page]) -> None:
    shown = show(THESIS, "#works")
    shown.select_option("#works select[name=order]", "times")
    assert visible(shown, "work")[0].startswith("work-chen")
    shown.select_option("#works select[name=order]", "date")
    assert visible(shown, "work")[0].startswith("work-roshchin")


def test_light_and_dark(show: Callable[..., Page]) -> None:
    shown = show(THESIS, color_scheme="dark")
    assert shown.evaluate("document.documentElement.dataset.theme") == "dark"
    shown.keyboard.press("t")
    assert shown.evaluate("document.documentElement.dataset.theme") == "light"
    shown.reload()
    assert shown.evaluate("document.documentElement.dataset.theme") == "light"


CONTRAST = """() => {
  const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = numbers(getComputedStyle(at).backgroundColor);
      if (found.length < 4 || found[3] === 1) return found;
    }
    return [255, 255, 255];
  };
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, .hush, script, option")) continue;
    const [one, other] = [light(numbers(getComputedStyle(element).color)), light(ground(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) bad.push(`${element.className || element.tagName} ${ratio.toFixed(2)} ${walker.currentNode.data.slice(0, 30)}`);
  }
  return [...new Set(bad)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["#notes", "#works", "#timeline", "#sources"])
def test_contrast_is_enough(show: Callable[..., Page], scheme: str, view: str) -> None:
    """WCAG 2.2, success criterion 1.4.3 (AA)."""
    shown = show(THESIS, view, color_scheme=scheme, reduced_motion="reduce")
    assert shown.evaluate(CONTRAST) == []


@pytest.mark.parametrize("view", ["#notes", "#works", "#timeline", "#sources"])
def test_a_narrow_screen_does_not_scroll_sideways(show: Callable[..., Page], view: str) -> None:
    shown = show(THESIS, view, viewport={"width": 400, "height": 800})
    shown.evaluate("document.querySelectorAll('.details').forEach(button => button.click())")
    assert shown.evaluate("document.documentElement.scrollWidth") <= 400


def test_print_shows_everything_in_light(show: Callable[..., Page]) -> None:
    shown = show(THESIS, color_scheme="dark")
    shown.emulate_media(media="print")
    shown.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.locator("#works").is_visible()
    assert shown.locator("#notes .toolbar").is_hidden()
    assert shown.evaluate("getComputedStyle(document.body).color") == "rgb(34, 37, 42)"


MEASURE = """([name, value]) => {
  const control = document.querySelector(`#notes [name=${name}]`);
  const start = performance.now();
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));
}"""


def test_5000_notes_stay_quick(show: Callable[..., Page]) -> None:
    shown = show(long_document(5000))
    shown.wait_for_timeout(300)
    choices = [
        ("q", "shtykov"),
        ("q", ""),
        ("language", "ru"),
        ("language", ""),
        ("state", "open"),
        ("state", ""),
    ]
    for name, value in choices:
        took = shown.evaluate(MEASURE, [name, value])
        assert took <= MOST_MILLISECONDS, f"{name}={value!r}: {took:.0f} ms"
    assert len(visible(shown)) == 5000
    shown.evaluate("location.hash = '#note-4321'")
    shown.locator("#note-4321:focus").wait_for()
    shown.wait_for_timeout(200)
    top = shown.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 < top < 720
