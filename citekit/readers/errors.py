"""What a reader raises where a source cannot be read at all."""

from __future__ import annotations


class ReaderError(Exception):
    """A source that cannot be read: what is wrong, where, and what the writer can do about it.

    ``message`` is one sentence that names the source; ``help`` says what to do (may be empty);
    ``line`` is the line of the source, counted from 1, where that is known.
    """

    def __init__(self, message: str, help: str = "", *, line: int | None = None) -> None:  # noqa: A002
        super().__init__(message)
        self.message = message
        self.help = help
        self.line = line

    def __str__(self) -> str:
        return self.message
