"""The state of every item as of a Stichtag, and what is counted of it (R0, R2, R4–R10)."""

from audit_core.standing.history import Fulfilment, History, history
from audit_core.standing.sets import (
    ALL,
    Completion,
    MilestoneCount,
    Share,
    Standing,
    completion,
    concerns,
    counted,
    expected,
    in_completion,
    milestone_count,
    own_items,
    progress,
    stale,
    standing,
    statuses,
)
from audit_core.standing.state import DUE_SOON_DAYS, STALE_DAYS, ItemState, MeasureState, MilestoneState

__all__ = [
    "ALL", "DUE_SOON_DAYS", "STALE_DAYS", "Completion", "Fulfilment", "History", "ItemState", "MeasureState",
    "MilestoneCount", "MilestoneState", "Share", "Standing", "completion", "concerns", "counted", "expected", "history",
    "in_completion", "milestone_count", "own_items", "progress", "stale", "standing", "statuses",
]  # fmt: skip
