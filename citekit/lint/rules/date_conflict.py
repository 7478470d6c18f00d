"""One document with different dates.

What it does: names documents that bear one archive number but different dates in two notes, and headings
whose date differs between the translated and the original title.

Why it matters: one of the dates is wrong, or the number is.

Example: "№00071 Molotov to Zhukov (June 1, 1941)" (№00071 莫洛托夫致朱可夫电 (1941年6月2日))

What to do: look the document up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject, Use
from citekit.model import Date, Field, Span
from citekit.recognise.chinese_dates import DATE, date_of


def check(subject: Subject) -> Iterator[Finding]:
    """Within one heading, then between notes."""
    for use in subject.uses:
        yield from _within(subject, use)
    yield from _between(subject)


def _within(subject: Subject, use: Use) -> Iterator[Finding]:
    original, date = use.field("original-title"), use.field("original-date")
    if original is None or date is None or not isinstance(date.value, Date) or not date.value.parts:
        return
    text = original.span.of(use.note.text)
    for found in DATE.finditer(text):
        if (
            text[found.start() - 1 : found.start()] not in ("(", "（")
            or date.span.start >= original.span.start
        ):
            continue
        if _differ(date_of(found), date.value):
            yield _finding(subject, use, date, use, Span(*found.span()).shifted(original.span.start))


def _between(subject: Subject) -> Iterator[Finding]:
    numbered: dict[tuple[str, str], list[tuple[Use, Field]]] = defaultdict(list)
    for uses in subject.uses_of.values():
        for use in uses:
            date = use.field("original-date")
            number = use.reference.text("number")
            if use.work is not None and number and date is not None:
                holder = str(use.work.item.get("container-title", ""))
                numbered[number, holder].append((use, date))
    for group in numbered.values():
        first, date = group[0]
        for use, other in group[1:]:
            if (
                isinstance(date.value, Date)
                and isinstance(other.value, Date)
                and _differ(date.value, other.value)
            ):
                yield _finding(subject, use, other, first, date.span)


def _differ(one: Date, two: Date) -> bool:
    a, b = (one.parts or ((),))[0], (two.parts or ((),))[0]
    return any(x != y for x, y in zip(a, b, strict=False))


def _finding(subject: Subject, use: Use, date: Field, other: Use, there: Span) -> Finding:
    printed = date.span.of(use.note.text).strip(" ,()")
    where = "its original title" if other is use else subject.place(other.note).name
    return Finding(
        RULE.code,
        f"The document is dated “{printed}” here, “{there.of(other.note.text).strip(' ,()')}” in {where}.",
        subject.place(use.note, date.span),
        "Look the document up.",
        (subject.place(other.note, there),),
    )


RULE = Rule("date-conflict", "One document with different dates.", check)
