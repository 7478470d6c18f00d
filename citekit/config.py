"""``citekit.toml``: what a writer sets for a thesis, checked, and handed to the tables that it extends.

The file stands in the folder of the thesis; every command looks for it in the working folder and those above.
:data:`SCHEMA` names every key; docs/configuration.md describes them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from citekit.readers import ReaderError

NAME = "citekit.toml"

SCHEMA: dict[str, str] = {
    "library": "text",
    "documents": "list of texts",
    "citekey": "text",
    "style": "text",
    "locale": "text",
    "repository": "list of tables",
    "names": "table",
    "words": "table",
    "lint": "table",
}
"""The keys at the top of the file and the kind of their values."""

REPOSITORY = ("code", "names", "place", "kind")
LINT = ("select", "ignore")


class ConfigError(ReaderError):
    """``citekit.toml`` cannot be used: which key, what is wrong with it, what is right."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a thesis; without a file those that hold by themselves.

    ``folder`` is where the file stands: paths in it count from there.  ``documents`` are what ``citekit
    update`` reads, ``lint`` the options of that command by name.
    """

    folder: Path
    path: Path | None = None
    library: str = "references.json"
    documents: tuple[str, ...] = ()
    citekey: str = ""
    style: str = ""
    locale: str = ""
    repositories: tuple[Mapping[str, Any], ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lint: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def library_path(self) -> Path:
        """The file of the library."""
        return self.folder / self.library


def find(start: Path) -> Path | None:
    """The ``citekit.toml`` of *start* or the nearest folder above it."""
    folder = start.absolute()
    return next((path for f in (folder, *folder.parents) if (path := f / NAME).is_file()), None)


def load(path: Path) -> Config:
    """The settings in the file *path*.

    Raises:
        ConfigError: it cannot be read, is no TOML, or has a key or value that is not known.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path} is not in UTF-8", "Save it again in that encoding.") from None
    return read(text, path)


def read(text: str, path: Path) -> Config:
    """The settings in *text*, the content of the file *path*.

    Raises:
        ConfigError: it is no TOML, or has a key or value that is not known.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}", 'A line of it is: key = "value".') from None
    where = f"{path}: "
    _check_keys(where, "", data, SCHEMA)
    for key, value in data.items():
        _check_kind(where, key, value, SCHEMA[key])
    library = data.get("library", "references.json")
    if not library.endswith(".json"):
        raise ConfigError(
            f"{where}library = “{library}” must be a .json file",
            "The library is CSL-JSON; citekit export writes it as .bib.",
        )
    return Config(
        path.parent,
        path,
        library,
        tuple(data.get("documents", ())),
        _citekey(where, data.get("citekey", "")),
        data.get("style", ""),
        data.get("locale", ""),
        _repositories(where, data.get("repository", [])),
        _names(where, data.get("names", {})),
        _words(where, data.get("words", {})),
        _lint(where, data.get("lint", {})),
    )


def apply(config: Config) -> None:
    """Let the repositories, names, words and the pattern of citekeys of *config* count in this process.

    Raises:
        ConfigError: a repository is no repository, or words come after documents have been read.
    """
    from citekit.match import citekeys

    citekeys.use_pattern(config.citekey)
    if config.repositories:
        from citekit import archives

        try:
            archives.extend(config.repositories)
        except ValueError as error:
            raise ConfigError(f"{config.path}: {error}") from None
    if config.names:
        from citekit import names

        for table, lines in config.names.items():
            names.extend(table, lines)  # type: ignore[arg-type]  # _names has checked it
    if config.words:
        from citekit.languages import extension

        for language, added in config.words.items():
            try:
                extension.extend(language, added)
            except RuntimeError as error:
                raise ConfigError(f"{config.path}: words.{language}: {error}") from None


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of *known* that *word* is most probably a slip for; None where none is like it."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, list(known), scorer=OSA.normalized_similarity, score_cutoff=0.5)
    return str(found[0]) if found else None


def _check_keys(where: str, table: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse keys that are not known, each with the nearest known one."""
    listed = list(known)
    unknown = [key for key in given if key not in listed]
    if not unknown:
        return
    said = []
    for key in unknown:
        near = nearest(key, listed)
        said.append(f"“{key}”" + (f" (do you mean “{near}”?)" if near else ""))
    place = f" in [{table}]" if table else ""
    raise ConfigError(f"{where}unknown{place}: {', '.join(said)}", f"Known: {', '.join(listed)}.")


def _check_kind(where: str, key: str, value: Any, kind: str) -> None:
    right = {
        "text": isinstance(value, str),
        "list of texts": _is_texts(value),
        "table": isinstance(value, dict),
        "list of tables": isinstance(value, list) and all(isinstance(one, dict) for one in value),
    }[kind]
    if not right:
        example = {
            "text": f'{key} = "text"',
            "list of texts": f'{key} = ["one", "two"]',
            "table": f"[{key}]",
            "list of tables": f"[[{key}]]",
        }[kind]
        raise ConfigError(f"{where}{key} must be a {kind}", f"Write it so: {example}")


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _citekey(where: str, pattern: str) -> str:
    from citekit.match.citekeys import PATTERN_FIELDS, pattern_fields

    try:
        fields = pattern_fields(pattern)
    except ValueError as error:
        raise ConfigError(f"{where}citekey: {error}", 'An example: "{family}{year}{title}".') from None
    _check_keys(where, "citekey", fields, PATTERN_FIELDS)
    return pattern


def _repositories(where: str, tables: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    for table in tables:
        _check_keys(where, "[repository]", table, REPOSITORY)
    return tuple(tables)


def _names(where: str, tables: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    from citekit.names.tables import TableName

    _check_keys(where, "names", tables, get_args(TableName))
    for table, lines in tables.items():
        _check_kind(where, f"names.{table}", lines, "list of texts")
    return {table: tuple(lines) for table, lines in tables.items()}


def _words(where: str, languages: dict[str, Any]) -> dict[str, dict[str, Any]]:
    from citekit.languages.extension import LANGUAGES, tables

    _check_keys(where, "words", languages, LANGUAGES)
    for language, added in languages.items():
        place = f"words.{language}"
        _check_kind(where, place, added, "table")
        known = tables(language)
        _check_keys(where, place, added, known)
        for table, words in added.items():
            _check_words(where, f"{place}.{table}", words, known[table])
    return languages


def _check_words(where: str, place: str, words: Any, kind: str) -> None:
    if kind == "list":
        _check_kind(where, place, words, "list of texts")
        return
    meaning = str if kind == "words" else int
    if not isinstance(words, dict) or not all(isinstance(value, meaning) for value in words.values()):
        example = '{ "word" = "meaning" }' if kind == "words" else '{ "word" = 1 }'
        raise ConfigError(f"{where}{place} must be a table of {kind}", f"Write it so: {example}")


def _lint(where: str, options: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    _check_keys(where, "lint", options, LINT)
    for name, value in options.items():
        _check_kind(where, f"lint.{name}", value, "list of texts")
    return {name: tuple(value) for name, value in options.items()}
