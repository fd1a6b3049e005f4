"""What is too much, and what is no list at all: one sentence each, before anything is unpacked."""

from collections.abc import Sequence

from audit_core.upload.parse.sheet import UnreadableError

MAX_BYTES = 20_000_000
MAX_UNPACKED = 150_000_000
"""Bytes of all parts of a workbook together, unpacked."""
MAX_RATIO = 300
"""How often smaller than unpacked a large part of a workbook may be."""
MAX_PARTS = 5_000
MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
"""Rows × columns of the table of a workbook, which the reader of workbooks holds all at once."""
MAX_CELL = 32_767
"""Excel's own limit."""

SAVE_AS = "Bitte die Liste als XLSX oder CSV speichern und noch einmal versuchen."
BROKEN = f"Die Arbeitsmappe ist beschädigt und lässt sich nicht öffnen. {SAVE_AS}"
PROTECTED = "Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und neu versuchen."
_SIGNS = (
    (b"%PDF", "ein PDF-Dokument"),
    (b"\x89PNG", "ein Bild (PNG)"),
    (b"\xff\xd8\xff", "ein Bild (JPEG)"),
    (b"GIF8", "ein Bild (GIF)"),
    (b"{\\rtf", "ein Textdokument (RTF)"),
    (b"Rar!", "ein gepacktes Archiv (RAR)"),
    (b"7z\xbc\xaf", "ein gepacktes Archiv (7z)"),
    (b"\x1f\x8b", "ein gepacktes Archiv (GZIP)"),
    (b"SQLite format 3", "eine Datenbank (SQLite)"),
)
_MARKUP = (
    (b"<!doctype html", "eine Webseite (HTML)"),
    (b"<html", "eine Webseite (HTML)"),
    (b"<table", "eine Webseite (HTML)"),
    (b"<?xml", "eine XML-Datei"),
)


def number(count: int) -> str:
    """A whole number as people read it.

    >>> number(100_000)
    '100.000'
    """
    return f"{count:,}".replace(",", ".")


def refuse_size(size: int) -> None:
    """Refuse a file of more bytes than are read; may be asked before the file is opened."""
    if size > MAX_BYTES:
        raise UnreadableError(
            f"Die Datei ist {number(-(-size // 1_000_000))} MB groß, gelesen werden höchstens "
            f"{MAX_BYTES // 1_000_000} MB. Bitte auf mehrere Dateien verteilen."
        )


def refuse_foreign(data: bytes) -> None:
    """Refuse what is no list by the first bytes: documents, pictures, archives, nothing."""
    if not data.strip():
        raise UnreadableError("Die Datei ist leer.")
    start = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    kind = next((name for sign, name in _SIGNS if data.startswith(sign)), "")
    kind = kind or next((name for sign, name in _MARKUP if start.startswith(sign)), "")
    if kind:
        raise UnreadableError(f"Das ist {kind}, keine Liste. {SAVE_AS}")


def too_many_rows(sheet_name: str = "") -> UnreadableError:
    """The sentence for a table of too many rows."""
    what = f"Das Blatt ‚{sheet_name}‘" if sheet_name else "Die Datei"
    return UnreadableError(
        f"{what} hat mehr als {number(MAX_ROWS)} Zeilen. Bitte leere Zeilen löschen oder auf mehrere Dateien verteilen."
    )


def too_many_columns(count: int, sheet_name: str = "") -> UnreadableError:
    """The sentence for a table of too many columns."""
    what = f"Das Blatt ‚{sheet_name}‘" if sheet_name else "Die Datei"
    return UnreadableError(
        f"{what} hat {number(count)} Spalten, gelesen werden höchstens {MAX_COLUMNS}. "
        "Bitte nur die Spalten der Liste behalten."
    )


def too_many_cells(sheet_name: str = "") -> UnreadableError:
    """The sentence for a table whose last cell lies too far out."""
    what = f"Das Blatt ‚{sheet_name}‘" if sheet_name else "Die Datei"
    return UnreadableError(
        f"{what} reicht über mehr als {number(MAX_CELLS)} Zellen. "
        "Bitte löschen, was außerhalb der Liste steht, oder auf mehrere Dateien verteilen."
    )


def width(cells: Sequence[str]) -> int:
    """How many columns a record has up to its last cell that is not empty."""
    return next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)
