"""What a deck says: the Fristen to come and every Grund as the report has them, drafts, names, definitions."""

import io
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from counties import agreement, county, entry, measure, milestone, moment
from pptx import Presentation

from audit_core import store
from audit_core.agreement import County
from audit_core.documents.deck import deck
from audit_core.standing import history
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import Marked, Paragraph
from audit_core.tables.deck import deck_of
from audit_core.tables.deck_parts import Slide
from audit_core.upload.apply import load_folder
from audit_core.wording import deck as wording

DATA = Path(__file__).resolve().parents[1] / "data"


@cache
def invented() -> County:
    with TemporaryDirectory() as place:
        engine = store.open_engine(f"sqlite:///{place}/words.db")
        load_folder(engine, DATA / "musterkreis", moment("2026-01-01"))
        found = store.load(engine)
        engine.dispose()
    return found


def asked(rows: County, day: str = "2021-12-31", code: str = "all") -> Asked:
    return Asked(history(rows), date.fromisoformat(day), code)


def slide(about: Asked, kind: str) -> Slide:
    (found,) = [slide for slide in deck_of(about).slides if slide.kind == kind]
    return found


@pytest.mark.parametrize(
    ("day", "last", "n", "word"),
    [("2023-11-30", "30.11.2024", 38, "38"), ("2021-12-31", "31.12.2022", 6, "sechs")],
)
def test_the_fristen_to_come_are_as_many_as_the_report_counts(day: str, last: str, n: int, word: str) -> None:
    about = asked(invented(), day)
    said = slide(about, "coming")
    assert said.title == f"Bis zum {last} laufen {n} Fristen ab, die nächste am 31.12.{day[:4]}."
    assert said.chart is not None and sum(said.chart.series[0].values) == n
    texts = [block.text for block in annual_report(about).blocks if isinstance(block, Paragraph)]
    assert [text for text in texts if text.startswith(f"Bis zum {last} laufen {word} Fristen ab (bei ")]


def test_a_frist_on_the_same_day_of_the_next_year_still_comes_and_one_a_day_later_does_not() -> None:
    rows = county(
        [measure("1.1", due="30.11.2024"), measure("1.2", due="01.12.2024"), measure("1.3", due="31.12.2023")],
        agreements=[agreement(begin="01.01.2023")],
    )
    found = slide(asked(rows, "2023-11-30"), "coming")
    assert found.title == "Bis zum 30.11.2024 laufen 2 Fristen ab, die nächste am 31.12.2023."
    assert found.chart is not None and (found.chart.categories[0], found.chart.categories[-1]) == ("Dez\n2023", "Nov")
    assert "bald" not in " ".join(found.notes)


def test_the_last_column_of_the_fristen_says_where_its_month_is_cut() -> None:
    rows = county([measure("1.1", due="10.06.2022")])
    found = slide(asked(rows, "2021-06-15"), "coming")
    assert found.title == "Bis zum 15.06.2022 läuft eine Frist ab, am 10.06.2022."
    assert found.chart is not None and found.chart.categories[-1] == "Jun\nbis 15."


def test_a_grund_counts_though_a_later_meldung_does_not_repeat_it() -> None:
    rows = county(
        [measure("1.1", due="30.06.2021"), measure("1.2"), measure("1.3", due="2023")],
        [milestone("1.3", "1", due="31.03.2021")],
        [
            entry("1.1", "in_progress", "31.12.2020", reason="Mittel fehlen"),
            entry("1.1", "in_progress", "30.09.2021"),
            entry("1.2", "in_progress", "31.03.2021", reason="Umzug"),
            entry("1.2", "postponed", "30.09.2021"),
            entry("1.3", "in_progress", "31.03.2021"),
        ],
    )
    found = slide(asked(rows), "reasons")
    assert found.title == "Nicht erreicht: 2 Maßnahmen und 1 Meilenstein, zu einem davon ist ein Grund genannt."
    assert found.table is not None
    assert {cell.text.split(" ")[0]: said for cell, _, said in found.table.rows if isinstance(cell, Marked)} == {
        "1.2:": "kein Grund genannt", "1.1:": "Mittel fehlen (Stand 31.12.2020)", "1.3,": "kein Grund genannt",
    }  # fmt: skip


@pytest.mark.parametrize(("year", "late", "reasons"), [(2022, 7, 2), (2025, 8, 3)])
def test_what_is_overdue_has_as_many_reasons_as_in_the_report(year: int, late: int, reasons: int) -> None:
    about = asked(invented(), f"{year}-12-31", "ZV1")
    rows = [line for line in slide(about, "reasons").notes if "überfällig, " in line and "Grund: " in line]
    assert len(rows) == late
    assert sum(not line.endswith("kein Grund genannt") for line in rows) == reasons
    (report,) = [
        block.text
        for block in annual_report(about).blocks
        if isinstance(block, Paragraph) and "überfällig. " in block.text and block.text.startswith("Am ")
    ]
    assert late - reasons == 5 and "In fünf Fällen ist kein Grund angegeben." in report


