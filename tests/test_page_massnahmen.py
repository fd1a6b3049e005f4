"""The page Maßnahmen as a list, through the navigation: finding, search, filters, table, rows, ways out of nothing."""

from pathlib import Path
from typing import Any

import pytest
from opened_page import County, headline, html
from streamlit.testing.v1 import AppTest

from audit_core.tables.measures_cells import plain
from pages import _ways

PAGE = "massnahmen.py"
ENTRIES = """Nr.;Meilenstein;Stand;Status;Sachstand
1.1;;30.06.2020;in Umsetzung;Zwei Träger sind dabei.
1.1;1;30.06.2020;umgesetzt;Auftakt mit <i>Gästen</i> im Kreistagssaal.
1.2;;31.12.2020;umgesetzt;
2.2;;31.12.2020;Daueraufgabe;
"""


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def table(app: AppTest) -> dict[str, list[Any]]:
    """The table as it is read: symbols and words of a cell in one text, without the spaces that only sort."""
    frame = app.dataframe[0].value
    return {
        name: [plain(cell if isinstance(cell, str) else " ".join(cell)) for cell in frame[name]]
        if name in ("Nr.", "Status", "Terminlage") else list(frame[name])
        for name in frame.columns
    }  # fmt: skip


def labels(app: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in app.button]


def click(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label.replace("\\", "") == label).click().run()
    assert not app.exception
    return app


def options(app: AppTest, key: str) -> list[str]:
    return list(app.selectbox(key=key).options)


def test_the_list_says_how_many_and_how_far(opened: County) -> None:
    app = opened.open(PAGE)
    assert headline(app) == "4 Maßnahmen: 1 von 3 umgesetzt, ein Meilenstein überfällig."
    shown = table(app)
    assert shown["Nr."] == ["1.1", "1.2", "2.1", "2.2"]
    assert shown["Status"] == ["▶ in Umsetzung", "✓ umgesetzt", "? keine Meldung", "∞ Daueraufgabe"]
    assert shown["Terminlage"] == ["△ bald fällig, heute", "✓ erledigt", "△ bald fällig, in 15 Tagen", "✓ erledigt"]
    assert "Programm" not in shown and "Zielvereinbarung" not in shown
    assert "Ein Klick in eine Zeile öffnet die Maßnahme, in der ersten Spalte das Häkchen davor" in html(app)


def test_rows_for_narrow_screens_show_the_same_and_run_no_word_of_the_data(opened: County) -> None:
    page = html(opened.open(PAGE))
    assert "1.1 &lt;b&gt;Netzwerk&lt;/b&gt;" in page and "<b>Netzwerk" not in page
    assert "<small>△ bald fällig, heute · Frist\u00a031.12.2020</small><small>Jugendamt</small>" in page


def test_a_search_in_the_address_narrows_and_names_its_places(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&suche=gaesten kreistag", meldungen=ENTRIES)
    assert headline(app) == "Eine von 4 Maßnahmen passt: ein Meilenstein überfällig."
    assert table(app)["Nr."] == ["1.1"]
    assert table(app)["Fundstelle"] == ["Sachstand Meilenstein 1: Auftakt mit <i>Gästen</i> im Kreista…"]
    assert "<small>Sachstand Meilenstein 1: Auftakt mit &lt;i&gt;Gästen&lt;/i&gt; im Kreistagssaal.</small>" in html(
        app
    )


def test_typing_writes_the_address_and_the_list_follows(opened: County) -> None:
    app = opened.open(PAGE)
    app.text_input(key="_suche").set_value("  schulnetz ").run()
    assert app.query_params["suche"] == "schulnetz"
    assert table(app)["Nr."] == ["2.1"]
    click(app, "Filter zurücksetzen")
    assert "suche" not in app.query_params and app.text_input(key="_suche").value == ""
    assert len(table(app)["Nr."]) == 4 and "Filter zurücksetzen" not in labels(app)


def test_a_filter_offers_only_what_is_there_with_its_count(opened: County) -> None:
    app = opened.open(PAGE)
    assert options(app, "_status") == [
        "alle Status", "umgesetzt (1)", "Daueraufgabe (1)", "in Umsetzung (1)", "keine Meldung (1)",
    ]  # fmt: skip
    assert options(app, "_lage") == ["alle Terminlagen", "bald fällig (2)", "erledigt (2)"]
    app.selectbox(key="_status").set_value("umgesetzt").run()
    assert app.query_params["status"] == "umgesetzt"
    assert table(app)["Nr."] == ["1.2"] and options(app, "_lage") == ["alle Terminlagen", "erledigt (1)"]
    assert headline(app) == "Eine von 4 Maßnahmen passt: nichts überfällig."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("status=completed", ["1.2"]), ("status=Keine Meldung", ["2.1"]), ("lage=bald fällig", ["1.1", "2.1"]),
        ("lage=due_soon&hf=2", ["2.1"]), ("hf=2", ["2.1", "2.2"]), ("stelle=Kreistag", ["1.1", "1.2"]),
        ("stelle=Jugendamt&status=ongoing", ["2.2"]),
    ],
)  # fmt: skip
def test_every_filter_is_read_from_the_address(opened: County, words: str, expected: list[str]) -> None:
    assert table(opened.open(PAGE, f"stichtag=2020-12-31&{words}"))["Nr."] == expected


