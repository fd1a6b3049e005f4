"""The filter row lives in the address and survives every click."""

from urllib.parse import parse_qs, urlsplit

import harness
from playwright.sync_api import Page

LINK = "?zv=ZV1&stichtag=2019-06-30&vergleich=2018-12-31&stelle=Kreistag&jahr=2018&hf=3"
WORDS = {
    "zv": ["ZV1"], "stichtag": ["2019-06-30"], "vergleich": ["2018-12-31"], "stelle": ["Kreistag"],
    "jahr": ["2018"], "hf": ["3"],
}  # fmt: skip


def words(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def go_to(page: Page, title: str) -> None:
    page.locator("header").get_by_text(title, exact=True).first.click()
    page.wait_for_timeout(300)
    harness.settle(page)


def chosen(page: Page, key: str) -> str:
    """What a select of the filter row shows."""
    return str(page.locator(f".st-key-_{key} input").input_value() or page.locator(f".st-key-_{key}").inner_text())


def shown_day(page: Page, key: str) -> str:
    page.locator(f".st-key-_{key} [role=spinbutton]").first.wait_for()
    return "".join(page.locator(f".st-key-_{key}").inner_text().split())


def test_a_link_keeps_its_address_through_the_navigation_a_reload_and_back(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/{LINK}")
    assert words(page) == WORDS
    for title in ("Zuständigkeiten", "Jahresbilanz", "Überblick"):
        go_to(page, title)
        assert words(page) == WORDS
    page.reload()
    harness.settle(page)
    assert words(page) == WORDS and shown_day(page, "stichtag") == "30.06.2019"
    page.go_back()
    page.wait_for_url("**/jahresbilanz**")
    harness.settle(page)
    assert words(page) == WORDS
    assert chosen(page, "jahr") == "2018" and chosen(page, "hf") == "3 Bildung und Erziehung"
    page.go_back()
    page.wait_for_url("**/zustaendigkeiten**")
    harness.settle(page)
    assert words(page) == WORDS and shown_day(page, "vergleich") == "31.12.2018"
    assert chosen(page, "stelle") == "Kreistag"


def test_a_bare_address_shows_the_last_agreement_at_its_end_against_a_year_before(page: Page, address: str) -> None:
    harness.open_page(page, address)
    assert words(page) == {}
    assert chosen(page, "zv") == "Zielvereinbarung 2020 bis 2022" and chosen(page, "stelle") == "alle Stellen"
    assert shown_day(page, "stichtag") == "31.12.2022" and shown_day(page, "vergleich") == "31.12.2021"


def test_the_balance_shows_all_agreements_unless_the_address_names_one(page: Page, address: str) -> None:
    harness.open_page(page, address)
    go_to(page, "Jahresbilanz")
    assert chosen(page, "zv") == "alle Zielvereinbarungen seit 2015" and chosen(page, "jahr") == "2022"
    go_to(page, "Überblick")
    assert chosen(page, "zv") == "Zielvereinbarung 2020 bis 2022"
    harness.open_page(page, f"{address}/jahresbilanz?zv=ZV2")
    assert chosen(page, "zv") == "Zielvereinbarung 2020 bis 2022"


def test_choosing_writes_the_address_and_back_takes_the_choice_back(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/jahresbilanz")
    page.locator(".st-key-_jahr input").click()
    page.get_by_role("option", name="2019").click()
    page.wait_for_url("**/jahresbilanz?jahr=2019")
    harness.settle(page)
    assert chosen(page, "jahr") == "2019"
    page.go_back()
    page.wait_for_timeout(500)
    harness.settle(page)
    assert words(page) == {} and chosen(page, "jahr") == "2022"


def test_a_typed_date_is_written_as_iso(page: Page, address: str) -> None:
    harness.open_page(page, address)
    page.locator(".st-key-_stichtag [role=spinbutton]").first.click()
    page.keyboard.type("30062021")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.wait_for_url("**/?stichtag=2021-06-30", timeout=10_000)
    harness.settle(page)
    assert shown_day(page, "vergleich") == "30.06.2020"


def test_what_cannot_be_is_answered_with_a_sentence_and_not_dropped(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/?zv=ZV9&stichtag=31.02.2021&stelle=![x](http://example.org/x.png)")
    alert = page.locator(".am-alert").inner_text()
    assert "Eine Zielvereinbarung ‚ZV9‘ gibt es nicht (möglich: ZV1, ZV2)." in alert
    assert "der Februar 2021 hat 28 Tage. Verwendet wird der 31.12.2022." in alert
    assert "Die Stelle ‚![x](http://example.org/x.png)‘ gibt es hier nicht." in alert
    assert words(page)["stichtag"] == ["31.02.2021"]


def test_a_german_date_in_the_address_is_understood(page: Page, address: str) -> None:
    harness.open_page(page, f"{address}/?stichtag=31.12.2021")
    assert shown_day(page, "stichtag") == "31.12.2021"
    assert page.locator(".am-alert").count() == 0


def test_meldungen_after_the_stichtag_are_announced_with_a_way_there(page: Page, address: str) -> None:
    harness.open_page(page, address)
    notes = page.locator(".st-key-am-notes")
    assert "nach dem Stichtag sind nicht berücksichtigt." in notes.inner_text()
    notes.get_by_role("button").click()
    page.wait_for_url("**/?stichtag=2025-12-31")
    harness.settle(page)
    assert shown_day(page, "stichtag") == "31.12.2025" and page.locator(".st-key-am-notes").count() == 0
