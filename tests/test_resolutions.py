"""Resolutions: grouped, in order, up to a Stichtag, and what a sitting came to."""

from dataclasses import replace
from datetime import date

import pytest

from audit_core import dates
from audit_core.agreement import Consultation, County, Measure
from audit_core.tables.resolutions import Resolution, called_off, decided, resolutions, up_to


def consultation(paper: str, day: str, committee: str = "Kreistag", **more: object) -> Consultation:
    row = Consultation(paper, f"Betreff {paper}" if paper else "Ohne Vorlage", committee, dates.parse(day))
    return replace(row, **more)  # type: ignore[arg-type]


def county(*rows: Consultation) -> County:
    return County("Musterkreis", consultations=rows, measures=(Measure("ZV", "1.2", "1", "Netzwerk"),))


def outline(found: tuple[Resolution, ...]) -> list[tuple[str, list[str]]]:
    return [(row.paper or row.subject, [one.day.text for one in row.consultations]) for row in found]


def test_consultations_of_one_vorlage_stand_together_in_order_of_their_day() -> None:
    rows = [
        consultation("7", "10.06.2020"), consultation("", "01.03.2020"), consultation("7", "17.02.2020"),
        consultation("7", "17.03.2020", result="abgesagt, keine Abstimmung"), consultation("", "02.2020"),
    ]  # fmt: skip
    found = [[row.day.text for row in group] for group in resolutions(county(*rows))]
    assert found == [["17.02.2020", "17.03.2020", "10.06.2020"], ["02.2020", "01.03.2020"]]


def test_without_a_vorlage_the_betreff_groups() -> None:
    rows = [consultation("", "01.2020"), consultation("", "02.2020", subject="Anderes")]
    assert len(resolutions(county(*rows))) == 2


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2020, 2, 16), []),
        (date(2020, 2, 28), [("7", ["17.02.2020"])]),
        (date(2020, 2, 29), [("Ohne Vorlage", ["02.2020"]), ("7", ["17.02.2020"])]),
        (date(2020, 12, 31), [("7", ["17.02.2020", "10.06.2020"]), ("Ohne Vorlage", ["02.2020"])]),
    ],
)
def test_what_lies_after_the_stichtag_is_left_out_and_the_newest_comes_first(
    as_of: date, expected: list[tuple[str, list[str]]]
) -> None:
    rows = [consultation("7", "17.02.2020"), consultation("", "02.2020"), consultation("7", "10.06.2020")]
    assert outline(up_to(county(*rows), as_of)) == expected


def test_a_resolution_names_the_measures_it_concerns_in_natural_order() -> None:
    row = consultation("7", "2020", measures=(("ZV", "1.10"), ("ZV", "1.2"), ("ZV", "1.10")))
    found = up_to(county(row), date(2020, 12, 31))
    assert found[0].measures == ((("ZV", "1.2"), "1.2 Netzwerk"), (("ZV", "1.10"), "1.10"))


@pytest.mark.parametrize(
    ("result", "yes", "off", "done"),
    [
        ("abgesagt, keine Abstimmung", None, True, False),
        ("Sitzung ausgefallen", None, True, False),
        ("beschlossen, zuvor abgesagt", 29, False, True),
        ("einstimmig beschlossen", None, False, True),
        ("nicht beschlossen", 3, False, False),
        ("wurde nicht beschlossen", 3, False, False),
        ("einstimmig nicht beschlossen", None, False, False),
        ("Vertagung beschlossen", 20, False, False),
        ("einstimmig beschlossen: wird vertagt", None, False, False),
        ("Rückverweisung in den Ausschuss beschlossen", 20, False, False),
        ("beschlossen, an den Ausschuss zurueckverwiesen", None, False, False),
        ("Zurückstellung beschlossen", None, False, False),
        ("in nicht öffentlicher Sitzung beschlossen", 12, False, True),
        ("nicht-öffentlich beschlossen", None, False, True),
        ("nichtöffentlich beschlossen", None, False, True),
        ("zugestimmt", 7, False, False),
        ("auf der Tagesordnung, Ergebnis nicht gefunden", None, False, False),
        ("", None, False, False),
    ],
)
def test_a_sitting_was_called_off_or_decided_only_if_its_ergebnis_says_so(
    result: str, yes: int | None, off: bool, done: bool
) -> None:
    row = consultation("7", "17.03.2020", result=result, yes=yes)
    assert (called_off(row), decided(row)) == (off, done)


def test_the_last_decision_counts() -> None:
    rows = [
        consultation("7", "01.2020", result="beschlossen"), consultation("7", "02.2020", result="beschlossen"),
        consultation("7", "03.2020", result="zur Kenntnis genommen"),
    ]  # fmt: skip
    decision = up_to(county(*rows), date(2020, 12, 31))[0].decision
    assert decision is not None and decision.day.text == "02.2020"
    assert up_to(county(rows[2]), date(2020, 12, 31))[0].decision is None
