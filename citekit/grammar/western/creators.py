"""Authors, editors and translators of a western citation."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.grammar.western.comma_manner import author_before_word
from citekit.grammar.western.editors import belongs_to_editor, is_foreign_body, is_name_and_title
from citekit.grammar.western.parties import is_someones_document
from citekit.grammar.western.runs import sentence_end, strip
from citekit.languages import en
from citekit.model import Name
from citekit.names import Evidence, is_body, looks_like_people, looks_like_person, people
from citekit.names.tables import word_set

_ROLE_WORDS = "|".join(
    r.replace(".", r"\.").replace(" ", r"\s+") for r in sorted(en.ROLES, key=len, reverse=True)
)
_ROLE_PHRASE = re.compile(
    rf"(?<![\w])(?P<role>{_ROLE_WORDS}|(?<=[,.?!)]\s)eds?\.|(?<=\()eds?\.)\s+(?=[A-Z\u00c0-\u042f])",
    re.IGNORECASE,
)
_ROLE_SUFFIX = re.compile(
    r"[\s,(]*\(?\b(?P<role>"
    + "|".join(sorted((s.replace(" ", r"\.?\s+") for s in en.ROLE_SUFFIXES), key=len, reverse=True))
    + r")\b\.?\)?",
    re.IGNORECASE,
)
_ET_AL = re.compile(r",?\s*(?:et\.?\s+al\b\.?|and\s+others\b|etc\b\.?)", re.IGNORECASE)
# "Doe et al. The Title": the stop of the abbreviation also ends the authors (Chicago 14.76).
_ET_AL_BEFORE_TITLE = re.compile(r",?\s+et\.?\s+al\.(?=\s+[A-Z“\"‘])")
_NAME_STOP = re.compile(
    rf"[.(\[:;{BLANK}“”\"]|,\s+(?:[\d(]|vol|and\s+(?:ed|trans)|(?:eds?|trans|introduction|foreword|rev|"
    rf"new)\b)",
    re.IGNORECASE,
)
# "Doe, Jane H. From Here": the stop of the last initial of an inverted name also ends the authors.
_INVERTED_WITH_INITIAL = re.compile(
    r"(?P<names>[^\W\d][\w’'-]+,\s+(?!(?:The|An?)\s|U\.\s?[SKN]\.)(?:[^\W\d][\w’'-]+\s+)?(?:[A-Z]\.\s?)*[A-Z])\.\s+"
    r"(?=[A-Z“\"‘][\w’'-]*\s+(?!and\b\s+[A-Z][a-z]+,)\S)(?!(?:and|ed|trans)\b)"
)
# "Doe, Arch. The Title": a given name that is also written for a word with a full stop.
_SHORT_WORDS = "|".join(sorted(w.capitalize() for w in en.ABBREVIATIONS if w.isalpha() and len(w) > 2))
_GIVEN_LIKE_ABBREVIATION = re.compile(rf"[^\W\d][\w’'-]+,\s+(?P<given>{_SHORT_WORDS})\.\s+(?=[A-Z“\"‘])")
# "Doe, Jane M., The Title": an inverted name that a comma divides from the title.
_INVERTED_BEFORE_COMMA = re.compile(
    r"[^\W\d][\w’'-]+,\s+(?P<given>(?:[^\W\d][\w’'-]+\s+)?(?P<initial>(?:[A-Z]\.\s?)*[A-Z]\.)|"
    r"[^\W\d][\w’'-]+),\s+(?=[A-Z“\"‘])(?!and\b)"
)
# "Memorandum for the President": the name of a document, whatever office stands in it.
_DOCUMENT_WORDS = re.compile(
    rf"(?:(?:{'|'.join(sorted(en.GENRES, key=len, reverse=True))}|record|notes|summary|text|editorial)s?\b"
    r"(?:\s+(?:of|for|by|from|to|on|between|with)\b|,|$))",
    re.IGNORECASE,
)
_ROMANISED_BODY = re.compile(rf"(?:^|[\s-])(?:{'|'.join(en.ROMANISED_BODY_WORDS)})\b", re.IGNORECASE)
# "SMJB, Issues 3-4": the abbreviation of a title, not a name.
_ACRONYM = re.compile(r"[A-Z]{4,9}")
_SUFFIX = re.compile(r",\s+(?:Jr|Sr)\.?(?=,)")
_INITIAL = re.compile(r"(?:^|[\s.-])[A-Z]$")
_QUOTED_PART = re.compile(r"“[^“”]{2,120}”|\"[^\"]{2,120}\"")
_DASH = re.compile(r"(?:(?:[—–_-]\s?){2,}|—(?=[.,]))(?:[.,]+\s*)?")


def claim_people(draft: Draft, field: str, start: int, end: int, rule: str, evidence: Evidence) -> bool:
    """Claim the names in ``text[start:end]`` as *field*; "et al." sets ``custom.et-al``. False where there
    are none.
    """
    start, end = strip(draft, start, end)
    if start >= end:
        return False
    text = draft.rest[start:end].replace(BLANK, " ")
    if end < len(draft.text) and draft.text[end] == "." and _INITIAL.search(text):
        text += "."  # the stop belongs to the initial: "Doe, Jane N., "
    and_others = _ET_AL.search(text)
    bare = _ET_AL.sub("", text) if and_others else text
    found = people(bare, evidence)
    names = found.names
    if not names:
        return False
    if not and_others and _is_romanised_body(bare):
        names = (Name(literal=bare.strip(" ,")),)  # the romanised name of a body
    draft.claim(field, names, start, end, rule)
    if found.et_al or and_others:
        draft.imply("custom.et-al", True, start, end, "et-al")
    return True


def read_dash(draft: Draft, at: int) -> int:
    """The place behind the dash for the names of the entry before (Chicago 18, 13.72), or 0."""
    dash = _DASH.match(draft.rest, at)
    if dash is None:
        return 0
    stop = len(draft.rest[: dash.end()].rstrip(" .,"))
    stated = role_after(draft, stop)
    role, end = stated or ("author", dash.end())
    draft.imply("custom.same-author", role, at, stop, "three-em-dash")
    draft.connect(at, end)
    return end


def _is_romanised_body(text: str) -> bool:
    """Whether *text* is the romanised name of a Chinese or Russian body, by a word or by its length."""
    if _ROMANISED_BODY.search(text):
        return True
    return not looks_like_people(text) and not is_body(text) and len(text.split()) > 3 and "," not in text


def read_role_phrases(draft: Draft, evidence: Evidence) -> None:
    """ "Translated by Jane Doe", "ed. J. Doe", "trans. John Smith" anywhere behind the title."""
    if not any(sign in draft.rest for sign in en.ROLE_SIGNS):
        return
    for match in reversed(list(_ROLE_PHRASE.finditer(draft.rest))):
        word = re.sub(r"\s+", " ", match["role"].casefold())
        end = _names_end(draft, match.end())
        bearer = _ET_AL.sub("", draft.text[match.end() : end]).strip(" ,.")
        if end <= match.end() or not _is_role_bearer(bearer):
            continue
        if word in ("ed.", "eds.") and not _is_editor_phrase(draft, match.start(), bearer):
            continue
        if word == "interview by" and draft.text[: match.start()].rstrip(" ,.")[-1:] not in ("”", '"', "’"):
            continue  # without a title of its own the interview is read as a whole
        roles = en.ROLES.get(word, ("editor",))
        if roles == ("custom.introduction-by",):
            draft.claim(roles[0], bearer, match.end(), end, "role-phrase")
        elif not claim_people(draft, roles[0], match.end(), end, "role-phrase", evidence):
            continue
        for role in roles[1:]:
            names = next(f for f in reversed(draft.fields) if f.name == roles[0])
            draft.fields.append(type(names)(role, names.value, names.span, names.rule))
        draft.connect(match.start(), match.end())


# the end of the title of a part; an apostrophe ends one only beside a comma ("The Dockers’ Union" goes on)
_BEFORE_CONTAINER = re.compile(r"[”\"]\s*,?\s*(?:in\s+)?|(?:’\s*,|,’)\s*(?:in\s+)?|\bin\s+")


def _is_editor_phrase(draft: Draft, at: int, bearer: str) -> bool:
    """Whether "ed." at *at* stands before its names, as in "Title, ed. Jane Doe".

    Behind names it belongs to them ("Jane H. Doe, ed. The Title", a comma being left out); not behind a title
    in italics, nor behind what else a citation says of a book ("1st ed., ed. Jane Doe").
    """
    rest = draft.rest
    before = rest[:at].rstrip(" ,.(")
    title = any(at < span.start and not rest[at : span.start].strip(" eds.,") for span in draft.emphasis)
    if title or _DASH.fullmatch(before):
        return False
    stated = before.rstrip(" ,." + BLANK)
    if before.endswith(BLANK) or any(span.end >= len(stated) > span.start for span in draft.emphasis):
        return looks_like_people(bearer) or is_body(bearer)
    heads = (rest[:at], _BEFORE_CONTAINER.split(rest[:at])[-1])
    named = (head.strip(" ,.(" + BLANK) for head in heads)
    return looks_like_people(bearer) and not any(_is_creators(h) and not is_name_and_title(h) for h in named)


def _is_role_bearer(text: str) -> bool:
    """Behind "translated by" a few words that begin with a capital are a name, however they are written."""
    return (
        looks_like_people(text)
        or is_body(text)
        or (0 < len(text.split()) <= 4 and text[:1].isupper() and text.replace(" ", "").isalpha())
    )


def _names_end(draft: Draft, start: int) -> int:
    """Where a list of names that begins at *start* ends."""
    at = start
    while True:
        match = _NAME_STOP.search(draft.rest, at)
        if match is None:
            return len(draft.rest)
        stop = match.start()
        if draft.rest[stop] == "." and (
            _INITIAL.search(draft.rest[start:stop])
            or re.search(r"\b(?:et al|etc|Jr|Sr|al)$", draft.rest[start:stop])
        ):
            at = stop + 1
            continue
        quoted = _QUOTED_PART.match(draft.text, stop) if draft.rest[start:stop].endswith(" of ") else None
        if quoted:  # the Editorial Board of "Declassified Archives"
            at = quoted.end()
            if draft.text[at - 2] == ",":  # “Declassified Archives,” vol. 2
                return at
            continue
        return _before_title(draft, start, stop)


def _before_title(draft: Draft, start: int, stop: int) -> int:
    """Cut "John Smith, Hertfordshire" after the last part that can still be a person."""
    text = draft.rest[start:stop]
    if looks_like_people(_ET_AL.sub("", text)) and "," not in text:
        return stop
    end = start
    for part in re.finditer(r"[^,]+", text):
        piece = part[0].strip()
        name = re.sub(r"^and\s+", "", piece)
        named = looks_like_person(name) or (looks_like_people(name) and not is_body(name))
        if not (named or _ET_AL.fullmatch(piece)):
            break
        end = start + part.end()
        if piece.startswith("and ") or " and " in piece:
            break
    return end if end > start else stop


def role_after(draft: Draft, at: int) -> tuple[str, int] | None:
    """The role stated right behind names ("Jane Doe, ed.,", "Doe (ed.),"): CSL field and the place after
    it.
    """
    match = _ROLE_SUFFIX.match(draft.rest, at)
    if match is None or match.end() == at:
        return None
    word = re.sub(r"[.\s]+", " ", match["role"].casefold())
    between = draft.rest[at : match.start("role")]
    if not between or ("," not in between and "(" not in between and not between.isspace()):
        return None
    return en.ROLE_SUFFIXES[word], match.end()


def creators_end(draft: Draft, start: int, limit: int, *, before_title: bool = False) -> int:
    """Where the leading list of authors ends in ``rest[start:limit]``; *start* where there is none.

    In bibliography style a full stop ends the authors ("Doe, Jane. The ..."), in note style a
    comma ("Jane Doe, The ..."): there a list of several ends with the name after "and".
    *before_title*: an italic or quoted title begins at *limit*.
    """
    rest = draft.rest
    stop = sentence_end(rest, start, limit)
    role = _first_role(draft, start, min(limit, stop + 8))
    if role:
        return role
    others = _ET_AL_BEFORE_TITLE.search(rest, start, min(limit, stop))
    if others and _is_creators(rest[start : others.start()].strip(" ,")):
        return others.end()
    inverted = _INVERTED_WITH_INITIAL.match(rest, start, limit)
    if inverted and " and " not in rest[start:stop]:
        return inverted.end("names")
    abbreviated = _GIVEN_LIKE_ABBREVIATION.match(rest, start, limit)
    if abbreviated and abbreviated["given"].casefold() not in en.ROLE_SUFFIXES:
        return abbreviated.end("given")
    whole = strip(draft, start, limit)[1]
    text = rest[start:whole]
    if (
        whole > start
        and whole <= stop + 1
        and rest[limit - 1] != BLANK
        and _is_creators(_ET_AL.sub("", text))
    ):
        if before_title and (rest[whole:limit].strip() or not is_body(text)):
            return whole  # all that stands before a marked title, divided from it by a sign
        if not before_title:
            return _without_last(text, start, has_imprint=draft.has("publisher") or draft.has("issued"))
    if inverted:
        return inverted.end("names")
    if stop < limit and rest[stop + 1 : limit].strip(" ,." + BLANK):
        head = _ET_AL.sub("", rest[start:stop]).strip(" ,.")
        if head and _is_creators(head):
            return start + len(author) if (author := author_before_word(draft, head)) else stop
    return _comma_style_end(draft, start, min(limit, stop))


def _without_last(text: str, start: int, *, has_imprint: bool) -> int:
    """Where the authors end in a citation that is all names, up to its imprint or pages.

    Of "A, B" the second is the title ("Doe, Darwin, 90"): two authors would stand with "and" between them.
    Where an imprint follows, something must be the title ("Jane Doe, Huxley and Darwin (London: ...)").
    """
    and_others = _ET_AL.search(text)
    if and_others and text[and_others.end() :].strip(" ,."):
        return start + and_others.end()
    first = text.partition(",")[0]
    if has_imprint and len(first) < len(text) and len(first.split()) > 1 and looks_like_person(first):
        return start + len(first)
    head, comma, last = text.rpartition(",")
    bodies = _names_body(last.strip()) and is_body(head.split(",")[0])
    listed = _ET_AL.search(text) or (" and " in f" {last}" and looks_like_people(text))
    if not comma or listed or bodies:
        return start + len(text)
    return start + len(head)


def _first_role(draft: Draft, start: int, limit: int) -> int:
    """The end of names that a role suffix closes, 0 where there is none."""
    for match in _ROLE_SUFFIX.finditer(draft.rest, start, limit):
        if match.start() == start or not re.match(r"[\s,]*[,(\s]", match[0]):
            continue
        head = draft.rest[start : match.start()].strip(" ,.")
        if belongs_to_editor(match, head, draft.text[match.end() : _names_end(draft, match.end())]):
            return 0
        if re.match(r"[\s,(]*\(?(?:ed|trans|comp)s?\b(?!\.?\s+by\b)", match[0], re.IGNORECASE) and (
            _is_creators(head) or is_foreign_body(draft.rest, head, match)
        ):
            return match.start()
    return 0


def _is_creators(text: str) -> bool:
    if len(text) > 200 or not text or _DOCUMENT_WORDS.match(text) or _ACRONYM.fullmatch(text):
        return False
    if is_someones_document(text):
        return False
    if looks_like_people(text):
        return True
    if is_body(text):
        return ":" not in text.split('"')[0] and not re.search(r",.*\d", text)
    parts = [p.strip() for p in text.split(",")]
    return (
        len(parts) > 1
        and not re.search(r"\d", text)
        and all(is_body(p) or looks_like_person(p) for p in parts)
    )


def _comma_style_end(draft: Draft, start: int, limit: int) -> int:
    rest = draft.rest
    inverted = _INVERTED_BEFORE_COMMA.match(rest, start, limit)
    if inverted and (inverted["initial"] or inverted["given"].split()[0] in word_set("given-western")):
        return inverted.end("given")
    commas = [m.start() for m in re.finditer(r",", rest[start:limit])]
    if not commas:
        return start
    best = start
    for offset in commas[:24]:
        head = rest[start : start + offset].strip()
        last = re.split(r",", head)[-1].strip()
        if _ET_AL.fullmatch("," + last) or last.casefold().rstrip(".") in ("et al", "et. al", "etc"):
            return start + offset
        if last.startswith("and "):
            if looks_like_people(head):
                return start + offset
            break
        if " and " in last:
            if looks_like_people(head):
                return start + offset
            break
        if len(commas) == 1 or best == start:
            body = _names_body(head) or _ROMANISED_BODY.search(head)
            if not (_DOCUMENT_WORDS.match(head) or _ACRONYM.fullmatch(head)) and (
                looks_like_person(head) or body or looks_like_people(head)
            ):
                best = _past_suffix(rest, start + offset)
                if not _list_goes_on(rest, start + offset + 1, limit):
                    break
                continue
        elif _names_body(last) and is_body(head.split(",")[0]):
            best = start + offset
            continue
        elif not looks_like_person(last):
            break
    return best


def _past_suffix(rest: str, at: int) -> int:
    """The place behind ", Jr." at *at*, or *at*."""
    suffix = _SUFFIX.match(rest, at)
    return suffix.end() if suffix else at


def _names_body(text: str) -> bool:
    """Whether *text* is a body and not the title of what it issued ("Report of the Commission on Trade")."""
    titled = text.split(" ", 1)[0] in ("The", "A", "An", "On", "In") or _DOCUMENT_WORDS.match(text)
    return is_body(text) and not titled


def _list_goes_on(rest: str, at: int, limit: int) -> bool:
    """Whether names may follow: "and X," or "et al." closes a list somewhere behind, or a second body."""
    ahead = rest[at:limit]
    closing = re.match(r"((?:[^,]+,){0,12}?)\s*(?:and\s+([^,.]+)[,.]|(?i:et)\.?\s+al\b)", ahead)
    if closing:
        parts = [p.strip() for p in (*closing[1].split(","), closing[2] or "") if p.strip()]
        return all(looks_like_person(p) for p in parts)
    second = re.match(r"\s*([^,.]+)[,.]", ahead)
    return bool(second and _names_body(second[1].strip()))


def names_as_role(draft: Draft, source: str, target: str) -> None:
    """Give the names of field *source* the role *target*."""
    draft.fields = [
        type(entry)(target, entry.value, entry.span, entry.rule) if entry.name == source else entry
        for entry in draft.fields
    ]
