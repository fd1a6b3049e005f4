"""Kennzahlen up to a Stichtag: series, gaps, contradictions, the table, by values written out."""

from datetime import date
from decimal import Decimal

from audit_core import dates
from audit_core.agreement import County, KeyFigure, MeasureKey
from audit_core.tables import key_figures
from audit_core.tables.key_figures import KeyFigureSeries

END = date(2022, 12, 31)


def value(
    day: str, number: str, name: str = "Plätze", field: str = "3", unit: str = "", source: str = "",
    measures: tuple[MeasureKey, ...] = (),
) -> KeyFigure:  # fmt: skip
    return KeyFigure(name, dates.parse(day), Decimal(number), field, unit, measures, source)


def seen(*values: KeyFigure, as_of: date = END, field: str | None = "3") -> tuple[KeyFigureSeries, ...]:
    return key_figures.of(County("Musterkreis", key_figures=values), as_of, field)


def test_values_stand_in_the_order_of_their_days_with_the_wording_of_the_office() -> None:
    (places,) = seen(value("Ende 2021", "12"), value("2020", "10"), value("03.2021", "11"))
    assert [(v.day.text, v.value) for v in places.values] == [
        ("2020", Decimal(10)), ("03.2021", Decimal(11)), ("Ende 2021", Decimal(12)),
    ]  # fmt: skip
    assert places.newest.value == 12


def test_a_value_counts_from_the_last_day_its_date_can_mean() -> None:
    rows = value("2021", "10"), value("06.2022", "12")
    assert seen(*rows, as_of=date(2021, 12, 30)) == ()
    assert [v.day.text for v in seen(*rows, as_of=date(2021, 12, 31))[0].values] == ["2021"]
    assert len(seen(*rows, as_of=date(2022, 6, 30))[0].values) == 2
    county = County("Musterkreis", key_figures=rows)
    assert [key_figures.later(county, day, "3") for day in (date(2021, 12, 30), date(2021, 12, 31), END)] == [2, 1, 0]


def test_years_between_two_values_that_have_none_are_a_gap() -> None:
    (places,) = seen(value("2015", "1"), value("2018", "2"), value("2019", "3"), value("2021", "4"))
    assert places.gaps == ((2016, 2017), (2020, 2020))


def test_two_values_of_one_date_contradict_each_other_and_both_are_kept() -> None:
    (places,) = seen(value("2020", "10", source="Haushalt"), value("2020", "12", source="Presse"), value("2021", "12"))
    assert [v.conflicting for v in places.values] == [True, True, False]
    assert [[(v.value, v.sources) for v in day] for day in places.conflicts] == [
        [(Decimal(10), ("Haushalt",)), (Decimal(12), ("Presse",))]
    ]


def test_a_year_its_last_quarter_and_its_last_day_do_not_contradict_each_other() -> None:
    (places,) = seen(value("2020", "100"), value("Q4/2020", "30"), value("31.12.2020", "97"), value("12/2020", "9"))
    assert [(v.day.text, v.conflicting) for v in places.values] == [
        ("2020", False), ("Q4/2020", False), ("12/2020", False), ("31.12.2020", False),
    ]  # fmt: skip
    assert places.conflicts == ()
    (named,) = seen(value("12.2020", "9"), value("Dezember 2020", "8"), value("31.12.2020", "97"))
    assert [v.conflicting for v in named.values] == [True, True, False]
    assert [[v.value for v in date] for date in named.conflicts] == [[Decimal(9), Decimal(8)]]


def test_the_same_value_of_one_date_from_two_sources_is_one_value() -> None:
    (places,) = seen(value("2020", "10", source="A | B"), value("2020", "10.0", source="B | C"))
    assert [(v.value, v.sources, v.conflicting) for v in places.values] == [(Decimal(10), ("A", "B", "C"), False)]


