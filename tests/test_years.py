"""The Jahresbilanz worked out by hand: years, transition table, lists, sentences, pictures, files (R8, R11, R12)."""

from datetime import date
from itertools import pairwise

import pytest
from counties import county, county_of
from hypothesis import given, settings
from hypothesis import strategies as st

from audit_core import terms
from audit_core.agreement import County
from audit_core.balance import balance
from audit_core.figures import years as figures
from audit_core.standing import ALL, Completion, completion, counted, history, standing, statuses
from audit_core.tables import balance_document
from audit_core.tables import year_sheets as sheets
from audit_core.tables.csv_text import Cell, Sheet, csv_text
from audit_core.tables.years import Years, grid, years
from audit_core.wording import years as wording

TODAY = date(2026, 11, 22)
COUNTY = """
agreement Z1 begin=01.06.2019 end=31.12.2020
agreement Z2 begin=01.01.2021 end=31.12.2022
measure   1.1.1 agreement=Z1 due=31.12.2020
milestone 1.1.1/1 agreement=Z1 due=30.06.2020
milestone 1.1.1/2 agreement=Z1 due=30.09.2020
measure   1.1.2 agreement=Z1
measure   2.1.1 agreement=Z1 permanent=yes
measure   2.1.2 agreement=Z1
measure   2.1.3 agreement=Z2 predecessor=Z1/2.1.2
measure   2.1.4 agreement=Z2
entry     1.1.1 in_progress 31.12.2019 agreement=Z1
entry     1.1.1 completed 01.12.2020 agreement=Z1
entry     1.1.1/1 completed 15.05.2020 agreement=Z1
entry     1.1.1/2 completed 15.11.2020 agreement=Z1
entry     1.1.2 preparing 31.12.2019 agreement=Z1
entry     1.1.2 in_progress 31.12.2020 agreement=Z1
entry     1.1.2 preparing 30.06.2021 agreement=Z1
entry     1.1.2 cancelled 30.06.2022 agreement=Z1
entry     2.1.1 ongoing 31.12.2019 agreement=Z1
entry     2.1.4 completed 30.11.2021 agreement=Z2
"""


def of(
    text: str | County, until: str, agreement: str = ALL, field: str | None = None, today: date = TODAY
) -> Years:
    made = county_of(text) if isinstance(text, str) else text
    return years(history(made), agreement, None, field, date.fromisoformat(until), today)


def happened(found: Years) -> dict[str, list[str]]:
    """The lists as short texts: `Nr./Meilenstein bisher > neu`."""
    return {
        one.what: [
            f"{item.item.number}{f'/{item.item.milestone}' if item.item.milestone else ''} "
            f"{sheets.old_text(item)} > {sheets.new_text(item)}"
            for item in one.items
        ]
        for one in found.lists
    }


# Every year


def test_every_year_since_the_first_beginn_has_its_counts_on_31_12() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [row.day for row in found.rows] == [date(year, 12, 31) for year in (2019, 2020, 2021, 2022)]
    assert [dict(row.statuses) for row in found.rows] == [
        {"in_progress": 1, "preparing": 1, "ongoing": 1, "no_report": 1},
        {"completed": 1, "in_progress": 1, "ongoing": 1, "no_report": 1},
        {"completed": 2, "preparing": 1, "ongoing": 1, "no_report": 1},
        {"completed": 2, "cancelled": 1, "ongoing": 1, "no_report": 1},
    ]
    assert [row.measures for row in found.rows] == [4, 4, 5, 5]


def test_completion_and_time_kept_stand_for_every_year() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [(row.completion.n, row.completion.of) for row in found.rows] == [(0, 3), (1, 3), (2, 4), (2, 3)]
    assert [(row.on_time.on_time, row.on_time.late, row.on_time.open) for row in found.rows] == [
        (0, 0, 0), (1, 1, 0), (0, 0, 0), (0, 0, 0),
    ]  # fmt: skip


def test_the_view_of_one_agreement_begins_with_it() -> None:
    found = of(COUNTY, "2022-12-31", agreement="Z2")
    assert [row.year for row in found.rows] == [2021, 2022]
    assert [row.measures for row in found.rows] == [2, 2]
    assert found.filtered


def test_a_handlungsfeld_counts_only_its_measures() -> None:
    found = of(COUNTY, "2020-12-31", field="2")
    assert [row.measures for row in found.rows] == [2, 2, 3, 3]
    assert [row.number for row in found.fields] == ["2"]
    assert found.balance.on_time.of == 0


def test_without_an_agreement_the_years_begin_with_the_first_thing_known() -> None:
    made = county(county_of("measure 1.1.1 agreement=- begin=2018").measures, agreements=())
    found = of(made, "2020-12-31", today=date(2020, 12, 31))
    assert [row.year for row in found.rows] == [2018, 2019, 2020]


