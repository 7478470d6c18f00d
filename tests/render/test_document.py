"""The notes of a document set again: citations in the new style, prose where it stood."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from citekit.model import Citation, Cite, Document, Note, ReadNote, Reference, Result, Segments, Span, Work
from citekit.render import Options, Processor, render_notes

WORKS: list[dict[str, Any]] = [
    {
        "id": "w",
        "type": "book",
        "author": [{"family": "Westad", "given": "Odd Arne"}],
        "title": "Decisive Encounters",
        "publisher": "Stanford University Press",
        "issued": {"date-parts": [[2003]]},
    },
    {
        "id": "s",
        "type": "book",
        "author": [{"family": "Shen", "given": "Zhihua"}],
        "title": "Selected Documents",
    },
]
BOOK = "Odd Arne Westad, Decisive Encounters (Stanford University Press, 2003), 5"


def note(n: str, text: str, *cites: tuple[str, str | None, str | None, str | None]) -> ReadNote:
    """A note with cites: what is written, its work, page and volume."""
    made = []
    for raw, work, locator, volume in cites:
        span = Span(text.index(raw), text.index(raw) + len(raw))
        reference = Reference(Citation(n, span, "western"), locator=locator)
        made.append(Cite(work, "full", locator, raw, reference, volume))
    return ReadNote(Note(n, text), tuple(made), Segments(()))


def new_texts(*notes: ReadNote, **chosen: Any) -> list[str]:
    result = Result(Document("d", "md"), notes, tuple(Work(work) for work in WORKS))
    processor = Processor("chicago-notes-archival-ibid", WORKS, options=Options(**chosen))
    return [text for _n, text in render_notes(result, processor)]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (note("1", "Westad, DE, p. 5.", ("Westad, DE, p. 5", "w", "5", None)), f"{BOOK}."),
        (
            note("1", "See Westad, DE, p. 5, for the war.", ("Westad, DE, p. 5", "w", "5", None)),
            f"See {BOOK}, for the war.",
        ),
        (
            note("1", "DE 5; a lost book.", ("DE 5", "w", "5", None), ("a lost book", None, None, None)),
            f"{BOOK}; a lost book.",
        ),
        (note("1", "A remark without citations."), "A remark without citations."),
        (
            note("1", "DE 5. Compare SD 3: 7.", ("DE 5", "w", "5", None), ("SD 3: 7", "s", "7", "3")),
            f"{BOOK}. Compare Zhihua Shen, Selected Documents (n.d.), 3:7.",
        ),
    ],
    ids=["citation alone", "prose around", "unknown work", "no citation", "two with a lead-in"],
)
def test_one_note(read: ReadNote, expected: str) -> None:
    assert new_texts(read) == [expected]


def test_ibid_follows_the_notes() -> None:
    notes = [note(str(n), "DE.", ("DE", "w", "5", None)) for n in (1, 2)]
    assert new_texts(*notes) == [f"{BOOK}.", "Ibid."]
    assert new_texts(*notes, ibid=False) == [f"{BOOK}.", "Westad, Decisive Encounters, 5."]
    assert new_texts(*notes, full_notes=True) == [f"{BOOK}.", f"{BOOK}."]


def test_ibid_within_a_sentence_is_small() -> None:
    one = note("1", "DE.", ("DE", "w", "5", None))
    two = note("2", "See DE, p. 5, again.", ("DE, p. 5", "w", "5", None))
    assert new_texts(one, two)[1] == "See ibid., again."


def test_a_remark_between_breaks_ibid() -> None:
    one, two = (note(n, "DE.", ("DE", "w", "5", None)) for n in ("1", "3"))
    assert new_texts(one, note("2", "A remark."), two)[2] == "Westad, Decisive Encounters, 5."


def test_a_bare_ibid_means_the_same_place() -> None:
    notes = [
        note("1", "DE, p. 5.", ("DE, p. 5", "w", "5", None)),
        note("2", "Ibid.", ("Ibid", "w", None, None)),
    ]
    second = notes[1]
    bare = replace(second, cites=(replace(second.cites[0], form="ibid"),))
    assert new_texts(notes[0], bare) == [f"{BOOK}.", "Ibid."]
    assert new_texts(notes[0], bare, ibid=False)[1] == "Westad, Decisive Encounters, 5."


def test_no_ibid_across_what_was_not_understood() -> None:
    one = note("1", "DE 5; a lost book.", ("DE 5", "w", "5", None), ("a lost book", None, None, None))
    two = note("2", "DE.", ("DE", "w", "5", None))
    assert new_texts(one, two)[1] == "Westad, Decisive Encounters, 5."


def test_a_stop_within_a_citation_stays() -> None:
    first = note("1", "DE.", ("DE", "w", "5", None))
    assert new_texts(first, note("2", "See DE 7.", ("DE 7.", "w", "7", None)))[1] == "See ibid., 7."
    assert new_texts(first, note("2", "DE 7. It is.", ("DE 7.", "w", "7", None)))[1] == "Ibid., 7. It is."
    assert new_texts(first, note("2", "DE 7 op. is.", ("DE 7 op.", "w", "7", None)))[1] == "Ibid., 7 is."


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("html", "R&#38;D, <i>The Book</i>."),
        ("latex", r"R\&D, \emph{The Book}."),
        ("markdown", "R&D, *The Book*."),
        ("text", "R&D, The Book."),
    ],
)
def test_what_is_kept_speaks_the_output(output: str, expected: str) -> None:
    text = "R&D, The Book."
    read = ReadNote(Note("1", text, emphasis=(Span(5, 13),)), (), Segments(()))
    processor = Processor("chicago-notes-archival-ibid", [], output=output)
    assert render_notes(Result(Document("d", "md"), (read,), ()), processor) == [("1", expected)]
