"""The deck as it is opened again: titles, charts, notes, alt texts, language, and the same bytes (R14, R15)."""

import io
import re
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from counties import county_of
from lxml import etree
from pptx import Presentation
from pptx.slide import Slide

from audit_core import store, terms
from audit_core.agreement import County
from audit_core.documents.deck import deck
from audit_core.standing import history, standing
from audit_core.tables.asked import Asked
from audit_core.tables.deck import deck_of
from audit_core.tables.situation import situation
from audit_core.upload.apply import load_folder

DATA = Path(__file__).resolve().parents[1] / "data"
REAL, INVENTED = "kyffhaeuserkreis", "musterkreis"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
VIEWS = [(REAL, 2016, "all"), (REAL, 2022, "all"), (INVENTED, 2024, "ZV2")]
EVERY_VIEW = pytest.mark.parametrize(("folder", "year", "agreement"), VIEWS)


@cache
def county(folder: str) -> County:
    with TemporaryDirectory() as place:
        engine = store.open_engine(f"sqlite:///{place}/deck.db")
        load_folder(engine, DATA / folder, datetime(2026, 1, 1, tzinfo=UTC))
        found = store.load(engine)
        engine.dispose()
    return found


@cache
def asked(folder: str, year: int, agreement: str) -> Asked:
    return Asked(history(county(folder)), date(year, 12, 31), agreement)


@cache
def made(folder: str, year: int, agreement: str) -> bytes:
    return deck(asked(folder, year, agreement))


def slides(data: bytes) -> list[Slide]:
    return list(Presentation(io.BytesIO(data)).slides)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def drawn(slide: Slide) -> dict[str, dict[str, int]]:
    """The values of the chart of a slide as a program reads them: category → series → value, without zeros."""
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    found: dict[str, dict[str, int]] = {}
    for series in chart.plots[0].series:
        for category, value in zip(chart.plots[0].categories, series.values, strict=True):
            if value:
                found.setdefault(str(category), {})[series.name] = int(value)
    return found


