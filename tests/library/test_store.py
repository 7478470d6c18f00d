"""The files of a library: whole at every moment, one run at a time, the version before kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from citekit.library import store
from citekit.library.memory import Decision, Memory
from citekit.library.store import LibraryError

OLD = [{"id": "a", "type": "book", "title": "Old " * 50}]
NEW = [{"id": "a", "type": "book", "title": "New " * 50}, {"id": "b", "type": "book", "title": "B"}]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "references.json"
    save(path, OLD, "old")
    return path


def save(path: Path, items: list[dict[str, Any]], word: str) -> bool:
    with store.opened(path) as stored:
        return store.write(stored, items, Memory(decisions=[Decision("different", word, "x")]))


def content(path: Path) -> tuple[list[Any], list[str]]:
    """The items and the decisions as the next run sees them."""
    with store.opened(path) as stored:
        return stored.items, [decision.one for decision in stored.memory.decisions]


def test_what_was_written_is_read(library: Path) -> None:
    assert content(library) == (OLD, ["old"])
    assert save(library, NEW, "new")
    assert content(library) == (NEW, ["new"])
    assert not save(library, NEW, "newer")


def test_the_version_before_is_kept(library: Path) -> None:
    before = library.read_bytes()
    save(library, NEW, "new")
    assert (library.parent / ".citekit/references.previous.json").read_bytes() == before


def test_nothing_else_is_left(library: Path) -> None:
    save(library, NEW, "new")
    assert sorted(path.name for path in library.parent.iterdir()) == [".citekit", "references.json"]
    assert sorted(path.name for path in (library.parent / ".citekit").iterdir()) == [
        "references.lock",
        "references.memory.json",
        "references.previous.json",
    ]


def killed_after(path: Path, lines: int) -> bool:
    """Write NEW in a process that dies after so many lines of the store; whether it died."""
    child = os.fork()
    if child == 0:
        left = lines

        def count(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            if frame.f_code.co_filename != store.__file__:
                return None
            if event == "line":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return count

        sys.settrace(count)
        try:
            save(path, NEW, "new")
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes")
def test_killed_at_any_line_the_library_is_old_or_new(tmp_path: Path) -> None:
    """And the memory belongs to it; whatever was left behind does not hinder the next run."""
    path = tmp_path / "references.json"
    seen = set()
    lines = 0
    died = True
    while died:
        save(path, OLD, "old")
        died = killed_after(path, lines)
        raw = json.loads(path.read_bytes())
        assert raw in (OLD, NEW), f"half a library after {lines} lines"
        items, words = content(path)
        assert items == raw
        assert words == (["new"] if items == NEW else ["old"]), f"another's memory after {lines} lines"
        assert not [p for p in tmp_path.rglob("*") if p.name.endswith((".new", ".next.json"))]
        seen.add("new" if items == NEW else "old")
        lines += 1
    assert seen == {"old", "new"}
    assert lines > 60


@pytest.mark.skipif(os.name == "nt", reason="kills processes")
def test_killed_at_any_time_the_library_is_old_or_new(tmp_path: Path) -> None:
    """A process that writes without end, killed again and again at whatever it does."""
    path = tmp_path / "references.json"
    save(path, OLD, "old")
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from tests.library.test_store import *\n"
        "print(flush=True)\n"
        "while True:\n    save(Path(sys.argv[1]), NEW, 'new'); save(Path(sys.argv[1]), OLD, 'old')\n"
    )
    for run in range(3):
        root = str(Path(__file__).parents[2])
        with subprocess.Popen(
            [sys.executable, "-c", program, str(path), root], stdout=subprocess.PIPE, cwd=root
        ) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.03 + 0.0137 * run)
            writer.kill()
        assert content(path) in ((OLD, ["old"]), (NEW, ["new"]))


def test_two_runs_at_once_do_not_meet(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with (
        store.opened(library),
        pytest.raises(LibraryError, match="in use by another run"),
        store.opened(library),
    ):
        pass
    assert content(library) == (OLD, ["old"])


def test_what_the_writer_saves_meanwhile_is_not_overwritten(library: Path) -> None:
    with store.opened(library) as stored:
        library.write_text("[]", encoding="utf-8")
        with pytest.raises(LibraryError, match="changed while"):
            store.write(stored, NEW, Memory())
    assert library.read_text(encoding="utf-8") == "[]"


def test_a_disk_that_is_full_leaves_the_library(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(LibraryError, match="No space left"):
            save(library, NEW, "new")
    assert content(library) == (OLD, ["old"])


def test_the_folder_may_be_deleted(library: Path) -> None:
    for path in (library.parent / ".citekit").iterdir():
        path.unlink()
    (library.parent / ".citekit").rmdir()
    assert content(library) == (OLD, [])


@pytest.mark.parametrize(
    "broken", ["", "{", "[1, 2]", '{"version": 1}', '{"version": 99}', '{"version": 1, "sources": 5}']
)
def test_a_broken_memory_is_none(library: Path, broken: str) -> None:
    (library.parent / ".citekit/references.memory.json").write_text(broken, encoding="utf-8")
    assert content(library) == (OLD, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[{]", "this is not JSON"),
        ('[{"id": "a", "type": "book"}, 5]', "holds something that is no reference"),
        ('{"id": "a", "type": "book"}', "holds something that is no reference"),
    ],
)
def test_what_is_no_library_is_left_alone(library: Path, text: str, message: str) -> None:
    library.write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=message):
        content(library)
    assert library.read_text(encoding="utf-8") == text


def test_a_link_stays_a_link(library: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(library)
    save(link, NEW, "new")
    assert link.is_symlink()
    assert content(library) == (NEW, ["new"])


def test_what_the_writer_wrote_stays_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(
        '[{"type": "book", "id": "a", "volume": 33, "x": "", "author": [{"family": "A", "given": ""}]}]'
    )
    items, _ = content(path)
    assert items == [
        {"id": "a", "type": "book", "volume": 33, "x": "", "author": [{"family": "A", "given": ""}]}
    ]
