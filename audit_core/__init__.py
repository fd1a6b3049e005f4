"""The core of Auditmonitor: pure functions of (plan, append-only log, as_of, known_by)."""

__version__ = "0.1.0"
