"""The empty deck: the library's template made 16:9, with two layouts, our colours, and no traces of its maker."""

import re
from datetime import datetime

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.util import Inches

from audit_core.documents.deck.shapes import Box, clean
from audit_core.tables.deck_parts import Deck
from audit_core.terms import ACCENT, INK, SECONDARY, SHOWN_ORDER, STATUS

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
INNER = WIDTH - 2 * MARGIN
TITLE = Box(MARGIN, 0.68, INNER, 0.98)
FIRST_TITLE, SUBTITLE = Box(MARGIN, 1.9, INNER, 1.5), Box(MARGIN, 3.75, INNER, 2.4)
FOOTER, NUMBER = Box(MARGIN, 6.94, 11.2, 0.44), Box(WIDTH - MARGIN - 0.9, 6.94, 0.9, 0.44)
TITLE_SIZE, FIRST_SIZE = 28, 40
_LAYOUTS = {"Title Slide": "Titelfolie", "Title Only": "Nur Titel"}
_BOXES = {"ctrTitle": FIRST_TITLE, "title": TITLE, "subTitle": SUBTITLE, "ftr": FOOTER, "sldNum": NUMBER,
          "body": Box(MARGIN, 1.9, INNER, 4.9)}  # fmt: skip
_NAMES = {"ctrTitle": "Titel", "title": "Titel", "subTitle": "Untertitel", "ftr": "Fußzeile", "sldNum": "Foliennummer",
          "body": "Text"}  # fmt: skip
_LEFT_OUT = ("thumbnail", "printerSettings")
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>Auditmonitor</Application></Properties>'
)


def empty_deck(shown: Deck) -> Presentation:
    """A deck without slides; its dates are the Stichtag."""
    made = pptx.Presentation()
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for layout in list(made.slide_layouts):
        if layout.name not in _LAYOUTS:
            made.slide_layouts.remove(layout)
            continue
        layout.name = _LAYOUTS[layout.name]
        _placed(layout.placeholders)
    master = made.slide_master
    _placed(master.placeholders)
    _styled(master.element)
    theme = master.part.part_related_by(RELATION.THEME)
    theme.blob = _coloured(theme.blob)
    _described(made, shown)
    return made


def _placed(shapes: object) -> None:
    """Every placeholder where it stands in 16:9; the date is none of ours."""
    for shape in list(shapes):  # type: ignore[call-overload]
        kind = shape.element.find(f".//{qn('p:ph')}").get("type", "body")
        if kind == "dt":
            shape.element.getparent().remove(shape.element)
            continue
        shape.name = _NAMES[kind]
        _move(shape, _BOXES[kind])


def _move(shape: BaseShape, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, (box.left, box.top, box.width, box.height))


def _styled(master: object) -> None:
    """Titles stand left and bold, the footer in the secondary colour, nothing has insets."""
    for style in master.iter(qn("p:titleStyle")):  # type: ignore[attr-defined]
        level = style.find(qn("a:lvl1pPr"))
        level.set("algn", "l")
        level.find(qn("a:defRPr")).set("sz", str(100 * TITLE_SIZE))
        level.find(qn("a:defRPr")).set("b", "1")
        level.insert(0, parse_xml(f'<a:lnSpc {_A}><a:spcPct val="92000"/></a:lnSpc>'))
    for body in master.iter(qn("a:bodyPr")):  # type: ignore[attr-defined]
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        body.set("anchor", "t")
        for fit in list(body):
            body.remove(fit)
    for level in master.iter(qn("a:lvl1pPr")):  # type: ignore[attr-defined]
        if level.get("algn") == "ctr":
            level.set("algn", "l")
        for tint in level.iter(qn("a:schemeClr")):
            if len(tint):
                tint.set("val", "tx2")
                tint.remove(tint[0])


_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def _coloured(theme: bytes) -> bytes:
    """The theme with our colours, so that what people add fits."""
    accents = [ACCENT, *(STATUS[code].colour for code in SHOWN_ORDER[:5])]
    colours = {"dk1": INK, "dk2": SECONDARY, "hlink": ACCENT, "folHlink": SECONDARY}
    colours |= {f"accent{place}": colour for place, colour in enumerate(accents, 1)}
    text = theme.decode()
    for name, colour in colours.items():
        text = re.sub(f"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>', text,
                      flags=re.DOTALL)  # fmt: skip
    return text.encode()


def _described(made: Presentation, shown: Deck) -> None:
    """What the file says of itself: no clock but the Stichtag, nothing of the template's maker."""
    day = datetime(shown.as_of.year, shown.as_of.month, shown.as_of.day)  # noqa: DTZ001
    about = made.core_properties
    about.title, about.subject, about.language = clean(shown.title)[:255], clean(shown.footer)[:255], "de-DE"
    about.author, about.last_modified_by = clean(shown.county)[:255], clean(shown.county)[:255]
    about.created, about.modified, about.revision = day, day, 1
    about.keywords, about.comments, about.category = "", clean(shown.warning)[:255], ""
    package = made.part.package
    for relations in (package._rels, made.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _LEFT_OUT:
                relations.pop(key)
            elif relation.reltype == RELATION.EXTENDED_PROPERTIES:
                _replace(relation.target_part)


def _replace(part: Part) -> None:
    part.blob = _PROPERTIES
