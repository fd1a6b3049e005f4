"""Meldungen hochladen through the navigation: from the bytes of a file to the receipt, with the database looked at."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from opened_page import NAVIGATION, PLAN, County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.agreement import ReportEntry
from audit_core.standing import history, standing
from audit_core.store import Upload
from audit_core.tables.situation import situation
from audit_core.upload import apply as applying
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of

PAGE = "meldungen.py"
HEADER = "Nr.;Meilenstein;Stand;Status;Fortschritt;Neue Frist;Sachstand;Grund\n"
# Against the small county: new, changed, new, unchanged.
GOOD = f"""{HEADER}1.1;;31.01.2021;umgesetzt;;;<b>fett</b>;
1.2;;31.12.2020;teilweise umgesetzt;50;;;
1.1;2;31.01.2021;erledigt;;;=1+1;
2.2;;31.12.2020;Daueraufgabe;;;;
"""
BAD = f"{HEADER}1.1;;31.01.2021;umgesetzt;;;;\n9.9;;31.01.2021;umgesetzt;;;;\n1.2;;31.02.2021;fertisch;;;;\n"


class Office(County):
    """Somebody who opens the page and sends files."""

    def engine(self) -> store.Engine:
        return store.open_engine(f"sqlite:///{self.folder / 'audit.db'}")

    def uploads(self) -> tuple[Upload, ...]:
        engine = self.engine()
        found = store.uploads(engine)
        engine.dispose()
        return found

    def log(self) -> tuple[ReportEntry, ...]:
        engine = self.engine()
        found = store.load(engine).log
        engine.dispose()
        return found

    def send(self, text: str | bytes, name: str = "liste.csv", **files: str) -> AppTest:
        return send(self.open(PAGE, **files), text, name)

    def somebody_else_takes_in(self, text: str) -> None:
        engine = self.engine()
        now = datetime(2021, 2, 1, 12, tzinfo=UTC)
        preview = preview_of(recognise(text.encode(), "andere.csv"), store.load(engine), Clock(now))
        applying.apply(engine, preview, "Kreistag", now)
        engine.dispose()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(tmp_path, monkeypatch)


def send(app: AppTest, text: str | bytes, name: str = "liste.csv") -> AppTest:
    data = text.encode() if isinstance(text, str) else text
    app.file_uploader[0].upload(name, data, "text/csv").run()
    assert not app.exception
    return app


def button(app: AppTest, key: str) -> object:
    return next((one for one in app.button if one.key == key), None)


def press(app: AppTest, key: str) -> AppTest:
    next(one for one in app.button if one.key == key).click().run()
    assert not app.exception
    return app


def take(app: AppTest, who: str = "Jugendamt", good_rows: bool = False) -> AppTest:
    app.text_input(key="am-upload-who").input(who).run()
    if good_rows:
        app.checkbox(key="am-upload-good-rows").check().run()
    return press(app, "am-take")


def text(app: AppTest) -> str:
    """The page as it is read, without its looks."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<style>.*?</style>", "", html(app))).split())


def stage(app: AppTest) -> str:
    return str(re.findall(r'class="am-now" aria-current="step">([^<]+)<', html(app))[0])


def counts(app: AppTest) -> list[str]:
    return re.findall(r"<strong>(\d+) <small>von (?:\d+)</small>", html(app))


def headers(app: AppTest) -> list[str]:
    return [str(one.value).replace("\\", "") for one in app.header]


def sentences(app: AppTest) -> str:
    return " ".join(re.findall(r'class="am-alert" role="alert">(.*?)</div></div>', html(app)))


def test_the_start_says_what_to_do_and_takes_one_file_of_any_ending(office: Office) -> None:
    app = office.open(PAGE)
    assert headline(app) == "Noch keine Datei übernommen: Laden Sie die Liste einer Stelle hoch."
    assert stage(app) == "1 Hochladen"
    assert not app.file_uploader[0].accept_multiple_files and app.file_uploader[0].allowed_type == []
    assert {"Vordruck einer Stelle holen", "Einzelne Meldung eintragen"} <= {one.label for one in app.button}
    assert "höchstens 20 MB" in text(app)


