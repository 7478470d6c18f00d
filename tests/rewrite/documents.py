"""Small documents for the tests of rewriting."""

from __future__ import annotations

from citekit import parse
from citekit.model import Result
from citekit.readers import read_text

BOOK = "Chen Jian, *China's Road to the Korean War* (New York: Columbia University Press, 1994), 125–57."
OTHER = "Zhihua Shen, *Mao, Stalin and the Korean War* (London: Routledge, 2012), 45."
CHEN, SHEN = "chen1994chinaroad", "shen2012maostalin"


def pandoc(*notes: str, body: str = "") -> str:
    """A Markdown text that calls *notes* one after the other."""
    text = body or " ".join(f"Sentence.[^{n}]" for n in range(1, len(notes) + 1))
    return text + "\n\n" + "".join(f"[^{n}]: {note}\n\n" for n, note in enumerate(notes, 1))


def read(source: str, format: str = "markdown") -> Result:  # noqa: A002
    return parse(read_text(source, "test", format))
