"""The spelling that a row of the plan is stored with: „1.2.“ and „ZV 2“ are the 1.2 and the ZV2 that are there."""

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from audit_core.agreement import Agreement, FieldOfAction, Measure, Milestone
from audit_core.upload.check.index import number_of_decimal, plain_code, plain_milestone, plain_number, refuse_turned

PlanPart = FieldOfAction | Agreement | Measure | Milestone
P = TypeVar("P", FieldOfAction, Agreement, Measure, Milestone)


def names_of(row: PlanPart) -> dict[str, Any]:
    """By what a row is known, as it is spelled."""
    match row:
        case FieldOfAction():
            return {"number": row.number}
        case Agreement():
            return {"code": row.code}
        case Measure():
            return {"agreement": row.agreement, "number": row.number}
        case Milestone():
            return {"agreement": row.agreement, "number": row.number, "milestone": row.milestone}


class Spellings(Generic[P]):
    """The plan rows of one kind that are known, those of the file included as they are read."""

    def __init__(self, stored: Iterable[P]) -> None:
        self._exact: set[tuple[object, ...]] = set()
        self._alike: dict[Hashable, dict[str, P]] = {}
        for row in stored:
            self._remember(row)

    def known(self, row: P) -> tuple[P, str]:
        """A row with the spelling that is known, and a sentence where its Nr. had become a number.

        Raises CellError for a new Nr. that a spreadsheet has turned into a number or a date.
        """
        if tuple(names_of(row).values()) in self._exact:
            return row, ""
        group, name = _looked_up(row)
        alike, hint = self._alike.get(group, {}), ""
        same = alike.get(name)
        if same is None and not isinstance(row, Agreement):
            written = row.milestone if isinstance(row, Milestone) else row.number
            meant = number_of_decimal(written, alike)
            if meant is None:
                refuse_turned(written)
            else:
                same, hint = alike[meant], f"‚{written}‘ wird als Nr. {meant} gelesen."
        if same is None:
            self._remember(row)
            return row, ""
        return replace(row, **names_of(same)), hint

    def _remember(self, row: P) -> None:
        self._exact.add(tuple(names_of(row).values()))
        group, name = _looked_up(row)
        self._alike.setdefault(group, {}).setdefault(name, row)


def _looked_up(row: PlanPart) -> tuple[Hashable, str]:
    """Among which rows a row is looked up, and its name there however it is written."""
    match row:
        case FieldOfAction():
            return None, plain_number(row.number)
        case Agreement():
            return None, plain_code(row.code)
        case Measure():
            return row.agreement, plain_number(row.number)
        case Milestone():
            return (row.agreement, row.number), plain_milestone(row.milestone)
