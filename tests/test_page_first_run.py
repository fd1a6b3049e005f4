"""A database without a plan: the page that leads to one, and the way from there to the first figures."""

from datetime import datetime
from pathlib import Path

import pytest
from opened_page import NAVIGATION, PLAN, headline, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.upload import apply, undo
from audit_core.upload.parse import recognise

NOW = datetime(2021, 2, 1, 9, tzinfo=BERLIN)
PAGES = ("ueberblick", "handlungsfelder", "massnahmen", "zustaendigkeiten", "jahresbilanz", "vergleich",
         "zielvereinbarung")  # fmt: skip


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> store.Engine:
    """An empty database, as a start with AUDIT_FIRST_DATA set to nothing has it."""
    url = f"sqlite:///{tmp_path / 'audit.db'}"
    monkeypatch.setenv("AUDIT_DATABASE_URL", url)
    monkeypatch.setenv("AUDIT_FIRST_DATA", "")
    monkeypatch.setenv("AUDIT_TODAY", "2021-02-01")
    return store.open_engine(url)


def opened(page: str = "ueberblick") -> AppTest:
    app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
    if page != "ueberblick":
        app.switch_page(f"{page}.py")
    app.run()
    assert not app.exception
    return app


def sent(engine: store.Engine, *names: str) -> list[int | None]:
    """Exchange files of the small county, uploaded one after the other; the numbers of their uploads."""
    return [
        apply.upload(engine, recognise(PLAN[name].encode(), f"{name}.csv"), "Koordination", NOW).upload
        for name in names
    ]


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_an_empty_database_is_the_way_in(page: str, engine: store.Engine) -> None:
    app = opened(page)
    assert headline(app) == "Hier ist noch kein Plan."
    shown = html(app)
    assert shown.count("fehlt noch") == 5 and shown.count("als Nächstes") == 1
    assert [part for part in ("Landkreis", "Handlungsfelder", "Zielvereinbarungen", "Maßnahmen", "Meilensteine",
                              "Meldungen") if f"<b>{part}</b>" in shown] == [
        "Landkreis", "Handlungsfelder", "Zielvereinbarungen", "Maßnahmen", "Meilensteine", "Meldungen"]  # fmt: skip
    assert labels(app) == ["Listen hochladen", "Oder mit den dokumentierten Daten des Kyffhäuserkreises beginnen"]
    downloads = [part.proto.label for part in app.get("download_button")]
    assert downloads == ["Vorlage (XLSX)"] * 6 + ["Alle Vorlagen (ZIP)"]
    assert len(app.selectbox) == 0 and len(app.date_input) == 0
    assert store.uploads(engine) == ()


@pytest.mark.parametrize("address", ["zv=gibtesnicht", "massnahme=ZV/1.1", "stichtag=2020-02-30", "stelle=Amt&jahr=1"])
def test_no_address_disturbs_the_way_in(address: str, engine: store.Engine) -> None:
    app = AppTest.from_file(str(NAVIGATION), default_timeout=60)
    for pair in address.split("&"):
        key, word = pair.split("=")
        app.query_params[key] = word
    app.switch_page("massnahmen.py").run()
    assert not app.exception and headline(app) == "Hier ist noch kein Plan."
    assert "gibt es nicht" not in html(app)


def test_meldungen_and_hilfe_stay_what_they_are(engine: store.Engine) -> None:
    assert headline(opened("meldungen")) != "Hier ist noch kein Plan."
    assert headline(opened("hilfe")).startswith("So liest und rechnet")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "Hier ist noch kein Plan: Laden Sie zuerst die Liste „Landkreis“ hoch."),
        (("landkreis",), "Der Plan ist begonnen: Laden Sie als Nächstes die Liste „Handlungsfelder“ hoch."),
        (("landkreis", "handlungsfelder", "zielvereinbarungen"),
         "Der Plan ist begonnen: Laden Sie als Nächstes die Liste „Maßnahmen“ hoch."),
    ],
)  # fmt: skip
def test_the_upload_asks_for_the_first_list_that_is_missing(
    names: tuple[str, ...], told: str, engine: store.Engine
) -> None:
    sent(engine, *names)
    app = opened("meldungen")
    assert headline(app) == told and "Vordruck einer Stelle holen" not in labels(app)
    (template,) = (part.proto.label for part in app.get("download_button"))
    assert template.startswith("Vorlage ") and template.split()[1] in told
    app.button(key="am-to-plan").click().run()
    assert "als Nächstes" in html(app) and len(app.get("download_button")) == 7


