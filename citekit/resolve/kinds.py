"""The kind of work that a back reference names: 前引书 is a book, 前引文 an article, a thesis or a part."""

from __future__ import annotations

from citekit.match.identity import Facts

KIND_MEANT = "custom.kind-meant"
"""The field in which a grammar states it: ``"book"`` or ``"article"``.  It is taken out before linking."""

_BOOKS = frozenset({"book", "collection", "manuscript", "classic"})
_ARTICLES = frozenset(
    "article article-journal article-newspaper article-magazine paper-conference thesis speech".split()
)


def is_of_kind(work: Facts, kind: str) -> bool:
    """Whether *work* can be meant by a word for *kind*.

    A part of a book can be meant by either word, a letter by neither.
    """
    if not kind:
        return True
    if work.is_letter:
        return False
    return work.text("type") not in (_ARTICLES if kind == "book" else _BOOKS)
