"""Rendering notes and bibliographies in citation styles, on citeproc-py's styles and locales.

``Processor`` is the public interface; ``list_styles``, ``find_style`` and ``check`` serve ``citekit styles``,
``render_notes`` sets the notes of a parsed document again.
"""

from __future__ import annotations

from citekit.render.compile import StyleError
from citekit.render.document import render_notes
from citekit.render.options import Options
from citekit.render.processor import Processor
from citekit.render.styles import StyleInfo, check, find_style, list_styles

__all__ = [
    "Options",
    "Processor",
    "StyleError",
    "StyleInfo",
    "check",
    "find_style",
    "list_styles",
    "render_notes",
]
