"""A sent file is taken in through the navigation, or is not, with the database looked at."""

from datetime import date
from pathlib import Path

import pytest
from opened_page import NAVIGATION, PLAN, headline, html
from sent_files import (
    BAD,
    GOOD,
    HEADER,
    PAGE,
    Office,
    button,
    counts,
    headers,
    press,
    send,
    sentences,
    stage,
    take,
    text,
)
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.standing import history, standing
from audit_core.tables.situation import situation


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(tmp_path, monkeypatch)


def test_the_figures_after_taking_in_are_those_of_the_preview(office: Office) -> None:
    take(office.send(GOOD))
    engine = office.engine()
    after = situation(standing(history(store.load(engine)), date(2021, 1, 31)))
    engine.dispose()
    assert (after.completion.n, after.completion.of) == (1, 3)
    assert (after.milestones.n, after.milestones.of) == (2, 2)
    assert after.overdue.milestones == 0


def test_taking_in_writes_once_and_gives_a_receipt(office: Office) -> None:
    app = take(office.send(GOOD))
    newest = office.uploads()[0]
    assert (newest.id, newest.recorded_by, newest.file_name, newest.kind, newest.rows) == (
        2, "Jugendamt", "liste.csv", "meldungen", 3,
    )  # fmt: skip
    assert stage(app) == "4 Übernommen"
    assert headline(app) == "Übernommen: 3 Meldungen stehen jetzt im Bestand."
    assert "Übernahme Nr. 2 Übernommen von Jugendamt Erfasst am 01.02.2021, 23:59 Uhr Datei liste.csv" in text(app)
    assert len(office.log()) == 7
    assert headline(press(app, "am-drop")) == "Zuletzt übernommen: 3 Meldungen am 01.02.2021."


def test_the_same_file_of_two_people_is_taken_in_once(office: Office) -> None:
    first = office.send(GOOD)
    second = AppTest.from_file(str(NAVIGATION), default_timeout=60)
    second = send(second.switch_page(PAGE).run(), GOOD)
    assert stage(take(first)) == "4 Übernommen"
    second = take(second, "Kreistag")
    assert stage(second) == "3 Vorschau" and "Nr. 2 von Jugendamt" in sentences(second)
    assert len(office.uploads()) == 2 and len(office.log()) == 7
    assert headline(press(second, "am-renew")) == "Keine Änderung: Alle 4 Zeilen stehen schon so im Bestand."


def test_without_a_name_nothing_is_taken_in_and_the_preview_stays(office: Office) -> None:
    app = press(office.send(GOOD), "am-take")
    assert "Bitte zuerst eintragen, welche Stelle oder Funktion übernimmt." in sentences(app)
    assert stage(app) == "3 Vorschau" and len(office.uploads()) == 1
    assert stage(take(app)) == "4 Übernommen"


def test_the_receipt_leads_to_the_day_whose_figures_it_shows(office: Office) -> None:
    """The newest Stand 31.01.2021 lies after the Stichtag 31.12.2020; a refusal before it is one line in the log."""
    app = take(office.send(GOOD))
    assert "Was sich an den Zahlen geändert hat (Vereinbarung, 31.01.2021)" in headers(app)
    app = press(app, "am-to-overview")
    assert (app.date_input[0].value, app.query_params["zv"]) == (date(2021, 1, 31), "ZV")
    assert app.metric[0].value == "1 von 3"


