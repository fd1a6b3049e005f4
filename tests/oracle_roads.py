"""The roads to one number: the naive oracle and the program, asked the same questions by the same tests."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import oracle
import oracle_shape as shape
from counties import CODE

from audit_core import tables
from audit_core.agreement import County
from audit_core.dates import end_of_day

Document = Any
Row = dict[str, Any]


@dataclass(frozen=True)
class Road:
    """One implementation of the four questions."""

    name: str
    status: Callable[[County, date, datetime | None, str, str | None], Document]
    overdue: Callable[[County, date, datetime | None, str, str | None], Document]
    balance: Callable[[County, int, date | None, str], Document]
    compare: Callable[[County, date, date, str], Document]

    def at(
        self, county: County, day: str, *, view: str = "all", office: str | None = None, known: str | None = None
    ) -> Document:
        """The status document of a day, `known` by the end of a day."""
        known_by = end_of_day(date.fromisoformat(known)) if known else None
        return shape.status(self.status(county, date.fromisoformat(day), known_by, view, office))

    def measure(
        self, county: County, day: str, number: str = "1.1.1", *, code: str | None = CODE, known: str | None = None
    ) -> Row:
        """The row of one measure that must be counted in the view of all agreements."""
        rows = self.at(county, day, known=known)["measures"]
        (found,) = [row for row in rows if row["number"] == number and row["agreement"] == code]
        return dict(found)

    def numbers(self, county: County, day: str, view: str = "all", known: str | None = None) -> list[str]:
        """The counted measures as `ZV/1.1.1`."""
        rows = self.at(county, day, view=view, known=known)["measures"]
        return [f"{row['agreement'] or '-'}/{row['number']}" for row in rows]

    def late(self, county: County, day: str, view: str = "all", office: str | None = None) -> list[tuple[str, int]]:
        """The overdue items as (`1.1.1/2`, days), in the order of the list."""
        rows = shape.overdue(self.overdue(county, date.fromisoformat(day), None, view, office))
        return [(row["number"] + (f"/{row['milestone']}" if row["milestone"] else ""), row["days"]) for row in rows]

    def changes(self, county: County, d1: str, d2: str, view: str = "all") -> list[tuple[Any, ...]]:
        """The changes as (`1.1.1/2`, what, old, new, direction), by item and what."""
        rows = shape.compare(self.compare(county, date.fromisoformat(d1), date.fromisoformat(d2), view))
        found = [
            (
                row["number"] + (f"/{row['milestone']}" if row["milestone"] else ""),
                *(row[key] for key in ("what", "old", "new", "direction")),
            )
            for row in rows
        ]
        return sorted(found, key=lambda row: row[:2])

    def moves(self, county: County, year: int, until: str | None = None, view: str = "all") -> dict[str, int]:
        """The transitions of a year as {`from → to`: count}."""
        rows = self.year(county, year, until, view)["transitions"]
        return {f"{row['from']} → {row['to']}": row["count"] for row in rows}

    def year(self, county: County, year: int, until: str | None = None, view: str = "all") -> Row:
        end = date.fromisoformat(until) if until else date(year, 12, 31)
        return shape.balance(self.balance(county, year, end, view))


IMPLEMENTATIONS = (
    Road("oracle", oracle.status, oracle.overdue, oracle.balance, oracle.compare),
    Road(
        "program",
        tables.status_document,
        tables.overdue_document,
        tables.balance_document,
        tables.compare_document,
    ),
)
