"""The public face of rendering: a style, works, and the notes and bibliography they give.

>>> processor = Processor("chicago-notes-archival", works)           # doctest: +SKIP
>>> processor.cite([{"items": [{"id": "mao-1950", "locator": "44"}], "noteIndex": 1}])   # doctest: +SKIP
['Mao Zedong to Stalin, telegram, October 2, 1950, ...']
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from citekit.model import Diagnostic
from citekit.render import archival, originals, parties, sections, shelfmarks
from citekit.render.collation import Collator
from citekit.render.compile import Program
from citekit.render.engine import UNPRINTED, Engine
from citekit.render.items import Entry, read_item
from citekit.render.options import FOREIGN, Options
from citekit.render.outputs import get_format
from citekit.render.positions import CitationCluster, CiteItem, assign_positions, read_citation
from citekit.render.short_titles import ShortTitles
from citekit.render.styles import is_own_style, read_style
from citekit.render.terms import is_known_locale
from citekit.render.walk import printed_variables


class Processor:
    """Renders notes and a bibliography of works in a style.

    *style*: a name of ``styles/``, a file, or a public style name (with the extra ``styles``).
    *works*: CSL-JSON items.  *locale* overrules the style's language.  *output*: ``text``, ``html``,
    ``markdown``, ``latex`` or ``rtf``.  *options*: see :class:`citekit.render.options.Options`; without them,
    works of another program (none has ``custom``) go into a public style as they are, except what it could
    not print at all: a letter without a title, a document dated by ``original-date`` alone, a bare file.
    Raises StyleError for an unusable style and ValueError for an unknown output.

    ``diagnostics`` gathers what the writer should know; nothing is printed.
    """

    def __init__(
        self,
        style: str | os.PathLike[str],
        works: Iterable[Mapping[str, Any]],
        locale: str | None = None,
        output: str = "text",
        options: Options | None = None,
    ) -> None:
        self.format = get_format(output)
        self.program: Program = read_style(style, locale)
        self.is_own = is_own_style(self.program.root)
        self.diagnostics: list[Diagnostic] = []
        self.works = [dict(work) for work in works]
        if locale and not is_known_locale(locale):
            self._tell(
                "render-unknown-locale",
                f"there is no locale {locale!r}; English stands in",
                "try en-US, ru-RU, zh-CN",
            )
        self._is_foreign = (
            options is None and not self.is_own and not any("custom" in work for work in self.works)
        )
        self.options = options or (FOREIGN if self._is_foreign else Options())
        self._short_titles = ShortTitles(self.works)
        self._stands_for: dict[str, str] = {}
        self._listed = self.works
        if self.options.collections:
            self._listed, self._stands_for = sections.whole_collections(self.works)
        self._printed = printed_variables(self.program)
        by_language = self.options.terms_by_language
        if by_language is None:
            of_style = self.program.options.get("default-locale", "en")
            by_language = self.is_own and not of_style.startswith("en")
        self._words = "" if by_language else self.program.language[:2]
        self.program.is_own = self.is_own
        collator = Collator(self.program.language, self._chinese_order(), self.options.group_scripts)
        self._engine = Engine(self.program, self._read(self.works), collator, by_language)
        self._bibliography = self._engine
        if self.options.collections:
            self._bibliography = Engine(self.program, self._read(self._listed), collator, by_language)
        self._cited: list[str] | None = None
        self._also_listed: list[str] = []
        self._registered = False

    def _chinese_order(self) -> str:
        """The order asked for, or by reading where strokes cannot be counted."""
        if self.options.chinese_order == "strokes":
            from citekit.names import collate

            try:
                collate.title_key("一", "zh", "strokes")
            except collate.StrokesUnavailableError as error:
                self._tell("render-no-strokes", f"Chinese sorts by pinyin: {error}", "pip install strokes")
                return "pinyin"
        return self.options.chinese_order

    # -- items ------------------------------------------------------------------------------------

    def _read(self, works: Sequence[Mapping[str, Any]]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for work in works:
            entry = read_item(self._seen(work))
            for diagnostic in entry.diagnostics:
                if diagnostic not in self.diagnostics:
                    self.diagnostics.append(diagnostic)
            if not entry.id or entry.id in entries:
                what = "no id" if not entry.id else "the same id as another"
                self._tell(
                    "render-bad-id",
                    f"a work has {what} and is left out: {work.get('title', '')!r}",
                    "give it an id",
                )
                continue
            entries[entry.id] = entry
        return entries

    def _seen(self, work: Mapping[str, Any]) -> Mapping[str, Any]:
        """A work as the style gets to see it: titles chosen, archival documents mapped, names in order."""
        item: Mapping[str, Any] = originals.choose_titles(work, self.options.originals, self.program.language)
        if self.options.archival or (self._is_foreign and archival.is_unprintable(work)):
            titles, words = archival.all_titles(work), self._words
            if words == "zh":  # Chinese words suit Chinese titles only: 致 does not stand between Latin names
                words = ""
            if self.is_own:
                item = archival.for_own_style(item, titles, words, self.program.language)
            else:
                item = archival.for_public_style(item, self._printed, self.program.is_note, titles, words)
        if self.is_own:
            item = self._short_titles.add(item, work)
            if self.program.language[:2] != "zh":
                item = originals.upright(item)
        return parties.family_first(item) if self.options.family_first else item

    def _tell(self, code: str, message: str, help_: str) -> None:
        self.diagnostics.append(Diagnostic(code, message, "warning", help=help_))

    def _register(self, ids: Sequence[str]) -> None:
        self._registered = True
        self._engine.register(ids)
        if self._bibliography is not self._engine:
            self._bibliography.register([self._stands_for.get(id_, id_) for id_ in ids])

    def list_also(self, ids: Iterable[str]) -> None:
        """Works that the bibliography lists even if nothing cites them; to be said before :meth:`cite`."""
        self._also_listed = list(ids)

    # -- notes ------------------------------------------------------------------------------------

    def cite(self, citations: Iterable[Mapping[str, Any]]) -> list[str]:
        """The texts of citations, in document order.

        *citations*: ``{"items": [{"id", "locator", "label", "prefix", "suffix"}], "noteIndex": n}`` each;
        without ``noteIndex`` the notes of a note style count from 1.  What is cited is what
        :meth:`bibliography` lists afterwards.
        """
        return [self._write(cluster) for cluster in self._prepared(citations)]

    def cite_apart(self, citations: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[tuple[str, str]]]]:
        """As :meth:`cite`, each text with its cites one by one, without the affixes of the whole.

        Every cite comes in two forms, within a sentence ("ibid.") and at its beginning ("Ibid."); both are
        empty for an unknown work.
        """
        first = 1 if self.program.is_note else 0
        given = [read_citation(citation, place * first) for place, citation in enumerate(citations, 1)]
        clusters = self._prepared(given)
        out = []
        for wanted, cluster in zip(given, clusters, strict=True):
            known = iter(cluster.items)
            apart = [
                self._write_one(next(known)) if item.id in self._engine.entries else ("", "")
                for item in wanted.items
            ]
            out.append((self._write(cluster), apart))
        return out

    def _write_one(self, item: CiteItem) -> tuple[str, str]:
        locale = self._engine.locale_of_item(item.id, "citation")
        inside, starting = (
            self._engine.finish(self._engine.cite(item, mode)[0], self.format, locale)
            for mode in ("", "sentence")
        )
        return inside, starting

    def _prepared(self, citations: Iterable[Mapping[str, Any] | CitationCluster]) -> list[CitationCluster]:
        clusters = self._clusters(citations)
        self._cited = list(dict.fromkeys(item.id for cluster in clusters for item in cluster.items))
        self._register([*self._cited, *self._also_listed])
        return clusters

    def _clusters(self, citations: Iterable[Mapping[str, Any] | CitationCluster]) -> list[CitationCluster]:
        clusters = [
            CitationCluster(list(citation.items), citation.note)
            if isinstance(citation, CitationCluster)
            else read_citation(citation, place if self.program.is_note else 0)
            for place, citation in enumerate(citations, 1)
        ]
        known = self._engine.entries
        for cluster in clusters:
            for item in cluster.items:
                if item.id not in known:
                    self._tell_unknown(item, cluster.note)
                elif self.options.archival and self.is_own:  # public styles drop unexpected locators
                    item.label = shelfmarks.locator_label(known[item.id].raw, item.label)
        near = self.program.citation.options.get("near-note-distance", "5")
        if not self.options.full_notes:  # an unknown work is none that an Ibid. could pass over
            assign_positions(
                clusters,
                int(near) if near.isdigit() else 5,
                self.options.ibid,
                gaps_break=self.program.is_note,
            )
        for cluster in clusters:
            cluster.items = [item for item in cluster.items if item.id in known]
        return clusters

    def _tell_unknown(self, item: CiteItem, note: int) -> None:
        """Say that a work is missing; an empty id stands for a citation that nobody understood."""
        if item.id:
            self._tell(
                "render-unknown-work", f"note {note}: there is no work {item.id!r}", "add it to the library"
            )

    def _write(self, cluster: CitationCluster) -> str:
        if not cluster.items:
            return ""
        locale = self._engine.locale_of_item(cluster.items[0].id, "citation")
        text = self._engine.finish(self._engine.citation(cluster), self.format, locale)
        if UNPRINTED in text:
            ids = ", ".join(item.id for item in cluster.items)
            self._tell(
                "render-unprinted",
                f"note {cluster.note}: the style prints nothing for {ids}",
                "check the item's type and title",
            )
        return text

    # -- bibliography -----------------------------------------------------------------------------

    def bibliography(self) -> list[str]:
        """The entries of what was cited (of all works, where nothing was), in the style's order."""
        return [text for _id, text in self.entries()]

    def entries(self) -> list[tuple[str, str]]:
        """The bibliography with the id of each entry."""
        if not self._registered:
            self._register(list(self._engine.entries))
        engine = self._bibliography
        if self.program.bibliography is None:
            if not any(known.code == "render-no-bibliography" for known in self.diagnostics):
                self._tell(
                    "render-no-bibliography",
                    "the style has no bibliography",
                    "choose another style for the list",
                )
            return []
        ids = engine.sorted_entries()
        return self._entries(ids)

    def _entries(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        engine = self._bibliography
        out = []
        for id_, part in zip(ids, engine.entries_of(ids), strict=True):
            text = engine.finish(part, self.format, engine.locale_of_item(id_, "bibliography"))
            if text:
                out.append((id_, text))
            else:
                self._tell(
                    "render-unprinted",
                    f"the style prints no entry for {id_}",
                    "check the item's type and title",
                )
        return out

    def sections(self) -> list[tuple[str, list[str]]]:
        """The bibliography in sections, archives first, each with its heading in the style's language."""
        if not self._registered:
            self._register(list(self._engine.entries))
        by_id = {str(item.get("id")): item for item in self._listed}
        groups: dict[str, list[str]] = {}
        for id_ in self._bibliography.sorted_entries() if self.program.bibliography else []:
            groups.setdefault(sections.section_of(by_id[id_]), []).append(id_)
        return [
            (
                sections.heading_of(section, self.program.language),
                [text for _id, text in self._entries(groups[section])],
            )
            for section in sections.ORDER
            if section in groups
        ]

    def abbreviations(self) -> list[tuple[str, str]]:
        """The abbreviations of repositories and collections among what was cited, with their meaning."""
        cited = self._cited
        return sections.abbreviations(
            work for work in self.works if cited is None or str(work.get("id")) in cited
        )
