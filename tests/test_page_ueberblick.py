"""The page Überblick through the navigation: finding, figures, pictures, lists, table, and its empty states."""

from html import escape
from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures
from streamlit.testing.v1 import AppTest

PAGE = "ueberblick.py"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def metrics(app: AppTest) -> list[tuple[str, str, str]]:
    return [(metric.label, metric.value, metric.delta) for metric in app.metric]


def test_the_page_says_where_the_county_stands(opened: County) -> None:
    """31.12.2020: 1.2 done, 1.1 due today, its milestone 2 overdue, 2.1 silent since the agreement began."""
    app = opened.open(PAGE, "stichtag=2020-12-31&vergleich=2020-06-30")
    assert headline(app) == "Eine von 3 Maßnahmen ist umgesetzt, ein Meilenstein ist überfällig."
    assert metrics(app) == [
        ("Maßnahmen umgesetzt", "1 von 3", "+1"),
        ("Meilensteine erreicht", "1 von 2", "±0"),
        ("Meilensteine überfällig", "1 von 1", "+1"),
        ("Ohne aktuelle Meldung", "2 von 2", "+2"),
    ]
    assert [header.value.replace("\\", "") for header in app.header] == [
        "Stand der 4 Maßnahmen je Handlungsfeld", "Überfällig", "Geändert seit 30.06.2020", "Nächste Fristen",
    ]  # fmt: skip
    assert "1 von 1 Daueraufgabe läuft." in html(app)


def test_both_pictures_show_every_handlungsfeld(opened: County) -> None:
    status, progress = pictures(opened.open(PAGE))
    assert [trace["name"] for trace in status["data"]] == ["umgesetzt", "Daueraufgabe", "in Umsetzung", "keine Meldung"]
    texts = [note["text"] for note in status["layout"]["annotations"]]
    assert [text for text in texts if "Wohnen" in text or "keine Maßnahme" in text] == [
        '<span style="font-weight:600">3</span>  Wohnen', '<span style="font-weight:600">keine Maßnahme</span>',
    ]  # fmt: skip
    assert progress["layout"]["height"] == status["layout"]["height"]


def test_words_of_the_data_are_shown_and_never_run(opened: County) -> None:
    page = html(opened.open(PAGE, "stichtag=2021-01-01"))
    assert "&lt;b&gt;Netzwerk&lt;/b&gt;" in page
    assert "<b>Netzwerk" not in page


def test_the_view_of_an_office_names_it_as_text(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&stelle=*Amt* [a](http://a)")
    assert (
        headline(app) == "*Amt* [a](http://a): zur einzigen Maßnahme gibt es noch keine Meldung, nichts ist überfällig."
    )
    assert r"\[a\]\(http" in str(app.title[0].value)
    assert len(pictures(app)[0]["layout"]["annotations"]) == 2


def test_the_switch_shows_the_table_instead_of_the_pictures(opened: County) -> None:
    app = opened.open(PAGE)
    app.segmented_control[0].set_value("Tabelle").run()
    assert pictures(app) == []
    table = app.dataframe[0].value
    assert list(table["Handlungsfeld"]) == ["Steuerung", "Bildung [x](http://x)", "Wohnen", "zusammen"]
    assert list(table["umgesetzt"]) == [1, 0, 0, 1]
    assert list(table["Fortschritt"].fillna("–")) == ["75,0\xa0%", "0,0\xa0%", "–", "–"]
    assert "Tabelle seitlich verschieben" in html(app) and "Balken: Maßnahmen je Status" not in html(app)


def test_all_that_changed_opens_above_the_page(opened: County) -> None:
    entries = "Nr.;Stand;Status\n" + "".join(
        f"{number};{day};{word}\n"
        for number in ("1.1", "1.2", "2.1", "2.2")
        for day, word in (("31.01.2020", "in Vorbereitung"), ("30.11.2020", "in Umsetzung"))
    )
    app = opened.open(PAGE, "stichtag=2020-12-31&vergleich=2020-06-30", meldungen=entries)
    assert html(app).count("bisher in Vorbereitung") == 3
    next(button for button in app.button if button.label == "alle 4").click().run()
    assert not app.exception
    assert html(app).count("bisher in Vorbereitung") == 7


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"meldungen": "Nr.;Stand;Status\n"},
            "Zu 4 Maßnahmen gibt es noch keine Meldung, 2 Meilensteine sind überfällig.",
        ),
        (
            {"massnahmen": "Nr.;Handlungsfeld;Maßnahme\n1.1;1;A\n", "meilensteine": "Nr.;Meilenstein;Bezeichnung\n",
             "meldungen": "Nr.;Stand;Status\n1.1;2020;in Umsetzung\n"},
            "Die einzige Maßnahme ist nicht umgesetzt, nichts ist überfällig.",
        ),
        (
            {"zielvereinbarungen": "Kürzel;Beginn\n", "massnahmen": "Nr.;Handlungsfeld;Maßnahme\n1.1;1;A\n",
             "meilensteine": "Nr.;Meilenstein;Bezeichnung\n", "meldungen": "Nr.;Stand;Status\n"},
            "Zur einzigen Maßnahme gibt es noch keine Meldung, nichts ist überfällig.",
        ),
    ],
    ids=["no entry", "no Frist", "no agreement"],
)  # fmt: skip
def test_with_little_data_the_page_still_says_what_is(opened: County, files: dict[str, str], expected: str) -> None:
    app = opened.open(PAGE, "zv=all&stichtag=2020-12-31", **files)
    assert headline(app) == expected
    assert len(app.metric) == 4 and len(pictures(app)) == 2


