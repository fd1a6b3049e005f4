"""The only SQL: tables that only grow, written in one transaction per upload, read as a whole (STYLE 8, 10, 16)."""

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError as DatabaseError

from audit_core.agreement import CountyRow, PlanRow
from audit_core.store.frozen import FrozenReport, append_report, frozen_reports
from audit_core.store.reading import (
    EMPTY,
    Upload,
    has_plan,
    holds_plan,
    load,
    load_inside,
    revision,
    revision_inside,
    uploads,
    uploads_inside,
    was_used,
)
from audit_core.store.schema import create_tables, open_engine
from audit_core.store.trouble import cause_of
from audit_core.store.workshop import (
    Note,
    Workshop,
    append_notes,
    append_workshop,
    newest_note,
    notes,
    notes_inside,
    workshops,
)
from audit_core.store.writing import append_entries, append_plan, record_upload, revoke, revoke_inside, writing

__all__ = [
    "EMPTY", "Connection", "CountyRow", "DatabaseError", "Engine", "FrozenReport", "Note", "PlanRow", "Upload",
    "Workshop", "append_entries", "append_notes", "append_plan", "append_report", "append_workshop", "cause_of",
    "create_tables", "frozen_reports", "has_plan", "holds_plan", "load", "load_inside", "newest_note", "notes",
    "notes_inside", "open_engine", "record_upload", "revision", "revision_inside", "revoke", "revoke_inside",
    "uploads", "uploads_inside", "was_used", "workshops", "writing",
]  # fmt: skip
