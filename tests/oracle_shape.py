"""Documents of the command line brought to one shape: only the keys of the contract, no counts of 0, a fixed order."""

from typing import Any

COMPLETION = ("n", "of", "permanent_running", "permanent")
BOTH = ("measures", "milestones")
FIELD = ("number", "title", "progress", "expected", "expected_of")
OFFICE = ("responsible", "overdue", "due_soon", "stale", "longest_days")
MEASURE = (
    *("agreement", "number", "status", "status_from", "stated_on", "progress", "expected", "first_due", "due"),
    *("shifts", "schedule", "days_overdue", "stale_days"),
)
OVERDUE = ("agreement", "number", "milestone", "title", "responsible", "first_due", "due", "days", "status")
CHANGE = ("agreement", "number", "milestone", "what", "old", "new", "direction")
Row = dict[str, Any]


def status(document: Row) -> Row:
    return {
        **pick(document, ("as_of", "known_by", "agreement")),
        "completion": pick(document["completion"], COMPLETION),
        "milestones": pick(document["milestones"], ("n", "of", "open")),
        "stale": pick(document["stale"], ("n", "of")),
        "overdue": pick(document["overdue"], BOTH),
        "fields_of_action": [field(row) for row in document["fields_of_action"] if any(row["statuses"].values())],
        "offices": ordered([pick(row, OFFICE) for row in document["offices"] if any(row[key] for key in OFFICE[1:])]),
        "measures": [pick(row, MEASURE) for row in document["measures"]],
    }


def field(row: Row) -> Row:
    """A Handlungsfeld with measures; one without may be left out."""
    return {
        **pick(row, FIELD),
        "completion": pick(row["completion"], COMPLETION),
        "statuses": counts(row["statuses"]),
        "overdue": pick(row["overdue"], BOTH),
    }


def overdue(rows: list[Row]) -> list[Row]:
    return [pick(row, OVERDUE) for row in rows]


def balance(document: Row) -> Row:
    moves = [pick(row, ("from", "to", "count")) for row in document["transitions"] if row["count"]]
    return {
        **pick(document, ("from", "to")),
        "transitions": ordered(moves),
        "totals_from": counts(document["totals_from"]),
        "totals_to": counts(document["totals_to"]),
        "on_time": {key: document["on_time"].get(key, 0) for key in ("on_time", "late", "open")},
    }


def compare(document: Row) -> list[Row]:
    return ordered([pick(row, CHANGE) for row in document["changes"]])


def pick(row: Row, keys: tuple[str, ...]) -> Row:
    return {key: rounded(row[key]) for key in keys}


def rounded(value: Any) -> Any:
    return round(value, 9) if isinstance(value, float) else value


def counts(row: Row) -> Row:
    return {code: number for code, number in row.items() if number}


def ordered(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])
