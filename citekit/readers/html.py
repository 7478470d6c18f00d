"""HTML: the notes of pandoc, Word, LibreOffice, MediaWiki, static site generators and EPUB.

They all do one thing: the call in the text links to the note, and the note links back to the call.  That
pair of links is what this reader looks for, not the class names of one program.  A page without such
pairs is read as text, so that raised numbers and headings say where its notes are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from citekit.model import Document, Note
from citekit.readers.decoding import decode
from citekit.readers.errors import ReaderError
from citekit.readers.rich import Call, Paragraph, Run, assembled, passage

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "head",
        "template",
        "noscript",
        "nav",
        "button",
        "select",
        "textarea",
        "svg",
        "math",
        "iframe",
        "object",
    }
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "dd",
        "dt",
        "blockquote",
        "td",
        "th",
        "section",
        "aside",
        "article",
        "figcaption",
        "pre",
        "center",
    }
    | {
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "body",
        "main",
        "ol",
        "ul",
        "dl",
        "table",
        "tr",
        "tbody",
        "header",
        "footer",
        "hr",
    }
)
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]{2,30})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_\-]{2,30})""")
_NUMBER = re.compile(r"[\s\[(（〔［]*([^\s\[\]()（）〔〕［］.:]{1,12}(?:\s\d{1,4})?)[\s\])）〕］.:]*")
_LABEL = re.compile(r"^[\s↑^↵↩\ufe0e⏎⤴]+")
_AFTER_NUMBER = re.compile(r"^\s*[.):\]]\s+")
_ENTRY_CLASSES = frozenset({"csl-entry", "csl-bib-body-entry"})


def read_html(data: bytes, name: str) -> Document:
    """The notes and bibliography of an HTML page; raises ReaderError where no encoding fits its bytes."""
    from lxml import html

    text = _decoded(data, name)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (ValueError, AssertionError, html.etree.ParserError) as error:
        raise ReaderError(
            f"{name}: is no HTML page ({error})", "Save the page again from the browser."
        ) from None
    body = root.find("body")
    page = _Page(root if body is None else body)
    notes = [page.note(call, n) for call, n in page.first_calls()]
    return assembled(name, "html", page.paragraphs(), notes)


def _decoded(data: bytes, name: str) -> str:
    """The text of a page: by its byte order mark, by what it declares, else by its bytes."""
    head = data[:4096]
    declared = _CHARSET.search(head) or _XML_ENCODING.search(head)
    if declared is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared.group(1).decode("ascii").lower()
        encoding = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252", "utf-16": "utf-8"}.get(
            encoding, encoding
        )
        try:
            # XML's own declaration must go: lxml refuses text that names another encoding.
            return re.sub(r"^\s*<\?xml[^>]*\?>", "", data.decode(encoding))
        except (LookupError, UnicodeDecodeError):
            pass
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", decode(data, name).text)


