"""What an address means: every key, its default, and the sentence for what cannot be."""

from datetime import date

import pytest

from audit_core import dates
from audit_core.agreement import Agreement, County, FieldOfAction, Measure
from audit_core.standing import history
from pages import _address

TODAY = date(2026, 7, 16)
PLAN = County(
    "Testkreis",
    fields_of_action=(FieldOfAction("10", "Zehntes"), FieldOfAction("2", "Bildung")),
    agreements=(
        Agreement("ZV1", "Erste", dates.parse("01.06.2015")),
        Agreement("ZV2", "Zweite", dates.parse("2020"), dates.parse("2022")),
    ),
    measures=(
        Measure("ZV2", "1.1.1", "2", "Bus", responsible="Amt für Verkehr"),
        Measure("ZV2", "1.1.2", "2", "Bahn", responsible="Ärzte"),
        Measure("ZV2", "1.1.3", "2", "Rad"),
    ),
)


def read(raw: dict[str, str], plan: County = PLAN, page: str = "") -> _address.Reading:
    return _address.read(raw, plan, offer(plan), TODAY, page)


def offer(plan: County = PLAN) -> _address.Offer:
    return _address.offer(history(plan), TODAY)


def view(**raw: str) -> _address.View:
    return read(raw).view


def sentences(**raw: str) -> tuple[str, ...]:
    return read(raw).sentences


def test_an_empty_address_means_the_defaults_and_says_nothing() -> None:
    assert view() == _address.View(
        county_name="Testkreis",
        invented=False,
        agreement="ZV2",
        as_of=date(2022, 12, 31),
        compared_with=date(2021, 12, 31),
        responsible=None,
        year=2022,
        until=date(2022, 12, 31),
        field_of_action=None,
    )
    assert sentences() == ()


@pytest.mark.parametrize(("year", "agreement"), [("2019", "ZV1"), ("2020", "ZV2"), ("2026", "ZV2"), ("", "ZV2")])
def test_the_documents_of_a_year_are_of_the_agreement_in_force_at_its_end(year: str, agreement: str) -> None:
    assert read({"jahr": year}, page="berichte").view.agreement == agreement
    assert read({"jahr": year, "zv": "all"}, page="berichte").view.agreement == "all"


def test_documents_reach_to_the_running_year_up_to_today() -> None:
    found = read({"jahr": "2026"}, page="berichte")
    assert (found.view.year, found.view.until, found.sentences) == (2026, TODAY, ())
    (refused,) = read({"jahr": "2027"}, page="berichte").sentences
    assert refused == "Für ‚2027‘ gibt es keinen Jahresbericht, nur für die Jahre 2015 bis 2026. Gezeigt: 2022."


def test_a_page_that_compares_nothing_does_not_speak_of_the_day_to_compare_with() -> None:
    words = {"stichtag": "2021-12-31", "vergleich": "2021-12-31"}
    assert (read(words, page="berichte").sentences, len(read(words).sentences)) == ((), 1)


def test_a_page_by_year_shows_all_agreements_unless_the_address_names_one() -> None:
    assert read({}, page="jahresbilanz").view.agreement == "all"
    assert read({"zv": "ZV1"}, page="jahresbilanz").view.agreement == "ZV1"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2021-06-30", date(2021, 6, 30)), ("30.06.2021", date(2021, 6, 30)), ("2021", date(2021, 12, 31)),
     ("06.2021", date(2021, 6, 30)), ("29.02.2020", date(2020, 2, 29))],
)  # fmt: skip
def test_a_stichtag_may_be_iso_or_german(written: str, meant: date) -> None:
    assert view(stichtag=written).as_of == meant and sentences(stichtag=written) == ()


