"""Libraries that try to break out of a .bib file, the same each time for one seed."""

from __future__ import annotations

import random
from typing import Any

from citekit.library.bib.types import WRITTEN

FRAGMENTS = [
    *(
        "{",
        "}",
        "{{{",
        "}}}",
        "\\input{/etc/passwd}",
        "\\write18{rm}",
        "^^5cinput",
        "^^M",
        "%",
        "% comment",
        "#",
        "#1",
    ),
    *(
        "$",
        "$$",
        "&",
        "~",
        "\\",
        "\\\\",
        "\\end{document}",
        "\x00",
        "\x07",
        "\x1b[31m",
        "\x7f",
        "\u0085",
        "\u2028",
    ),
    *(
        "\u2029",
        "\u200f",
        "\u202e",
        "\u202d",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\ud800",
        "\udfff",
        "\ufffe",
        "\U0001fffe",
    ),
    *(
        "@comment{x",
        "@book{y,",
        "\\catcode`\\@=11",
        "_",
        "^",
        "`",
        "``",
        "''",
        '"',
        "<<",
        ">>",
        ",,",
        "--",
        "---",
        "?`",
    ),
    *(
        "!`",
        "<i>",
        "</i>",
        "<b>x</b>",
        '<span class="nocase">z</span>',
        "\n",
        "\r\n",
        "\t",
        "  ",
        "\u00a0",
        "é",
    ),
    *(
        "e\u0301",
        "毛泽东",
        "斯大林",
        "Ж",
        "ё",
        "№",
        "and",
        "others",
        " and ",
        "=",
        "a = {b}",
        ",",
        ";",
        "|",
        "[",
        "]",
    ),
    *(
        "(",
        ")",
        "*",
        "'",
        "\\relax",
        "\\par",
        "\\begin{x}",
        "\\iffalse",
        "\\fi",
        "\\csname",
        "\\expandafter",
        "\\def\\a{",
    ),
    *(
        "\\string",
        "xdata=a-b",
        "null",
        "-1",
        "1e9",
        "\\noopsort{x}",
        "{\\noopsort{X}y}",
        "given=x",
        "family = y",
    ),
    *("word", "Red", "war ", "x", " ") * 8,
]
_TEXTS = (
    "title container-title collection-title original-title title-short volume issue number edition page section "
    "publisher publisher-place genre note abstract keyword archive archive_collection archive_location "
    "archive-place call-number DOI URL ISBN ISSN event-title event-place status version medium source part "
    "volume-title language"
).split()


def library(seed: int, size: int) -> list[dict[str, Any]]:
    """*size* items of all types whose texts are made of hostile fragments."""
    chance = random.Random(seed)

    def text() -> str:
        return "".join(chance.choice(FRAGMENTS) for _ in range(chance.randint(1, 9)))

    def name() -> dict[str, str]:
        shapes: list[dict[str, str]] = [
            {"literal": text()},
            {"family": text()},
            {"family": text(), "given": text()},
            {"family": text(), "given": text(), "suffix": "Jr", "non-dropping-particle": "van"},
        ]
        return chance.choice(shapes)

    def date() -> dict[str, Any]:
        parts = [
            [[1950, chance.randint(1, 12)]],
            [[1950], [1951]],
            [[-44, 3, 15]],
            [[1950, 2, 31]],
            [[12345]],
        ]
        return chance.choice([{"literal": text()}, {"date-parts": chance.choice(parts)}])

    items: list[dict[str, Any]] = []
    types = sorted(WRITTEN)
    for number in range(size):
        item: dict[str, Any] = {"id": f"k{number}", "type": types[number % len(types)]}
        item |= {variable: text() for variable in chance.sample(_TEXTS, 9)}
        for variable in chance.sample(["author", "editor", "translator", "recipient"], 2):
            item[variable] = [name() for _ in range(chance.randint(1, 2))]
        item |= {variable: date() for variable in ("issued", "original-date") if chance.random() < 0.6}
        if chance.random() < 0.5:
            item["custom"] = {"original-container-title": text(), "translated-title": text()}
        items.append(item)
    return items
