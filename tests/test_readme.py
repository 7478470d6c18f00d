"""What README and the tutorial show is what the commands print.

``python tests/test_readme.py`` puts into them what the commands print now.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs/tutorial.md")
BLOCK = re.compile(r"```console\n(?P<lines>(?:.*\n)*?)```\n")
"""Commands after "$ ", each with what it prints below it."""


def printed(command: str) -> str:
    """What *command* prints on both channels, run by a shell at the root of the project."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        command,
        shell=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        check=False,
    )
    lines = done.stdout.decode("utf-8").replace("\r\n", "\n").splitlines()
    return "".join(line.rstrip() + "\n" for line in lines)


def renewed(text: str) -> str:
    """A page with what its commands print now."""
    ROOT.joinpath("build").mkdir(exist_ok=True)
    return BLOCK.sub(lambda block: f"```console\n{_run_again(block['lines'])}```\n", text)


def _run_again(lines: str) -> str:
    commands = [line[2:] for line in lines.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_is_true(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) > 5
    assert renewed(text) == text


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