@pytest.mark.parametrize(
    ("as_of", "compared_with"),
    [("2020-02-29", date(2019, 2, 28)), ("2020-02-28", date(2019, 2, 28)), ("2021-02-28", date(2020, 2, 28)),
     ("2020-03-01", date(2019, 3, 1))],
)  # fmt: skip
def test_compared_is_with_a_year_before(as_of: str, compared_with: date) -> None:
    assert view(stichtag=as_of).compared_with == compared_with


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ({"zv": "ZV9"}, "Eine Zielvereinbarung ‚ZV9‘ gibt es nicht (möglich: ZV1, ZV2). Gezeigt: Zweite."),
        ({"stichtag": "31.02.2021"},
         "Stichtag: ‚31.02.2021‘ gibt es nicht, der Februar 2021 hat 28 Tage. Verwendet wird der 31.12.2022."),
        ({"vergleich": "2023-01-01"},
         "Der Vergleichstag 01.01.2023 liegt nicht vor dem Stichtag 31.12.2022. Verglichen wird mit dem 31.12.2021."),
        ({"vergleich": "2022-12-31"},
         "Der Vergleichstag 31.12.2022 liegt nicht vor dem Stichtag 31.12.2022. Verglichen wird mit dem 31.12.2021."),
        ({"stelle": "Bauhof"}, "Die Stelle ‚Bauhof‘ gibt es hier nicht. Gezeigt werden alle Stellen."),
        ({"hf": "7"}, "Das Handlungsfeld ‚7‘ gibt es hier nicht. Gezeigt werden alle Handlungsfelder."),
        ({"jahr": "2014"}, "Für ‚2014‘ gibt es keine Jahresbilanz, nur für die Jahre 2015 bis 2022. Gezeigt: 2022."),
        ({"jahr": "2023"}, "Für ‚2023‘ gibt es keine Jahresbilanz, nur für die Jahre 2015 bis 2022. Gezeigt: 2022."),
        ({"jahr": "0000020265"},
         "Für ‚0000020265‘ gibt es keine Jahresbilanz, nur für die Jahre 2015 bis 2022. Gezeigt: 2022."),
        ({"jahr": "02021"}, "Für ‚02021‘ gibt es keine Jahresbilanz, nur für die Jahre 2015 bis 2022. Gezeigt: 2022."),
        ({"jahr": "zwei"}, "Für ‚zwei‘ gibt es keine Jahresbilanz, nur für die Jahre 2015 bis 2022. Gezeigt: 2022."),
    ],
)  # fmt: skip
def test_what_cannot_be_gets_a_sentence_and_the_default_is_shown(raw: dict[str, str], sentence: str) -> None:
    reading = read(raw)
    assert reading.sentences == (sentence,) and reading.view == view()


def test_what_is_right_is_taken_even_with_other_case_and_umlauts() -> None:
    right = view(zv="zv1", stelle="aerzte", hf="10", jahr="2015")
    assert (right.agreement, right.responsible, right.field_of_action, right.year) == ("ZV1", "Ärzte", "10", 2015)


def test_the_year_runs_to_its_end_unless_the_stichtag_lies_in_it() -> None:
    assert view(jahr="2021").until == date(2021, 12, 31)
    running = view(stichtag="2021-06-30")
    assert (running.year, running.until) == (2021, date(2021, 6, 30))


def test_a_county_without_an_agreement_is_seen_today_with_all_it_has() -> None:
    bare = read({}, County("Leer"))
    assert (bare.view.agreement, bare.view.as_of, bare.view.year, bare.sentences) == ("all", TODAY, 2026, ())
    assert offer(County("Leer")).agreements == {"all": "alle Zielvereinbarungen"}


def test_the_selects_offer_what_the_county_has_in_natural_order() -> None:
    offered = offer()
    assert dict(offered.agreements) == {"ZV1": "Erste", "ZV2": "Zweite", "all": "alle Zielvereinbarungen seit 2015"}
    assert offered.offices == ("Ärzte", "Amt für Verkehr")
    assert list(offered.fields_of_action.items()) == [("2", "2 Bildung"), ("10", "10 Zehntes")]
    assert offered.years == (2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022)
