"""One identifier whatever spaces, dashes and quotation marks an editor or a typesetter has put in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.archives import find, identify

SPACES = "\u00a0\u2009\u202f\u3000"
DASHES = "\u2010\u2011\u2013\u2014\uff0d"
LEADS = ("", "  ", "See ", "See also: ", "См.: ", "Цит. по: ", "参见", "转引自")
WIDE = {**{n: n + 0xFEE0 for n in range(0x30, 0x3A)}, 0x23: 0xFF03}
_NUMBERED = re.compile(r"(?<=\d)-(?=\d)")
_ADDRESS = re.compile(r"https?://|\w\.(?:org|gov)/")

BY_CONTEXT = ("frus", "gale")
"""What tells their numbers stands outside the reference: the page behind a bare volume, the name of the database."""

ROWS = [
    line.split("\t")[2]
    for table in sorted(Path(__file__).parent.glob("*.cases.tsv"))
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#") and not _ADDRESS.search(line)
]


def _id(text: str) -> str:
    found = identify(text)
    return found.id if found else "-"


@given(st.sampled_from(ROWS), st.sampled_from(SPACES))
def test_other_spaces(reference: str, space: str) -> None:
    assert _id(reference.replace(" ", space)) == _id(reference)


@given(st.sampled_from(ROWS), st.sampled_from(DASHES))
def test_other_dashes_between_numbers(reference: str, dash: str) -> None:
    assert _id(_NUMBERED.sub(dash, reference)) == _id(reference)


@given(st.sampled_from(ROWS))
def test_full_width_digits(reference: str) -> None:
    assert _id(reference.translate(WIDE)) == _id(reference)


@given(st.sampled_from(ROWS), st.sampled_from(["“”", "„“", '""']))
def test_other_quotation_marks(reference: str, marks: str) -> None:
    changed = re.sub(r"[\"“]([^\"“”]*)[\"”]", rf"{marks[0]}\1{marks[1]}", reference)
    assert _id(changed) == _id(reference)


@given(st.sampled_from(ROWS))
def test_apostrophes(reference: str) -> None:
    assert _id(reference.replace("'", "’")) == _id(reference.replace("’", "'"))


@given(st.sampled_from(ROWS), st.sampled_from(LEADS), st.sampled_from(["", ";", "  "]))
def test_what_is_around_it_does_not_count(reference: str, lead: str, end: str) -> None:
    assert _id(f"{lead}{reference}{end}") == _id(reference)


@given(st.sampled_from(ROWS))
def test_spaces_doubled_and_signs_that_print_nothing(reference: str) -> None:
    assert _id(reference.replace(" ", "  ")) == _id(reference)
    assert _id(reference.replace("-", "-\u200b").replace(" ", " \u00ad")) == _id(reference)


@pytest.mark.parametrize("reference", [row for row in ROWS if _id(row) != "-"])
def test_the_reference_alone_gives_the_same_identifier(reference: str) -> None:
    """Idempotence: what was found in a text, cut out of it, is found again."""
    for found in find(reference):
        if found.names_unit and found.names_repository and found.scheme not in BY_CONTEXT:
            again = identify(found.span.of(reference))
            assert again is not None
            assert again.id == found.id
