"""One spelling for what CSL-JSON lets one spell in several ways."""

from __future__ import annotations

from typing import Any

import pytest

from citekit.library import csl_json_in, csl_yaml_in
from citekit.library.items import normalised


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"volume": 33, "title": ""}, {"volume": "33"}),
        ({"issued": {"date-parts": [["1950", "4"]]}}, {"issued": {"date-parts": [[1950, 4]]}}),
        ({"issued": {"date-parts": [[1950, None]]}}, {"issued": {"date-parts": [[1950]]}}),
        ({"issued": {"date-parts": [[]], "literal": "n.d."}}, {"issued": {"literal": "n.d."}}),
        ({"issued": {"circa": 1, "season": "2"}}, {"issued": {"circa": True, "season": 2}}),
        ({"author": [{"family": "Mao", "given": ""}, {}]}, {"author": [{"family": "Mao"}]}),
        ({"title": "half \ud83d"}, {"title": "half \ufffd"}),
        ({"custom": {"et-al": True}}, {"custom": {"et-al": True}}),
    ],
)
def test_normalised(item: dict[str, Any], expected: dict[str, Any]) -> None:
    assert normalised(item) == expected


def test_keys_are_made_and_kept_apart() -> None:
    loaded = csl_json_in.items_of(
        [{"title": "T"}, {"id": "a", "type": "book"}, {"id": "a", "type": "map"}], "x"
    )
    assert [item["id"] for item in loaded.items] == ["item-1", "a", "a-2"]
    assert [d.code for d in loaded.diagnostics] == ["library-no-type", "library-no-key", "library-same-key"]


def test_the_head_of_a_markdown_file() -> None:
    text = "---\nreferences:\n- id: a\n  type: book\n  issued: {date-parts: [[1950]]}\n---\n\nText: more\n"
    assert [item["id"] for item in csl_yaml_in.read(text, "x.md").items] == ["a"]
