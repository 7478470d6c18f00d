"""Reading .bib files as others write them."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.library import bib_in


def one(entry: str) -> dict[str, Any]:
    (item,) = bib_in.read(entry, "refs.bib").items
    return {key: value for key, value in item.items() if key != "id"}


@pytest.mark.parametrize(
    ("entry", "item"),
    [
        (
            '@article{a, author={Shen, Zhihua and {Editorial Board}}, title={{China} and "the" {S}oviets},'
            " journal={Cold War History}, volume=33, number={2}, pages={211--30}, year=2010, month=apr}",
            {
                "type": "article-journal",
                "author": [{"family": "Shen", "given": "Zhihua"}, {"literal": "Editorial Board"}],
                "title": 'China and "the" Soviets',
                "container-title": "Cold War History",
                "volume": "33",
                "issue": "2",
                "page": "211-30",
                "issued": {"date-parts": [[2010, 4]]},
            },
        ),
        (
            '@phdthesis{a, author = "Ludwig van Beethoven and others", school = "Bonn", year = 1790}',
            {
                "type": "thesis",
                "author": [{"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}],
                "custom": {"et-al": True},
                "publisher": "Bonn",
                "issued": {"date-parts": [[1790]]},
            },
        ),
        (
            "@book{a, editor={Иванов, И. И.}, title={Книга}, address={М.},"
            " publisher={Наука}, year={1950--1953}}",
            {
                "type": "book",
                "editor": [{"family": "Иванов", "given": "И. И."}],
                "title": "Книга",
                "publisher-place": "М.",
                "publisher": "Наука",
                "issued": {"date-parts": [[1950], [1953]]},
            },
        ),
        (
            "@incollection{a, author={family=Gogh, given=Vincent, prefix=van, useprefix=false}, title={T},"
            " booktitle={B}, date={1950-10~}, urldate={2020-01-02}, langid={russian}}",
            {
                "type": "chapter",
                "author": [{"family": "Gogh", "given": "Vincent", "dropping-particle": "van"}],
                "title": "T",
                "container-title": "B",
                "issued": {"date-parts": [[1950, 10]], "circa": True},
                "accessed": {"date-parts": [[2020, 1, 2]]},
                "language": "ru",
            },
        ),
        (
            "@online{a, title={T}, url={http://x.org/a_b%20c#d},"
            " doi={https://doi.org/10.1000/x_y}, year={forthcoming}}",
            {
                "type": "webpage",
                "title": "T",
                "URL": "http://x.org/a_b%20c#d",
                "DOI": "10.1000/x_y",
                "issued": {"literal": "forthcoming"},
            },
        ),
        (
            "@misc{a, title={T}, howpublished={Typescript}, file={/home/x.pdf}}",
            {
                "type": "document",
                "title": "T",
                "custom": {"howpublished": "Typescript", "file": "/home/x.pdf"},
            },
        ),
        (
            "@article{a, entrysubtype={newspaper}, title={T}, journaltitle={Pravda},"
            " date={1950-10-03/1950-10-05}}",
            {
                "type": "article-newspaper",
                "title": "T",
                "container-title": "Pravda",
                "issued": {"date-parts": [[1950, 10, 3], [1950, 10, 5]]},
            },
        ),
    ],
)
def test_entries(entry: str, item: dict[str, Any]) -> None:
    assert one(entry) == item


def test_strings_and_crossref() -> None:
    text = """
    @string{cup = "Columbia University Press"}
    @incollection{part, author = {Chen Jian}, title = {Road}, crossref = {whole}}
    @collection{whole, title = {Roads}, editor = {A. B. Cee}, publisher = cup, date = {1994}}
    """
    part, whole = bib_in.read(text, "refs.bib").items
    assert part["container-title"] == "Roads"
    assert part["publisher"] == whole["publisher"] == "Columbia University Press"
    assert part["editor"] == [{"family": "Cee", "given": "A. B."}]


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        ("@book{a, title={T}}\n\n@book{b, title={U", "library-broken-entry", 1),
        ("@book{a, title={T}}\n@book{a, title={U}}", "library-same-key", 2),
        ("@book{a, title={T}, title={U}}", "library-same-field", 1),
        ("@dossier{a, title={T}}", "library-unknown-type", 1),
    ],
)
def test_what_is_strange_is_told_with_its_line(text: str, code: str, count: int) -> None:
    loaded = bib_in.read(text, "refs.bib")
    assert len(loaded.items) == count
    assert [d.code for d in loaded.diagnostics] == [code]
    assert loaded.diagnostics[0].line is not None
    assert len({item["id"] for item in loaded.items}) == count
