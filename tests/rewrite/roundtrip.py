"""Is it the same works? Two readings of one document, compared note by note.

    python -m tests.rewrite.roundtrip DOCUMENT STYLE [-v]

A document is read, its notes are set in a style, and what was set is read again.  The works have other keys then, and
a style leaves out what it does not print: so works are the same where every note cites the same ones in the same order,
no two have become one and none has become two, and where what both readings say of a work agrees.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citekit import parse
from citekit.model import ReadNote, Result
from citekit.readers import read, read_bytes
from citekit.rewrite.word import rewrite_word
from tests.readers.conversion import convert, with_real_footnotes

_RANGE = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Difference:
    """A note that cites another work or another place, or a work of which the two readings say different things."""

    where: str
    what: str
    typed: str = ""
    printed: str = ""

    def __str__(self) -> str:
        lines = [f"{self.where}: {self.what}"]
        lines += [f"    typed:   {self.typed}", f"    printed: {self.printed}"] if self.typed else []
        return "\n".join(lines)


def differences(before: Result, after: Result) -> list[Difference]:
    """What is not the same in the two readings."""
    old, new = _notes(before), _notes(after)
    partner = _partners(old, new)
    places = {"old": _places(old), "new": _places(new)}
    found = []
    for n, note in old.items():
        other = new.get(n)
        if other is None:
            found.append(Difference(f"note {n}", "is no longer there", note.note.text))
            continue
        wanted = [partner.get(cite.work or "", "?") if cite.work else None for cite in note.cites]
        got = [cite.work for cite in other.cites]
        what = ""
        if wanted != got:
            what = f"cites {got} and not {wanted}"
        elif places["old"][n] != places["new"][n]:
            what = f"cites the pages {places['new'][n]} and not {places['old'][n]}"
        if what:
            found.append(Difference(f"note {n}", what, note.note.text, other.note.text))
    found += _works(before, after, partner)
    return found


def _notes(result: Result) -> dict[str, ReadNote]:
    return {read.note.n: read for read in result.notes if not read.note.is_entry}


def _partners(old: Mapping[str, ReadNote], new: Mapping[str, ReadNote]) -> dict[str, str]:
    """For each work of the first reading the one of the second that stands in its place most often."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for n, note in old.items():
        others = new[n].cites if n in new else ()
        if len(others) == len(note.cites):
            for one, two in zip(note.cites, others, strict=True):
                if one.work and two.work:
                    votes[one.work][two.work] += 1
    return {work: counted.most_common(1)[0][0] for work, counted in votes.items()}


def _places(notes: Mapping[str, ReadNote]) -> dict[str, list[str]]:
    """The pages that each note cites: ranges written out; a bare Ibid. means those of the note before it."""
    found: dict[str, list[str]] = {}
    before: tuple[str | None, str] = (None, "")
    for n, note in notes.items():
        found[n] = []
        for cite in note.cites:
            pages = _written_out(cite.locator or "")
            if cite.form == "ibid" and not pages and cite.work == before[0]:
                pages = before[1]
            found[n].append(pages)
            before = (cite.work, pages)
    return found


def _written_out(pages: str) -> str:
    def full(found: re.Match[str]) -> str:
        first, last = found.groups()
        return f"{first}-{first[: len(first) - len(last)]}{last}" if len(last) < len(first) else found[0]

    return re.sub(
        r"[\s.]|(?<![^\W\d_])(?:ll?|л|pp?)\.?(?=\d)",
        "",
        re.sub(r"(?<=-)0+(?=\d)", "", _RANGE.sub(full, pages)),
    )


def _works(before: Result, after: Result, partner: Mapping[str, str]) -> Iterator[Difference]:
    """Works that became one, and works of which the readings say different things."""
    old, new = ({work.id: work.item for work in each.works} for each in (before, after))
    meant = defaultdict(list)
    for work, other in partner.items():
        meant[other].append(work)
    for other, works in meant.items():
        if len(works) > 1:
            yield Difference(f"works {', '.join(works)}", f"have become one, {other}")
    if len(old) != len(new):
        lost = sorted(set(old) - set(partner))
        come = sorted(set(new) - set(partner.values()))
        yield Difference("works", f"{len(old)} have become {len(new)}: lost {lost}, come {come}")
    for work, other in partner.items():
        for name, one, two in _contradictions(old[work], new[other]):
            yield Difference(f"work {work}", f"{name} was {one} and is {two}")


def _contradictions(one: Mapping[str, Any], two: Mapping[str, Any]) -> Iterator[tuple[str, object, object]]:
    """What identifies a work, where both state it and it is not the same."""
    sides = [_identity(each) for each in (one, two)]
    for name in sides[0]:
        first, second = (side[name] for side in sides)
        if name == "creators":  # Рощин and Roshchin are one name; what cannot be compared contradicts nothing
            first, second = ({one for one in side if one.isascii()} for side in (first, second))
        if name == "date":  # a style that prints the year alone does not contradict the day
            same = any(one.startswith(two) or two.startswith(one) for one in first for two in second)
        else:
            same = bool(first & second)
        if first and second and not same:
            yield name, first, second


def _identity(item: Mapping[str, Any]) -> dict[str, set[str]]:
    custom = item.get("custom") or {}
    titles = (item.get("title"), item.get("original-title"), custom.get("translated-title"))
    books = (
        item.get("container-title"),
        custom.get("original-container-title"),
        custom.get("translated-container-title"),
    )
    return {
        "archive id": {str(custom.get("archive_id") or "")} - {""},
        "file": {str(custom.get("file_id") or "")} - {""},
        "number": {str(item.get("number") or "")} - {""},
        "title": {_letters(str(title)) for title in titles if title},
        "container": {_letters(str(title)) for title in books if title},
        "creators": _families(item),
        "date": _date(item),
        "volume": {str(item.get("volume") or "").replace("–", "-")} - {""},
    }


def _families(item: Mapping[str, Any]) -> set[str]:
    names = [name for key in ("author", "editor", "translator") for name in item.get(key) or ()]
    return {_letters(str(name.get("family") or name.get("literal") or "")) for name in names}


def _date(item: Mapping[str, Any]) -> set[str]:
    value = item.get("original-date") or item.get("issued") or {}
    return {"-".join(map(str, part)) for part in value.get("date-parts") or ()}


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())


# -- the documents -------------------------------------------------------------------------------------------


def as_docx(document: Path, folder: Path) -> bytes:
    """The document as a Word file with footnotes of Word's own, made by pandoc."""
    target = folder / f"{document.stem}.docx"
    if not target.exists():
        convert(with_real_footnotes(read(document)), target)
    return target.read_bytes()


def round_trip(data: bytes, style: str) -> tuple[Result, Result, bytes]:
    """The document as it was read, as it is read after its notes were set in *style*, and the file."""
    before = parse(read_bytes(data, "before.docx"))
    made = rewrite_word(before, data, style).data
    return before, parse(read_bytes(made, "after.docx")), made


def main() -> None:
    """Print the differences."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        data = as_docx(Path(sys.argv[1]), Path(folder))
    for style in sys.argv[2].split(","):
        before, after, _ = round_trip(data, style)
        found = differences(before, after)
        notes = sum(one.where.startswith("note") for one in found)
        print(
            f"{Path(sys.argv[1]).stem:12} {style:30} works {len(before.works)} -> {len(after.works)}, {notes} notes, {len(found) - notes} works differ"
        )
        if "-v" in sys.argv:
            print(*found, sep="\n")


if __name__ == "__main__":
    main()