def notes(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text


@EVERY_VIEW
def test_the_bars_of_the_year_are_the_statuses_of_the_situation(folder: str, year: int, agreement: str) -> None:
    about = asked(folder, year, agreement)
    now = situation(standing(about.known, about.until), agreement)
    expected = {
        f"{row.number} {row.title}": {terms.STATUS[code].label: n for code, n in row.statuses.items() if n}
        for row in now.fields
    }
    assert drawn(slides(made(folder, year, agreement))[1]) == {name: row for name, row in expected.items() if row}


def test_the_year_of_the_real_county_in_numbers_written_out() -> None:
    found = slides(made(REAL, 2022, "all"))
    assert found[1].shapes.title is not None
    assert found[1].shapes.title.text == "9 von 31 Maßnahmen umgesetzt, 6 Maßnahmen und 21 Meilensteine überfällig."
    texts = " ".join(shape.text_frame.text for shape in found[1].shapes if shape.has_text_frame)
    assert "9 von 31" in texts and "40 von 83" in texts and "21 von 39" in texts
    years = next(slide for slide in found if "Jahr für Jahr" in [s.text for s in slide.shapes if s.has_text_frame])
    assert drawn(years)["2022\n9 von 31"] == {
        "umgesetzt": 9, "Daueraufgabe": 2, "in Umsetzung": 19, "in Vorbereitung": 4,
    }  # fmt: skip


@EVERY_VIEW
def test_every_slide_has_a_title_of_its_own_first_in_the_reading_order(folder: str, year: int, agreement: str) -> None:
    found = slides(made(folder, year, agreement))
    titles = [slide.shapes.title.text for slide in found if slide.shapes.title is not None]
    assert len(titles) == len(found) >= 9 and len(set(titles)) == len(titles)
    assert titles == [slide.title for slide in deck_of(asked(folder, year, agreement)).slides]
    assert all(slide.shapes[0].is_placeholder and slide.shapes[0].has_text_frame for slide in found)


@EVERY_VIEW
def test_notes_define_the_numbers_and_name_the_stichtag(folder: str, year: int, agreement: str) -> None:
    for slide in slides(made(folder, year, agreement)):
        assert slide.shapes.title is not None and f"Stichtag 31.12.{year}" in notes(slide)
        assert "Kenntnisstand: alles bisher Erfasste, noch nicht festgeschrieben (Entwurf)" in notes(slide)
    year_slide = slides(made(folder, year, agreement))[1]
    assert "n sind die Maßnahmen mit dem Status umgesetzt oder Daueraufgabe" in notes(year_slide)


@EVERY_VIEW
def test_charts_and_tables_say_their_finding_and_every_run_is_german(folder: str, year: int, agreement: str) -> None:
    frames = runs = 0
    for name, blob in parts(made(folder, year, agreement)).items():
        if not name.endswith(".xml") or not name.startswith("ppt/"):
            continue
        tree = etree.fromstring(blob)
        assert b'lang="en' not in blob, name
        for frame in tree.iter(f"{P}graphicFrame"):
            frames += 1
            assert len(frame.find(f".//{P}cNvPr").get("descr", "")) > 20
        for run in (*tree.iter(f"{A}r"), *tree.iter(f"{A}fld")):
            runs += 1
            assert run.find(f"{A}rPr").get("lang") == "de-DE", name
        for size in tree.iter(f"{A}rPr", f"{A}defRPr"):
            assert not name.startswith("ppt/slides/") or int(size.get("sz", 1200)) >= 1200
        if name.startswith("ppt/charts/"):
            assert all(int(axis.get("val")) > 0 for axis in tree.iter(f"{C}axId", f"{C}crossAx"))
            assert {one.get("formatCode") for one in tree.iterfind(f".//{C}dLbls/{C}numFmt")} == {"#,##0;;"}
            assert [one.get("lang") for one in tree.iter(f"{A}defRPr")].count("de-DE") >= 2
    assert frames >= 12 and runs >= 200


def test_no_report_is_a_pattern_and_every_status_has_its_colour() -> None:
    blob = b"".join(blob for name, blob in parts(made(REAL, 2016, "all")).items() if name.startswith("ppt/charts/"))
    series = dict(re.findall(rb"<c:v>([^<]+)</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr>(.{80})", blob))
    assert series[b"keine Meldung"].startswith(b'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="838A8F"')
    assert series[b"in Umsetzung"].startswith(b'<a:solidFill><a:srgbClr val="2A5796"/>')


def test_only_an_invented_county_says_on_every_slide_that_it_is() -> None:
    words = "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht."
    for slide in slides(made(INVENTED, 2024, "ZV2")):
        assert any(words in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert not any(words.encode() in blob for blob in parts(made(REAL, 2022, "all")).values())


def test_the_same_request_gives_the_same_bytes_with_no_clock_but_the_stichtag() -> None:
    again = deck(Asked(history(county(REAL)), date(2022, 12, 31), "all"))
    assert again == made(REAL, 2022, "all")
    core = parts(again)["docProps/core.xml"].decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core) == ["2022-12-31T00:00:00Z"] * 2
    assert not any("thumbnail" in name or "printer" in name for name in parts(again))
    with ZipFile(io.BytesIO(again)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@EVERY_VIEW
def test_nothing_stands_outside_the_slide_and_lists_end_above_the_footer(
    folder: str, year: int, agreement: str
) -> None:
    width, height = 12_191_695, 6_858_000
    for slide in slides(made(folder, year, agreement)):
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= width, (shape.name, slide.slide_id)
            assert shape.top >= 0 and shape.top + shape.height <= height, (shape.name, slide.slide_id)
            if not shape.is_placeholder:
                assert shape.top + shape.height <= 6.95 * 914_400, (shape.name, slide.slide_id)


def test_a_field_with_more_than_five_measures_is_parted_evenly_and_says_which_part_it_is() -> None:
    table = "\n".join(f"measure 1.1.{n} due=31.12.2020\nentry 1.1.{n} in_progress 12.2020" for n in range(1, 8))
    found = deck_of(Asked(history(county_of(f"agreement ZV begin=01.01.2020\n{table}")), date(2021, 12, 31)))
    pages = [slide for slide in found.slides if slide.kind == "field"]
    assert [len(slide.table.rows) for slide in pages if slide.table] == [4, 3]
    assert [slide.above for slide in pages] == [
        "Handlungsfeld 1 Handlungsfeld 1 · Folie 1 von 2", "Handlungsfeld 1 Handlungsfeld 1 · Folie 2 von 2",
    ]  # fmt: skip
    assert [slide.title[-15:] for slide in pages] == ["(Folie 1 von 2)", "(Folie 2 von 2)"]
