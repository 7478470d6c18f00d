"""The document that most tests of the page look at."""

from __future__ import annotations

import pytest

from citekit import Result
from report.building import THESIS, made


@pytest.fixture(scope="session")
def thesis() -> Result:
    return made(THESIS)
