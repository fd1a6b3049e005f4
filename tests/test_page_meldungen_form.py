"""One Meldung by form: through the same check as a file, and nothing that was typed is ever lost."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from opened_page import County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.agreement import ItemKey
from audit_core.upload import apply
from audit_core.upload.parse import recognise

FORM = "teil=Einzelne Meldung"


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The form on 01.02.2021; the folder of the database is in `app.folder`."""
    return County(tmp_path, monkeypatch).open("meldungen.py", FORM)


@pytest.fixture
def engine(form: AppTest, tmp_path: Path) -> store.Engine:
    return store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")


def field(app: AppTest, name: str) -> Any:
    """A field of the form; its key counts how often the program itself wrote into it."""
    fields = (*app.selectbox, *app.text_input, *app.text_area)
    return next(part for part in fields if re.fullmatch(rf"am-form-{name}(-\d+)?", part.key or ""))


def values(app: AppTest, *names: str) -> dict[str, Any]:
    return {name: field(app, name).value for name in names}


def typed(app: AppTest, **words: str) -> AppTest:
    """Fills fields by name, one after the other, as somebody does."""
    for name, word in words.items():
        field(app, name).set_value(word).run()
        assert not app.exception
    return app


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def taken(app: AppTest, by: str = "Koordination") -> AppTest:
    """Checks what is typed, and takes it in."""
    pressed(app, "am-form-check")
    app.text_input(key="am-who").set_value(by).run()
    return pressed(app, "am-form-apply")


def wrong(app: AppTest) -> list[str]:
    found = html(app).split('<div class="am-wrong" role="alert">')[1:]
    return [part.split("</div>")[0].removeprefix("<div>× ") for part in found]


def test_the_form_begins_with_the_agreement_in_force_and_today(form: AppTest) -> None:
    assert headline(form) == "Eine Meldung eintragen"
    assert field(form, "agreement").value == "ZV"
    assert field(form, "number").options == [
        "1.1 <b>Netzwerk</b>", "1.2 Bericht", "2.1 Schulnetz", "2.2 Beratung"
    ]  # fmt: skip
    assert field(form, "stated").value == "01.02.2021"
    assert len(field(form, "status").options) == 9
    assert "Wählen Sie eine Maßnahme" in html(form)


def test_beside_it_stands_what_is_in_force(form: AppTest) -> None:
    """1.1 is in Umsetzung since 30.06.2020; its Frist 31.12.2020 is 32 days ago."""
    app = typed(form, number="1.1")
    assert "<dt>Stand</dt><dd>30.06.2020</dd>" in html(app)
    assert "31.12.2020 (▲ seit 32 Tagen überfällig)" in html(app)
    assert "<dt>Fortschritt</dt><dd>50\u00a0%</dd>" in html(app)
    assert "&lt;b&gt;Netzwerk&lt;/b&gt;" in html(app) and "<b>Netzwerk" not in html(app)
    assert field(app, "milestone").options == [
        "die Maßnahme als Ganzes", "Meilenstein 1: Auftakt", "Meilenstein 2: Beschluss"
    ]  # fmt: skip
    app = typed(app, milestone="2")
    assert "keine Meldung" in html(app) and "<dt>Zuständig</dt><dd>Kreistag</dd>" in html(app)
    app = typed(app, milestone="", stated="2020")
    assert "am 31.12.2020" in html(app) and "<dt>Frist</dt><dd>31.12.2020</dd>" in html(app)


def test_an_empty_form_asks_for_what_it_needs(form: AppTest, engine: store.Engine) -> None:
    app = pressed(typed(form, stated=""), "am-form-check")
    assert headline(app) == "3 Angaben brauchen eine Korrektur."
    assert wrong(app) == [
        "Bitte eine Maßnahme wählen.",
        "Bitte den Stand eintragen: den Tag, von dem die Meldung spricht, zum Beispiel 31.12.2021.",
        "Bitte einen Status wählen.",
    ]
    assert store.revision(engine) == "1.0"


def test_every_error_stands_beside_its_field_and_nothing_typed_is_lost(form: AppTest, engine: store.Engine) -> None:
    words = {"number": "1.1", "stated": "31.02.2021", "status": "in Umsetzung", "progress": "120", "new_due": "bald",
             "text": "Vieles, <b>auch</b> =1+1", "source": "Vorlage 1"}  # fmt: skip
    app = pressed(typed(form, **words), "am-form-check")
    assert headline(app) == "4 Angaben brauchen eine Korrektur."
    assert wrong(app) == [
        "‚31.02.2021‘ gibt es nicht, der Februar 2021 hat 28 Tage.",
        "‚120‘ liegt nicht zwischen 0 und 100. Der Fortschritt steht in Prozent.",
        "‚bald‘ ist kein Datum. Möglich sind zum Beispiel 31.12.2020, 12.2020, 2020 oder Q4/2020.",
        "Zur neuen Frist fehlt der Grund. Bitte in einem Satz eintragen, warum.",
    ]
    assert values(app, *words) == words
    assert [sentence[:9] for sentence in wrong(typed(app, progress="60"))] == ["‚31.02.20", "‚bald‘ is", "Zur neuen"]
    assert store.revision(engine) == "1.0"