def test_an_agreement_without_an_ende_runs_up_to_today() -> None:
    found = of("agreement ZV begin=01.01.2024\nmeasure 1.1.1", "2025-12-31")
    assert [row.day for row in found.rows] == [date(2024, 12, 31), date(2025, 12, 31), TODAY]
    assert of("agreement ZV begin=01.01.2024\nmeasure 1.1.1", "2026-03-31").rows[-1].day == date(2026, 3, 31)


def test_at_most_twelve_years_are_shown_and_the_chosen_one_is_among_them() -> None:
    made = "agreement ZV begin=01.01.2001 end=31.12.2020\nmeasure 1.1.1"
    newest = of(made, "2020-12-31")
    assert (newest.rows[0].year, len(newest.rows), newest.hidden) == (2009, 12, 8)
    early = of(made, "2003-12-31")
    assert ([row.year for row in early.rows][::11], early.hidden) == ([2003, 2014], 8)
    assert early.chosen.year == 2003
    assert wording.chosen_years(2003, 2014, 8) == "Gezeigt sind die Jahre 2003 bis 2014; 8 weitere Jahre fehlen."
    assert wording.chosen_years(2009, 2020, 0) == ""


# One year


def test_the_transition_table_has_a_row_of_new_ones_and_sums() -> None:
    found = grid(of(COUNTY, "2021-12-31").balance)
    assert found.columns[-1] == "übernommen"
    moved = {
        (row, column): cell
        for row, cells, _ in found.lines
        for column, cell in zip(found.columns, cells, strict=True)
        if cell[0]
    }
    assert moved == {
        ("umgesetzt", "umgesetzt"): (1, terms.UNCHANGED),
        ("Daueraufgabe", "Daueraufgabe"): (1, terms.UNCHANGED),
        ("in Umsetzung", "in Vorbereitung"): (1, terms.BACK),
        ("keine Meldung", "übernommen"): (1, terms.OTHER),
        ("neu im Jahr", "umgesetzt"): (1, terms.OTHER),
        ("neu im Jahr", "keine Meldung"): (1, terms.OTHER),
    }
    assert [total for _, _, total in found.lines] == [1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 2]
    assert found.sums == (2, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1)
    assert found.total == 6


def test_a_year_without_a_successor_has_no_column_for_those_taken_over() -> None:
    assert grid(of(COUNTY, "2020-12-31").balance).columns == tuple(terms.STATUS[c].label for c in terms.SHOWN_ORDER)


def test_what_happened_stands_in_lists() -> None:
    assert happened(of(COUNTY, "2020-12-31")) == {
        "completed": ["1.1.1 in Umsetzung > umgesetzt"],
        "begun": ["1.1.2 in Vorbereitung > in Umsetzung"],
    }
    assert happened(of(COUNTY, "2021-12-31")) == {
        "completed": ["2.1.4 nicht im Plan > umgesetzt"],
        "back": ["1.1.2 in Umsetzung > in Vorbereitung"],
        "taken_over": ["2.1.2 keine Meldung > übernommen"],
        "new": ["2.1.3 nicht im Plan > keine Meldung", "2.1.4 nicht im Plan > umgesetzt"],
    }
    assert happened(of(COUNTY, "2022-12-31")) == {"left": ["1.1.2 in Vorbereitung > entfallen"]}


def test_moved_fristen_and_what_became_overdue_are_listed_with_their_milestones() -> None:
    found = of(
        """
        agreement ZV begin=01.01.2020 end=31.12.2021
        measure   1.1.1
        measure   1.1.2 due=01.12.2020
        milestone 1.1.1/1 due=30.06.2020
        entry     1.1.1/1 in_progress 31.03.2020 new_due=30.11.2020
        entry     1.1.2 in_progress 31.03.2020
        entry     1.1.1 in_progress 31.12.2019
        entry     1.1.2 postponed 31.03.2021
        """,
        "2020-12-31",
    )
    assert happened(found) == {
        "begun": ["1.1.2 nicht im Plan > in Umsetzung"],
        "overdue": ["1.1.1/1 Frist 30.11.2020 > 31 Tage überfällig", "1.1.2 Frist 01.12.2020 > 30 Tage überfällig"],
        "moved": ["1.1.1/1 30.06.2020 > 30.11.2020"],
        "new": ["1.1.2 nicht im Plan > in Umsetzung"],
    }
    later = of("measure 1.1.2\nentry 1.1.2 in_progress 31.03.2020\nentry 1.1.2 postponed 31.03.2021", "2021-12-31")
    assert happened(later) == {"postponed": ["1.1.2 in Umsetzung > zurückgestellt"]}


