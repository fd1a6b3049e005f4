"""Frozen reports on the page Berichte: their address, their numbers, what differs from what is known now."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from opened_page import County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core import store
from audit_core.dates import BERLIN
from audit_core.documents.registry import DOCUMENTS
from audit_core.standing import Completion, history
from audit_core.store import FrozenReport
from audit_core.tables.asked import Asked
from audit_core.upload import apply
from audit_core.upload.check import Clock
from audit_core.upload.parse import recognise
from audit_core.upload.preview import preview_of
from audit_core.wording import documents as wording

Open = Callable[..., AppTest]
LATER = datetime(2021, 2, 1, 23, 59, 59, 999_999, tzinfo=BERLIN)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page of the small county at an address; its clock stands on 01.02.2021."""

    def _open(address: str = "jahr=2020", **files: str) -> AppTest:
        return County(tmp_path, monkeypatch).open("berichte.py", address, **files)

    return _open


def freeze(app: AppTest) -> AppTest:
    app.text_input(key="am-who").set_value("Koordination").run()
    return app.button(key="am-freeze-now").click().run()


def report_later(folder: Path, *rows: str) -> None:
    engine = store.open_engine(f"sqlite:///{folder / 'audit.db'}")
    text = "\n".join(["Nr.;Meilenstein;Stand;Status", *rows])
    shown = preview_of(recognise(text.encode(), "m.csv"), store.load(engine), Clock(LATER))
    apply.apply(engine, shown, "Jugendamt", LATER)


def test_freezing_is_confirmed_with_its_number_until_one_leaves(opened: Open) -> None:
    app = freeze(opened())
    assert "Festgeschrieben als Nr. 1." in html(app)
    app.button(key="am-frozen-all").click().run()
    app.button(key="am-way-frozen-1").click().run()
    assert "Festgeschrieben als Nr. 1." not in html(app)


def test_a_frozen_report_is_named_in_the_headline_and_its_title_is_a_heading(opened: Open) -> None:
    app = opened()
    app.text_input(key="am-freeze-title-ZV-2020-12-31").set_value("Vorlage <b>9</b>").run()
    freeze(app)
    assert headline(app) == "Jahresbericht 2020 (Nr. 1): unverändert; seither nichts berichtigt."
    assert app.header[0].value.replace("\\", "") == "Vorlage <b>9</b>"


def test_an_opened_report_has_a_word_of_its_own_in_the_address(opened: Open, tmp_path: Path) -> None:
    freeze(opened())
    again = AppTest.from_file(str(Path(__file__).resolve().parents[1] / "pages" / "_navigation.py"), default_timeout=60)
    again.query_params["jahr"], again.query_params["bericht"] = "2020", "1"
    again.switch_page("berichte.py").run()
    assert headline(again).startswith("Jahresbericht 2020 (Nr. 1): ")
    again.switch_page("massnahmen.py").run()
    assert "bericht" not in again.query_params


def test_two_freezings_are_told_apart_by_number_and_the_newest_is_marked(opened: Open) -> None:
    app = freeze(opened())
    app.button(key="am-frozen-all").click().run()
    assert "neueste Fassung" not in html(app)
    assert "Dazu ist schon Nr. 1 festgeschrieben (am 01.02.2021)." in html(app)
    freeze(app)
    app.button(key="am-frozen-all").click().run()
    titles = re.findall(r'class="am-title">(Nr\. [^<]*)<', html(app))
    assert titles == ["Nr. 2 · Jahresbericht 2020 · neueste Fassung", "Nr. 1 · Jahresbericht 2020"]
    assert html(app).count('aria-hidden="true">Öffnen<') == 2
    label = app.button(key="am-way-frozen-2").label.replace("\\", "")
    assert label == "Jahresbericht 2020 (Nr. 2) öffnen"


def test_nothing_frozen_asks_nothing_before_freezing(opened: Open) -> None:
    assert "Dazu ist schon" not in html(opened())


