"""The command line's documents (DESIGN §8) as German text, for people who read them in a terminal."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from audit_core.errors import Problem
from audit_core.terms import DIRECTION_LABEL, SCHEDULE, SHOWN_ORDER
from audit_core.wording import succession
from audit_core.wording.numbers import NOTHING, count, day, days, moment, n_of, percent
from audit_core.wording.words import label

Json = dict[str, Any]
WHAT = {
    "new": "neu", "status": "Status", "due": "Frist", "progress": "Fortschritt", "overdue": "Tage überfällig",
    "corrected": "korrigiert",
}  # fmt: skip


def status(document: Json) -> str:
    """`status` as text."""
    done, reached, late = document["completion"], document["milestones"], document["overdue"]
    lines = [
        f"Stichtag {_german(document['as_of'])}, Zielvereinbarung {document['agreement']}",
        f"{n_of(done['n'], done['of'])} Maßnahmen umgesetzt, "
        f"{n_of(done['permanent_running'], done['permanent'])} Daueraufgaben laufen, "
        f"{n_of(reached['n'], reached['of'])} Meilensteinen erreicht",
        f"überfällig: {count(late['measures'], 'Maßnahme', 'Maßnahmen')}, "
        f"{count(late['milestones'], 'Meilenstein', 'Meilensteine')}; "
        f"ohne aktuelle Meldung: {n_of(document['stale']['n'], document['stale']['of'])}",
        "",
    ]
    for row in document["fields_of_action"]:
        lines.append(
            f"{row['number']} {row['title']}: {n_of(row['completion']['n'], row['completion']['of'])} umgesetzt, "
            f"Fortschritt {percent(row['progress'])}, erwartet {percent(row['expected'])}"
        )
    lines.append("")
    for row in document["measures"]:
        place = SCHEDULE[row["schedule"]].label if row["schedule"] else NOTHING
        lines.append(f"{_name(row)} {row['title']}: {label(row['status'])}, {place}, Frist {_german(row['due'])}")
    return "\n".join(lines)


def overdue(document: list[Json]) -> str:
    """`overdue` as text."""
    if not document:
        return "Nichts ist überfällig."
    return "\n".join(
        f"{days(row['days'])}: {_name(row)} {row['title']} ({row['responsible'] or 'ohne Zuständigkeit'}), "
        f"Frist {_german(row['due'])}"
        for row in document
    )


def balance(document: Json) -> str:
    """`balance` as text."""
    punctual = document["on_time"]
    of = sum(punctual.values())
    lines = [f"Vom {_german(document['from'])} zum {_german(document['to'])}"]
    moves = sorted(document["transitions"], key=lambda t: (_place(t["from"]), _place(t["to"])))
    lines += [f"{label(t['from'])} → {label(t['to'])}: {t['count']}" for t in moves]
    lines.append(
        f"Meilensteine mit Frist im Jahr: {n_of(punctual['on_time'], of)} fristgerecht, "
        f"{punctual['late']} später, {punctual['open']} offen"
    )
    lines += [
        f"{succession.pair(row['from'], row['to'])}: {succession.finding(row['from'], row['counts'], row['of'])}"
        for row in document["successions"]
    ]
    return "\n".join(lines)


def compare(document: Json) -> str:
    """`compare` as text."""
    if not document["changes"]:
        return "Nichts hat sich geändert."
    lines = [
        f"{_name(row)} {WHAT[row['what']]}: {_side(row, 'old')} → {_side(row, 'new')}"
        + (f" ({DIRECTION_LABEL[row['direction']]})" if row["direction"] else "")
        for row in document["changes"]
        if row["what"] != "corrected"
    ]
    corrected = len(document["changes"]) - len(lines)
    if corrected:
        what = count(corrected, "Maßnahme oder Meilenstein", "Maßnahmen und Meilensteine")
        lines.append(f"Über Tage bis zum ersten Stichtag wurde erst danach etwas erfasst oder zurückgenommen: {what}")
    return "\n".join(lines)


def audit(document: Json) -> str:
    """`audit` as text."""
    lines = [f"{row['date_text'] or 'ohne Datum'}: {row['kind']}: {row['text']}" for row in document["events"]]
    for row in document["resolutions"]:
        lines += ["", " ".join(filter(None, (row["paper"], row["subject"])))]
        lines += [f"  {c['date_text']} {c['committee']}: {_votes(c)}" for c in row["consultations"]]
    return "\n".join(lines)


def _place(code: str) -> int:
    return SHOWN_ORDER.index(code) if code in SHOWN_ORDER else len(SHOWN_ORDER)


def _votes(row: Json) -> str:
    cast = [("Ja", row["yes"]), ("Nein", row["no"]), ("Enthaltung", row["abstained"]), ("Befangen", row["biased"])]
    return ", ".join(_words(f"{word} {votes}" if votes is not None else "" for word, votes in cast) + [row["result"]])


def _words(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]


def _side(row: Json, side: str) -> str:
    value = row[side]
    if row["what"] == "due":
        return _german(value)
    if row["what"] == "progress":
        return percent(value)
    return label(value) if isinstance(value, str | None) else str(value)


def _name(row: Json) -> str:
    parts = [row["agreement"], row["number"], f"Meilenstein {row['milestone']}" if row.get("milestone") else ""]
    return " ".join(_words(part or "" for part in parts))


def _german(iso: str | None) -> str:
    return day(date.fromisoformat(iso) if iso else None)


def upload(document: Json) -> str:
    """`check` and `upload` as text."""
    lines = [
        f"{count(document['rows'], 'Zeile', 'Zeilen')}: {document['new']} neu, {document['changed']} geändert, "
        f"{document['unchanged']} unverändert, {document['rejected']} abgelehnt"
    ]
    for title, problems in (("Fehler", document["problems"]), ("Hinweise", document["warnings"])):
        if problems:
            lines += ["", title, *(_problem(one) for one in problems)]
    if document["upload"] is not None:
        lines += ["", f"Übernommen als Nr. {document['upload']}."]
    elif not document["new"] + document["changed"] and not document["problems"]:
        lines += ["", "Keine Änderung."]
    return "\n".join(lines)


def _problem(problem: Json) -> str:
    return Problem(problem["line"], problem["column"], problem["value"], problem["message"]).sentence()


def undone(document: Json) -> str:
    """`undo` as text."""
    return f"Die Übernahme {document['undone']} ist zurückgenommen."


def uploads(document: list[Json]) -> str:
    """`uploads` as text."""
    if not document:
        return "Noch nichts wurde übernommen."
    return "\n".join(
        f"{row['id']}  {_german(row['recorded_at'][:10])}  {row['recorded_by'] or NOTHING}  {row['file_name']}  "
        f"{count(row['rows'], 'Zeile', 'Zeilen')}"
        f"{' (zurückgenommen am ' + _german(row['revoked_at'][:10]) + ')' if row['revoked_at'] else ''}"
        for row in document
    )


def documents(found: list[Json]) -> str:
    """`documents` as text."""
    return "\n".join(f"{row['name']} (.{row['format']}): {row['purpose']}" for row in found)


def frozen_reports(found: list[Json]) -> str:
    """`reports` as text."""
    return "\n".join(map(frozen_report, found)) or "Noch ist kein Bericht festgeschrieben."


def frozen_report(row: Json) -> str:
    """A frozen report in one line, and whether its files are the same bytes again where that was asked."""
    head = (
        f"Nr. {row['id']}: {row['title']}, {row['agreement']}, Stichtag {_german(row['as_of'])}, "
        f"festgeschrieben am {moment(datetime.fromisoformat(row['recorded_at']))} von {row['recorded_by']}"
    )
    if "same" not in row:
        return head
    found = [f"{format.upper()} {'Byte für Byte gleich' if same else 'anders'}" for format, same in row["same"].items()]
    program = "" if row["same_program"] else " (andere Programmversion)"
    return f"{head}: {', '.join(found)}{program}"


def workshops(found: list[Json]) -> str:
    """`workshops` as text."""
    return "\n".join(map(workshop, found)) or "Noch hat kein Workshop begonnen."


def workshop(row: Json) -> str:
    """A workshop in one line, and how far its decisions were at its end."""
    head = (
        f"Nr. {row['id']}: {row['title']}, {row['agreement']}, Stichtag {_german(row['as_of'])}, "
        f"begonnen am {moment(datetime.fromisoformat(row['recorded_at']))} von {row['recorded_by']}"
    )
    if row["open"] is None:
        return f"{head} (die Zielvereinbarung steht nicht mehr im Plan)"
    return f"{head}: {n_of(row['decided'], row['open'])} offenen Maßnahmen entschieden"
