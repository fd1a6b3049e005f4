"""The page Jahresbilanz through the navigation: headline, pictures, tables, files, and what it says of nothing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from opened_page import County, headline, html, pictures
from streamlit.testing.v1 import AppTest

FIELDS = "Nr.;Handlungsfeld\n1;Steuerung\n2;Bildung\n3;Wohnen\n"
AGREEMENTS = "Kürzel;Titel;Beginn;Ende\nZ1;Erste;01.06.2019;31.12.2020\nZ2;Zweite;2021;2022\n"
MEASURES = """Zielvereinbarung;Nr.;Handlungsfeld;Maßnahme;Verantwortlich;Frist;Daueraufgabe;Vorgänger
Z1;1.1.1;1;Audit <b>beginnen</b>;Amt A;31.12.2020;nein;
Z1;1.1.2;1;=Netzwerk;Amt B;;nein;
Z1;2.1.1;2;Kita *ausbauen*;Amt A;;nein;
Z2;2.1.2;2;Kita weiter ausbauen;Amt A;;nein;Z1/2.1.1
"""
MILESTONES = """Zielvereinbarung;Nr.;Meilenstein;Bezeichnung;Frist
Z1;1.1.1;1;Auftakt;30.06.2020
Z1;1.1.1;2;Beschluss;30.09.2020
"""
ENTRIES = """Zielvereinbarung;Nr.;Meilenstein;Stand;Status;Neue Frist
Z1;1.1.1;;31.12.2019;in Umsetzung;
Z1;1.1.1;;01.12.2020;umgesetzt;
Z1;1.1.1;1;15.05.2020;umgesetzt;
Z1;1.1.1;2;15.11.2020;umgesetzt;
Z1;1.1.2;;31.12.2020;in Vorbereitung;
"""
PLAN = {
    "landkreis": "Name\nMusterkreis\n", "handlungsfelder": FIELDS, "zielvereinbarungen": AGREEMENTS,
    "massnahmen": MEASURES, "meilensteine": MILESTONES, "meldungen": ENTRIES,
}  # fmt: skip
NO_MILESTONE, NO_ENTRY = "Nr.;Meilenstein;Bezeichnung\n", "Nr.;Stand;Status\n"
Open = Callable[..., AppTest]


class YearsCounty(County):
    """The county of two agreements above, loaded at the end of the second."""

    plan = PLAN
    loaded = datetime(2022, 12, 31, 12, tzinfo=UTC)
    today = "2026-11-22"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the page of that county, with other files where given, at an address."""

    def _open(address: dict[str, str] | None = None, **files: str) -> AppTest:
        words = "&".join(f"{key}={word}" for key, word in (address or {}).items())
        return YearsCounty(tmp_path, monkeypatch).open("jahresbilanz.py", words, **files)

    return _open


def headings(app: AppTest) -> list[str]:
    return [str(header.value).replace("\\", "") for header in app.header]


def lists(app: AppTest) -> list[str]:
    return [str(header.value).replace("\\", "") for header in app.subheader]


def test_the_page_opens_with_the_last_year_of_all_agreements(opened: Open) -> None:
    app = opened()
    assert headline(app) == "2022 wurde keine Maßnahme umgesetzt; kein Meilenstein war fällig."
    assert headings(app) == [
        "Maßnahmen je Status am 31.12.", "Wohin die Maßnahmen 2022 gingen",
        "Meilensteine mit Frist im Jahr: fristgerecht erreicht", "Je Handlungsfeld: umgesetzt", "Was 2022 geschah",
        "Von einer Zielvereinbarung zur nächsten",
    ]  # fmt: skip
    assert "2022 hat sich an keiner Maßnahme etwas geändert." in html(app)


def test_a_year_in_the_address_is_shown_with_its_transitions_and_lists(opened: Open) -> None:
    app = opened({"jahr": "2020"})
    assert headline(app) == "2020 wurde eine Maßnahme umgesetzt; einer von 2 Meilensteinen kam fristgerecht."
    shown = html(app)
    assert "Zeilen 31.12.2019, Spalten 31.12.2020" in shown
    assert "vorangekommen\u00a01" in shown and "unverändert\u00a01" in shown and "sonstige\u00a01" in shown
    assert "Umgesetzt (1)" in lists(app) and "bisher in Umsetzung" in shown