def test_without_a_frist_or_a_change_the_lists_say_so(opened: County) -> None:
    files = {
        "massnahmen": "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n1.1;ZV;1;A\n",
        "meilensteine": "Nr.;Meilenstein;Bezeichnung\n",
        "meldungen": "Nr.;Stand;Status\n1.1;31.01.2020;in Umsetzung\n",
    }
    page = html(opened.open(PAGE, "stichtag=2020-12-31&vergleich=2020-06-30", **files))
    assert "Nichts ist überfällig." in page
    assert "Kein Status hat sich seitdem geändert." in page
    assert "Keine Frist steht noch aus." in page


TWO_AGREEMENTS = {
    "zielvereinbarungen": "Kürzel;Titel;Beginn;Ende\nZV;Erste;2020;\nNEU;Zweite;2020;\n",
    "massnahmen": (
        "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich\n1.1;ZV;1;A;Kreistag\n1.2;NEU;1;B;Jugendamt\n"
    ),
    "meilensteine": "Nr.;Meilenstein;Bezeichnung\n",
    "meldungen": "Nr.;Stand;Status\n",
}


@pytest.mark.parametrize("page", [PAGE, "zustaendigkeiten.py"])
def test_an_office_without_a_measure_in_this_agreement_is_told_what_to_choose(opened: County, page: str) -> None:
    app = opened.open(page, "zv=NEU&stichtag=2020-12-31&stelle=Kreistag", **TWO_AGREEMENTS)
    assert headline(app) == "Kreistag: keine Maßnahme in dieser Zielvereinbarung."
    assert "Wählen Sie oben alle Stellen oder alle Zielvereinbarungen." in html(app)
    assert "späteren Stichtag" not in html(app)


def test_a_long_title_is_cut_by_looks_only_and_the_pointer_shows_all_of_it(opened: County) -> None:
    name = '"Lang" & <b>' + "sehr " * 60 + "lang"
    plan = "Nr.;Handlungsfeld;Maßnahme;Frist\n1.1;1;" + '"' + name.replace('"', '""') + '"' + ";30.06.2020\n"
    app = opened.open(
        PAGE, "zv=all&stichtag=2020-12-31&vergleich=2019-12-31", massnahmen=plan,
        meldungen="Nr.;Stand;Status\n1.1;30.11.2020;in Umsetzung\n",
        zielvereinbarungen="Kürzel;Beginn\n", meilensteine="Nr.;Meilenstein;Bezeichnung\n",
    )  # fmt: skip
    assert html(app).count(f'<span class="am-clamp" title="{escape(name)}">{escape(name)}</span>') == 2


def test_the_whole_list_of_next_fristen_stands_as_the_short_one(opened: County) -> None:
    plan = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist\n" + "".join(
        f"1.{n};ZV;1;M{n};15.01.2021\n" for n in (1, 2, 3)
    )
    app = opened.open(
        PAGE, massnahmen=plan, meilensteine="Nr.;Meilenstein;Bezeichnung\n", meldungen="Nr.;Stand;Status\n"
    )
    assert html(app).count('<ul class="am-list am-in-line">') == 2
    next(button for button in app.button if button.label == "alle 3 in 30 Tagen").click().run()
    assert html(app).count('<ul class="am-list am-in-line">') == 2 + 3


def test_before_the_first_measure_the_page_says_what_to_choose(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2019-06-30")
    assert headline(app) == "Es gibt noch keine Maßnahme."
    assert "Am 30.06.2019 gibt es in dieser Auswahl noch keine Maßnahme. Wählen Sie" in html(app)
    assert len(app.metric) == 0
