"""``cs:names``: lists of names with et al., labels and substitutes (CSL 1.0.2, "Names")."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.render.context import SUBSEQUENT, Context
from citekit.render.elements import Look, Node, lookup_label
from citekit.render.items import CJK, Person
from citekit.render.markup import Part, Piece, joined
from citekit.render.personal import NameOptions, format_name, is_inverted


@dataclass(slots=True)
class NameLabel:
    """A ``cs:label`` within names."""

    form: str
    plural: str
    look: Look
    before: bool


@dataclass(slots=True)
class EtAl:
    """The ``cs:et-al`` element."""

    term: str
    look: Look


@dataclass(slots=True)
class Names(Node):
    """``cs:names``."""

    variables: list[str]
    options: NameOptions
    delimiter: str
    label: NameLabel | None
    et_al: EtAl
    substitute: list[Node]
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The names of all variables, or what stands in their place."""
        part = self._render_variables(ctx)
        if part is None and self.substitute:
            part = self._substitute(ctx)
        if part is not None and ctx.suppress_names and ctx.sort is None:
            ctx.suppress_names = False
            return None
        return part

    def _substitute(self, ctx: Context) -> Part | None:
        outer = ctx.used
        for node in self.substitute:
            before = set(ctx.suppressed)
            ctx.used = []
            part = node.render(ctx)
            used, ctx.used = ctx.used, outer
            if part is None:
                ctx.suppressed = before
            else:
                ctx.suppressed.update(used)
                if outer is not None:
                    outer.extend(used)
                if not isinstance(node, Names):
                    return Piece([part], tag="names", data=None)
                return part
        return None

    def _render_variables(self, ctx: Context) -> Part | None:
        wanted = [(variable, ctx.people(variable)) for variable in self.variables]
        if ctx.used is not None:
            ctx.suppressed.update(variable for variable, people in wanted if people)
        lists = [(variable, people) for variable, people in wanted if people]
        if not lists:
            return None
        lists = self._merge_editor_translator(lists, ctx)
        if self.options.form == "count":
            total = sum(self._shown(people, ctx, 0)[0] for _variable, people in lists)
            return self.look.dress([str(total)], ctx)
        rendered: list[Part | None] = []
        for variable, people in lists:
            rendered.append(self._one_list(variable, people, ctx))
            ctx.nameset += 1
        data = (lists[0][0], tuple(person for _variable, people in lists for person in people))
        return self.look.dress(joined(rendered, self.delimiter), ctx, "names", data)

    def _merge_editor_translator(
        self, lists: list[tuple[str, tuple[Person, ...]]], ctx: Context
    ) -> list[tuple[str, tuple[Person, ...]]]:
        found = dict(lists)
        if found.get("editor") and found.get("editor") == found.get("translator"):
            label = self.label
            if label is not None and ctx.locale.term("editortranslator", label.form):
                merged = [
                    ("editortranslator" if v == lists[0][0] and v in ("editor", "translator") else v, p)
                    for v, p in lists
                ]
                if merged[0][0] == "editortranslator":
                    return [(v, p) for v, p in merged if v not in ("editor", "translator")]
        return lists

    def _one_list(self, variable: str, people: tuple[Person, ...], ctx: Context) -> Part | None:
        names = self._list(people, ctx)
        part: Part | None = Piece(names, tag="namelist", data=people) if names else None
        if self.label is None or part is None:
            return part
        plural = len(people) > 1 if self.label.plural == "contextual" else self.label.plural == "always"
        text = lookup_label(ctx, variable, self.label.form, plural)
        if not text or ctx.sort is not None:
            return part
        if "%s" in text:
            before, after = text.split("%s", 1)
            return Piece([before, part, after])
        label = self.label.look.dress([text], ctx)
        return Piece(joined([label, part] if self.label.before else [part, label], ""))

    def _shown(self, people: tuple[Person, ...], ctx: Context, nameset: int) -> tuple[int, bool]:
        """How many names are printed, and whether et al. follows."""
        options = self.options
        low, first = options.et_al_min, options.et_al_use_first
        if ctx.sort is not None and ctx.sort.names_min:
            low, first = ctx.sort.names_min, ctx.sort.names_use_first or 1
        elif ctx.sort is not None and ctx.sort.names_use_first:
            first = ctx.sort.names_use_first
        elif ctx.position >= SUBSEQUENT and ctx.area == "citation" and ctx.sort is None:
            low = options.et_al_subsequent_min or low
            first = options.et_al_subsequent_use_first or first
        total = len(people)
        if not low or first < 0 or total < low:
            return total, False
        shown = max(min(first, total), ctx.disambiguation.names.get(nameset, 0) if ctx.sort is None else 0)
        return (total, False) if shown >= total else (shown, True)

    def _list(self, people: tuple[Person, ...], ctx: Context) -> list[Part]:
        options = self.options
        shown, cut = self._shown(people, ctx, ctx.nameset)
        use_last = options.et_al_use_last
        if ctx.sort is not None and ctx.sort.names_use_last is not None:
            use_last = ctx.sort.names_use_last
        parts = [self._name(person, place, ctx) for place, person in enumerate(people[:shown])]
        if not cut:
            return self._with_and(parts, people, ctx)
        if shown == 0:
            return []
        if use_last and len(people) >= shown + 2:
            last = self._name(people[-1], len(people) - 1, ctx)
            return [*joined(parts, options.delimiter), options.delimiter, "… ", last]
        if use_last and len(people) == shown + 1:
            parts.append(self._name(people[-1], len(people) - 1, ctx))
            return self._with_and(parts, people, ctx)
        return self._with_et_al(parts, people, ctx)

    def _name(self, person: Person, place: int, ctx: Context) -> Part:
        level = 0
        if ctx.sort is None and ctx.area == "citation":
            level = max(
                ctx.disambiguation.givens.get((ctx.nameset, place), 0),
                ctx.program.name_level(person, place, ctx.nameset),
            )
        name = self.options.look.dress([format_name(person, place, self.options, level, ctx)], ctx)
        return Piece([name or ""], tag="name", data=person)

    def _precedes(self, rule: str, several: bool, inverted: bool) -> bool:
        if rule == "always":
            return True
        if rule == "never":
            return False
        if rule == "after-inverted-name":
            return inverted
        return several

    def _with_and(self, parts: list[Part], people: tuple[Person, ...], ctx: Context) -> list[Part]:
        options = self.options
        if not options.and_ or len(parts) < 2 or ctx.sort is not None:
            return joined(parts, options.delimiter)
        word = "&" if options.and_ == "symbol" else ctx.locale.term("and") or ""
        if not word:
            return joined(parts, options.delimiter)
        inverted = is_inverted(len(parts) - 2, options) and bool(people[len(parts) - 2].given)
        out = joined(parts[:-1], options.delimiter)
        if self._precedes(options.precedes_last, len(parts) > 2, inverted):
            out.append(options.delimiter)
            out.append(f"{word} ")
        else:
            out.append(word if CJK.match(word) else f" {word} ")
        out.append(parts[-1])
        return out

    def _with_et_al(self, parts: list[Part], people: tuple[Person, ...], ctx: Context) -> list[Part]:
        options = self.options
        out = joined(parts, options.delimiter)
        word = ctx.locale.term(self.et_al.term)
        if not word or not word.strip() or ctx.sort is not None:
            return out
        part = self.et_al.look.dress([word], ctx)
        if part is None:
            return out
        inverted = is_inverted(len(parts) - 1, options) and bool(people[len(parts) - 1].given)
        if self._precedes(options.precedes_et_al, len(parts) > 1, inverted):
            out.append(options.delimiter)
        elif not CJK.match(word):
            out.append(" ")
        out.append(part)
        return out
