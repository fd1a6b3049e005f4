"""The command line's JSON (DESIGN §8): the same frozen values as on every page, as plain dictionaries."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from audit_core.agreement import Consultation, County, ItemKey, MeasureKey
from audit_core.balance import balance
from audit_core.comparison import changes
from audit_core.dates import DateError, parse
from audit_core.standing import ALL, MeasureState, history, standing
from audit_core.tables.audit import in_order
from audit_core.tables.resolutions import resolutions
from audit_core.tables.situation import situation
from audit_core.tables.succession import succession_documents

Json = dict[str, Any]


def status_document(
    county: County, as_of: date, known_by: datetime | None = None, agreement: str = ALL, responsible: str | None = None
) -> Json:
    """`status --json`."""
    now = situation(standing(history(county, known_by), as_of), agreement, responsible)
    return {
        "as_of": as_of.isoformat(),
        "known_by": known_by.isoformat() if known_by else None,
        "agreement": agreement,
        "completion": asdict(now.completion),
        "milestones": asdict(now.milestones),
        "stale": asdict(now.stale),
        "overdue": asdict(now.overdue),
        "fields_of_action": [{**asdict(row), "statuses": dict(row.statuses)} for row in now.fields],
        "offices": [asdict(office) for office in now.offices],
        "measures": [_measure(measure) for measure in now.measures],
    }


def overdue_document(
    county: County, as_of: date, known_by: datetime | None = None, agreement: str = ALL, responsible: str | None = None
) -> list[Json]:
    """`overdue --json`."""
    now = situation(standing(history(county, known_by), as_of), agreement, responsible)
    return [
        {
            **_item(row.item),
            "title": row.title,
            "responsible": row.responsible,
            "first_due": row.first_due.isoformat(),
            "due": row.due.isoformat(),
            "days": row.days,
            "status": row.status,
        }
        for row in now.overdue_items
    ]


def balance_document(county: County, year: int, until: date | None = None, agreement: str = ALL) -> Json:
    """`balance --json`; `until` is the last day compared, 31.12. of the year if None."""
    known = history(county)
    end = standing(known, until or date(year, 12, 31))
    found = balance(standing(known, date(year - 1, 12, 31)), end, agreement)
    return {
        "from": found.day_from.isoformat(),
        "to": found.day_to.isoformat(),
        "transitions": [
            {"from": old, "to": new, "count": count} for (old, new), count in sorted(found.transitions.items())
        ],
        "totals_from": dict(found.totals_from),
        "totals_to": dict(found.totals_to),
        "on_time": asdict(found.on_time),
        "successions": succession_documents(end, agreement),
    }


def compare_document(
    county: County, first: date, second: date, agreement: str = ALL,
    known_by: datetime | None = None, known_by_before: datetime | None = None, responsible: str | None = None,
) -> Json:  # fmt: skip
    """`compare --json`: from the first Stichtag, known by `known_by_before`, to the second, known by `known_by`."""
    after = history(county, known_by)
    before = after if known_by == known_by_before else history(county, known_by_before)
    found = changes(standing(before, first), standing(after, second), agreement, responsible)
    return {
        "changes": [
            {
                **_item(change.item),
                "what": change.what,
                "old": _plain(change.old),
                "new": _plain(change.new),
                "direction": change.direction,
            }
            for change in found
        ]
    }


def audit_document(county: County) -> Json:
    """`audit --json`: events by date, the undated ones last; resolutions with their consultations in order."""
    plan = county.plan_known_by(None)
    return {
        "events": [
            {
                "date": event.day.last.isoformat() if event.day else None,
                "date_text": event.day.text if event.day else "",
                "kind": event.kind,
                "text": event.text,
                "conflicts_with": _iso(event.conflicts_with),
                "remark": event.remark,
                "source": event.source,
            }
            for event in in_order(plan.events)
        ],
        "resolutions": [_resolution(rows) for rows in resolutions(plan)],
    }


def _resolution(rows: list[Consultation]) -> Json:
    measures: list[MeasureKey] = sorted({key for row in rows for key in row.measures}, key=str)
    return {
        "paper": rows[0].paper or None,
        "subject": rows[0].subject,
        "measures": [{"agreement": agreement, "number": number} for agreement, number in measures],
        "consultations": [
            {
                "committee": row.committee,
                "date": row.day.last.isoformat(),
                "date_text": row.day.text,
                "yes": row.yes,
                "no": row.no,
                "abstained": row.abstained,
                "biased": row.biased,
                "result": row.result,
                "source": row.source,
            }
            for row in rows
        ],
    }


def _measure(measure: MeasureState) -> Json:
    item = measure.item
    return {
        "agreement": measure.key.agreement,
        "number": measure.key.number,
        "title": measure.title,
        "status": item.status,
        "status_from": item.status_from,
        "stated_on": _plain(item.stated_on),
        "progress": measure.progress,
        "expected": measure.expected,
        "first_due": _plain(item.first_due),
        "due": _plain(item.due),
        "shifts": item.shifts,
        "schedule": item.schedule,
        "days_overdue": item.days_overdue,
        "stale_days": measure.stale_days,
    }


def _item(key: ItemKey) -> Json:
    return {"agreement": key.agreement, "number": key.number, "milestone": key.milestone}


def _plain(value: str | date | float | None) -> str | float | None:
    return value.isoformat() if isinstance(value, date) else value


def _iso(text: str) -> str | None:
    try:
        return parse(text).last.isoformat() if text else None
    except DateError:
        return text
