"""One measure opened as a page: its parts, its ways, the states before it exists, and words of the data as text."""

from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures
from streamlit.testing.v1 import AppTest

PAGE = "massnahmen.py"
PLAN = {
    "zielvereinbarungen": "Kürzel;Titel;Beginn;Ende\nZV;Vereinbarung;2020;\nALT;Erste;2018;2019\n",
    "massnahmen": """Nr.;Zielvereinbarung;Handlungsfeld;Ziel;Maßnahme;Verantwortlich;Frist;Daueraufgabe;Vorgänger;Quelle
1.1;ZV;1;Ziel <i>1</i>;<b>Netz</b>;Jugendamt;31.12.2020;nein;ALT/1.1;https://www.a.de/b | javascript:alert(1)
1.2;ZV;1;;*Bericht* [a](http://a);;;nein;;
1.1;ALT;1;;Altes Netz;Jugendamt;;nein;;
9.1;;1;;Ohne;;;nein;;
""",
    "meilensteine": """Zielvereinbarung;Nr.;Meilenstein;Bezeichnung;Verantwortlich;Frist
ZV;1.1;1;Auftakt <u>groß</u>;;30.06.2020
ZV;1.1;2;Beschluss;Kreistag;30.09.2020
""",
    "meldungen": """Zielvereinbarung;Nr.;Meilenstein;Stand;Status;Neue Frist;Sachstand;Gemeldet von;Erfasst am;Quelle
ZV;1.1;;30.06.2020;in Umsetzung;;<script>alert(1)</script>;Amt;01.07.2020;http://zeitung.de/bericht
ZV;1.1;1;30.06.2020;in Arbeit;;alt;Amt;01.07.2020;
ZV;1.1;1;30.06.2020;umgesetzt;;neu;Amt;05.07.2020;
ZV;1.1;2;31.08.2020;in Umsetzung;31.10.2020;;Amt;01.09.2020;
ZV;1.1;2;31.01.2021;umgesetzt;;;Amt;01.02.2021;
""",
    "beschluesse": """Vorlage;Betreff;Gremium;Datum;Ja;Nein;Ergebnis;Nr.
7/1;Netz;Kreistag;10.06.2020;29;0;beschlossen;ZV/1.1
""",
    "kennzahlen": """Kennzahl;Datum;Wert;Einheit;Nr.
Besuche;2018;140;Personen;ZV/1.1
Besuche;2019;163;Personen;ZV/1.1
""",
}
OPEN = "stichtag=2020-12-31&massnahme=ZV/1.1"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def open_one(opened: County, address: str = OPEN, **files: str) -> AppTest:
    return opened.open(PAGE, address, **(PLAN | files))


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label.replace("\\", "") == label).click().run()
    assert not app.exception
    return app


def test_the_page_says_what_a_measure_is_at_the_stichtag(opened: County) -> None:
    """Due today; milestone 1 reached, 2 overdue by 61 days after one shift."""
    app = open_one(opened)
    assert headline(app) == "<b>Netz</b>: in Umsetzung, Frist heute."
    page = html(app)
    assert "1 von 2 Meilensteinen erreicht" in page and "Frist 31.12.2020" in page
    assert "Fortschritt 50\xa0%, erwartet 100\xa0%" in page
    assert "Zur neuen Frist fehlt der Grund: Meilenstein 2 (Stand 31.08.2020)." in page
    assert [head.value.replace("\\", "") for head in app.header] == [
        "Meilensteine und Fristen", "Verlauf", "Steckbrief", "Vorgänger und Nachfolger", "Kennzahlen",
    ]  # fmt: skip
    assert any("▲\xa061 Tage überfällig" in note["text"] for note in pictures(app)[0]["layout"]["annotations"])


def test_words_of_the_data_are_text_and_only_addresses_of_the_web_are_links(opened: County) -> None:
    page = html(open_one(opened))
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Ziel &lt;i&gt;1&lt;/i&gt;" in page
    assert '<a href="https://www.a.de/b" target="_blank" rel="noopener noreferrer">a.de/<wbr>b</a><br>java' in page
    assert '<a href="http://zeitung.de/bericht" target="_blank" rel="noopener noreferrer">' in page
    assert 'href="javascript' not in page


def test_the_verlauf_strikes_what_was_corrected_and_says_when(opened: County) -> None:
    page = html(open_one(opened))
    lost = page.partition('<tr class="am-lost">')[2].partition("</tr>")[0]
    assert "korrigiert am 05.07.2020" in lost and ">alt<" in lost and "am-chip" not in lost
    assert page.count('<tr class="am-lost">') == 1
    assert page.count("<tr>") == 1 + 3


