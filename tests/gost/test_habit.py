"""Notes in Latin script among Russian ones: cut and read as Russian notes unless they show signs of Chicago."""

from __future__ import annotations

import pytest

from citekit.model import Note
from citekit.segment import habit_of, segment

RUSSIAN = ["ГАРФ. Ф. Р-5446. Оп. 1. Д. 5. Л. 3.", "Иванов И. И. История. М., 1990. С. 4."]

HABITS = [
    (RUSSIAN, "gost"),
    ([*RUSSIAN, "Hilger G. Allies. N.Y., 1953.", "TNA. FO 371/5678. P. 5.", "Ibid. S. 480."], "gost"),
    ([*RUSSIAN, "Smith, John. Title. New York: Norton, 1990.", "Doe, History, 5.", "Ibid., 7."], "western"),
    (["Hilger G. Allies. N.Y., 1953.", "Dyck H. Weimar. L., 1966. P. 3."], "gost"),
    ([], "western"),
]


@pytest.mark.parametrize(("texts", "habit"), HABITS)
def test_habit(texts: list[str], habit: str) -> None:
    assert habit_of(texts) == habit


NOTES = [
    ("NARA. RG 84. Entry 3313. Box 5.", ["gost"]),
    ("BArch. R 901. Nr. 37123. Bl. 12.", ["gost"]),
    ("Castellan G. Histoire des Balkans. P.: Fayard, 1991. 532 p.", ["gost"]),
    ("Hilger G. Op. cit. P. 210; Dyck H. Op. cit. P. 250.", ["gost", "gost"]),
    ("Elliott, M. Pawns : a History / M. Elliott. – Urbana : Press of A. B. Roe, 1982. – 287 p.", ["gost"]),
    ("Der Weg: Ein Lesebuch / Hrsg. von K. Roth. München: Beck, 1994. 450 S.", ["gost"]),
    ("Painter D.S. We Say No: Rethinking War. Oxford: Clarendon Press, 1997. P. 26.", ["gost"]),
    (
        "Попов П. П. Мир. М., 1991. С. 5; Getty J., Naumov O. The Long Road to War. N. Y., 1999. P. 15.",
        ["gost", "gost"],
    ),
    ("John Smith, A Title (New York: Norton, 1990), 25.", ["western"]),
    ("John Smith, “An Article,” Slavic Review 5 (1990): 25.", ["western"]),
    ("Smith, A Title, pp. 25-27.", ["western"]),
]


@pytest.mark.parametrize(("text", "conventions"), NOTES)
def test_notes_in_latin_script_among_russian_ones(text: str, conventions: list[str]) -> None:
    assert [c.convention for c in segment(Note("1", text), "gost").citations] == conventions
