"""The pictures of a Jahresbilanz and the files of its tables, worked out by hand (R11, R12)."""

from datetime import date
from itertools import pairwise

from counties import county
from hypothesis import given
from hypothesis import strategies as st
from years_by_hand import COUNTY, of

from audit_core import terms
from audit_core.figures import years as figures
from audit_core.tables import year_sheets as sheets
from audit_core.tables.csv_text import Cell, Sheet, csv_text
from audit_core.tables.years import grid

# Pictures


def test_columns_are_stacked_with_umgesetzt_lowest_and_values_below_two_unlabelled() -> None:
    figure = figures.status_columns(of(COUNTY, "2022-12-31"))
    assert [trace.name for trace in figure.data] == [
        "umgesetzt", "Daueraufgabe", "in Umsetzung", "in Vorbereitung", "keine Meldung", "entfallen",
    ]  # fmt: skip
    assert list(figure.data[0].x) == [2019, 2020, 2021, 2022]
    assert list(figure.data[0].y) == [0, 1, 2, 2]
    assert list(figure.data[0].text) == ["", "", "2", "2"]
    assert figure.data[0].marker.color == terms.STATUS["completed"].colour
    assert figure.data[4].marker.pattern.shape == "/"


def test_sums_stand_on_top_and_the_last_column_is_labelled_without_overlap() -> None:
    figure = figures.status_columns(of(COUNTY, "2022-12-31"))
    sums = [a for a in figure.layout.annotations if not a.showarrow]
    assert [(a.x, a.y) for a in sums] == [(2019, 4), (2020, 4), (2021, 5), (2022, 5)]
    named = [a for a in figure.layout.annotations if a.showarrow]
    assert [a.text.split(" <")[0] for a in named] == ["umgesetzt", "Daueraufgabe", "keine Meldung", "entfallen"]
    assert all(a.x < figure.layout.xaxis.range[1] for a in named)


def test_labels_keep_their_distance_and_their_bounds() -> None:
    assert figures.spread([5.0, 100.0], 20.0, 8.0, 300.0) == [8.0, 100.0]
    placed = figures.spread([290.0, 295.0, 298.0, 300.0], 20.0, 8.0, 300.0)
    assert placed == [240.0, 260.0, 280.0, 300.0]
    assert figures.spread([], 20.0, 0.0, 100.0) == []


@given(st.lists(st.floats(0, 340), max_size=10))
def test_ten_labels_never_overlap_nor_leave_the_picture(targets: list[float]) -> None:
    placed = figures.spread(sorted(targets), 19.5, 8.0, 370.0)
    assert all(later - before >= 19.5 - 1e-6 for before, later in pairwise(placed))
    assert all(8.0 - 1e-6 <= place <= 370.0 + 1e-6 for place in placed)


def test_the_chosen_year_is_in_the_accent_and_says_share_and_counts() -> None:
    found = of(COUNTY, "2020-12-31")
    figure = figures.on_time_columns(found)
    assert list(figure.data[0].marker.color) == [terms.PAST_YEAR, terms.ACCENT, terms.PAST_YEAR, terms.PAST_YEAR]
    assert list(figure.data[0].y) == [0.0, 0.5, 0.0, 0.0]
    assert figure.data[0].text[0] == "keine Frist"
    assert figure.data[0].text[1] == '<span style="font-weight:600">50\u00a0%</span> · 1 von 2'
    assert [str(text) for text in figure.layout.xaxis.ticktext][1] == '<span style="font-weight:600">2020</span>'
    rows = figures.on_time_rows(found)
    assert list(rows.data[0].x) == [0.0, 0.0, 0.5, 0.0]
    assert [a.text for a in rows.layout.annotations] == ["2022", "2021", "2020", "2019"]


def test_a_narrow_picture_shows_six_years_with_the_chosen_one() -> None:
    made = "agreement ZV begin=01.01.2010 end=31.12.2020\nmeasure 1.1.1"
    assert list(figures.status_columns(of(made, "2020-12-31"), narrow=True).data[0].x) == list(range(2015, 2021))
    assert list(figures.status_columns(of(made, "2011-12-31"), narrow=True).data[0].x) == list(range(2011, 2017))
    note = "Gezeigt sind die Jahre 2015 bis 2020; 5 weitere Jahre fehlen."
    assert figures.drawn(of(made, "2020-12-31")).narrow_note == note
    assert figures.drawn(of(COUNTY, "2020-12-31")).narrow_note == ""


