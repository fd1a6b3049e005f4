"""Files as offices save them, and what becomes of them on a bad day: torn, doubled, flipped, filled with signs."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import xlsxwriter
import xlwt
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HEADER = ("Nr.", "Meilenstein", "Stand", "Status", "Fortschritt", "Neue Frist", "Sachstand", "Grund")
ROWS = (
    ("1.1.1", "1", "31.12.2020", "umgesetzt", "100", "", "Anträge geprüft; „gut“ – 3 € übrig", ""),
    ("1.1.1", "", "Q4/2020", "in Umsetzung", "75 %", "31.12.2021", "Zwei\nZeilen, \"mit Zitat\"", "Straße gesperrt"),
    ("1.10", "", "44196", "zurückgestellt", "", "", "'=HYPERLINK(\"http://127.0.0.1/x\")", "Änderung, Öffnung, Übung"),
    ("2.1", "3", "12.2020", "offen", "0,5", "", "<b>fett</b> | 's Mäuschen", ""),
)  # fmt: skip
# Rows of every other kind of list, for a plan of agreement ZV with 1.1, 1.2 and 2.1; of the good ones as of the odd.
PLAN_ROWS: dict[str, tuple[str, ...]] = {
    "landkreis": ("Name;Erfunden;Hinweis", "Musterkreis;ja;Alles erfunden"),
    "handlungsfelder": ("Nr.;Handlungsfeld;Leitthema", "1;Steuerung;", "3.;Gesundheit;Vorsorge"),
    "zielvereinbarungen": (
        "Kürzel;Titel;Beginn;Ende", "zv;Vereinbarung;2020;2022", "ZV 2;Zweite;01.07.2022;", "ZV3;;2019;2018",
    ),
    "massnahmen": (
        "Nr.;Zielvereinbarung;Handlungsfeld;Maßnahme;Verantwortlich;Beginn;Frist;Daueraufgabe;Gewicht;Vorgänger",
        "1.1;ZV;1;Netzwerk neu;Jugendamt;2020;31.02.2021;;0,5;", "1.2.;;Bildung;Bericht;;;Q4/2021;ja;1000000;",
        "7.1;ohne Zielvereinbarung;1;Neues;;Mitte 2020;;;0,001;ZV/1.1",
        "7.2;ZV;2;Danach;;;2023;nein;;ohne Zielvereinbarung/7.1",
        "7,3;ZV;1;Zahl;;;44196;;;ZV/7.2",
        f"2.1;ZV;2;Schulnetz;;;;;0,{'0' * 400}1;", f"1.1;ZV;1;Netzwerk;;;;;1{'0' * 400};",
    ),
    "meilensteine": (
        "Zielvereinbarung;Nr.;Meilenstein;Bezeichnung;Verantwortlich;Frist;Gewicht",
        "ZV;1.1;MS 1;Auftakt;;30.06.2020;2,5", ";1.2;1;Entwurf;Sozialamt;2021;", ";2,1;3;Schluss;;;0,001",
    ),
    "beschluesse": (
        "Vorlage;Betreff;Gremium;Datum;Ja;Nein;Enthaltung;Befangen;Ergebnis;Nr.",
        "2020/1;Beitritt;Kreistag;01.03.2020;29;0;1;;beschlossen;1,1", ";Bericht;Ausschuss;2021;;;;;abgesagt;1.2 | 2.1",
    ),
    "ereignisse": ("Datum;Art;Ereignis;Widerspruch zu", ";Workshop;Auftakt;", "2020;Zertifikat;Verleihung;12.2019"),
    "kennzahlen": ("Kennzahl;Handlungsfeld;Datum;Wert;Einheit;Nr.", "Plätze;1;2020;1.234,5;Plätze;1.1, 1.2"),
}  # fmt: skip
SNIPPETS = (
    b'"', b'""', b"'", b"\x00", b"\x00" * 9, b";", b",", b"\t", b"|", b"\r", b"\n", b"\r\n\r\n", b";" * 300,
    b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xe4\xf6\xfc", b"\xc3", b"\x80\x81\x8d", b"sep=;\r\n", b"'=1+1", b"'-",
    b"=cmd|' /C x'!A1", b"Nr.;Stand;Status\n", b"Summe;;3\n", b"* Stand\n", b"\x1a", b"\x0b\x0c\x1c\x85",
    b"\xe2\x80\xa8", b"9" * 40, b"1e999",
    b"NaN", b"PK\x03\x04", b"<c r=\"XFD1048576\"><v>1</v></c>", b' t="e"', b' t="d"', b"<v>-1e308</v>",
    b'table:number-rows-repeated="999999999"', b"&#0;", b"]]>", b"\xff\xff\xff\x7f",
)  # fmt: skip
# A name without a kind leaves it to the header.
_NAMES = ("meldungen.csv", "Meldungen_Jugendamt 2021.xlsx", "liste.txt", "massnahmen.ods", "", "ereignisse.xls", "x")
_LARGEST = 10**6


def as_csv(
    encoding: str = "utf-8", separator: str = ";", line_end: str = "\r\n", rows: Sequence[Sequence[str]] = ROWS
) -> bytes:
    """The list as CSV; what an encoding has not is a question mark."""
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if line_end == "\r" else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=separator, lineterminator=line_end, quoting=quoting).writerows([HEADER, *rows])
    return text.getvalue().encode(encoding, "replace")


def as_xlsx(rows: Sequence[Sequence[str]] = ROWS, header: Sequence[str] = HEADER) -> bytes:
    """The list as XLSX, every cell a text."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Meldungen")
    for line, row in enumerate([header, *rows]):
        for place, cell in enumerate(row):
            sheet.write_string(line, place, cell)
    book.close()
    return data.getvalue()


