"""What is stored, as the cells of an exchange file say it: one wording for exports, previews and lists."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from audit_core.agreement import MeasureKey, ReportEntry
from audit_core.columns import Kind
from audit_core.dates import OfficeDate
from audit_core.terms import NO_AGREEMENT, STATUS


def decimal_text(value: Decimal) -> str:
    """A number as German offices write it.

    >>> decimal_text(Decimal("67.5"))
    '67,5'
    """
    return format(value, "f").replace(".", ",")


def reference(key: MeasureKey) -> str:
    """A measure of any agreement as one word.

    >>> reference(("ZV2020", "1.1.1")), reference((None, "1.1.1"))
    ('ZV2020/1.1.1', 'ohne Zielvereinbarung/1.1.1')
    """
    agreement, number = key
    return f"{agreement or NO_AGREEMENT}/{number}"


def _date(value: OfficeDate) -> str:
    return value.text


def _references(keys: tuple[MeasureKey, ...]) -> str:
    return " | ".join(map(reference, keys))


_TEXT_OF: Mapping[Kind, Callable[[Any], str]] = {
    Kind.DATE: _date,
    Kind.MOMENT: datetime.isoformat,
    Kind.PERCENTAGE: decimal_text,
    Kind.DECIMAL: decimal_text,
    Kind.WEIGHT: decimal_text,
    Kind.YES_NO: lambda value: "ja" if value else "nein",
    Kind.STATUS: lambda code: STATUS[code].label,
    Kind.NUMBERS: _references,
    Kind.PREDECESSOR: reference,
}


def value_of(row: object, attribute: str) -> Any:
    """What a row holds for an attribute of a column; of an entry also the parts of its key."""
    if isinstance(row, ReportEntry) and attribute in ("agreement", "number", "milestone"):
        return getattr(row.item, attribute)
    return getattr(row, attribute)


def cell_text(kind: Kind, value: Any) -> str:
    """What stands in a cell; nothing is "", but a row without an agreement says that it has none.

    >>> cell_text(Kind.STATUS, "completed"), cell_text(Kind.AGREEMENT, None), cell_text(Kind.DATE, None)
    ('umgesetzt', 'ohne Zielvereinbarung', '')
    """
    if value is None:
        return NO_AGREEMENT if kind is Kind.AGREEMENT else ""
    return _TEXT_OF.get(kind, str)(value)
