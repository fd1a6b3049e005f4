"""The course of a measure: what truly happens to it between its beginning and the last day of the sample."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from audit_core.sample.writing import earlier_period_end, month_end

# One deck deals a whole agreement of 22 or 23 measures; larger ones are dealt several decks.
FIRST_DECK = (
    *["done"] * 10, *["done_later"] * 2, *["ongoing"] * 2, *["permanent"] * 3, *["carried_over"] * 2,
    "replaced", "cancelled", "dragging",
)  # fmt: skip
SECOND_DECK = (
    *["done"] * 7, "ongoing", *["permanent"] * 2, "preparing", *["overdue"] * 2, *["due_soon"] * 3, "overdue_partly",
    "milestones_only", "not_started", "postponed", "cancelled", "silent", "stale",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """The time of one agreement, and the last day of the sample."""

    begin: date
    end: date
    until: date

    def at(self, share: float) -> date:
        """The day after this share of the agreement."""
        return self.begin + timedelta(days=int((self.end - self.begin).days * share))


@dataclass(frozen=True, slots=True)
class Course:
    """Status from day to day, the Frist and its shifts, and when offices stop reporting.

    `stages` are in order of days; `done_share` is how many milestones are fulfilled at `horizon`.
    """

    profile: str
    begin: date
    stages: tuple[tuple[date, str], ...]
    due: date | None
    horizon: date
    done_share: float
    reports_until: date
    shifts: tuple[tuple[date, date], ...] = ()

    def status_on(self, day: date) -> str:
        """The true status on a day."""
        return next((status for since, status in reversed(self.stages) if since <= day), "not_started")


def deal(rng: Random, deck: tuple[str, ...], count: int) -> list[str]:
    """As many profiles as asked for, deck after deck, each shuffled."""
    profiles: list[str] = []
    while len(profiles) < count:
        profiles += rng.sample(deck, len(deck))
    return profiles[:count]


def course_of(rng: Random, profile: str, period: Period) -> Course:
    """Draw the course of a measure with that profile."""
    begin = period.at(rng.choice((0, 0, 0.0625, 0.125, 0.1875)))
    drawn = _drawn(rng, profile, period, begin.replace(day=1))
    return replace(drawn, due=max(drawn.due, drawn.begin + timedelta(30))) if drawn.due else drawn


def _drawn(rng: Random, profile: str, period: Period, begin: date) -> Course:
    if profile in ("done", "done_later", "ongoing"):
        return _fulfilled(rng, profile, period, begin)
    if profile == "permanent":
        stages = _path(rng, begin, period.at(0.3), ("preparing", "in_progress", "ongoing"))
        share = 1.0 if period.end < period.until else 0.75
        return Course(profile, begin, stages, None, min(period.until, period.end), share, period.until)
    if profile in ("replaced", "cancelled", "postponed"):
        return _left_or_resting(rng, profile, period, begin)
    return _unfinished(rng, profile, period, begin)


def milestone_course(rng: Random, measure: Course, position: int, count: int, period: Period) -> Course:
    """The course of milestone number `position` of `count` (from 0) of a measure."""
    share = (position + 1) / count
    length = (measure.horizon - measure.begin).days
    finish = measure.begin + timedelta(days=int(length * share / max(measure.done_share, 0.25)))
    done = position < round(measure.done_share * count) and rng.random() > 0.03
    last = measure.due or period.end
    planned = measure.begin + timedelta(days=int((last - measure.begin).days * share)) + timedelta(rng.randint(40, 230))
    if measure.profile == "permanent":
        planned = finish + timedelta(rng.randint(-15, 100))
    due = None if rng.random() < 0.08 else earlier_period_end(rng, planned)
    start = finish - timedelta(days=int(length / count * 0.8))
    stages = [(start, "preparing"), (start + (finish - start) / 2, "in_progress")]
    if done:
        stages.append((min(finish, measure.horizon), "completed"))
    elif position > round(measure.done_share * count):
        stages = stages[:1]
    if rng.random() < 0.05:
        stages = [*stages[:1], (start + timedelta(5), rng.choice(("cancelled", "cancelled", "replaced", "postponed")))]
    shifts: tuple[tuple[date, date], ...] = ()
    if due and finish > due and rng.random() < 0.35:
        shifts = ((due - timedelta(30), earlier_period_end(rng, finish + timedelta(90))),)
    limited = tuple(stage for stage in stages if stage[0] <= measure.horizon)
    return replace(measure, stages=limited, due=due, shifts=shifts)


_SHARE = {"preparing": 0.08, "in_progress": 0.28, "partly": 0.7}


def _path(rng: Random, begin: date, finish: date, statuses: tuple[str, ...]) -> tuple[tuple[date, str], ...]:
    """The statuses one after another, those of fulfilment at `finish`."""
    length = max(0, (finish - begin).days)
    shares = [_SHARE.get(status, 1.0) for status in statuses]
    jittered = [share if share == 1.0 else share + rng.uniform(-0.07, 0.1) for share in shares]
    days = [begin + timedelta(int(length * share)) for share in jittered]
    return tuple(zip(days, statuses, strict=True))


def _fulfilled(rng: Random, profile: str, period: Period, begin: date) -> Course:
    """Fulfilled inside the agreement or, `done_later`, after it; a third of them later than planned."""
    span = (1.08, 1.3) if profile == "done_later" else (0.35, 0.97)
    tenth = max(20, (period.end - period.begin).days // 10)
    finish = min(period.at(rng.uniform(*span)), period.until - timedelta(12))
    between = ("partly",) if rng.random() < 0.5 else ()
    last_status = "ongoing" if profile == "ongoing" else "completed"
    stages = _path(rng, begin, finish, ("preparing", "in_progress", *between, last_status))
    if rng.random() < 0.12:
        pause = stages[0][0] + timedelta(5)
        stages = (stages[0], (pause, "postponed"), *stages[1:])
    shifts: tuple[tuple[date, date], ...] = ()
    if profile == "done_later" or rng.random() < 0.35:
        due = earlier_period_end(rng, finish - timedelta(rng.randint(15, tenth)))
        if rng.random() < 0.7:
            shifts = ((due - timedelta(rng.randint(0, 60)), earlier_period_end(rng, finish + timedelta(tenth // 2))),)
    else:
        due = earlier_period_end(rng, finish + timedelta(rng.randint(40, 40 + tenth)))
    last = min(period.until, max(period.end, finish) + timedelta(370))
    return Course(profile, begin, stages, due, finish, 1.0, last, shifts)


def _left_or_resting(rng: Random, profile: str, period: Period, begin: date) -> Course:
    day = period.at(rng.uniform(0.4, 0.8))
    stages = (*_path(rng, begin, day, ("preparing",)), (day, profile))
    due = earlier_period_end(rng, period.at(rng.uniform(0.6, 1)))
    shifts = ((day, earlier_period_end(rng, period.at(1.4))),) if profile == "postponed" else ()
    return Course(profile, begin, stages, due, day, 0.3, min(period.until, period.end), shifts)


def _unfinished(rng: Random, profile: str, period: Period, begin: date) -> Course:
    """Open at the end: carried over, overdue, due within weeks, silent, stale, or not begun."""
    until, end = period.until, period.end
    overdue = earlier_period_end(rng, until - timedelta(rng.randint(20, 300)))
    due, shifts, last, share = earlier_period_end(rng, period.at(rng.uniform(0.7, 0.95))), [], until, 0.65
    statuses: tuple[str, ...] = ("preparing", "in_progress")
    if profile in ("carried_over", "dragging", "overdue_partly"):
        statuses, share = ("preparing", "in_progress", "partly"), 0.8
    if profile == "carried_over":
        shifts, last = [(due - timedelta(20), end)], min(until, end + timedelta(20))
    elif profile == "dragging":
        later = earlier_period_end(rng, end + timedelta(300))
        shifts = [(due, later), (later - timedelta(20), overdue)] if overdue > later else [(due, later)]
    elif profile in ("overdue", "overdue_partly"):
        shifts = [(due - timedelta(20), overdue)] if overdue > due and rng.random() < 0.6 else []
    elif profile == "due_soon":
        soon = _usual_day(rng, until)
        due, shifts = (soon, []) if rng.random() < 0.4 else (due, [(due - timedelta(20), soon)])
    elif profile == "stale":
        due, last = earlier_period_end(rng, until + timedelta(200)), until - timedelta(260)
    elif profile == "silent":
        last = period.begin - timedelta(1)
    else:
        due = earlier_period_end(rng, until + timedelta(rng.randint(120, 400)))
    if profile in ("not_started", "preparing"):
        statuses, share = statuses[: profile == "preparing"], 0.0
    stages = _path(rng, begin, period.at(0.85), statuses)
    if profile == "overdue" and rng.random() < 0.4:
        stages = (*stages[:1], (stages[1][0] - timedelta(90), "partly"), (stages[1][0] + timedelta(150), "in_progress"))
    return Course(profile, begin, stages, due, min(until, end), share, last, tuple(shifts))


def _usual_day(rng: Random, until: date) -> date:
    """A day of the next four weeks on which Fristen are set: the 10th, 15th, 20th or the end of a month."""
    days = [until + timedelta(n) for n in range(29)]
    return rng.choice([day for day in days if day.day in (10, 15, 20) or day == month_end(day)])