def test_a_later_meldung_is_announced_with_a_way_there(opened: County) -> None:
    app = open_one(opened)
    assert "1 spätere Meldung:" in html(app)
    app.button(key="am-as-of-later").click().run()
    assert headline(app) == "<b>Netz</b>: in Umsetzung, seit 31 Tagen überfällig."
    assert "Alle 2 Meilensteine sind erreicht, die Maßnahme selbst ist als „in Umsetzung“ gemeldet" in html(app)


def test_beschluss_and_kennzahlen_that_name_the_measure_are_shown(opened: County) -> None:
    app = open_one(opened)
    assert "7/1 Netz: Kreistag, 10.06.2020: beschlossen, Ja 29, Nein 0" in html(app)
    assert len(pictures(app)) == 3
    app.segmented_control(key="am-measure-figures-shown").set_value("Tabelle").run()
    assert list(app.dataframe[0].value["Wert"]) == [140, 163]


def test_the_time_line_can_be_read_and_saved_as_a_table(opened: County) -> None:
    app = open_one(opened)
    app.segmented_control(key="am-measure-shown").set_value("Tabelle").run()
    assert not app.exception
    table = app.dataframe[0].value
    assert list(table["Meilenstein"]) == ["Maßnahme", "1", "2"]
    assert list(table["Terminlage"]) == ["bald fällig", "erledigt", "überfällig, 61 Tage"]
    assert list(table["Verschiebungen"]) == [0, 0, 1]
    assert app.get("download_button")[0].proto.label == "Als CSV speichern"


def test_ways_lead_to_the_list_to_the_neighbour_and_to_the_predecessor(opened: County) -> None:
    app = open_one(opened)
    assert headline(press(app, "Altes Netz öffnen")) == "Altes Netz: keine Meldung, ohne Frist."
    assert headline(press(app, "<b>Netz</b> öffnen")).startswith("<b>Netz</b>: in Umsetzung")
    assert headline(press(app, "Nr. 1.2 ›")) == "*Bericht* [a](http://a): keine Meldung, ohne Frist."
    assert headline(press(app, "‹ Nr. 1.1")).startswith("<b>Netz</b>")
    press(app, "‹ Alle Maßnahmen")
    assert "Netz" not in headline(app)
    assert app.session_state["massnahme"] == ""


def test_a_measure_with_nothing_planned_says_so_and_one_without_an_agreement_too(opened: County) -> None:
    app = open_one(opened, "stichtag=2020-12-31&massnahme=/9.1")
    assert headline(app) == "Ohne: keine Meldung, ohne Frist."
    page = html(app)
    assert "weder Meilensteine noch eine Frist geplant" in page
    assert "Zu dieser Maßnahme gibt es bis zum Stichtag keine Meldung." in page
    assert "ohne Zielvereinbarung" in page and "ohne Zuständigkeit" in page
    assert pictures(app) == []


def test_before_a_measure_exists_the_page_offers_the_day_from_which_it_does(opened: County) -> None:
    app = open_one(opened, "stichtag=2019-06-30&massnahme=ZV/1.1")
    assert headline(app) == "<b>Netz</b>: am 30.06.2019 noch nicht im Plan."
    assert "Diese Maßnahme besteht erst ab dem 01.01.2020." in html(app)
    assert "Steckbrief" in [head.value for head in app.header] and pictures(app) == []
    press(app, "Stichtag auf 01.01.2020 setzen")
    assert headline(app) == "<b>Netz</b>: keine Meldung, Frist am 31.12.2020."


def test_many_meldungen_show_the_newest_and_open_all_of_them(opened: County) -> None:
    log = "Zielvereinbarung;Nr.;Stand;Status\n" + "".join(f"ZV;1.1;{n:02}.2020;in Umsetzung\n" for n in range(1, 12))
    app = open_one(opened, meldungen=log)
    assert html(app).count("erfasst am ") == 8
    press(app, "alle 11 Meldungen")
    assert html(app).count("erfasst am ") == 8 + 11


def test_forty_milestones_are_one_picture_without_an_error(opened: County) -> None:
    plan = "Zielvereinbarung;Nr.;Meilenstein;Bezeichnung;Frist\n" + "".join(
        f"ZV;1.1;{n};Abschnitt {n} {'mit einem langen Namen ' * (n % 6)};{n % 12 + 1:02}.{2018 + n // 8}\n"
        for n in range(1, 41)
    )
    app = open_one(opened, meilensteine=plan, meldungen="Zielvereinbarung;Nr.;Stand;Status\n")
    wide, narrow = pictures(app)[:2]
    assert wide["layout"]["height"] > 41 * 54 and narrow["layout"]["height"] > wide["layout"]["height"]