def test_each_picture_explains_the_statuses_its_last_column_does_not_name() -> None:
    drawn = figures.drawn(of(COUNTY, "2022-12-31"))
    assert drawn.earlier == drawn.earlier_narrow == ("in_progress", "preparing")
    long = """
agreement ZV begin=01.01.2012 end=31.12.2020
measure 1.1.1
entry 1.1.1 preparing 31.12.2012
entry 1.1.1 in_progress 31.12.2013
entry 1.1.1 postponed 31.12.2016
entry 1.1.1 completed 31.12.2018
"""
    newest = figures.drawn(of(long, "2020-12-31"))
    assert newest.earlier == ("in_progress", "preparing", "postponed")
    assert newest.earlier_narrow == ("in_progress", "postponed")
    oldest = figures.drawn(of(long, "2012-12-31"))
    assert list(oldest.status_narrow.data[0].x) == [2012, 2013, 2014, 2015, 2016, 2017]
    assert oldest.earlier_narrow == ("in_progress", "preparing")


def test_many_years_have_their_labels_in_two_lines() -> None:
    figure = figures.on_time_columns(of("agreement ZV begin=01.01.2005 end=31.12.2020\nmeasure 1.1.1", "2020-12-31"))
    assert figure.data[0].text[0] == "keine<br>Frist"


def test_pictures_without_a_measure_are_still_pictures() -> None:
    empty = of(county(agreements=()), "2026-11-22")
    assert len(figures.status_columns(empty).data) == 0
    assert figures.on_time_columns(empty).data[0].text[0] == "keine Frist"


# Files


def test_the_table_of_a_picture_holds_the_same_numbers() -> None:
    sheet = sheets.status_sheet(of(COUNTY, "2020-12-31"))
    assert sheet.header[:3] == ("Jahr", "Stichtag", "umgesetzt")
    assert sheet.rows[1] == (2020, "31.12.2020", 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 4, 1, 3)
    assert sheet.columns["Summe"] == [4, 4, 5, 5]
    on_time = sheets.on_time_sheet(of(COUNTY, "2020-12-31"))
    assert on_time.rows[1] == (2020, 1, 1, 0, 2, "50\u00a0%")
    assert on_time.rows[0] == (2019, 0, 0, 0, 0, "–")


def test_the_transition_table_can_be_saved_with_its_sums() -> None:
    sheet = sheets.transition_sheet(grid(of(COUNTY, "2020-12-31").balance))
    assert sheet.header[0] == "von / nach" and sheet.header[-1] == "Summe"
    assert sheet.rows[-1] == ("Summe", 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 4)


def test_all_that_happened_can_be_saved() -> None:
    sheet = sheets.happening_sheet(of(COUNTY, "2022-12-31"))
    assert sheet.rows == (("Entfallen oder ersetzt", "1.1.2", "", "Maßnahme 1.1.2", "in Vorbereitung", "entfallen"),)


def test_a_file_has_semicolons_a_mark_and_no_live_formula() -> None:
    cells: list[tuple[Cell, ...]] = [
        ("1", "+49"), ("2", "-x"), ("3", "@a"), ("4", "\ta"), ("5", "\ra"), ("6", 'a;"b'), (7, -2), (None, 0.5),
    ]  # fmt: skip
    text = csv_text(["Nr.", "=Titel"], cells)
    assert text == (
        "\ufeffNr.;'=Titel\r\n1;'+49\r\n2;'-x\r\n3;'@a\r\n4;'\ta\r\n5;\"'\ra\"\r\n6;\"a;\"\"b\"\r\n7;-2\r\n;0,5\r\n"
    )
    assert Sheet(("Tag",), ((date(2020, 3, 1),),)).csv == b"\xef\xbb\xbfTag\r\n01.03.2020\r\n"


def test_no_column_of_a_table_has_the_name_of_another() -> None:
    found = of(COUNTY, "2021-12-31")
    tables = [
        sheets.status_sheet(found), sheets.on_time_sheet(found), sheets.field_sheet(found),
        sheets.transition_sheet(grid(found.balance)), sheets.happening_sheet(found),
    ]  # fmt: skip
    assert [len(table.columns) - len(table.header) for table in tables] == [0, 0, 0, 0, 0]
