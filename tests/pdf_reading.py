"""Reading a PDF back for tests: its structure by pikepdf, its text and bookmarks by PDFium."""

import io
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pdfua
import pikepdf
from pypdfium2 import PdfDocument


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the structure: its role as PDF knows it, alternative text, the roles below it in their order."""

    role: str
    alt: str
    below: tuple["Element", ...]

    def all(self) -> Iterator["Element"]:
        yield self
        for one in self.below:
            yield from one.all()

    def of(self, *roles: str) -> list["Element"]:
        return [one for one in self.all() if one.role in roles]


@lru_cache(maxsize=8)
def structure(data: bytes) -> Element:
    """The structure tree of a tagged PDF; roles of its own are read as the ones they are mapped to."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root.StructTreeRoot
        mapped = {str(key): str(value) for key, value in root.get("/RoleMap", {}).items()}
        return _element(root, mapped)


def _element(node: pikepdf.Object, mapped: dict[str, str]) -> Element:
    role = str(node.get("/S", "/Root"))
    below = node.get("/K", pikepdf.Array())
    kids = list(below) if isinstance(below, pikepdf.Array) else [below]
    return Element(
        mapped.get(role, role).lstrip("/"),
        str(node.get("/Alt", "")),
        tuple(_element(kid, mapped) for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid),
    )


@lru_cache(maxsize=8)
def page_texts(data: bytes) -> tuple[str, ...]:
    """The text of every page, as a reader copies it out."""
    pages = PdfDocument(data)
    texts = (pages[place].get_textpage().get_text_range() for place in range(len(pages)))
    return tuple(text.replace("\r", "") for text in texts)


def squeezed(text: str) -> str:
    """A text without spaces, line breaks and hyphens: what stays the same however it was broken."""
    return re.sub(r"[\s\u00ad\u200b\u2010\u2060\u2066-\u2069\ufffe-]+", "", text)


def bookmarks(data: bytes) -> list[str]:
    """The titles of all bookmarks in their order."""
    return [bookmark.get_title() for bookmark in PdfDocument(data).get_toc()]


def untagged(data: bytes) -> int:
    """How many operators that draw text or pictures stand in no marked content, neither tagged nor artifact."""
    found = 0
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            depth = 0
            for part in pikepdf.parse_content_stream(page):
                name = str(part.operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                found += not depth and name in {"Tj", "TJ", "'", '"', "Do", "f", "F", "f*", "S", "s", "B", "b", "sh"}
    return found


def artifacts(data: bytes, page: int) -> int:
    """How many marked parts of a page are artifacts: header, footer, lines."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stream = pikepdf.parse_content_stream(pdf.pages[page])
        return sum(str(one.operator) in {"BDC", "BMC"} and str(one.operands[0]) == "/Artifact" for one in stream)


def findings(data: bytes) -> list[str]:
    """What the machine's rules of PDF/UA find wrong for certain."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.pdf"
        path.write_bytes(data)
        report = pdfua.validate(str(path))
    return [f"{one.rule_id}: {one.message}" for one in report.findings if one.severity >= pdfua.Severity.ERROR]
