"""How much each office has open: the table over the prefilled lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit_core.tables.csv_text import Cell
from audit_core.tables.prefilled import PrefilledList

OFFICE, MEASURES, MILESTONES, OVERDUE = "Zuständigkeit", "Maßnahmen", "Meilensteine", "überfällig"


@dataclass(frozen=True, slots=True)
class OpenLists:
    """The lists of a view with, beside each other, how many measures and milestones are open and overdue."""

    lists: tuple[PrefilledList, ...]
    measures: tuple[int, ...]
    milestones: tuple[int, ...]
    overdue: tuple[int, ...]

    @property
    def columns(self) -> dict[str, list[Cell]]:
        """The table; a count of 0 is left empty."""
        return {
            OFFICE: [found.name for found in self.lists],
            MEASURES: [n or None for n in self.measures],
            MILESTONES: [n or None for n in self.milestones],
            OVERDUE: [n or None for n in self.overdue],
        }


def open_lists(lists: Sequence[PrefilledList], office: str | None = None) -> OpenLists:
    """The lists of all offices, or of one."""
    shown = tuple(found for found in lists if office is None or found.office == office)
    return OpenLists(
        shown,
        tuple(sum(item.key.milestone is None for item in found.items) for found in shown),
        tuple(sum(item.key.milestone is not None for item in found.items) for found in shown),
        tuple(sum(item.overdue for item in found.items) for found in shown),
    )
