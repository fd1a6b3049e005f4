"""The small workbook behind a chart, which opens when somebody edits its data: texts as texts, no clock."""

from collections.abc import Sequence

from audit_core.documents.archive import zipped
from audit_core.documents.deck.shapes import HEAD, quoted_lines

SHEET = "Diagramm"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs '
    'count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" '
    'fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_FIXED = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/styles.xml": _STYLES,
}  # fmt: skip


def workbook(categories: Sequence[str], series: Sequence[tuple[str, Sequence[int]]]) -> bytes:
    """Categories in column A from row 2 on, each series in a column with its name in row 1."""
    rows = [["", *(name for name, _ in series)]]
    body = [_row(1, rows[0])]
    for place, category in enumerate(categories):
        body.append(_row(place + 2, [category, *(values[place] for _, values in series)]))
    width = max([8, *(min(60, len(line)) for one in categories for line in one.split("\n"))])
    sheet = (
        f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="{width + 2}" customWidth="1"/></cols>'
        f"<sheetData>{''.join(body)}</sheetData></worksheet>"
    )
    parts = {**_FIXED, "xl/worksheets/sheet1.xml": sheet}
    return zipped({name: (HEAD + part).encode() for name, part in parts.items()})


def column(place: int) -> str:
    """The letters of a column, 0 is A.

    >>> column(0), column(26)
    ('A', 'AA')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _row(number: int, cells: Sequence[str | int]) -> str:
    found = "".join(_cell(f"{column(place)}{number}", cell) for place, cell in enumerate(cells))
    return f'<row r="{number}">{found}</row>'


def _cell(place: str, value: str | int) -> str:
    if isinstance(value, str):
        return (
            f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{quoted_lines(value)}</t></is></c>'
            if value
            else ""
        )
    return f'<c r="{place}"><v>{value}</v></c>'
