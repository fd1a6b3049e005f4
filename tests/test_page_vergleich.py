"""The page Vergleich through the navigation: headline, lists, table, Kenntnisstände, and its empty states."""

from pathlib import Path
from typing import Any

import pytest
from opened_page import County, headline, html, pictures
from streamlit.testing.v1 import AppTest

PAGE = "vergleich.py"
DAYS = "stichtag=2020-12-31&vergleich=2020-03-31"
LOG = "Nr.;Meilenstein;Stand;Status;Neue Frist;Erfasst am\n"
LATER = (
    LOG
    + """1.1;;31.01.2020;in Vorbereitung;;31.01.2020
1.1;;15.02.2020;in Umsetzung;;01.06.2020
1.1;1;30.06.2020;umgesetzt;;30.06.2020
1.2;;31.01.2020;nicht begonnen;;31.01.2020
1.2;;31.12.2020;umgesetzt;;15.01.2021
"""
)


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def heads(app: AppTest) -> list[str]:
    return [head.value.replace("\\", "") for head in app.header]


def button(app: AppTest, key: str) -> Any:
    return next(one for one in app.button if one.key == key)


def address(app: AppTest) -> dict[str, str]:
    words = {"zv", "stichtag", "vergleich", "kenntnis", "kenntnisvorher", "massnahme"}
    return {one.key: one.value for one in app.text_input if one.key in words and one.value}


def test_the_page_tells_what_changed_by_kind(opened: County) -> None:
    """1.2 done, 1.1's milestone 1 reached for the first time, its milestone 2 overdue since 01.10.2020."""
    app = opened.open(PAGE, DAYS, meldungen=LATER)
    assert headline(app) == "1 Maßnahme vorangekommen, keine zurückgefallen, 1 Frist neu überschritten."
    assert [(metric.label, metric.value) for metric in app.metric] == [
        ("Vorangekommen", "1 von 4"), ("Zurückgefallen", "0 von 4"),
        ("Neu überfällig", "1"), ("Fristen verschoben", "0"),
    ]  # fmt: skip
    assert heads(app) == [
        "Geänderter Status von Maßnahmen und Meilensteinen", "Vorangekommen", "Neu überfällig",
        "Sonstige Statusänderungen", "Fortschritt geändert", "Nachgetragen oder korrigiert", "Alle Änderungen",
    ]  # fmt: skip
    page = html(app)
    assert "Maßnahme 1.2, bisher nicht begonnen" in page and "seit 92 Tagen" in page and "Frist 30.09.2020" in page
    assert "Meilenstein zu 1.1, bisher keine Meldung" in page
    assert "Maßnahme 1.1, damals in Vorbereitung" in page
    assert len(pictures(app)) == 1


def test_words_of_the_data_are_shown_and_never_run(opened: County) -> None:
    page = html(opened.open(PAGE, DAYS, meldungen=LATER))
    assert "&lt;b&gt;Netzwerk&lt;/b&gt;" in page and "<b>Netzwerk" not in page


def test_the_switch_shows_the_handlungsfelder_as_a_table(opened: County) -> None:
    app = opened.open(PAGE, DAYS, meldungen=LATER)
    app.segmented_control[-1].set_value("Tabelle").run()
    assert pictures(app) == []
    table = app.dataframe[0].value
    assert list(table["Handlungsfeld"])[::2] == ["Steuerung", "Bildung [x](http://x)", "Wohnen"]
    assert list(table["vorangekommen"]) == [1, 0, 0, 0, 0, 0] and list(table["sonstige"]) == [0, 1, 0, 0, 0, 0]


def test_the_table_of_all_changes_is_narrowed_to_a_kind(opened: County) -> None:
    app = opened.open(PAGE, DAYS, meldungen=LATER)
    choice = app.get("button_group")[-1]
    assert list(choice.options) == [
        "Alles 6", "Vorangekommen 1", "Neu überfällig 1", "Sonstige Statusänderungen 1", "Fortschritt geändert 2",
        "Nachgetragen oder korrigiert 1",
    ]  # fmt: skip
    assert len(app.dataframe[0].value) == 6
    choice.set_value("overdue").run()
    table = app.dataframe[0].value
    assert [tuple(row) for row in table[["Nr.", "Meilenstein", "jetzt"]].to_numpy()] == [
        ("1.1", "2", "92 Tage überfällig")
    ]


def test_a_row_opens_its_measure(opened: County) -> None:
    app = opened.open(PAGE, DAYS, meldungen=LATER)
    button(app, "am-way-part-forward-0").click().run()
    assert address(app)["massnahme"] == "ZV/1.2"


