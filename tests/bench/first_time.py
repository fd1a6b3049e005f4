"""How long a PDF takes the first time in a process, as on the command line: Typst remembers what it has set before.

`first_time.py page` is one page, `first_time.py report URL DAY AGREEMENT` the Jahresbericht; prints seconds and pages.
"""

import sys
import time
from datetime import date
from pathlib import Path

import typst
from pypdfium2 import PdfDocument

from audit_core import store
from audit_core.documents import typeset
from audit_core.documents.registry import document
from audit_core.standing import history
from audit_core.tables.asked import Asked

FONTS = Path(typeset.__file__).parent / "fonts"
LINE = "Die Verwaltung berichtet dem Kreistag über die Umsetzung der Maßnahmen. "


def page_pdf() -> object:
    source = f'#set document(title: "Seite")\n#set text(lang: "de", font: "Source Sans 3")\n= Seite\n{LINE * 30}'
    return typst.compile(
        source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True, pdf_standards=["ua-1"]
    )


def report_pdf(url: str, day: str, agreement: str) -> tuple[float, int]:
    """Seconds and pages of a report, its blocks included, the reading of the database not."""
    known = history(store.load(store.open_engine(url)))
    asked = Asked(known, date.fromisoformat(day), agreement)
    chosen = document("annual_report", "pdf")
    start = time.perf_counter()
    made = chosen.make(asked)
    return time.perf_counter() - start, len(PdfDocument(made))


if __name__ == "__main__":
    if sys.argv[1] == "page":
        begin = time.perf_counter()
        page_pdf()
        print(time.perf_counter() - begin, 1)
    else:
        print(*report_pdf(*sys.argv[2:]))
