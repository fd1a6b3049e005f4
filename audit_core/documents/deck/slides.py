"""The slides of a deck with their notes: written as they are, since many thousand calls of a library are slow."""

from pptx.opc.constants import CONTENT_TYPE as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation

from audit_core.documents.deck import layouts
from audit_core.documents.deck.canvas import Canvas
from audit_core.documents.deck.shapes import HEAD, NAMESPACES, Run, paragraphs, placeholder
from audit_core.tables.deck_parts import Deck, Slide
from audit_core.wording.deck import SHORTENED

_LAYOUT = {
    "title": layouts.title, "year": layouts.year, "field": layouts.field, "overdue": layouts.overdue,
    "years": layouts.years, "transitions": layouts.transitions, "reasons": layouts.reasons, "coming": layouts.coming,
}  # fmt: skip
_NOTE_SIZE = 12
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_PICTURE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Folienbild"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
)


def add_slide(made: Presentation, shown: Deck, slide: Slide, number: int) -> None:
    """Add a slide with its notes; what had to be shortened stands in them in full."""
    package = made.part.package
    part = Part(PackURI(f"/ppt/slides/slide{number}.xml"), KIND.PML_SLIDE, package, b"")
    part.relate_to(made.slide_layouts[0 if slide.kind == "title" else 1].part, RELATION.SLIDE_LAYOUT)
    made.slides._sldIdLst.add_sldId(made.part.relate_to(part, RELATION.SLIDE))
    canvas = Canvas(part, number)
    _LAYOUT[slide.kind](canvas, slide)
    canvas.footer(shown.footer, shown.warning)
    part.blob = _part("sld", "".join(canvas.parts))
    said = [*slide.notes, *([SHORTENED, *canvas.shortened] if canvas.shortened else [])]
    lines = [[Run(line, _NOTE_SIZE)] for line in said if line]
    notes = Part(PackURI(f"/ppt/notesSlides/notesSlide{number}.xml"), KIND.PML_NOTES_SLIDE, package, b"")
    notes.relate_to(made.notes_master.part, RELATION.NOTES_MASTER)
    notes.relate_to(part, RELATION.SLIDE)
    part.relate_to(notes, RELATION.NOTES_SLIDE)
    body = placeholder(3, "Notizen", 'type="body" idx="1"', None, [], paragraphs(lines))
    notes.blob = _part("notes", _PICTURE + body)


def _part(tag: str, shapes: str) -> bytes:
    """A slide or its notes with everything that stands on it."""
    return (
        f"{HEAD}<p:{tag} {NAMESPACES}><p:cSld><p:spTree>{_TREE}{shapes}</p:spTree></p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:{tag}>"
    ).encode()
