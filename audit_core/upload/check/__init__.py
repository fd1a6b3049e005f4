"""Rows as text → values of the county, with every problem of every row."""

from audit_core.upload.check.cells import Clock, Lined
from audit_core.upload.check.entries import CheckedEntries, check_entries
from audit_core.upload.check.folder import CheckedFolder, check_folder
from audit_core.upload.check.plan import CheckedPlan, check_plan

__all__ = [
    "CheckedEntries",
    "CheckedFolder",
    "CheckedPlan",
    "Clock",
    "Lined",
    "check_entries",
    "check_folder",
    "check_plan",
]