def test_only_a_frozen_document_is_no_draft() -> None:
    rows, day = county([measure("1.1")]), date(2021, 12, 31)
    known = history(rows, moment("2022-02-01"))
    said = deck_of(Asked(known, day, frozen=True)).slides[0].lines[2]
    assert said == "Kenntnisstand 01.02.2022, 12:00 Uhr, festgeschrieben"
    draft = deck_of(Asked(known, day))
    assert draft.slides[0].lines[2] == "Kenntnisstand 01.02.2022, 12:00 Uhr (Entwurf, nicht festgeschrieben)"
    facts = [dict(annual_report(Asked(known, day, frozen=frozen)).facts)["Kenntnisstand"] for frozen in (True, False)]
    assert facts == ["01.02.2022, 12:00 Uhr, festgeschrieben", "01.02.2022, 12:00 Uhr (Entwurf, nicht festgeschrieben)"]


def test_the_deck_of_a_running_year_says_so_in_its_title() -> None:
    found = deck_of(asked(county([measure("1.1")]), "2021-06-30", "ZV"))
    assert found.title == "Jahresbericht 2021 (bis 30.06.)"
    assert found.slides[0].lines[:2] == ("Vereinbarung ZV", "Stichtag 30.06.2021, verglichen mit 31.12.2020")


def test_notes_have_no_empty_paragraph_and_the_transition_table_says_what_its_rows_are() -> None:
    found = deck_of(asked(county([measure("1.1", due="2020")], log=[entry("1.1", "partly", "31.03.2021")])))
    assert all(all(said for said in one.notes) for one in found.slides if one.kind != "field")
    (table,) = [one.table for one in found.slides if one.kind == "transitions"]
    assert table is not None and table.columns[0].head == "von / nach"


def test_definitions_are_those_of_the_report() -> None:
    assert "(oder als sie dazukamen)" in wording.ON_TIME
    assert "entfallen oder übernommen, ist sonstige" in wording.DIRECTIONS


COURSE = county(
    [measure("1.1", due="31.12.2021"), measure("1.2", due="31.12.2023"), measure("1.3"), measure("1.4")],
    [milestone(number, part, due=due) for number in ("1.1", "1.3") for part, due in (("1", "2021"), ("2", "2022"))],
    [entry("1.1", "in_progress", "30.06.2021"), entry("1.1", "completed", "30.06.2021", milestone="1"),
     entry("1.2", "ongoing", "31.12.2020"), entry("1.3", "postponed", "31.12.2020"),
     entry("1.3", "cancelled", "31.12.2021")],
)  # fmt: skip


def test_what_is_due_on_the_stichtag_is_called_as_in_all_documents_and_only_open_measures_have_an_expectation() -> None:
    table = slide(asked(COURSE), "field").table
    assert table is not None
    rows = {str(row[0].text)[:3]: [cell.text for cell in row[2:] if isinstance(cell, Marked)]
            for row in table.rows if isinstance(row[0], Marked)}  # fmt: skip
    assert rows == {
        "1.1": ["bald fällig\nFrist 31.12.2021", "50\xa0%\nerwartet 50\xa0%"],
        "1.2": ["erledigt\nFrist 31.12.2023", "100\xa0%"],
        "1.3": ["–", "–"],
        "1.4": ["ohne Frist", "–"],
    }


def test_the_years_explain_the_statuses_that_only_earlier_years_have() -> None:
    found = slide(asked(COURSE), "years")
    assert [code for code, _ in found.key] == ["cancelled", "no_report", "in_progress", "ongoing"]
    assert found.earlier == ("postponed",)
    shown = list(Presentation(io.BytesIO(deck(asked(COURSE)))).slides)
    (texts,) = [
        texts for page in shown
        if "Jahr für Jahr" in (texts := [one.text_frame.text for one in page.shapes if one.has_text_frame])
    ]  # fmt: skip
    place = texts.index("In früheren Jahren auch:")
    assert texts[place + 1 : place + 3] == ["‖", "zurückgestellt"]


def test_heads_of_many_columns_stand_apart_in_two_lines() -> None:
    codes = ("completed", "ongoing", "partly", "in_progress", "preparing", "not_started", "postponed", "replaced",
             "cancelled")  # fmt: skip
    rows = county([measure(f"1.{n}") for n in range(10)],
                  log=[entry(f"1.{n}", code, "31.12.2020") for n, code in enumerate(codes)])  # fmt: skip
    shown = list(Presentation(io.BytesIO(deck(asked(rows)))).slides)
    (table,) = [one.table for page in shown for one in page.shapes if one.has_table and one.name == "Übergänge"]
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads == [
        "von / nach", "umgesetzt", "Dauer-\naufgabe", "teilweise umgesetzt", "in Umsetzung", "in Vor-\nbereitung",
        "nicht begonnen", "keine Meldung", "zurück-\ngestellt", "ersetzt", "entfallen", "Summe",
    ]  # fmt: skip
    assert {cell.margin_left for cell in list(table.rows[0].cells)[1:]} == {36_576}
