"""The PDF: accessible by its own structure, complete to the last word, the same bytes for the same report."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pdf_reading
import pikepdf
import pytest
from PIL import Image
from typeset_samples import ADDRESS, BARS, STAND, WARNING, YEARS, annex, report, whole

from audit_core import terms
from audit_core.documents import typeset
from audit_core.documents.typeset.compiler import TEMPLATES
from audit_core.tables.blocks import (
    Column,
    Facts,
    FieldBars,
    Figures,
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


@cache
def made() -> bytes:
    return typeset.pdf(whole())


def texts(value: object) -> Iterator[str]:
    """Every text of a report that is to be read: not the codes, styles and alternative texts."""
    match value:
        case Table() | FieldBars() | YearColumns():
            yield from (value.caption, value.note)
            if isinstance(value, Table):
                yield from (column.head for column in value.columns)
                yield from texts(value.rows)
            if isinstance(value, FieldBars):
                for field in value.fields:
                    yield from (field.number, field.title, field.completed, field.expected_text)
                yield from (terms.STATUS[code].label for code, _ in value.key)
            if isinstance(value, YearColumns):
                yield from (str(year.year) for year in value.years)
        case Heading() | Paragraph() | Marked():
            yield value.text
        case Points():
            yield from (text for point in value.items for text in (point.text, *point.below))
        case Facts():
            yield from texts(value.rows)
        case Figures():
            yield from (text for one in value.items for text in (one.label, one.value, one.change, one.share))
        case Report():
            yield from (value.title, value.subtitle, value.county, value.warning, value.footer)
            yield from texts((value.facts, value.blocks))
        case tuple():
            for one in value:
                yield from texts(one)
        case str():
            yield value


def missing(of: Report, data: bytes) -> list[str]:
    """The texts of a report that its PDF lacks, however lines were broken; what pages part is read without its foot."""
    foot = pdf_reading.squeezed(of.footer)
    pages = [pdf_reading.squeezed(text) for text in pdf_reading.page_texts(data)]
    read = "".join(pages) + "".join(page.replace(foot, "") for page in pages)
    return [text for text in texts(of) if pdf_reading.squeezed(text) not in read]


def test_no_rule_of_pdf_ua_is_broken() -> None:
    assert pdf_reading.findings(made()) == []


def test_it_says_its_language_and_shows_its_title_and_bears_only_the_stichtag() -> None:
    with pikepdf.open(io.BytesIO(made())) as pdf:
        assert str(pdf.Root.Lang) == "de-DE"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) and bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo.Title) == "Jahresbericht 2021" and str(pdf.docinfo.Author) == "Musterkreis"
        assert {str(pdf.docinfo.CreationDate), str(pdf.docinfo.ModDate)} == {"D:20211231120000Z"}
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp and "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in xmp


def test_the_title_is_the_only_first_heading_and_no_level_is_left_out() -> None:
    levels = [int(one.role[1]) for one in pdf_reading.structure(made()).of("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[:3] == [1, 2, 2] and levels.count(1) == 1 and levels.count(4) == 12
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_heading_too_deep_is_raised_instead_of_refused() -> None:
    data = typeset.pdf(report(Heading(4, "Zu tief"), Heading(4, "Auch"), Heading(1, "Zu hoch")))
    assert [one.role for one in pdf_reading.structure(data).of("H1", "H2", "H3", "H4")] == [
        "H1",
        "H2",
        "H2",
        "H3",
        "H2",
    ]


def test_bookmarks_name_the_title_and_every_heading() -> None:
    headings = [block.text for block in whole().blocks if isinstance(block, Heading)]
    assert pdf_reading.bookmarks(made()) == ["Jahresbericht 2021", *headings]


def test_every_table_has_head_cells_and_a_caption_and_whole_rows() -> None:
    tables = pdf_reading.structure(made()).of("Table")
    assert len(tables) == 13
    for table in tables:
        assert [one.role for one in table.below] == ["Caption", "THead", "TBody"]
        rows = [len(row.below) for row in table.of("TR")]
        assert len(table.of("TH")) == rows[0] and len(set(rows)) == 1


def test_every_picture_says_its_finding() -> None:
    figures = pdf_reading.structure(made()).of("Figure")
    assert [one.alt for one in figures] == [BARS.alt, YEARS.alt]


def test_lists_have_points_and_facts_have_names() -> None:
    items = pdf_reading.structure(made()).of("LI")
    assert len(items) == 1 + 2 + 12 * 3 and all([one.role for one in item.below] == ["Lbl", "LBody"] for item in items)


def test_nothing_is_drawn_outside_tags_and_artifacts() -> None:
    assert pdf_reading.untagged(made()) == 0
    pages = len(pdf_reading.page_texts(made()))
    assert pages >= 6 and all(pdf_reading.artifacts(made(), page) >= 2 for page in range(pages))


def test_every_page_has_the_warning_the_footer_and_its_number() -> None:
    pages = pdf_reading.page_texts(made())
    for number, text in enumerate(pages, 1):
        assert (
            WARNING in text
            and "Musterkreis · Jahresbericht 2021" in text
            and f"Seite {number} von {len(pages)}" in text
        )
    assert "Erfunden" not in "".join(pdf_reading.page_texts(typeset.pdf(replace(whole(), warning=""))))


def test_every_text_of_a_report_can_be_read_in_it() -> None:
    assert missing(whole(), made()) == []


def test_the_words_of_status_and_terminlage_stand_beside_their_signs() -> None:
    read = pdf_reading.squeezed("".join(pdf_reading.page_texts(made())))
    assert "1.1.2Altenhilfebericht▲überfällig" in read and "▶inUmsetzung" in read and "▲überfällig,275Tage" in read


def test_the_same_report_gives_the_same_bytes_and_another_title_others() -> None:
    small = report(Heading(2, "Kurz"), Paragraph(STAND), YEARS, *annex(1))
    assert typeset.pdf(small) == typeset.pdf(small)
    assert typeset.pdf(small) != typeset.pdf(replace(small, title="Anders"))


def test_an_address_can_be_copied_out_as_it_is() -> None:
    lines = typeset.pdf(report(Heading(2, "Q"), Paragraph(f"Siehe {ADDRESS}"), Facts((("Quelle", ADDRESS),))))
    read = "".join(pdf_reading.page_texts(lines)).replace("\n", "")
    assert read.count(ADDRESS) == 2 and "\u200b" not in read and "\u00ad" not in read


def test_no_long_word_runs_out_of_its_cell() -> None:
    words = ("x" * 90, "282248076641113" * 3, ADDRESS, "vorname.nachname@landratsamt-kyffhaeuser.thueringen.de")
    row = tuple(words)
    data = typeset.pdf(report(Heading(2, "Q"), Table("Enge", tuple(Column("a") for _ in row), (row,)), warning=""))
    read = pdf_reading.squeezed("".join(pdf_reading.page_texts(data)))
    assert all(pdf_reading.squeezed(word) in read for word in words)
    picture = Image.open(io.BytesIO(typeset.pages(report(Table("Enge", (Column("a"),) * 4, (row,))), 2, 420)[1]))
    margin = picture.convert("L").crop((int(420 * 190 / 210), 0, 420, picture.height - 60))
    assert margin.crop((0, 50, *margin.size)).getextrema() == (255, 255)


@pytest.mark.parametrize("signs", [3_000, 30_000])
def test_a_long_sachstand_is_complete_in_facts_and_in_a_cell(signs: int) -> None:
    told = "".join(f"{number} hat die Stelle berichtet. " for number in range(signs))[:signs].strip()
    cell = Table("Lang", (Column("Was"), Column("Sachstand", 3)), (("a", told), ("b", "kurz")))
    asked = report(Heading(2, "Lang"), *annex(1, told)[:2], cell, Points((Point("p", (told,)),)), warning="")
    data = typeset.pdf(asked)
    read = "".join(
        pdf_reading.squeezed(text.split("Musterkreis · ")[0]) for text in pdf_reading.page_texts(data)
    ).replace("WasSachstand", "")
    assert len(pdf_reading.page_texts(data)) > signs // 2_000
    assert read.count(pdf_reading.squeezed(told)) == 3


def test_a_report_of_nothing_is_still_valid() -> None:
    data = typeset.pdf(Report("Leer", "", "", (), (), "", "", date(2020, 12, 31)))
    assert pdf_reading.findings(data) == [] and "Leer" in pdf_reading.page_texts(data)[0]


def test_empty_blocks_are_no_error() -> None:
    blocks = (
        Heading(2, "Leer"), Points(()), Facts(()), Figures(()), Table("t", (Column("a"), Column("b")), (), total=True),
        FieldBars("f", "nichts", (), ()), YearColumns("y", "nichts", ()), NewPage(), NewPage(),
    )  # fmt: skip
    assert "Leer" in "".join(pdf_reading.page_texts(typeset.pdf(report(*blocks))))


def test_the_preview_shows_the_first_pages_of_the_pdf_with_its_number_of_pages() -> None:
    drawn = typeset.pages(whole(), 3, 420)
    assert len(drawn) == 3
    assert all(Image.open(io.BytesIO(one)).size == (420, 594) for one in drawn)
    assert len(typeset.pages(report(Heading(2, "Kurz")), 9, 200)) == 2


def test_a_picture_alone_is_as_wide_as_asked_and_has_the_colours_of_the_vocabulary() -> None:
    for block in (BARS, YEARS):
        picture = Image.open(io.BytesIO(typeset.picture(block, 1400))).convert("RGB")
        assert picture.width == 1400
        colours = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in picture.getcolors(1_000_000) or ()}  # type: ignore[misc]
        assert {terms.STATUS[code].colour for code in terms.SHOWN_ORDER if code != "no_report"} <= colours


def test_no_colour_is_written_into_a_template() -> None:
    for path in TEMPLATES.glob("*.typ"):
        text = path.read_text(encoding="utf-8")
        assert "#" + "0" * 6 not in text and not [w for w in text.split() if w.startswith(('rgb("', "luma("))]
