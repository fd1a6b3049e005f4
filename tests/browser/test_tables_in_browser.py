"""Tables of measures in a real browser: a click and the keyboard open a row, walking and sorting open nothing."""

import re

import harness
import pytest
from playwright.sync_api import Locator, Page, expect

MEASURES = "/massnahmen?zv=ZV2&stichtag=2025-12-31"
COMPARISON = "/vergleich?zv=all&vergleich=2020-12-31&stichtag=2021-12-31"
HEAD, ROW, ROW_OF_CHANGES = 37, 42, 35
TITLE_PLACE, SECOND_PLACE = 200, 305
"""px: heights of the head and of the rows, and where the titles and the second column of the changes stand."""


def opened_table(page: Page, address: str) -> Locator:
    """The table of a page, in sight; the text of its cells stands in the table that screen readers are given."""
    harness.open_page(page, address)
    table = page.locator('[data-testid="stDataFrame"]').first
    table.scroll_into_view_if_needed()
    expect(table.get_by_test_id("glide-cell-1-0")).to_be_attached()
    page.wait_for_timeout(300)
    return table


def click(page: Page, table: Locator, across: int, down: int) -> None:
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + across, box["y"] + down)


def row(place: int, height: int = ROW) -> int:
    return HEAD + height * place + height // 2


def cell(table: Locator, column: int, place: int) -> Locator:
    """A cell by its column (the ticks are 0) and row."""
    return table.get_by_test_id(f"glide-cell-{column}-{place}")


def stays(page: Page, heading: str) -> None:
    """Nothing was opened, although there was time to."""
    page.wait_for_timeout(800)
    harness.settle(page)
    assert "massnahme=" not in page.url and page.locator("h1").inner_text() == heading


def back(page: Page, heading: str) -> None:
    """Back to the page with a heading; while it comes, the one before is still there."""
    page.go_back()
    page.get_by_role("heading", level=1, name=heading, exact=True).wait_for()
    expect(page.locator("h1")).to_have_count(1)
    harness.settle(page)


def focus_by_keyboard(page: Page, table: Locator) -> None:
    """Walk from the search into the table, as far as it takes."""
    page.get_by_placeholder("Suchen").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if table.locator("canvas:focus, td:focus").count():
            page.wait_for_timeout(500)
            return
    raise AssertionError("The table cannot be reached with Tab.")


def test_a_click_into_a_cell_opens_its_measure_and_back_returns_to_the_list_with_its_search(
    page: Page, address: str
) -> None:
    table = opened_table(page, f"{address}{MEASURES}&suche=schul")
    expect(page.locator("h1")).to_have_text(re.compile(r"^3 von 17 Maßnahmen passen"))
    heading = page.locator("h1").inner_text()
    click(page, table, TITLE_PLACE, row(1))
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=ZV2%2F3\.4\.2"))
    expect(page.locator("h1")).to_have_text(re.compile(r"^Neubau Grundschule"))
    back(page, heading)
    assert "suche=schul" in page.url and "massnahme=" not in page.url
    search = page.get_by_placeholder("Suchen")
    expect(search).to_have_value("schul")
    search.press("End")
    search.press_sequentially(" neu", delay=250)  # what is being typed is left alone
    page.get_by_role("heading", level=1, name="Eine von 17 Maßnahmen passt").wait_for()
    harness.settle(page)
    expect(search).to_have_value("schul neu")


def test_the_tick_left_of_the_first_column_opens_the_row_too(page: Page, address: str) -> None:
    table = opened_table(page, f"{address}{MEASURES}")
    click(page, table, 16, row(2))
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=ZV2%2F"))


def test_walking_with_arrow_keys_opens_nothing_and_shift_with_space_opens_the_row(page: Page, address: str) -> None:
    table = opened_table(page, f"{address}{MEASURES}&suche=schul")
    heading = page.locator("h1").inner_text()
    focus_by_keyboard(page, table)
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)  # every cell on the way is reported by itself
    stays(page, heading)
    page.keyboard.press("Shift+Space")
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=ZV2%2F3\.4\.2"))


def test_a_click_on_a_column_head_sorts_and_opens_nothing(page: Page, address: str) -> None:
    table = opened_table(page, f"{address}{MEASURES}&suche=schul")
    heading = page.locator("h1").inner_text()
    assert [cell(table, 3, place).inner_text()[:12] for place in range(3)] == [
        "Schulnetzpla", "Neubau Grund", "Dorfkümmerer",
    ]  # fmt: skip
    click(page, table, TITLE_PLACE, HEAD // 2)
    expect(cell(table, 3, 0)).to_have_text(re.compile("^Dorfkümmerer"))
    stays(page, heading)
    click(page, table, TITLE_PLACE, HEAD // 2)
    expect(cell(table, 3, 0)).to_have_text(re.compile("^Schulnetzplanung"))
    stays(page, heading)


def test_a_sorted_table_opens_the_row_that_is_seen(page: Page, address: str) -> None:
    table = opened_table(page, f"{address}{MEASURES}&suche=schul")
    click(page, table, TITLE_PLACE, HEAD // 2)
    expect(cell(table, 3, 0)).to_have_text(re.compile("^Dorfkümmerer"))
    click(page, table, TITLE_PLACE, row(0))
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=ZV2%2F6\.1\.1"))


@pytest.mark.parametrize("place", [1, 4])
def test_a_row_of_all_changes_opens_its_measure_and_back_returns_to_the_comparison(
    place: int, page: Page, address: str
) -> None:
    table = opened_table(page, address + COMPARISON)
    heading, number = page.locator("h1").inner_text(), cell(table, 2, place).inner_text()
    click(page, table, SECOND_PLACE, row(place, ROW_OF_CHANGES))
    page.wait_for_url(re.compile(rf"/massnahmen\?.*massnahme=\w*%2F{re.escape(number)}(&|$)"))
    back(page, heading)
    assert "/vergleich?" in page.url and "vergleich=2020-12-31" in page.url and "massnahme=" not in page.url


def test_the_list_is_saved_with_what_it_shows(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}{MEASURES}&suche=schul")
    name, content = harness.downloaded(page, "Liste als CSV")
    lines = content.decode("utf-8-sig").splitlines()
    assert name == "massnahmen.csv" and content.startswith(b"\xef\xbb\xbf")
    assert len(lines) == 4 and "3.4.2;Neubau Grundschule" in lines[2]
