"""What an address says about one measure, the list of measures, and what was known when."""

from datetime import date, datetime

import pytest

from audit_core import dates
from audit_core.agreement import Agreement, County, FieldOfAction, Measure
from audit_core.dates import BERLIN
from audit_core.standing import history
from pages import _address

TODAY = date(2026, 7, 16)
PLAN = County(
    "Testkreis",
    agreements=(
        Agreement("ZV1", "Erste", dates.parse("01.06.2015")),
        Agreement("ZV2", "Zweite", dates.parse("2020"), dates.parse("2022")),
    ),
    measures=(
        Measure("ZV2", "1.1.10", "1", "Bahn", programme="LSZ, ThEKiZ"),
        Measure("ZV1", "1.1.2", "1", "Bus", programme="LSZ"),
        Measure("ZV2", "1.1.2", "1", "Bus zwei"),
        Measure(None, "9.1a", "1", "Rad", programme="armut"),
    ),
)
OFFER = _address.offer(history(PLAN), TODAY)


def read(page: str = "", **raw: str) -> _address.Reading:
    return _address.read(raw, PLAN, OFFER, TODAY, page)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("ZV1/1.1.2", ("ZV1", "1.1.2")), ("zv1/1.1.2", ("ZV1", "1.1.2")), ("1.1.10", ("ZV2", "1.1.10")),
        ("/9.1A", (None, "9.1a")), ("9.1a", (None, "9.1a")), (" ZV2 / 1.1.2 ", ("ZV2", "1.1.2")),
    ],
)  # fmt: skip
def test_a_word_names_a_measure(word: str, key: tuple[str | None, str]) -> None:
    assert read(massnahme=word).view.measure == key
    assert read(massnahme=word).sentences == ()


def test_a_number_that_two_agreements_have_means_the_one_shown() -> None:
    assert read(massnahme="1.1.2", zv="ZV1").view.measure == ("ZV1", "1.1.2")
    assert read(massnahme="1.1.2", zv="ZV2").view.measure == ("ZV2", "1.1.2")


def test_a_number_that_stays_ambiguous_is_answered_with_what_is_possible() -> None:
    reading = read(massnahme="1.1.2", zv="all")
    assert reading.view.measure is None
    assert reading.sentences == (
        "Die Nr. ‚1.1.2‘ steht in mehreren Zielvereinbarungen (möglich: ZV1/1.1.2, ZV2/1.1.2).",
    )


@pytest.mark.parametrize("word", ["7.7.7", "ZV1/1.1.10", "/1.1.2", "ZV1/", "/"])
def test_a_measure_that_does_not_exist_is_answered_with_the_list(word: str) -> None:
    reading = read(massnahme=word)
    assert reading.view.measure is None
    assert reading.sentences == (f"Eine Maßnahme ‚{word}‘ gibt es nicht. Gezeigt wird die Liste der Maßnahmen.",)


def test_the_word_of_every_measure_opens_it() -> None:
    assert list(OFFER.measures.items()) == [
        ("ZV1/1.1.2", "1.1.2 Bus (ZV1)"), ("ZV2/1.1.2", "1.1.2 Bus zwei (ZV2)"), ("ZV2/1.1.10", "1.1.10 Bahn"),
        ("/9.1a", "9.1a Rad"),
    ]  # fmt: skip
    for measure in PLAN.measures:
        word = _address.measure_word(measure.key.measure)
        assert read(massnahme=word, zv="all").view.measure == measure.key.measure


@pytest.mark.parametrize(
    ("key", "word", "code"),
    [
        ("status", "in Umsetzung", "in_progress"), ("status", "IN_PROGRESS", "in_progress"),
        ("status", "keine Meldung", "no_report"), ("lage", "überfällig", "overdue"), ("lage", "on_plan", "on_plan"),
        ("lage", "verspaetet erledigt", "done_late"),
    ],
)  # fmt: skip
def test_a_status_and_a_terminlage_are_named_by_word_or_code(key: str, word: str, code: str) -> None:
    view = read(**{key: word}).view
    assert {"status": view.status, "lage": view.schedule}[key] == code


