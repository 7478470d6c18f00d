"""The wheel has everything: installed beside nothing but its dependencies, it parses the example."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


def run(*command: object, env: dict[str, str] | None = None, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, env=env, cwd=cwd
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q", "-w", folder, ROOT)
    (built,) = folder.glob("citekit-*.whl")
    return built


def test_tables_are_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    listed = run("git", "ls-files", "citekit", cwd=ROOT).splitlines()
    listed += [f"citekit/{name}" for name in run("git", "ls-files", "styles", cwd=ROOT).splitlines()]
    assert [name for name in listed if name not in packed] == []


def test_it_parses_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv")
    python = tmp_path / "venv/bin/python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", site, wheel)
    # The dependencies are those of this environment; citekit itself is linked there, not copied.
    env = {**os.environ, "PYTHONPATH": sysconfig.get_path("purelib")}
    where = run(python, "-c", "import citekit; print(citekit.__file__)", env=env, cwd=tmp_path)
    assert where.startswith(str(tmp_path))
    out = run(python, "-m", "citekit", "parse", ROOT / "examples/chapter.md", env=env, cwd=tmp_path)
    assert len(json.loads(out)) > 10
    (tmp_path / "works.json").write_text(out, encoding="utf-8")
    styles = run(python, "-m", "citekit", "styles", "list", env=env, cwd=tmp_path).splitlines()
    assert len(styles) == len(list(ROOT.glob("styles/*.csl")))
    own = styles[0].split("\t")[0]
    works = run(python, "-m", "citekit", "render", "works.json", "--style", own, env=env, cwd=tmp_path)
    assert len(works.splitlines()) == len(json.loads(out))
