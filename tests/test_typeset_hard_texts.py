"""What people paste into a Sachstand: every text becomes a valid PDF, and nothing is left out silently."""

import io
from dataclasses import replace
from datetime import date

import docx
import pdf_reading
import pytest

from audit_core.documents import typeset, word
from audit_core.documents.typeset.glyphs import shown
from audit_core.tables.blocks import (
    Block,
    Column,
    Facts,
    FieldBars,
    Heading,
    Marked,
    Paragraph,
    Point,
    Points,
    Report,
    Table,
    YearColumn,
    YearColumns,
)
from audit_core.tables.lines import FieldBar

HARD = {
    "chinese": "中文字",
    "right_to_left": "שלום עולם مرحبا بالعالم",
    "emoji": "👨\u200d👩\u200d👧\u200d👦 👍🏽 🇩🇪 ❤\ufe0f 1\ufe0f⃣ 😀\u0301",
    "combining": "e\u0301 a\u0308 x\u0363 Z\u0335\u0321a\u0300\u0301\u0302",
    "zero_width": "a\u200bb\u200cc\u200dd\ufeffe\u2060f\u00adg\u034f",
    "surrogates": "\ud800x\udfff",
    "private_use": "\ue000 \U000f0000",
    "no_characters": "\ufffe\uffff\U0001ffff\u0378",
    "control": "a\x00b\x01\x1b\x7f\tc",
    "directions": "\u202eabc\u202c \u2066x\u2069",
    "code": '#let x = 1; $x$ *b* _i_ @ref <lab> \\ ` ``` // /* = H #panic() "',
    "lines": "a\n\nb\r\nc\u2028d\x85e",
    "blank": " ",
}


def everywhere(text: str) -> Report:
    blocks: tuple[Block, ...] = (
        Heading(2, text), Paragraph(text), Paragraph(text, "note"), Points((Point(text, (text,), "overdue"),)),
        Facts(((text, text),)),
        Table(text, (Column(text), Column("b")), ((text, Marked(text, "partly", "forward", True)),), True, text),
        FieldBars(text, text, (("partly", 1),), (FieldBar(text, text, (("partly", 1),), text, None, None, text),)),
        YearColumns(text, text, (YearColumn(2020, (("partly", 3),), text),)),
    )  # fmt: skip
    return Report(f"Titel {text}", text, text, ((text, text),), blocks, text, text, date(2021, 1, 1))


@pytest.mark.parametrize("text", ["", "\x01", "\ufeff", "\u200b\u2060\u00ad", "\u2800"])
def test_a_text_of_which_nothing_can_be_seen_gives_headings_a_word(text: str) -> None:
    report = replace(everywhere(text), title=text)
    data = typeset.pdf(report)
    assert pdf_reading.findings(data) == []
    assert pdf_reading.bookmarks(data) == ["ohne Bezeichnung", "ohne Bezeichnung"]
    read = docx.Document(io.BytesIO(word.docx(report)))
    assert [row.text for row in read.paragraphs if row.style.name in ("Title", "Heading 2")] == ["ohne Bezeichnung"] * 2
    assert read.core_properties.title == "ohne Bezeichnung"


@pytest.mark.parametrize("name", HARD)
def test_a_hard_text_everywhere_gives_a_valid_pdf(name: str) -> None:
    assert pdf_reading.findings(typeset.pdf(everywhere(HARD[name]))) == []


def test_signs_without_a_font_are_shown_by_their_number_and_the_end_says_what_that_means() -> None:
    read = pdf_reading.squeezed("".join(pdf_reading.page_texts(typeset.pdf(everywhere("Amt 中 \ue000")))))
    assert "Amt[U+4E2D][U+E000]" in read and "keineSchriftenthält" in read
    assert "keineSchrift" not in pdf_reading.squeezed("".join(pdf_reading.page_texts(typeset.pdf(everywhere("Amt ä")))))


def test_text_that_looks_like_code_stays_text() -> None:
    read = "".join(pdf_reading.page_texts(typeset.pdf(everywhere(HARD["code"]))))
    assert pdf_reading.squeezed(HARD["code"]) in pdf_reading.squeezed(read)


def test_controls_go_and_line_ends_stay() -> None:
    assert shown(HARD["control"]).lines == (("ab c",),)
    assert ["".join(map("".join, line)) for line in shown(HARD["lines"]).lines] == ["a", "", "b", "c", "d", "e"]


def test_a_mark_that_the_font_of_its_sign_lacks_is_named_and_a_composed_letter_is_not() -> None:
    assert shown("x\u0363").lines == (("x[U+0363]",),) and shown("x\u0363").missing == {"\u0363"}
    assert shown("a\u0308").lines == (("ä",),) and not shown("a\u0308").missing
