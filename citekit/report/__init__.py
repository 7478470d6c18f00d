"""One self-contained HTML page: every note beside what was understood of it, the works, when and where from.

``page`` is a function from values to text.  The modules below it make *view values* (:mod:`.views`), plain
data with everything a template has to print already in words; the templates only lay them out.
"""

from __future__ import annotations

from citekit.report.page import page

__all__ = ["page"]
