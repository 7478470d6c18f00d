"""``cs:date``: dates, ranges, seasons, eras (CSL 1.0.2, "Date")."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.render.context import Context
from citekit.render.elements import Look, Node, year_suffix
from citekit.render.items import DateValue, sortable_date
from citekit.render.markup import Part, Piece, affixed, joined, parse_field

ORDER = {"year": 0, "month": 1, "day": 2}


@dataclass(slots=True)
class DatePart:
    """A ``cs:date-part``."""

    name: str
    form: str
    range_delimiter: str
    look: Look


@dataclass(slots=True)
class DateNode(Node):
    """``cs:date``: localised (``form``) or with the style's own parts."""

    variable: str
    form: str
    depth: str
    parts: dict[str, DatePart]
    own: list[DatePart]
    delimiter: str
    look: Look

    def render(self, ctx: Context) -> Part | None:
        """The date, or nothing where it has none of the parts asked for."""
        if ctx.looking and self.variable == "accessed":
            return None
        before = ctx.found
        date = ctx.date(self.variable)
        if not date:
            return None
        if ctx.sort is not None:
            return self._sortable(date, ctx)
        if date.literal and not date.parts:
            parts: list[Part] = list(parse_field(date.literal))
            self._append_suffix(parts, ctx)
        else:
            parts = self._render(date, ctx)
            ctx.found = before or bool(parts)
        return self.look.dress(parts, ctx, "date", self.variable)

    def _sortable(self, date: DateValue, ctx: Context) -> Part | None:
        """Digits instead of words, so that dates within a macro sort as dates."""
        layout, _delimiter = self._layout(ctx)
        if not any(self._has(part, date, 0) for part in layout):
            return date.literal or None
        return sortable_date(date, tuple(part.name for part in layout))

    def _append_suffix(self, parts: list[Part], ctx: Context) -> None:
        number = ctx.disambiguation.year_suffix
        if number and ctx.program.implicit_year_suffix and not ctx.year_suffix_done:
            ctx.year_suffix_done = True
            parts.append(Piece([year_suffix(number)], tag="year-suffix", data=number))

    def _render(self, date: DateValue, ctx: Context) -> list[Part]:
        layout, delimiter = self._layout(ctx)
        present = [
            part
            for part in layout
            if self._has(part, date, 0) or (len(date.parts) > 1 and self._has(part, date, 1))
        ]
        if not present:
            return []
        if len(date.parts) < 2 or (date.parts[0] == date.parts[1] and date.seasons[:1] == date.seasons[1:2]):
            return self._one(present, date, 0, delimiter, ctx)
        return self._range(present, date, delimiter, ctx)

    def _layout(self, ctx: Context) -> tuple[list[DatePart], str]:
        if not self.form:
            return self.own, self.delimiter
        delimiter, parts = ctx.program.localised_date(ctx.locale, self.form)
        wanted = self.depth.split("-")
        out = []
        for part in parts:
            if part.name in wanted:
                own = self.parts.get(part.name)
                out.append(_override(part, own) if own else part)
        return out, delimiter

    def _has(self, part: DatePart, date: DateValue, which: int) -> bool:
        value = date.parts[which][ORDER[part.name]]
        if part.name == "month":
            return bool(value) or bool(_season(date, which))
        return bool(value)

    def _one(
        self, layout: list[DatePart], date: DateValue, which: int, delimiter: str, ctx: Context
    ) -> list[Part]:
        return joined(
            (self._part(part, date, which, ctx) for part in layout if self._has(part, date, which)), delimiter
        )

    def _range(self, layout: list[DatePart], date: DateValue, delimiter: str, ctx: Context) -> list[Part]:
        first, second = date.parts[:2]
        if second == (0, 0, 0):
            return [*self._one(layout, date, 0, delimiter, ctx), "–"]

        def same(part: DatePart) -> bool:
            at = ORDER[part.name]
            equal = first[at] == second[at]
            if part.name == "month":
                equal = equal and _season(date, 0) == _season(date, 1)
            return equal

        differing = [place for place, part in enumerate(layout) if not same(part)]
        if not differing:
            return self._one(layout, date, 0, delimiter, ctx)
        largest = min((layout[place] for place in differing), key=lambda part: ORDER[part.name])
        low, high = differing[0], differing[-1]
        if largest.name == "year" and not _one_season(date):
            low, high = 0, len(layout) - 1
        elif largest.name == "month":
            days = [place for place, part in enumerate(layout) if part.name == "day"]
            low, high = min([low, *days]), max([high, *days])
        left = [p for p in layout[low : high + 1] if self._has(p, date, 0)]
        right = [p for p in layout[low : high + 1] if self._has(p, date, 1)]
        out = joined((self._part(part, date, 0, ctx) for part in layout[:low]), delimiter)
        begin = (
            joined((self._part(part, date, 0, ctx, no_suffix=part is left[-1]) for part in left), delimiter)
            if left
            else []
        )
        end = (
            joined((self._part(part, date, 1, ctx, no_prefix=part is right[0]) for part in right), delimiter)
            if right
            else []
        )
        tail = joined(
            (self._part(part, date, 0, ctx) for part in layout[high + 1 :] if self._has(part, date, 0)),
            delimiter,
        )
        if out and delimiter:
            out.append(delimiter)
        out += [*begin, largest.range_delimiter, *end]
        if tail and delimiter:
            out.append(delimiter)
        return out + tail

    def _part(
        self,
        part: DatePart,
        date: DateValue,
        which: int,
        ctx: Context,
        no_suffix: bool = False,
        no_prefix: bool = False,
    ) -> Part | None:
        value = date.parts[which][ORDER[part.name]]
        if part.name == "year":
            text = _year(value, part.form, ctx)
        elif part.name == "month":
            text = _month(value, _season(date, which), part.form, ctx, bool(date.parts[which][2]))
        else:
            text = _day(value, date.parts[which][1], part.form, ctx)
        parts: list[Part] = [text]
        if part.name == "year" and (which == 1 or len(date.parts) == 1):
            self._append_suffix(parts, ctx)
        look = part.look
        bare = Look(look.style, "", "", look.quotes, look.case, look.strip_periods, "", look.plain)
        inner = bare.dress(parts, ctx)
        return affixed(inner, "" if no_prefix else look.prefix, "" if no_suffix else look.suffix)


