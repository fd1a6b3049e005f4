"""The page Zuständigkeiten through the navigation: offices, card, letter, Fristen per month, and its empty states."""

from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures

PAGE = "zustaendigkeiten.py"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def test_the_first_office_is_open_when_the_page_opens(opened: County) -> None:
    """31.12.2020: only milestone 2 of 1.1 is overdue, by 92 days; 1.1 is due today, 2.1 in 15 days."""
    app = opened.open(PAGE)
    assert headline(app) == "Kreistag: der einzige überfällige Meilenstein."
    table = app.dataframe[0].value
    assert list(table["Zuständigkeit"]) == ["Kreistag", "*Amt* [a](http://a)", "Jugendamt"]
    assert list(table["überfällig"].fillna(0)) == [1, 0, 0]
    assert list(table["längster Verzug"].fillna(0)) == [92, 0, 0]
    assert list(table["Tage"]) == ["92 Tage", "", ""]
    assert [header.value for header in app.header] == ["Wer ist womit spät", "Fristen je Monat", "Kreistag"]
    page = html(app)
    assert "1 überfällig · 0 bald fällig · 0 ohne Meldung" in page
    assert "Beschluss" in page and "92 Tage" in page and "Frist 30.09.2020" in page
    assert "Alle Stellen: 1 überfällig, 2 bald fällig, 2 ohne aktuelle Meldung." in page


def test_a_long_delay_is_written_alike_in_the_table_and_on_the_card(opened: County) -> None:
    """30.09.2020 to 31.12.2023 are 1.187 days."""
    app = opened.open(PAGE, "stichtag=2023-12-31&stelle=Kreistag")
    assert list(app.dataframe[0].value["längster Verzug"]) == [1187]
    assert list(app.dataframe[0].value["Tage"]) == ["1.187 Tage"]
    assert "1.187 Tage</strong>" in html(app)


def test_the_fristen_of_the_next_twelve_months_are_drawn_and_can_be_read(opened: County) -> None:
    """1.1 is due on the Stichtag itself, so its month stands before the twelve; 2.1 in January; 1.2 is done."""
    app = opened.open(PAGE)
    assert pictures(app)[0]["data"][0]["y"] == [1, 1, *[0] * 11]
    assert "2 noch nicht fällige Fristen" in html(app)
    app.segmented_control[0].set_value("Tabelle").run()
    assert list(app.dataframe[1].value["Fristen"]) == [1, 1, *[0] * 11]
    assert list(app.dataframe[1].value["Monat"])[:2] == ["Dezember 2020", "Januar 2021"]


def test_the_letter_opens_as_text_to_copy(opened: County) -> None:
    app = opened.open(PAGE)
    next(button for button in app.button if button.label == "Anschreiben kopieren").click().run()
    assert not app.exception
    assert app.code[0].value.startswith("An: Kreistag\nBetreff: Stand Ihrer Maßnahmen und Meilensteine am 31.12.2020")
    assert "- 1.1, Meilenstein 2: Beschluss. Die Frist 30.09.2020 ist seit 92 Tagen überschritten." in app.code[0].value


def test_the_view_of_an_office_counts_only_its_own_items(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&stelle=Jugendamt")
    assert headline(app) == "Jugendamt: nichts ist überfällig; eine Frist läuft in 30 Tagen ab."
    assert list(app.dataframe[0].value["Zuständigkeit"]) == ["Jugendamt"]
    assert "heute" in html(app) and "1 noch nicht fällige Frist" in html(app)


def test_an_office_is_shown_as_text(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&stelle=*Amt* [a](http://a)")
    assert headline(app).startswith("*Amt* [a](http://a): nichts ist überfällig")
    assert r"\[a\]\(http" in str(app.header[2].value)


def test_when_nobody_is_late_the_page_says_so_and_shows_the_coming_fristen(opened: County) -> None:
    files = {
        "massnahmen": "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Frist\n1.1;ZV;1;A;30.06.2021\n",
        "meilensteine": "Nr.;Meilenstein;Bezeichnung\n",
        "meldungen": "Nr.;Stand;Status\n1.1;30.11.2020;in Umsetzung\n",
    }
    app = opened.open(PAGE, **files)
    assert headline(app) == "Nichts ist überfällig, keine Frist läuft in 30 Tagen ab."
    assert "Keine Stelle hat etwas Überfälliges" in html(app)
    assert len(app.dataframe) == 0
    assert pictures(app)[0]["data"][0]["y"] == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]


def test_without_a_coming_frist_a_sentence_stands_instead_of_the_picture(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2020-12-31&stelle=Kreistag")
    assert "Keine Frist steht noch aus." in html(app)
    assert "noch nicht fällige" not in html(app)
    assert pictures(app) == [] and len(app.segmented_control) == 0


def test_a_narrow_screen_is_told_that_the_table_can_be_moved(opened: County) -> None:
    assert "Weitere Spalten stehen rechts: Tabelle seitlich verschieben." in html(opened.open(PAGE))


def test_an_item_without_an_office_has_a_row_of_its_own(opened: County) -> None:
    files = {
        "massnahmen": "Nr.;Handlungsfeld;Maßnahme;Frist\n1.1;1;A;30.06.2020\n",
        "zielvereinbarungen": "Kürzel;Beginn\n",
        "meilensteine": "Nr.;Meilenstein;Bezeichnung\n",
        "meldungen": "Nr.;Stand;Status\n",
    }
    app = opened.open(PAGE, "zv=all&stichtag=2020-12-31", **files)
    assert headline(app) == "Ohne Zuständigkeit: die einzige überfällige Maßnahme."
    assert list(app.dataframe[0].value["Zuständigkeit"]) == ["ohne Zuständigkeit"]


def test_before_the_first_measure_the_page_says_what_to_choose(opened: County) -> None:
    app = opened.open(PAGE, "stichtag=2019-06-30")
    assert headline(app) == "Es gibt noch keine Maßnahme."
    assert "Wählen Sie oben einen späteren Stichtag" in html(app)
    assert pictures(app) == [] and len(app.dataframe) == 0
