"""Quotation marks and brackets that belong together."""

from __future__ import annotations

import pytest

from citekit.recognise.brackets import VEIL, pairs, veil

PAIRS = [
    ("“a” b", ["“a”"]),
    ("«a “b” c»", ["«a “b” c»"]),
    ("„a“ b", ["„a“"]),
    ('"a" and "b"', ['"a"', '"b"']),
    ("(a (b) c) d", ["(a (b) c)"]),
    ("‘One’, Two’s", ["‘One’"]),
    ("‘Mao’s China’, X", ["‘Mao’s China’"]),
    ("'Mao's China', X", ["'Mao's China'"]),
    ("‘SShA i Taivan’ protiv KNR’, Vestnik", ["‘SShA i Taivan’ protiv KNR’"]),
    ("‘A’ and ‘B’, C", ["‘A’", "‘B’"]),
    ("the Years’ End", []),
    ("(never closed", []),
    ("a) b", []),
    ("[a (b] c", ["[a (b]"]),
    ("《史记》卷", ["《史记》"]),
    ("“a “b” c”", ["“a “b” c”"]),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS, ids=[text for text, _ in PAIRS])
def test_outermost_pairs(text: str, expected: list[str]) -> None:
    assert [text[p.start : p.end] for p in pairs(text)] == expected


def test_veil_hides_the_inside_and_keeps_the_length() -> None:
    text = "a (bc) “d”"
    assert veil(text) == f"a ({VEIL * 2}) “{VEIL}”"
