"""The page Workshop: begin an evening, go on stage, read what was taken down, take it back, take along the draft."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from opened_page import PLAN, headline, html
from opened_page import County as Opened
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.store import Note, Workshop
from pages._stage_place import Turned

EVENING = datetime(2021, 2, 1, 18, 0, tzinfo=UTC)
OPENED = "zv=ZV&stichtag=2020-12-31"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    return Opened(tmp_path, monkeypatch)


def engine_of(opened: Opened) -> store.Engine:
    return store.open_engine(f"sqlite:///{opened.folder / 'audit.db'}")


def take(opened: Opened, *notes: tuple[str, str, str]) -> None:
    """An evening with notes as (subject, field, text), beside the page that is open."""
    engine = engine_of(opened)
    with store.writing(engine) as connection:
        number = store.append_workshop(
            connection, Workshop(0, "strategy", "ZV", date(2020, 12, 31), "Abend", EVENING, "Koordination")
        )
        store.append_notes(
            connection,
            [Note(f"n{place}", number, *note, (), "Koordination", EVENING) for place, note in enumerate(notes)],
        )
    engine.dispose()


def button(app: AppTest, label: str) -> object:
    return next(one for one in app.button if label in one.label)


def pressed(app: AppTest, label: str) -> AppTest:
    button(app, label).click().run()  # type: ignore[attr-defined]
    assert not app.exception
    return app


def test_before_the_first_evening_the_headline_says_how_many_measures_are_open(opened: Opened) -> None:
    app = opened.open("workshop.py", OPENED)
    assert headline(app) == "2 Maßnahmen sind offen, noch hat kein Workshop begonnen."
    assert [one.label for one in app.button if one.label.startswith("Auf die Leinwand")] == []


def test_an_evening_begins_with_who_writes_and_then_has_its_way_to_the_stage(opened: Opened) -> None:
    app = opened.open("workshop.py", OPENED)
    next(one for one in app.text_input if one.label == "Wer schreibt mit?").set_value("Koordination")
    pressed(app, "Workshop beginnen")
    (evening,) = store.workshops(engine_of(opened))
    assert (evening.kind, evening.agreement, evening.as_of) == ("strategy", "ZV", date(2020, 12, 31))
    assert (evening.title, evening.recorded_by) == ("Strategieworkshop", "Koordination")
    assert app.session_state["abend"] == "1"
    pressed(app, "Auf die Leinwand")
    assert app.session_state["folie"] == "lage"
    assert "slide-title" in html(app)


def test_without_a_name_nothing_is_begun_and_a_sentence_says_why(opened: Opened) -> None:
    app = pressed(opened.open("workshop.py", OPENED), "Workshop beginnen")
    assert store.workshops(engine_of(opened)) == ()
    assert "Bitte angeben, wer mitschreibt, zum Beispiel die Koordination." in html(app)


def test_for_all_agreements_only_the_slides_are_offered(opened: Opened) -> None:
    app = opened.open("workshop.py", "zv=all&stichtag=2020-12-31")
    assert "Ein Workshop gehört zu einer Zielvereinbarung" in html(app)
    assert [one.label for one in app.button if "Workshop beginnen" in one.label] == []
    assert "slide-title" in html(pressed(app, "Nur die Folien zeigen"))


def test_the_stage_pages_forward_and_back_and_ends_at_its_ends(opened: Opened) -> None:
    app = opened.open("workshop.py", f"{OPENED}&folie=1")
    assert button(app, "Zurück").disabled  # type: ignore[attr-defined]
    second = pressed(app, "Weiter").session_state["folie"]
    assert second == "hf-1"
    assert pressed(app, "Zurück").session_state["folie"] == "lage"


def test_the_last_slide_has_no_next_one(opened: Opened) -> None:
    assert button(opened.open("workshop.py", f"{OPENED}&folie=9999"), "Weiter").disabled  # type: ignore[attr-defined]


def test_a_message_that_was_on_its_way_when_the_slide_was_turned_does_not_turn_it_back(opened: Opened) -> None:
    app = opened.open("workshop.py", f"{OPENED}&folie=lage")
    pressed(app, "Weiter")
    app.session_state["folie"] = "lage"  # what a browser sends that has not heard of the turn
    assert app.run().session_state["folie"] == "hf-1"
    app.run()
    app.session_state["folie"] = "lage"  # the browser has answered with the new slide since: now it is a wish
    assert app.run().session_state["folie"] == "lage"


def test_a_slide_that_does_not_exist_is_answered_with_a_sentence_and_the_first_one(opened: Opened) -> None:
    app = opened.open("workshop.py", f"{OPENED}&folie=wetter")
    assert "Eine Folie ‚wetter‘ gibt es nicht. Gezeigt wird die erste." in html(app)
    assert "Folie 1 von " in html(app)


def test_the_stage_has_a_way_out_and_no_filter_row(opened: Opened) -> None:
    app = opened.open("workshop.py", f"{OPENED}&folie=1")
    assert [one.label for one in app.selectbox] == []
    pressed(app, "Leinwand verlassen")
    assert app.session_state["folie"] == ""
    assert [one.label for one in app.selectbox] == ["Zielvereinbarung"]


def test_a_slide_in_the_address_of_another_page_does_not_stay_there(opened: Opened) -> None:
    app = opened.open("ueberblick.py", "stichtag=2020-12-31&folie=lage")
    assert "folie" not in app.query_params
    assert len(app.selectbox) == 2


def test_a_browser_is_behind_for_a_moment_after_a_turn_until_it_answers() -> None:
    turned = Turned("hf-1", at=100.0)
    assert [turned.is_behind("lage", now) for now in (100.1, 101.4, 101.5)] == [True, True, False]
    assert not turned.is_behind("hf-1", 100.1)
    turned.at += 10  # a message that waited ten seconds for the database was on its way all the time
    assert turned.is_behind("lage", 111.4)
    turned.heard = True
    assert not turned.is_behind("lage", 111.4)


def test_an_evening_that_does_not_exist_is_answered_with_a_sentence(opened: Opened) -> None:
    app = opened.open("workshop.py", f"{OPENED}&abend=7")
    assert "Einen Workshop ‚7‘ zu dieser Zielvereinbarung gibt es nicht." in html(app)


def test_what_was_taken_down_is_listed_and_the_headline_counts_it(opened: Opened) -> None:
    app = opened.open("workshop.py", OPENED)
    take(opened, ("measure:ZV/1.1", "decision", "continue"), ("measure:ZV/1.1", "reason", "Es wirkt"))
    app.run()
    assert headline(app) == "1 von 2 offenen Maßnahmen entschieden, 1 Maßnahme steht im Entwurf."
    assert "Ergebnis: Fortführen" in html(app) and "Grund: Es wirkt" in html(app)
    assert "1.1 &lt;b&gt;Netzwerk&lt;/b&gt;" in html(app)


def test_an_entry_is_taken_back_and_that_again_can_be_taken_back(opened: Opened) -> None:
    app = opened.open("workshop.py", OPENED)
    take(opened, ("measure:ZV/1.1", "decision", "end"))
    app.session_state["abend"] = "1"
    pressed(app.run(), "Zurücknehmen")
    assert headline(app) == "0 von 2 offenen Maßnahmen entschieden, noch keine im Entwurf."
    assert "zurückgenommen, Ergebnis: kein Ergebnis" in html(app)
    pressed(app, "Zurücknehmen")
    assert headline(app) == "1 von 2 offenen Maßnahmen entschieden, noch keine im Entwurf."
    notes = store.notes(engine_of(opened), "ZV")
    assert [(note.text, note.undoes != "") for note in notes] == [("end", False), ("", True), ("end", True)]


def test_without_an_open_evening_nothing_can_be_taken_back(opened: Opened) -> None:
    app = opened.open("workshop.py", OPENED)
    take(opened, ("measure:ZV/1.1", "decision", "end"))
    app.run()
    assert [one.label for one in app.button if one.label == "Zurücknehmen"] == []


def test_the_first_file_of_the_draft_goes_into_the_preview_of_meldungen(opened: Opened) -> None:
    app = opened.open("workshop.py", OPENED)
    take(opened, ("measure:ZV/1.1", "decision", "continue"), ("measure:ZV/1.1", "due", "31.12.2023"))
    pressed(app.run(), "In die Vorschau")
    assert headline(app) != ""
    assert app.session_state["_page"] == "meldungen"
    assert "zielvereinbarungen.csv" in html(app)
    assert store.revision(engine_of(opened)) == "1.0"


def test_an_empty_county_says_what_to_do_first(opened: Opened) -> None:
    empty = {
        "massnahmen": "Nr.;Handlungsfeld;Maßnahme\n", "meilensteine": "Nr.;Meilenstein;Bezeichnung\n",
        "meldungen": "Nr.;Stand;Status\n",
    }  # fmt: skip
    app = opened.open("workshop.py", OPENED, **empty)
    assert "Ein Workshop bilanziert einen Plan. Bitte zuerst den Plan laden." in html(app) + headline(app)


def test_a_stage_with_an_evening_that_does_not_exist_says_so_and_only_shows(opened: Opened) -> None:
    app = opened.open("workshop.py", f"{OPENED}&abend=7&folie=lage")
    assert "Einen Workshop ‚7‘ zu dieser Zielvereinbarung gibt es nicht; hier wird nur gezeigt." in html(app)


def test_an_open_evening_keeps_its_day_whatever_stichtag_the_address_names(opened: Opened) -> None:
    app = opened.open("workshop.py", "zv=ZV&stichtag=2021-01-31")
    take(opened, ("measure:ZV/1.1", "decision", "continue"))
    app.session_state["abend"] = "1"
    assert "Stichtag 31.12.2020" in html(app.run())
    assert [one.label for one in app.selectbox] == ["Zielvereinbarung"] and app.date_input == []
    assert "Stichtag 31.12.2020" in html(pressed(app, "Auf die Leinwand"))


def test_an_evening_of_another_agreement_is_listed_and_opens_with_its_own(opened: Opened) -> None:
    agreements = "Kürzel;Titel;Beginn;Ende\nZV;Vereinbarung;2020;2020\nZV2;Nächste;2021;\n"
    measures = PLAN["massnahmen"].replace("\n1.2;ZV;", "\n9.1;ZV2;1;Neu;Amt;;nein\n1.2;ZV;")
    app = opened.open("workshop.py", "zv=ZV2&stichtag=2021-01-31", zielvereinbarungen=agreements, massnahmen=measures)
    take(opened, ("measure:ZV/1.2", "decision", "continue"))
    pressed(app.run(), "Öffnen")
    assert (app.session_state["zv"], app.session_state["abend"]) == ("ZV", "1")
    assert app.session_state["stichtag"] == "2020-12-31"
