"""What of a workbook stands on paper: few columns in readable type; the sheets keep all."""

import io
import re
from datetime import date
from zipfile import ZipFile

from counties import county, entry, measure, milestone
from python_calamine import CalamineWorkbook

from audit_core.documents import workbook
from audit_core.standing import history
from audit_core.tables.asked import Asked
from audit_core.tables.workbook import year_book
from audit_core.tables.workbook_columns import BookSheet

ROWS = county(
    [measure("1.1", due="31.12.2020"), measure("1.2")], [milestone("1.1", "1", due="30.06.2020")],
    [entry("1.1", "in_progress", "30.06.2020"), entry("1.1", "completed", "30.06.2020", milestone="1")],
)  # fmt: skip
ABOUT = Asked(history(ROWS), date(2021, 12, 31))


def test_on_paper_lists_have_only_the_columns_that_matter_and_the_sheet_has_all() -> None:
    data = workbook.workbook(ABOUT)
    with ZipFile(io.BytesIO(data)) as packed:
        names = packed.read("xl/workbook.xml").decode()
    areas = re.findall(r"Print_Area[^>]+>([^!<]+)!\$A\$1:\$([A-Z]+)\$(\d+)<", names)
    assert areas == [("Maßnahmen", "I", "8"), ("Meilensteine", "I", "7"), ("Meldungen", "I", "7")]
    heads = [head.name for head in year_book(ABOUT).table("massnahmen").heads]
    assert heads[:9] == [
        "Zielvereinbarung", "Nr.", "Maßnahme", "Verantwortlich", "Status", "Terminlage", "geltende Frist",
        "Fortschritt", "Sachstand",
    ]  # fmt: skip
    assert len(heads) == len(set(heads)) == 30
    told = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Erklärung").to_python()
    assert any("auf dem Papier nur die Spalten bis zum Sachstand" in str(row) for row in told)


def test_every_sheet_is_as_wide_as_a_page_in_about_eight_points() -> None:
    wide = {sheet.name: round(sum(_widths(sheet)[: sheet.printed or None])) for sheet in year_book(ABOUT).sheets}
    assert max(wide.values()) <= 190, wide


def _widths(sheet: BookSheet) -> list[float]:
    found: dict[int, float] = {}
    for table in sheet.tables:
        for place, head in enumerate(table.heads, table.start):
            found[place] = max(found.get(place, 0), head.width)
    return list(found.values())


def test_a_status_says_in_one_word_where_it_comes_from() -> None:
    heads = [head.name for head in year_book(ABOUT).table("massnahmen").heads]
    place = heads.index("Status aus")
    assert [row[place] for row in year_book(ABOUT).table("massnahmen").rows] == ["eigene Meldung", None]