def test_both_days_as_they_were_known_then_and_back(opened: County) -> None:
    """At the end of 2020 nobody knew yet that 1.2 was done, at the end of March nothing of 1.1 in Umsetzung."""
    app = opened.open(PAGE, DAYS, meldungen=LATER)
    assert "Kenntnisstand: " not in html(app)
    button(app, "am-known-both").click().run()
    assert address(app)["kenntnisvorher"] == "2020-03-31" and address(app)["kenntnis"] == "2020-12-31"
    assert "Kenntnisstand: 31.03.2020 wie am 31.03.2020 bekannt, 31.12.2020 wie am 31.12.2020 bekannt" in html(app)
    assert headline(app) == "1 Maßnahme vorangekommen, keine zurückgefallen, 1 Frist neu überschritten."
    assert "Maßnahme 1.1, bisher in Vorbereitung" in html(app) and "Maßnahme 1.2" not in html(app)
    button(app, "am-known-reset").click().run()
    assert "kenntnis" not in address(app) and "Kenntnisstand: " not in html(app)


def test_one_day_shows_what_was_added_later(opened: County) -> None:
    app = opened.open(PAGE, DAYS, meldungen=LATER)
    button(app, "am-known-later").click().run()
    assert address(app)["vergleich"] == "2020-12-31" and address(app)["kenntnisvorher"] == "2020-12-31"
    assert headline(app) == "Nachträge zum 31.12.2020 bei 1 Maßnahme."
    assert "Der 31.12.2020: was am 31.12.2020 bekannt war, gegenüber allem, was bekannt ist" in html(app)
    button(app, "am-known-reset").click().run()
    assert "vergleich" not in address(app) and "kenntnisvorher" not in address(app)


def test_the_kenntnisstand_of_one_day_can_be_any_day(opened: County) -> None:
    app = opened.open(PAGE, f"{DAYS}&kenntnis=2020-12-31", meldungen=LATER)
    (chosen,) = [one for one in app.date_input if one.key == "_kenntnis_day"]
    chosen.set_value(chosen.value.replace(year=2021, month=1, day=15)).run()
    assert address(app)["kenntnis"] == "2021-01-15"
    mode = next(one for one in app.segmented_control if one.key == "_kenntnis_mode")
    mode.set_value("alles, was bekannt ist").run()
    assert "kenntnis" not in address(app)


def test_where_nothing_changed_the_page_proposes_a_day(opened: County) -> None:
    log = LOG + "1.1;;31.01.2020;umgesetzt;;31.01.2020\n"
    app = opened.open(PAGE, "stichtag=2020-05-31&vergleich=2020-04-30", meldungen=log)
    assert headline(app) == "Nichts hat sich geändert." and len(app.metric) == 0
    assert "Zwischen dem 30.04.2020 und dem 31.05.2020 blieb in dieser Auswahl alles gleich." in html(app)
    assert button(app, "am-earlier").label == "Vom 30.01.2020 an vergleichen"
    button(app, "am-earlier").click().run()
    assert headline(app) == "1 Maßnahme mit sonstiger Statusänderung."


def test_without_any_meldung_the_page_proposes_nothing_it_does_not_know(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-05-31&vergleich=2020-04-30", meldungen=LOG)
    assert headline(app) == "Nichts hat sich geändert."
    assert "am-earlier" not in [one.key for one in app.button]


def test_before_the_first_measure_the_page_says_what_to_choose(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2019-06-30")
    assert headline(app) == "Es gibt noch keine Maßnahme."
    assert "Am 30.06.2019 gibt es in dieser Auswahl noch keine Maßnahme. Wählen Sie" in html(app)


def test_without_a_changed_status_the_lists_still_stand(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-10-31&vergleich=2020-08-31", meldungen=LOG)
    assert headline(app) == "1 Meilenstein neu überfällig."
    assert pictures(app) == [] and "Kein Status ist zwischen beiden Tagen" in html(app)
    assert heads(app)[1:] == ["Neu überfällig", "Alle Änderungen"]


def test_all_rows_of_a_long_list_open_above_the_page(opened: County) -> None:
    plan = "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme\n" + "".join(f"1.{n};ZV;1;M{n}\n" for n in range(1, 71))
    entries = "Nr.;Stand;Status\n" + "".join(
        f"1.{n};{day};{word}\n" for n in range(1, 71)
        for day, word in (("31.01.2020", "in Vorbereitung"), ("30.11.2020", "in Umsetzung"))
    )  # fmt: skip
    app = opened.open(PAGE, DAYS, massnahmen=plan, meilensteine="Nr.;Meilenstein;Bezeichnung\n", meldungen=entries)
    assert headline(app) == "70 Maßnahmen vorangekommen, keine zurückgefallen."
    assert html(app).count("bisher in Vorbereitung") == 3
    next(one for one in app.button if one.label == "alle 70").click().run()
    assert not app.exception
    assert html(app).count("bisher in Vorbereitung") == 73
