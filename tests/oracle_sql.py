"""The second oracle: an SQLite database of its own, and R0, R2, R4 and R5 as plain SQL with window functions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from typing import Any

from audit_core.agreement import County
from audit_core.dates import OfficeDate

TABLES = """
CREATE TABLE agreement (version, recorded, code, begin);
CREATE TABLE measure (version, recorded, agreement, number, title, responsible, begin, included, due, permanent,
                      next_agreement, next_number);
CREATE TABLE milestone (version, recorded, agreement, number, milestone, title, responsible, due);
CREATE TABLE entry (agreement, number, milestone, stated_on, status, new_due, recorded, revoked, sequence);
"""

# A milestone '' is the measure as a whole, an agreement '' is none.
QUESTION = """
WITH
agreements AS (
    SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY code ORDER BY version DESC) AS nth FROM agreement
                   WHERE :known IS NULL OR recorded IS NULL OR recorded <= :known) WHERE nth = 1),
measures AS (
    SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY agreement, number ORDER BY version DESC) AS nth
                   FROM measure WHERE :known IS NULL OR recorded IS NULL OR recorded <= :known) WHERE nth = 1),
milestones AS (
    SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY agreement, number, milestone ORDER BY version DESC) AS nth
                   FROM milestone WHERE :known IS NULL OR recorded IS NULL OR recorded <= :known) WHERE nth = 1),
valid AS (
    SELECT * FROM entry
    WHERE (:known IS NULL AND revoked IS NULL)
       OR (recorded <= :known AND (revoked IS NULL OR revoked > :known))),
log AS (
    SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY agreement, number, milestone, stated_on
                                                ORDER BY recorded DESC, sequence DESC) AS nth
                   FROM valid) WHERE nth = 1),
spoken AS (
    SELECT agreement, number, MIN(stated_on) AS first FROM log
    WHERE milestone = '' OR (agreement, number, milestone) IN (SELECT agreement, number, milestone FROM milestones)
    GROUP BY agreement, number),
planned AS (
    SELECT m.*, CASE WHEN m.included IS NOT NULL THEN m.included
                     WHEN m.agreement <> '' THEN a.begin ELSE m.begin END AS planned_from
    FROM measures m LEFT JOIN agreements a ON a.code = m.agreement),
existing AS (
    SELECT p.* FROM planned p LEFT JOIN spoken s USING (agreement, number)
    WHERE COALESCE(MIN(p.planned_from, s.first), p.planned_from, s.first, '0001-01-01') <= :day),
counted AS (
    SELECT * FROM existing e
    WHERE e.agreement = :view
       OR (:view = 'all' AND NOT EXISTS (SELECT 1 FROM existing n
                                         WHERE n.next_agreement = e.agreement AND n.next_number = e.number))),
newest AS (
    SELECT agreement, number, milestone, status, stated_on FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY agreement, number, milestone ORDER BY stated_on DESC) AS nth_newest
        FROM log WHERE stated_on <= :day) WHERE nth_newest = 1),
moved AS (
    SELECT agreement, number, milestone, new_due FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY agreement, number, milestone ORDER BY stated_on DESC) AS nth_newest
        FROM log WHERE stated_on <= :day AND new_due IS NOT NULL) WHERE nth_newest = 1),
parts AS (
    SELECT p.*, n.status, n.stated_on, COALESCE(v.new_due, p.due) AS in_force
    FROM milestones p LEFT JOIN newest n USING (agreement, number, milestone)
                      LEFT JOIN moved v USING (agreement, number, milestone)),
from_parts AS (
    SELECT agreement, number, MAX(stated_on) AS stated_on,
           CASE WHEN SUM(stays) = 0 THEN 'no_report'
                WHEN SUM(stays AND status IN ('completed', 'ongoing')) = SUM(stays) THEN 'completed'
                WHEN SUM(stays AND status = 'postponed') = SUM(stays) THEN 'postponed'
                WHEN SUM(status IN ('completed', 'ongoing', 'partly', 'in_progress')) > 0 THEN 'in_progress'
                WHEN SUM(status = 'preparing') > 0 THEN 'preparing'
                WHEN SUM(stays AND status IS NOT NULL) > 0 THEN 'not_started'
                ELSE 'no_report' END AS status
    FROM (SELECT *, COALESCE(status NOT IN ('replaced', 'cancelled'), 1) AS stays FROM parts)
    GROUP BY agreement, number HAVING COUNT(stated_on) > 0),
