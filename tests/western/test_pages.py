"""Pages of western notes: what is a list of pages, its label, and its normal form."""

from __future__ import annotations

import re

import pytest

from citekit.recognise.pages import BARE_AT_END, LABELLED, PAGE_LIST, label_of, normalise

NORMAL = [
    ("45–46", "45-46"), ("45 — 46", "45-46"), ("45, 47 and 50", "45, 47, 50"), ("45 & 50", "45, 50"),
    ("5ob–6", "5ob-6"), ("5 ob", "5ob"), ("xii–xiv", "xii-xiv"), ("901n5", "901n5"), ("12ff.", "12ff"),
    ("337 and n. 14", "337, n. 14"), ("160, 163–4, and passim", "160, 163-4, passim"), ("9a", "9a"),
    ("224–65, esp. 231", "224-65, esp. 231"), ("12, note 3", "12, note 3"), ("346nn12–13", "346nn12-13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NORMAL, ids=[text for text, _ in NORMAL])
def test_normal_form(text: str, expected: str) -> None:
    assert re.fullmatch(PAGE_LIST, text)
    assert normalise(text) == expected


LABELS = [
    ("pp. 3, 5", "3, 5", "page"), ("p.3", "3", "page"), ("pages 3-5", "3-5", "page"), ("S. 33", "33", "page"),
    ("s. 90", "90", "page"), ("str. 90", "90", "page"), ("ll. 5ob-6", "5ob-6", "folio"), ("fol. 3r", "3r", "folio"),
    ("cols. 12, 14", "12, 14", "column"), ("para. 14", "14", "paragraph"), ("chap. 3", "3", "chapter"),
    ("ch. iv", "iv", "chapter"), ("loc. 1234", "1234", "page"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pages", "label"), LABELS, ids=[text for text, _, _ in LABELS])
def test_labelled(text: str, pages: str, label: str) -> None:
    match = LABELLED.search(f"Title, {text}.")
    assert match
    assert (normalise(match["pages"]), label_of(match["label"])) == (pages, label)


@pytest.mark.parametrize("text", ["no. S1", "Stalin’s 12", "s.v. “x”", "PhD 3", "Map 5"])
def test_no_label(text: str) -> None:
    assert LABELLED.search(text) is None


def test_bare_pages_end_the_text() -> None:
    match = BARE_AT_END.search("Chen, Road, 45–46.")
    assert match
    assert match["pages"] == "45–46"
    assert BARE_AT_END.search("Chen, Road, 45–46, who says") is None
