"""Rows as text → values of the county, with every problem of every row."""

from audit_core.upload.check.cells import Clock, Lined, Progress
from audit_core.upload.check.doubts import doubts
from audit_core.upload.check.entries import CheckedEntries, check_entries
from audit_core.upload.check.folder import CheckedFolder, check_folder
from audit_core.upload.check.plan import CheckedPlan, check_plan
from audit_core.upload.check.sheet import CheckedSheet, by_line, check_sheet

__all__ = [
    "CheckedEntries",
    "CheckedFolder",
    "CheckedPlan",
    "CheckedSheet",
    "Clock",
    "Lined",
    "Progress",
    "by_line",
    "check_entries",
    "check_folder",
    "check_plan",
    "check_sheet",
    "doubts",
]
