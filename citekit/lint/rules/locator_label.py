"""A page without "p.", or with the wrong one of "p." and "pp.".

What it does: in documents that write "p." or "pp." before nearly all pages, names the pages without it;
everywhere, names "p." before a range or list of pages and "pp." before a single one.

Why it matters: a bare number behind a title can be a volume, an issue or a year.

Example: "Cecil to Balfour, 3 May 1917, Letters, 249." among "Letters, p. 142"

What to do: write "p." before one page, "pp." before several, or neither anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.lint.typography import around
from citekit.model import Span

_LABEL = re.compile(r"\b(?P<label>pp?|pages?)\.?\s*\Z")
_NEARLY_ALL = 0.9
_LEAST = 10


def check(subject: Subject) -> Iterator[Finding]:
    """The pages of English notes."""
    paged = [
        (use, span)
        for use in subject.uses
        if not use.note.is_entry
        and (span := _digits(use)) is not None
        and use.reference.locator_label == "page"
    ]
    labels = [_LABEL.search(use.note.text[: span.start]) for use, span in paged]
    custom = len(paged) >= _LEAST and sum(label is not None for label in labels) >= _NEARLY_ALL * len(paged)
    seen: set[tuple[str, int]] = set()
    for (use, span), label in zip(paged, labels, strict=True):
        if (use.note.n, span.start) in seen:
            continue
        seen.add((use.note.n, span.start))
        text = span.of(use.note.text)
        if label is None:
            if custom:
                yield _finding(
                    subject, use, span, f"“{text}” stands without “p.”, which the other notes have"
                )
        elif label["label"] in ("p", "pp") and (label["label"] == "pp") is not _several(text):
            right = "pp." if _several(text) else "p."
            yield _finding(
                subject, use, span, f"“{label[0].strip()}” stands before “{text}”; “{right}” is right"
            )


def _digits(use: Use) -> Span | None:
    """The printed pages without their label, where they are Arabic numbers."""
    whole = use.reference.locator_span
    if whole is None:
        return None
    found = re.search(r"\d[\d\s,–—-]*(?:\s?and\s\d+)?(?:\d|\Z)", whole.of(use.note.text))
    if found is None:
        return None
    return Span(whole.start + found.start(), whole.start + len(found[0].rstrip(" ,")) + found.start())


def _several(pages: str) -> bool:
    return bool(re.search(r"\d\s*[-–—,&]\s*\d|\band\b", pages))


def _finding(subject: Subject, use: Use, span: Span, what: str) -> Finding:
    message = f"{what}: “{around(use.note.text, span)}”."
    return Finding(
        RULE.code, message, subject.place(use.note, span), "Write “p.” before one page, “pp.” before several."
    )


RULE = Rule("locator-label", "A page without “p.”, or with the wrong one of “p.” and “pp.”.", check)