def test_a_preview_shows_each_cell_old_and_new_and_writes_nothing(office: Office) -> None:
    app = office.send(GOOD)
    assert headline(app) == "3 Meldungen ändern den Bestand, eine Zeile bleibt, wie sie ist."
    assert stage(app) == "3 Vorschau" and counts(app) == ["2", "1", "1", "0"]
    shown = text(app)
    assert "liste.csv · 4 Zeilen · 01.02.2021, 23:59 Uhr" in shown
    assert "2 + neu 1.1 &lt;b&gt;Netzwerk&lt;/b&gt; Stand 30.06.2020 → 31.01.2021 Status in Umsetzung →" in shown
    assert "3 ≠ geändert 1.2 Bericht Status umgesetzt → ½ teilweise umgesetzt Fortschritt – → 50 %" in shown
    assert "<del>umgesetzt</del>" in html(app)
    assert [one.file_name for one in office.uploads()] == ["plan"]


def test_what_was_recognised_is_told_with_every_column(office: Office) -> None:
    data = "Liste\n\nMaßnahme Nr.\tStand vom\tStatus\tRaum\n1.1\t31.01.2021\tumgesetzt\t12\n".encode("utf-16")
    shown = text(office.send(data, "meldung.txt"))
    assert (
        "Erkannt: Meldungen (UTF-16, getrennt durch Tabulator, Kopfzeile in Zeile 3, 3 von 4 Spalten gelesen)" in shown
    )
    assert "Maßnahme Nr. Nr. Stand vom Stand Status Status Raum wird nicht gelesen" in shown


def test_the_effect_on_the_figures_is_told_for_the_newest_stand(office: Office) -> None:
    """Of 1.1, 1.2 and 2.1 one was fulfilled; 1.1 is and 1.2 no longer. Milestone 2 of 1.1 was overdue."""
    app = office.send(GOOD)
    assert "Was es an den Zahlen ändert (Vereinbarung, 31.01.2021)" in headers(app)
    shown = text(app)
    assert "Maßnahmen umgesetzt 1 von 3 ±0" in shown
    assert "Meilensteine erreicht 1 von 2 → 2 von 2 +1" in shown
    assert "Überfällige Meilensteine 1 → 0 −1" in shown


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
    app.text_input(key="am-upload-who").input("Jugendamt").run()
    app.checkbox(key="am-upload-good-rows").check().run()
    app.switch_page("ueberblick.py").run()
    app.switch_page(PAGE).run()
    assert app.checkbox(key="am-upload-good-rows").value and "Bitte oben" not in text(app)
    assert stage(press(app, "am-take")) == "4 Übernommen" and office.uploads()[0].rows == 1


def test_a_row_that_a_later_one_overrides_says_so(office: Office) -> None:
    app = office.send(f"{HEADER}1.1;;31.01.2021;umgesetzt;;;;\n1.1;;31.01.2021;in Umsetzung;60;;;\n")
    assert text(app).count("gilt nicht, Zeile 3 nennt denselben Stand") == 1


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


def test_problems_stand_beside_the_preview_and_all_of_them_in_a_table(office: Office) -> None:
    shown = text(office.send(BAD))
    assert "× Zeile 3, Spalte Nr. ‚9.9‘ ist keine Nr. im Plan." in shown
    assert "× Zeile 4, Spalte Stand ‚31.02.2021‘ gibt es nicht, der Februar 2021 hat 28 Tage." in shown
    assert "4 × Fehler Status fertisch ‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?" in shown
    assert "3 Fehler" in shown


def test_a_file_of_bad_rows_only_cannot_be_taken_in(office: Office) -> None:
    app = office.send(f"{HEADER}9.9;;31.01.2021;umgesetzt;;;;\n9.8;;31.01.2021;umgesetzt;;;;\n")
    assert headline(app) == "Beide Zeilen brauchen eine Korrektur." and stage(app) == "2 Prüfen"
    assert button(app, "am-take") is None and button(app, "am-drop") is not None


def test_a_file_that_changes_nothing_says_so(office: Office) -> None:
    app = office.send("Nr.;Stand;Status\n1.2;31.12.2020;umgesetzt\n2.2;31.12.2020;Daueraufgabe\n")
    assert headline(app) == "Keine Änderung: Beide Zeilen stehen schon so im Bestand."
    assert counts(app) == ["0", "0", "2", "0"] and button(app, "am-take") is None


