"""Meldungen hochladen through the navigation: what a sent file shows before anything is written."""

import re
from pathlib import Path

import pytest
from opened_page import headline, html
from sent_files import (
    BAD,
    GOOD,
    HEADER,
    PAGE,
    Office,
    button,
    counts,
    headers,
    press,
    sentences,
    stage,
    text,
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    return Office(tmp_path, monkeypatch)


def test_the_start_says_what_to_do_and_takes_one_file_of_any_ending(office: Office) -> None:
    app = office.open(PAGE)
    assert headline(app) == "Noch keine Datei übernommen: Laden Sie die Liste einer Stelle hoch."
    assert stage(app) == "1 Hochladen"
    assert not app.file_uploader[0].accept_multiple_files and app.file_uploader[0].allowed_type == []
    assert {"Vordruck einer Stelle holen", "Einzelne Meldung eintragen"} <= {one.label for one in app.button}
    assert "höchstens 20 MB" in text(app)


def test_a_preview_shows_each_cell_old_and_new_and_writes_nothing(office: Office) -> None:
    app = office.send(GOOD)
    assert headline(app) == "3 Meldungen ändern den Bestand, eine Zeile bleibt, wie sie ist."
    assert stage(app) == "3 Vorschau" and counts(app) == ["2", "1", "1", "0"]
    shown = text(app)
    assert "liste.csv · 4 Zeilen · 01.02.2021, 23:59 Uhr" in shown
    assert "2 + neu 1.1 &lt;b&gt;Netzwerk&lt;/b&gt; Stand 30.06.2020 → 31.01.2021 Status in Umsetzung →" in shown
    assert "3 ≠ geändert 1.2 Bericht Status umgesetzt → ½ teilweise umgesetzt Fortschritt – → 50 %" in shown
    assert "<del>umgesetzt</del>" in html(app)
    assert [one.file_name for one in office.uploads()] == ["plan"]


def test_what_was_recognised_is_told_with_every_column(office: Office) -> None:
    data = "Liste\n\nMaßnahme Nr.\tStand vom\tStatus\tRaum\n1.1\t31.01.2021\tumgesetzt\t12\n".encode("utf-16")
    shown = text(office.send(data, "meldung.txt"))
    assert (
        "Erkannt: Meldungen (UTF-16, getrennt durch Tabulator, Kopfzeile in Zeile 3, 3 von 4 Spalten gelesen)" in shown
    )
    assert "Maßnahme Nr. Nr. Stand vom Stand Status Status Raum wird nicht gelesen" in shown


def test_the_effect_on_the_figures_is_told_for_the_newest_stand(office: Office) -> None:
    """Of 1.1, 1.2 and 2.1 one was fulfilled; 1.1 is and 1.2 no longer. Milestone 2 of 1.1 was overdue."""
    app = office.send(GOOD)
    assert "Was es an den Zahlen ändert (Vereinbarung, 31.01.2021)" in headers(app)
    shown = text(app)
    assert "Maßnahmen umgesetzt 1 von 3 ±0" in shown
    assert "Meilensteine erreicht 1 von 2 → 2 von 2 +1" in shown
    assert "Überfällige Meilensteine 1 → 0 −1" in shown


def test_a_row_that_a_later_one_overrides_says_so(office: Office) -> None:
    app = office.send(f"{HEADER}1.1;;31.01.2021;umgesetzt;;;;\n1.1;;31.01.2021;in Umsetzung;60;;;\n")
    assert text(app).count("gilt nicht, Zeile 3 nennt denselben Stand") == 1


def test_problems_stand_beside_the_preview_and_all_of_them_in_a_table(office: Office) -> None:
    shown = text(office.send(BAD))
    assert "× Zeile 3, Spalte Nr. ‚9.9‘ ist keine Nr. im Plan." in shown
    assert "× Zeile 4, Spalte Stand ‚31.02.2021‘ gibt es nicht, der Februar 2021 hat 28 Tage." in shown
    assert "4 × Fehler Status fertisch ‚fertisch‘ ist kein Status. Meinten Sie ‚fertig‘ (umgesetzt)?" in shown
    assert "3 Fehler" in shown


def test_a_file_that_changes_nothing_says_so(office: Office) -> None:
    app = office.send("Nr.;Stand;Status\n1.2;31.12.2020;umgesetzt\n2.2;31.12.2020;Daueraufgabe\n")
    assert headline(app) == "Keine Änderung: Beide Zeilen stehen schon so im Bestand."
    assert counts(app) == ["0", "0", "2", "0"] and button(app, "am-take") is None


def test_a_list_that_nobody_filled_in_says_so(office: Office) -> None:
    app = office.send("Nr.;Stand;Status\n1.2;;\n2.2;;\n")
    assert headline(app) == "Keine Änderung: Keine der 2 Zeilen ist ausgefüllt."


@pytest.mark.parametrize(
    ("data", "name", "told", "below"),
    [
        (b"", "leer.csv", "Die Datei ist leer.", ""),
        (b"Nr.;Stand;Status\n", "kopf.csv", "Unter der Kopfzeile steht keine Zeile mit Angaben.", "Bitte die Liste"),
        (b"%PDF-1.7 x", "brief.pdf", "Das ist ein PDF-Dokument, keine Liste.", "Bitte die Liste als XLSX"),
        (b"Nr.;Status\n1.1;umgesetzt\n", "meldungen.csv", "Die Spalte ‚Stand‘ fehlt.", "Bitte ergänzen"),
    ],
)
def test_a_file_without_a_list_gets_one_sentence_and_a_way_on(
    data: bytes, name: str, told: str, below: str, office: Office
) -> None:
    app = office.send(data, name)
    assert headline(app) == told and stage(app) == "2 Prüfen"
    assert below in sentences(app)
    assert button(app, "am-take") is None and counts(app) == []
    assert stage(press(app, "am-drop")) == "1 Hochladen"
    assert len(office.uploads()) == 1


def test_the_preview_waits_while_other_pages_are_looked_at(office: Office) -> None:
    app = office.send(GOOD)
    app.text_input(key="am-who").input("Jugendamt").run()
    app.switch_page("ueberblick.py").run()
    app.switch_page(PAGE).run()
    assert stage(app) == "3 Vorschau" and app.text_input(key="am-who").value == "Jugendamt"


def test_markup_and_formulas_are_shown_as_text(office: Office) -> None:
    row = '1.1;;31.01.2021;umgesetzt;;;"<img src=x onerror=alert(1)>";"=HYPERLINK(""http://x"")"\n'
    app = office.send(f"{HEADER}{row}<i>9</i>;;31.01.2021;<script>;;;;\n", "<b>liste</b>.csv")
    body = re.sub(r"(?s)<style>.*?</style>", "", html(app))
    assert "<img" not in body and "<script" not in body and "<i>" not in body and "<b>liste" not in body
    assert "&lt;img src=x onerror=alert(1)&gt;" in body and "=HYPERLINK(&quot;http://x&quot;)" in body


def test_a_long_text_opens_as_a_whole(office: Office) -> None:
    long = "Der Landkreis hat berichtet. " * 20
    app = office.send(f"{HEADER}1.1;;31.01.2021;umgesetzt;;;{long};\n")
    assert html(app).count('<details class="am-long">') == 1
    assert long.strip() in html(app)


def test_only_the_rows_that_are_asked_for_are_drawn(office: Office) -> None:
    days = [f"{day:02}.{month:02}.2020" for month in range(1, 13) for day in range(1, 29)]
    app = office.send(HEADER + "".join(f"2.1;;{day};in Umsetzung;;;Zeile;\n" for day in days))
    assert headline(app) == "336 Meldungen ändern den Bestand."
    assert html(app).count('class="am-kind"') == 10
    assert "336 Meldungen, 1.008 Zellen" in text(app)
    more = next(one for one in app.button if one.key == "am-more-changes-button")
    assert more.label == "Weitere 20 Meldungen anzeigen"
    assert html(press(app, "am-more-changes-button")).count('class="am-kind"') == 30
