"""Words that point back at a work cited before: ibid., op. cit., "see note 5 above"."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft
from citekit.names import Evidence, looks_like_people, looks_like_person, people

_IBID = re.compile(r"(?<!\w)[(\[]?ibid(?:em)?\b[.)\]]*", re.IGNORECASE)
_IDEM = re.compile(r"^(?:idem|eadem|id)\b[.,]*\s+(?=[A-Z“\"‘])", re.IGNORECASE)
_OP_CIT = re.compile(r",?\s*\b(?:op|loc|art)\.?\s*cit\b\.?", re.IGNORECASE)
_NOTE_WORD = r"(?:notes?|nn?\.|footnotes?|fnn?\.?|endnotes?)"
# "(note 5)", "(n. 5 above)", "see note 12 above", "supra note 3".
_NOTE = re.compile(
    rf"\(\s*(?:see\s+|cf\.\s+|as\s+in\s+)?(?:(?:above|supra),?\s+)?(?:{_NOTE_WORD}|n)\s*(?P<a>\d+)(?:,?\s*"
    rf"(?:above|supra))?\s*\)"
    rf"|(?:\bsee\s+|\bas\s+in\s+)?\b(?:above|supra),?\s+{_NOTE_WORD}\s*(?P<b>\d+)"
    rf"|(?:\bsee\s+|\bas\s+in\s+)?\b{_NOTE_WORD}\s*(?P<c>\d+),?\s*(?:above|supra)",
    re.IGNORECASE,
)
# "Ibid., box 72, folder “China”": another place in the papers that were cited before
_OTHER_PLACE = re.compile(
    r"[\s,.]*(?P<place>(?:box(?:es)?|folders?|files?|reels?|cartons?|containers?|drawers?|entry|series)"
    r"\s+(?:[\dIVXLA-Z“\"].*?))[\s.]*$",
    re.IGNORECASE,
)
# "Roe, op. cit., ii, p. 60": a volume in Roman figures between op. cit. and the page
_VOLUME = re.compile(rf"(?<={BLANK})[\s,.]*(?P<volume>[ivx]{{1,4}}|[IVX]{{1,4}})[\s,.{BLANK}]*$")
_NOTHING = re.compile(rf"[\s.,;:()\[\]{BLANK}]*")


def read_back(draft: Draft) -> None:
    """Take ibid., op. cit. and note numbers out of the rest and record how the citation points back.

    ``back`` becomes "ibid" here; it is "ibid-within" once a document of its own is found beside it.
    """
    text = draft.text
    ibid = _IBID.search(text) if "bid" in text or "BID" in text else None
    if ibid:
        draft.connect(ibid.start(), ibid.end())
        draft.back = "ibid"
        return
    if text[:1] in "IiEe":
        idem = _IDEM.match(text)
        if idem:  # the author of the citation before; the title that follows tells the work
            draft.imply("custom.author-as-before", True, idem.start(), idem.start() + 2, "idem")
            draft.connect(idem.start(), idem.end())
    if "cit" in text:
        op_cit = _OP_CIT.search(text)
        if op_cit:
            draft.connect(op_cit.start(), op_cit.end())
            draft.back = "op-cit"
    if "above" in text or "supra" in text or "(n" in text or "(see n" in text or "(fn" in text:
        note = _NOTE.search(text)
        if note:
            draft.connect(note.start(), note.end())
            draft.back_note = note["a"] or note["b"] or note["c"]
            draft.back = draft.back or "note"


def read_other_place(draft: Draft) -> None:
    """ "Ibid., box 72": the archive and its papers are those of the citation before, the box is not."""
    match = _OTHER_PLACE.match(draft.rest) if draft.back == "ibid" else None
    if match and BLANK not in match["place"]:
        place = match["place"]
        draft.claim("archive_location", place, *match.span("place"), "other-place")
        draft.imply("type", "document", *match.span("place"), "other-place")


def read_author_alone(draft: Draft, evidence: Evidence) -> None:
    """ "Chen Jian, op. cit., 34": all that a citation pointing back names besides is its author."""
    if draft.back not in ("op-cit", "note") or draft.has("author"):
        return
    volume = _VOLUME.search(draft.rest) if draft.back == "op-cit" and not draft.has("volume") else None
    if volume:
        draft.claim("volume", volume["volume"], *volume.span("volume"), "volume-behind-back")
    text = draft.rest.replace(BLANK, " ").strip(" ,.;:()")
    author, comma, title = text.partition(", ")
    at = draft.rest.find(text)
    if not text or at < 0:
        return
    if comma and looks_like_person(author) and not re.search(r"\band\b|\.", title):  # author and short title
        draft.claim("author", people(author, evidence).names, at, at + len(author), "author-before-back")
        begin = at + len(author) + 2
        draft.claim("title", title, begin, begin + len(title), "title-before-back")
    elif looks_like_people(text):
        draft.claim("author", people(text, evidence).names, at, at + len(text), "author-before-back")


def is_exhausted(draft: Draft) -> bool:
    """Whether nothing but separators is left to understand."""
    return _NOTHING.fullmatch(draft.rest) is not None
