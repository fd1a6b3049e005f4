"""The styles of a report: Word's own names where it has one, so that its outline, lists and contents work."""

from dataclasses import dataclass
from functools import cache

from audit_core.documents.word.markup import LANGUAGE, hexadecimal
from audit_core.terms import ACCENT, BAR_GROUND, HAIRLINE, INK, SECONDARY, SOFT_GROUND

FONT, FONT_FROM_RIGHT = "Calibri", "Arial"
TITLE, SUBTITLE, LEAD, TEXT, NOTE, FACT, GAP = "Title", "Subtitle", "Lead", "BodyText", "Note", "Fact", "Gap"
POINT, BELOW, CAPTION, PICTURE = "ListBullet", "ListContinue", "Caption", "Picture"
CELL, CELL_RIGHT, HEAD, HEAD_RIGHT = "TableText", "TableNumber", "TableHead", "TableHeadRight"
HEAD_SMALL = "TableHeadSmall"
FIGURE, FIGURE_NOTE = "Figure", "FigureNote"
CONTENTS, HEADER, FOOTER, LINK, TABLE, FIGURES = "TOCHeading", "Header", "Footer", "Hyperlink", "ReportTable", "Figures"
TEXT_WIDTH = 9638
"""How wide text runs on A4 between margins of 2 cm, in twentieths of a point, as Word counts."""
FACT_INDENT = 2381
_KEEP = "<w:keepNext/><w:keepLines/>"


@dataclass(frozen=True, slots=True)
class _Style:
    """A style of paragraphs: its name in Word, size in half points, space before and after, further properties.

    `before_spacing` and `behind` are properties that the schema wants before and behind the spacing.
    """

    id: str
    name: str
    size: int
    before: int = 0
    after: int = 0
    strong: bool = False
    colour: str = INK
    before_spacing: str = ""
    behind: str = ""
    based_on: str = "Normal"
    followed_by: str = ""
    line: str = ""
    own: bool = False


def heading(level: int) -> str:
    """The style of a heading."""
    return f"Heading{level}"


def contents_line(level: int) -> str:
    """The style of a line of the contents."""
    return f"TOC{level}"


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def _heading(level: int, size: int, before: int, after: int) -> _Style:
    return _Style(
        heading(level), f"heading {level}", size, before, after, strong=True, colour=ACCENT if level < 4 else INK,
        before_spacing=f"{_KEEP}<w:suppressAutoHyphens/>", behind=_outline(level), followed_by=TEXT,
    )  # fmt: skip


def _contents(level: int, left: int) -> _Style:
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    return _Style(
        contents_line(level), f"toc {level}", 20, after=40, before_spacing=tab, behind=f'<w:ind w:left="{left}"/>'
    )


def _page_line(style: str, name: str, border: str) -> _Style:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    line = f'<w:pBdr><w:{border} w:val="single" w:sz="4" w:space="4" w:color="{hexadecimal(HAIRLINE)}"/></w:pBdr>'
    return _Style(style, name, 17, colour=SECONDARY, before_spacing=f"{line}{tab}")


