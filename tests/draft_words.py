"""Words of a workshop for tests, written as a table, and drafts made from them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from counties import county_of

from audit_core import store
from audit_core.agreement import County
from audit_core.columns import ExchangeFile
from audit_core.dates import BERLIN
from audit_core.standing import History, history
from audit_core.store import Note, Workshop
from audit_core.upload import apply
from audit_core.upload.check import Clock
from audit_core.upload.parse import parse
from audit_core.upload.preview import Preview, county_after, preview_of
from audit_core.workshop.draft import Draft, DraftMeasure, draft_of
from audit_core.workshop.draft_files import draft_sheets
from audit_core.workshop.said import words_of

ROOT = Path(__file__).parents[1]
EVENING = datetime(2022, 11, 20, 19, tzinfo=BERLIN)
LATER = datetime(2022, 11, 21, 9, tzinfo=BERLIN)
AS_OF = date(2022, 10, 31)
PLAN = """
    agreement ZV2      begin=2020 end=2022
    measure   1.1      agreement=ZV2 due=31.12.2021          # open, its Frist is over
    measure   1.2      agreement=ZV2 due=30.06.2023          # open, its Frist lies in the next agreement
    measure   1.3      agreement=ZV2 due=2022                # moved to 2024
    measure   2.1      agreement=ZV2 due=2021                # fulfilled
    measure   2.2      agreement=ZV2 permanent=yes           # a permanent task that runs
    milestone 1.1/1    agreement=ZV2 due=06.2021             # fulfilled
    milestone 1.1/2    agreement=ZV2 due=12.2021
    milestone 1.1/3    agreement=ZV2 due=31.03.2023
    milestone 1.1/4    agreement=ZV2                         # cancelled
    entry     1.1/1    completed 01.07.2021 agreement=ZV2
    entry     1.1/4    cancelled 01.07.2021 agreement=ZV2
    entry     1.1      in_progress 01.07.2021 agreement=ZV2
    entry     1.3      in_progress 01.07.2021 agreement=ZV2 new_due=Ende_2024
    entry     2.1      completed 01.07.2021 agreement=ZV2
    entry     2.2      ongoing 01.07.2021 agreement=ZV2
"""
"""Open on AS_OF are 1.1, 1.2 and 1.3."""


def notes(text: str, workshop: int = 1, by: str = "Koordination", at: datetime = EVENING) -> tuple[Note, ...]:
    """`subject field text` line by line, a bare number is a measure of ZV2; 10 seconds lie between two."""
    rows = [line.split(maxsplit=2) for line in text.splitlines() if line.strip()]
    return said(((_subject(row[0]), row[1], row[2] if len(row) > 2 else "") for row in rows), workshop, by, at)


def said(
    rows: Iterable[tuple[str, str, str]], workshop: int = 1, by: str = "Koordination", at: datetime = EVENING
) -> tuple[Note, ...]:
    """The same from (subject, field, text); each is written on top of what was there before."""
    heads: dict[tuple[str, str], str] = {}
    found = []
    for place, (about, field, words) in enumerate(rows):
        word = f"{workshop}-{by}-{place}"
        above = heads.get((about, field))
        heads[about, field] = word
        sequence = 10_000 * workshop + place
        moment = at + timedelta(seconds=10 * place)
        found.append(
            Note(word, workshop, about, field, words, (above,) if above else (), by, moment, sequence=sequence)
        )
    return tuple(found)


def _subject(name: str) -> str:
    return name if ":" in name or name == "agreement" else f"measure:ZV2/{name}"


@lru_cache(maxsize=4)
def known(plan: str = PLAN) -> History:
    return history(county_of(plan))


def drafted(text: str, plan: str = PLAN, as_of: date = AS_OF) -> Draft:
    """The draft that follows ZV2 after some words."""
    return draft_of(known(plan), "ZV2", as_of, words_of(notes(text)))


def numbers(draft: Draft) -> list[tuple[str, str]]:
    """Nr. and name of every measure of a draft."""
    return [(row.measure.number, row.measure.title) for row in draft.measures]


def row_of(draft: Draft, subject: str) -> DraftMeasure:
    """The measure of a draft that comes from a subject."""
    return next(row for row in draft.measures if row.subject == _subject(subject))


def evening(number: int = 1, title: str = "Herbst", at: datetime = EVENING) -> Workshop:
    """An evening about ZV2."""
    return Workshop(number, "strategy", "ZV2", AS_OF, title, at, "Koordination")


def uploaded(draft: Draft, county: County, at: datetime = LATER) -> tuple[County, list[tuple[ExchangeFile, Preview]]]:
    """The county after the files of a draft were uploaded one after the other, and the preview of each."""
    found = []
    for file, sheet in draft_sheets(draft).items():
        preview = preview_of(parse(sheet.csv, file, f"{file.name}.csv"), county, Clock(at))
        found.append((file, preview))
        county = county_after(county, preview.appended, at)
    return county, found


@lru_cache(maxsize=2)
def real(name: str) -> County:
    """A county of the data that ships with the program."""
    engine = store.open_engine("sqlite://")
    apply.load_folder(engine, ROOT / "data" / name, datetime(2020, 1, 1, tzinfo=BERLIN))
    return store.load(engine)
