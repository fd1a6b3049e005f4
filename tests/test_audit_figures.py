"""The time line: what stands where, what is merged, and that no label covers another."""

from datetime import date

from test_audit_tables import EVENTS, FIRST, SECOND, agreement, event, made

from audit_core.agreement import County, Event
from audit_core.figures.audit import WIDTH, drawn, time_line
from audit_core.figures.audit_marks import Mark, Scale, placed

TEN_YEARS = Scale(date(2013, 1, 1), date(2023, 1, 1), 640)


def marks(*events: Event, scale: Scale = TEN_YEARS, line: float | None = None) -> tuple[Mark, ...]:
    return placed(made("ZV2", "2022-12-31", events=events).lanes[0], scale, line)


def dressed(found: tuple[Mark, ...]) -> list[tuple[int, str, str]]:
    return [(len(mark.events), mark.text, mark.side) for mark in found]


def test_days_close_together_are_one_mark_with_their_number() -> None:
    rows = [event(day, "Beratung") for day in ("17.02.2020", "19.02.2020", "04.03.2020", "10.06.2022")]
    assert dressed(marks(*rows)) == [(3, "17.02. bis 04.03.2020", "left"), (1, "10.06.2022", "left")]


def test_dates_that_contradict_each_other_stand_with_oder() -> None:
    assert dressed(marks(*EVENTS[3:])) == [(2, "01.06. oder 12.06.2015", "right")]


def test_a_year_is_a_bar_over_its_period_with_its_date_inside() -> None:
    year, month = marks(event("2019", "Workshop"), event("12.2020", "Workshop"))
    assert (round(year.right - year.left), year.side, year.exact) == (64, "inside", False)
    assert (round(month.right - month.left), month.text, month.side) == (6, "12.2020", "right")


def test_events_of_the_same_year_share_its_bar_and_a_day_stands_on_it() -> None:
    found = marks(event("2019", "Workshop"), event("2019", "Workshop"), event("01.06.2019", "Workshop"))
    assert [len(mark.events) for mark in found] == [2, 1]


def test_a_hundred_days_in_a_row_stay_many_marks() -> None:
    found = marks(*(event(f"{day:02}.{month:02}.2020", "Beratung") for month in range(1, 13) for day in (1, 8, 15, 22)))
    assert 2 <= len(found) <= 8 and sum(len(mark.events) for mark in found) == 48


def test_a_date_avoids_the_line_of_the_stichtag_and_gives_way_to_its_month() -> None:
    row = event("01.06.2019", "Öffentlichkeit")
    middle = TEN_YEARS.px(date(2019, 6, 1))
    assert dressed(marks(row)) == [(1, "01.06.2019", "right")]
    assert dressed(marks(row, line=middle + 30)) == [(1, "01.06.2019", "left")]
    crowded = marks(*(event(day, "A") for day in ("01.01.2013", "15.01.2014", "01.02.2015", "01.06.2016")))
    assert [mark.text for mark in crowded] == ["01.2013", "01.2014", "01.02.2015", "01.06.2016"]


def test_no_text_covers_a_mark_or_another_text() -> None:
    rows = [event(f"{1 + n % 28:02}.{1 + n * 5 % 12:02}.{2013 + n * 7 % 10}", "Beratung") for n in range(40)]
    for width in (350, 640):
        found = marks(*rows, scale=Scale(date(2013, 1, 1), date(2023, 1, 1), width))
        spans = [(mark.left, mark.right) for mark in found]
        for mark in found:
            room = 6.6 * len(mark.text) + 4
            if mark.side in ("left", "right"):
                left = mark.right + 3 if mark.side == "right" else mark.left - 3 - room
                spans.append((left, left + room))
        texts = spans[len(found):]  # fmt: skip
        assert all(b <= c or a >= d for n, (a, b) in enumerate(texts) for c, d in texts[:n])
        assert all(b <= c or a >= d for a, b in texts for c, d in spans[: len(found)])


def test_the_picture_has_a_lane_per_art_and_a_bar_per_agreement() -> None:
    figure = time_line(made("ZV2", "2022-12-31"))
    texts = [note.text for note in figure.layout.annotations]
    assert [text for text in texts if text in ("Zertifikat", "Workshop")] == ["Zertifikat", "Workshop"]
    assert "Stichtag" in texts and "2015" not in texts and "2016" in texts
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [bar.text[0] if bar.text else "" for bar in bars] == ["Zielvereinbarung ZV1", "Zielvereinbarung ZV2", ""]
    assert [str(bar.base[0]) for bar in bars] == ["2015-06-01", "2020-01-01", "2019-01-01"]
    points = [trace for trace in figure.data if trace.type == "scatter"]
    assert [(point.marker.symbol, point.text[0]) for point in points] == [("circle", "2"), ("diamond", "")]


def test_on_a_narrow_screen_names_stand_above_their_lanes() -> None:
    wide, narrow = (time_line(made("ZV2", "2022-12-31"), narrow=narrow) for narrow in (False, True))
    assert (wide.layout.margin.l, narrow.layout.margin.l) == (148, 0)
    assert narrow.layout.height > wide.layout.height


def test_agreements_that_overlap_stand_in_rows_below_each_other() -> None:
    found = made("A", "2022-12-31", (agreement("A", "2018", "2020"), agreement("B", "2019", "2022")), (), ())
    one = made("A", "2022-12-31", (agreement("A", "2018", "2018"), agreement("B", "2019", "2022")), (), ())
    assert time_line(found).layout.height - time_line(one).layout.height == 34


def test_words_of_the_data_are_text_in_the_picture() -> None:
    figure = time_line(made("ZV2", "2022-12-31", events=(event("2019", "<b>Art</b>", "<i>Text</i>"),)))
    assert "&lt;b&gt;Art&lt;/b&gt;" in [note.text for note in figure.layout.annotations]
    assert "&lt;i&gt;Text" in str(figure.data[-1].customdata)


def test_a_picture_of_almost_nothing_and_of_two_centuries_can_be_drawn() -> None:
    assert time_line(made("ZV", "2020-06-30", (agreement("ZV", "2020"),), (), ())).layout.height > 60
    long = made("ZV", "2190-06-30", (agreement("ZV", "1901", "1905"),), (), (event("1950", "Workshop"),))
    years = [note.text for note in time_line(long).layout.annotations if note.text.isdecimal()]
    assert 3 <= len(years) <= WIDTH // 46


def test_what_the_picture_says_in_words_names_every_lane() -> None:
    county = County("Musterkreis", agreements=(FIRST, SECOND), events=EVENTS)
    seen = drawn(county, "ZV2", date(2022, 12, 31))
    assert seen.alt.endswith("eine Zeile je Art. Zertifikat: 01.06.2015, 12.06.2015, 27.10.2020; Workshop: 2019.")
    assert seen.note == "Raute: Zertifikat · Balken: nur Monat oder Jahr bekannt · Zahl: mehrere · 1 ohne Datum"
