"""The blocks of a report in their order, as the body of a document."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil

from audit_core.documents.seen import named
from audit_core.documents.word import grids, styles
from audit_core.documents.word.markup import attribute, paragraph, runs
from audit_core.documents.word.widths import FACT_SIGN
from audit_core.tables.blocks import (
    Block,
    Facts,
    FieldBars,
    Figures,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Points,
    Report,
    Table,
    YearColumns,
    headings,
)

CONTENTS, BEFORE_STATUS = "Inhalt", "\u2002"
HOW_TO_NUMBER = (
    "Seitenzahlen: hier rechts klicken, dann „Felder aktualisieren“ (LibreOffice: „Verzeichnis aktualisieren“)."
)
PICTURE_PIXELS = 1700
"""About 254 pixels an inch on the width of the text."""
_MOST_LINES = 36
"""More lines of contents than these are none: then they name the sections alone."""
_SHORT = 300
"""A paragraph with up to so many signs stays with the list, table or picture that it leads to."""
_TOGETHER = 18
"""A Steckbrief with up to so many lines stays on one page with its heading."""
_KINDS = {"lead": styles.LEAD, "text": styles.TEXT, "note": styles.NOTE}
_EMU_PER_TWIP = 635
_HIGHEST_PICTURE = 12_500
"""In twentieths of a point: what fits on a page under a heading and its caption."""

Draw = Callable[[Picture, int], bytes]


@dataclass
class Body:
    """The XML of a body as it grows, and the pictures that stand in it, by the id of their relationship."""

    draw: Draw
    parts: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    headings: int = 0
    break_before: bool = False

    @property
    def xml(self) -> str:
        return "".join(self.parts)

    def paragraph(self, content: str, style: str, keep: bool = False, whole: bool = False) -> None:
        """A paragraph, on a new page where one was asked for."""
        self.parts.append(paragraph(content, style, break_before=self.break_before, keep=keep, whole=whole))
        self.break_before = False


def body(report: Report, draw: Draw) -> Body:
    """A report with its title, what stands under it, its contents and its blocks."""
    grown = Body(draw)
    grown.paragraph(runs(named(report.title)), styles.TITLE)
    if report.subtitle:
        grown.paragraph(runs(report.subtitle), styles.SUBTITLE)
    _add_facts(grown, report.facts)
    _add_contents(grown, headings(report.blocks))
    for block, leads in zip(report.blocks, _leading(report.blocks), strict=True):
        _add(grown, block, leads)
    return grown


def _leading(blocks: Sequence[Block]) -> list[bool]:
    """Of each block whether it stays on the page of the next: short sentences before what they speak of or before a
    deeper heading, however many they are, and figures before their note.
    """
    above = 0
    levels = [above := block.level if isinstance(block, Heading) else above for block in blocks]
    found = [False] * len(blocks)
    for place in range(len(blocks) - 2, -1, -1):
        block, following = blocks[place], blocks[place + 1]
        if isinstance(block, Paragraph) and len(block.text) <= _SHORT:
            deeper = isinstance(following, Heading) and following.level > levels[place]
            shown = isinstance(following, Points | Facts | Figures | Table | Picture)
            found[place] = shown or deeper or found[place + 1]
        elif isinstance(block, Figures):
            found[place] = isinstance(following, Paragraph) and following.kind == "note"
    return found


def _add(grown: Body, block: Block, leads: bool) -> None:
    match block:
        case Heading(level, text):
            grown.paragraph(_bookmarked(runs(named(text)), grown.headings), styles.heading(level))
            grown.headings += 1
        case Paragraph(text, kind):
            grown.paragraph(runs(text), _KINDS[kind], keep=leads)
        case Points():
            _add_points(grown, block)
        case Facts(rows):
            _add_facts(grown, rows)
        case Figures():
            _on_new_page(grown)
            grown.parts.append(grids.figures(block, leads))
        case Table():
            grown.paragraph(runs(named(block.caption)), styles.CAPTION)
            grown.parts.append(grids.table(block))
        case FieldBars() | YearColumns():
            _add_picture(grown, block)
        case NewPage():
            grown.break_before = True


def _on_new_page(grown: Body) -> None:
    """A table cannot begin a page by itself; an empty line does it for it."""
    if grown.break_before:
        grown.paragraph("", styles.GAP)


def _add_points(grown: Body, block: Points) -> None:
    for point in block.items:
        status = runs(BEFORE_STATUS) + grids.status(point.status) if point.status else ""
        grown.paragraph(runs(point.text) + status, styles.POINT, keep=bool(point.below))
        for line in point.below:
            grown.paragraph(runs(line), styles.BELOW)


def _add_facts(grown: Body, rows: Sequence[tuple[str, str]]) -> None:
    """A Steckbrief: whole where it is short, else no page begins or ends with one of its lines alone."""
    lines = [_lines(text) for _, text in rows]
    together, last = sum(lines) <= _TOGETHER, len(rows) - 1
    for place, (what, text) in enumerate(rows):
        keep = place < last and (together or place < 2 or place == last - 1)
        whole = lines[place] <= _TOGETHER
        grown.paragraph(runs(what + "\t", strong=True) + runs(text), styles.FACT, keep, whole)


def _lines(text: str) -> int:
    """About how many lines a text of a Steckbrief takes."""
    signs = (styles.TEXT_WIDTH - styles.FACT_INDENT) // FACT_SIGN
    return sum(max(1, ceil(len(line) / signs)) for line in text.split("\n"))


def _add_picture(grown: Body, block: Picture) -> None:
    """A picture under its caption, with its alternative text."""
    number = len(grown.pictures) + 1
    data = grown.draw(block, PICTURE_PIXELS)
    relation = f"rIdPicture{number}"
    grown.pictures[relation] = data
    grown.paragraph(runs(named(block.caption)), styles.CAPTION)
    grown.paragraph(_drawing(number, relation, named(block.alt), *_size(data)), styles.PICTURE, keep=bool(block.note))
    if block.note:
        grown.paragraph(runs(block.note), styles.NOTE)


def _size(png: bytes) -> tuple[int, int]:
    """How wide and high a PNG stands on the page, as wide as the text or as high as a page, in EMU."""
    width, height = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    scale = min(styles.TEXT_WIDTH / width, _HIGHEST_PICTURE / height)
    return round(width * scale) * _EMU_PER_TWIP, round(height * scale) * _EMU_PER_TWIP


def _drawing(number: int, relation: str, alt: str, width: int, height: int) -> str:
    name = f'id="{number}" name="Bild {number}" descr="{attribute(alt)}"'
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {name}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def _bookmark(number: int) -> str:
    return f"_Toc{number + 1:09d}"


def _bookmarked(content: str, number: int) -> str:
    name = f'<w:bookmarkStart w:id="{number}" w:name="{_bookmark(number)}"/>'
    return f'{name}{content}<w:bookmarkEnd w:id="{number}"/>'


def _add_contents(grown: Body, found: Sequence[Heading]) -> None:
    """The contents as Word's own field with its lines inside, so that nothing has to be asked when it is opened.

    The lines lead to their headings. The numbers of pages are known to no one before Word sets the pages, and a wrong
    one is worse than none: the last line says how they come, and goes when they do, because it lies inside the field.
    """
    deepest = 3 if sum(one.level <= 3 for one in found) <= _MOST_LINES else 2
    shown = [(number, one) for number, one in enumerate(found) if one.level <= deepest]
    if not shown:
        return
    grown.paragraph(runs(CONTENTS), styles.CONTENTS)
    for place, (number, one) in enumerate(shown):
        link = f'<w:hyperlink w:anchor="{_bookmark(number)}" w:history="1">{runs(named(one.text))}</w:hyperlink>'
        start = _field_start(f'TOC \\o "2-{deepest}" \\h \\z \\u') if place == 0 else ""
        grown.paragraph(f"{start}{link}", styles.contents_line(one.level))
    grown.paragraph(f'{runs(HOW_TO_NUMBER)}<w:r><w:fldChar w:fldCharType="end"/></w:r>', styles.NOTE)


def _field_start(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {attribute(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
