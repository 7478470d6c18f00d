"""A document whose date stands only in its original title.

What it does: names headings of which the original title gives the date and the translated one does not, where
the document mostly gives it in both.

Why it matters: the reader of the translation cannot place the document.

Example: "№00071 Molotov to Zhukov: The Council decides" (№00071 莫洛托夫致朱可夫电(1941年9月22日))

What to do: add the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.recognise.chinese_dates import DATE


def check(subject: Subject) -> Iterator[Finding]:
    """Headings with the date on one side, against those with it on both."""
    both, without = 0, []
    for use in subject.uses:
        original, title, date = use.field("original-title"), use.field("title"), use.field("original-date")
        if original is None or title is None or date is None:
            continue
        if not DATE.search(original.span.of(use.note.text)):
            continue
        if original.span.start <= date.span.start < original.span.end:
            without.append(use)
        else:
            both += 1
    if both > len(without):
        yield from (_finding(subject, use) for use in without)


def _finding(subject: Subject, use: Use) -> Finding:
    date = use.field("original-date")
    words = date.span.of(use.note.text) if date is not None else ""
    return Finding(
        RULE.code,
        f"The date of the document ({words}) stands only in the original title.",
        subject.at(use, "title"),
        "Add it to the translated title, as in the other notes.",
    )


RULE = Rule("missing-date", "A document whose date stands only in its original title.", check)
