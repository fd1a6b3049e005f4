"""How long the documents of a year take beside one page made by the same library; ratios of one run."""

import io
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
import typst
from docx import Document
from pptx import Presentation
from xlsxwriter import Workbook

from audit_core import sample, store
from audit_core.documents import typeset
from audit_core.documents.registry import document
from audit_core.standing import History, history
from audit_core.tables.asked import Asked
from audit_core.upload import apply

RUNS = 5
REAL = Path(__file__).parents[2] / "data" / "kyffhaeuserkreis"
FONTS = Path(typeset.__file__).parent / "fonts"
LINE = "Die Verwaltung berichtet dem Kreistag über die Umsetzung der Maßnahmen. "


def page_pdf() -> object:
    source = f'#set document(title: "Seite")\n#set text(lang: "de", font: "Source Sans 3")\n= Seite\n{LINE * 30}'
    return typst.compile(
        source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_standards=["ua-1"]
    )


def page_docx() -> object:
    made = Document()
    made.add_heading("Seite", 1)
    for _ in range(10):
        made.add_paragraph(LINE * 3)
    made.save(io.BytesIO())
    return made


def page_pptx() -> object:
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[1])
    for shape in slide.placeholders:
        shape.text = LINE
    made.save(io.BytesIO())
    return made


def page_xlsx() -> object:
    made = Workbook(io.BytesIO(), {"in_memory": True})
    sheet = made.add_worksheet()
    for row in range(40):
        for column in range(8):
            sheet.write_string(row, column, "Maßnahme")
    return made.close()


FLOORS = {"pdf": page_pdf, "docx": page_docx, "pptx": page_pptx, "xlsx": page_xlsx}
NAMES = {"pdf": "annual_report", "docx": "annual_report", "pptx": "deck", "xlsx": "workbook"}
MOST_REAL = {"pdf": 8.0, "docx": 10.0, "pptx": 10.0, "xlsx": 10.0}
MOST_LARGE = {"pdf": 80.0}


def seconds(make: Callable[[], object], runs: int = RUNS) -> float:
    """The best of some runs, after one that loads fonts and templates."""
    make()
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        make()
        found.append(time.perf_counter() - start)
    return min(found)


@cache
def floor(format: str) -> float:
    return seconds(FLOORS[format])


def loaded(folder: Path, data: Path) -> History:
    engine = store.open_engine(f"sqlite:///{folder}/audit.db")
    apply.load_folder(engine, data, datetime(2026, 1, 2, tzinfo=UTC))
    known = history(store.load(engine))
    engine.dispose()
    return known


def ratio(asked: Asked, format: str, runs: int) -> float:
    chosen = document(NAMES[format], format)
    took = seconds(lambda: chosen.make(asked), runs)
    size = len(chosen.make(asked)) // 1024
    print(f"\n{format}: {took:.3f} s, {size} KiB, floor {floor(format):.4f} s, {took / floor(format):.1f}×")
    return took / floor(format)


@pytest.mark.parametrize("format", NAMES)
def test_document_of_the_real_county_beside_one_page(format: str, tmp_path: Path) -> None:
    asked = Asked(loaded(tmp_path, REAL), date(2021, 12, 31), "ZV2")
    assert ratio(asked, format, RUNS) <= MOST_REAL[format]


@pytest.mark.parametrize("format", NAMES)
def test_document_of_a_thousand_measures_beside_one_page(format: str, tmp_path: Path) -> None:
    sample.write(tmp_path / "files", 1000, 8, 1, date(2025, 12, 31))
    asked = Asked(loaded(tmp_path, tmp_path / "files"), date(2024, 12, 31), "all")
    found = ratio(asked, format, 1)
    assert found <= MOST_LARGE.get(format, found)
