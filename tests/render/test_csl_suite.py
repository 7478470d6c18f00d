"""The CSL processor test suite: what passes keeps passing, what fails has a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from render.csl_suite import SUITE, Case

HERE = Path(__file__).parent
PASSING = (HERE / "csl_suite_passing.txt").read_text(encoding="utf-8").split()
FAILING = dict(
    line.split("\t", 1)
    for line in (HERE / "csl_suite_failing.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
needs_suite = pytest.mark.skipif(not SUITE.is_dir(), reason="the CSL test suite is not at hand")


@needs_suite
@pytest.mark.parametrize("name", PASSING)
def test_case(name: str) -> None:
    case = Case(name)
    assert case.run().strip() == case.expected


@needs_suite
@pytest.mark.parametrize("name", FAILING)
def test_failing_case_still_fails(name: str) -> None:
    """A case that has come to pass moves to csl_suite_passing.txt, which only grows."""
    case = Case(name)
    assert case.run().strip() != case.expected, f"{name} passes now: move it to csl_suite_passing.txt"


@needs_suite
def test_every_case_is_listed() -> None:
    assert sorted([*PASSING, *FAILING]) == sorted(path.stem for path in SUITE.glob("*.txt"))


def test_passing_cases_only_grow() -> None:
    assert len(PASSING) >= 826
    assert len(set(PASSING)) == len(PASSING)
    assert not set(PASSING) & set(FAILING)


def test_every_failing_case_has_a_reason() -> None:
    for name, reason in FAILING.items():
        assert reason.startswith(("CSL 1.0.2", "the case")), f"{name}: {reason}"
