"""How long the documents of a year take beside one page made by the same library; ratios of one run."""

import io
import multiprocessing
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from multiprocessing.queues import Queue
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
FORK = multiprocessing.get_context("fork")
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
    """A sheet as people print it: a head, 45 rows of 12 columns with texts, days and numbers, fitted to A4."""
    made = Workbook(io.BytesIO(), {"in_memory": True})
    sheet = made.add_worksheet("Maßnahmen")
    look = {"font_name": "Calibri", "font_size": 10, "border": 1, "valign": "vcenter"}
    head, text = made.add_format(look | {"bold": True}), made.add_format(look | {"text_wrap": True})
    day, share = made.add_format(look | {"num_format": "dd.mm.yyyy"}), made.add_format(look | {"num_format": "0 %"})
    sheet.set_column(0, 11, 14)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, 45, 11)
    for column in range(12):
        sheet.write_string(0, column, f"Spalte {column}", head)
    for row in range(1, 46):
        for column in range(8):
            sheet.write_string(row, column, f"Maßnahme {row}.{column}", text)
        sheet.write_datetime(row, 8, date(2021, 12, 31), day)
        sheet.write_number(row, 9, 0.5, share)
        sheet.write_number(row, 10, row, text)
        sheet.write_number(row, 11, row * 2, text)
    return made.close()


FLOORS = {"pdf": page_pdf, "docx": page_docx, "pptx": page_pptx, "xlsx": page_xlsx}
NAMES = {"pdf": "annual_report", "docx": "annual_report", "pptx": "deck", "xlsx": "workbook"}
MOST_REAL = {"pdf": 8.0, "docx": 10.0, "pptx": 10.0, "xlsx": 10.0}
MOST_LARGE = 80.0


def seconds(make: Callable[[], object], runs: int = RUNS) -> float:
    """The best of some runs, after one that loads fonts and templates."""
    make()
    return min(once(make) for _ in range(runs))


def once(make: Callable[[], object]) -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


@cache
def floor(format: str) -> float:
    return seconds(FLOORS[format])


def first_of(make: Callable[[], object]) -> float:
    """How long something takes the first time in a process, as on the command line: Typst remembers what it set."""
    told: Queue[float] = FORK.Queue()
    process = FORK.Process(target=lambda: told.put(once(make)))
    process.start()
    found = told.get(timeout=300)
    process.join()
    return found


def loaded(folder: Path, data: Path) -> History:
    engine = store.open_engine(f"sqlite:///{folder}/audit.db")
    apply.load_folder(engine, data, datetime(2026, 1, 2, tzinfo=UTC))
    known = history(store.load(engine))
    engine.dispose()
    return known


def tell(what: str, took: float, beside: float) -> float:
    print(f"\n{what}: {took:.3f} s beside {beside:.4f} s, {took / beside:.1f}×")
    return took / beside


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """A year of an invented county with a thousand measures."""
    folder = tmp_path_factory.mktemp("large")
    sample.write(folder / "files", 1000, 8, 1, date(2025, 12, 31))
    return Asked(loaded(folder, folder / "files"), date(2024, 12, 31), "all")


@pytest.mark.parametrize("format", NAMES)
def test_document_of_the_real_county_beside_one_page(format: str, tmp_path: Path) -> None:
    asked = Asked(loaded(tmp_path, REAL), date(2021, 12, 31), "ZV2")
    chosen = document(NAMES[format], format)
    assert tell(f"{format}, real", seconds(lambda: chosen.make(asked)), floor(format)) <= MOST_REAL[format]


def test_report_of_the_real_county_the_first_time_in_a_process(tmp_path: Path) -> None:
    asked = Asked(loaded(tmp_path, REAL), date(2021, 12, 31), "ZV2")
    chosen = document("annual_report", "pdf")
    assert tell("pdf, real, first", first_of(lambda: chosen.make(asked)), first_of(page_pdf)) <= MOST_REAL["pdf"]


def test_report_of_a_thousand_measures_the_first_time_in_a_process(large: Asked) -> None:
    chosen = document("annual_report", "pdf")
    assert tell("pdf, 1,000, first", first_of(lambda: chosen.make(large)), first_of(page_pdf)) <= MOST_LARGE


@pytest.mark.parametrize("format", NAMES)
def test_document_of_a_thousand_measures_is_told(format: str, large: Asked) -> None:
    """No bound is asked for here: the figures are for those who change something."""
    chosen = document(NAMES[format], format)
    assert tell(f"{format}, 1,000", seconds(lambda: chosen.make(large), 1), floor(format)) > 0
