"""Commands that answer a question: status, overdue, balance, compare, audit."""

import argparse
from datetime import date, datetime

from audit_core import tables
from audit_core.agreement import County, default_as_of, in_force
from audit_core.balance import year_end
from audit_core.commands import call
from audit_core.errors import AuditError
from audit_core.standing import ALL
from audit_core.wording import listing


def chosen_agreement(county: County, code: str | None, as_of: date) -> str:
    """The agreement asked for, else the one in force on the Stichtag (DESIGN §8)."""
    agreements = county.plan_known_by(None).agreements
    if code is None:
        chosen = in_force(agreements, as_of)
        return chosen.code if chosen else ALL
    if code != ALL and code not in {a.code for a in agreements}:
        raise AuditError(
            f"Die Zielvereinbarung ‚{code}‘ gibt es nicht. Möglich sind: {', '.join(a.code for a in agreements)}, all."
        )
    return code


def _view(options: argparse.Namespace) -> tuple[County, date, datetime | None, str, str | None]:
    county = call.county()
    plan = county.plan_known_by(None)
    as_of = options.as_of or default_as_of(plan.agreements, call.now().date())
    agreement = chosen_agreement(county, options.agreement, as_of)
    return county, as_of, _known(options.known_by), agreement, chosen_office(county, options.responsible)


def _known(given: tuple[datetime, str] | None) -> datetime | None:
    return given[0] if given else None


def chosen_office(county: County, name: str | None) -> str | None:
    """The office asked for, which must answer for something."""
    plan = county.plan_known_by(None)
    offices = {m.responsible for m in plan.measures} | {m.responsible for m in plan.milestones}
    if name is not None and name not in offices:
        raise AuditError(f"Die Stelle ‚{name}‘ ist für keine Maßnahme zuständig.")
    return name


def status(options: argparse.Namespace) -> int:
    """`status` of DESIGN §8."""
    document = tables.status_document(*_view(options))
    document["known_by"] = options.known_by[1] if options.known_by else None
    return call.answer(options, document, listing.status)


def overdue(options: argparse.Namespace) -> int:
    """`overdue` of DESIGN §8."""
    return call.answer(options, tables.overdue_document(*_view(options)), listing.overdue)


def balance(options: argparse.Namespace) -> int:
    """`balance` of DESIGN §8."""
    county = call.county()
    until = last_day(options.year, options.until)
    agreement = chosen_agreement(county, options.agreement or ALL, until)
    return call.answer(options, tables.balance_document(county, options.year, until, agreement), listing.balance)


def last_day(year: int, until: date | None) -> date:
    """The day a year is compared up to (R11): the one asked for, else its end, else today."""
    if not 1900 <= year <= 2199:
        raise AuditError(f"{year} ist kein Jahr zwischen 1900 und 2199.")
    return year_end(year, call.now().date(), until)


def compare(options: argparse.Namespace) -> int:
    """`compare` of DESIGN §8."""
    if options.first > options.second:
        raise AuditError("Der erste Stichtag liegt nach dem zweiten. Bitte die beiden Tage tauschen.")
    county = call.county()
    known_by, before = _known(options.known_by), _known(options.known_by_before)
    if known_by is not None and before is not None and before > known_by:
        raise AuditError("Der erste Kenntnisstand liegt nach dem zweiten. Bitte die beiden tauschen.")
    document = tables.compare_document(
        county, options.first, options.second, chosen_agreement(county, options.agreement or ALL, options.second),
        known_by, before or known_by, chosen_office(county, options.responsible),
    )  # fmt: skip
    return call.answer(options, document, listing.compare)


def audit(options: argparse.Namespace) -> int:
    """`audit` of DESIGN §8."""
    return call.answer(options, tables.audit_document(call.county()), listing.audit)