def test_a_status_or_terminlage_that_is_none_is_answered_with_all_there_are() -> None:
    reading = read(status="fertisch", lage="egal")
    assert (reading.view.status, reading.view.schedule) == (None, None)
    assert reading.sentences[0].startswith("Den Status ‚fertisch‘ gibt es nicht (möglich: umgesetzt, Daueraufgabe, ")
    assert reading.sentences[1] == (
        "Die Terminlage ‚egal‘ gibt es nicht (möglich: überfällig, bald fällig, im Plan, ohne Frist, ruht, erledigt, "
        "verspätet erledigt)."
    )


def test_programmes_that_share_a_cell_are_offered_one_by_one() -> None:
    assert OFFER.programmes == ("armut", "LSZ", "ThEKiZ")
    assert read(programm="thekiz").view.programme == "ThEKiZ"
    assert read(programm="Nichts").sentences == (
        "Das Programm ‚Nichts‘ gibt es hier nicht. Gezeigt werden alle Programme.",
    )


def test_a_kenntnisstand_is_the_end_of_its_day_in_berlin() -> None:
    view = read(kenntnis="31.03.2021", kenntnisvorher="2020").view
    assert view.known_by == datetime(2021, 3, 31, 23, 59, 59, 999999, tzinfo=BERLIN)
    assert view.known_by_before == datetime(2020, 12, 31, 23, 59, 59, 999999, tzinfo=BERLIN)


def test_a_kenntnisstand_that_is_no_date_is_said_and_everything_counts() -> None:
    reading = read(kenntnis="31.02.2021")
    assert reading.view.known_by is None
    assert reading.sentences[0].startswith("Kenntnisstand: ")
    assert reading.sentences[0].endswith("Verwendet wird alles, was bekannt ist.")


def test_only_the_comparison_compares_a_day_with_itself() -> None:
    same = {"stichtag": "2021-12-31", "vergleich": "2021-12-31"}
    assert read("vergleich", **same).view.compared_with == date(2021, 12, 31)
    assert read("vergleich", **same).sentences == ()
    assert read("ueberblick", **same).view.compared_with == date(2020, 12, 31)
    assert len(read("ueberblick", **same).sentences) == 1


def test_the_day_compared_with_is_never_known_later_than_the_stichtag() -> None:
    """Known by the end of 2020 at the Stichtag and by the end of 2022 at the day before would run backwards."""
    end = datetime(2020, 12, 31, 23, 59, 59, 999999, tzinfo=BERLIN)
    later = read("vergleich", kenntnis="2020", kenntnisvorher="2022")
    assert (later.view.known_by, later.view.known_by_before) == (end, end)
    assert later.sentences == (
        "Der Kenntnisstand des Vergleichstags (31.12.2022) liegt nach dem des Stichtags. "
        "Verwendet wird für beide der 31.12.2020.",
    )
    alone = read("vergleich", kenntnis="2020")
    assert (alone.view.known_by, alone.view.known_by_before) == (end, end)
    assert alone.sentences == ()


def test_a_field_that_does_not_exist_is_answered_with_what_the_page_shows() -> None:
    fields = County("Testkreis", fields_of_action=(FieldOfAction("2", "Bildung"), FieldOfAction("1", "Steuerung")))
    offered = _address.offer(history(fields), TODAY)

    def sentence(page: str) -> str:
        return _address.read({"hf": "99"}, fields, offered, TODAY, page).sentences[0]

    assert sentence("handlungsfelder").endswith("Gezeigt wird das Handlungsfeld 1 Steuerung.")
    assert sentence("jahresbilanz").endswith("Gezeigt werden alle Handlungsfelder.")


@pytest.mark.parametrize(
    ("page", "missing"),
    [("vergleich", {"massnahme", "bericht", "folie", "abend"}),
     ("massnahmen", {"kenntnis", "kenntnisvorher", "bericht", "folie", "abend"}),
     ("ueberblick", {"massnahme", "kenntnis", "kenntnisvorher", "bericht", "folie", "abend"}),
     ("berichte", {"massnahme", "kenntnis", "kenntnisvorher", "folie", "abend"}),
     ("workshop", {"massnahme", "kenntnis", "kenntnisvorher", "bericht"})],
)  # fmt: skip
def test_an_open_measure_or_report_and_a_kenntnisstand_belong_to_their_page(page: str, missing: set[str]) -> None:
    assert set(_address.KEYS) - set(_address.keys_of(page)) == missing


def test_a_search_is_kept_as_it_was_typed() -> None:
    assert read(suche="  Bus & Bahn ").view.search == "Bus & Bahn"
