"""The log of uploads on the page: the newest first, one opened, taken back, what hangs on it, hundreds of them."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from opened_page import PLAN, County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.tables.uploads import upload_line, uploads_sheet
from audit_core.upload import apply, undo
from audit_core.upload.parse import recognise

LOG = "teil=Übernahmen"
NOW = datetime(2021, 2, 1, 12, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The log of the small county, which was loaded on 31.01.2021 at 13:00 in Berlin."""
    return County(tmp_path, monkeypatch).open("meldungen.py", LOG)


@pytest.fixture
def engine(log: AppTest, tmp_path: Path) -> store.Engine:
    return store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")


def sent(engine: store.Engine, text: str, name: str = "meldungen.csv", by: str = "<i>Amt</i>") -> int | None:
    return apply.upload(engine, recognise(text.encode(), name), by, NOW).upload


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def headers(app: AppTest) -> list[str]:
    return [str(one.value).replace("\\", "") for one in app.header]


def tables(app: AppTest) -> str:
    """The page without its looks."""
    return re.sub(r"(?s)<style>.*?</style>", "", html(app))


def test_the_first_data_are_an_upload_like_any_other(log: AppTest, engine: store.Engine) -> None:
    assert headline(log) == "Eine Übernahme, am 31.01.2021."
    page = html(log)
    assert "31.01.2021, 13:00 Uhr" in page and "Ersteinrichtung" in page and "✓</i>gilt" in page
    assert [part.proto.label for part in log.get("download_button")] == [
        "Alle Daten herunterladen (ZIP)", "Liste als CSV speichern"
    ]  # fmt: skip


def test_an_upload_is_opened_and_taken_back_and_stays_in_the_log(log: AppTest, engine: store.Engine) -> None:
    """1.1 umgesetzt: 1 → 2 of 3; taken back: 2 → 1, and one measure is overdue again."""
    assert sent(engine, "Nr.;Stand;Status;Sachstand\n1.1;31.01.2021;umgesetzt;<u>fertig</u>\n") == 2
    app = log.run()
    assert headline(app) == "2 Übernahmen, die letzte am 01.02.2021."
    assert "&lt;i&gt;Amt&lt;/i&gt;" in html(app) and "<i>Amt" not in html(app)
    app = pressed(app, "am-way-upload-2")
    assert headline(app) == "Ohne Übernahme 2 ändert sich eine Zeile des Bestands."
    page = html(app)
    assert "− fällt weg" in page and "<del>umgesetzt</del>" in page and "&lt;u&gt;fertig&lt;/u&gt;" in page
    assert '2 von 3</span> <span class="am-arrow">→</span> <b>1 von 3</b>' in page
    assert "Ersteinrichtung: Mit ihr" not in page
    app = pressed(app, "am-undo")
    assert "Bitte zuerst eintragen, welche Stelle oder Funktion zurücknimmt." in html(app)
    assert store.revision(engine) == "2.0"
    app.text_input(key="am-who").set_value("Koordination").run()
    app = pressed(app, "am-undo")
    assert headline(app) == "Die Übernahme 2 ist zurückgenommen."
    assert "← zurückgenommen am 01.02.2021, 23:59 Uhr von Koordination" in html(app)
    assert "am-undo" not in [button.key for button in app.button]
    newest = store.uploads(engine)[0]
    assert (newest.id, newest.revoked_by) == (2, "Koordination") and store.revision(engine) == "2.1"
    app = pressed(app, "am-uploads-all")
    assert headline(app) == "2 Übernahmen, die letzte am 01.02.2021; eine ist zurückgenommen."
    assert "am-undone" in html(app)


def test_what_hangs_on_an_upload_is_listed_instead_of_the_button(log: AppTest, engine: store.Engine) -> None:
    assert sent(engine, "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n3.1;ZV;3;Neu\n", "massnahmen.csv") == 2
    assert sent(engine, "Nr.;Stand;Status\n3.1;31.01.2021;in Umsetzung\n") == 3
    app = pressed(log.run(), "am-way-upload-2")
    assert headline(app) == "Übernahme 2 lässt sich nicht zurücknehmen: Späteres hängt an ihr."
    assert "Meldung zu 3.1 (Stand 31.01.2021, Übernahme 3)" in html(app).replace(" Neu", "")
    assert "am-undo" not in [button.key for button in app.button]
    assert headers(app) == ["Was daran hängt"] and "am-changes" not in tables(app)
    app = pressed(app, "am-blocking-3")
    assert headline(app) == "Ohne Übernahme 3 ändert sich eine Zeile des Bestands."
    assert store.revision(engine) == "3.0"


def test_rows_that_count_no_longer_are_told_apart(log: AppTest, engine: store.Engine) -> None:
    """Of the two rows one is overridden by the other: one row of the log changes without them."""
    assert sent(engine, "Nr.;Stand;Status\n1.1;31.01.2021;umgesetzt\n1.1;31.01.2021;Daueraufgabe\n") == 2
    app = pressed(log.run(), "am-way-upload-2")
    assert headline(app) == "Ohne Übernahme 2 ändert sich eine Zeile des Bestands."
    assert "Gezählt ist, was sich ändert: 1 der 2 übernommenen Zeilen." in html(app)


