"""Frozen chart and table values: what every picture, list, document and the command line shows (R15)."""

from audit_core.tables.answers import (
    audit_document,
    balance_document,
    compare_document,
    overdue_document,
    status_document,
)
from audit_core.tables.situation import FieldRow, OverdueCount, Situation, situation

__all__ = [
    "FieldRow", "OverdueCount", "Situation", "audit_document", "balance_document", "compare_document",
    "overdue_document", "situation", "status_document",
]  # fmt: skip