def as_xls(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """The list as XLS, every cell a text."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Meldungen")
    for line, row in enumerate([HEADER, *rows]):
        for place, cell in enumerate(row):
            sheet.write(line, place, cell)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def as_ods(rows: Sequence[Sequence[str]] = ROWS) -> bytes:
    """The list as ODS, every cell a text."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Meldungen")
    for row in [HEADER, *rows]:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string") if text else TableCell()
            for paragraph in text.split("\n") if text else ():
                cell.addElement(P(text=paragraph))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    data = io.BytesIO()
    document.write(data)
    return data.getvalue()


@cache
def whole_files() -> tuple[bytes, ...]:
    """The undamaged files that mutations begin with."""
    texts = [as_csv(encoding) for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "mac_roman", "cp850")]
    texts += [as_csv("cp1252", separator) for separator in ",\t|"]
    texts += [b"Liste;;\r\n;;\r\n" + as_csv("cp1252") + b";;\r\nSumme;;2\r\n* vorl\xe4ufig\r\n", b""]
    return *texts, as_xlsx(), as_xls(), as_ods(), *_plans()


def _plans() -> Iterator[bytes]:
    """Each kind of list of the plan as text, and as a workbook."""
    for lines in PLAN_ROWS.values():
        yield "\r\n".join(lines).encode()
        header, *rows = [line.split(";") for line in lines]
        yield as_xlsx(rows, header)


def _flipped(data: bytes, at: int, sign: int) -> bytes:
    return data[:at] + bytes([sign % 256]) + data[at + 1 :]


def _torn(data: bytes, at: int, sign: int) -> bytes:
    return data[:at]


def _without(data: bytes, at: int, sign: int) -> bytes:
    return data[:at] + data[at + 1 + sign % 97 :]


def _doubled(data: bytes, at: int, sign: int) -> bytes:
    return data[: at + sign % 997] + data[at:]


def _filled(data: bytes, at: int, sign: int) -> bytes:
    return data[:at] + SNIPPETS[sign % len(SNIPPETS)] + data[at:]


_CHANGES: tuple[Callable[[bytes, int, int], bytes], ...] = (_flipped, _torn, _without, _doubled, _filled, _filled)
_SPOTS = st.tuples(st.integers(0, len(_CHANGES) - 1), st.integers(0, _LARGEST), st.integers(0, 2**16))
_MUTATIONS = st.tuples(
    st.sampled_from(_NAMES), st.integers(0, 2**16), st.booleans(), st.integers(0, 2**16), st.lists(_SPOTS, max_size=6)
)


def mutated_files() -> st.SearchStrategy[tuple[str, bytes]]:
    """(Name, bytes) of files that were changed in up to six places, of workbooks often within one of their parts."""
    return _MUTATIONS.map(_mutated)


def _mutated(drawn: tuple[str, int, bool, int, list[tuple[int, int, int]]]) -> tuple[str, bytes]:
    name, which, inside, part, spots = drawn
    files = whole_files()
    data = files[which % len(files)]
    if inside and data.startswith(b"PK"):
        return name, _changed_inside(data, part, spots)
    return name, _changed(data, spots)


def _changed(data: bytes, spots: Sequence[tuple[int, int, int]]) -> bytes:
    for change, place, sign in spots:
        data = _CHANGES[change](data, place * len(data) // (_LARGEST + 1), sign)
    return data


def _changed_inside(data: bytes, part: int, spots: Sequence[tuple[int, int, int]]) -> bytes:
    """A workbook with one of its parts changed, packed again so that it opens."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        names = sorted(old.namelist(), key=lambda name: ("sheet" not in name and "content" not in name, name))
        chosen = names[part % len(names)] if part % 3 else names[0]
        for name in old.namelist():
            new.writestr(name, _changed(old.read(name), spots) if name == chosen else old.read(name))
    return changed.getvalue()
