"""Authors in entries by GB/T 7714: SMITH J, DOE A; 昂温 G; 张理京, 译."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.grammar.chinese.reading import Reading, trim
from citekit.grammar.chinese.statement import (
    Statement,
    claim_statement,
    dismiss,
    has_chinese_surname,
    role_at_end,
)
from citekit.model import Date, Name
from citekit.names import person

# The last alternative: MACFARQUHAR R.The origins, LIN J Y,YANG D T,et al.Food, set without a blank.
STOP = re.compile(
    r"\.(?=\s|[一-鿿《“\[(]|$)|(?<=[一-鿿])\.|"
    r"(?:(?<=[^\W\d_]\s[A-ZА-Я])|(?<=[A-Z]\s[A-Z]{2})|(?<=\sal)|(?<=,al))\.(?=[^\W\d_]{2})"
)
_ET_AL = re.compile(r",?\s?(?:等|et\s?al\.?|и др\.?)\s?$")
_SUFFIX = re.compile(r"[JS]r\.?|I{2,3}|IV")  # WAKEMAN F, Jr: no second author but the rest of the first
_AUTHOR_YEAR = re.compile(r"[,，]?\s?[(]?(?P<year>[12][0-9]{3})(?P<letter>[a-z])?[)]?\s?$")


# J.K.Fairbank.The United States and China; Smith,John.A History: names that an initial or a comma shows
_TIGHT_NAMES = re.compile(r"(?=[^.,]*[.,])(?:(?:[A-ZÀ-Þ][\w’'-]*|and|de|von|van|der)(?:[\s,&.]{1,3}|$)){2,8}")
_TIGHT_STOP = re.compile(r"(?<=[a-zß-ÿ])\.(?=[A-ZÀ-Þ][a-zß-ÿ]|A\s)")


def split_author(shape: str, start: int, stop: int) -> tuple[int, int] | None:
    """Where the authors end and where the title begins; None where no author is named."""
    for found in STOP.finditer(shape, start, stop):
        at = found.start()
        before, after = shape[start:at], shape[at + 1 : stop].lstrip()
        if not after:
            return None
        if re.search(r"(?:^|[\s.,\-])[^\W\d_]$", before) and re.match(r"[^\W\d_](?:\.|-[^\W\d_]\.)|,", after):
            continue  # an initial with another behind it
        if after.startswith(",") or (len(before) > 160 and "," not in before):
            continue
        if re.match(r"[12][0-9]{3}[a-z]?[.,]\s?", after):
            year = re.match(r"[12][0-9]{3}[a-z]?[.,]\s?", after)
            assert year is not None
            offset = len(shape[at + 1 : stop]) - len(after)
            return at + 1 + offset + year.end(), at + 1 + offset + year.end()
        return at, at + 1
    tight = _TIGHT_STOP.search(shape, start, stop)
    if tight and _TIGHT_NAMES.fullmatch(shape, start, tight.start()):
        return tight.start(), tight.end()
    return None


def take_authors(reading: Reading, start: int, stop: int, role: str) -> None:
    """Record the names in ``shape[start:stop]`` in *role*, or in that of the role word behind them."""
    begin, stop = trim(reading.shape, start, stop)
    if dismiss(reading, begin, stop):
        return
    year = _AUTHOR_YEAR.search(reading.shape, begin, stop)
    if year and year.start() > begin:
        reading.claim(
            "issued",
            Date(((int(year["year"]),),)),
            *year.span("year"),
            "GB/T 7714 9.3.2 year after the author",
        )
        begin, stop = trim(reading.shape, begin, year.start())
    stated = role_at_end(reading.shape[begin:stop])
    role_word = re.search(
        r"[,\s]\s?(?P<word>主编|编著|编|编辑|译|校|整理|著|eds?\.?|trans\.?|сост\.?|ред\.?)\s?$",
        reading.shape[begin:stop],
    )
    end = stop
    if role_word:
        word = role_word["word"]
        role = "translator" if word.startswith(("译", "trans")) else "author" if "著" in word else "editor"
        stop = begin + role_word.start()
    elif stated and len(reading.shape[begin:stop]) > 2:
        role = stated[0]
        stop = begin + stated[1]
    names, more = _names(reading, begin, stop)
    if names:
        claim_statement(
            reading, Statement(role, names, begin, end, more), "GB/T 7714 8.1 statement of responsibility"
        )


def _names(reading: Reading, start: int, stop: int) -> tuple[tuple[Name, ...], bool]:
    shape = reading.shape
    others = _ET_AL.search(shape, start, stop)
    if others:
        stop = others.start()
    names: list[Name] = []
    at = start
    cuts = [m.span() for m in re.finditer(r"[,;、]\s?|\s(?:and|&|и)\s", shape[start:stop])]
    for cut_start, cut_end in [*((a + start, b + start) for a, b in cuts), (stop, stop)]:
        begin, end = trim(shape, at, cut_start)
        if end < cut_start and shape[end] == "." and re.search(r"[^\W\d_]$", shape[begin:end]):
            end += 1
        piece = shape[begin:end]
        if re.fullmatch(r"[A-Z](?:[.\s-]+[A-Z])*\.?", piece) and names and cut_start:
            previous = names.pop()  # "Smith, J." with a comma between family name and initials
            names.append(Name(family=previous.family or previous.literal, given=reading.text[begin:end]))
        elif names and _SUFFIX.fullmatch(shape, begin, end):
            names.append(replace(names.pop(), suffix=reading.text[begin:end]))
        elif begin < end:
            names.append(_person(reading, begin, end))
        at = cut_end
    return tuple(n for n in names if n.to_csl()), others is not None


def _person(reading: Reading, start: int, end: int) -> Name:
    nation = re.match(r"[\[(][^\])]{1,6}[\])]\s?", reading.shape[start:end])
    if nation:
        start += nation.end()
    foreign = nation is not None and not has_chinese_surname(reading.text[start:end])
    raw = reading.text[start:end].strip()
    gbt = re.fullmatch(
        r"(?P<family>(?:(?:de|van|von|der|di|le|la|DE|VAN|VON|"
        r"LE)\s)*[^\W\d_][^\s,.]+(?:\s[^\W\d_][^\s,.]{2,})?)\s(?P<given>[^\W\d_]\.?(?:[\s-]?[^\W\d_]\.?){0,3})",
        raw,
    )
    if gbt and not re.search(r"[\u4e00-\u9fff]", raw) and (gbt["given"].upper() == gbt["given"]):
        return Name(family=gbt["family"], given=gbt["given"])
    unwin = re.fullmatch(r"(?P<family>[\u4e00-\u9fff·]+)\s(?P<given>[A-Z](?:[.\s]+[A-Z])*\.?)", raw)
    if unwin:  # 昂温 G: GB/T 7714-2015, 8.1.1
        return Name(family=unwin["family"], given=unwin["given"])
    return person(
        raw,
        reading.evidence,
        inverted=True if not re.search(r"[\u4e00-\u9fff]", raw) else None,
        foreign=foreign or reading.translated,
    )
