"""One number (R15): every figure of every document is the one the command line prints, for both counties."""

import os
import re
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import document_reading as read
import pytest
from walk import BY_LABEL, Walk, counted, urls, view, walk

from audit_core.__main__ import main
from audit_core.terms import NO_AGREEMENT, SCHEDULE, STATUS
from audit_core.wording.numbers import days, n_of, percent, signed

__all__ = ["urls", "view", "walk"]
SIGNS = re.compile(r"^[✓∞½▶▷○?‖→×▲△•–]\s")


class Made:
    """The documents of one view, each written once by the command line."""

    def __init__(self, walk: Walk, folder: Path) -> None:
        self.walk, self.folder = walk, folder
        self.before = f"{int(walk.day[:4]) - 1}-12-31"

    def of(self, name: str, format: str) -> bytes:
        return written(os.environ["AUDIT_DATABASE_URL"], name, format, self.walk.day, self.walk.agreement, self.folder)

    def balance(self) -> Any:
        return self.walk.ask("balance", "--year", self.walk.day[:4], "--until", self.walk.day)


@cache
def written(_url: str, name: str, format: str, day: str, agreement: str, folder: Path) -> bytes:
    file = folder / f"{name}.{format}"
    arguments = ["document", name, "--year", day[:4], "--until", day, "--agreement", agreement, "-o", str(file)]
    assert main(arguments) == 0
    return file.read_bytes()


@pytest.fixture
def made(walk: Walk, tmp_path: Path) -> Made:
    return Made(walk, tmp_path)


def word(text: str) -> str:
    """The word of a cell without its symbol."""
    return SIGNS.sub("", text).strip()


def four(now: Any) -> list[tuple[str, int, int]]:
    """The four figures as (label, n, of)."""
    return [
        ("Maßnahmen umgesetzt", now["completion"]["n"], now["completion"]["of"]),
        ("Meilensteine erreicht", now["milestones"]["n"], now["milestones"]["of"]),
        ("Meilensteine überfällig", now["overdue"]["milestones"], now["milestones"]["open"]),
        ("Ohne aktuelle Meldung", now["stale"]["n"], now["stale"]["of"]),
    ]


def shown(n: int, of: int) -> str:
    """A figure as pages and documents write it; milestones of permanent tasks can be more than the open ones (R5)."""
    return n_of(n, of) if of and n <= of else str(n) if n else "–"


def expected(field: Any) -> str:
    part = f" aus {n_of(field['expected_of'], field['completion']['of'])}"
    partly = field["expected"] is not None and field["expected_of"] < field["completion"]["of"]
    return percent(field["expected"]) + (part if partly else "")


def moves(rows: list[list[str]], heads: list[str]) -> list[dict[str, Any]]:
    """The cells of a transition table as the command line prints them."""
    return [
        {"from": BY_LABEL[row[0]], "to": BY_LABEL[head], "count": int(cell)}
        for row in rows if row[0] in BY_LABEL
        for head, cell in zip(heads, row[1:], strict=False) if head in BY_LABEL and cell not in ("", "0")
    ]  # fmt: skip


def test_figures_and_fields_of_the_report(made: Made) -> None:
    now, before = made.walk.status(made.walk.day), made.walk.status(made.before)
    tables = read.docx_tables(made.of("annual_report", "docx"))
    (figures,) = headed_rows(tables, "Maßnahmen umgesetzt")
    changes = [signed(n - n_before) for (_, n, _), (_, n_before, _) in zip(four(now), four(before), strict=True)]
    assert figures[1] == [shown(n, of) for _, n, of in four(now)]
    assert [re.search(r"[+−±][\d.]+", cell)[0] for cell in figures[2]] == changes  # type: ignore[index]
    (fields,) = read.headed(tables, "Handlungsfeld")
    rows = dict(zip((row[0].split(" ")[0] for row in fields), fields, strict=True))
    then = {field["number"]: field["completion"] for field in before["fields_of_action"]}
    for field in now["fields_of_action"]:
        done, late = field["completion"], field["overdue"]
        was = then[field["number"]]
        assert [cell.replace(" %", "\xa0%") for cell in rows[field["number"]][1:7]] == [
            shown(done["n"], done["of"]), shown(was["n"], was["of"]), percent(field["progress"]), expected(field),
            str(late["measures"]), str(late["milestones"]),
        ]  # fmt: skip


def headed_rows(tables: list[tuple[str, read.Rows]], first: str) -> list[read.Rows]:
    return [rows for _, rows in tables if rows[0][0] == first]


