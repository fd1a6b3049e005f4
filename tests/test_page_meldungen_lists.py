"""The prefilled lists on the page: what each office has open, its files, all of them, and the way back."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from opened_page import County, headline, html

from audit_core import store
from audit_core.documents import prefilled
from audit_core.standing import history, standing
from audit_core.tables import open_lists as tables
from audit_core.tables.open_lists import open_lists
from audit_core.tables.prefilled import prefilled_lists
from audit_core.upload import apply
from audit_core.upload.parse import recognise
from audit_core.upload.preview import RowKind

LISTS = "teil=Vordrucke&stichtag=2021-01-31"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> County:
    return County(tmp_path, monkeypatch)


def test_the_table_says_what_each_office_has_open(opened: County) -> None:
    """31.01.2021: 1.1 (Jugendamt), its milestone 2 (Kreistag) and 2.1 are open, all three overdue."""
    app = opened.open("meldungen.py", LISTS)
    assert headline(app) == "3 Stellen haben 2 Maßnahmen und 1 Meilenstein offen."
    table = app.dataframe[0].value
    assert list(table[tables.OFFICE]) == ["*Amt* [a](http://a)", "Jugendamt", "Kreistag"]
    assert list(table[tables.MEASURES].fillna(0)) == [1, 1, 0]
    assert list(table[tables.MILESTONES].fillna(0)) == [0, 0, 1]
    assert list(table[tables.OVERDUE].fillna(0)) == [1, 1, 1]
    assert [part.proto.label for part in app.get("download_button")] == [
        "Vordruck als XLSX", "als CSV", "Alle Vordrucke (ZIP)"
    ]  # fmt: skip
    assert "3 Arbeitsmappen, eine je Stelle" in html(app)
    assert "Offen in ZV: 1 Maßnahme, davon 1 überfällig." in html(app)
    assert r"\*Amt\*" in str(app.header[1].value)


def test_the_filter_row_narrows_to_one_office(opened: County) -> None:
    app = opened.open("meldungen.py", f"{LISTS}&stelle=Kreistag")
    assert headline(app) == "Eine Stelle hat 1 Meilenstein offen."
    assert [header.value for header in app.header][1] == "Kreistag"


def test_one_list_is_no_list_per_office(opened: County) -> None:
    page = html(opened.open("meldungen.py", f"{LISTS}&stelle=Kreistag"))
    assert ">eine Arbeitsmappe<" in page and "eine je Stelle" not in page


def test_what_the_stichtag_leaves_out_is_told_with_a_way_there(opened: County) -> None:
    """On 30.06.2020 the two Meldungen of 31.12.2020 are left out; on the other parts nothing depends on a Stichtag."""
    app = opened.open("meldungen.py", "teil=Vordrucke&stichtag=2020-06-30")
    assert "2 Meldungen nach dem Stichtag sind nicht berücksichtigt." in html(app)
    app.button(key="am-later").click().run()
    assert not app.exception and "nicht berücksichtigt" not in html(app)
    assert app.date_input[0].value == date(2020, 12, 31)
    app.segmented_control(key="teil").set_value("Hochladen").run()
    assert "am-later" not in [button.key for button in app.button]


def test_without_a_measure_the_lists_lead_to_the_plan(opened: County) -> None:
    app = opened.open(
        "meldungen.py", "teil=Vordrucke", massnahmen="Nr.;Handlungsfeld;Maßnahme\n", meldungen="Nr.;Stand;Status\n",
        meilensteine="Nr.;Meilenstein;Bezeichnung\n",
    )  # fmt: skip
    assert headline(app) == "Zuerst kommt der Plan: Hier gibt es noch keine Maßnahmen."
    app.button(key="am-to-plan").click().run()
    assert headline(app) == "Der Plan ist begonnen, als Nächstes fehlen die Maßnahmen."


def test_when_nothing_is_open_the_page_says_what_to_do(opened: County) -> None:
    app = opened.open("meldungen.py", "teil=Vordrucke&stichtag=2010-01-01")
    assert headline(app) == "Keine Stelle hat etwas offen."
    assert "Wählen Sie oben einen anderen Stichtag" in html(app)
    assert len(app.dataframe) == 0 and len(app.get("download_button")) == 0


def test_a_list_that_comes_back_unfilled_changes_nothing(opened: County, tmp_path: Path) -> None:
    opened.open("meldungen.py", LISTS)
    engine = store.open_engine(f"sqlite:///{tmp_path / 'audit.db'}")
    county = store.load(engine)
    shown = open_lists(prefilled_lists(standing(history(county), datetime(2021, 1, 31, tzinfo=UTC).date()), "ZV"))
    assert (shown.measures, shown.milestones, shown.overdue) == ((1, 1, 0), (0, 0, 1), (1, 1, 1))
    for found in shown.lists:
        for data in (prefilled.office_list(found), prefilled.office_csv(found)):
            sheet = recognise(data, "liste.xlsx")
            applied = apply.upload(engine, sheet, "Amt", datetime(2021, 2, 1, tzinfo=UTC))
            assert applied.upload is None and applied.preview.errors == ()
            assert applied.preview.count(RowKind.UNCHANGED) == 1
    assert store.revision(engine) == "1.0"


def test_the_card_of_an_office_has_its_list_to_fill_in(opened: County) -> None:
    app = opened.open("zustaendigkeiten.py", "stichtag=2020-12-31")
    labels = [part.proto.label for part in app.get("download_button")]
    assert "Liste zum Ausfüllen (XLSX)" in labels and "Diese Übersicht als CSV speichern" in labels
