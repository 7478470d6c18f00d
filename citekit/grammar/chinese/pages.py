"""The cited pages of a citation in the note style."""

from __future__ import annotations

import re

from citekit.grammar.chinese.reading import Reading
from citekit.recognise.chinese_pages import PAGES, join, normalise, pages_of

_BARE = re.compile(r"(?<=[\x1f,:])\s?(?P<pages>[0-9]{1,4}(?:\s?[-、,]\s?[0-9]{1,4})*)(?=\s*[,.;]?\s*$)")


def take_pages(reading: Reading, start: int) -> None:
    """Record the cited pages, in a bibliography entry of a part its extent."""
    found = list(PAGES.finditer(reading.shape, start))
    if not found:
        return
    pages = join([pages_of(m) for m in found if not found or m.start() >= found[0].start()])
    if len(found) > 1 and re.search(r"[^\s,、;第及和]", reading.shape[found[0].end() : found[-1].start()]):
        pages = pages_of(found[-1])
        for other in found[:-1]:
            reading.connect(*other.span())
    if reading.is_entry and (
        reading.has("container-title") or ("-" in pages.locator and reading.whole.count("《") > 1)
    ):
        reading.claim("page", pages.locator, pages.start, pages.end, "zh extent in a bibliography")
        return
    reading.locate(pages.locator, pages.start, pages.end)


def take_bare_pages(reading: Reading, start: int) -> None:
    """Record the pages that a reference backwards gives without 第 or 页: 同上, 225."""
    found = _BARE.search(reading.shape, start) if reading.locator is None else None
    if found:
        reading.locate(normalise(found["pages"]), *found.span("pages"))
