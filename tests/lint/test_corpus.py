"""The two documents of the corpus: every finding has a verdict, and the faults an editor found are found."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from citekit import parse
from citekit.lint import Finding, check

HERE = Path(__file__).parent
CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
DOCUMENTS = ("thesis", "jcs-article")
MOST_FALSE = 0.10
LEAST_FOUND = {"thesis": 0.85, "jcs-article": 0.65}

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus beside the project")


def rows(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(
        csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


@cache
def findings(document: str) -> list[Finding]:
    return check(parse(CORPUS / f"{document}.md"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_finding_has_its_verdict(document: str) -> None:
    judged = {(r["note"], r["line"], r["column"], r["code"]) for r in rows(f"verdicts_{document}.tsv")}
    found = {(f.place.note or "", str(f.place.line), str(f.place.column), f.code) for f in findings(document)}
    assert found - judged == set(), "findings without a verdict"
    assert judged - found == set(), "verdicts without a finding"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_few_false_alarms(document: str) -> None:
    table = rows(f"verdicts_{document}.tsv")
    assert {row["verdict"] for row in table} <= {"right", "false"}
    assert all(row["why"] for row in table)
    false = sum(row["verdict"] == "false" for row in table)
    assert false <= MOST_FALSE * len(table)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_faults_of_the_editor_are_found(document: str) -> None:
    table = rows(f"faults_{document}.tsv")
    found = {(f.code, place.note or "") for f in findings(document) for place in (f.place, *f.others)}
    stated = [row for row in table if row["code"] != "-"]
    assert [row for row in stated if (row["code"], row["note"]) not in found] == []
    assert len(stated) >= LEAST_FOUND[document] * len(table)
