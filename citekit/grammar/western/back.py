"""Words that point back at a work cited before: ibid., op. cit., "see note 5 above"."""

from __future__ import annotations

import re

from citekit.grammar.draft import BLANK, Draft

_IBID = re.compile(r"(?<!\w)[(\[]?ibid(?:em)?\b[.)\]]*", re.IGNORECASE)
_OP_CIT = re.compile(r",?\s*\b(?:op|loc|art)\.?\s*cit\b\.?", re.IGNORECASE)
_NOTE = re.compile(
    r"\(?(?:see\s+|as\s+in\s+)?\b(?:notes?|n\.|footnote|fn\.?|endnote)\s*(?P<n>\d+)(?:\s*(?:above|supra))?\)?", re.IGNORECASE
)
_NOTE_ABOVE = re.compile(r"\b(?:above|supra),?\s+(?:notes?|n\.|fn\.?)\s*(?P<n>\d+)|\bn(?:ote|\.)?\s*(?P<m>\d+)\s*(?:above|supra)", re.IGNORECASE)
_NOTHING = re.compile(rf"[\s.,;:()\[\]{BLANK}]*")


def read_back(draft: Draft) -> None:
    """Take ibid., op. cit. and note numbers out of the rest and record how the citation points back.

    ``back`` becomes "ibid" here; it is "ibid-within" once a document of its own is found beside it.
    """
    text = draft.text
    ibid = _IBID.search(text) if "bid" in text else None
    if ibid:
        draft.connect(ibid.start(), ibid.end())
        draft.back = "ibid"
        return
    if "cit" in text:
        op_cit = _OP_CIT.search(text)
        if op_cit:
            draft.connect(op_cit.start(), op_cit.end())
            draft.back = "op-cit"
    if "above" in text or "supra" in text:
        note = _NOTE_ABOVE.search(text)
        if note:
            draft.connect(note.start(), note.end())
            draft.back_note = note["n"] or note["m"]
            draft.back = draft.back or "note"


def is_exhausted(draft: Draft) -> bool:
    """Whether nothing but separators is left to understand."""
    return _NOTHING.fullmatch(draft.rest) is not None
