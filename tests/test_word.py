"""The Jahresbericht as DOCX: structure, languages, alternative texts, all of its texts, the same bytes each time."""

import io
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hard_county import HUGE, TEXTS, hard_county
from lxml import etree

from audit_core import store
from audit_core.agreement import County
from audit_core.documents import word
from audit_core.documents.word.markup import plain, runs
from audit_core.standing import ALL, history
from audit_core.tables.annual_report import annual_report
from audit_core.tables.asked import Asked
from audit_core.tables.blocks import (
    Block,
    Column,
    FieldBars,
    Heading,
    Marked,
    NewPage,
    Paragraph,
    Point,
    Points,
    Report,
    Table,
    YearColumns,
)
from audit_core.terms import DIRECTION_COLOUR, FORWARD, OVERDUE_COLOUR, STATUS
from audit_core.upload.apply import load_folder

DATA = Path(__file__).parents[1] / "data"
REAL, INVENTED = "kyffhaeuserkreis", "musterkreis"
STICHTAG = date(2022, 12, 31)
WARNING = "Erfundener Landkreis: Musterkreis. Alle Angaben sind ausgedacht."


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> dict[str, County]:
    found = {}
    for name in (REAL, INVENTED):
        engine = store.open_engine(f"sqlite:///{tmp_path_factory.mktemp(name)}/audit.db")
        load_folder(engine, DATA / name, datetime(2026, 1, 15, 12, tzinfo=UTC))
        found[name] = store.load(engine)
        engine.dispose()
    return found


def asked(county: County, until: date = STICHTAG, agreement: str = ALL) -> Report:
    return annual_report(Asked(history(county), until, agreement))


def of(*blocks: Block, warning: str = "") -> Report:
    """A report with nothing but these blocks."""
    return Report("Titel", "Untertitel", "Musterkreis", (("Stichtag", "31.12.2022"),), blocks, "Fuß", warning, STICHTAG)


def part(data: bytes, name: str = "document") -> etree._Element:
    with ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(f"word/{name}.xml"))


def texts_of(element: etree._Element) -> str:
    """All that can be read in an element; ends of lines and paragraphs as `\n`."""
    shown = []
    for node in element.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:p")):
        shown.append(node.text or "" if node.tag == qn("w:t") else "\t" if node.tag == qn("w:tab") else "\n")
    return "".join(shown)


