"""Addresses, DOIs, dates of access; databases and the numbers documents have in them."""

from __future__ import annotations

import pytest

from .reading_aloud import note_of, said

CASES = [
    ("“T,” http://a.org/b.", "URL=http://a.org/b"),
    ("“T,” <https://a.org/b>.", "URL=https://a.org/b"),
    ("“T,” www.a.org/b, accessed 5 May 2020.", "accessed=2020-5-5"),
    ("“T,” http://a.org (accessed May 5, 2020).", "accessed=2020-5-5"),
    ("‘T’ <http://a.org> [accessed 5 May 2020].", "accessed=2020-5-5"),
    ("“T,” http://a.org, last visited on 2020-05-01.", "accessed=2020-5-1"),
    ("“T,” last modified 2 May 2016, http://a.org.", "issued=2016-5-2"),
    ("“T,” J of X 2 (2011): 5. doi:10.1353/seo.2011.0004.", "DOI=10.1353/seo.2011.0004"),
    ("“T,” J of X 2 (2011): 5, https://doi.org/10.1353/seo.2011.0004.", "DOI=10.1353/seo.2011.0004"),
    (
        "“T,” 5 May 1950, Wilson Center Digital Archive, document no. 112088.",
        "source=Wilson Center Digital Archive",
    ),
    ("“T,” 5 May 1950, U.S. Documents Online (Gale Primary Sources), document CK2349.", "number=CK2349"),
    ("“T,” 5 May 1950, CIA FOIA Reading Room.", "source=CIA FOIA Reading Room"),
    ("Jane Doe, Title (New York: Ace, 1999), ISBN 0-306-40615-2.", "ISBN=0306406152"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_address(text: str, expected: str) -> None:
    assert expected in said(note_of(text))[0].split(" | ")
