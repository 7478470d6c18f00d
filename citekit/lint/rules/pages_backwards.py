"""A range of pages that runs backwards.

What it does: finds ranges whose second page is smaller than the first, with the usual shortening of the
second number taken into account: 484-85 is 484 to 485, 303-05 is 303 to 305.

Why it matters: one of the two pages is wrong.

Example: "pp. 312-207" or "145-49, 38-31"

What to do: look the pages up.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.recognise.page_numbers import ranges


def check(subject: Subject) -> Iterator[Finding]:
    """The locators and extents of all citations."""
    for use in subject.uses:
        stated = [(use.reference.locator, use.reference.locator_span)]
        page = use.field("page")
        if page is not None and isinstance(page.value, str):
            stated.append((page.value, page.span))
        for text, span in stated:
            if span is None or not text or use.reference.locator_label not in ("page", "folio", "column"):
                continue
            for part in ranges(text):
                if part.last < part.first:
                    yield Finding(
                        RULE.code,
                        f"The pages {part.first}-{part.last} run backwards.",
                        subject.place(use.note, span),
                        "Look the pages up.",
                    )


RULE = Rule("pages-backwards", "A range of pages that runs backwards.", check)
