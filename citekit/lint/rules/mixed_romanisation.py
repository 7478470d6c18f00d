"""Names of one language in letters of two systems.

What it does: looks at the correspondents whom the writer names (senders and recipients of letters, telegrams
and reports), not at authors, whose spelling their title pages settle.  Names the rarer of two systems:
Wade-Giles among pinyin (Tseng Kuo-fan; Zeng Guofan), and for Russian surnames endings in -sky, -ski, -skii,
-skiy, -skij and -zki beside each other.  Spellings of one person are "name-spelling".

Why it matters: the reader cannot tell whether Tseng and Zeng are one man, and finds neither in the index.

Example: "Rokossovskii to the Staff" beside "Tolbukhinsky to the Staff"

What to do: choose one system (pinyin; for Russian that of your publisher) and keep it in notes and text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.persons import Mention, mentions
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject
from citekit.lint.wording import listed
from citekit.model import Name
from citekit.names import syllables
from citekit.names.tables import chinese_surnames
from citekit.names.words import fold

_ENDING = re.compile(r"[a-z]{2,}?(?P<end>sk(?:y|iy|ii|ij|i)|[tc]?zk(?:y|i)|tsk(?:y|iy|ii|ij|i))\Z")


def check(subject: Subject) -> Iterator[Finding]:
    """The rarer system of each language, once."""
    found = [m for m in mentions(subject, ("author", "recipient", "via")) if _is_correspondent(m)]
    yield from _told(_by_ending(found), "Russian surnames in")
    yield from _told(_by_system(found), "Chinese names in")


def _is_correspondent(mention: Mention) -> bool:
    work = mention.use.work
    return (
        work is not None
        and bool(work.item.get("recipient") or work.item.get("genre"))
        and bool(mention.name.family)
    )


def _by_ending(found: list[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        match = _ENDING.match(mention.name.family.casefold())
        if match and len(mention.name.family) >= 6:
            end = match["end"]
            groups["-" + re.sub(r"\A[tc]?[sz]?k", "sk" if "z" not in end else "zk", end)].append(mention)
    return groups


def _by_system(found: list[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        system = _system(mention.name)
        if system is not None:
            groups[system].append(mention)
    return groups


def _system(name: Name) -> str | None:
    """The system of a Chinese name, None where it may be Korean, or where both systems write it so.

    Pinyin writes a given name in one word (GB/T 28039-2011, 5.1), Wade-Giles with a hyphen.
    """
    parts = re.split(r"[- ]", name.given)
    if not name.given or fold(name.family) not in chinese_surnames():
        return None
    if syllables.korean(name.family) and all(map(syllables.korean, parts)):
        return None
    if len(parts) == 2 and syllables.wade(name.family) and all(map(syllables.wade, parts)):
        return "Wade-Giles"
    return (
        "pinyin"
        if len(parts) == 1 and syllables.pinyin(name.given) == 2 and syllables.pinyin(name.family)
        else None
    )


def _told(groups: dict[str, list[Mention]], what: str) -> Iterator[Finding]:
    if len(groups) < 2:
        return
    usual = max(groups, key=lambda system: len(groups[system]))
    for system, found in groups.items():
        if system == usual:
            continue
        names = ", ".join(dict.fromkeys(m.name.family for m in found))
        yield Finding(
            RULE.code,
            f"{what} {system} ({names}, {listed(m.place for m in found)}) stand beside others in {usual} "
            f"({', '.join(list(dict.fromkeys(m.name.family for m in groups[usual]))[:4])}).",
            found[0].place,
            "Choose one system of romanisation.",
            (groups[usual][0].place, *(m.place for m in found[1:])),
        )


RULE = Rule("mixed-romanisation", "Names of one language in letters of two systems.", check)
