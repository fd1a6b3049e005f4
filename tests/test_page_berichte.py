"""The page Berichte through the navigation: what it offers, freezing, what it says of what cannot be."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from opened_page import County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.documents import frozen, typeset
from audit_core.documents.registry import DOCUMENTS
from audit_core.standing import Completion
from audit_core.tables.annual_report import annual_report
from audit_core.upload import apply
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of
from audit_core.wording import documents as wording
from pages import _documents_parts, _preview_parts

Open = Callable[..., AppTest]
NO_ENTRY = "Nr.;Stand;Status\n"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page of the small county at an address; its clock stands on 01.02.2021."""

    def _open(address: str = "jahr=2020", **files: str) -> AppTest:
        return County(tmp_path, monkeypatch).open("berichte.py", address, **files)

    return _open


def reports(folder: Path) -> tuple[store.FrozenReport, ...]:
    return store.frozen_reports(store.open_engine(f"sqlite:///{folder / 'audit.db'}"))


def stored_beside(folder: Path, **other: object) -> None:
    """Stores the frozen report once more, with something else in it."""
    engine = store.open_engine(f"sqlite:///{folder / 'audit.db'}")
    with store.writing(engine) as connection:
        store.append_report(connection, replace(reports(folder)[-1], **other))  # type: ignore[arg-type]


def sql(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "audit.db")) as connection:
        connection.execute(statement)
        connection.commit()


def pictures(app: AppTest) -> list[str]:
    """The alternative texts of the pictures."""
    return re.findall(r'<img [^>]*alt="([^"]*)"', html(app))


def freeze(app: AppTest, by: str = "Koordination") -> AppTest:
    app.text_input(key="am-who").set_value(by).run()
    return app.button(key="am-freeze-now").click().run()


def test_every_document_is_offered_with_its_purpose_and_a_button_for_each_format(opened: Open) -> None:
    app = opened()
    assert headline(app) == "Bericht 2020: 1 von 3 Maßnahmen umgesetzt, noch nicht festgeschrieben."
    shown = html(app)
    for document in DOCUMENTS:
        assert document.title in shown and document.purpose in shown
    assert "PDF zum Lesen und Ablegen, barrierefrei; Word zum Weiterschreiben" in shown
    assert [button.proto.label for button in app.get("download_button")] == [
        "*Jahresbericht als* PDF", "*Jahresbericht als* Word", "*Foliensatz als* PowerPoint",
        "*Folien für den Workshop als* HTML (Browser)",
        "*Arbeitsmappe als* Excel", "*Tabellen als* CSV (ZIP)", "*Maßnahmenliste als* CSV",
        "*Fristenkalender als* Kalender (ICS)",
    ]  # fmt: skip
    assert len(DOCUMENTS) == 8


def test_opening_the_page_makes_no_document_and_no_picture(opened: Open) -> None:
    app = opened()
    assert all(button.proto.deferred_file_id and not button.proto.url for button in app.get("download_button"))
    assert pictures(app) == [] and app.button(key="am-preview-show").label == "Vorschau zeigen"


def test_the_preview_shows_pages_that_can_be_turned_and_says_which(opened: Open) -> None:
    app = opened()
    app.button(key="am-preview-show").click().run()
    assert not app.exception
    assert "Seite 1 von " in html(app)
    (picture,) = pictures(app)
    assert picture.startswith("Seite 1 der Vorschau: Jahresbericht 2020")
    app.button(key="am-preview-on").click().run()
    assert "Seite 2 von " in html(app)


def test_the_office_of_the_address_narrows_the_calendar_alone(opened: Open) -> None:
    app = opened("jahr=2020&stelle=Jugendamt")
    assert app.selectbox(key="_stelle").value == "Jugendamt"
    assert headline(app).startswith("Bericht 2020: 1 von 3 Maßnahmen umgesetzt")
    ids = [button.proto.id for button in app.get("download_button")]
    assert [place for place, key in enumerate(ids) if "Jugendamt" in key] == [7]