def test_a_frist_set_for_the_first_time_is_not_moved() -> None:
    found = of(
        "agreement ZV begin=01.01.2019\nmeasure 1.1.1\nentry 1.1.1 preparing 31.03.2020 new_due=30.11.2021",
        "2020-12-31",
    )
    assert "moved" not in happened(found)


def test_every_handlungsfeld_stands_with_both_ends_of_the_year() -> None:
    found = of(COUNTY, "2020-12-31")
    assert [(row.number, row.before, row.after) for row in found.fields] == [
        ("1", Completion(0, 2, 0, 0), Completion(1, 2, 0, 0)),
        ("2", Completion(0, 1, 1, 1), Completion(0, 1, 1, 1)),
    ]
    assert sheets.field_sheet(found).rows == (
        ("1", "Handlungsfeld 1", 0, 2, 1, 2, 1),
        ("2", "Handlungsfeld 2", 0, 1, 0, 1, 0),
    )


STATUS_CODES = [status.code for status in terms.STATUSES]


@st.composite
def small_counties(draw: st.DrawFn) -> str:
    lines = ["agreement Z1 begin=01.01.2019 end=31.12.2020", "agreement Z2 begin=01.01.2021"]
    for place in range(1, draw(st.integers(1, 5)) + 1):
        code = draw(st.sampled_from(["Z1", "Z2", "-"]))
        field = draw(st.integers(1, 2))
        lines.append(f"measure {field}.1.{place} agreement={code} due=30.06.{draw(st.integers(2019, 2022))}")
        lines.append(f"milestone {field}.1.{place}/1 agreement={code} due=31.03.{draw(st.integers(2019, 2022))}")
        for year in draw(st.lists(st.integers(2018, 2022), max_size=3, unique=True)):
            for part in ("", "/1"):
                status = draw(st.sampled_from(STATUS_CODES))
                lines.append(f"entry {field}.1.{place}{part} {status} 15.05.{year} agreement={code}")
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(small_counties(), st.integers(2019, 2022), st.sampled_from([ALL, "Z1", "Z2"]))
def test_every_number_is_the_one_of_the_command_line_and_of_the_stichtag(text: str, year: int, agreement: str) -> None:
    made = county_of(text)
    end = date(year, 12, 31)
    found = years(history(made), agreement, None, None, end, TODAY)
    said = balance_document(made, year, None, agreement)
    assert {(t["from"], t["to"]): t["count"] for t in said["transitions"]} == dict(found.balance.transitions)
    assert said["totals_to"] == dict(found.chosen.statuses)
    assert said["on_time"]["on_time"] == found.chosen.on_time.on_time
    for row in found.rows:
        known = history(made)
        measures = counted(standing(known, row.day), agreement)
        assert row.statuses == statuses(measures)
        assert row.completion == completion(measures)
        again = balance(standing(known, date(row.year - 1, 12, 31)), standing(known, row.day), agreement)
        assert again.on_time == row.on_time
    whole = grid(found.balance)
    assert sum(whole.sums) == whole.total == sum(total for _, _, total in whole.lines)
    lists = {one.what: len(one.items) for one in found.lists}
    assert lists.get("completed", 0) == found.balance.became("completed")
    assert lists.get("back", 0) == found.balance.by_direction()[terms.BACK]


# Sentences


def headline(text: str, until: str) -> str:
    found = of(text, until)
    return wording.headline(found.balance, found.chosen.measures)


MANY = "agreement ZV begin=01.01.2020 end=31.12.2023\n" + "\n".join(
    f"measure 1.1.{n}\nmilestone 1.1.{n}/1 due=30.06.2021\nentry 1.1.{n} in_progress 31.12.2020" for n in (1, 2, 3)
)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("", "2021 wurde keine Maßnahme umgesetzt; keiner von 3 Meilensteinen kam fristgerecht."),
        (
            "entry 1.1.1 completed 01.02.2021\nentry 1.1.1/1 completed 01.02.2021",
            "2021 wurde eine Maßnahme umgesetzt; einer von 3 Meilensteinen kam fristgerecht.",
        ),
        (
            "entry 1.1.1 completed 01.02.2021\nentry 1.1.2 completed 01.02.2021\n"
            "entry 1.1.1/1 completed 01.02.2021\nentry 1.1.2/1 completed 01.02.2021",
            "2021 wurden 2 Maßnahmen umgesetzt; 2 von 3 Meilensteinen kamen fristgerecht.",
        ),
        (
            "\n".join(f"entry 1.1.{n}/1 completed 01.02.2021" for n in (1, 2, 3)),
            "2021 wurde keine Maßnahme umgesetzt; alle 3 Meilensteine kamen fristgerecht.",
        ),
    ],
)
def test_the_headline_counts_in_german(more: str, sentence: str) -> None:
    assert headline(f"{MANY}\n{more}", "2021-12-31") == sentence


