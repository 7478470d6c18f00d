"""What tests of several rows share."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

settings.register_profile("citekit", deadline=None)  # a busy machine is no failure
settings.load_profile("citekit")


@dataclass(frozen=True)
class Run:
    """How a command ended: exit code, data, talk."""

    code: int
    out: str
    err: str


@pytest.fixture
def citekit(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """``citekit(*arguments, stdin=b"")`` in this process, with everything it wrote."""
    from citekit.cli import cli
    from citekit.cli._guard import guarded

    def run(*arguments: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            guarded(cli, [str(argument) for argument in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Run(int(left.value.code or 0), out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def process() -> Callable[..., Run]:
    """The same in a process of its own, as a shell starts it."""

    def run(*arguments: object, stdin: bytes = b"") -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "citekit", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=120,
            cwd=ROOT,
            check=False,
        )
        return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
