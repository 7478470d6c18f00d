"""Reading RIS as catalogues write it."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.library import ris_in


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (
            "TY  - JOUR\nA1  - Shen, Zhihua\nT1  - China and the Dispatch\n"
            "JF  - Journal of Strategic Studies\n"
            "VL  - 33\nIS  - 2\nSP  - 211\nEP  - 230\nPY  - 2010/04/01/\nSN  - 0140-2390\nER  - \n",
            {
                "type": "article-journal",
                "author": [{"family": "Shen", "given": "Zhihua"}],
                "title": "China and the Dispatch",
                "container-title": "Journal of Strategic Studies",
                "volume": "33",
                "issue": "2",
                "page": "211-230",
                "issued": {"date-parts": [[2010, 4, 1]]},
                "ISSN": "0140-2390",
            },
        ),
        (
            "Provider: x\n\nTY  - CHAP\nAU  - Mao\nED  - Central Archives\nTI  - A long\n  title\n"
            "T2  - Book\nPB  - Press\nCY  - Beijing\nDA  - spring 1950\nXX  - odd\nER  -\n",
            {
                "type": "chapter",
                "author": [{"family": "Mao"}],
                "editor": [{"literal": "Central Archives"}],
                "title": "A long title",
                "container-title": "Book",
                "publisher": "Press",
                "publisher-place": "Beijing",
                "issued": {"literal": "spring 1950"},
                "custom": {"ris-XX": "odd"},
            },
        ),
    ],
)
def test_records(text: str, item: dict[str, Any]) -> None:
    (read,) = ris_in.read(text, "refs.ris").items
    assert {key: value for key, value in read.items() if key != "id"} == item


def test_an_open_record_is_told() -> None:
    loaded = ris_in.read("TY  - BOOK\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - \n", "refs.ris")
    assert [item["title"] for item in loaded.items] == ["One", "Two"]
    assert [(d.code, d.line) for d in loaded.diagnostics] == [("library-open-record", 1)]