def test_freezing_writes_one_row_and_shows_it(opened: Open, tmp_path: Path) -> None:
    app = freeze(opened())
    (row,) = reports(tmp_path)
    assert (row.agreement, row.as_of, row.recorded_by) == ("ZV", date(2020, 12, 31), "Koordination")
    assert row.title == "Jahresbericht 2020"
    assert headline(app) == "Jahresbericht 2020 (Nr. 1): unverändert; seither nichts berichtigt."
    assert app.query_params["bericht"] == "1"
    shown = html(app)
    assert shown.count("Byte für Byte wie festgeschrieben") == 2
    assert row.pdf_sha256 in shown and row.docx_sha256 in shown and "Seither wurde nichts berichtigt." in shown
    assert [button.proto.label for button in app.get("download_button")] == [
        "*Jahresbericht als* PDF", "*Jahresbericht als* Word",
    ]  # fmt: skip


def test_a_frozen_report_stands_in_the_list_and_opens_from_it(opened: Open, tmp_path: Path) -> None:
    app = freeze(opened())
    app.button(key="am-frozen-all").click().run()
    assert headline(app) == "Bericht 2020: 1 von 3 Maßnahmen umgesetzt, festgeschrieben am 01.02.2021."
    (row,) = reports(tmp_path)
    shown = html(app)
    assert "Vereinbarung · Stichtag 31.12.2020 · Kenntnisstand 01.02.2021, 23:59 Uhr" in shown
    assert "von Koordination" in shown and f"Programm {row.program_version}" in shown
    app.button(key="am-way-frozen-1").click().run()
    assert headline(app).startswith("Jahresbericht 2020 (Nr. 1): unverändert")
    assert len(app.selectbox) == 0


def test_who_does_not_say_who_freezes_is_asked_and_nothing_is_written(opened: Open, tmp_path: Path) -> None:
    app = opened()
    app.button(key="am-freeze-now").click().run()
    assert "Bitte zuerst eintragen, welche Stelle oder Funktion festschreibt." in html(app)
    assert reports(tmp_path) == ()


def test_a_report_without_a_title_is_refused_and_nothing_is_written(opened: Open, tmp_path: Path) -> None:
    app = opened()
    app.text_input(key="am-freeze-title-ZV-2020-12-31").set_value("  ").run()
    freeze(app)
    assert "Der Bericht braucht einen Titel mit höchstens 200 Zeichen." in html(app)
    assert reports(tmp_path) == () and len(app.get("download_button")) == 8


