"""Notes after GOST in an English text: sentences around the citations, works in every script."""

from __future__ import annotations

import pytest

from citekit import parse
from citekit.readers import read_text

HILL = "Hill J. The War at Sea. London: Harbour Press, 1990. P. 3."
PETROV = "Petrov I. Ports // Questions of History. 1991. No. 2. P. 12."

CASES = {
    "a lead": ([HILL, PETROV, "See also Hill J. The War at Sea. P. 32."], [["hill1990warsea"]]),
    "leads in sentences": (
        [HILL, PETROV, "On the ports, see Petrov I. Ports. P. 13. For the war at sea, see Hill J. The War at Sea. P. 5."],
        [["petrov1991ports", "hill1990warsea"]],
    ),
    "a sentence before": (
        [HILL, PETROV, "By that time the fleet had two ships which were ready. Hill J. The War at Sea. P. 7."],
        [["hill1990warsea"]],
    ),
    "a Chinese book": (
        [HILL, PETROV, "王明. 城市与乡村. 北京: 人民出版社, 1990. С. 22–25.", "王明. 城市与乡村. С. 30."],
        [["wang1990chengshiyu"], ["wang1990chengshiyu"]],
    ),
    "a record group": (
        [HILL, PETROV, "National Archives. Record Group 59. Central Decimal File, 795.00/10-450."],
        [["nararg59-795-00-10-450"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("notes", "works"), CASES.values(), ids=CASES)
def test_works(notes: list[str], works: list[list[str]]) -> None:
    text = " ".join(f"Word.[^{n}]" for n in range(1, len(notes) + 1))
    text += "\n\n" + "".join(f"[^{n}]: {note}\n\n" for n, note in enumerate(notes, 1))
    result = parse(read_text(text, "t.md", "markdown"))
    found = [[cite.work for cite in note.cites] for note in result.notes]
    assert found[2:] == works
