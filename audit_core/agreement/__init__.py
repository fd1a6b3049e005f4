"""The rows of a county: its plan in all versions, its log, and what surrounds them; frozen values."""

from audit_core.agreement.county import County, is_known
from audit_core.agreement.making import collector_at_rest
from audit_core.agreement.order import item_order, natural
from audit_core.agreement.periods import default_as_of, in_force, last_day
from audit_core.agreement.rows import (
    ONE,
    Agreement,
    Consultation,
    CountyRow,
    Event,
    FieldOfAction,
    ItemKey,
    KeyFigure,
    Measure,
    MeasureKey,
    Milestone,
    PlanRow,
    ReportEntry,
    key_of,
)

__all__ = [
    "ONE", "Agreement", "Consultation", "County", "CountyRow", "Event", "FieldOfAction", "ItemKey", "KeyFigure",
    "Measure", "MeasureKey", "Milestone", "PlanRow", "ReportEntry", "collector_at_rest", "default_as_of", "in_force",
    "is_known", "item_order", "key_of", "last_day", "natural",
]  # fmt: skip