class _Page:
    """The elements of a page, the links between calls and notes, and the text of both."""

    def __init__(self, body: Any) -> None:
        self.body = body
        self.targets: dict[str, Any] = {}
        for element in body.iter():
            if isinstance(element.tag, str):
                for key in (element.get("id"), element.get("name") if element.tag == "a" else None):
                    if key:
                        self.targets.setdefault(key, element)
        links = [link for link in body.iter("a") if (link.get("href") or "").startswith("#")]
        self.links = {link: link.get("href")[1:] for link in links}
        self.calls = self._calls()
        self.containers = self._containers()
        self.notes = {id(container) for container in self.containers.values()}
        named = {key for call in self.calls for key in self._names(call)}
        self.backlinks = {
            link
            for link, target in self.links.items()
            if target in named and link not in self.calls and self._in_note(link)
        }

    def _names(self, element: Any) -> Iterator[str]:
        """The names by which a link may lead to *element* or to what closely wraps it."""
        for step, around in enumerate((element, *element.iterancestors())):
            if step > 2 or (around.tag in _BLOCKS and step):
                return
            yield from (key for key in (around.get("id"), around.get("name")) if key)
        for child in element.iter():
            if child is not element:
                yield from (key for key in (child.get("id"), child.get("name")) if key)

    def _calls(self) -> dict[Any, str]:
        """The links that lead to a note whose own link leads back, and the names of those notes.

        Of the two links of a pair the call is the one that comes first and whose text is short.
        """
        order = {link: index for index, link in enumerate(self.links)}
        by_name: dict[str, list[Any]] = {}
        for link in self.links:
            for key in self._names(link):
                by_name.setdefault(key, []).append(link)
        leading: dict[str, list[Any]] = {}
        for link, target in self.links.items():
            leading.setdefault(target, []).append(link)
        calls: dict[Any, str] = {}
        back: set[Any] = set()
        for link, target in self.links.items():
            element = self.targets.get(target)
            if link in back or element is None or len("".join(link.itertext())) > 30:
                continue
            returning = [
                other
                for key in dict.fromkeys(self._names(link))
                for other in leading.get(key, ())
                if order[other] > order[link] and self._belongs(other, element)
            ]
            if returning:
                calls[link] = target
                back.update(returning)
        return calls

    @staticmethod
    def _belongs(link: Any, element: Any) -> bool:
        """Whether *link* stands in the note that *element* names: in it, beside it, or in the same block."""
        if link is element or any(above is element for above in link.iterancestors()):
            return True
        block = next((above for above in element.iterancestors() if above.tag in _BLOCKS), None)
        return block is not None and any(above is block for above in link.iterancestors())

    def _containers(self) -> dict[str, Any]:
        """The element that holds each note.

        The block around its name, widened while no other note is in it.
        """
        wanted = {target: self.targets[target] for target in self.calls.values()}
        holding: dict[Any, int] = {}
        for element in wanted.values():
            for above in (element, *element.iterancestors()):
                holding[above] = holding.get(above, 0) + 1
        calling = {above for call in self.calls for above in (call, *call.iterancestors())}
        containers: dict[str, Any] = {}
        for target, element in wanted.items():
            container = element
            while container.tag not in _BLOCKS and container.getparent() is not None:
                container = container.getparent()
            for above in container.iterancestors("div", "li", "aside", "section", "dd"):
                if holding.get(above, 0) > 1 or above in calling:
                    break
                container = above
            containers[target] = container
        return containers

    def _in_note(self, link: Any) -> bool:
        return any(id(above) in self.notes for above in link.iterancestors())

    def first_calls(self) -> list[tuple[Any, str]]:
        """The first call of each note, in order, with the number that is printed there."""
        seen: dict[int, tuple[Any, str]] = {}
        for call, target in self.calls.items():
            container = self.containers[target]
            if id(container) not in seen:
                seen[id(container)] = (call, self.number(call))
        return list(seen.values())

    def number(self, call: Any) -> str:
        """The number that is printed at a call."""
        text = "".join(call.itertext())
        match = _NUMBER.fullmatch(text)
        return match.group(1) if match else text.strip() or str(list(self.calls).index(call) + 1)

    def note(self, call: Any, n: str) -> Note:
        """The note that *call* leads to."""
        container = self.containers[self.calls[call]]
        walker = _Walker(self, inside=container)
        walker.walk(container)
        paragraphs = walker.finished()
        _without_label(paragraphs, n)
        read = passage(paragraphs)
        return Note(n, read.text, read.emphasis, line=container.sourceline)

    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the body, notes left out."""
        walker = _Walker(self)
        walker.walk(self.body)
        return walker.finished()


def _without_label(paragraphs: list[Paragraph], n: str) -> None:
    """Take arrows and the number from the beginning of a note."""
    label = re.compile(rf"\s*[\[(（〔]?{re.escape(n)}[\])）〕]?[.:]?(?!\w)\s*")
    for paragraph in paragraphs[:1]:
        for index, run in enumerate(paragraph.runs):
            if not isinstance(run, Run):
                continue
            text = _AFTER_NUMBER.sub("", _LABEL.sub("", run.text))
            paragraph.runs[index] = Run(text, run.italic, run.raised)
            if not text.strip():
                continue
            match = label.match(text)
            if match is not None and (run.raised or match.group().strip() != n):
                paragraph.runs[index] = Run(text[match.end() :], run.italic, run.raised)
            return


class _Walker:
    """Gathers the paragraphs of an element."""

    def __init__(self, page: _Page, inside: Any = None) -> None:
        self.page = page
        self.inside = inside
        self.done: list[Paragraph] = []
        self.current = Paragraph()

    def finished(self) -> list[Paragraph]:
        """The paragraphs that hold anything."""
        self._break()
        return self.done

    def _break(self, heading: int = 0, item: str = "", entry: bool = False) -> None:
        if self.current.text.strip() or any(isinstance(run, Call) for run in self.current.runs):
            self.done.append(self.current)
        self.current = Paragraph(heading=heading, item=item, entry=entry)

    def walk(self, element: Any, italic: bool = False, raised: bool = False) -> None:
        """Take *element* and what is in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or element.get("hidden") is not None:
            return
        if id(element) in self.page.notes and element is not self.inside:
            return
        if element in self.page.backlinks:
            return
        if element in self.page.calls and self.inside is None:
            self.current.runs.append(Call(self.page.number(element)))
            return
        classes = set((element.get("class") or "").split())
        if classes & {"mw-cite-backlink", "mw-editsection", "reference-backlink"}:
            return
        if tag == "br":
            self._text(" ", italic, raised)
        block = tag in _BLOCKS
        if block:
            heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
            self._break(
                heading,
                "-" if tag == "li" and self.inside is None else self._carried(tag),
                bool(classes & _ENTRY_CLASSES),
            )
        style = (element.get("style") or "").replace(" ", "").lower()
        italic = (
            italic or tag in _ITALIC or "font-style:italic" in style
        ) and "font-style:normal" not in style
        raised = raised or tag == "sup" or "vertical-align:super" in style
        self._text(element.text, italic, raised)
        for child in element:
            self.walk(child, italic, raised)
            self._text(child.tail, italic, raised)
        if block:
            self._break()

    def _carried(self, tag: str) -> str:
        """A paragraph straight in a list item takes over its sign."""
        return self.current.item if tag in ("p", "div") and not self.current.text.strip() else ""

    def _text(self, text: str | None, italic: bool, raised: bool) -> None:
        if text:
            self.current.runs.append(Run(re.sub(r"[ \t\n\r\f]+", " ", text), italic, raised))
