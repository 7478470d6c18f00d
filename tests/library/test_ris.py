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
            "T2  - Book\nPB  - Press\nCY  - Beijing\nDA  - in the spring\nXX  - odd\nER  -\n",
            {
                "type": "chapter",
                "author": [{"family": "Mao"}],
                "editor": [{"literal": "Central Archives"}],
                "title": "A long title",
                "container-title": "Book",
                "publisher": "Press",
                "publisher-place": "Beijing",
                "issued": {"literal": "in the spring"},
                "custom": {"ris-XX": "odd"},
            },
        ),
        (  # Zotero: of a book, SP is how long it is; of a letter, A2 is whom it is to
            "TY  - BOOK\r\nTI  - Road\r\nDA  - 2001///\r\nPY  - 2001\r\nSP  - 400\r\nER  - \r\n",
            {"type": "book", "title": "Road", "issued": {"date-parts": [[2001]]}, "number-of-pages": "400"},
        ),
        (
            "TY  - PCOMM\nAU  - Stalin\nA2  - Mao, Zedong\nDA  - 1950/10/03/\nER  - ",
            {
                "type": "personal_communication",
                "author": [{"family": "Stalin"}],
                "recipient": [{"family": "Mao", "given": "Zedong"}],
                "issued": {"date-parts": [[1950, 10, 3]]},
            },
        ),
        (  # EndNote: the year in PY, what is within it in DA
            "TY  - JOUR\nPY  - 2001\nDA  - Winter\nSP  - 1-20\nER  - \n",
            {"type": "article-journal", "issued": {"date-parts": [[2001]], "season": 4}, "page": "1-20"},
        ),
        (
            "TY  - NEWS\nPY  - 1950\nDA  - Mar 5\nER  - \n",
            {"type": "article-newspaper", "issued": {"date-parts": [[1950, 3, 5]]}},
        ),
        (
            "TY  - NEWS\nPY  - 1950\nDA  - the fifth\nER  - \n",
            {"type": "article-newspaper", "issued": {"literal": "the fifth 1950"}},
        ),
        (
            "TY  - JOUR\nDA  - 1996///Winter\nER  - \n",
            {"type": "article-journal", "issued": {"date-parts": [[1996]], "season": 4}},
        ),
        (
            "TY  - JOUR\nDA  - 1950-10-03\nER  - \n",
            {"type": "article-journal", "issued": {"date-parts": [[1950, 10, 3]]}},
        ),
        (
            "TY  - JOUR\nY1  - 1996/13/45\nER  - \n",
            {"type": "article-journal", "issued": {"literal": "1996/13/45"}},
        ),
        (  # CNKI
            "TY  - THES\nAU  - 沈志华\nA3  - 李丹慧\nTI  - 论\nER  -",
            {
                "type": "thesis",
                "author": [{"family": "沈", "given": "志华"}],
                "contributor": [{"family": "李", "given": "丹慧"}],
                "title": "论",
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