def test_a_stand_to_come_is_refused(form: AppTest) -> None:
    app = pressed(typed(form, number="1.2", stated="2022", status="umgesetzt"), "am-form-check")
    assert wrong(app) == ["‚2022‘ liegt in der Zukunft. Der Stand ist der Tag, von dem die Meldung spricht."]


@pytest.mark.parametrize("status", ["zurückgestellt", "ersetzt", "entfallen"])
def test_the_form_requires_the_grund_that_a_file_only_lacks(
    status: str, form: AppTest, engine: store.Engine
) -> None:
    app = pressed(typed(form, number="1.2", status=status), "am-form-check")
    assert wrong(app) == [f"Zum Status ‚{status}‘ fehlt der Grund. Bitte in einem Satz eintragen, warum."]
    app = taken(typed(app, reason="Kein Geld."))
    assert headline(app) == "Die Meldung zu 1.2 ist übernommen."
    entry = store.load(engine).log[-1]
    assert (entry.item, entry.reason, entry.upload) == (ItemKey("ZV", "1.2"), "Kein Geld.", 2)


def test_preview_then_apply_then_a_receipt(form: AppTest, engine: store.Engine) -> None:
    """Milestone 2 of 1.1 becomes reached: 1 of 2 → 2 of 2, one overdue milestone less."""
    words = {"number": "1.1", "milestone": "2", "stated": "31.01.2021", "status": "umgesetzt", "progress": "0,75",
             "text": "Beschlossen", "reported_by": "Kreistag"}  # fmt: skip
    app = pressed(typed(form, **words), "am-form-check")
    assert headline(app) == "Erste Meldung zu 1.1, Meilenstein 2: „umgesetzt“."
    page = html(app)
    assert "‚0,75‘ wird als 75 % gelesen." in page and "<ins>75 %</ins>" in page and "Beschlossen" in page
    assert '1 von 2</span> <span class="am-arrow">→</span> <b>2 von 2</b>' in page
    assert store.revision(engine) == "1.0"
    app.text_input(key="am-who").set_value("Koordination").run()
    app = pressed(app, "am-form-apply")
    assert headline(app) == "Die Meldung zu 1.1, Meilenstein 2 ist übernommen."
    assert "Übernahme Nr. 2 · 01.02.2021, 23:59 Uhr von Koordination" in html(app)
    newest = store.uploads(engine)[0]
    assert (newest.kind, newest.file_name, newest.rows, newest.recorded_by) == (
        "meldungen", "Formular", 1, "Koordination"
    )  # fmt: skip
    entry = store.load(engine).log[-1]
    assert (entry.item, entry.status, entry.text, entry.reported_by) == (
        ItemKey("ZV", "1.1", "2"), "completed", "Beschlossen", "Kreistag"
    )  # fmt: skip
    app = pressed(app, "am-form-next")
    assert headline(app) == "Eine Meldung eintragen"
    assert field(app, "text").value == "" and field(app, "number").value is None
    assert field(app, "reported_by").value == "Kreistag"


def test_who_takes_in_has_to_be_said(form: AppTest, engine: store.Engine) -> None:
    app = pressed(typed(form, number="1.2", status="Daueraufgabe"), "am-form-check")
    app = pressed(app, "am-form-apply")
    assert "Bitte zuerst eintragen, welche Stelle oder Funktion übernimmt." in html(app)
    assert store.revision(engine) == "1.0"


def test_back_from_the_preview_everything_is_still_typed(form: AppTest) -> None:
    words = {"number": "1.2", "stated": "Januar 2021", "status": "in Umsetzung", "text": "Zweiter Entwurf\nliegt vor",
             "reported_by": "Beirat"}  # fmt: skip
    app = pressed(pressed(typed(form, **words), "am-form-check"), "am-form-back")
    assert values(app, *words) == words


