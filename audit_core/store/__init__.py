"""The only SQL: tables that only grow, written in one transaction per upload, read as a whole (STYLE 8, 10, 16)."""

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError as DatabaseError

from audit_core.store.reading import Upload, has_plan, holds_plan, load, revision, uploads
from audit_core.store.schema import CountyRow, PlanRow, create_tables, open_engine
from audit_core.store.writing import append_entries, append_plan, record_upload, revoke, writing

__all__ = [
    "Connection",
    "CountyRow",
    "DatabaseError",
    "Engine",
    "PlanRow",
    "Upload",
    "append_entries",
    "append_plan",
    "create_tables",
    "has_plan",
    "holds_plan",
    "load",
    "open_engine",
    "record_upload",
    "revision",
    "revoke",
    "uploads",
    "writing",
]
