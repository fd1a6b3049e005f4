"""What stands on a slide as DrawingML: texts, chips, lines, tables; lengths in inches, sizes in points."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from audit_core.terms import INK, STATUS, WHITE

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
EMU = 914_400
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"[ \t\r\n\u2028\u2029\x85]+")
_NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_CELL_END = 91_440
_INSETS = 'lIns="0" tIns="0" rIns="0" bIns="0"'


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def points(self) -> float:
        """Its width in points."""
        return 72 * self.width

    def xfrm(self, tag: str = "a") -> str:
        parts = (round(value * EMU) for value in (self.left, self.top, self.width, self.height))
        return '<{0}:xfrm><a:off x="{1}" y="{2}"/><a:ext cx="{3}" cy="{4}"/></{0}:xfrm>'.format(tag, *parts)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one size, weight and colour."""

    text: str
    size: float = 16
    bold: bool = False
    colour: str = INK


Line = Sequence[Run]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its lines, how it stands, its ground, the colour of the rule below it, and its inset left and right."""

    lines: tuple[Line, ...]
    align: str = "l"
    ground: str = ""
    rule: str = ""
    anchor: str = "ctr"
    inset: float = 0


def clean(text: str) -> str:
    """A text in one line without signs that no XML can hold.

    >>> clean("a\\x00b\\tc\\n\\nd")
    'ab c d'
    """
    if text.isprintable():
        return text
    return _SPACE.sub(" ", _FORBIDDEN.sub("", text)).strip()


def quoted(text: str) -> str:
    """A text for XML, between tags and in attributes."""
    return escape(clean(text))


def quoted_lines(text: str) -> str:
    """A text of several lines for XML, as charts and cells hold it."""
    return "&#10;".join(quoted(line) for line in text.split("\n"))


def fill(colour: str, hatched: bool = False) -> str:
    """A fill; hatched are lines of the colour on white (keine Meldung)."""
    if not colour:
        return "<a:noFill/>"
    if hatched:
        return (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{colour[1:].upper()}"/></a:fgClr>'
            f'<a:bgClr><a:srgbClr val="{WHITE[1:].upper()}"/></a:bgClr></a:pattFill>'
        )
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'


def run(piece: Run) -> str:
    """A run; the language stands on each."""
    bold = ' b="1"' if piece.bold else ""
    return (
        f'<a:r><a:rPr lang="de-DE" sz="{round(100 * piece.size)}"{bold}>{fill(piece.colour)}</a:rPr>'
        f"<a:t>{quoted(piece.text)}</a:t></a:r>"
    )


def paragraphs(lines: Iterable[Line], align: str = "l") -> str:
    """Paragraphs, one per line; there is always one."""
    found = [
        f'<a:p><a:pPr algn="{align}"/>{"".join(map(run, line))}<a:endParaRPr lang="de-DE"/></a:p>' for line in lines
    ]
    return "".join(found) or '<a:p><a:endParaRPr lang="de-DE"/></a:p>'


def text(number: int, name: str, box: Box, lines: Iterable[Line], align: str = "l", anchor: str = "t") -> str:
    """A text box."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{quoted(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box.xfrm()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" {_INSETS} anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs(lines, align)}</p:txBody></p:sp>"
    )


def plate(number: int, name: str, box: Box, colour: str, line: Line = (), hatched: bool = False) -> str:
    """A coloured rectangle, with a sign in its middle or none."""
    edge = f'<a:ln w="9525">{fill(colour)}</a:ln>' if hatched else "<a:ln><a:noFill/></a:ln>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{quoted(name)}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box.xfrm()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(colour, hatched)}{edge}</p:spPr>'
        f'<p:txBody><a:bodyPr wrap="none" {_INSETS} anchor="ctr"/><a:lstStyle/>'
        f"{paragraphs([line], 'ctr')}</p:txBody></p:sp>"
    )


def chip(number: int, code: str, box: Box) -> str:
    """The sign of a status on its colour."""
    status = STATUS[code]
    return plate(
        number, status.label, box, status.colour, [Run(status.symbol, 12, True, status.on_colour)], status.hatched
    )


def placeholder(number: int, name: str, kind: str, box: Box | None, lines: Iterable[Line], body: str = "") -> str:
    """What fills a place of the layout: footer, subtitle."""
    place = box.xfrm() if box else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{quoted(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{body or paragraphs(lines)}</p:txBody></p:sp>"
    )


def table(
    number: int, name: str, alt: str, box: Box, widths: Sequence[float], rows: Sequence[Sequence[TableCell]],
    heights: Sequence[float], header: bool = True, last: bool = False,
) -> str:  # fmt: skip
    """A table with widths and heights in inches; `alt` says what it shows."""
    grid = "".join(f'<a:gridCol w="{round(one * EMU)}"/>' for one in widths)
    body = "".join(
        f'<a:tr h="{round(height * EMU)}">{"".join(map(_cell, row))}</a:tr>'
        for row, height in zip(rows, heights, strict=True)
    )
    marks = (' firstRow="1"' if header else "") + (' lastRow="1"' if last else "")
    return (
        f"<p:graphicFrame>{_frame(number, name, alt)}{box.xfrm('p')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{marks}><a:tableStyleId>{_NO_GRID}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f"{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def chart(number: int, name: str, alt: str, box: Box, relation: str) -> str:
    """The frame of a chart part."""
    return (
        f"<p:graphicFrame>{_frame(number, name, alt)}{box.xfrm('p')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _frame(number: int, name: str, alt: str) -> str:
    return (
        f'<p:nvGraphicFramePr><p:cNvPr id="{number}" name="{quoted(name)}" descr="{quoted(alt)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
    )


def _cell(cell: TableCell) -> str:
    rule = f'<a:lnB w="9525">{fill(cell.rule)}</a:lnB>' if cell.rule else ""
    start = round(cell.inset * EMU)
    end = start or (_CELL_END if cell.align == "l" else 0)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.lines, cell.align)}</a:txBody>"
        f'<a:tcPr marL="{start}" marR="{end}" marT="0" marB="0" anchor="{cell.anchor}">{rule}'
        f"{fill(cell.ground)}</a:tcPr></a:tc>"
    )