def test_a_list_that_nobody_filled_in_says_so(office: Office) -> None:
    app = office.send("Nr.;Stand;Status\n1.2;;\n2.2;;\n")
    assert headline(app) == "Keine Änderung: Keine der 2 Zeilen ist ausgefüllt."


@pytest.mark.parametrize(
    ("data", "name", "told", "below"),
    [
        (b"", "leer.csv", "Die Datei ist leer.", ""),
        (b"Nr.;Stand;Status\n", "kopf.csv", "Unter der Kopfzeile steht keine Zeile mit Angaben.", "Bitte die Liste"),
        (b"%PDF-1.7 x", "brief.pdf", "Das ist ein PDF-Dokument, keine Liste.", "Bitte die Liste als XLSX"),
        (b"Nr.;Status\n1.1;umgesetzt\n", "meldungen.csv", "Die Spalte ‚Stand‘ fehlt.", "Bitte ergänzen"),
    ],
)
def test_a_file_without_a_list_gets_one_sentence_and_a_way_on(
    data: bytes, name: str, told: str, below: str, office: Office
) -> None:
    app = office.send(data, name)
    assert headline(app) == told and stage(app) == "2 Prüfen"
    assert below in sentences(app)
    assert button(app, "am-take") is None and counts(app) == []
    assert stage(press(app, "am-drop")) == "1 Hochladen"
    assert len(office.uploads()) == 1


def test_a_stale_preview_is_refused_with_the_reason_and_can_be_renewed(office: Office) -> None:
    app = office.send(GOOD)
    office.somebody_else_takes_in(f"{HEADER}2.1;;31.01.2021;in Umsetzung;;;;\n")
    app = take(app)
    assert "Seit dieser Vorschau kam eine andere Übernahme dazu, zuletzt Nr. 2 von Kreistag" in sentences(app)
    assert stage(app) == "3 Vorschau" and len(office.uploads()) == 2
    assert next(one for one in app.button if one.key == "am-take").disabled
    app = press(app, "am-renew")
    assert stage(app) == "3 Vorschau" and sentences(app) == ""
    assert app.text_input(key="am-upload-who").value == "Jugendamt"
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


def test_the_preview_waits_while_other_pages_are_looked_at(office: Office) -> None:
    app = office.send(GOOD)
    app.text_input(key="am-upload-who").input("Jugendamt").run()
    app.switch_page("ueberblick.py").run()
    app.switch_page(PAGE).run()
    assert stage(app) == "3 Vorschau" and app.text_input(key="am-upload-who").value == "Jugendamt"


def test_markup_and_formulas_are_shown_as_text(office: Office) -> None:
    row = '1.1;;31.01.2021;umgesetzt;;;"<img src=x onerror=alert(1)>";"=HYPERLINK(""http://x"")"\n'
    app = office.send(f"{HEADER}{row}<i>9</i>;;31.01.2021;<script>;;;;\n", "<b>liste</b>.csv")
    body = re.sub(r"(?s)<style>.*?</style>", "", html(app))
    assert "<img" not in body and "<script" not in body and "<i>" not in body and "<b>liste" not in body
    assert "&lt;img src=x onerror=alert(1)&gt;" in body and "=HYPERLINK(&quot;http://x&quot;)" in body


def test_a_long_text_opens_as_a_whole(office: Office) -> None:
    long = "Der Landkreis hat berichtet. " * 20
    app = office.send(f"{HEADER}1.1;;31.01.2021;umgesetzt;;;{long};\n")
    assert html(app).count('<details class="am-long">') == 1
    assert long.strip() in html(app)


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


def test_only_the_rows_that_are_asked_for_are_drawn(office: Office) -> None:
    days = [f"{day:02}.{month:02}.2020" for month in range(1, 13) for day in range(1, 29)]
    app = office.send(HEADER + "".join(f"2.1;;{day};in Umsetzung;;;Zeile;\n" for day in days))
    assert headline(app) == "336 Meldungen ändern den Bestand."
    assert html(app).count('class="am-kind"') == 10
    assert "336 Meldungen, 1.008 Zellen" in text(app)
    more = next(one for one in app.button if one.key == "am-more-changes-button")
    assert more.label == "Weitere 20 Meldungen anzeigen"
    assert html(press(app, "am-more-changes-button")).count('class="am-kind"') == 30


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