def test_the_headline_of_a_year_without_fristen_or_with_one() -> None:
    plan = "agreement ZV begin=01.01.2020 end=31.12.2022\nmeasure 1.1.1"
    assert headline(plan, "2021-12-31") == "2021 wurde keine Maßnahme umgesetzt; kein Meilenstein war fällig."
    one = f"{plan}\nmilestone 1.1.1/1 due=30.06.2021"
    assert headline(one, "2021-12-31").endswith("; der eine fällige Meilenstein kam nicht fristgerecht.")
    kept = f"{one}\nentry 1.1.1/1 completed 01.02.2021"
    assert headline(kept, "2021-12-31").endswith("; der eine fällige Meilenstein kam fristgerecht.")


def test_the_headline_of_a_running_year_says_up_to_which_day() -> None:
    plan = "agreement ZV begin=01.01.2024\nmeasure 1.1.1"
    nothing = "2026 wurde bis 22.11. keine Maßnahme umgesetzt; kein Meilenstein ist fällig."
    assert headline(plan, "2026-11-22") == nothing
    done = f"{plan}\nmeasure 1.1.2\nentry 1.1.1 completed 01.02.2026\nentry 1.1.2 completed 01.02.2026"
    assert headline(done, "2026-11-22").startswith("2026 wurden bis 22.11. 2 Maßnahmen umgesetzt;")
    assert wording.chart_head(date(2026, 11, 22)) == "Maßnahmen je Status am 31.12., 2026 am 22.11."
    assert wording.year_label(date(2026, 11, 22)) == "2026<br>bis 22.11."
    assert wording.lists_head(date(2026, 11, 22)) == "Was 2026 bis 22.11. geschah"


def test_a_county_without_measures_says_so() -> None:
    empty = county(agreements=())
    found = of(empty, "2026-11-22")
    assert found.is_empty and not found.is_later
    assert wording.headline(found.balance, 0) == "2026 gab es bis 22.11. hier keine Maßnahmen."
    two = "agreement ZA begin=01.01.2018\nagreement ZV begin=01.01.2020 end=31.12.2020\nmeasure 1.1.1"
    early = of(two, "2018-12-31")
    assert early.is_empty and early.is_later
    assert wording.nothing_counted(True, False, 2018).startswith("Ende 2018 gab es")
    assert wording.nothing_counted(False, True, 2018).startswith("Zu dieser Auswahl gehört keine Maßnahme.")
    assert wording.nothing_counted(False, False, 2018).startswith("Der Plan enthält noch keine Maßnahme.")


def test_a_picture_says_its_finding_to_those_who_do_not_see_it() -> None:
    found = of(COUNTY, "2020-12-31")
    days = [row.day for row in found.rows]
    assert wording.status_alt(days, [r.statuses for r in found.rows], [r.completion for r in found.rows]) == (
        "Säulen je Jahr von 2019 bis 2022: Am 31.12.2022 sind 2 von 3 Maßnahmen umgesetzt, am 31.12.2019 waren es "
        "0 von 3. Status am 31.12.2022: umgesetzt 2, Daueraufgabe 1, keine Meldung 1, entfallen 1."
    )
    assert wording.on_time_alt(days, [r.on_time for r in found.rows]) == (
        "Säulen: Meilensteine mit Frist im Jahr, fristgerecht erreicht: "
        "2019 keine Frist; 2020 1 von 2; 2021 keine Frist; 2022 keine Frist."
    )


def test_the_legend_counts_every_direction() -> None:
    assert wording.directions(of(COUNTY, "2021-12-31").balance) == [
        (terms.DIRECTION_COLOUR[terms.FORWARD], "vorangekommen\u00a00"),
        (terms.DIRECTION_COLOUR[terms.UNCHANGED], "unverändert\u00a02"),
        (terms.DIRECTION_COLOUR[terms.BACK], "zurückgefallen\u00a01"),
        (terms.DIRECTION_COLOUR[terms.OTHER], "sonstige\u00a03"),
    ]


def test_a_line_of_a_list_says_what_was_before() -> None:
    assert wording.item_before("completed", "in Umsetzung") == "bisher in Umsetzung"
    assert wording.item_before("completed", wording.NOT_IN_PLAN) == "neu im Plan"
    assert wording.item_before("new", wording.NOT_IN_PLAN) == ""
    assert wording.item_before("overdue", "Frist 30.11.2020") == "Frist 30.11.2020"


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
    assert sheet.header[0] == "von / zu" and sheet.header[-1] == "Summe"
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