_RIGHT = '<w:jc w:val="right"/>'
_LEAD_GROUND = (
    f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{hexadecimal(ACCENT)}"/></w:pBdr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(SOFT_GROUND)}"/>'
)
_STYLES = (
    _Style(TITLE, "Title", 48, after=60, strong=True, colour=ACCENT, followed_by=SUBTITLE,
           before_spacing=f"{_KEEP}<w:suppressAutoHyphens/>", behind=_outline(1)),
    _Style(SUBTITLE, "Subtitle", 26, after=200, colour=SECONDARY, followed_by=TEXT),
    _heading(1, 36, 360, 120),
    _heading(2, 30, 360, 120),
    _heading(3, 24, 280, 80),
    _heading(4, 21, 220, 60),
    _Style(TEXT, "Body Text", 21, after=120),
    _Style(LEAD, "Kernaussage", 24, 120, 200, before_spacing=_LEAD_GROUND, behind='<w:ind w:left="200"/>', own=True),
    _Style(NOTE, "Anmerkung", 18, 60, 160, colour=SECONDARY, own=True),
    _Style(FACT, "Steckbrief", 20, after=40, own=True,
           before_spacing=f'<w:tabs><w:tab w:val="left" w:pos="{FACT_INDENT}"/></w:tabs>',
           behind=f'<w:ind w:left="{FACT_INDENT}" w:hanging="{FACT_INDENT}"/>'),
    _Style(GAP, "Abstand", 12, own=True),
    _Style(POINT, "List Bullet", 21, after=60,
           before_spacing='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    _Style(BELOW, "List Continue", 18, after=60, colour=SECONDARY, behind='<w:ind w:left="284"/>'),
    _Style(CAPTION, "caption", 20, 160, 80, strong=True, before_spacing=_KEEP, followed_by=TEXT),
    _Style(PICTURE, "Bild", 20, after=120, own=True),
    _Style(CELL, "Tabellentext", 18, own=True),
    _Style(CELL_RIGHT, "Tabellenzahl", 18, based_on=CELL, behind=_RIGHT, own=True),
    _Style(HEAD, "Tabellenkopf", 18, strong=True, colour=SECONDARY, based_on=CELL, before_spacing="<w:keepNext/>",
           own=True),
    _Style(HEAD_RIGHT, "Tabellenkopf rechts", 18, strong=True, colour=SECONDARY, based_on=HEAD, behind=_RIGHT,
           own=True),
    _Style(HEAD_SMALL, "Tabellenkopf klein", 16, strong=True, colour=SECONDARY, based_on=HEAD, behind=_RIGHT,
           own=True),
    _Style(FIGURE, "Zahl", 32, strong=True, based_on=CELL, before_spacing="<w:keepNext/>", own=True),
    _Style(FIGURE_NOTE, "Zahl Anmerkung", 18, colour=SECONDARY, based_on=CELL, own=True),
    _Style(CONTENTS, "TOC Heading", 24, 320, 100, strong=True, colour=ACCENT, before_spacing=_KEEP, followed_by=TEXT),
    _contents(1, 0),
    _contents(2, 0),
    _contents(3, 284),
    _page_line(HEADER, "header", "bottom"),
    _page_line(FOOTER, "footer", "top"),
)  # fmt: skip


@cache
def styles_xml(namespace: str) -> bytes:
    """The part of the styles."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="{namespace}">{_DEFAULTS}'
        f"{_NORMAL}{''.join(map(_paragraph_style, _STYLES))}{_CHARACTERS}{_TABLES}</w:styles>"
    ).encode()


def _paragraph_style(style: _Style) -> str:
    strong = "<w:b/><w:bCs/>" if style.strong else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    following = f'<w:next w:val="{style.followed_by}"/>' if style.followed_by else ""
    own = ' w:customStyle="1"' if style.own else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/>{following}'
        f'<w:uiPriority w:val="{1 if style.own else 10}"/><w:qFormat/><w:pPr>{style.before_spacing}'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>{style.behind}</w:pPr>'
        f'<w:rPr>{strong}<w:color w:val="{hexadecimal(style.colour)}"/>'
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


_DEFAULTS = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" '
    f'w:cs="{FONT_FROM_RIGHT}"/><w:color w:val="{hexadecimal(INK)}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    f'<w:rPr><w:lang w:val="{LANGUAGE}"/></w:rPr></w:style>'
)
_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    f'<w:style w:type="character" w:styleId="{LINK}"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/></w:style>'
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)


def _line(side: str, colour: str, size: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{hexadecimal(colour)}"/>'


_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Berichtstabelle"/>'
    f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{_line("top", SECONDARY)}'
    f"{_line('bottom', SECONDARY)}{_line('insideH', HAIRLINE)}</w:tblBorders>{_MARGINS}</w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>{_line("bottom", SECONDARY)}</w:tcBorders>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(BAR_GROUND)}"/></w:tcPr></w:tblStylePr>'
    f'<w:tblStylePr w:type="lastRow"><w:tblPr/><w:tcPr><w:tcBorders>{_line("top", INK, 8)}</w:tcBorders></w:tcPr>'
    "</w:tblStylePr></w:style>"
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{FIGURES}"><w:name w:val="Zahlen"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_line("top", ACCENT, 12)}{_line("bottom", HAIRLINE)}'
    f"{_line('insideV', HAIRLINE)}</w:tblBorders>{_MARGINS}</w:tblPr></w:style>"
)
