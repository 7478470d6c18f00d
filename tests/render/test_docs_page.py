"""The page of examples shows what the styles print now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "styles"


def test_examples_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("build_examples", PAGES / "build_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.page()
    assert made == (PAGES / "examples.md").read_text(encoding="utf-8"), "run docs/styles/build_examples.py"
