"""The address line of the browser and what it means: pure functions of (raw words, county, today)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from audit_core import agreement, terms
from audit_core.agreement import Agreement, County, MeasureKey, item_order, natural
from audit_core.balance import year_end
from audit_core.standing import ALL as ALL
from audit_core.standing import History
from audit_core.tables.measures import programmes
from audit_core.tables.years import span
from audit_core.wording import numbers
from pages import _words

AGREEMENT, AS_OF, COMPARED_WITH, RESPONSIBLE = "zv", "stichtag", "vergleich", "stelle"
YEAR, FIELD_OF_ACTION, MEASURE = "jahr", "hf", "massnahme"
SEARCH, STATUS, SCHEDULE, PROGRAMME = "suche", "status", "lage", "programm"
KNOWN_BY, KNOWN_BY_BEFORE = "kenntnis", "kenntnisvorher"
REPORT = "bericht"
SLIDE, EVENING = "folie", "abend"
KEYS = (
    AGREEMENT, AS_OF, COMPARED_WITH, RESPONSIBLE, YEAR, FIELD_OF_ACTION, MEASURE, SEARCH, STATUS, SCHEDULE, PROGRAMME,
    KNOWN_BY, KNOWN_BY_BEFORE, REPORT, SLIDE, EVENING,
)  # fmt: skip
STATUSES = {code: terms.STATUS[code].label for code in terms.SHOWN_ORDER}
SCHEDULES = {code: row.label for code, row in terms.SCHEDULE.items() if code != "left"}
ALL_PROGRAMMES = "alle Programme"
MEASURES, COMPARISON, BALANCE, FIELDS = "massnahmen", "vergleich", "jahresbilanz", "handlungsfelder"
DOCUMENTS, WORKSHOP = "berichte", "workshop"
ONLY_ON = {
    MEASURE: MEASURES, KNOWN_BY: COMPARISON, KNOWN_BY_BEFORE: COMPARISON, REPORT: DOCUMENTS, SLIDE: WORKSHOP,
    EVENING: WORKSHOP,
}  # fmt: skip
WITHOUT_COMPARISON = frozenset({BALANCE, DOCUMENTS, MEASURES, WORKSHOP, "zielvereinbarung", "meldungen", "hilfe"})
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def keys_of(page: str) -> tuple[str, ...]:
    """The words that the address of a page has: what is opened and a Kenntnisstand end with leaving their page."""
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
    raw: Mapping[str, str], plan: County, offered: Offer, today: date, page: str = ""
) -> Reading:
    """What an address means on a page; what is missing in it is filled as DESIGN §5 says.

    `plan` has one version of every row. A page by year shows all agreements unless one is named, the documents of a
    year the one in force at its end; only the comparison takes one day twice (what was corrected about it), and only
    it knows of Kenntnisstände.
    """
    sentences: list[str] = []
    as_of = _words.day(raw.get(AS_OF, ""), "Stichtag", agreement.default_as_of(plan.agreements, today), sentences)
    compared_with = _words.day(raw.get(COMPARED_WITH, ""), "Vergleichstag", year_before(as_of), sentences)
    if compared_with > as_of or (compared_with == as_of and page != COMPARISON):
        if page not in WITHOUT_COMPARISON:
            sentences.append(
                f"Der Vergleichstag {numbers.day(compared_with)} liegt nicht vor dem Stichtag {numbers.day(as_of)}. "
                f"Verglichen wird mit dem {numbers.day(year_before(as_of))}."
            )
        compared_with = year_before(as_of)
    known_by, known_by_before = _known(raw, sentences)
    year = _year(raw.get(YEAR, "").strip(), as_of, years_of(page, offered, today), sentences, page == DOCUMENTS)
    until = year_end(year, today, as_of if as_of.year == year else None)
    day = until if page == DOCUMENTS else today
    code = _code(raw.get(AGREEMENT, "").strip(), offered, plan, day, page == BALANCE, sentences)
    view = View(
        county_name=plan.name,
        invented=plan.invented,
        agreement=code,
        as_of=as_of,
        compared_with=compared_with,
        responsible=_words.one_of(raw.get(RESPONSIBLE, ""), offered.offices, "Stelle", terms.ALL_OFFICES, sentences),
        year=year,
        until=until,
        field_of_action=_words.one_of(
            raw.get(FIELD_OF_ACTION, ""), offered.fields_of_action, "Handlungsfeld", _whole_fields(page, offered),
            sentences,
        ),
        measure=_measure(raw.get(MEASURE, "").strip(), plan, code, sentences),
        search=raw.get(SEARCH, "").strip()[:200],
        status=_words.coded(raw.get(STATUS, ""), STATUSES, "Status", sentences),
        schedule=_words.coded(raw.get(SCHEDULE, ""), SCHEDULES, "Terminlage", sentences),
        programme=_words.one_of(raw.get(PROGRAMME, ""), offered.programmes, "Programm", ALL_PROGRAMMES, sentences),
        known_by=known_by,
        known_by_before=known_by_before,
    )
    return Reading(view, tuple(sentences))


def years_of(page: str, offered: Offer, today: date) -> tuple[int, ...]:
    """The years that a page offers; a report can be written of every year that has begun."""
    if page != DOCUMENTS:
        return offered.years
    return (*offered.years, *range(offered.years[-1] + 1, today.year + 1))


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
        f"Eine Zielvereinbarung ‚{_words.short(word)}‘ gibt es nicht{f' (möglich: {known})' if known else ''}. "
        f"Gezeigt: {offered.agreements[default]}."
    )
    return default


def _year(word: str, as_of: date, years: tuple[int, ...], sentences: list[str], reported: bool = False) -> int:
    default = min(max(as_of.year, years[0]), years[-1])
    if not word:
        return default
    if word.isdecimal() and len(word) == 4 and int(word) in years:
        return int(word)
    span = f"die Jahre {years[0]} bis {years[-1]}" if len(years) > 1 else f"das Jahr {years[0]}"
    what = "keinen Jahresbericht" if reported else "keine Jahresbilanz"
    sentences.append(f"Für ‚{_words.short(word)}‘ gibt es {what}, nur für {span}. Gezeigt: {default}.")
    return default


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
        sentences.append(f"Die Nr. ‚{_words.short(word)}‘ steht in mehreren Zielvereinbarungen (möglich: {possible}).")
    else:
        sentences.append(f"Eine Maßnahme ‚{_words.short(word)}‘ gibt es nicht. Gezeigt wird die Liste der Maßnahmen.")
    return None


def _known(raw: Mapping[str, str], sentences: list[str]) -> tuple[datetime | None, datetime | None]:
    """The Kenntnisstand of the Stichtag and of the day it is compared with, which is never the later one."""
    known_by = _words.moment(raw.get(KNOWN_BY, ""), "Kenntnisstand", sentences)
    before = _words.moment(raw.get(KNOWN_BY_BEFORE, ""), "Kenntnisstand des Vergleichstags", sentences)
    if known_by is None or (before is not None and before <= known_by):
        return known_by, before
    if before is not None:
        sentences.append(
            f"Der Kenntnisstand des Vergleichstags ({numbers.day(before.date())}) liegt nach dem des Stichtags. "
            f"Verwendet wird für beide der {numbers.day(known_by.date())}."
        )
    return known_by, known_by


def _whole_fields(page: str, offered: Offer) -> str:
    """What is shown without a Handlungsfeld in the address."""
    if page == FIELDS and offered.fields_of_action:
        return f"das Handlungsfeld {next(iter(offered.fields_of_action.values()))}"
    return "alle Handlungsfelder"
