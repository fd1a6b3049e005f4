"""The time line of a measure: signs, lines, months, and words that never meet each other or leave the picture."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from counties import county_of
from test_measure_tables import BUS, KEY

from audit_core import terms
from audit_core.figures.measure import DrawnMeasure, drawn
from audit_core.figures.measure_layout import LABEL_CHARACTER, NAME_CHARACTER, WIDE, Scale, month_marks
from audit_core.standing import history, standing
from audit_core.tables.measure import opened
from audit_core.tables.measure_history import courses


def seen(text: str = BUS, day: str = "2021-12-31") -> DrawnMeasure:
    county, as_of = county_of(text), date.fromisoformat(day)
    return drawn(opened(standing(history(county), as_of), KEY, courses(county)), as_of)


def trace(figure: Any, name: str) -> Any:
    return next(t for t in figure.data if t.name == name)


def bare(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def many(milestones: int) -> str:
    """A county whose milestones have every state there is, with Fristen near to and far from each other."""
    lines = ["agreement ZV begin=01.01.2018", "measure 1.1 due=31.12.2022", "entry 1.1 in_progress 02.2019"]
    for n in range(1, milestones + 1):
        year, month = 2018 + n // 9, n * 5 % 12 + 1
        lines.append(f"milestone 1.1/{n}" + ("" if n % 7 == 0 else f" due={month:02}.{year}"))
        lines += (
            [f"entry 1.1/{n} in_progress 15.{month:02}.{year}", f"entry 1.1/{n} completed {month:02}.{year + 1}"],
            [f"entry 1.1/{n} preparing 01.02.{year} new_due=30.06.{year + 1}",
             f"entry 1.1/{n} in_progress 01.09.{year} new_due=31.12.{year + 1}",
             f"entry 1.1/{n} in_progress 01.03.{year + 1} new_due=31.05.{year + 2}"],
            [f"entry 1.1/{n} postponed 01.02.{year}"],
            [f"entry 1.1/{n} cancelled 01.02.{year}"],
            [],
        )[n % 5]  # fmt: skip
    return "\n".join(lines)


def test_the_signs_stand_at_first_frist_shifts_frist_in_force_and_reached() -> None:
    figure = seen().course
    assert list(trace(figure, "erste Frist").x) == [date(2020, 4, 30)]
    assert list(trace(figure, "frühere Frist").x) == [date(2020, 5, 31)]
    assert list(trace(figure, "geltende Frist").x) == [date(2020, 4, 30), date(2019, 12, 31), date(2020, 6, 2)]
    assert list(trace(figure, "erreicht").x) == [date(2020, 10, 31), date(2019, 12, 31), date(2020, 9, 1)]
    assert list(trace(figure, "Stand").x) == [date(2019, 12, 31)]
    assert list(trace(figure, "Stichtag").x) == [date(2021, 12, 31), date(2021, 12, 31)]


def test_red_is_only_what_lies_beyond_a_frist() -> None:
    figure = seen().course
    red = trace(figure, "über die Frist hinaus")
    assert list(red.x) == [date(2020, 4, 30), date(2020, 10, 31), None, date(2020, 6, 2), date(2020, 9, 1), None]
    assert [t.name for t in figure.data if t.line.color == terms.OVERDUE_COLOUR] == ["über die Frist hinaus"]
    assert seen("agreement ZV begin=2020\nmeasure 1.1 due=31.12.2022").signs == {"due"}


def test_what_runs_is_a_line_in_the_colour_of_its_status_up_to_the_stichtag() -> None:
    running = trace(seen().course, "in Umsetzung")
    assert running.line.color == terms.STATUS["in_progress"].colour
    assert list(running.x) == [
        date(2018, 12, 31), date(2019, 12, 31), None, date(2019, 12, 31), date(2021, 12, 31), None,
    ]  # fmt: skip
    assert seen().statuses == ("in_progress", "preparing")


def test_every_row_has_its_name_and_the_number_stands_out() -> None:
    texts = [note.text for note in seen().course.layout.annotations]
    assert '<span style="font-weight:600">Maßnahme insgesamt</span>' in texts
    assert '<span style="font-weight:600">1</span>\u2002Meilenstein 1.1/1' in texts


def test_names_are_text_and_no_markup() -> None:
    found = seen("agreement ZV begin=2020\nmeasure 1.1 due=2021\nmilestone 1.1/<b>1</b>\n")
    texts = " ".join(note.text for note in (*found.course.layout.annotations, *found.course_narrow.layout.annotations))
    assert "&lt;b&gt;1&lt;/b&gt;" in texts and "<b>" not in texts


def spans(figure: Any, width: int) -> list[tuple[float, float, float, str]]:
    """Left, right, y and words of every annotation below the head, with the widths the layout reckons with."""
    first, last = (date.fromisoformat(str(day)[:10]) for day in figure.layout.xaxis.range)
    found = []
    for note in figure.layout.annotations:
        if note.y < 45:
            continue
        size = len(bare(note.text)) * (NAME_CHARACTER if note.xref == "paper" else LABEL_CHARACTER)
        left = 0.0
        if note.xref != "paper":
            day = date.fromisoformat(str(note.x)[:10])
            left = width * (day - first).days / (last - first).days + note.xshift
            left -= size if note.xanchor == "right" else 0
        found.append((left, left + size, note.y, bare(note.text)))
    return found


@pytest.mark.parametrize("day", ["2018-06-30", "2020-01-31", "2021-12-31", "2026-12-31"])
@pytest.mark.parametrize("text", [BUS, many(40)], ids=["bus", "many"])
def test_no_words_meet_and_none_leave_the_picture(text: str, day: str) -> None:
    if text == BUS and day == "2018-06-30":
        day = "2019-06-30"
    placed = spans(seen(text, day).course, WIDE.width)
    assert [words for left, right, _, words in placed if left < -1 or right > WIDE.width + 1] == []
    meeting = [
        (a[3], b[3])
        for place, a in enumerate(placed)
        for b in placed[place + 1 :]
        if abs(a[2] - b[2]) < 14 and a[0] < b[1] and b[0] < a[1]
    ]
    assert meeting == []


def test_the_picture_grows_with_its_milestones() -> None:
    few, much = seen(many(4)).course.layout.height, seen(many(40)).course.layout.height
    assert 54 * 36 <= much - few <= 54 * 36 + 23 * 36


def test_on_a_narrow_screen_all_words_stand_below_their_row() -> None:
    figure = seen().course_narrow
    below = [bare(note.text).replace("\xa0", " ") for note in figure.layout.annotations if note.xref == "paper"]
    assert below[-6:] == [
        "3\u2002Meilenstein 1.1/3", "✓ 01.09.2020, 91 Tage nach der Frist",
        "erste Frist 30.04.2020 · 2-mal verschoben auf", "02.06.2020",
        "4\u2002Meilenstein 1.1/4", "▶ in Umsetzung seit 12.2019",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-06-01", "2021-07-15", ["April 2021", "Mai", "Juni", "Juli"]),
        ("2019-01-01", "2021-12-31", ["2019", "Juli", "2020", "Juli", "2021", "Juli"]),
        ("2014-01-01", "2022-12-31", ["2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"]),
        ("1990-06-01", "2029-12-31", ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
    ],
)
def test_months_and_years_stand_as_close_as_there_is_room(first: str, last: str, expected: Sequence[str]) -> None:
    days = [date.fromisoformat(first), date.fromisoformat(last)]
    assert [mark.text for mark in month_marks(Scale.over(days, WIDE), WIDE)] == expected


def test_a_measure_with_nothing_dated_has_nothing_to_draw_and_a_day_long_ago_is_no_error() -> None:
    found = seen("agreement ZV begin=2020\nmeasure 1.1")
    assert (found.statuses, found.signs) == ((), frozenset())
    assert seen("measure 1.1 agreement=ZV due=01.01.1900", "2199-12-31").signs == {"due", "beyond"}


def test_the_alternative_text_says_every_row() -> None:
    assert seen().alt.startswith(
        "Zeitlinie der Meilensteine und Fristen. Maßnahme insgesamt: ✓\xa010.2020, 154 Tage nach der Frist 30.04.2020. "
        "1 Meilenstein 1.1/1: ✓\xa02019, Frist 31.12.2019."
    )
