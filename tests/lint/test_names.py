"""Names and titles: what counts as one person or one work, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Lint = Callable[..., Any]

HEADING = (
    '"{who} to {whom} about supply" ({han}) in Wartime Files (战时文件) (Taipei: Institute Press, 2003.) {p}.'
)
LETTER = "{who} to {whom}, {day} 1951 telegram, in Collected Papers (London: Dent, 1990), p. {p}."


def heading(who: str, whom: str, han: str, page: int = 5) -> str:
    return HEADING.format(who=who, whom=whom, han=han, p=page)


def letter(who: str, whom: str, day: str, page: int = 5) -> str:
    return LETTER.format(who=who, whom=whom, day=day, p=page)


MOLOTOV, ZHUKOV = "莫洛托夫关于供应致朱可夫电", "朱可夫关于供应致莫洛托夫电"

# notes, the spellings named
SPELLINGS = [
    pytest.param([heading("Molotov", "Zhukov", MOLOTOV), heading("Molotof", "Zhukov", MOLOTOV)], ["Molotof"], id="by-script"),
    pytest.param([heading("Molotov", "Zukov", MOLOTOV)], ["Zukov"], id="against-the-table"),
    pytest.param([heading("Molotov", "Zhukov", MOLOTOV), heading("Zhukov", "Molotov", ZHUKOV)], [], id="one-spelling"),
    pytest.param(
        [heading("Lermontov", "Zhukov", "莱蒙托夫致朱可夫电"), heading("Lermontow", "Zhukov", "莱蒙托夫关于供应致朱可夫电")],
        ["Lermontow"],
        id="unknown-person-by-script",
    ),
    pytest.param(
        [letter("Bradley", "Ridgway", "1 March"), letter("Bradley", "Rigdway", "5 March")], ["Rigdway"], id="same-partner"
    ),
    pytest.param(
        [letter("Bradley", "Ridgway", "1 March"), letter("Vance", "Rigdway", "5 March")], [], id="no-partner-in-common"
    ),
    pytest.param(
        [letter("Bradley", "Petrov", "1 March"), letter("Bradley", "Petrovsky", "5 March")], [], id="two-persons-alike"
    ),
    pytest.param(
        ["Chen Wei, Mingdai shi (Beijing: Sanlian Press, 1990), p. 31.", "Chen Wel, Mingdai shi, p. 107."],
        ["Chen Wel"],
        id="one-work",
    ),
    pytest.param(
        ["John Stewart Mill, Logic of Ink (London: Dent, 1901), 5.", "Stewart Mill, Logic of Ink, 7."],
        ["Stewart Mill"],
        id="first-name-left-out",
    ),
    pytest.param(
        ["John S. Mill, Logic of Ink (London: Dent, 1901), 5.", "J. S. Mill, Logic of Ink, 7.", "Mill, Logic of Ink, 9."],
        [],
        id="initials-agree",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "named"), SPELLINGS)
def test_name_spelling(lint: Lint, notes: list[str], named: list[str]) -> None:
    assert [finding.place.words for finding in lint("name-spelling", notes)] == named


# rule, notes, entries, the words named
CASES = [
    ("name-division", ["Meeting with Pak Hon Yong.", "A letter of Pak Hon Yong.", "Pak Hon-yong's reply."], [], ["Pak Hon-yong"]),
    ("name-division", ["Zeng Guofan and Zeng Guoquan; Zeng Guofan Writes a letter."], [], []),
    ("initials", ["John S. Mill, Ink (London: Dent, 1901), 5.", "Ann B Hart, Types (London: Dent, 1902), 6."], [], ["Ann B Hart"]),
    ("initials", ["John S. Mill, Ink (London: Dent, 1901), 5.", "Ann Hart, Types (London: Dent, 1902), 6."], [], []),
    (
        "name-order",
        ["Weiguo Chen, Mingdai shi (明代史) (Beijing: Sanlian, 1990), 5.", "Weiguo, Chen, and Ann Hart. Early Types (London: Dent, 1902), 6."],
        [],
        ["Weiguo, Chen"],
    ),
    (
        "name-order",
        [f"{name}, Mingdai shi {n} (明代史{n}) (Beijing: Sanlian, 1990), 5." for n, name in enumerate(("Weiguo Chen", "Zhihao Wang", "Li Xiaoming"))],
        [],
        ["Li Xiaoming"],
    ),
    (
        "name-order",
        [],
        ["Hart, Ann. Types. London: Dent, 1901.", "Cole, Henry. Inks. London: Dent, 1902.", "John Mill. Logic. London: Dent, 1903."],
        ["John Mill"],
    ),
    ("name-order", ["Ann Hart, Types (London: Dent, 1901), 5."], ["Hart, Ann. Types. London: Dent, 1901."], []),
    ("small-initial", ["Ann Hart, Types (washington D.C.: Dent, 1901), 5."], [], ["washington"]),
    ("small-initial", ["Ann Hart, Types (London: Dent Book press, 1901), 5."], [], ["press"]),
    ("small-initial", ["Ludwig van Beethoven, Briefe (Bonn: Verlag, 1901), 5."], [], []),
    ("title-spelling", ["Chen Wei, Mingdai wenxuan jieshao (Beijing: Sanlian, 1990), 5.", "Chen Wei, Mingdai wenxun jieshao, 6."], [], ["Mingdai wenxun jieshao"]),
    ("title-spelling", ["Chen Wei, Mingdai wenxuan jieshao (Beijing: Sanlian, 1990), 5.", "Chen Wei, Mingdai wenxuan, 6."], [], []),
    ("title-wording", ["Ann Hart, Sketches of an Old Printer (London: Dent, 1901), 5.", "Hart, Sketch, 7."], [], ["Sketch"]),
    ("title-wording", ["Ann Hart, Sketches of an Old Printer (London: Dent, 1901), 5.", "Hart, Sketches, 7."], [], []),
    ("title-wording", ["Ann Hart, The United States Air Service in War (London: Dent, 1901), p. 5.", "See Hart, The U.S. Air Service in War, pp. 321-22."], [], ["The U.S. Air Service in War"]),
    ("title-capitals", ["Chen Wei, Qingdai beijing shi (Beijing: Sanlian, 1990), 5.", "Chen Wei, Qingdai Beijing shi, 6."], [], ["Qingdai Beijing shi"]),
    ("title-capitals", ["Chen Wei, Qingdai Beijing shi (Beijing: Sanlian, 1990), 5.", "Chen Wei, Qingdai Beijing shi, 6."], [], []),
    ("publisher-spelling", ["Ann Hart, Types (London: Harvest Books Press, 1901), 5.", "Jon Cole, Inks (London: Harvest Book Press, 1901), 5."], [], ["Harvest Book Press"]),
    ("publisher-spelling", ["Ann Hart, Types (London: Army Press, 1901), 5.", "Jon Cole, Inks (London: Navy Press, 1901), 5."], [], []),
    ("edition-conflict", ["Ann Hart, Early Types (London: Dent, 1901), 5."], ["Hart, Ann. Early Types. Rev. ed. New York: Holt, 1923."], ["1923"]),
    ("title-wording", ["Chen Wei, “New Types,” Library 3 (1990): 30-84.", "See also Chen, “New Types,” 32."], [], []),
    ("edition-conflict", ["Ann Hart, Early Types (London: Dent, 1901), 5."], ["Hart, Ann. Early Types. London: Dent Ltd, 1901."], []),
    ("creator-conflict", ["Ann Hart, John Mill, and Jon Cole, Early Types (London: Dent, 1901), 5."], ["Hart, Ann. Early Types. London: Dent, 1901."], ["Hart, Ann"]),
    ("creator-conflict", ["Ann Hart et al., Early Types (London: Dent, 1901), 5."], ["Hart, Ann, and John Mill. Early Types. London: Dent, 1901."], []),
    ("mixed-romanisation", [letter("Rokossovsky", "Bradley", "1 March"), letter("Rokossovsky", "Bradley", "2 March"), letter("Tolbuchinski", "Bradley", "5 March")], [], ["Tolbuchinski"]),
    ("mixed-romanisation", [letter("Zeng Guofan", "Bradley", "1 March"), letter("Li Hongzhang", "Bradley", "2 March"), letter("Tso Tsung-tang", "Bradley", "5 March")], [], ["Tso Tsung-tang"]),
    ("mixed-romanisation", [letter("Zeng Guofan", "Bradley", "1 March"), letter("Pak Hon-yong", "Bradley", "2 March")], [], []),
    ("volume-conflict", [letter("Bradley", "Ridgway", "1 March").replace("Papers", "Papers 4"), letter("Bradley", "Ridgway", "1 March").replace("Papers", "Papers 1")], [], ["1"]),
    ("page-conflict", [letter("Bradley", "Ridgway", "1 March", 142), letter("Bradley", "Ridgway", "1 March", 141)], [], ["p. 141"]),
    ("page-conflict", [letter("Bradley", "Ridgway", "1 March", 142), letter("Bradley", "Ridgway", "9 March", 141)], [], []),
    ("locator-label", [letter("Bradley", "Ridgway", "1 March", n) for n in range(1, 11)] + ["Ann Hart, Types (London: Dent, 1901), 249."], [], ["249"]),
    ("locator-label", ["Ann Hart, Types (London: Dent, 1901), p. 24-29."], [], ["24-29"]),
    ("locator-label", ["Ann Hart, Types (London: Dent, 1901), pp. 24-29.", "Ibid., p. 30."], [], []),
    ("unknown-archive", ["РГАСПЛ. Ф. 558. Оп. 11. Д. 334. Л. 5."], [], ["РГАСПЛ"]),
    ("unknown-archive", ["РГАСПИ. Ф. 558. Оп. 11. Д. 334. Л. 5."], [], []),
    ("possibly-same", [letter("Zhukov", "Molotov", "1 March"), letter("Schukow", "Molotow", "1 March")], [], ["Schukow to Molotow"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "notes", "entries", "named"), CASES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_names_and_titles(
    lint: Lint, code: str, notes: list[str], entries: list[str], named: list[str]
) -> None:
    assert [finding.place.words for finding in lint(code, notes, entries)] == named