@pytest.mark.parametrize("words", ["status=fertisch", "lage=bald", "programm=LSZ", "hf=9"])
def test_a_filter_that_cannot_be_gets_a_sentence_and_the_whole_list(opened: County, words: str) -> None:
    app = opened.open(PAGE, f"stichtag=2020-12-31&{words}")
    assert "am-alert" in html(app) and words.split("=")[1] in html(app)
    assert len(table(app)["Nr."]) == 4


def test_the_programmes_of_a_county_are_a_filter_of_their_own(opened: County) -> None:
    plan = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Programm\n1.1;ZV;1;A;LSZ, ThEKiZ\n1.2;ZV;1;B;LSZ\n1.3;ZV;1;C;\n"
    few = {"massnahmen": plan, "meilensteine": "Nr.;Meilenstein;Bezeichnung\n", "meldungen": "Nr.;Stand;Status\n"}
    app = opened.open(PAGE, "stichtag=2020-12-31&programm=thekiz", **few)
    assert options(app, "_programm") == ["alle Programme", "LSZ (2)", "ThEKiZ (1)"]
    assert table(app)["Programm"] == ["LSZ, ThEKiZ"]


def test_nothing_found_says_which_filter_to_drop_and_a_button_does_it(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&suche=zzz&status=umgesetzt&hf=3")
    assert headline(app) == "Keine von 4 Maßnahmen passt."
    assert len(app.dataframe) == 0 and "Auch ohne einen der Filter passt nichts" in html(app)
    app.text_input(key="_suche").set_value("netzwerk").run()
    app.selectbox(key="_hf").set_value("").run()
    assert [label for label in labels(app) if label.startswith("ohne")] == [
        "ohne Suche ‚netzwerk‘: 1 Maßnahme", "ohne Status ‚umgesetzt‘: 1 Maßnahme",
    ]  # fmt: skip
    click(app, "ohne Status ‚umgesetzt‘: 1 Maßnahme")
    assert table(app)["Nr."] == ["1.1"] and "status" not in app.query_params


def test_nothing_found_offers_other_offices_and_other_agreements(opened: County) -> None:
    two = {
        "zielvereinbarungen": "Kürzel;Titel;Beginn\nZV;Erste;2015\nNEU;Zweite;2020\n",
        "massnahmen": "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich\n1.1;ZV;1;Bus;Kreistag\n"
        "1.2;NEU;1;Bahn;Kreistag\n1.3;NEU;1;Busse;Jugendamt\n",
        "meilensteine": "Nr.;Meilenstein;Bezeichnung\n", "meldungen": "Nr.;Stand;Status\n",
    }  # fmt: skip
    app = opened.open(PAGE, "stichtag=2020-12-31&zv=NEU&stelle=Kreistag&suche=bus", **two)
    assert headline(app) == "Die einzige Maßnahme passt nicht."
    assert [label for label in labels(app) if label.startswith("ohne")] == [
        "ohne Suche ‚bus‘: 1 Maßnahme", "ohne Zielvereinbarung ‚Zweite‘: 1 Maßnahme",
        "ohne Stelle ‚Kreistag‘: 1 Maßnahme",
    ]  # fmt: skip
    assert table(click(app, "ohne Zielvereinbarung ‚Zweite‘: 1 Maßnahme"))["Maßnahme"] == ["Bus"]


def test_the_list_of_an_office_says_what_counts_as_overdue(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-01-01&stelle=Kreistag")
    assert headline(app) == "Kreistag: 2 Maßnahmen, 1 von 2 umgesetzt, ein Meilenstein überfällig."
    assert table(app)["Terminlage"] == ["▲ überfällig, 1 Tag", "✓ erledigt"]
    assert "nur, wofür sie selbst zuständig ist" in html(app)


def test_a_long_list_is_shown_whole_in_the_table_and_begun_for_narrow_screens(opened: County) -> None:
    plan = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n" + "".join(f"1.{n};ZV;1;M{n}\n" for n in range(1, 101))
    few = {"meilensteine": "Nr.;Meilenstein;Bezeichnung\n", "meldungen": "Nr.;Stand;Status\n"}
    app = opened.open(PAGE, massnahmen=plan, **few)
    assert table(app)["Nr."][8:10] == ["1.9", "1.10"] and len(table(app)["Nr."]) == 100
    assert "und 60 weitere: Suche oder Filter nutzen" in html(app)
    assert html(app).count('<li class="am-row">') == 40


def test_a_row_for_narrow_screens_opens_its_measure(opened: County) -> None:
    app = opened.open(PAGE)
    click(app, "1.2 Bericht öffnen")
    assert app.query_params["massnahme"] == "ZV/1.2"
    assert len(app.dataframe) == 0 or "_suche" not in app.session_state


def test_before_the_first_measure_the_page_says_what_to_choose(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2019-06-30&suche=bus")
    assert headline(app) == "Es gibt noch keine Maßnahme."
    assert "Wählen Sie oben einen späteren Stichtag" in html(app) and len(app.dataframe) == 0


@pytest.mark.parametrize(
    ("before", "cell", "walked"),
    [
        (None, (0, 0), True), (None, (4, 2), False), ((0, 0), (0, 1), True), ((0, 1), (1, 1), True),
        ((7, 1), (2, 1), True), ((0, 0), (0, 2), False), ((0, 0), (3, 2), False), ((3, 2), (3, 0), True),
        ((3, 0), (3, 9), True), ((2, 0), (3, 9), False), (None, (3, 9), False),
    ],
)  # fmt: skip
def test_walking_through_the_cells_by_keyboard_opens_nothing_and_a_click_does(
    before: tuple[int, int] | None, cell: tuple[int, int], walked: bool
) -> None:
    assert _ways._walked(before, cell, 9) is walked
