"""Names in the order in which the document prints them."""

from __future__ import annotations

import pytest

from citekit import parse
from citekit.readers import read_text
from citekit.render.printout import Request, print_document

CASES = {
    "family name first, as typed": (
        "Chen Jian, *China's Road to War* (New York: Columbia University Press, 1994), 125.",
        "Chen Jian, China’s Road to War (Columbia University Press, 1994), 125.",
    ),
    "given name first, as typed": (
        "Zhihua Shen, *Mao and the War* (London: Routledge, 2012), 45.",
        "Zhihua Shen, Mao and the War (Routledge, 2012), 45.",
    ),
    "two of them": (
        "John Lewis and Xue Litai, *China Builds* (Stanford: Stanford University Press, 1988), 4.",
        "John Lewis and Xue Litai, China Builds (Stanford University Press, 1988), 4.",
    ),
    "an inverted Western name is set as ever": (
        "Smith, John. *The War*. London: Routledge, 1990, 4.", "John Smith, The War (Routledge, 1990), 4.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "printed"), CASES.values(), ids=CASES)
def test_order(typed: str, printed: str) -> None:
    result = parse(read_text(f"Word.[^1]\n\n[^1]: {typed}\n", "t.md", "markdown"))
    text = print_document(result, Request("chicago-notes-archival", parts="notes")).text
    assert printed in text


def test_no_comma_in_the_bibliography_either() -> None:
    text = f"Word.[^1]\n\n[^1]: {CASES['family name first, as typed'][0]}\n"
    result = parse(read_text(text, "t.md", "markdown"))
    printed = print_document(result, Request("chicago-notes-archival", parts="bibliography")).text
    assert "Chen Jian. China’s Road to War." in printed