def test_the_headline_keeps_the_frozen_figures_apart_from_those_known_now(opened: Open, tmp_path: Path) -> None:
    app = freeze(opened())
    report_later(tmp_path, "1.1;;15.12.2020;umgesetzt")
    app.button(key="am-frozen-all").click().run()
    assert headline(app) == "Bericht 2020: 2 von 3 Maßnahmen umgesetzt; festgeschrieben: 1 von 3."
    assert "Entwurf nach dem, was heute bekannt ist." in html(app)
    way = app.button(key="am-document-frozen")
    assert way.label == "Festgeschriebenen Bericht öffnen (Nr. 1)"
    way.click().run()
    assert headline(app) == "Jahresbericht 2020 (Nr. 1): unverändert; seither 1 Maßnahme berichtigt."
    assert app.button(key="am-way-corrected-0").label.replace("\\", "") == "<b>Netzwerk</b> (vorangekommen) öffnen"
    assert [head.value for head in app.header][1:] == ["Seither berichtigt oder nachgetragen", "Vorschau"]


@pytest.mark.parametrize(
    ("done", "then", "said"),
    [
        (Completion(7, 17, 0, 0), Completion(6, 17, 0, 0), "7 von 17 Maßnahmen umgesetzt; festgeschrieben: 6 von 17."),
        (Completion(7, 17, 2, 3), Completion(7, 17, 1, 3),
         "7 von 17 Maßnahmen umgesetzt, festgeschrieben am 22.11.2026."),
        (Completion(0, 0, 2, 3), Completion(0, 0, 1, 3),
         "2 von 3 Daueraufgaben laufen; festgeschrieben war es anders."),
        (Completion(1, 1, 0, 0), Completion(0, 1, 0, 0), "einzige Maßnahme umgesetzt; festgeschrieben war es anders."),
        (Completion(7, 17, 0, 0), Completion(7, 17, 0, 0),
         "7 von 17 Maßnahmen umgesetzt, festgeschrieben am 22.11.2026."),
        (Completion(1011, 1017, 0, 0), Completion(1006, 1017, 0, 0),
         "1.011 von 1.017 Maßnahmen umgesetzt."),
    ],
)  # fmt: skip
def test_a_headline_never_says_that_a_number_was_frozen_that_was_not(
    done: Completion, then: Completion, said: str
) -> None:
    at = datetime(2026, 11, 22, 9, tzinfo=BERLIN)
    report = FrozenReport(1, "ZV", at.date(), at, "Bericht", at, "Kreistag", "1", "a", "b")
    found = wording.finding(2021, done, report, then)
    assert found == f"Bericht 2021: {said}" and len(found) <= 75


def test_file_names_say_draft_or_the_number_and_only_of_the_report(opened: Open, tmp_path: Path) -> None:
    opened()
    known = history(store.load(store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")))
    asked = Asked(known, datetime(2020, 12, 31).date(), "ZV")
    assert [one.file_name(asked) for one in DOCUMENTS] == [
        "jahresbericht_zv_2020-12-31_entwurf.pdf", "jahresbericht_zv_2020-12-31_entwurf.docx",
        "foliensatz_zv_2020-12-31.pptx", "folien_zv_2020-12-31.html", "arbeitsmappe_zv_2020-12-31.xlsx",
        "tabellen_zv_2020-12-31.zip", "massnahmen_zv_2020-12-31.csv", "fristen_zv_2020-12-31.ics",
    ]  # fmt: skip
    assert [one.file_name(asked, 2) for one in DOCUMENTS[:2]] == [
        "jahresbericht_zv_2020-12-31_nr2.pdf", "jahresbericht_zv_2020-12-31_nr2.docx",
    ]  # fmt: skip


def test_the_large_preview_turns_its_own_pages(opened: Open) -> None:
    app = opened()
    app.button(key="am-preview-show").click().run()
    app.button(key="am-preview-large").click().run()
    app.button(key="am-preview-on-large").click().run()
    assert not app.exception and app.get("image") == []
    assert "Seite 2 von " in html(app)