def test_the_pictures_show_every_year_and_say_their_finding(opened: Open) -> None:
    app = opened({"jahr": "2020"})
    status, narrow, on_time, rows = pictures(app)
    names = [trace["name"] for trace in status["data"]]
    assert names == ["umgesetzt", "in Umsetzung", "in Vorbereitung", "keine Meldung"]
    assert status["data"][0]["x"] == [2019, 2020, 2021, 2022]
    assert status["data"][0]["y"] == [0, 1, 1, 1]
    assert len(narrow["data"]) == 4
    assert on_time["data"][0]["y"] == [0.0, 0.5, 0.0, 0.0]
    assert rows["data"][0]["orientation"] == "h"
    alts = [part.proto.alt for part in app.get("plotly_chart")]
    assert alts[0] == alts[1] and alts[0].startswith("Säulen je Jahr von 2019 bis 2022: Am 31.12.2022 sind 1 von 3")
    assert "2020 1 von 2" in alts[2]


def test_every_picture_can_be_read_as_a_table(opened: Open) -> None:
    app = opened({"jahr": "2020"})
    assert len(app.dataframe) == 0
    app.session_state["am-switch-massnahmen-je-status"] = "Tabelle"
    app.session_state["am-switch-fristgerecht"] = "Tabelle"
    app.run()
    assert not app.exception
    assert list(app.dataframe[0].value["umgesetzt"]) == [0, 1, 1, 1]
    assert list(app.dataframe[0].value["von N"]) == [3, 3, 3, 3]
    assert list(app.dataframe[1].value["mit Frist im Jahr"]) == [0, 2, 0, 0]
    assert pictures(app) == []


def test_every_table_can_be_saved(opened: Open) -> None:
    app = opened({"jahr": "2020"})
    assert [button.proto.label for button in app.get("download_button")] == [
        "Übergänge als CSV", "Handlungsfelder als CSV", "Änderungen als CSV",
    ]  # fmt: skip
    app.session_state["am-switch-massnahmen-je-status"] = "Tabelle"
    app.session_state["am-switch-fristgerecht"] = "Tabelle"
    app.run()
    names = [str(button.proto.label) for button in app.get("download_button")]
    assert "Status je Jahr als CSV" in names and "Meilensteine als CSV" in names
    assert len(set(names)) == 5


def test_names_from_the_plan_are_text_and_nothing_else(opened: Open) -> None:
    shown = html(opened({"jahr": "2020"}))
    assert "Audit &lt;b&gt;beginnen&lt;/b&gt;" in shown and "<b>beginnen</b>" not in shown


def test_what_was_taken_over_has_its_own_column_in_the_view_of_all_only(opened: Open) -> None:
    app = opened({"jahr": "2021"})
    shown = html(app)
    assert "<span>übernommen</span>" in shown
    assert {"Übernommen (1)", "Neu im Jahr (1)"} <= set(lists(app))


def test_one_agreement_begins_with_its_own_first_year(opened: Open) -> None:
    app = opened({"zv": "Z2", "jahr": "2021"})
    assert pictures(app)[0]["data"][0]["x"] == [2021, 2022]
    assert "<span>übernommen</span>" not in html(app)


def test_a_handlungsfeld_narrows_every_number(opened: Open) -> None:
    app = opened({"jahr": "2020", "hf": "2"})
    assert headline(app) == "2020 wurde keine Maßnahme umgesetzt; kein Meilenstein war fällig."
    assert pictures(app)[0]["data"][0]["y"] == [1, 1, 1, 1]


def test_an_office_in_the_address_is_said_and_counted(opened: Open) -> None:
    app = opened({"jahr": "2020", "stelle": "Amt B"})
    assert "Gezählt sind nur Maßnahmen, an denen diese Stelle beteiligt ist: Amt B." in html(app)
    assert pictures(app)[0]["data"][0]["y"] == [0, 1, 1, 1]


def test_a_handlungsfeld_without_measures_says_what_to_do(opened: Open) -> None:
    app = opened({"jahr": "2020", "hf": "3"})
    assert headline(app) == "2020 gab es hier keine Maßnahmen."
    assert "Zu dieser Auswahl gehört keine Maßnahme." in html(app)
    assert pictures(app) == []


