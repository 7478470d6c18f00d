"""Small documents for the page, built from the texts of notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citekit import Result, parse
from citekit.model import Document, Note

THESIS = {
    "1": "Chen Jian, China's Road to the Korean War: The Making of the Sino-American Confrontation (New York: Columbia University Press, 1994), 121.",
    "2": "Ibid., 224.",
    "3": "Roshchin to Stalin, 3 October 1950 telegram, APRF, f. 45, op. 1, d. 334, ll. 105–106.",
    "4": "РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 140.",
    "5": "沈志华：《冷战在亚洲：朝鲜战争与中国出兵朝鲜》，北京：九州出版社，2013年，第112页。",
    "6": "See Chen, China's Road to the Korean War, 173; RGASPI, f. 558, op. 11, d. 334, l. 141.",
    "7": "Ibid.",
    "8": "The first to count them so were the editors, who had no reason to be precise.",
    "B1": "Chen Jian. China's Road to the Korean War: The Making of the Sino-American Confrontation. New York: Columbia University Press, 1994.",
}
"""Note 7 is open: the note before cites two works.  Notes 4 and 6 cite one file."""


def made(texts: Mapping[str, str], name: str = "thesis.md") -> Result:
    """The parsed document that has these notes and entries, by their numbers."""
    notes = [Note(n, text) for n, text in texts.items()]
    own = tuple(note for note in notes if not note.is_entry)
    return parse(Document(name, "notes", own, tuple(note for note in notes if note.is_entry)))


def long_document(number: int) -> Result:
    """A document of *number* notes of all sorts; after 500 they begin again, with other numbers."""
    short = made(_texts(500))
    notes = []
    for at in range(number):
        read = short.notes[at % 500]
        notes.append(replace(read, note=replace(read.note, n=str(at + 1))))
    return replace(short, notes=tuple(notes))


def _texts(number: int) -> dict[str, str]:
    """Documents, books, files, Ibid., prose."""
    places = ("Moscow", "Beijing", "London", "Seoul", "Berlin")
    names = ("Shtykov", "Roshchin", "Vasilevsky", "Zakharov", "Kuznetsov", "Molotov", "Gromyko")
    texts = {}
    for at in range(1, number + 1):
        name, place, year = names[at % 7], places[at % 5], 1945 + at % 9
        texts[str(at)] = (
            f"{name} to Stalin, {1 + at % 28} July {year} telegram, APRF, f. {45 + at % 3}, op. 1, d. {at % 400}, ll. {at % 90}–{at % 90 + 2}.",
            f"Ibid., {at % 300 + 1}.",
            f"Anna {name}, The Winter of {year}: A History of Supply No. {at} ({place}: Harbour Press, {year + 40}), {at % 300 + 1}.",
            f"РГАСПИ. Ф. {at % 600 + 1}. Оп. {at % 11 + 1}. Д. {at % 999 + 1}. Л. {at % 99 + 1}.",
            f"沈志华：《第{at}次会谈》，北京：九州出版社，{year + 60}年，第{at % 300 + 1}页。",
            "The figures differ, and nobody has explained why.",
        )[at % 6]
    return texts