def test_the_lists_are_as_many_as_are_announced(engine: store.Engine) -> None:
    shown = html(opened())
    assert "sechs Listen" in shown and shown.count('<div class="am-part') == 6


def test_a_plan_that_is_half_there_says_what_comes_next(engine: store.Engine) -> None:
    assert sent(engine, "landkreis", "handlungsfelder") == [1, 2]
    app = opened("vergleich")
    assert headline(app) == "Der Plan ist begonnen, als Nächstes fehlen die Zielvereinbarungen."
    assert "✓ 1 Zeile<" in html(app) and "✓ 3 Zeilen<" in html(app)
    assert labels(app) == ["Listen hochladen"]
    assert sent(engine, "zielvereinbarungen") == [3]
    assert headline(opened()) == "Der Plan ist begonnen, als Nächstes fehlen die Maßnahmen."
    assert headline(opened("zielvereinbarung")) != headline(opened())


def test_without_its_name_a_county_with_agreements_is_asked_for_it(engine: store.Engine) -> None:
    sent(engine, "zielvereinbarungen")
    assert headline(opened()) == "Der Plan ist begonnen, als Nächstes fehlt der Landkreis."


def test_from_an_empty_database_to_the_figures_of_the_overview(engine: store.Engine) -> None:
    """Of 1.1, 1.2 and 2.1 one is done, 2.2 is a permanent task; milestone 2 of 1.1 was due on 30.09.2020."""
    names = ("landkreis", "handlungsfelder", "zielvereinbarungen", "massnahmen", "meilensteine", "meldungen")
    assert sent(engine, *names) == [1, 2, 3, 4, 5, 6]
    app = opened()
    assert app.metric[0].value == "1 von 3"
    assert headline(app) == "Eine von 3 Maßnahmen ist umgesetzt, 3 Fristen sind überschritten."
    found = store.uploads(engine)
    assert [one.kind for one in found] == ["meldungen", "plan", "plan", "plan", "plan", "plan"]
    assert [one.rows for one in found] == [4, 2, 4, 1, 3, 1]


def test_the_documented_county_is_one_click_away(engine: store.Engine) -> None:
    app = opened()
    app.button(key="am-first-county").click().run()
    assert not app.exception
    assert headline(app) != "Hier ist noch kein Plan."
    (upload,) = store.uploads(engine)
    assert (upload.kind, upload.recorded_by, upload.file_name) == ("init", "Ersteinrichtung", "kyffhaeuserkreis")
    assert store.load(engine).name == "Kyffhäuserkreis"


def test_after_everything_is_taken_back_the_way_in_is_there_again(engine: store.Engine) -> None:
    sent(engine, "landkreis", "handlungsfelder", "zielvereinbarungen", "massnahmen")
    for upload in (4, 3, 2, 1):
        undo.undo(engine, upload, "Koordination", NOW)
    app = opened()
    assert headline(app) == "Hier ist noch kein Plan."
    assert "Oder mit den dokumentierten Daten des Kyffhäuserkreises beginnen" in labels(app)
    assert all(one.revoked_at is not None for one in store.uploads(engine))


def test_the_button_leads_to_the_upload(engine: store.Engine) -> None:
    app = opened()
    app.button(key="am-first-upload").click().run()
    assert not app.exception
    assert app.segmented_control(key="teil").value == "Hochladen"
