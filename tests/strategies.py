"""Libraries of every shape for property tests: CSL-JSON items with hostile texts among them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from citekit.library.bib.types import WRITTEN
from citekit.library.items import DATES, NAMES, normalised

TITLES = [
    "Mao Zedong, Stalin, and the Korean War",
    "毛泽东，斯大林与朝鲜战争",
    "Сталин и Мао: «телеграмма» № 3410",
    "Editorial Board of \"Russian Archives\" -- a 'first' ``edition''",
    "100 % & #1_a^b~c $5 {x} \\input{/etc/passwd}",
    "} , author = {Nobody",
    "{{{ never closed",
    "\\end{document} \\write18{rm}",
    "a  b\tc\nd",
    "<<quoted>> ,,low'' ?`",
    "\u200fright to left\u202e",
    "nul \x00 and \x1b[31m",
    "e\u0301 \ud800 \ufffe",
    "Smith and Jones and others",
    "and",
    "@comment{x",
    "83-85",
    "№16012",
    "-",
    '"',
    "= a, b = {c}",
    "null",
    "On <i>Red & White</i> 10<sup>2</sup> <b>open",
    '<i>a</i> {<span class="nocase">b</span>',
]
texts = st.one_of(
    st.sampled_from(TITLES),
    st.text(alphabet="abZ 毛Ж\\{}$&#%_^~`'\"-,.=@<>№–\u00a0\n\té", min_size=1, max_size=24),
    st.text(min_size=1, max_size=12),
)
name = st.one_of(
    st.fixed_dictionaries({"literal": texts}),
    st.fixed_dictionaries(
        {
            "family": st.one_of(
                st.sampled_from(["Shen", "van Gogh", "沈", "de la Cruz", "Kim Il Sung", "x"]), texts
            )
        },
        optional={
            "given": st.one_of(st.sampled_from(["Zhihua", "志华", "И. И.", "and", "bell"]), texts),
            "suffix": st.sampled_from(["Jr", "III", "jr."]),
            "dropping-particle": st.sampled_from(["von", "De", "de la"]),
            "non-dropping-particle": st.sampled_from(["van", "Van der", "al-"]),
        },
    ),
)
point = st.one_of(
    st.tuples(st.integers(1, 2100)),
    st.tuples(st.integers(-500, 2100), st.integers(1, 12)),
    st.tuples(st.integers(1800, 2100), st.integers(1, 12), st.integers(1, 28)),
).map(list)
date = st.one_of(
    st.fixed_dictionaries(
        {"date-parts": st.lists(point, min_size=1, max_size=2)},
        optional={"circa": st.just(True), "season": st.integers(1, 4), "literal": texts},
    ),
    st.fixed_dictionaries({"literal": texts}),
)
TEXTS = (
    "title container-title collection-title original-title title-short volume issue number edition page "
    "section publisher publisher-place genre note abstract keyword archive archive_collection "
    "archive_location archive-place call-number DOI URL ISBN ISSN event-title event-place status version "
    "medium source part scale"
).split()
custom = st.fixed_dictionaries(
    {},
    optional={
        "original-container-title": texts,
        "translated-title": texts,
        "archive_id": texts,
        "conflicts": st.dictionaries(
            st.sampled_from(["issued", "volume"]), st.lists(texts, min_size=1, max_size=2)
        ),
        "also_in": st.lists(st.fixed_dictionaries({"container-title": texts}), max_size=1),
        "et-al": st.just(True),
        "howpublished": texts,
        "year": texts,
        "zotero key": texts,
    },
)


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    """A normalised item of any type."""
    fields: dict[str, Any] = {
        "id": draw(st.from_regex(r"[a-z]{1,8}[0-9]{4}", fullmatch=True)),
        "type": draw(st.sampled_from(sorted(WRITTEN))),
    }
    for variable in draw(st.lists(st.sampled_from(TEXTS), max_size=6, unique=True)):
        fields[variable] = draw(texts)
    for variable in draw(st.lists(st.sampled_from(sorted(NAMES)), max_size=3, unique=True)):
        fields[variable] = draw(st.lists(name, min_size=1, max_size=3))
    for variable in draw(st.lists(st.sampled_from(sorted(DATES)), max_size=2, unique=True)):
        fields[variable] = draw(date)
    if draw(st.booleans()):
        fields["language"] = draw(st.sampled_from(["en", "zh", "ru", "en-US", "zh-CN", "tlh"]))
    if draw(st.booleans()):
        fields["custom"] = draw(custom)
    return normalised(fields)


libraries = st.lists(items(), max_size=3, unique_by=lambda item: item["id"])