state AS (
    SELECT c.agreement, c.number, c.title, c.permanent, NULLIF(c.responsible, '') AS responsible,
           COALESCE(n.status, f.status, 'no_report') AS status, COALESCE(n.stated_on, f.stated_on) AS stated_on,
           COALESCE(v.new_due, c.due) AS in_force
    FROM counted c
    LEFT JOIN newest n ON n.agreement = c.agreement AND n.number = c.number AND n.milestone = ''
    LEFT JOIN moved v ON v.agreement = c.agreement AND v.number = c.number AND v.milestone = ''
    LEFT JOIN from_parts f ON f.agreement = c.agreement AND f.number = c.number),
items AS (
    SELECT agreement, number, '' AS milestone, title, responsible, status, stated_on, in_force,
           NOT permanent AND status NOT IN ('completed', 'ongoing', 'postponed', 'replaced', 'cancelled') AS alive
    FROM state
    UNION ALL
    SELECT p.agreement, p.number, p.milestone, p.title, COALESCE(NULLIF(p.responsible, ''), s.responsible),
           COALESCE(p.status, 'no_report'), p.stated_on, p.in_force,
           COALESCE(p.status, 'no_report') NOT IN ('completed', 'ongoing', 'postponed', 'replaced', 'cancelled')
           AND s.status NOT IN ('postponed', 'replaced', 'cancelled')
           AND (s.permanent OR s.status NOT IN ('completed', 'ongoing'))
    FROM parts p JOIN state s USING (agreement, number))
"""

STATES = QUESTION + "SELECT agreement, number, milestone, status, stated_on, in_force FROM items"
STATUS_COUNTS = QUESTION + "SELECT status, COUNT(*) AS n FROM state GROUP BY status"
OVERDUE = (
    QUESTION
    + """SELECT agreement, number, milestone, title, responsible, in_force AS due, status,
       CAST(julianday(:day) - julianday(in_force) AS INTEGER) AS days
FROM items WHERE alive AND in_force < :day AND (:office IS NULL OR responsible = :office)"""
)


@contextmanager
def database(county: County) -> Iterator[sqlite3.Connection]:
    """The rows of a county in an SQLite database in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        connection.executescript(TABLES)
        for table, rows in rows_of(county).items():
            if rows:
                connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        yield connection


def rows_of(county: County) -> dict[str, list[tuple[Any, ...]]]:
    return {
        "agreement": [(n, utc(a.recorded_at), a.code, first(a.begin)) for n, a in enumerate(county.agreements)],
        "measure": [
            (
                *(n, utc(m.recorded_at), m.agreement or "", m.number, m.title, m.responsible),
                *(first(m.begin), first(m.included), last(m.due)),
                m.permanent,
                *((m.predecessor[0] or "", m.predecessor[1]) if m.predecessor else (None, None)),
            )
            for n, m in enumerate(county.measures)
        ],
        "milestone": [
            (
                *(n, utc(p.recorded_at), p.agreement or "", p.number, p.milestone, p.title, p.responsible),
                last(p.due),
            )
            for n, p in enumerate(county.milestones)
        ],
        "entry": [
            (
                *(e.item.agreement or "", e.item.number, e.item.milestone or "", e.stated_on.isoformat(), e.status),
                *(last(e.new_due), utc(e.recorded_at), utc(e.revoked_at), e.sequence),
            )
            for e in county.log
        ],
    }


def first(day: OfficeDate | None) -> str | None:
    return day.first.isoformat() if day is not None else None


def last(day: OfficeDate | None) -> str | None:
    return day.last.isoformat() if day is not None else None


def utc(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="microseconds") if moment is not None else None


def ask(
    connection: sqlite3.Connection,
    query: str,
    as_of: date,
    known_by: datetime | None,
    view: str,
    office: str | None = None,
) -> list[dict[str, Any]]:
    """The rows of one of the queries above."""
    values = {"day": as_of.isoformat(), "known": utc(known_by), "view": view, "office": office}
    return [dict(row) for row in connection.execute(query, values)]