def test_a_refusal_is_one_line_in_the_log_of_the_server(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    press(office.send(GOOD), "am-take")
    (record,) = (record for record in caplog.records if record.name == "auditmonitor")
    assert record.levelname == "WARNING" and record.exc_info is None
    assert record.getMessage() == (
        "An upload was not taken in: Bitte zuerst eintragen, welche Stelle oder Funktion übernimmt."
    )


def test_the_yes_to_the_good_rows_and_the_name_wait_while_other_pages_are_looked_at(office: Office) -> None:
    app = office.send(BAD)
    assert "Bitte oben nennen, wer übernimmt, und ankreuzen, dass es ohne die 2 abgelehnten Zeilen" in text(app)
    app.text_input(key="am-who").input("Jugendamt").run()
    app.checkbox(key="am-upload-good-rows").check().run()
    app.switch_page("ueberblick.py").run()
    app.switch_page(PAGE).run()
    assert app.checkbox(key="am-upload-good-rows").value and "Bitte oben" not in text(app)
    assert stage(press(app, "am-take")) == "4 Übernommen" and office.uploads()[0].rows == 1


def test_dropping_leaves_no_trace(office: Office) -> None:
    app = press(office.send(GOOD), "am-drop")
    assert stage(app) == "1 Hochladen" and "liste.csv" not in html(app)
    assert "_upload" not in app.session_state and "_upload_shown_changes" not in app.session_state
    assert len(office.uploads()) == 1 and len(office.log()) == 4


def test_good_rows_are_taken_in_only_after_an_explicit_yes(office: Office) -> None:
    app = office.send(BAD)
    assert headline(app) == "Eine Meldung ändert den Bestand, 2 von 3 Zeilen brauchen eine Korrektur."
    assert counts(app) == ["1", "0", "0", "2"]
    taking = next(one for one in app.button if one.key == "am-take")
    assert taking.label == "1 Meldung übernehmen" and taking.disabled
    assert taking.help in text(app) and "ankreuzen" in taking.help
    assert app.checkbox[0].label == "Auch ohne die 2 abgelehnten Zeilen übernehmen"
    assert len(office.uploads()) == 1
    app = take(app, good_rows=True)
    assert headline(app) == "Übernommen: Eine Meldung steht jetzt im Bestand."
    assert office.uploads()[0].rows == 1 and len(office.log()) == 5
    assert "wurden nicht übernommen" in text(app)
    assert [one.label for one in app.get("download_button")] == ["Datei mit markierten Zellen herunterladen (XLSX)"]


def test_a_file_of_bad_rows_only_cannot_be_taken_in(office: Office) -> None:
    app = office.send(f"{HEADER}9.9;;31.01.2021;umgesetzt;;;;\n9.8;;31.01.2021;umgesetzt;;;;\n")
    assert headline(app) == "Beide Zeilen brauchen eine Korrektur." and stage(app) == "2 Prüfen"
    assert button(app, "am-take") is None and button(app, "am-drop") is not None


def test_a_stale_preview_is_refused_with_the_reason_and_can_be_renewed(office: Office) -> None:
    app = office.send(GOOD)
    office.somebody_else_takes_in(f"{HEADER}2.1;;31.01.2021;in Umsetzung;;;;\n")
    app = take(app)
    assert "Seit dieser Vorschau kam eine andere Übernahme dazu, zuletzt Nr. 2 von Kreistag" in sentences(app)
    assert stage(app) == "3 Vorschau" and len(office.uploads()) == 2
    assert next(one for one in app.button if one.key == "am-take").disabled
    app = press(app, "am-renew")
    assert stage(app) == "3 Vorschau" and sentences(app) == ""
    assert app.text_input(key="am-who").value == "Jugendamt"
    assert stage(press(app, "am-take")) == "4 Übernommen" and office.uploads()[0].id == 3


def test_a_database_that_cannot_be_written_is_told_and_the_preview_stays(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    app = office.send(GOOD)
    engine = office.engine()
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    engine.dispose()
    app = take(app)
    assert "Nichts wurde übernommen. Auf dem Datenträger der Datenbank ist kein Platz mehr." in sentences(app)
    assert stage(app) == "3 Vorschau" and counts(app) == ["2", "1", "1", "0"]
    assert len(office.uploads()) == 1 and len(office.log()) == 4
    assert any(record.exc_info for record in caplog.records)


def test_a_plan_file_is_recognised_and_taken_in_as_rows_of_the_plan(office: Office) -> None:
    plan = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Frist\n1.2;ZV;1;Bericht;Kreistag;31.12.2020\n"
    app = office.send(f"{plan}3.1;ZV;3;Wohnlotsen;Jugendamt;30.06.2021\n", "neue Liste.csv")
    assert headline(app) == "2 Zeilen des Plans ändern den Bestand."
    assert "Erkannt: Maßnahmen" in text(app)
    assert "2 ≠ geändert 1.2 Bericht Frist 31.12.2021 → 31.12.2020" in text(app)
    app = take(app)
    newest = office.uploads()[0]
    assert (newest.kind, newest.rows) == ("plan", 2)
    assert headline(app) == "Übernommen: 2 Zeilen des Plans stehen jetzt im Bestand."


def test_the_ways_of_the_receipt_lead_to_the_other_parts(office: Office) -> None:
    app = press(take(office.send(GOOD)), "am-to-Übernahmen")
    assert app.session_state["teil"] == "Übernahmen"


def test_an_empty_county_takes_in_its_plan_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path / 'audit.db'}")
    monkeypatch.setenv("AUDIT_TODAY", "2021-02-01")
    monkeypatch.setenv("AUDIT_FIRST_DATA", "")
    app = AppTest.from_file(str(NAVIGATION), default_timeout=60).switch_page(PAGE).run()
    following = ("fehlt der Landkreis",) * 4 + ("",)
    names = ("handlungsfelder", "zielvereinbarungen", "massnahmen", "meilensteine", "meldungen")
    for name, comes in zip(names, following, strict=True):
        app = take(send(app, PLAN[name], f"{name}.csv"), "Koordination")
        assert stage(app) == "4 Übernommen"
        assert (f"Als Nächstes {comes}." in text(app)) == bool(comes)
        app = press(app, "am-drop")
    engine = store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")
    county = store.load(engine)
    engine.dispose()
    assert (len(county.fields_of_action), len(county.measures), len(county.log)) == (3, 4, 4)