def test_offices_measures_and_transitions_of_the_report(made: Made) -> None:
    now = made.walk.status(made.walk.day)
    tables = read.docx_tables(made.of("annual_report", "docx"))
    offices = [row for rows in read.headed(tables, "Zuständigkeit", "überfällig") for row in rows]
    assert [row for row in offices if row[0] != "zusammen"] == [
        [o["responsible"] or "ohne Zuständigkeit", f"{o['overdue']}", f"{o['due_soon']}", f"{o['stale']}",
         days(o["longest_days"]) if o["longest_days"] else "–"]
        for o in now["offices"]
    ]  # fmt: skip
    lists = read.headed(tables, "Maßnahme oder Meilenstein", "Frist", "überfällig seit")
    listed = made.walk.ask("overdue", "--as-of", made.walk.day)
    found = [int(re.sub(r"\D", "", row[2])) for rows in lists for row in rows]
    assert sorted(found, reverse=True) == [row["days"] for row in listed]
    measures = {}
    for rows in read.headed(tables, "Maßnahme", "Status", "Fortschritt"):
        measures |= {row[0]: row for row in rows}
    assert len(measures) == len(now["measures"])
    for row in now["measures"]:
        (cells,) = named(measures, row)
        assert BY_LABEL[word(cells[1].split("\n")[0])] == row["status"]
        assert cells[2].replace(" %", "\xa0%") == percent(row["progress"])
        if row["days_overdue"]:
            assert word(cells[4]) == f"überfällig, {days(row['days_overdue'])}"
        elif row["schedule"] not in (None, "left"):
            assert word(cells[4]).split(",")[0] == SCHEDULE[row["schedule"]].label
    balance = made.balance()
    grids = headed_rows(tables, "von / nach")
    drawn = moves(grids[0][1:], grids[0][0][1:]) if grids else []
    assert sorted(drawn, key=str) == sorted(balance["transitions"], key=str)


def named(rows: dict[str, list[str]], measure: Any) -> list[list[str]]:
    """The row of a measure; its Zielvereinbarung stands with it where two have the same number."""
    number, agreement = measure["number"], measure["agreement"]
    with_agreement = [cells for name, cells in rows.items() if name.startswith(f"{agreement} {number} ")]
    return with_agreement or [cells for name, cells in rows.items() if name.startswith(f"{number} ")]


def test_the_pdf_says_the_figures_of_its_pictures_and_every_row_of_the_report(made: Made) -> None:
    now = made.walk.status(made.walk.day)
    text = read.pdf_text(made.of("annual_report", "pdf"))
    for field in now["fields_of_action"]:
        if field["completion"]["of"]:
            beside = f"{shown(field['completion']['n'], field['completion']['of'])}HF {field['number']}"
            assert read.compact(f"{beside} {percent(field['progress'])} erwartet {expected(field)}") in text
    for code, n in counted(now["measures"]).items():
        assert read.compact(f"{STATUS[code].symbol} {STATUS[code].label} {n}") in text
    tables = read.docx_tables(made.of("annual_report", "docx"))
    assert len(tables) >= 3
    for caption, rows in tables:
        for row in rows if caption != "Die wichtigsten Zahlen" else rows[1:2]:
            for cell in row:
                for line in cell.split("\n"):
                    assert read.compact(line) in text, (caption, row)


def test_pictures_and_lists_of_the_deck(made: Made) -> None:
    now = made.walk.status(made.walk.day)
    deck = read.Deck(made.of("deck", "pptx"))
    status = {BY_LABEL[name]: values for name, values in deck.chart("Stand der").items()}
    for place, field in enumerate(now["fields_of_action"]):
        assert {code: values[place] for code, values in status.items() if values[place]} == field["statuses"]
    texts = deck.texts()
    for label, n, of in four(now):
        if of and n <= of:
            assert any(text.startswith(f"{label}\n{n_of(n, of)}\n") for text in texts), label
    (done,) = deck.tables("umgesetzt") if not now["measures"] else [next(deck.tables("umgesetzt"))]
    assert [row[1] for row in done[1:]][: len(now["fields_of_action"])] == [
        shown(f["completion"]["n"], f["completion"]["of"]) if f["statuses"] else "keine Maßnahme"
        for f in now["fields_of_action"]
    ]
    offices = deck.chart("Überfällig je Stelle")
    late = [o["overdue"] for o in now["offices"] if o["overdue"]]
    drawn = [int(n) for n in next(iter(offices.values()), [])]
    assert drawn == late[: len(drawn)] and (drawn or not late)
    balance = made.balance()
    grids = list(deck.tables("Summe"))
    cells = moves(grids[0][1:], heads_of(grids[0][0])) if grids else []
    assert sorted(cells, key=str) == sorted(balance["transitions"], key=str)


def heads_of(cells: list[str]) -> list[str]:
    """The heads of a table as labels; a slide may part a word at its joint, or shorten it with „…“."""
    whole = [cell.replace("-\n", "") for cell in cells[1:]]
    return [
        next((label for label in BY_LABEL if cell.endswith("…") and label.startswith(cell[:-1])), cell)
        for cell in whole
    ]


