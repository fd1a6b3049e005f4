"""Where pages part: a longer table begins where some of its rows have room, and no head stands alone."""

import pdf_reading
import pytest
from typeset_samples import STAND, report

from audit_core.documents import typeset
from audit_core.tables.blocks import Block, Column, Heading, Paragraph, Table


def table(rows: int) -> Table:
    cells = tuple((f"Feld {number}", "kurz") for number in range(rows))
    return Table("Tabelle", (Column("Was", 3), Column("Wert")), cells)


def rows_of_pages(before: int, rows: int) -> list[int]:
    """How many rows of a table each page has that stands below so many paragraphs."""
    text = tuple[Block, ...](Paragraph(STAND) for _ in range(before))
    data = typeset.pdf(report(Heading(2, "Kurz"), *text, Heading(3, "Darunter"), table(rows)))
    assert pdf_reading.findings(data) == []
    pages = pdf_reading.page_texts(data)
    found = [page.count("Feld ") for page in pages[1:]]
    assert all(found[number] for number, page in enumerate(pages[1:]) if "Darunter" in page or "Tabelle" in page)
    return found


@pytest.mark.parametrize(("before", "pages"), [(27, [8]), (29, [5, 3]), (30, [4, 4]), (31, [0, 8])])
def test_a_longer_table_parts_where_three_of_its_rows_have_room(before: int, pages: list[int]) -> None:
    assert rows_of_pages(before, 8) == pages


def test_a_short_table_stays_on_one_page() -> None:
    assert rows_of_pages(30, 5) == [0, 5]