def test_whoever_reports_is_typed_freely_and_stored_as_typed(form: AppTest, engine: store.Engine) -> None:
    app = typed(form, number="1.2", status="Daueraufgabe", reported_by="Kreistak")
    assert "Im Plan stehen\\: \\*Amt\\*" in field(app, "reported_by").help
    assert "So heißt keine Stelle im Plan, ähnlich aber: Kreistag." in html(app)
    assert "So heißt keine Stelle" not in html(typed(app, reported_by="Kreistag"))
    taken(typed(app, reported_by="Beirat für alles"))
    assert store.load(engine).log[-1].reported_by == "Beirat für alles"


def test_another_page_and_another_part_in_between_lose_nothing(form: AppTest) -> None:
    app = typed(form, number="2.1", stated="12.2020", text="Halber Satz", progress="abc")
    app.switch_page("hilfe.py").run()
    app.switch_page("meldungen.py").run()
    app.segmented_control(key="teil").set_value("Einzelne Meldung").run()
    assert field(app, "text").value == "Halber Satz"
    assert field(app, "progress").value == "abc"
    assert field(app, "number").value == "2.1"
    app.segmented_control(key="teil").set_value("Übernahmen").run()
    app.segmented_control(key="teil").set_value("Einzelne Meldung").run()
    assert field(app, "stated").value == "12.2020"


def test_the_same_stand_again_replaces_and_says_so(form: AppTest, engine: store.Engine) -> None:
    app = typed(form, number="1.2", stated="31.12.2020")
    assert "Zu diesem Stand gibt es schon eine Meldung." in html(app)
    app = pressed(app, "am-form-take-over")
    assert field(app, "status").value == "umgesetzt"
    assert headline(pressed(app, "am-form-check")) == "Die Meldung zu 1.2 steht schon so im Bestand."
    assert [button.label for button in app.button if button.key and button.key.startswith("am-form")] == ["Ändern"]
    app = pressed(app, "am-form-back")
    app = pressed(typed(app, status="Daueraufgabe"), "am-form-check")
    assert headline(app) == "Die Meldung zu 1.2 vom Stand 31.12.2020 wird berichtigt."
    app.text_input(key="am-who").set_value("Amt").run()
    pressed(app, "am-form-apply")
    assert store.revision(engine) == "2.0"
    assert [entry.status for entry in store.load(engine).log if entry.item.number == "1.2"] == ["completed", "ongoing"]


def test_a_preview_that_is_too_old_is_made_anew_and_takes_nothing_in(form: AppTest, engine: store.Engine) -> None:
    """Between the look at the preview and the click, somebody else reports the same Stand differently."""
    app = pressed(typed(form, number="1.2", stated="31.01.2021", status="Daueraufgabe"), "am-form-check")
    assert headline(app) == "Neue Meldung zu 1.2: von „umgesetzt“ zu „Daueraufgabe“."
    app.text_input(key="am-who").set_value("Amt").run()
    sheet = recognise(b"Nr.;Stand;Status\n1.2;31.01.2021;in Umsetzung\n", "meldungen.csv")
    assert apply.upload(engine, sheet, "Andere", datetime(2021, 2, 1, 12, tzinfo=UTC)).upload == 2
    app = pressed(app, "am-form-apply")
    assert headline(app) == "Die Meldung zu 1.2 vom Stand 31.01.2021 wird berichtigt."
    assert "Der Bestand hat sich inzwischen geändert; die Vorschau ist erneuert." in html(app)
    assert store.revision(engine) == "2.0" and len(store.load(engine).log) == 5
    assert headline(pressed(app, "am-form-apply")) == "Die Meldung zu 1.2 ist übernommen."
    assert store.revision(engine) == "3.0"


def test_a_measure_leads_to_the_form_with_itself_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = County(tmp_path, monkeypatch).open("massnahmen.py", "massnahme=ZV/2.1&stichtag=2020-12-31")
    app = pressed(app, "am-report")
    assert headline(app) == "Eine Meldung eintragen"
    assert field(app, "number").value == "2.1"
    assert field(app, "milestone").options == ["die Maßnahme als Ganzes"]


def test_a_form_without_any_measure_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = County(tmp_path, monkeypatch).open(
        "meldungen.py", FORM, massnahmen="Nr.;Handlungsfeld;Maßnahme\n", meldungen="Nr.;Stand;Status\n",
        meilensteine="Nr.;Meilenstein;Bezeichnung\n",
    )  # fmt: skip
    assert headline(app) == "Zuerst kommt der Plan: Hier gibt es noch keine Maßnahmen."
    assert "ohne Plan ist noch keine Maßnahme da" in html(app) and len(app.text_area) == 0
    assert headline(pressed(app, "am-to-plan")) == "Der Plan ist begonnen, als Nächstes fehlen die Maßnahmen."