def test_a_year_before_the_agreement_says_that_later_years_have_measures(opened: Open) -> None:
    app = opened({"jahr": "2019", "zv": "Z2"})
    assert headline(app) == "2019 gab es hier keine Maßnahmen."
    assert "Bitte ein späteres Jahr wählen." in html(app)


def test_a_county_without_any_meldung_shows_keine_meldung(opened: Open) -> None:
    app = opened({"jahr": "2020"}, meldungen=NO_ENTRY)
    assert headline(app) == "2020 wurde keine Maßnahme umgesetzt; keiner von 2 Meilensteinen kam fristgerecht."
    assert [trace["name"] for trace in pictures(app)[0]["data"]] == ["keine Meldung"]


def test_a_plan_without_a_frist_says_so(opened: Open) -> None:
    app = opened({"jahr": "2020"}, meilensteine=f"{NO_MILESTONE}1.1.1;1;Auftakt\n", meldungen=NO_ENTRY)
    assert headline(app).endswith("kein Meilenstein war fällig.")
    assert pictures(app)[2]["data"][0]["text"] == ["keine Frist"] * 4


def test_an_agreement_without_an_ende_runs_up_to_today(opened: Open) -> None:
    app = opened(zielvereinbarungen="Kürzel;Titel;Beginn;Ende\nZ1;Erste;2019;\nZ2;Zweite;2024;\n")
    assert headline(app) == "2026 wurde bis 22.11. keine Maßnahme umgesetzt; kein Meilenstein ist fällig."
    assert headings(app)[0] == "Maßnahmen je Status am 31.12., 2026 am 22.11."
    assert headings(app)[4] == "Was 2026 bis 22.11. geschah"


def test_a_plan_without_any_agreement_begins_with_what_is_known(opened: Open) -> None:
    app = opened(
        {"jahr": "2021"},
        zielvereinbarungen="Kürzel;Titel;Beginn;Ende\n",
        massnahmen="Nr.;Handlungsfeld;Maßnahme\n1.1.1;1;Audit\n",
        meilensteine=NO_MILESTONE,
        meldungen="Nr.;Stand;Status\n1.1.1;30.06.2020;begonnen\n1.1.1;30.06.2021;fertig\n",
    )
    assert headline(app) == "2021 wurde eine Maßnahme umgesetzt; kein Meilenstein war fällig."
    assert pictures(app)[0]["data"][0]["x"] == [2020, 2021, 2022, 2023, 2024, 2025, 2026]


def test_a_county_without_measures_says_when_there_will_be_something(opened: Open) -> None:
    app = opened(massnahmen="Nr.;Handlungsfeld;Maßnahme\n", meilensteine=NO_MILESTONE, meldungen=NO_ENTRY)
    assert headline(app) == "2022 gab es hier keine Maßnahmen."
    assert "Der Plan enthält noch keine Maßnahme." in html(app)


def test_a_status_that_only_earlier_years_have_is_explained_below_the_chart(opened: Open) -> None:
    entries = "Zielvereinbarung;Nr.;Stand;Status\nZ1;1.1.2;31.12.2020;in Vorbereitung\nZ1;1.1.2;30.06.2021;umgesetzt\n"
    page = html(opened(meldungen=entries))
    key = page[page.index("In früheren Jahren auch:") :].split("</div>")[0]
    assert "in Vorbereitung" in key and "umgesetzt" not in key


def test_a_year_to_come_says_so(opened: Open) -> None:
    plan = "Kürzel;Titel;Beginn;Ende\nZ1;Neue;2030;2032\nZ2;Nächste;2033;2035\n"
    app = opened(zielvereinbarungen=plan, meldungen=NO_ENTRY)
    assert headline(app) == "Das Jahr 2030 hat noch nicht begonnen."
    assert "Bis dahin ist hier nichts zu tun." in html(app)
    assert [str(option) for option in app.selectbox(key="_jahr").options] == ["2030"]
    assert pictures(app) == []


def test_the_chart_tells_that_later_years_were_reported(opened: Open) -> None:
    later = f"{ENTRIES}Z1;1.1.2;;30.06.2025;umgesetzt;\n"
    told = "Gemeldet ist bis 2025; das Jahr lässt sich oben wählen."
    app = opened(meldungen=later)
    assert pictures(app)[0]["data"][0]["x"] == [2019, 2020, 2021, 2022]
    assert html(app).count(told) == 1
    app.selectbox(key="_jahr").set_value("2025").run()
    assert pictures(app)[0]["data"][0]["x"] == [2019, 2020, 2021, 2022, 2023, 2024, 2025]
    assert told not in html(app)


