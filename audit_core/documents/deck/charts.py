"""Native charts as chart parts: bars and columns in the colours of the statuses, each with its workbook."""

from dataclasses import dataclass

from pptx.opc.constants import CONTENT_TYPE as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from audit_core.documents.deck.embedded import SHEET, column, workbook
from audit_core.documents.deck.fitting import width
from audit_core.documents.deck.shapes import HEAD, fill, quoted, quoted_lines
from audit_core.tables.deck_parts import Chart, Series
from audit_core.terms import ACCENT, HAIRLINE, INK, OVERDUE_COLOUR, STATUS, WHITE

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_NO_ZEROS = "#,##0;;"
_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_COLOUR = {"overdue": OVERDUE_COLOUR, "coming": ACCENT}
_UNSEEN = '<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """How a chart is drawn: type sizes, the gap between bars in percent, and its length in inches for the labels.

    `plain` leaves the names of the categories out, which then stand beside it.
    """

    length: float
    breadth: float
    gap: int = 60
    label: float = 16
    axis: float = 14
    plain: bool = True


def add_chart(slide: Part, number: int, chart: Chart, look: Look) -> str:
    """Add the parts of a chart to a slide; returns the id of the relation that its frame names."""
    package = slide.package
    data = workbook(chart.categories, [(one.name, one.values) for one in chart.series])
    sheet = Part(PackURI(f"/ppt/embeddings/Diagramm{number}.xlsx"), KIND.SML_SHEET, package, data)
    name = PackURI(f"/ppt/charts/chart{number}.xml")
    part = Part(name, KIND.DML_CHART, package, b"")
    part.blob = _space(chart, look, part.relate_to(sheet, RELATION.PACKAGE)).encode()
    return slide.relate_to(part, RELATION.CHART)


def _space(chart: Chart, look: Look, relation: str) -> str:
    whole = max((sum(one.values[i] for one in chart.series) for i in range(len(chart.categories))), default=0) or 1
    stacked = len(chart.series) > 1 or chart.series[0].code in STATUS
    top = whole if stacked else whole * 1.15
    series = "".join(_series(place, one, chart, look, top, stacked) for place, one in enumerate(chart.series))
    grouping = '<c:grouping val="stacked"/>' if stacked else '<c:grouping val="clustered"/>'
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return (
        f"{HEAD}<c:chartSpace {_NAMESPACES}>"
        '<c:date1904 val="0"/><c:lang val="de-DE"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(look)}<c:barChart>'
        f'<c:barDir val="{"col" if chart.standing else "bar"}"/>{grouping}<c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{look.gap}"/>{overlap}<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        f"</c:barChart>{_axes(chart, look, top)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_type(look.axis, INK)}"
        f'<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(look: Look) -> str:
    if not look.plain:
        return "<c:layout/>"
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0"/><c:y val="0"/><c:w val="1"/><c:h val="1"/></c:manualLayout></c:layout>'
    )


def _series(place: int, one: Series, chart: Chart, look: Look, top: float, stacked: bool) -> str:
    last, letters = len(chart.categories) + 1, column(place + 1)
    status = STATUS.get(one.code)
    colour = status.colour if status else _COLOUR[one.code]
    edge, empty = f'<a:ln w="19050">{fill(WHITE)}</a:ln>', ""
    if status and status.hatched:
        edge = f'<a:ln w="9525">{fill(colour)}</a:ln>'
        empty = "".join(
            f'<c:dPt><c:idx val="{i}"/>{_UNSEEN}</c:dPt>' for i, value in enumerate(one.values) if not value
        )
    values = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(one.values))
    names = "".join(
        f'<c:pt idx="{i}"><c:v>{quoted_lines(name)}</c:v></c:pt>' for i, name in enumerate(chart.categories)
    )
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef>'
        f"<c:f>{SHEET}!${letters}$1</c:f>"
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{quoted(one.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
        f"<c:spPr>{fill(colour, bool(status and status.hatched))}{edge}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{empty}{_labels(one, look, top, stacked, chart.standing)}'
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val></c:ser>"
    )


def _labels(one: Series, look: Look, top: float, stacked: bool, standing: bool) -> str:
    """Values in the segments; where a segment is too small for it, none (its table and the notes have it)."""
    status, hidden = STATUS.get(one.code), ""
    colour = status.on_colour if status else INK
    if stacked:
        for i, value in enumerate(one.values):
            needed = look.label * 1.15 if standing else width(str(value), look.label, True) + 4
            if value and 72 * look.length * value / top < needed:
                hidden += f'<c:dLbl><c:idx val="{i}"/><c:delete val="1"/></c:dLbl>'
    ground = fill(WHITE) if status and status.hatched else "<a:noFill/>"
    return (
        f'<c:dLbls>{hidden}<c:numFmt formatCode="{_NO_ZEROS}" sourceLinked="0"/><c:spPr>{ground}'
        f"<a:ln><a:noFill/></a:ln></c:spPr>{_type(look.label, colour, bold=True)}"
        f'<c:dLblPos val="{"ctr" if stacked else "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _axes(chart: Chart, look: Look, top: float) -> str:
    order = "minMax" if chart.standing else "maxMin"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="{int(look.plain)}"/><c:axPos val="{"b" if chart.standing else "l"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{fill(HAIRLINE)}</a:ln></c:spPr>{_type(look.axis, INK, turn=True)}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{top:g}"/>'
        f'<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="{"l" if chart.standing else "t"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _type(size: float, colour: str, bold: bool = False, turn: bool = False) -> str:
    body = '<a:bodyPr rot="0" vert="horz"/>' if turn else '<a:bodyPr wrap="none"/>'
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr lang="de-DE" sz="{round(100 * size)}" b="{int(bold)}">'
        f'{fill(colour)}</a:defRPr></a:pPr><a:endParaRPr lang="de-DE"/></a:p></c:txPr>'
    )
