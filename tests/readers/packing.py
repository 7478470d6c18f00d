"""Small office documents and PDFs, made of what a test says."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip package with *parts*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(
                name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return buffer.getvalue()


def docx(
    body: str,
    footnotes: str = "",
    endnotes: str = "",
    styles: str = "",
    settings: str = "",
    namespace: str = _W,
) -> bytes:
    """A Word document whose parts hold the given elements (prefix ``w:``)."""

    def part(root: str, content: str) -> str:
        return f'<?xml version="1.0"?><w:{root} xmlns:w="{namespace}">{content}</w:{root}>'

    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships><Relationship Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    relations = ""
    for name, content in (
        ("footnotes", footnotes),
        ("endnotes", endnotes),
        ("styles", styles),
        ("settings", settings),
    ):
        if content:
            parts[f"word/{name}.xml"] = part(name, content)
            relations += f'<Relationship Type="{_R}/{name}" Target="{name}.xml"/>'
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    return zipped(parts)


def p(*content: str, properties: str = "") -> str:
    """A paragraph; plain text among *content* becomes a run."""
    runs = (
        part if part.startswith("<") else f'<w:r><w:t xml:space="preserve">{part}</w:t></w:r>'
        for part in content
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def italic(text: str) -> str:
    """An italic run."""
    return f'<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def call(id_: int, kind: str = "footnote", custom: str = "") -> str:
    """The reference of a note; *custom* is a mark that the writer typed."""
    follows = ' w:customMarkFollows="1"' if custom else ""
    mark = f"<w:t>{custom}</w:t>" if custom else ""
    return f'<w:r><w:{kind}Reference w:id="{id_}"{follows}/>{mark}</w:r>'


def note(id_: int, *content: str, kind: str = "footnote") -> str:
    """A note of one paragraph, which begins with its number as Word writes it."""
    return f'<w:{kind} w:id="{id_}">{p(f"<w:r><w:{kind}Ref/></w:r>", " ", *content)}</w:{kind}>'


def odt(text: str, styles: str = "") -> bytes:
    """An OpenDocument text with the elements *text* in it."""
    names = {"office": "office", "text": "text", "style": "style", "draw": "drawing", "table": "table"}
    declared = " ".join(f'xmlns:{prefix}="{_ODF}:{name}:1.0"' for prefix, name in names.items())
    declared += f' xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"'
    content = (
        f'<?xml version="1.0"?><office:document-content {declared}><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


Word = tuple[float, float, float, str]  # x, y, size, text; a text that begins with "/" is set in italics
Rule = tuple[float, float, float]  # x, y, length


def pdf(pages: Sequence[Sequence[Word | Rule]]) -> bytes:
    """A PDF whose pages hold the given lines and rules."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} >>" for name in ("Times-Roman", "Times-Italic")
    ]
    kids = []
    for content in pages:
        stream = "\n".join(_drawn(item) for item in content)
        objects.append(f"<< /Length {len(stream.encode('latin-1'))} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return from_objects(objects)


def from_objects(objects: Sequence[str]) -> bytes:
    """A PDF file of *objects*, the first of which is its catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010} 00000 n \n".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def _drawn(item: Word | Rule) -> str:
    if len(item) == 3:
        x, y, length = item
        return f"{x} {y} m {x + length} {y} l 0.5 w S"
    x, y, size, text = item
    font = "F2" if text.startswith("/") else "F1"
    escaped = text.lstrip("/").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"
