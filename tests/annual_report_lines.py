"""A Jahresbericht as the lines that people read, and the small county that its tests write out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit_core.agreement import County
from audit_core.standing import history
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import (
    Cell,
    Facts,
    FieldBars,
    Heading,
    Paragraph,
    Points,
    Report,
    Table,
    YearColumns,
)

YEAR_END = date(2021, 12, 31)
SMALL = """
    agreement ZV   begin=01.01.2020 end=31.12.2022
    measure   1.1.1  due=31.12.2020 title=Familienbüro responsible=Jugendamt
    milestone 1.1.1/1  due=30.06.2021
    milestone 1.1.1/2  due=31.10.2021
    measure   1.1.2  due=31.12.2022 title=Elternbrief responsible=Jugendamt
    measure   2.1.1  title=Bürgerbus responsible=-
    measure   2.1.2  due=31.12.2021 title=Familienpass responsible=Sozialamt
    measure   2.1.3  permanent=yes title=Beratung responsible=Sozialamt
    measure   2.1.4  title=Radwege responsible=Bauamt included=01.03.2021
    entry     1.1.1/1  completed    15.06.2021
    entry     1.1.1/2  in_progress  30.11.2021 reason=Personal_fehlt text=Stelle_ausgeschrieben
    entry     1.1.1    in_progress  01.12.2020
    entry     1.1.2    in_progress  31.12.2020 new_due=30.06.2022
    entry     1.1.2    completed    01.11.2021 text=In_allen_Gemeinden_verteilt
    entry     2.1.2    preparing    01.12.2020
    entry     2.1.2    cancelled    01.10.2021 reason=Kein_Beschluss
    entry     2.1.3    in_progress  01.06.2020
    entry     2.1.4    preparing    01.12.2021
"""


def report(county: County, until: date = YEAR_END, agreement: str = "ZV", office: str | None = None) -> Report:
    return annual_report(Asked(history(county), until, agreement, office))


def lines(found: Report) -> Iterator[str]:
    """Every line a reader sees, tables row by row."""
    for block in found.blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Points(items=items):
                yield from (line for point in items for line in (point.text, *point.below))
            case Facts(rows=rows):
                yield from (f"{name}: {text}" for name, text in rows)
            case Table():
                yield from (block.caption, *(" | ".join(map(text_of, row)) for row in block.rows), block.note)
            case FieldBars() | YearColumns():
                yield from (block.caption, block.alt)


def text_of(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell.text


def section(found: Report, heading: str) -> list[str]:
    """The lines below a heading up to the next one of any level."""
    blocks = list(found.blocks)
    start = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading)
    end = next((i for i in range(start + 1, len(blocks)) if isinstance(blocks[i], Heading)), len(blocks))
    return list(lines(replace(found, blocks=tuple(blocks[start + 1 : end]))))


def table(found: Report, caption: str) -> list[list[str]]:
    block = next(block for block in found.blocks if isinstance(block, Table) and block.caption.startswith(caption))
    return [[text_of(cell).replace("\u00a0", " ") for cell in row] for row in block.rows]
