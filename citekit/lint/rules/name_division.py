"""One name that is written together, apart and with a hyphen.

What it does: finds East Asian names whose letters are the same but whose parts are joined differently ("Pak
Hon Yong", "Pak Hon-yong", "Zeng Guo Fan").  The form met most often is taken for the right one.

Why it matters: an index and a search take the forms for different persons; romanisation systems have one rule
each (pinyin: Zeng Guofan; McCune-Reischauer: Pak Hŏn-yŏng; the North's own: Pak Hon Yong).

Example: "Pak Hon-yong's request" beside "Meeting with Pak Hon Yong"

What to do: choose one form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from citekit.lint.finding import Finding, Place
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.typography import without_addresses
from citekit.lint.wording import listed
from citekit.model import Span
from citekit.names.order import is_asian_surname

_NAME = re.compile(r"\b([A-Z][a-z]{1,5}) ([A-Z][a-z]+(?:[- ][A-Za-z][a-z]+)?)(?![\w-])")


def check(subject: Subject) -> Iterator[Finding]:
    """Names of equal letters and different division."""
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for note in subject.texts:
        text = without_addresses(note.text)
        at = 0
        while match := _NAME.search(text, at):
            at = match.start() + 1
            if is_asian_surname(match[1]) and len(match[2]) >= 4:
                for name in _readings(match[0]):
                    span = Span(match.start(), match.start() + len(name))
                    found[re.sub(r"\W", "", name).lower()][name].append(subject.place(note, span))
    for forms in found.values():
        if len(forms) > 1:
            yield from _told(forms)


def _readings(name: str) -> Iterator[str]:
    """The name, and the name without its last word: "Zeng Guofan Wrote" may hold "Zeng Guofan"."""
    yield name
    if " " in name.split(" ", 1)[1]:
        yield name.rsplit(" ", 1)[0]


def _told(forms: dict[str, list[Place]]) -> Iterator[Finding]:
    usual = max(forms, key=lambda form: len(forms[form]))
    for form, places in forms.items():
        if form != usual and form.lower() != usual.lower():
            yield Finding(
                RULE.code,
                f"“{form}” in {listed(places)} is written “{usual}” in {listed(forms[usual])}.",
                places[0],
                "Choose one form.",
                (forms[usual][0], *places[1:]),
            )


RULE = Rule("name-division", "One name written together, apart and with a hyphen.", check)