def test_a_table_wider_than_a_phone_says_that_it_can_be_moved(opened: Open) -> None:
    hint = '<div class="am-note am-only-narrow">Die Tabelle lässt sich seitlich verschieben.</div>'
    assert hint in html(opened({"jahr": "2020"}))


SUCCESSION = "Von einer Zielvereinbarung zur nächsten"


def test_what_became_of_an_agreement_is_told_counted_and_listed(opened: Open) -> None:
    app = opened({"jahr": "2021"})
    shown = html(app)
    assert headings(app)[-1] == SUCCESSION
    assert "Von 3 Maßnahmen der Zielvereinbarung Z1 sind 1 erledigt, 1 übernommen und 1 offen geblieben." in shown
    row = "<b>Z1 → Z2</b><small>davon neu: 0 von 1 Maßnahme der Z2</small></th>"
    assert f"{row}<td>1</td><td>1</td><td>0</td><td>0</td><td>1</td><td><b>3</b></td>" in shown
    assert lists(app)[-3:] == ["Offen geblieben (1)", "Übernommen (1)", "Erledigt (1)"]
    assert "übernommen als 2.1.2 Kita weiter ausbauen" in shown and "bisher keine Meldung" in shown
    saved = [str(button.proto.label) for button in app.get("download_button")]
    assert saved[-2:] == ["Zielvereinbarungen als CSV", "Verbleib der Maßnahmen als CSV"]


def test_a_measure_of_a_pair_opens_by_its_row(opened: Open) -> None:
    app = opened({"jahr": "2021"})
    (way,) = (button for button in app.button if button.key == "am-way-fate-taken_over-0")
    way.click().run()
    assert not app.exception and app.query_params["massnahme"] == "Z1/2.1.1"


def test_the_filters_narrow_what_became_of_an_agreement(opened: Open) -> None:
    shown = html(opened({"jahr": "2021", "hf": "2"}))
    assert "Die eine Maßnahme der Zielvereinbarung Z1 ist übernommen." in shown and "Übergangstabelle" not in shown


def test_before_the_next_agreement_begins_one_quiet_sentence_says_what_will_stand_there(opened: Open) -> None:
    app = opened({"jahr": "2020"})
    assert SUCCESSION not in headings(app)
    assert "Sobald auf eine Zielvereinbarung die nächste folgt, steht hier" in html(app)


def test_of_several_pairs_the_newest_is_listed_and_another_can_be_chosen(opened: Open) -> None:
    plan = f"{AGREEMENTS}Z3;Dritte;2022;\n"
    app = opened({"jahr": "2022", "zv": "all"}, zielvereinbarungen=plan)
    assert lists(app)[-1:] == ["Offen geblieben (1)"]
    assert "davon neu: 0 von 1 Maßnahme der Z2" in html(app) and "noch keine Maßnahme der Z3" in html(app)
    (choice,) = (one for one in app.segmented_control if one.label == "Maßnahmen des Übergangs")
    assert [str(option) for option in choice.options] == ["Z1 → Z2", "Z2 → Z3"]
    choice.set_value("Z1 → Z2").run()
    assert not app.exception and lists(app)[-3:] == ["Offen geblieben (1)", "Übernommen (1)", "Erledigt (1)"]


def test_a_long_list_of_a_pair_says_how_many_more_the_file_holds(opened: Open) -> None:
    rows = "".join(f"Z1;1.2.{n};1;Vorhaben {n};Amt A;;nein;\n" for n in range(1, 13))
    app = opened({"jahr": "2021"}, massnahmen=f"{MEASURES}{rows}")
    assert "Offen geblieben (13)" in lists(app) and "und 3 weitere in der CSV-Datei" in html(app)


def test_what_was_replaced_and_counts_as_taken_over_in_the_table_above_is_told(opened: Open) -> None:
    app = opened({"jahr": "2021"}, meldungen=f"{ENTRIES}Z1;2.1.1;;31.12.2020;ersetzt;\n")
    assert "Ersetzt: 1 davon zählt die Übergangstabelle als „übernommen“, weil sie einen Nachfolger hat." in html(app)
