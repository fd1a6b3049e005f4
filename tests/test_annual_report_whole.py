"""The Jahresbericht as a whole: its build, its empty cases, that it holds still (R14) and agrees (R15)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from annual_report_lines import SMALL, YEAR_END, report, section, table
from counties import counties, county_of, entry, known_moments, moment, offices, replaced, stichtage, views
from hypothesis import given, settings

from audit_core import store
from audit_core.agreement import County
from audit_core.standing import ALL, history, standing
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import Facts, Figures, Heading, Points, Report, Table, headings
from audit_core.tables.situation import situation
from audit_core.tables.years import years
from audit_core.upload.apply import load_folder


@pytest.fixture(scope="module")
def small() -> Report:
    return report(county_of(SMALL))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> County:
    engine = store.open_engine(f"sqlite:///{tmp_path_factory.mktemp('real')}/audit.db")
    load_folder(engine, Path(__file__).parents[1] / "data" / "kyffhaeuserkreis", datetime(2026, 1, 1, tzinfo=UTC))
    county = store.load(engine)
    engine.dispose()
    return county


def test_headings_go_down_one_level_at_a_time_and_are_not_empty(small: Report, real: County) -> None:
    for found in (small, report(real, YEAR_END, ALL), report(county_of(""), YEAR_END, ALL)):
        levels = [1, *(heading.level for heading in headings(found.blocks))]
        assert levels[1] == 2 and all(after - before <= 1 for before, after in pairwise(levels))
        assert all(heading.text.strip() for heading in headings(found.blocks))


def test_no_table_has_a_row_of_another_length_and_no_point_is_empty(small: Report, real: County) -> None:
    for found in (small, report(real, YEAR_END, ALL)):
        for block in found.blocks:
            if isinstance(block, Table):
                assert block.rows and {len(row) for row in block.rows} == {len(block.columns)}
            if isinstance(block, Points):
                assert block.items and all(point.text and all(point.below) for point in block.items)
            if isinstance(block, Facts):
                assert block.rows and all(name and text for name, text in block.rows)


@pytest.mark.parametrize(("text", "agreement"), [("", ALL), ("", "ZV9"), ("agreement ZV begin=01.01.2030", "ZV")])
def test_a_report_without_a_measure_says_so_and_nothing_of_measures_there_are_not(text: str, agreement: str) -> None:
    found = report(county_of(text), YEAR_END, agreement)
    assert section(found, "Das Ergebnis in Kürze") == [
        "Am 31.12.2021 gibt es in diesem Bericht keine Maßnahme. Für 2021 ist daher nichts zu bilanzieren."
    ]
    assert section(found, "Was nicht erreicht wurde und warum") == ["Dieser Bericht hat keine Maßnahme."]
    assert section(found, "Neue Maßnahmen") == ["Im Jahr 2021 wurde keine Maßnahme neu aufgenommen."]
    assert section(found, "Kennzahlen") == ["Bis zum Stichtag ist keine Kennzahl erfasst."]


def test_a_bare_measure_without_agreement_office_frist_and_goal_gives_a_whole_report() -> None:
    found = report(county_of("measure 1 agreement=- responsible=- field=1 title=Bus"), YEAR_END, ALL)
    assert section(found, "Ohne jede Meldung")[1:] == ["1 Bus", "ohne Zuständigkeit"]
    assert "Zielvereinbarung: ohne Zielvereinbarung" in section(found, "1 Bus")


def test_a_running_year_says_up_to_which_day_once_in_each_section() -> None:
    found = report(county_of(SMALL), date(2021, 6, 30))
    assert found.title == "Jahresbericht 2021 (bis 30.06.)"
    assert section(found, "Umgesetzte Maßnahmen") == ["Im Jahr 2021 wurde keine Maßnahme umgesetzt."]
    once = "Gezählt ist das Jahr 2021 bis zum 30.06.2021."
    assert section(found, "Meilensteine und Erfolge") == [once]
    assert section(found, "Das Ergebnis in Kürze")[1].startswith(f"{once} Am 31.12.2020 ")
    assert found.footer == "Musterkreis · Jahresbericht 2021 (bis 30.06.) · Vereinbarung ZV"


def test_the_cover_says_what_it_is_about_and_what_was_known() -> None:
    known = history(county_of(SMALL), moment("2022-01-10T14:05"))
    found = annual_report(Asked(known, YEAR_END, "ZV", None, "Unser Jahr", frozen=True))
    assert (found.title, found.subtitle, found.county) == ("Unser Jahr", "Vereinbarung ZV", "Musterkreis")
    assert found.warning == "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht."
    assert found.facts == (
        ("Laufzeit", "01.01.2020 bis 31.12.2022"), ("Stichtag", "31.12.2021"), ("Verglichen mit", "31.12.2020"),
        ("Kenntnisstand", "10.01.2022, 14:05 Uhr, festgeschrieben"),
    )  # fmt: skip
    draft = report(county_of(SMALL), YEAR_END, ALL)
    assert dict(draft.facts)["Kenntnisstand"] == "alles bisher Erfasste, noch nicht festgeschrieben (Entwurf)"
    assert draft.subtitle == "Alle Zielvereinbarungen"


def test_no_table_repeats_the_heading_above_it(small: Report, real: County) -> None:
    for found in (small, report(real, YEAR_END, ALL)):
        for above, block in pairwise(found.blocks):
            if isinstance(block, Table):
                assert block.caption and not (isinstance(above, Heading) and above.text == block.caption)


def test_an_office_sees_its_own_items_as_overdue() -> None:
    found = report(county_of(SMALL), YEAR_END, "ZV", "Sozialamt")
    assert found.subtitle == "Vereinbarung ZV · Sozialamt"
    assert section(found, "Überfällig") == ["Am 31.12.2021 ist nichts überfällig."]
    assert section(found, "Überfälliges nach Zuständigkeit")[0] == "Keine Stelle ist mit etwas überfällig."


def test_a_meldung_recorded_later_does_not_change_the_report_of_an_earlier_kenntnisstand() -> None:
    early, known_by = county_of(SMALL), moment("2022-01-10")
    late = replaced(
        entry("2.1.1", "completed", "01.10.2021", recorded="2022-03-01", text="Nachgetragen"), len(early.log) + 1
    )
    later = replace(early, log=(*early.log, late))
    then = annual_report(Asked(history(early, known_by), YEAR_END, "ZV"))
    assert annual_report(Asked(history(early, known_by), YEAR_END, "ZV")) == then
    assert annual_report(Asked(history(later, known_by), YEAR_END, "ZV")) == then
    assert "2.1.1 Bürgerbus" in section(report(later), "Umgesetzte Maßnahmen")


def test_long_text_stands_whole_and_an_address_once_in_the_last_annex() -> None:
    long, address = "Sachstand " * 300, "https://www.example.org/a/very/long/path/to/the/minutes.pdf"
    made = county_of("agreement ZV begin=01.01.2020\nmeasure 1.1.1 title=Bus")
    told = entry("1.1.1", "in_progress", "01.06.2021", text=long)._replace(source=f"Protokoll | {address}")
    found = report(replace(made, log=(replaced(told, 1),)))
    assert f"Sachstand: {long}" in section(found, "1.1.1 Bus")
    assert section(found, "1.1.1 Bus")[-1].startswith("Quelle: Protokoll; example.org/…")
    assert section(found, "Anhang C: Quellen") == [f"[1]: {address}"]


def test_the_figures_of_the_real_county_are_those_of_the_pages(real: County) -> None:
    known = history(real)
    found = annual_report(Asked(known, YEAR_END, "ZV2"))
    now = situation(standing(known, YEAR_END), "ZV2")
    year = years(known, "ZV2", None, None, YEAR_END, YEAR_END)
    assert (now.completion.n, now.completion.of, now.overdue.measures, now.overdue.milestones) == (6, 17, 2, 12)
    figures = next(block for block in found.blocks if isinstance(block, Figures)).items
    assert [figure.value for figure in figures] == ["6 von 17", "27 von 56", "12 von 27", "9 von 11"]
    total = table(found, "Umgesetzt, Fortschritt")[-1]
    assert total == ["zusammen", "6 von 17", "4 von 17", "", "", "2", "12"]
    assert [row[1] for row in table(found, "Umgesetzt, Fortschritt")[:-1]] == [
        f"{row.completion.n} von {row.completion.of}" for row in now.fields
    ]
    assert [row[:2] for row in table(found, "Überfälliges, bald Fälliges")] == [
        [office.responsible or "ohne Zuständigkeit", str(office.overdue)] for office in now.offices
    ]
    assert table(found, "Wohin die Maßnahmen")[-1][-1] == str(sum(year.balance.totals_to.values())) == "17"
    annex = [heading.text for heading in headings(found.blocks) if heading.level == 4][-17:]
    assert annex == [f"{state.measure.number} {state.title}" for state in now.measures]


@settings(max_examples=40, deadline=None)
@given(counties(), stichtage, views, offices, known_moments)
def test_any_county_gives_a_whole_report_and_the_same_one_again(
    county: County, until: date, agreement: str, office: str | None, known_by: datetime | None
) -> None:
    asked = Asked(history(county, known_by), until, agreement, office)
    found = annual_report(asked)
    assert found == annual_report(asked)
    levels = [1, *(heading.level for heading in headings(found.blocks))]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for block in found.blocks:
        if isinstance(block, Table):
            assert block.rows and {len(row) for row in block.rows} == {len(block.columns)}
    now = situation(standing(asked.known, until), agreement, office)
    if now.measures:
        late = table(found, "Umgesetzt, Fortschritt")[-1][-2:]
        assert late == [str(now.overdue.measures), str(now.overdue.milestones)]