def test_an_earlier_statement_is_about_the_same_kennzahl_and_says_so() -> None:
    (funds,) = seen(
        value("2019", "500", "Mittel", unit="Euro (ca.)"), value("2019", "480", "Mittel, frühere Angabe", unit="Euro")
    )
    assert (funds.name, funds.unit) == ("Mittel", "Euro")
    assert [(v.value, v.remark, v.conflicting) for v in funds.values] == [
        (Decimal(500), "ca.", True), (Decimal(480), "frühere Angabe", True),
    ]  # fmt: skip


def test_values_in_another_unit_are_another_series() -> None:
    found = seen(value("2020", "1", unit="Stellen"), value("2021", "4", unit="Personen (rund)"))
    assert [(one.unit, len(one.values), one.values[0].remark) for one in found] == [
        ("Stellen", 1, ""), ("Personen", 1, "rund"),
    ]  # fmt: skip


def test_a_field_shows_its_own_kennzahlen_and_none_without_a_field() -> None:
    rows = value("2020", "1", "A"), value("2020", "2", "B", field="4"), value("2020", "3", "Einwohner", field="")
    assert [one.name for one in seen(*rows)] == ["A"]
    assert [one.name for one in seen(*rows, field=None)] == ["A", "B", "Einwohner"]
    assert seen(*rows, field="9") == ()


def test_kennzahlen_of_the_landkreis_name_neither_a_field_nor_a_measure() -> None:
    """Einwohner is of the Landkreis; Fahrten stays with its measure, Plätze with its field."""
    bus = ("ZV", "5.1.1")
    county = County(
        "Musterkreis",
        key_figures=(
            value("2020", "77148", "Einwohner", field=""),
            value("2020", "1", "Fahrten", field="", measures=(bus,)),
            value("2020", "3", "Plätze"),
            value("2023", "73216", "Einwohner", field=""),
        ),
    )
    assert [(one.name, len(one.values)) for one in key_figures.of_county(county, END)] == [("Einwohner", 1)]
    assert key_figures.later(county, END, key_figures.OF_COUNTY) == 1
    assert [one.name for one in key_figures.of(county, END, measure=bus)] == ["Fahrten"]
    assert key_figures.of_county(County("Leer"), END) == ()


def test_a_measure_shows_the_kennzahlen_that_name_it() -> None:
    bus, other = ("ZV", "5.1.1"), ("ZV", "5.1.2")
    county = County(
        "Musterkreis",
        key_figures=(
            value("2020", "1", "Fahrten", measures=(bus, other)),
            value("2020", "2", "Touren", measures=(other,)),
            value("2020", "3", "Plätze"),
        ),
    )
    assert [one.name for one in key_figures.of(county, END, measure=bus)] == ["Fahrten"]
    assert [one.name for one in key_figures.of(county, END, measure=other)] == ["Fahrten", "Touren"]
    assert key_figures.of(county, END, measure=(None, "5.1.1")) == ()


def test_all_values_of_a_series_have_as_many_decimals_as_the_most_exact_one() -> None:
    (rate,) = seen(value("2020", "44.0"), value("2021", "44.8"))
    (whole,) = seen(value("2020", "44.0"), value("2021", "1E+3"))
    (exact,) = seen(value("2020", "0.12345"))
    assert (rate.digits, whole.digits, exact.digits) == (1, 0, 2)


def test_the_table_has_a_row_for_every_value_as_it_was_entered() -> None:
    sheet = key_figures.sheet(
        seen(value("03.2020", "0.125", unit="Mio. Euro (Planung)", source="a | b"), value("2021", "7"))
    )
    assert sheet.header == ("Kennzahl", "Datum", "Wert", "Einheit", "Bemerkung", "Quelle")
    assert sheet.rows == (
        ("Plätze", "03.2020", 0.125, "Mio. Euro", "Planung", "a | b"), ("Plätze", "2021", 7, None, None, None),
    )  # fmt: skip
    assert "Plätze;03.2020;0,125;Mio. Euro;Planung;a | b\r\n" in sheet.csv.decode("utf-8")


def test_a_county_without_kennzahlen_has_none() -> None:
    assert seen() == () and key_figures.later(County("Leer"), END) == 0
    assert key_figures.sheet(()).rows == ()