def _season(date: DateValue, which: int) -> int:
    if which < len(date.seasons):
        return date.seasons[which]
    return date.season if which == 0 else 0


def _one_season(date: DateValue) -> bool:
    """Whether a season spans two years: "Winter 1996–1997" (Chicago 17, 9.64), with the season once."""
    (year, month, _), (next_year, next_month, _) = date.parts[:2]
    same = bool(_season(date, 0)) and _season(date, 0) == _season(date, 1)
    return same and not (month or next_month) and next_year == year + 1


def _override(part: DatePart, own: DatePart) -> DatePart:
    """A localised part with the attributes that the style sets on it (form and formatting, not affixes)."""
    look = Look(
        own.look.style or part.look.style, part.look.prefix, part.look.suffix, False,
        own.look.case or part.look.case, own.look.strip_periods or part.look.strip_periods,
    )  # fmt: skip
    look.plain = not (look.style or look.case or look.strip_periods)
    return DatePart(part.name, own.form or part.form, own.range_delimiter or part.range_delimiter, look)


def _year(value: int, form: str, ctx: Context) -> str:
    if form == "short" and value >= 1000:
        return f"{value % 100:02d}"
    if value < 0:
        return f"{-value}{ctx.locale.term('bc') or ''}"
    if value < 1000:
        return f"{value}{ctx.locale.term('ad') or ''}"
    return str(value)


def _month(value: int, season: int, form: str, ctx: Context, with_day: bool) -> str:
    if not value:
        return ctx.locale.term(f"season-{season:02d}", form or "long") or ""
    if form == "numeric":
        return str(value)
    if form == "numeric-leading-zeros":
        return f"{value:02d}"
    name = ctx.locale.term(f"month-{value:02d}", "short" if form == "short" else "long") or str(value)
    if with_day and form != "short" and ctx.locale.language[:2] == "ru":
        return _genitive(name)
    return name


def _genitive(month: str) -> str:
    """A Russian month after a day: 6 января, 11 марта (the locale has the nominative alone)."""
    if month.endswith(("ь", "й")):
        return month[:-1] + "я"
    return month + "а" if month.endswith(("т",)) else month


def _day(value: int, month: int, form: str, ctx: Context) -> str:
    if form == "numeric-leading-zeros":
        return f"{value:02d}"
    if form == "ordinal" and (value == 1 or not ctx.locale.limit_day_ordinals):
        return ctx.locale.ordinal(value, ctx.locale.gender(f"month-{month:02d}"))
    return str(value)
