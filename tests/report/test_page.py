"""What stands on the page: every note whole, everything escaped, links both ways, nothing from the network."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from citekit import Result
from citekit.lint import Finding, Place
from citekit.model import Diagnostic, Span
from citekit.report import page
from citekit.report.page import page_values
from citekit.report.runs import fields_of, stretches_of
from citekit.report.views import NoteView
from report.building import THESIS, made

EVIL = "<script>alert(1)</script>"


def tree(result: Result, *findings: Finding) -> Any:
    return html.document_fromstring(page(result, findings))


def note(result: Result, n: str, *findings: Finding) -> NoteView:
    values = page_values(result, findings)
    return next(view for view in (*values["notes"], *values["entries"]) if view.n == n)


def find(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path))


def by_class(root: Any, name: str) -> list[Any]:
    return find(root, f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def test_every_note_stands_whole(thesis: Result) -> None:
    shown = [element.text_content() for element in by_class(tree(thesis), "text")]
    assert shown == [read.note.text for read in thesis.notes]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80))
def test_runs_lose_nothing(text: str) -> None:
    (read,) = made({"1": text}).notes
    stretches = stretches_of(read, fields_of(read), [Span(2, 5)])
    assert "".join(run.text for stretch in stretches for run in stretch.runs) == text


def test_runs_know_their_fields() -> None:
    view = note(made(THESIS), "1")
    runs = {run.text: run for stretch in view.stretches for run in stretch.runs}
    assert [view.fields[at].name for at in runs["Chen Jian"].fields] == ["author"]
    assert runs["Chen Jian"].group == "people"
    assert runs["1994"].group == "date"
    assert runs["121"].group == "pages"
    assert runs["New York"].classes == "f g-imprint"


def test_the_narrowest_field_gives_the_colour() -> None:
    """Sender, recipient and title of a printed document all stand in its heading; the date stands within it."""
    text = '"№00412 Zhou to Mao: Winter clothes (November 7, 1950)", Documents of the War (Beijing: People\'s Press, 2003), 12.'
    view = note(made({"1": text}), "1")
    runs = {run.text: run for stretch in view.stretches for run in stretch.runs}
    assert runs["Zhou to Mao: Winter clothes"].group == "title"
    assert {view.fields[at].name for at in runs["Zhou to Mao: Winter clothes"].fields} >= {
        "author",
        "recipient",
        "title",
    }
    assert runs["November 7, 1950"].group == "date"


def test_what_is_concluded_from_the_whole_colours_no_word() -> None:
    text = "Zhou to Peng, 11 March 1951 telegram, cited in Wang Yan, ed., Peng nianpu (Beijing: People's Press, 1998), 4."
    view = note(made({"1": text}), "1")
    runs = {run.text.strip(" ,"): run for stretch in view.stretches for run in stretch.runs}
    assert (runs["ed."].kind, runs["ed."].classes) == ("connective", "c")
    assert all({view.fields[at].name for at in run.fields} - {"type"} for run in runs.values() if run.fields)


def test_values_that_are_not_what_is_printed_are_said(thesis: Result) -> None:
    values = {entry.name: entry.value for entry in note(thesis, "3").fields}
    assert values["archive"] == ""
    assert values["original-date"] == ""
    assert {entry.name: entry.value for entry in note(thesis, "1").fields}["author"] == "Chen, Jian"


def test_citations_name_their_work(thesis: Result) -> None:
    one, other = note(thesis, "6").cites
    assert (one.form, one.signal, one.locator) == ("short", "see", "p. 173")
    assert one.label is not None
    assert one.label.head == "Chen, Jian"
    assert other.anchor.startswith("work-rgaspi")


def test_an_open_citation_says_so(thesis: Result) -> None:
    view = note(thesis, "7")
    assert [(cite.anchor, cite.label) for cite in view.cites] == [("", None)]
    assert {"open", "doubtful"} <= set(view.facets.states)
    assert "No work found" in by_class(tree(thesis), "ref")[-2].text_content()


@pytest.mark.parametrize(
    ("n", "states"),
    [("3", set()), ("4", {"repeated"}), ("8", set()), ("B1", {"repeated"})],
)
def test_states(thesis: Result, n: str, states: set[str]) -> None:
    assert set(note(thesis, n).facets.states) - {"findings"} == states


def test_words_that_are_not_understood_are_marked() -> None:
    view = note(made({"1": "Ann Roe, The War (London: Press, 1994), qwrtz zz, 12."}), "1")
    left = [run.text for stretch in view.stretches for run in stretch.runs if run.kind == "residue"]
    assert left == ["qwrtz", "zz"]
    assert {"leftover", "doubtful"} <= set(view.facets.states)


def test_works_and_notes_link_to_each_other(thesis: Result) -> None:
    root = tree(thesis)
    ids = find(root, "//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in find(root, "//a/@href")}
    assert targets <= set(ids)
    (file,) = find(root, "//article[starts-with(@id, 'work-rgaspi')]")
    assert [link.get("href") for link in find(file, ".//p[@class='cited']/a")] == ["#note-4", "#note-6"]


def test_notes_of_one_number_have_places_of_their_own() -> None:
    result = made(THESIS)
    twice = replace(result, notes=(*result.notes[:2], result.notes[0]))
    assert [view.anchor for view in page_values(twice)["notes"]] == ["note-1", "note-2", "note-1-2"]


def finding(n: str | None, *others: str, span: Span | None = None) -> Finding:
    return Finding(
        "spelling", "Spelt otherwise elsewhere.", Place(n, span), "Use one.", tuple(map(Place, others))
    )


def test_a_finding_links_to_the_notes_it_compares(thesis: Result) -> None:
    found = finding("1", "2", "B1", span=Span(0, 4))
    (own,) = note(thesis, "1", found).findings
    assert (own.words, [link.text for link in own.others]) == ("Chen", ["2", "B1"])
    assert note(thesis, "2", found).findings == ()
    assert [link.anchor for link in note(thesis, "2", found).compared] == ["note-1"]
    flagged = [run.text for s in note(thesis, "1", found).stretches for run in s.runs if run.flagged]
    assert "".join(flagged) == "Chen"
    assert page_values(thesis, [found])["figures"].findings == page_values(thesis)["figures"].findings + 1


def test_only_some_of_many_places_are_linked(thesis: Result) -> None:
    found = finding("1", *map(str, range(2, 40)))
    (own,) = note(thesis, "1", found).findings
    assert (len(own.others), own.others[-1].text) == (9, "30 more")
    assert note(thesis, "2", found).compared == ()


def test_findings_on_the_text_stand_apart(thesis: Result) -> None:
    values = page_values(thesis, [finding(None)])
    assert [view.code for view in values["general"]] == ["spelling"]


def test_what_parser_and_lint_both_find_stands_once(thesis: Result) -> None:
    said = replace(thesis, diagnostics=(Diagnostic("spelling", "Spelt otherwise.", note="1"),))
    assert len(note(said, "1", finding("1")).findings) == 1


def test_filters_count_what_they_leave(thesis: Result) -> None:
    options = page_values(thesis)["note_filters"]
    assert {option.key: option.count for option in options.languages} == {"en": 4, "zh": 1, "ru": 2}
    assert {option.label: option.count for option in options.states}["No work found"] == 1
    assert options.archives[0].label == "РГАСПИ"


def test_possible_duplicates_are_nominated_with_evidence() -> None:
    result = made(
        {
            "1": "Shtykov to Stalin, 30 August 1950 telegram, APRF, f. 45, op. 1, d. 347, ll. 12–13.",
            "2": "Stykov to Stalin, 30 August 1950 telegram, in Documents of the War (Beijing: Press, 2003), p. 5.",
        }
    )
    values = page_values(result)
    if len(values["works"]) == 2:
        one, other = values["works"]
        assert one.likenesses[0].link.anchor == other.anchor
        assert "nominated" in values["notes"][0].facets.states


@pytest.mark.parametrize("place", ["note", "title", "name", "finding", "number"])
def test_markup_is_text(place: str) -> None:
    texts = {
        "title": f"Ann {EVIL} Roe, The {EVIL} War (London: Press, 1994), 12.",
        "note": f'See "{EVIL}" & <b>others</b> <img src=x onerror=alert(1)>.',
    }
    text = texts.get(place, texts["note"])
    n = f'1"{EVIL}' if place == "number" else "1"
    result = made({n: text}, name=f"{EVIL}.md" if place == "name" else "thesis.md")
    found = [Finding(EVIL, EVIL, Place(n), EVIL)] if place == "finding" else []
    source = page(result, found)
    root = html.document_fromstring(source)
    assert len(find(root, "//script")) == 3
    assert find(root, "//img | //b") == []
    assert by_class(root, "text")[0].text_content() == text
    assert json.loads(find(root, "//script[@id='data']")[0].text)["notes"] is not None


def test_the_data_are_inside_and_cannot_end_their_element() -> None:
    source = page(made({"1": "Ann Roe, The </script><!-- War (London: Press, 1994), 12."}))
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', source, re.DOTALL)
    assert data is not None
    assert any("War" in str(values) for values in json.loads(data[1])["works"].values())


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(thesis: Result) -> None:
    source = page(thesis)
    policy = html.document_fromstring(source).xpath("//meta[@http-equiv]/@content")[0]
    for element in re.findall(r"<style>(.*?)</style>|<script>(.*?)</script>", source, re.DOTALL):
        digest = hashlib.sha256("".join(element).encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none'")


def test_nothing_comes_from_the_network(thesis: Result) -> None:
    root = tree(thesis)
    assert find(root, "//@src | //link | //@style | //@onclick") == []
    assert all(link.startswith("#") for link in find(root, "//@href"))
    assert "url(" not in find(root, "//style")[0].text


def test_headings_go_down_step_by_step(thesis: Result) -> None:
    levels = [int(element.tag[1]) for element in find(tree(thesis), "//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_controls_have_names(thesis: Result) -> None:
    for control in find(tree(thesis), "//select | //input | //button"):
        named = (
            control.get("aria-label") or control.text_content().strip() or find(control, "ancestor::label")
        )
        assert named, html.tostring(control)


def test_a_document_without_notes_is_said_to_have_none() -> None:
    root = tree(made({}))
    assert "no notes" in root.text_content()
    assert by_class(root, "note") == []


def test_the_page_is_always_the_same(thesis: Result) -> None:
    assert page(thesis) == page(thesis)
