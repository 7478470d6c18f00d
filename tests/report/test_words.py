"""Values, names, dates and works in words."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.model import Date, Name
from citekit.report.archives import source_key, source_names
from citekit.report.fields import GROUPS, group_of, label_of
from citekit.report.labels import kind_name, kind_of, label
from citekit.report.values import (
    family_of,
    in_words,
    item_value,
    language_name,
    name_in_words,
    script_language,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Harmony of Foes", "Harmony of Foes"),
        (True, "yes"),
        (Date(((1950, 8, 30),)), "30 August 1950"),
        (Date(((1950, 8),)), "August 1950"),
        (Date(((1995,), (1996,))), "1995–1996"),
        (Date(((1995,),), season=4), "winter 1995"),
        (Date(((1950,),), circa=True), "about 1950"),
        (Date(literal="n.d."), "n.d."),
        (Date(((-44, 3, 15),)), "15 March 44 BC"),
        (Date(((1950, 13),)), "1950"),
        ((Name("Shen", "Zhihua"), Name("Xia", "Yafeng")), "Shen, Zhihua; Xia, Yafeng"),
    ],
)
def test_value_in_words(value: Any, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("name", "catalogue", "called"),
    [
        ({"family": "Shen", "given": "Zhihua"}, "Shen, Zhihua", "Shen"),
        ({"family": "沈", "given": "志华"}, "沈志华", "沈志华"),
        ({"family": "Shtykov"}, "Shtykov", "Shtykov"),
        ({"literal": "Politburo"}, "Politburo", "Politburo"),
        (
            {"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"},
            "de Gaulle, Charles",
            "de Gaulle",
        ),
        ({"family": "Торкунов", "given": "А. В."}, "Торкунов, А. В.", "Торкунов"),
        ({"family": "King", "given": "Martin", "suffix": "Jr."}, "King, Martin, Jr.", "King"),
    ],
)
def test_name(name: dict[str, str], catalogue: str, called: str) -> None:
    assert (name_in_words(name), family_of(name)) == (catalogue, called)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([{"family": "Chen", "given": "Jian"}], "Chen, Jian"),
        ({"date-parts": [[1950, 10]]}, "October 1950"),
        ({"issued": ["1983"]}, "issued: 1983"),
        ([{"container-title": "Wengao", "page": "2"}], "container-title: Wengao; page: 2"),
        (True, "yes"),
        (7, "7"),
    ],
)
def test_value_of_an_item(value: Any, words: str) -> None:
    assert item_value(value) == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Korean War", ""),
        ("Café", ""),
        ("朝鲜战争", "zh"),
        ("№ 5 Штыков", "ru"),
        ("朝鮮戦争の起源", "ja"),
        ("한국전쟁", "ko"),
    ],
)
def test_language_of_a_script(text: str, language: str) -> None:
    assert script_language(text) == language


@pytest.mark.parametrize(
    ("code", "name"), [("zh", "Chinese"), ("zh-Hant", "Chinese"), ("ru", "Russian"), ("xx", "xx"), ("", "")]
)
def test_name_of_a_language(code: str, name: str) -> None:
    assert language_name(code) == name


@pytest.mark.parametrize(
    ("field", "words", "group"),
    [
        ("author", "Author or sender", "people"),
        ("archive_location", "File", "kept"),
        ("custom.et-al", "And others", "people"),
        ("custom.fond-name", "Fond name", "kept"),
        ("custom.volume-title", "Volume title", "title"),
        ("custom.print", "Print", "number"),
    ],
)
def test_label_and_colour_of_a_field(field: str, words: str, group: str) -> None:
    assert (label_of(field), group_of(field)) == (words, group)
    assert group in GROUPS


TELEGRAM = {
    "type": "chapter",
    "author": [{"family": "Zhou", "given": "Enlai"}],
    "recipient": [
        {"family": "Mao", "given": "Zedong"},
        {"family": "Peng"},
        {"family": "Gao", "given": "Gang"},
    ],
    "title": "On the supply of winter clothes",
    "original-title": "关于供应冬衣",
    "original-date": {"date-parts": [[1950, 11, 7]]},
    "issued": {"date-parts": [[2003]]},
    "container-title": "Documents of the War",
    "volume": "2",
    "publisher-place": "Beijing",
    "publisher": "People's Press",
    "number": "00412",
}


def test_label_of_a_printed_telegram() -> None:
    made = label({"id": "k", **TELEGRAM})
    assert made.head == "Zhou to Mao, Peng and Gao"
    assert made.date == "7 November 1950"
    assert (made.title, made.original, made.original_lang) == (TELEGRAM["title"], "关于供应冬衣", "zh")
    assert made.source == "Documents of the War, vol. 2. Beijing: People's Press, 2003"
    assert made.number == "№ 00412"
    assert made.quoted


@pytest.mark.parametrize(
    ("item", "head", "title"),
    [
        ({**TELEGRAM, "title": "Zhou to Mao, Peng, Gao: Clothes"}, "", "Zhou to Mao, Peng, Gao: Clothes"),
        ({**TELEGRAM, "title": "", "genre": "telegram"}, "Zhou to Mao, Peng and Gao, telegram", ""),
        ({**TELEGRAM, "author": []}, "Unknown to Mao, Peng and Gao", TELEGRAM["title"]),
        ({"type": "book", "title": "T", "editor": [{"family": "Yang"}]}, "Yang (ed.)", "T"),
        (
            {"type": "book", "title": "Truman speaks", "author": [{"family": "Truman"}]},
            "Truman",
            "Truman speaks",
        ),
        ({"type": "book", "title": "T", "author": [{"family": x} for x in "ABCD"]}, "A and others", "T"),
        ({"type": "document", "archive": "РГАСПИ", "archive_collection": "Ф. 558"}, "РГАСПИ, Ф. 558", ""),
        ({"type": "webpage", "URL": "http://example.org"}, "http://example.org", ""),
        ({"type": "document"}, "k", ""),
    ],
    ids=[
        "named in title",
        "letter",
        "no sender",
        "edited",
        "book about its author",
        "many",
        "file",
        "page",
        "bare",
    ],
)
def test_head_and_title(item: dict[str, Any], head: str, title: str) -> None:
    made = label({"id": "k", **item})
    assert (made.head, made.title) == (head, title)


@pytest.mark.parametrize(
    ("item", "kind", "name"),
    [
        (TELEGRAM, "printed-document", "Document in a collection"),
        ({"type": "chapter", "title": "T"}, "chapter", "Chapter"),
        ({"type": "personal_communication"}, "personal_communication", "Unpublished letter or telegram"),
        ({"type": "post-weblog"}, "post-weblog", "Post weblog"),
        ({}, "", "Unknown"),
    ],
)
def test_kind(item: dict[str, Any], kind: str, name: str) -> None:
    assert (kind_of(item), kind_name(kind)) == (kind, name)


def test_names_of_one_archive_are_one_source() -> None:
    files = [
        {"type": "document", "archive": name} for name in ("РГАСПИ", "RGASPI", "RGASPI", "Hoover Institution")
    ]
    assert len({source_key(item) for item in files[:3]}) == 1
    assert list(source_names(files).values()) == ["RGASPI", "Hoover Institution"]


def test_a_collection_of_documents_is_a_source_and_a_journal_is_none() -> None:
    assert source_key(TELEGRAM) == source_key({**TELEGRAM, "container-title": "Documents of the War."})
    assert source_key({"type": "article-journal", "container-title": "Cold War History"}) == ""