def test_sheets_of_the_workbook(made: Made) -> None:
    now, before = made.walk.status(made.walk.day), made.walk.status(made.before)
    sheets = read.xlsx_sheets(made.of("workbook", "xlsx"))
    figures = {row["Vier Zahlen"]: row for row in read.below(sheets["Übersicht"], "Vier Zahlen", "von N")}
    for (label, n, of), (_, was, _) in zip(four(now), four(before), strict=True):
        assert (figures[label]["n"], figures[label]["Veränderung"]) == (n, n - was)
        assert figures[label]["von N"] in (of, "")
    fields = {row["Nr."]: row for row in read.below(sheets["Übersicht"], "Fortschritt", "erwartet")}
    statuses = {row["Nr."]: row for row in read.below(sheets["Übersicht"], "entfallen", "Summe")}
    for field in now["fields_of_action"]:
        row, done = fields[field["number"]], field["completion"]
        assert (row["umgesetzt"], row["von"]) == (done["n"], done["of"])
        for head, value in (("Fortschritt", field["progress"]), ("erwartet", field["expected"])):
            assert row[head] == ("" if value is None else pytest.approx(value))
        counts = statuses[field["number"]]
        assert {c: counts[label] for label, c in BY_LABEL.items() if counts.get(label)} == field["statuses"]
    measures = {(r["Zielvereinbarung"], r["Nr."]): r for r in read.below(sheets["Maßnahmen"], "Nr.", "geltende Frist")}
    assert len(measures) == len(now["measures"])
    for m in now["measures"]:
        row = measures[m["agreement"] or NO_AGREEMENT, m["number"]]
        assert BY_LABEL[word(row["Status"])] == m["status"]
        assert (read.as_day(row["geltende Frist"]), read.as_day(row["erste Frist"])) == (m["due"], m["first_due"])
        assert (row["verschoben"] or 0, row["Tage überfällig"] or 0) == (m["shifts"], m["days_overdue"])
        assert row["Fortschritt"] == ("" if m["progress"] is None else pytest.approx(m["progress"]))
        assert (row["Tage ohne Meldung"] or None) == m["stale_days"]
    listed = made.walk.ask("overdue", "--as-of", made.walk.day)
    late = read.below(sheets["Überfällig"], "Tage überfällig", "Nr.")
    assert [(r["Tage überfällig"], r["Nr."], r["Meilenstein"]) for r in late if r["Nr."]] == [
        (row["days"], row["number"], row["milestone"] or "") for row in listed
    ]
    balance = made.balance()
    grid = read.below(sheets["Jahresbilanz"], "von / nach")
    heads = list(grid[0])[1:]
    rows = [[row["von / nach"], *(str(int(row[head] or 0)) if head else "" for head in heads)] for row in grid]
    assert sorted(moves(rows, heads), key=str) == sorted(balance["transitions"], key=str)
    (punctual,) = [
        row for row in read.below(sheets["Jahresbilanz"], "fristgerecht") if row["Frist im Jahr"] == made.walk.day[:4]
    ]
    assert [punctual[head] or 0 for head in ("fristgerecht", "später erreicht", "offen")] == [
        balance["on_time"].get(key, 0) for key in ("on_time", "late", "open")
    ]


def test_tables_as_csv_are_those_of_the_workbook(made: Made) -> None:
    now = made.walk.status(made.walk.day)
    files = read.zipped_csv(made.of("tables", "zip"))
    rows = files["massnahmen.csv"]
    assert [(row["Zielvereinbarung"], row["Nr."], BY_LABEL[word(row["Status"])]) for row in rows] == [
        (m["agreement"] or NO_AGREEMENT, m["number"], m["status"]) for m in now["measures"]
    ]
    assert read.csv_rows(made.of("measures", "csv")) == rows
    fields = {row["Nr."]: row for row in files["uebersicht.csv"]}
    for field in now["fields_of_action"]:
        done = field["completion"]
        row = fields[field["number"]]
        assert (row["umgesetzt"], row["von"]) == (str(done["n"]), str(done["of"]))


def test_days_of_the_calendar(made: Made) -> None:
    now = made.walk.status(made.walk.day)
    listed = made.walk.ask("overdue", "--as-of", made.walk.day)
    dues = {}
    for event in read.events(made.of("calendar", "ics")):
        assert event.end - event.start == timedelta(days=1)
        if event.get("STATUS") != "CANCELLED":
            name = str(event["SUMMARY"]).replace("✓ erledigt: ", "").replace("Frist: ", "")
            dues.setdefault(name, set()).add(event.start.isoformat())
    for row in listed:
        number = row["number"] + (f" M{row['milestone']}" if row["milestone"] else "")
        assert any(name.startswith(f"{number} ") and row["due"] in found for name, found in dues.items()), row
    for measure in now["measures"]:
        if measure["schedule"] in ("overdue", "due_soon", "on_plan"):
            named = [found for name, found in dues.items() if name.startswith(f"{measure['number']} ")]
            assert any(measure["due"] in found for found in named), measure["number"]
