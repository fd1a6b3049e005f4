"""The charts of Kennzahlen: what is drawn of which values, read from the figure."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from audit_core import dates, terms
from audit_core.agreement import County, KeyFigure
from audit_core.figures.fields import first_ones
from audit_core.figures.key_figures import DrawnKeyFigures, drawn
from audit_core.tables import key_figures
from audit_core.tables.key_figures import KeyFigureSeries


def series(*values: str) -> tuple[KeyFigureSeries, ...]:
    """Values as ‚Kennzahl;Datum;Wert;Einheit‘."""
    rows = [value.split(";") for value in values]
    figures = tuple(KeyFigure(name, dates.parse(day), Decimal(number), "1", unit) for name, day, number, unit in rows)
    return key_figures.of(County("Musterkreis", key_figures=figures), date(2030, 12, 31))


def seen(*values: str) -> DrawnKeyFigures:
    return drawn(series(*values))


def words(found: DrawnKeyFigures) -> list[str]:
    assert found.figure is not None
    return [note.text for note in found.figure.layout.annotations]


YEARS = [f"Quote;31.12.{year};{value};Prozent" for year, value in zip(range(2015, 2021), range(40, 46), strict=True)]


def test_a_few_values_are_lying_bars_with_the_date_as_it_was_written() -> None:
    found = seen("Bus;09.2020;140;Fahrten", "Bus;Ende 2020;1163.5;Fahrten")
    assert found.figure is not None
    (bars,) = found.figure.data
    assert (bars.orientation, tuple(bars.x), tuple(bars.text)) == ("h", (140.0, 1163.5), ("140,0", "1.163,5"))
    assert words(found)[1:] == ["09.2020", "Ende 2020"]
    assert "Bus" in words(found)[0] and "Fahrten" in words(found)[0]


def test_years_without_a_value_are_a_row_that_says_so_and_no_bar() -> None:
    found = seen("Pass;2019;34;", "Pass;2023;70;", "Pass;2025;80;")
    assert found.figure is not None
    assert len(found.figure.data[0].x) == 3
    assert words(found)[1:] == ["2019", "2020 bis 2022", "keine Angabe", "2023", "2024", "keine Angabe", "2025"]
    assert "2019 34; 2020 bis 2022 keine Angabe; 2023 70" in found.alt


def test_a_remark_stands_below_its_value() -> None:
    found = seen("Mittel;2019;500;Euro (ca., Stand 19.09.2019)", "Mittel;2020;600;Euro")
    assert words(found)[1:] == ["2019", "ca., Stand 19.09.2019", "2020"]
    assert "2019 500 (ca., Stand 19.09.2019)" in found.alt


def test_values_that_contradict_each_other_are_both_drawn_and_lighter() -> None:
    found = seen("Mittel;2019;500;", "Mittel;2019;480;", "Mittel;2020;600;")
    assert found.figure is not None
    (bars,) = found.figure.data
    assert tuple(bars.x) == (500.0, 480.0, 600.0)
    assert tuple(bars.marker.color) == (terms.PAST_YEAR, terms.PAST_YEAR, terms.ACCENT)


def test_many_years_are_columns_from_zero_and_a_missing_year_stays_empty() -> None:
    found = seen(*YEARS[:2], *YEARS[3:], "Quote;31.12.2021;46,5;Prozent".replace(",", "."))
    assert found.figure is not None
    (columns,) = found.figure.data
    assert tuple(columns.x) == (2015, 2016, 2018, 2019, 2020, 2021)
    assert tuple(columns.y) == (40.0, 41.0, 43.0, 44.0, 45.0, 46.5)
    assert tuple(columns.text) == ("40,0", "41,0", "43,0", "44,0", "45,0", "46,5")
    assert tuple(found.figure.layout.xaxis.ticktext) == ("2015", "2016", "2017", "2018", "2019", "2020", "2021")
    assert found.figure.layout.yaxis.range[0] == 0


def test_columns_of_one_year_stand_side_by_side() -> None:
    found = seen(*YEARS, "Quote;30.06.2020;44.5;Prozent")
    assert found.figure is not None
    last_two = found.figure.data[0].x[-2:]
    assert last_two == pytest.approx((2019.82, 2020.18))
    assert found.figure.data[0].width == pytest.approx(0.36)


def test_long_numbers_are_written_only_at_the_first_and_the_last_column() -> None:
    found = seen(*(f"Mittel;{year};{400000 + year};Euro" for year in range(2015, 2023)))
    assert found.figure is not None
    assert [text for text in found.figure.data[0].text if text] == ["402.015", "402.022"]


def test_a_single_value_has_no_course_and_is_no_chart() -> None:
    found = seen("Zentren;2019;8;Zentren")
    assert found.figure is None and found.alt == ""
    assert [one.name for one in found.single] == ["Zentren"]
    assert drawn(()).figure is None


def test_every_series_has_its_own_axes_and_all_columns_the_same_years() -> None:
    later = [value.replace("Quote", "Andere").replace("2015", "2022") for value in YEARS]
    found = seen(*YEARS, *later, "Bus;2019;1;", "Bus;2020;2;")
    assert found.figure is not None
    assert [trace.yaxis for trace in found.figure.data] == ["y", "y2", "y3"]
    assert found.figure.layout.xaxis.range == found.figure.layout.xaxis2.range
    domains = [found.figure.layout[axis].domain for axis in ("yaxis", "yaxis2", "yaxis3")]
    assert all(above[0] > below[1] for above, below in pairwise(domains))


def test_negative_values_and_zeros_are_drawn() -> None:
    found = seen("Saldo;2019;-5;", "Saldo;2020;0;")
    assert found.figure is not None
    assert tuple(found.figure.data[0].text) == ("−5", "0")
    assert found.figure.layout.xaxis.range[0] < -5
    assert seen("Null;2019;0;", "Null;2020;0;").figure is not None


def test_words_of_the_data_are_no_markup_of_the_chart() -> None:
    found = seen('<a href="http://x">A</a>;2019;1;<b>', '<a href="http://x">A</a>;2020;2;<b>')
    assert not any("<a" in text or "<b>" in text for text in words(found))


def test_a_long_name_and_unit_go_over_several_lines() -> None:
    name = "Beschäftigte in Teilzeit mit Führungsaufgabe und Verantwortung für Personal"
    found = seen(f"{name};2019;1;Personen", f"{name};2020;2;Personen")
    assert sum("Beschäftigte" in text or "Personal" in text for text in words(found)) == 2


def test_first_on_the_page_are_three_courses_and_a_few_single_values() -> None:
    courses = [f"K{n};{year};1;" for n in range(5) for year in (2019, 2020)]
    singles = [f"E{n};2019;1;" for n in range(6)]
    assert [one.name for one in first_ones(series(*singles, *courses))] == ["E0", "E1", "K0", "K1", "K2"]
    assert [one.name for one in first_ones(series(*singles))] == ["E0", "E1", "E2", "E3", "E4"]
