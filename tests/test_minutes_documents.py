"""The minutes as PDF/UA and DOCX: the same bytes each time, accessible, complete whatever was typed."""

import io
from functools import cache

import pytest
from docx import Document
from draft_words import evening, known, notes, said
from pdf_reading import findings, page_texts, squeezed, structure
from test_minutes import FIRST, texts

from audit_core.documents.minutes import MIMES, file_name, made
from audit_core.errors import AuditError
from audit_core.tables.blocks import Report
from audit_core.workshop.minutes import minutes_of

HARD = 'Semikolon; "Zitat"\nzweite Zeile =1+1 <b>fett</b> & #let x = 1 $y$ *z* \\ 🚌 中 ' + "x" * 300


@cache
def report() -> Report:
    rows = [(note.subject, note.field, note.text) for note in notes(FIRST)]
    rows += [("new:b", field, HARD) for field in ("title", "goal", "description", "responsible", "due")]
    rows += [("measure:ZV2/1.3", "decision", "end"), ("measure:ZV2/1.3", "reason", HARD)]
    return minutes_of(known(), evening(7, 'Herbst <i> & "Co"'), said(rows, workshop=7))


@cache
def pdf() -> bytes:
    return made(report(), "pdf")


def test_the_pdf_is_accessible_and_has_its_headings_in_order() -> None:
    assert findings(pdf()) == []
    roles = [one.role for one in structure(pdf()).of("H1", "H2", "H3")]
    assert roles[0] == "H1" and roles.count("H1") == 1
    assert roles.count("H2") == 6  # the contents, and five sections
    assert len(structure(pdf()).of("Table")) == 1


def test_the_pdf_holds_every_text_and_says_of_an_invented_county_that_it_is_on_every_page() -> None:
    pages = [squeezed(text) for text in page_texts(pdf())]
    whole = "".join(pages)
    lacking = [text for text in texts(report()) if squeezed(text.replace("中", "[U+4E2D]")) not in whole]
    assert [text for text in lacking if "xxxx" not in text] == []
    assert all(squeezed(report().warning) in page for page in pages)


def test_the_docx_holds_every_decision() -> None:
    document = Document(io.BytesIO(made(report(), "docx")))
    told = [paragraph.text for paragraph in document.paragraphs]
    for name in (
        "1.1 Maßnahme 1.1: wird fortgeführt",
        "1.2 Maßnahme 1.2: wird ersetzt",
        "1.3 Maßnahme 1.3: wird beendet",
    ):
        assert sum(name in text for text in told) == 1


@pytest.mark.parametrize("format", MIMES)
def test_the_same_notes_give_the_same_bytes(format: str) -> None:
    again = minutes_of(known(), evening(), notes(FIRST))
    assert made(again, format) == made(minutes_of(known(), evening(), notes(FIRST)), format)


def test_another_format_is_refused_in_german() -> None:
    with pytest.raises(AuditError, match=r"Ein Protokoll gibt es nicht als \.odt\. Möglich: \.pdf oder \.docx\."):
        made(report(), "odt")


def test_the_name_of_the_file_says_which_evening() -> None:
    assert file_name(evening(7), "pdf") == "protokoll_zv2_nr7.pdf"
