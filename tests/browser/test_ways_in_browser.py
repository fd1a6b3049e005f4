"""Ways inside the app in a real browser: rows open a measure, Back comes back, links open what they name."""

import re

import harness
import pytest
from playwright.sync_api import Page, expect

VIEW = "zv=all&stichtag=2021-12-31"


def headline(page: Page) -> str:
    return page.locator("h1").inner_text()


def open_row(page: Page, name: str, place: int) -> None:
    """Press the button that lies over a whole row."""
    row = page.locator(f".st-key-am-open-{name}-{place}")
    box = row.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_row_opens_its_measure_and_back_comes_back(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/?{VIEW}")
    before = headline(page)
    open_row(page, "overdue", 1)
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=ZV1%2F1\.3\.1"))
    expect(page.locator("h1")).not_to_have_text(before)
    assert "zv=all" in page.url and "stichtag=2021-12-31" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text(before)
    assert page.url.startswith(f"{address}/?")


def test_a_row_of_the_whole_list_opens_its_measure(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/?{VIEW}")
    page.locator(".st-key-am-all-changed button").click()
    page.locator(".st-key-am-open-all-changed-2").wait_for()
    page.wait_for_timeout(500)  # the dialog slides in
    open_row(page, "all-changed", 2)
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=ZV2%2F2\.2\.1"))


def test_a_row_is_opened_by_the_keyboard(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/?{VIEW}")
    page.locator(".st-key-am-open-overdue-0 button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/massnahmen\?.*massnahme=%2F4\.3\.2"))


def test_the_navigation_comes_back_to_the_list_of_measures(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/massnahmen?{VIEW}&massnahme=ZV1/1.3.1")
    opened = headline(page)
    page.locator("header").get_by_role("link", name="Überblick").click()
    expect(page.locator("h1")).not_to_have_text(opened)
    page.locator("header").get_by_role("link", name="Maßnahmen").click()
    page.wait_for_url(re.compile(r"/massnahmen\?(?!.*massnahme=)"))
    assert "stichtag=2021-12-31" in page.url


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("/massnahmen?massnahme=ZV2/1.1.2&stichtag=2020-06-30", "Rezertifizierung"),
        ("/handlungsfelder?hf=4&stichtag=2021-12-31", "Beratung und Unterstützung"),
        ("/jahresbilanz?jahr=2019", "2019"),
        ("/vergleich?vergleich=2019-12-31&stichtag=2021-12-31&zv=all", "4 Maßnahmen vorangekommen"),
    ],
)
def test_a_link_opens_what_it_names(link: str, shown: str, page: Page, address: str) -> None:
    harness.open_page(page, address + link)
    assert shown in headline(page)
    assert page.locator(".am-alert").count() == 0


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("/massnahmen?massnahme=ZV9/1.1.1", "Eine Maßnahme ‚ZV9/1.1.1‘ gibt es nicht."),
        ("/massnahmen?status=fertisch", "Den Status ‚fertisch‘ gibt es nicht"),
        ("/handlungsfelder?hf=17", "Das Handlungsfeld ‚17‘ gibt es hier nicht."),
        ("/jahresbilanz?jahr=1066", "Für ‚1066‘ gibt es keine Jahresbilanz"),
        ("/vergleich?vergleich=gestern", "Vergleichstag: "),
    ],
)
def test_a_wrong_value_in_a_link_gets_a_sentence(link: str, sentence: str, page: Page, address: str) -> None:
    harness.open_page(page, address + link)
    assert sentence in page.locator(".am-alert").inner_text()
