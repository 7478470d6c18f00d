"""What stops a rewriting."""

from __future__ import annotations


class RewriteError(Exception):
    """The document cannot be rewritten as asked; ``help`` says what to do."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002
        super().__init__(message)
        self.help = help