def test_a_database_that_takes_no_report_is_told_in_german_and_stays_as_it_was(opened: Open, tmp_path: Path) -> None:
    app = opened()
    sql(tmp_path, "CREATE TRIGGER full BEFORE INSERT ON reports BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    freeze(app)
    assert "Die Datenbank lässt sich nicht benutzen." in html(app) and "disk full" not in html(app)
    assert reports(tmp_path) == () and len(app.get("download_button")) == 8


def test_a_report_that_cannot_be_made_again_is_told_in_german_and_the_rest_stays(opened: Open, tmp_path: Path) -> None:
    app = freeze(opened())
    stored_beside(tmp_path, as_of=date(1, 6, 30))  # no year lies before it
    app.button(key="am-frozen-all").click().run()
    app.button(key="am-way-frozen-2").click().run()
    shown = html(app)
    assert "Der Bericht ließ sich nicht noch einmal erstellen." in shown
    assert headline(app) == "Jahresbericht 1 (Nr. 2)."
    assert "Was seither berichtigt wurde, ließ sich nicht feststellen." in shown and "Programmversion" in shown
    assert "Seither wurde nichts berichtigt." not in shown
    app.button(key="am-preview-show").click().run()
    assert "Die Vorschau ließ sich nicht erstellen." in html(app)


def test_files_that_differ_are_said_to_differ(opened: Open, tmp_path: Path) -> None:
    app = freeze(opened())
    stored_beside(tmp_path, pdf_sha256="ab")
    stored_beside(tmp_path, pdf_sha256="ab", program_version="0.0.1-00000000")
    app.button(key="am-frozen-all").click().run()
    app.button(key="am-way-frozen-2").click().run()
    assert headline(app) == "Jahresbericht 2020 (Nr. 2): anders als damals; seither nichts berichtigt."
    shown = html(app)
    assert shown.count("weicht von der festgeschriebenen Datei ab") == 1
    assert shown.count("Byte für Byte wie festgeschrieben") == 1 and "Das darf nicht vorkommen" in shown
    app.button(key="am-frozen-all").click().run()
    app.button(key="am-way-frozen-3").click().run()
    assert headline(app) == "Jahresbericht 2020 (Nr. 3): dieselben Angaben; seither nichts berichtigt."
    assert "Festgeschrieben mit Programmversion 0.0.1-00000000, heute " in html(app)


def test_what_was_corrected_since_is_listed_and_the_vergleich_shows_the_same(opened: Open, tmp_path: Path) -> None:
    app = freeze(opened())
    (row,) = reports(tmp_path)
    engine = store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")
    rows = "Nr.;Meilenstein;Stand;Status\n1.1;;15.12.2020;umgesetzt\n"
    later = datetime(2021, 2, 1, 23, 59, 59, 999_999, tzinfo=BERLIN)
    shown_then = preview_of(recognise(rows.encode(), "m.csv"), store.load(engine), Clock(later))
    apply.apply(engine, shown_then, "Jugendamt", later)
    app.run()
    assert headline(app) == "Jahresbericht 2020 (Nr. 1): unverändert; seither 1 Maßnahme berichtigt."
    shown = html(app)
    assert shown.count("Byte für Byte wie festgeschrieben") == 2 and row.pdf_sha256 in shown
    assert "Maßnahme 1.1, vorangekommen" in shown and "bisher in Umsetzung" in shown
    assert "Liste als CSV speichern" in [button.proto.label for button in app.get("download_button")]
    app.button(key="am-to-comparison").click().run()
    assert not app.exception
    assert headline(app) == "Nachträge zum 31.12.2020 bei 1 Maßnahme."
    assert app.query_params["kenntnisvorher"] == f"{row.known_by.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


@pytest.mark.parametrize("word", ["7", "x<b>", "1 or 1"])
def test_a_report_that_does_not_exist_is_answered_with_a_sentence(word: str, opened: Open) -> None:
    app = opened(f"jahr=2020&bericht={word}")
    escaped = word.replace("<", "&lt;").replace(">", "&gt;")
    assert f"Einen festgeschriebenen Bericht ‚{escaped}‘ gibt es nicht. Gezeigt: alle Berichte." in html(app)
    assert headline(app).startswith("Bericht 2020: 1 von 3")


def test_a_year_that_cannot_be_is_answered_with_a_sentence(opened: Open) -> None:
    shown = html(opened("jahr=1999"))
    assert "Für ‚1999‘ gibt es keinen Jahresbericht, nur für die Jahre 2020 bis 2021. Gezeigt: 2021." in shown


def test_a_running_year_says_up_to_which_day_it_reaches(opened: Open, tmp_path: Path) -> None:
    app = opened("jahr=2021")
    shown = html(app)
    assert "Das Jahr 2021 läuft noch: Die Dokumente reichen bis heute, 01.02.2021." in shown
    assert "Das Jahr ist nicht zu Ende: Festgeschrieben wird der Stand vom 01.02.2021." in shown
    freeze(app)
    assert [row.as_of for row in reports(tmp_path)] == [date(2021, 2, 1)]


def test_a_stichtag_within_the_year_cuts_it_and_offers_the_whole_year(opened: Open) -> None:
    app = opened("jahr=2020&stichtag=2020-06-30")
    shown = html(app)
    assert "Der Bericht reicht nur bis zum 30.06.2020." in shown and "nicht zu Ende" not in shown
    assert "Festgeschrieben wird der Stand vom 30.06.2020, nicht der vom Ende des Jahres." in shown
    app.button(key="am-documents-later").click().run()
    assert "reicht nur bis" not in html(app)
    assert app.query_params["stichtag"] == "2020-12-31"


def test_measures_that_all_left_the_plan_are_reported_of(opened: Open) -> None:
    left = [f"{number};01.12.2020;entfallen;Geld" for number in ("1.1", "1.2", "2.1", "2.2")]
    app = opened(meldungen="\n".join(["Nr.;Stand;Status;Grund", *left]))
    assert headline(app) == "Bericht 2020: keine Maßnahme mehr im Plan, noch nicht festgeschrieben."
    assert len(app.get("download_button")) == 8


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (Completion(0, 0, 1, 1), "1 von 1 Daueraufgabe läuft"),
        (Completion(0, 0, 2, 3), "2 von 3 Daueraufgaben laufen"),
        (Completion(1, 1, 0, 0), "einzige Maßnahme umgesetzt"),
        (Completion(0, 1, 1, 1), "einzige Maßnahme nicht umgesetzt"),
        (Completion(2, 2, 0, 0), "2 von 2 Maßnahmen umgesetzt"),
    ],
)
def test_the_headline_is_right_where_one_or_none_is_counted(done: Completion, said: str) -> None:
    assert wording.finding(2022, done, None) == f"Bericht 2022: {said}, noch nicht festgeschrieben."


