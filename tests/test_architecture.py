"""The house keeps its shape: rows import upwards only, no circles, small files, a small public face."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for path in ROOT.glob("citekit/**/*.py"))

# docs/architecture.md: a file imports only from its own package and from rows above it.
ROWS = (
    ("model",),
    ("languages", "archives", "names"),
    ("recognise",),
    ("readers",),
    ("segment",),
    ("grammar",),
    ("match",),  # what makes two statements one work; the resolver asks it which work a short form fits
    ("resolve",),
    ("coverage",),
    ("pipeline",),
    ("library",),
    ("config",),
    ("export",),
    ("render",),
    ("rewrite",),
    ("lint", "report"),
    ("cli",),
)
ROW = {part: number for number, row in enumerate(ROWS) for part in row}
MOST_LINES = 400
TOUCH_THE_DISK = {"readers", "library", "config", "cli"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    """The row's member that *module* belongs to: "names" for citekit.names.order."""
    return [*module.split("."), ""][1]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


MODULES = {module_of(path) for path in FILES}


def imports(path: Path, *, at_start_only: bool = False) -> Iterator[str]:
    """The modules of citekit that *path* imports; *at_start_only* leaves out those inside functions."""
    nodes = top_level(tree(path)) if at_start_only else ast.walk(tree(path))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "citekit")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            if (node.module or "").split(".")[0] == "citekit":
                for alias in node.names:
                    below = f"{node.module}.{alias.name}"
                    yield below if below in MODULES else str(node.module)


def top_level(module: ast.Module) -> Iterator[ast.stmt]:
    for node in module.body:
        if isinstance(node, ast.If):  # if TYPE_CHECKING
            continue
        yield node


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_come_from_rows_above(path: Path) -> None:
    own = part_of(module_of(path))
    if own in ("", "__main__"):  # the package itself and its entry point stand over all rows
        return
    assert own in ROW, f"{path} belongs to no row of docs/architecture.md"
    for target in imports(path):
        other = part_of(target)
        if other not in ("", own):
            assert ROW[other] < ROW[own], f"{module_of(path)} may not import {target}"


def test_no_circles() -> None:
    graph = {module_of(path): set(imports(path, at_start_only=True)) - {module_of(path)} for path in FILES}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" imports ".join(error.args[1]))


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_private_modules_stay_at_home(path: Path) -> None:
    home = part_of(module_of(path))
    for target in imports(path):
        private = any(name.startswith("_") for name in target.split(".")[1:])
        assert not private or part_of(target) == home, f"{module_of(path)} uses the private {target}"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_files_hold_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_only_some_rows_touch_the_disk_or_talk(path: Path) -> None:
    if part_of(module_of(path)) in TOUCH_THE_DISK:
        return
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    called = {function.id for function in calls if isinstance(function, ast.Name)}
    assert not called & {"open", "print", "input"}, f"{module_of(path)} reads, writes or prints"


@pytest.mark.parametrize("module", sorted(MODULES - {"citekit.__main__"}))
def test_public_names_exist(module: str) -> None:
    loaded = importlib.import_module(module)
    for name in getattr(loaded, "__all__", ()):
        assert hasattr(loaded, name), f"{module}.__all__ names {name}"


def test_the_public_face_is_small() -> None:
    import citekit

    assert sorted(citekit.__all__) == ["Result", "__version__", "parse"]


def test_every_library_is_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (names for extra, names in project["optional-dependencies"].items() if extra != "dev")
    declared = [*project["dependencies"], *(name for names in extras for name in names)]
    names = {re.split(r"[<>=!~ \[]", entry)[0].lower() for entry in declared}
    packages = importlib.metadata.packages_distributions()
    imported = set()
    for path in FILES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(str(node.module).split(".")[0])
    foreign = imported - set(sys.stdlib_module_names) - {"citekit"}
    undeclared = {
        module for module in foreign if not names & {name.lower() for name in packages.get(module, names)}
    }
    assert undeclared == set()