def test_the_effect_of_taking_back_is_of_the_agreement_that_is_touched(log: AppTest, engine: store.Engine) -> None:
    """The first data bring the whole plan, the upload after them one Meldung of one agreement."""
    app = pressed(log, "am-way-upload-1")
    assert "Was es an den Zahlen ändert (alle Zielvereinbarungen, 01.02.2021)" in headers(app)
    assert sent(engine, "Nr.;Stand;Status\n1.1;31.01.2021;umgesetzt\n") == 2
    app = pressed(pressed(app, "am-uploads-all"), "am-way-upload-2")
    assert "Was es an den Zahlen ändert (Vereinbarung, 01.02.2021)" in headers(app)


def test_taking_the_first_data_back_empties_the_program_and_says_so_before(
    log: AppTest, engine: store.Engine
) -> None:
    app = pressed(log, "am-way-upload-1")
    assert "Mit ihr verschwindet der ganze Plan, das Programm ist danach leer." in html(app)
    app.text_input(key="am-who").set_value("Koordination").run()
    app = pressed(app, "am-undo")
    assert headline(app) == "Die Übernahme 1 ist zurückgenommen."
    assert store.load(engine).plan_known_by(None).measures == () and not store.has_plan(engine)
    app.switch_page("ueberblick.py").run()
    assert not app.exception and headline(app) == "Hier ist noch kein Plan."


def test_a_preview_that_is_too_old_is_made_anew_and_takes_nothing_back(log: AppTest, engine: store.Engine) -> None:
    """Somebody else corrects the entry after the preview was looked at: then taking it back changes nothing more."""
    sent(engine, "Nr.;Stand;Status\n1.1;31.01.2021;umgesetzt\n")
    app = pressed(log.run(), "am-way-upload-2")
    app.text_input(key="am-who").set_value("Koordination").run()
    sent(engine, "Nr.;Stand;Status\n1.1;31.01.2021;Daueraufgabe\n")
    app = pressed(app, "am-undo")
    assert headline(app) == "Ohne Übernahme 2 ändert sich nichts mehr."
    assert "die Vorschau ist erneuert" in html(app)
    assert store.revision(engine) == "3.0"
    assert headline(pressed(app, "am-undo")) == "Die Übernahme 2 ist zurückgenommen."
    assert store.revision(engine) == "3.1"


@pytest.mark.parametrize("asked", ["99", "abc", "<b>1</b>", "-1", "1 OR 1"])
def test_an_upload_that_does_not_exist_is_answered_with_a_sentence(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = County(tmp_path, monkeypatch).open("meldungen.py", f"{LOG}&nr={asked}")
    assert "gibt es nicht. Gezeigt werden alle." in html(app) and "<b>1</b>‘" not in html(app)
    assert headline(app) == "Eine Übernahme, am 31.01.2021."


def test_a_link_opens_an_upload(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = County(tmp_path, monkeypatch).open("meldungen.py", f"{LOG}&nr=1")
    assert headline(app) == "Ohne Übernahme 1 ändern sich 15 Zeilen des Bestands."


def test_hundreds_of_uploads_are_turned_over_page_by_page(log: AppTest, engine: store.Engine) -> None:
    with store.writing(engine) as connection:
        for n in range(199):
            store.record_upload(connection, NOW + timedelta(minutes=n), "Amt", "meldungen", f"liste_{n}.csv")
    app = log.run()
    assert headline(app) == "200 Übernahmen, die letzte am 01.02.2021."
    shown = [button.label for button in app.button if button.label.endswith("öffnen")]
    assert shown[0] == "Übernahme 200 öffnen" and len(shown) == 15
    assert "1 bis 15 von 200" in html(app)
    for _ in range(13):
        app = pressed(app, "am-uploads-older")
    assert "196 bis 200 von 200" in html(app) and app.button(key="am-uploads-older").disabled
    app = pressed(app, "am-uploads-newer")
    assert "181 bis 195 von 200" in html(app)


def test_the_log_as_a_table_says_what_was_taken_back(log: AppTest, engine: store.Engine) -> None:
    sent(engine, "Nr.;Stand;Status\n1.1;31.01.2021;umgesetzt\n", by="=1+1")
    undo.undo(engine, 2, "Koordination", NOW)
    saved = uploads_sheet(store.uploads(engine)).csv.decode("utf-8-sig").splitlines()
    assert saved == [
        "Nr.;übernommen am;von;Art;Datei;Zeilen;gilt;zurückgenommen am;zurückgenommen von",
        "2;01.02.2021, 13:00 Uhr;'=1+1;Meldungen;meldungen.csv;1;nein;01.02.2021, 13:00 Uhr;Koordination",
        "1;31.01.2021, 13:00 Uhr;Ersteinrichtung;Ersteinrichtung;plan;15;ja;;",
    ]
    assert sum(len(text.splitlines()) - 1 for text in PLAN.values()) == 15
    assert [upload_line(one).who for one in store.uploads(engine)] == ["=1+1", "–"]