def texts_in(value: object) -> Iterator[str]:
    """Every text of a block that is shown as text: not the codes, and not what pictures show."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, FieldBars | YearColumns):
        yield from (value.caption, value.note)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("kind", "status", "direction", "arrow", "tone", "level"):
                yield from texts_in(getattr(value, field.name))


def outline(data: bytes) -> list[int]:
    """The levels of the outline in their order, from the styles: 1 is the title."""
    levels = {
        style.get(qn("w:styleId")): int(level.get(qn("w:val"))) + 1
        for style in part(data, "styles").iter(qn("w:style"))
        for level in style.iter(qn("w:outlineLvl"))
    }
    used = [style.get(qn("w:val")) for style in part(data).iter(qn("w:pStyle"))]
    return [levels[style] for style in used if style in levels]


@cache
def made(report: Report) -> bytes:
    return word.docx(report)


@pytest.mark.parametrize("name", [REAL, INVENTED])
def test_outline_has_the_title_alone_on_top_and_skips_no_level(counties: dict[str, County], name: str) -> None:
    report = asked(counties[name])
    levels = outline(made(report))
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels[1:] == [block.level for block in report.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("name", [REAL, INVENTED])
def test_every_text_of_the_report_stands_in_the_document_and_headings_in_their_order(
    counties: dict[str, County], name: str
) -> None:
    report = asked(counties[name])
    shown = texts_of(part(made(report)))
    texts = [*texts_in(report.blocks), *texts_in(report.facts), report.title, report.subtitle]
    assert len(texts) > 1_000 and [text for text in texts if plain(text) not in shown] == []
    paragraphs = docx.Document(io.BytesIO(made(report))).paragraphs
    assert [one.text for one in paragraphs if re.match("Heading [2-4]", str(one.style and one.style.name))] == [
        block.text for block in report.blocks if isinstance(block, Heading)
    ]


def test_texts_of_3000_and_30000_characters_and_of_any_script_are_complete(counties: dict[str, County]) -> None:
    report = asked(hard_county(counties[INVENTED]))
    shown = texts_of(part(made(report)))
    assert shown.count("ENDE3000") > 10 and HUGE in shown
    for text in texts_in(report.blocks):
        assert plain(text) in shown, text[:80]
    assert all(plain(text).strip() in shown for text in TEXTS)


@pytest.mark.parametrize("name", [REAL, INVENTED])
def test_every_table_has_a_repeated_header_a_description_and_widths_as_wide_as_the_text(
    counties: dict[str, County], name: str
) -> None:
    tables = list(part(made(asked(counties[name]))).iter(qn("w:tbl")))
    assert len(tables) > 10
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        assert [len(list(row.iter(qn("w:tblHeader")))) for row in rows] == [1] + [0] * (len(rows) - 1)
        assert all(header.attrib == {} for header in table.iter(qn("w:tblHeader")))
        assert all(next(table.iter(qn(tag))).get(qn("w:val")) for tag in ("w:tblCaption", "w:tblDescription"))
        grid = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert sum(grid) == 9638
        for row in rows:
            assert [int(cell.get(qn("w:w"))) for cell in row.iter(qn("w:tcW"))] == grid


def test_every_picture_says_its_finding_and_stands_inside_the_margins(counties: dict[str, County]) -> None:
    report = asked(counties[REAL])
    pictures = [block for block in report.blocks if isinstance(block, FieldBars | YearColumns)]
    found = docx.Document(io.BytesIO(made(report))).inline_shapes
    assert len(pictures) == len(found) >= 2
    for block, shape in zip(pictures, found, strict=True):
        assert shape._inline.docPr.get("descr") == block.alt
        assert 0 < shape.width.cm <= 17.01 and 0 < shape.height.cm <= 23


def test_language_title_and_days_are_said_without_a_clock(counties: dict[str, County]) -> None:
    report = asked(counties[REAL], date(2021, 6, 30))
    document = docx.Document(io.BytesIO(made(report)))
    properties = document.core_properties
    assert (properties.title, properties.language, properties.author) == (report.title, "de-DE", "Kyffhäuserkreis")
    assert properties.created == properties.modified == datetime(2021, 6, 30, tzinfo=UTC)
    styles = part(made(report), "styles")
    assert {one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))} == {"de-DE"}
    looks = [run.find(qn("w:rPr")) for run in part(made(report)).iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    assert {look.find(qn("w:lang")).get(qn("w:val")) for look in looks} == {"de-DE"}


def test_same_report_gives_the_same_bytes_and_another_day_gives_others(counties: dict[str, County]) -> None:
    report = asked(counties[INVENTED])
    assert word.docx(report) == word.docx(asked(counties[INVENTED])) == made(report)
    assert word.docx(asked(counties[INVENTED], date(2022, 12, 30))) != made(report)


def test_warning_footer_and_page_numbers_stand_on_every_page(counties: dict[str, County]) -> None:
    report = asked(counties[INVENTED])
    sections = docx.Document(io.BytesIO(made(report))).sections
    assert report.warning and len(sections) == 1 and not sections[0].different_first_page_header_footer
    assert [one.text for one in sections[0].header.paragraphs] == [report.warning]
    assert [one.text for one in sections[0].footer.paragraphs] == [f"{report.footer}\tSeite  von "]
    fields_shown = [one.get(qn("w:instr")) for one in part(made(report), "footer").iter(qn("w:fldSimple"))]
    assert fields_shown == [" PAGE ", " NUMPAGES "]
    assert "word/header.xml" not in ZipFile(io.BytesIO(made(asked(counties[REAL])))).namelist()


def test_contents_show_their_lines_at_once_and_word_asks_nothing(counties: dict[str, County]) -> None:
    document = part(made(asked(counties[INVENTED])))
    anchors = [link.get(qn("w:anchor")) for link in document.iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")) for mark in document.iter(qn("w:bookmarkStart"))}
    assert len(anchors) > 5 and set(anchors) <= marks
    assert [code.text for code in document.iter(qn("w:instrText"))] == [' TOC \\o "2-2" \\h \\z \\u ']
    kinds = [mark.get(qn("w:fldCharType")) for mark in document.iter(qn("w:fldChar"))]
    (last,) = [p for p in document.iter(qn("w:p")) if list(p.iter(qn("w:fldChar")))][1:]
    assert texts_of(last).strip() == (
        "Seitenzahlen: hier rechts klicken, dann „Felder aktualisieren“ (LibreOffice: „Verzeichnis aktualisieren“)."
    )
    assert kinds == ["begin", "separate", "end"]
    assert not list(part(made(asked(counties[INVENTED])), "settings").iter(qn("w:updateFields")))


def test_status_stands_as_symbol_and_word_and_red_is_for_overdue_alone() -> None:
    points = Points((Point("Schulnetz", ("Grund: Mittel",), "postponed"), Point("Weg", (), "overdue"), Point("Rad")))
    document = part(word.docx(of(points)))
    lines = [texts_of(line).strip() for line in document.iter(qn("w:p"))]
    assert lines[3:] == ["Schulnetz\u2002‖\u00a0zurückgestellt", "Grund: Mittel", "Weg\u2002▲\u00a0überfällig", "Rad"]
    red = OVERDUE_COLOUR.lstrip("#").upper()
    coloured = {
        texts_of(run): run.find(f".//{qn('w:color')}").get(qn("w:val"))
        for run in document.iter(qn("w:r"))
        if run.find(f".//{qn('w:color')}") is not None
    }
    assert coloured == {"‖": STATUS["postponed"].colour.lstrip("#").upper(), "▲": red, "überfällig": red}


def test_cells_bear_the_ground_of_their_direction_and_numbers_stand_right() -> None:
    cells = (Marked("umgesetzt", "completed"), Marked("3", direction=FORWARD))
    table = Table("Übergänge", (Column("von", 2), Column("nach", 1, right=True)), (cells, ("Summe", "3")), total=True)
    first, last = list(part(word.docx(of(table))).iter(qn("w:tr")))[1:]
    assert [texts_of(cell).strip() for cell in first.iter(qn("w:tc"))] == ["✓\u00a0umgesetzt", "3"]
    assert [ground.get(qn("w:fill")) for ground in first.iter(qn("w:shd"))] == [DIRECTION_COLOUR[FORWARD][1:].upper()]
    assert [style.get(qn("w:val")) for style in first.iter(qn("w:pStyle"))] == ["TableText", "TableNumber"]
    assert len(list(last.iter(qn("w:b")))) == 2


def test_short_rows_stay_whole_and_long_ones_may_break() -> None:
    table = Table("Lang", (Column("Was"), Column("Text")), (("a", "kurz"), ("b", "Wort " * 600)))
    rows = list(part(word.docx(of(table))).iter(qn("w:tr")))
    assert [bool(list(row.iter(qn("w:cantSplit")))) for row in rows] == [True, True, False]


def test_section_begins_on_a_new_page_where_one_is_asked_for() -> None:
    document = part(word.docx(of(Heading(2, "A"), NewPage(), Heading(2, "B"), Paragraph("Text"))))
    breaking = [texts_of(p).strip() for p in document.iter(qn("w:p")) if list(p.iter(qn("w:pageBreakBefore")))]
    assert breaking == ["B"]


def test_texts_are_texts_whatever_signs_they_have() -> None:
    assert texts_of(part(word.docx(of(Paragraph("<w:p/> & \x00\"'\r\nneu\t= ]]>"))))).endswith(
        "<w:p/> & \"'\nneu\t= ]]>"
    )
    mixed = etree.fromstring(f'<w:p xmlns:w="{word.parts.MAIN}">{runs("Amt שלום עולם und مرحبا")}</w:p>')
    from_right = [texts_of(run) for run in mixed.iter(qn("w:r")) if list(run.iter(qn("w:rtl")))]
    assert from_right == ["שלום עולם", "مرحبا"]
    assert {one.get(qn("w:bidi")) for one in mixed.iter(qn("w:lang"))} == {None, "he-IL", "ar-SA"}


def test_empty_county_has_a_document_that_can_be_read() -> None:
    report = asked(County("Leer"))
    document = docx.Document(io.BytesIO(word.docx(report)))
    assert document.paragraphs[0].text == report.title
    assert outline(word.docx(report)).count(1) == 1


def test_every_style_that_is_used_is_one_of_the_document(counties: dict[str, County]) -> None:
    data = made(asked(counties[INVENTED]))
    known = {style.get(qn("w:styleId")) for style in part(data, "styles").iter(qn("w:style"))}
    used = set(re.findall(r'<w:(?:pStyle|tblStyle|rStyle) w:val="(\w+)"', etree.tostring(part(data)).decode()))
    assert used <= known and {"Title", "Heading2", "ListBullet", "Caption", "ReportTable"} <= used


def test_title_of_a_frozen_report_is_the_title_of_the_document(counties: dict[str, County]) -> None:
    report = replace(asked(counties[REAL]), title="Bericht für den Kreistag")
    assert docx.Document(io.BytesIO(word.docx(report))).paragraphs[0].text == "Bericht für den Kreistag"
