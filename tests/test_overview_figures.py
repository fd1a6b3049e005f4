"""The two pictures of the Überblick by counties worked out by hand."""

import json
import subprocess
import sys
from datetime import date

from counties import county, county_of
from overview_by_hand import COUNTY

from audit_core import terms
from audit_core.figures.overview import DrawnOverview, drawn, progress_bars, status_bars
from audit_core.standing import ALL, history, standing
from audit_core.tables.lines import FieldBar


def picture(text: str = COUNTY, day: str = "2020-12-31") -> DrawnOverview:
    known = history(county_of(text))
    return drawn(standing(known, date.fromisoformat(day)), standing(known, date(2019, 12, 31)), ALL)


def test_the_status_bars_have_one_trace_per_status_and_the_names_above_them() -> None:
    figure = picture().status
    assert [(trace.name, list(trace.x)) for trace in figure.data] == [
        ("umgesetzt", [1, 0]), ("Daueraufgabe", [0, 1]), ("in Umsetzung", [1, 1]), ("keine Meldung", [0, 2]),
        ("zurückgestellt", [0, 1]),
    ]  # fmt: skip
    assert [trace.marker.color for trace in figure.data][:2] == [
        terms.STATUS["completed"].colour, terms.STATUS["ongoing"].colour,
    ]  # fmt: skip
    texts = [note.text for note in figure.layout.annotations]
    assert texts[0] == '<span style="font-weight:600">1</span>  Handlungsfeld 1'
    assert '<span style="font-weight:600">1 von 2</span>' in texts


def test_both_figures_stand_in_line() -> None:
    found = picture()
    assert found.status.layout.height == found.progress.layout.height
    assert found.status.layout.yaxis.range == found.progress.layout.yaxis.range
    assert list(found.status.data[0].y) == list(found.progress.data[1].y) == [47, 107]
    assert [round(x, 1) for x in found.progress.data[1].x] == [75.0, 0.0]
    assert [round(x, 1) for x in found.progress.data[2].x] == [66.7, 50.0]


def test_a_long_name_goes_over_more_lines_and_its_row_grows() -> None:
    name = "Ausschuss für Soziales, Familie, Gesundheit, Gleichstellung und Ausländerfragen"
    bars = [FieldBar("1", name, (("completed", 1),), "1 von 1", 1.0, 1.0, "erwartet 100\xa0%")]
    bars.append(FieldBar("2", "Bildung", (("completed", 1),), "1 von 1", 1.0, 1.0, "erwartet 100\xa0%"))
    figure = status_bars(bars)
    assert figure.layout.height == progress_bars(bars).layout.height == 162
    assert list(figure.data[0].y) == [87, 147]
    assert figure.layout.annotations[0].text.count("<br>") == 2


def test_a_small_count_in_a_long_bar_has_no_label_and_stays_in_the_hover() -> None:
    bars = [FieldBar("1", "Eins", (("completed", 99), ("ongoing", 1)), "99 von 99", 1.0, None, "")]
    figure = status_bars(bars)
    assert [trace.text[0] for trace in figure.data] == ["99", ""]
    assert figure.data[1].hovertemplate == "%{customdata}: %{x} Daueraufgabe<extra></extra>"


def test_a_name_from_the_data_is_text_in_the_picture() -> None:
    bars = [FieldBar("1", '<a href="http://x">A&B</a>', (("completed", 1),), "1 von 1", 1.0, 0.5, "erwartet 50\xa0%")]
    drawn_as = json.dumps([status_bars(bars).to_dict(), progress_bars(bars).to_dict()], default=list)
    assert "<a " not in drawn_as and "&lt;a href=" in drawn_as


def test_the_pictures_say_their_finding() -> None:
    found = picture()
    assert found.status_alt.startswith(
        "Balken der Maßnahmen je Handlungsfeld nach Status. 1 Handlungsfeld 1: 1 umgesetzt"
    )
    assert found.progress_alt.startswith("1 von 2 Handlungsfeldern liegt unter dem erwarteten Fortschritt.")
    assert picture("measure 1.1").progress_alt == "Handlungsfeld 1 0\xa0%, erwartet –."


def test_a_county_without_measures_draws_empty_pictures() -> None:
    known = history(county())
    nothing = drawn(standing(known, date(2020, 1, 1)), standing(known, date(2019, 1, 1)), ALL)
    assert len(nothing.status.data) == 0
    assert nothing.progress_alt == "."


def test_pandas_is_whole_before_a_figure_can_be_drawn() -> None:
    code = "import sys, audit_core.figures.base; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert loaded.index("pandas") < loaded.index("plotly.graph_objects")
