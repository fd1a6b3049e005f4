"""The page Handlungsfelder through the navigation: one field with its rows, Kennzahlen, paging, empty states."""

import re
from html import unescape
from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures
from streamlit.testing.v1 import AppTest

PAGE = "handlungsfelder.py"
KEY_FIGURES = """Kennzahl;Handlungsfeld;Datum;Wert;Einheit;Quelle
Mittel <b>x</b>;1;2018;480000;Euro (ca.);https://www.a.de/x?a=1&b=2
Mittel <b>x</b>;1;2018;500000;Euro;javascript:alert(1)
Mittel <b>x</b>;1;2020;711000,5;Euro;Kreistag
Zentren;1;12.2019;8;Zentren (rund);https://www.b.de/y
Einwohner;;2019;77148;Personen;
Später;1;2021;9;Euro;
"""


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def rows(app: AppTest) -> list[str]:
    """The rows of measures as text."""
    found = re.findall(r'<li class="am-measure">(.*?)</li>', html(app), re.DOTALL)
    return [re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", row))).strip() for row in found]


def test_without_a_field_in_the_address_the_first_one_is_shown(opened: County) -> None:
    """31.12.2020: 1.2 done, 1.1 due today, its milestone 2 overdue."""
    app = opened.open(PAGE, "stichtag=2020-12-31&vergleich=2020-06-30")
    assert headline(app) == "Steuerung: 1 von 2 Maßnahmen umgesetzt, ein Meilenstein überfällig."
    assert [(metric.label, metric.value, metric.delta) for metric in app.metric] == [
        ("Maßnahmen umgesetzt", "1 von 2", "+1"),
        ("Meilensteine erreicht", "1 von 2", "±0"),
        ("Überfällig", "1", "+1"),
        ("Ohne aktuelle Meldung", "1 von 1", "+1"),
    ]
    assert [header.value.replace("\\", "") for header in app.header] == [
        "2 Maßnahmen nach Zielen", "Fortschritt des Handlungsfelds", "Geändert seit 30.06.2020", "Kennzahlen",
    ]  # fmt: skip


def test_a_row_shows_what_people_ask_of_a_measure(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2021-01-10&hf=1")
    assert rows(app) == [
        "1.1 <b>Netzwerk</b> Jugendamt ▲ 1 Meilenstein überfällig ▶ in Umsetzung ▲ 10 Tage Frist 31.12.2020 "
        "50 % erwartet 100 %",
        "1.2 Bericht Kreistag ✓ umgesetzt ✓ erledigt Frist 31.12.2021 100 % erwartet 51 %",
    ]
    assert html(app).count('<span class="am-alarm">') == 2


def test_a_row_opens_its_measure(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=1")
    labels = [button.label.replace("\\", "") for button in app.button if button.label.endswith("öffnen")]
    assert labels[:2] == ["1.1 <b>Netzwerk</b> öffnen", "1.2 Bericht öffnen"]


def test_words_of_the_data_are_shown_and_never_run(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=1", kennzahlen=KEY_FIGURES)
    page = html(app)
    assert "&lt;b&gt;Netzwerk&lt;/b&gt;" in page and "<b>Netzwerk" not in page
    assert "Mittel &lt;b&gt;x&lt;/b&gt; 2018, je nach Quelle:" in page
    assert re.findall(r'href="([^"]+)"', page) == ["https://www.a.de/x?a=1&amp;b=2", "https://www.b.de/y"]
    assert page.count('rel="noopener noreferrer"') == 2 and "javascript:alert(1)" in page
    assert r"\[x\]\(http" in str(opened_title(app, "2"))


def opened_title(app: AppTest, field: str) -> str:
    next(select for select in app.selectbox if select.label == "Handlungsfeld").set_value(field).run()
    return str(app.title[0].value)


def test_kennzahlen_are_drawn_with_gaps_sources_and_without_what_comes_later(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=1", kennzahlen=KEY_FIGURES)
    (picture,) = pictures(app)
    (bars,) = picture["data"]
    assert bars["x"] == [480000.0, 500000.0, 711000.5]
    texts = [note["text"] for note in picture["layout"]["annotations"]]
    assert texts[1:] == ["2018", "ca.", "2018", "2019", "keine Angabe", "2020"]
    page = unescape(html(app))
    assert "480.000,0 Euro (" in page and "500.000,0 Euro (javascript:alert(1))" in page
    assert "Zentren" in page and "8 Zentren" in page and "12.2019 · rund" in page
    assert "Später" not in page
    assert "1 weitere Angabe zu Tagen nach dem 31.12.2020." in page


def test_the_switch_shows_the_kennzahlen_as_a_table(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=1", kennzahlen=KEY_FIGURES)
    app.segmented_control[0].set_value("Tabelle").run()
    assert pictures(app) == []
    table = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>", html(app))
    assert [(day, value) for day, value, _ in table] == [
        ("2018", "480.000,0"), ("2018", "500.000,0"), ("2020", "711.000,5"), ("12.2019", "8"),
    ]  # fmt: skip
    assert table[1][2] == "javascript:alert(1)" and table[3][2].startswith('rund · <a href="https://www.b.de/y"')
    assert re.findall(r'scope="rowgroup">(.*?)</th>', html(app)) == [
        "Mittel &lt;b&gt;x&lt;/b&gt; <span>Euro</span>", "Zentren <span>Zentren</span>",
    ]  # fmt: skip
    assert [button.label for button in app.get("download_button")].count("Als CSV speichern") == 3


OF_COUNTY = """Kennzahl;Handlungsfeld;Nr.;Datum;Wert;Einheit
Einwohner;;;2014;77148;Personen
Einwohner;;;2019;73216;Personen
Einwohner;;;2021;70000;Personen
Fahrten;;1.1;2019;12;
Zentren;1;;2019;8;
"""


@pytest.mark.parametrize("field", ["1", "2", "3"])
def test_kennzahlen_of_the_landkreis_stand_apart_on_every_field(opened: County, field: str) -> None:
    """Neither the one that names a measure only nor the one of another field; 2021 lies after the Stichtag."""
    app = opened.open(PAGE, f"stichtag=2020-12-31&hf={field}", kennzahlen=OF_COUNTY)
    assert app.header[-1].value == "Kennzahlen des Landkreises"
    (picture,) = pictures(app)
    assert picture["data"][0]["x"] == [77148.0, 73216.0]
    assert "Fahrten" not in html(app) and ("Zentren" in html(app)) == (field == "1")
    assert "1 weitere Angabe zu Tagen nach dem 31.12.2020." in html(app)
    app.segmented_control[-1].set_value("Tabelle").run()
    assert pictures(app) == []
    assert re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td>", html(app)) == [("2014", "77.148"), ("2019", "73.216")]


def test_without_kennzahlen_of_the_landkreis_nothing_is_said_of_them(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2013-12-31&hf=1", kennzahlen=OF_COUNTY)
    assert "Kennzahlen des Landkreises" not in [head.value for head in app.header]


def _views() -> None:
    from dataclasses import replace
    from datetime import date

    import streamlit as st

    from pages import _comparison_parts, _fields_parts, _shell
    from pages._address import View

    day, before = date(2020, 12, 31), date(2020, 6, 30)
    view = View("Musterkreis", False, "all", day, before, None, 2020, day, "1")
    other = replace(view, year=2019, field_of_action="2", search="Bus", status="completed", schedule="overdue")
    with _shell.one_revision():
        same = _comparison_parts.seen(view) is _comparison_parts.seen(other)
        shown = _fields_parts.drawn(view, "1") is _fields_parts.drawn(other, "1")
        apart = _comparison_parts.seen(view) is not _comparison_parts.seen(replace(view, responsible="Kreistag"))
        known = _comparison_parts.seen(view) is not _comparison_parts.seen(replace(view, known_by=_shell.now()))
    st.text(f"{same} {shown} {apart} {known}")


def test_words_of_other_pages_in_the_address_compute_nothing_anew(opened: County) -> None:
    opened.open(PAGE, "stichtag=2020-12-31")
    app = AppTest.from_function(_views, default_timeout=60).run()
    assert not app.exception
    assert app.text[0].value == "True True True True"


def test_kennzahlen_with_one_value_each_are_a_list_without_a_switch(opened: County) -> None:
    app = opened.open(
        PAGE, "hf=1&stichtag=2020-12-31", kennzahlen="Kennzahl;Handlungsfeld;Datum;Wert\nZentren;1;2019;8\n"
    )
    assert pictures(app) == [] and len(app.segmented_control) == 0
    assert "<b>8</b>" in html(app)


def test_all_kennzahlen_open_above_the_page(opened: County) -> None:
    many = "Kennzahl;Handlungsfeld;Datum;Wert\n" + "".join(f"K{n};1;2019;{n}\n" for n in range(9))
    app = opened.open(PAGE, "hf=1&stichtag=2020-12-31", kennzahlen=many)
    assert [name for name in (f"K{n}" for n in range(9)) if name in html(app)] == ["K0", "K1", "K2", "K3", "K4"]
    next(button for button in app.button if button.label == "alle 9").click().run()
    assert not app.exception
    assert all(f"K{n}" in html(app) for n in range(9))


def many_measures(count: int) -> str:
    return "Nr.;Zielvereinbarung;Handlungsfeld;Ziel;Maßnahme\n" + "".join(
        f"1.{n};ZV;1;Ziel {n % 2};M{n}\n" for n in range(count)
    )


def test_ninety_measures_are_paged_by_ziel(opened: County) -> None:
    app = opened.open(
        PAGE, "hf=1&stichtag=2020-12-31", massnahmen=many_measures(90),
        meilensteine="Nr.;Meilenstein;Bezeichnung\n", meldungen="Nr.;Stand;Status\n",
    )  # fmt: skip
    assert headline(app) == "Steuerung: noch keine Meldung, nichts überfällig."
    assert len(rows(app)) == 12
    assert re.findall(r"<h3>(.*?)</h3><span>(.*?)</span>", html(app)) == [
        ("Ziel 0", "0 von 45 umgesetzt"), ("Ziel 1", "0 von 45 umgesetzt"),
    ]  # fmt: skip
    next(button for button in app.button if button.label == "alle 45 zeigen").click().run()
    assert len(rows(app)) == 45 + 6
    next(button for button in app.button if button.label == "weniger zeigen").click().run()
    assert len(rows(app)) == 12


def test_permanent_tasks_are_listed(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=2")
    assert app.header[-1].value == "Daueraufgaben"
    assert "1 von 1 Daueraufgabe läuft." in html(app)


def test_a_field_without_a_measure_says_what_to_do_next(opened: County) -> None:
    app = opened.open(
        PAGE, "stichtag=2020-12-31&hf=3", kennzahlen="Kennzahl;Handlungsfeld;Datum;Wert\nMieten;3;2019;8\n"
    )
    assert headline(app) == "Wohnen: keine Maßnahme."
    assert "Wählen Sie oben ein anderes Handlungsfeld" in html(app)
    assert len(app.metric) == 0 and "Mieten" in html(app)


def test_a_field_without_kennzahlen_says_so(opened: County) -> None:
    page = html(opened.open(PAGE, "stichtag=2020-12-31&hf=1"))
    assert "Zu diesem Handlungsfeld ist bis zum Stichtag keine Kennzahl bekannt." in page


def test_before_the_first_measure_the_page_says_what_to_choose(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2019-06-30&hf=1")
    assert headline(app) == "Steuerung: keine Maßnahme in dieser Auswahl."
    assert "oder einen anderen Stichtag." in html(app)


def test_an_office_sees_its_own_measures(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=1&stelle=Kreistag")
    assert headline(app) == "Kreistag, Steuerung: 1 von 2 Maßnahmen umgesetzt, ein Meilenstein überfällig."
    other = next(select for select in app.selectbox if select.label == "Handlungsfeld").set_value("2").run()
    assert headline(other) == "Bildung [x](http://x): keine Maßnahme in dieser Auswahl."
    assert "Wählen Sie oben alle Stellen," in html(other)


def test_a_field_that_does_not_exist_is_answered_with_a_sentence(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&hf=77")
    assert "Das Handlungsfeld ‚77‘ gibt es hier nicht." in html(app)
    assert headline(app).startswith("Steuerung:")


def test_a_county_without_fields_says_what_to_load(opened: County) -> None:
    app = opened.open(
        PAGE, "", handlungsfelder="Nr.;Handlungsfeld\n", massnahmen="Nr.;Handlungsfeld;Maßnahme\n",
        meilensteine="Nr.;Meilenstein;Bezeichnung\n", meldungen="Nr.;Stand;Status\n",
    )  # fmt: skip
    assert headline(app) == "Es gibt noch keine Handlungsfelder."
    assert "„handlungsfelder.csv“" in html(app)
