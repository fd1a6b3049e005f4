"""The address line of the browser and what it means: pure functions of (raw words, county, today)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from audit_core import agreement, dates, terms
from audit_core.agreement import Agreement, County, MeasureKey, item_order, natural
from audit_core.balance import year_end
from audit_core.standing import ALL as ALL
from audit_core.standing import History
from audit_core.tables.measures import programmes
from audit_core.tables.years import span
from audit_core.wording import numbers

AGREEMENT, AS_OF, COMPARED_WITH, RESPONSIBLE = "zv", "stichtag", "vergleich", "stelle"
YEAR, FIELD_OF_ACTION, MEASURE = "jahr", "hf", "massnahme"
SEARCH, STATUS, SCHEDULE, PROGRAMME = "suche", "status", "lage", "programm"
KNOWN_BY, KNOWN_BY_BEFORE = "kenntnis", "kenntnisvorher"
KEYS = (
    AGREEMENT, AS_OF, COMPARED_WITH, RESPONSIBLE, YEAR, FIELD_OF_ACTION, MEASURE, SEARCH, STATUS, SCHEDULE, PROGRAMME,
    KNOWN_BY, KNOWN_BY_BEFORE,
)  # fmt: skip
SCHEDULES = {code: row.label for code, row in terms.SCHEDULE.items() if code != "left"}
ALL_PROGRAMMES = "alle Programme"
MEASURES, COMPARISON = "massnahmen", "vergleich"
ONLY_ON = {MEASURE: MEASURES, KNOWN_BY: COMPARISON, KNOWN_BY_BEFORE: COMPARISON}
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def keys_of(page: str) -> tuple[str, ...]:
    """The words that the address of a page has: an open measure and a Kenntnisstand end with leaving their page."""
    return tuple(key for key in KEYS if ONLY_ON.get(key, page) == page)


@dataclass(frozen=True, slots=True)
class View:
    """What a page is asked to show.

    `agreement` is a Kürzel or "all"; `responsible` and `field_of_action` None mean all of them.
    `year` is shown up to `until`: its 31.12., or the Stichtag when that lies in it (R11). `measure` is the one that is
    opened; `search`, `status`, `schedule` (codes) and `programme` narrow the list of measures. `known_by` is the
    Kenntnisstand of the Stichtag, `known_by_before` that of the day it is compared with; None: all that is known.
    """

    county_name: str
    invented: bool
    agreement: str
    as_of: date
    compared_with: date
    responsible: str | None
    year: int
    until: date
    field_of_action: str | None
    measure: MeasureKey | None = None
    search: str = ""
    status: str | None = None
    schedule: str | None = None
    programme: str | None = None
    known_by: datetime | None = None
    known_by_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What the selects of the filter row offer: what stands in the address, with its wording."""

    agreements: Mapping[str, str]
    offices: tuple[str, ...]
    years: tuple[int, ...]
    fields_of_action: Mapping[str, str]
    measures: Mapping[str, str]
    programmes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An address understood: the view, and a German sentence for every word that cannot be."""

    view: View
    sentences: tuple[str, ...]


def year_before(day: date) -> date:
    """The same day a year earlier; of 29.02. the 28.02.

    >>> year_before(date(2024, 2, 29)), year_before(date(2021, 12, 31))
    (datetime.date(2023, 2, 28), datetime.date(2020, 12, 31))
    """
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=max(day.year - 1, 1))


def offer(known: History, today: date) -> Offer:
    """What can be chosen in a county."""
    plan = known.county
    begun = sorted(plan.agreements, key=lambda row: row.begin.first)
    everything = terms.ALL_AGREEMENTS
    if begun:
        everything = f"{terms.ALL_AGREEMENTS} seit {begun[0].begin.first.year}"
    titles = [row.title for row in begun]
    labels = {row.code: _agreement_label(row, titles) for row in begun} | {ALL: everything}
    named = {row.responsible for row in plan.measures} | {row.responsible for row in plan.milestones}
    fields = sorted(plan.fields_of_action, key=lambda row: natural(row.number))
    return Offer(
        agreements=labels,
        offices=tuple(sorted(filter(None, named), key=lambda name: (natural(terms.folded(name)), name))),
        years=tuple(span(known, today)),
        fields_of_action={row.number: f"{row.number} {row.title}" for row in fields},
        measures=_measure_labels(plan),
        programmes=tuple(sorted({name for row in plan.measures for name in programmes(row.programme)}, key=str.lower)),
    )


def measure_word(key: MeasureKey) -> str:
    """A measure as it stands in the address.

    >>> measure_word(("ZV1", "1.1.2")), measure_word((None, "1.1.2"))
    ('ZV1/1.1.2', '/1.1.2')
    """
    return f"{key[0] or ''}/{key[1]}"


def _measure_labels(plan: County) -> dict[str, str]:
    rows = sorted(plan.measures, key=lambda row: item_order(row.key))
    numbers_used = [row.number for row in rows]
    return {
        measure_word(row.key.measure): f"{row.number} {row.title}"
        + (f" ({row.agreement or terms.NO_AGREEMENT})" if numbers_used.count(row.number) > 1 else "")
        for row in rows
    }


def _agreement_label(row: Agreement, titles: list[str]) -> str:
    if not row.title:
        return row.code
    return f"{row.title} ({row.code})" if titles.count(row.title) > 1 else row.title


def read(
    raw: Mapping[str, str], plan: County, offered: Offer, today: date, all_by_default: bool = False
) -> Reading:
    """What an address means; what is missing in it is filled as DESIGN §5 says. `plan` has one version of every row."""
    sentences: list[str] = []
    code = _code(raw.get(AGREEMENT, "").strip(), offered, plan, today, all_by_default, sentences)
    as_of = _day(raw.get(AS_OF, ""), "Stichtag", agreement.default_as_of(plan.agreements, today), sentences)
    compared_with = _day(raw.get(COMPARED_WITH, ""), "Vergleichstag", year_before(as_of), sentences)
    known_by = _moment(raw.get(KNOWN_BY, ""), "Kenntnisstand", sentences)
    known_by_before = _moment(raw.get(KNOWN_BY_BEFORE, ""), "Kenntnisstand des Vergleichstags", sentences)
    same_day = compared_with == as_of and known_by != known_by_before
    if compared_with >= as_of and not same_day:
        sentences.append(
            f"Der Vergleichstag {numbers.day(compared_with)} liegt nicht vor dem Stichtag {numbers.day(as_of)}. "
            f"Verglichen wird mit dem {numbers.day(year_before(as_of))}."
        )
        compared_with = year_before(as_of)
    year = _year(raw.get(YEAR, "").strip(), as_of, offered.years, sentences)
    view = View(
        county_name=plan.name,
        invented=plan.invented,
        agreement=code,
        as_of=as_of,
        compared_with=compared_with,
        responsible=_one_of(raw.get(RESPONSIBLE, ""), offered.offices, "Stelle", terms.ALL_OFFICES, sentences),
        year=year,
        until=year_end(year, today, as_of if as_of.year == year else None),
        field_of_action=_one_of(
            raw.get(FIELD_OF_ACTION, ""), offered.fields_of_action, "Handlungsfeld", "alle Handlungsfelder", sentences
        ),
        measure=_measure(raw.get(MEASURE, "").strip(), plan, code, sentences),
        search=raw.get(SEARCH, "").strip()[:200],
        status=_coded(raw.get(STATUS, ""), {c: terms.STATUS[c].label for c in terms.SHOWN_ORDER}, "Status", sentences),
        schedule=_coded(raw.get(SCHEDULE, ""), SCHEDULES, "Terminlage", sentences),
        programme=_one_of(raw.get(PROGRAMME, ""), offered.programmes, "Programm", ALL_PROGRAMMES, sentences),
        known_by=known_by,
        known_by_before=known_by_before,
    )
    return Reading(view, tuple(sentences))


def _code(
    word: str, offered: Offer, plan: County, today: date, all_by_default: bool, sentences: list[str]
) -> str:
    current = agreement.in_force(plan.agreements, today)
    default = ALL if all_by_default or current is None else current.code
    if not word:
        return default
    if word in offered.agreements:
        return word
    for code in offered.agreements:
        if code.casefold() == word.casefold():
            return code
    known = ", ".join(code for code in offered.agreements if code != ALL)
    sentences.append(
        f"Eine Zielvereinbarung ‚{_short(word)}‘ gibt es nicht{f' (möglich: {known})' if known else ''}. "
        f"Gezeigt: {offered.agreements[default]}."
    )
    return default


def _day(word: str, what: str, default: date, sentences: list[str]) -> date:
    if not word.strip():
        return default
    try:
        return dates.parse(word[:40]).last
    except dates.DateError as problem:
        sentences.append(f"{what}: {problem} Verwendet wird der {numbers.day(default)}.")
        return default


def _year(word: str, as_of: date, years: tuple[int, ...], sentences: list[str]) -> int:
    default = min(max(as_of.year, years[0]), years[-1])
    if not word:
        return default
    if word.isdecimal() and len(word) == 4 and int(word) in years:
        return int(word)
    span = f"die Jahre {years[0]} bis {years[-1]}" if len(years) > 1 else f"das Jahr {years[0]}"
    sentences.append(f"Für ‚{_short(word)}‘ gibt es keine Jahresbilanz, nur für {span}. Gezeigt: {default}.")
    return default


def _one_of(word: str, known: Iterable[str], what: str, everything: str, sentences: list[str]) -> str | None:
    wanted = word.strip()
    if not wanted or terms.folded(wanted) == terms.folded(everything):
        return None
    for name in known:
        if name == wanted or terms.folded(name) == terms.folded(wanted) != "":
            return name
    article = "Die" if what == "Stelle" else "Das"
    sentences.append(f"{article} {what} ‚{_short(wanted)}‘ gibt es hier nicht. Gezeigt werden {everything}.")
    return None


def _measure(word: str, plan: County, agreement: str, sentences: list[str]) -> MeasureKey | None:
    """The measure a word names: `Kürzel/Nr.`, or a Nr. that is unambiguous in the agreement shown or in all of them."""
    if not word:
        return None
    code, slash, number = word.rpartition("/")
    found = [
        row for row in plan.measures
        if row.number.casefold() == number.strip().casefold()
        and (not slash or (row.agreement or "").casefold() == code.strip().casefold())
    ]  # fmt: skip
    if len(found) > 1:
        found = [row for row in found if row.agreement == agreement] or found
    if len(found) == 1:
        return found[0].key.measure
    if found:
        possible = ", ".join(measure_word(row.key.measure) for row in found)
        sentences.append(f"Die Nr. ‚{_short(word)}‘ steht in mehreren Zielvereinbarungen (möglich: {possible}).")
    else:
        sentences.append(f"Eine Maßnahme ‚{_short(word)}‘ gibt es nicht. Gezeigt wird die Liste der Maßnahmen.")
    return None


def _coded(word: str, labels: Mapping[str, str], what: str, sentences: list[str]) -> str | None:
    """The code a word means: the code itself or its label."""
    if not word.strip():
        return None
    for code, label in labels.items():
        if terms.folded(word) in (terms.folded(code), terms.folded(label)):
            return code
    article = "Die" if what == "Terminlage" else "Den"
    sentences.append(
        f"{article} {what} ‚{_short(word.strip())}‘ gibt es nicht (möglich: {', '.join(labels.values())})."
    )
    return None


def _moment(word: str, what: str, sentences: list[str]) -> datetime | None:
    """The end of a day that is a Kenntnisstand (R2)."""
    if not word.strip():
        return None
    try:
        return dates.end_of_day(dates.parse(word[:40]).last)
    except dates.DateError as problem:
        sentences.append(f"{what}: {problem} Verwendet wird alles, was bekannt ist.")
        return None


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"