def test_the_preview_of_a_frozen_report_is_that_of_its_own_file(opened: Open, tmp_path: Path) -> None:
    """A county that had no name yet when its report was frozen: the pages do not name it either."""
    unnamed = opened()
    freeze(unnamed)
    county = store.load(store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}"))
    (row,) = reports(tmp_path)
    names = tuple(replace(one, recorded_at=datetime(2022, 1, 1, tzinfo=UTC)) for one in county.names)
    later = replace(county, names=names)
    shown = _preview_parts.pictures(later, row.as_of, row.agreement, row)
    assert shown.pages == typeset.pages(annual_report(frozen.asked_of(later, row)), 40, 1240)
    assert shown.pages[0] != _preview_parts.pictures(county, row.as_of, row.agreement, row).pages[0]


def test_a_stichtag_to_come_reaches_no_further_than_today(opened: Open) -> None:
    assert "Die Dokumente reichen bis heute, 01.02.2021." in html(opened("jahr=2021&stichtag=2021-12-31"))


def test_a_year_to_come_says_so_and_offers_nothing(opened: Open) -> None:
    app = opened("", zielvereinbarungen="Kürzel;Titel;Beginn;Ende\nZV;Neue;2030;2032\n", meldungen=NO_ENTRY)
    assert headline(app) == "Das Jahr 2030 hat noch nicht begonnen."
    assert "Bis dahin gibt es nichts zu berichten." in html(app)
    assert len(app.get("download_button")) == 0


def test_a_county_without_a_measure_is_led_to_the_plan(opened: Open) -> None:
    empty = "Nr.;Handlungsfeld;Maßnahme\n"
    app = opened("", massnahmen=empty, meilensteine="Nr.;Meilenstein;Bezeichnung\n", meldungen=NO_ENTRY)
    assert "Ein Bericht sagt, wie weit die Maßnahmen des Plans sind." in html(app)
    assert len(app.get("download_button")) == 0


def test_nothing_frozen_says_what_to_do(opened: Open) -> None:
    assert "Noch ist kein Bericht festgeschrieben." in html(opened())


def test_a_document_is_made_where_no_session_is_known(opened: Open, tmp_path: Path) -> None:
    opened()
    county = store.load(store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}"))
    data = _documents_parts.made(county, "annual_report", "pdf", date(2020, 12, 31), "ZV", None)
    assert data.startswith(b"%PDF") and data == _documents_parts.made(
        county, "annual_report", "pdf", date(2020, 12, 31), "ZV", None
    )
