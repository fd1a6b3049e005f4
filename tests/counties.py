"""Counties for tests: short builders for tables written by hand, and random small counties for hypothesis."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from audit_core import dates
from audit_core.agreement import Agreement, County, FieldOfAction, ItemKey, Measure, MeasureKey, Milestone, ReportEntry
from audit_core.dates import BERLIN, OfficeDate

CODE = "ZV"


def moment(text: str) -> datetime:
    """`2020-07-01` is noon in Berlin, `2020-07-01T23:59` that minute."""
    if "T" in text:
        return datetime.fromisoformat(text).replace(tzinfo=BERLIN)
    return datetime.combine(date.fromisoformat(text), time(12), tzinfo=BERLIN)


def office(text: str | None) -> OfficeDate | None:
    return dates.parse(text) if text else None


def agreement(
    code: str = CODE, begin: str = "01.01.2020", end: str | None = None, recorded: str | None = None
) -> Agreement:
    """A Zielvereinbarung, from 2020 on and without an Ende unless told."""
    return Agreement(
        code,
        f"Vereinbarung {code}",
        dates.parse(begin),
        office(end),
        recorded_at=moment(recorded) if recorded else None,
    )


def measure(
    number: str,
    *,
    agreement: str | None = CODE,
    due: str | None = None,
    begin: str | None = None,
    included: str | None = None,
    permanent: bool = False,
    responsible: str | None = "Amt A",
    weight: str = "1",
    predecessor: MeasureKey | None = None,
    field: str | None = None,
    title: str | None = None,
    recorded: str | None = None,
) -> Measure:
    """A measure of ‚ZV‘ in the field that its number begins with."""
    return Measure(
        agreement,
        number,
        field or number.split(".")[0],
        title or f"Maßnahme {number}",
        responsible=responsible,
        begin=office(begin),
        due=office(due),
        permanent=permanent,
        weight=Decimal(weight),
        included=office(included),
        predecessor=predecessor,
        recorded_at=moment(recorded) if recorded else None,
    )


def milestone(
    number: str,
    milestone: str,
    *,
    agreement: str | None = CODE,
    due: str | None = None,
    responsible: str | None = None,
    weight: str = "1",
    recorded: str | None = None,
) -> Milestone:
    """A milestone of a measure of ‚ZV‘; without an office of its own unless told."""
    return Milestone(
        agreement,
        number,
        milestone,
        f"Meilenstein {number}/{milestone}",
        responsible=responsible,
        due=office(due),
        weight=Decimal(weight),
        recorded_at=moment(recorded) if recorded else None,
    )


def entry(
    number: str,
    status: str,
    stated: str,
    milestone: str | None = None,
    *,
    agreement: str | None = CODE,
    new_due: str | None = None,
    progress: int | None = None,
    recorded: str | None = None,
    revoked: str | None = None,
    text: str = "",
    reason: str = "",
) -> ReportEntry:
    """A Meldung, recorded on the last day of its Stand unless told."""
    recorded_at = moment(recorded or dates.parse(stated).last.isoformat())
    when, stated_on = dates.stand(stated, recorded_at.date())
    return ReportEntry(
        ItemKey(agreement, number, milestone),
        stated_on,
        when,
        status,
        recorded_at,
        progress=None if progress is None else Decimal(progress),
        new_due=office(new_due),
        text=text,
        reason=reason,
        revoked_at=moment(revoked) if revoked else None,
    )


def county(
    measures: Iterable[Measure] = (),
    milestones: Iterable[Milestone] = (),
    log: Iterable[ReportEntry] = (),
    agreements: Iterable[Agreement] | None = None,
    fields: Iterable[FieldOfAction] | None = None,
) -> County:
    """A county with the fields its measures need, with ‚ZV‘ from 2020 on unless told; the log as listed."""
    measures = tuple(measures)
    if fields is None:
        fields = [FieldOfAction(n, f"Handlungsfeld {n}") for n in sorted({row.field_of_action for row in measures})]
    return County(
        "Musterkreis",
        invented=True,
        fields_of_action=tuple(fields),
        agreements=(agreement(),) if agreements is None else tuple(agreements),
        measures=measures,
        milestones=tuple(milestones),
        log=tuple(replaced(row, number) for number, row in enumerate(log, 1)),
    )


def replaced(row: ReportEntry, sequence: int) -> ReportEntry:
    return row._replace(sequence=sequence, upload=row.upload or sequence)


def county_of(text: str) -> County:
    """A county from a table, one fact per line, `#` begins a remark.

        agreement ZV       begin=01.01.2020 end=31.12.2022
        measure   1.1.1    due=31.12.2020 permanent=yes predecessor=Z1/1.1.1
        milestone 1.1.1/2  due=30.06.2020
        entry     1.1.1/2  in_progress 12.2020 new_due=2021 progress=50 recorded=2021-01-05

    `agreement=-` is a measure without one; spaces in values are written `_`.
    """
    found = _Tables()
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if words:
            found.add(words)
    return county(found.measures, found.milestones, found.log, found.agreements or None)


class _Tables:
    def __init__(self) -> None:
        self.agreements: list[Agreement] = []
        self.measures: list[Measure] = []
        self.milestones: list[Milestone] = []
        self.log: list[ReportEntry] = []

    def add(self, words: list[str]) -> None:
        kind, name = words[0], words[1]
        given = dict(word.split("=", 1) for word in words[2:] if "=" in word)
        values: dict[str, object] = {key: value.replace("_", " ") for key, value in given.items()}
        bare = [word for word in words[2:] if "=" not in word]
        number, _, part = name.partition("/")
        _convert(values)
        if kind == "agreement":
            self.agreements.append(agreement(name, **values))  # type: ignore[arg-type]
        elif kind == "measure":
            self.measures.append(measure(number, **values))  # type: ignore[arg-type]
        elif kind == "milestone":
            self.milestones.append(milestone(number, part, **values))  # type: ignore[arg-type]
        elif kind == "entry":
            self.log.append(entry(number, bare[0], bare[1].replace("_", " "), part or None, **values))  # type: ignore[arg-type]
        else:
            raise ValueError(f"unknown kind {kind!r}")


def _convert(values: dict[str, object]) -> None:
    """Turn the words of a line into what the builders take."""
    for key in ("agreement", "responsible"):
        if values.get(key) == "-":
            values[key] = None
    if "permanent" in values:
        values["permanent"] = values["permanent"] == "yes"
    if "progress" in values:
        values["progress"] = int(str(values["progress"]))
    if "predecessor" in values:
        code, _, number = str(values["predecessor"]).rpartition("/")
        values["predecessor"] = (code or None, number)


# Random counties: few days, close together, so that ties, corrections and boundaries happen.
BOUNDARIES = tuple(
    date.fromisoformat(day)
    for day in (
        *("2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01", "2020-12-30", "2020-12-31", "2021-01-01"),
        *("2021-01-30", "2021-06-30", "2021-07-02", "2021-12-31", "2022-01-01", "2022-02-28", "2022-12-31"),
    )
)
WORDS = (
    *(f"{day:%d.%m.%Y}" for day in BOUNDARIES),
    *("2020", "2021", "12.2020", "I. Halbjahr 2021", "Q4/2020", "Ende 2020", "Anfang 2021", "06/2021"),
)
CODES = (
    *("not_started", "preparing", "in_progress", "partly", "completed", "ongoing"),
    *("postponed", "replaced", "cancelled"),
)
WEIGHTS = ("1", "1", "1", "2", "0.5", "3")
OFFICES = ("Amt A", "Amt B", None)
NUMBERS = ("1.1.1", "1.1.2", "1.1.10", "2.1.1", "3.1.1")
PLANS = (("Z1", "01.01.2020"), ("Z2", "07.2021"), ("Z3", "01.01.2022"))

days = st.sampled_from(BOUNDARIES)
stichtage = st.builds(
    lambda day, more: day + timedelta(days=more), days, st.sampled_from((0, 0, 0, 1, -1, 30, 31, 183, 184))
)
words = st.sampled_from(WORDS)
maybe_word = st.one_of(st.none(), words)
moments = st.one_of(
    days.map(lambda day: moment(day.isoformat())),
    days.map(dates.end_of_day),
    days.map(lambda d: dates.end_of_day(d) + timedelta(seconds=1)),
)
known_moments = st.one_of(st.none(), moments)
views = st.sampled_from(("all", "Z1", "Z2"))
offices = st.sampled_from((None, None, "Amt A", "Amt B"))


@st.composite
def entries(draw: st.DrawFn, items: list[ItemKey]) -> ReportEntry:
    """A Meldung about one of the items; its Stand is read as of its recording (R3)."""
    recorded_at = draw(moments)
    when, stated_on = dates.stand(draw(words), recorded_at.date())
    return ReportEntry(
        draw(st.sampled_from(items)),
        stated_on,
        when,
        draw(st.sampled_from(CODES)),
        recorded_at,
        progress=draw(st.sampled_from((None, None, None, Decimal(0), Decimal(35), Decimal(100)))),
        new_due=office(draw(st.one_of(st.none(), maybe_word))),
        revoked_at=draw(st.one_of(st.none(), st.none(), st.none(), moments.filter(lambda at: at >= recorded_at))),
    )


@st.composite
def counties(draw: st.DrawFn) -> County:
    """A small county with all that rules speak of."""
    plans = PLANS[: draw(st.integers(1, 3))]
    agreements = [agreement(code, begin, draw(st.sampled_from((None, "2021", "31.12.2022")))) for code, begin in plans]
    keys = [(code, number) for code in (None, *(code for code, _ in plans)) for number in NUMBERS]
    chosen = draw(st.lists(st.sampled_from(keys), unique=True, max_size=8))
    measures = [draw(_measures(code, number, chosen)) for code, number in chosen]
    parts: list[Milestone] = []
    if chosen:
        for name in ("1", "2", "3", "4")[: draw(st.integers(0, 4))]:
            code, number = draw(st.sampled_from(chosen[:2]))
            parts.append(
                milestone(
                    *(number, name),
                    agreement=code,
                    due=draw(maybe_word),
                    responsible=draw(st.sampled_from(OFFICES)),
                    weight=draw(st.sampled_from(WEIGHTS)),
                )
            )
    items = [*(row.key for row in measures), *(part.key for part in parts)]
    versions = [
        replace(row, due=office(draw(maybe_word)), weight=Decimal(2), recorded_at=draw(moments))
        for row in measures
        if draw(st.integers(0, 2)) == 2
    ]
    log = draw(st.lists(entries(items), max_size=25)) if items else []
    made = county([*measures, *versions], parts, log, agreements)
    return replace(made, fields_of_action=tuple(FieldOfAction(n, f"Handlungsfeld {n}") for n in ("1", "2", "3")))


@st.composite
def _measures(draw: st.DrawFn, code: str | None, number: str, chosen: list[tuple[str | None, str]]) -> Measure:
    earlier = [key for key in chosen if key[0] is not None and (code is not None and key[0] < code)]
    return measure(
        number,
        agreement=code,
        due=draw(maybe_word),
        begin=draw(maybe_word),
        included=draw(st.one_of(st.none(), st.none(), words)),
        permanent=draw(st.integers(0, 3)) == 3,
        responsible=draw(st.sampled_from(OFFICES)),
        weight=draw(st.sampled_from(WEIGHTS)),
        predecessor=draw(st.one_of(st.none(), st.sampled_from(earlier))) if earlier else None,
    )
