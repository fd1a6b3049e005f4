"""What opens with a click has no violation either: the dialog of a whole list, the table of a chart, a choice."""

import harness
from playwright.sync_api import Page
from wcag import violations


def test_the_table_of_a_chart_and_the_dialog_of_a_whole_list_have_no_violation(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/?zv=all&stichtag=2021-12-31")
    page.locator('[data-testid="stButtonGroup"]').get_by_text("Tabelle").click()
    page.locator('.st-key-am-bars [data-testid="stDataFrame"], .st-key-am-bars-partly canvas').first.wait_for()
    harness.settle(page)
    assert violations(page) == set()
    page.locator(".st-key-am-all-changed button").click()
    page.get_by_role("dialog").locator(".st-key-am-open-all-changed-0").wait_for()
    page.wait_for_timeout(500)  # the dialog slides in
    assert violations(page) == set()


def test_the_choice_of_the_kenntnisstand_has_no_violation(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/vergleich?zv=all&vergleich=2019-12-31&stichtag=2021-12-31")
    page.get_by_role("button", name="Kenntnisstand wählen").click()
    page.locator('[data-testid="stPopoverBody"]').wait_for()
    page.wait_for_timeout(500)
    assert violations(page) == set()
