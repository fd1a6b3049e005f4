"""The plan of the invented county: agreements, measures with successors, milestones, each with its course."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from audit_core.sample import words
from audit_core.sample.course import FIRST_DECK, SECOND_DECK, Course, Period, course_of, deal, milestone_course
from audit_core.sample.phrases import SOURCE
from audit_core.sample.writing import begin_wording, due_wording, exact

CODES = ("ZV1", "ZV2")
# 0 to 10 milestones, 5 on average.
_MILESTONE_COUNTS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
_MILESTONE_WEIGHTS = (4, 4, 8, 12, 15, 14, 15, 12, 8, 4, 4)
_NEED_DUE = ("overdue", "overdue_partly", "due_soon", "dragging")
_RUNS_ON, _ONCE = ("permanent", "ongoing"), ("plan", "build")
_SUCCEEDED = ("carried_over", "replaced", "permanent", "ongoing")


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    """A milestone: its row for the file and its course."""

    row: dict[str, str]
    course: Course


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure: its row for the file, its course, its milestones; `office` reports about it."""

    row: dict[str, str]
    course: Course
    milestones: tuple[PlannedMilestone, ...]
    exists_from: date
    office: str
    goal: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A measure before it has its number."""

    goal: tuple[int, int]
    idea: words.Idea
    title: str
    predecessor: str = ""


def periods(years: int, until: date) -> tuple[Period, Period]:
    """The two agreements: whole years up to the one of `until`, parted in the middle."""
    begin = date(until.year - years + 1, 1, 1)
    middle = date(begin.year + years // 2, 7 if years % 2 else 1, 1)
    return Period(begin, middle - timedelta(1), until), Period(middle, date(until.year, 12, 31), until)


def measures_of(rng: Random, number: int, spans: tuple[Period, Period]) -> list[PlannedMeasure]:
    """All measures of both agreements in the order of their numbers."""
    ideas = _ideas()
    first_count = number // 2
    first = [(next(ideas), profile) for profile in deal(rng, FIRST_DECK, first_count)]
    planned = _agreement(rng, CODES[0], spans[0], _suited(first))
    second_profiles = deal(rng, SECOND_DECK, number - first_count)
    drafts: list[tuple[_Draft, str]] = []
    waiting = [measure for measure in planned if measure.course.profile in _SUCCEEDED]
    for profile in second_profiles:
        wanted = profile == "permanent"
        heir = next((m for m in waiting if (m.course.profile in _RUNS_ON) == wanted), None)
        if heir is not None and profile not in ("silent", "cancelled"):
            waiting.remove(heir)
            drafts.append((_successor(rng, heir), profile))
        else:
            drafts.append((next(ideas), profile))
    return planned + _agreement(rng, CODES[1], spans[1], _suited(drafts))


def _suited(drafts: list[tuple[_Draft, str]]) -> list[tuple[_Draft, str]]:
    """The same with profiles exchanged so that what is planned or built once does not run on for ever."""
    once = [i for i, (draft, profile) in enumerate(drafts) if profile in _RUNS_ON and draft.idea.kind in _ONCE]
    others = [
        i for i, (draft, profile) in enumerate(drafts)
        if profile == "done" and draft.idea.kind not in _ONCE and not draft.predecessor
    ]  # fmt: skip
    changed = list(drafts)
    for i, j in zip((i for i in once if not drafts[i][0].predecessor), others, strict=False):
        changed[i], changed[j] = (drafts[i][0], drafts[j][1]), (drafts[j][0], drafts[i][1])
    return changed


def _ideas() -> Iterator[_Draft]:
    """Every idea once, field by field in turn; then again in one invented municipality after another."""
    goals = [(f, g) for g in range(2) for f in range(len(words.THEMES))]
    for turn in count():
        for place in range(5):
            for f, g in goals:
                idea = words.THEMES[f].goals[g].ideas[place]
                title = idea.title if turn == 0 else f"{idea.title} in {words.municipality(turn - 1)}"
                yield _Draft((f, g), idea, title)


def _successor(rng: Random, heir: PlannedMeasure) -> _Draft:
    f, g = heir.goal
    title = heir.row["Maßnahme"]
    idea = next(idea for idea in words.THEMES[f].goals[g].ideas if title.startswith(idea.title))
    return _Draft(heir.goal, idea, f"{title} – {rng.choice(words.SUCCESSIONS)}", f"{CODES[0]}/{heir.row['Nr.']}")


def _agreement(rng: Random, code: str, period: Period, drafts: list[tuple[_Draft, str]]) -> list[PlannedMeasure]:
    """Number the drafts within their goals and draw everything else about them."""
    ordered = sorted(enumerate(drafts), key=lambda entry: (entry[1][0].goal, entry[0]))
    last_number: dict[tuple[int, int], int] = {}
    planned = []
    for position, (_, (draft, profile)) in enumerate(ordered):
        f, g = draft.goal
        last_number[f, g] = last_number.get((f, g), 0) + 1
        number = f"{f + 1}.{g + 1}.{last_number[f, g]}"
        planned.append(_measure(rng, code, number, draft, profile, period, position))
    return planned


def _measure(
    rng: Random, code: str, number: str, draft: _Draft, profile: str, period: Period, position: int
) -> PlannedMeasure:
    course = course_of(rng, profile, period)
    office = words.OFFICES[draft.idea.office]
    included = position % 4 == 1 and course.begin > period.begin
    no_due = profile == "milestones_only" or (position % 15 == 7 and profile not in _NEED_DUE)
    criterion, target = words.CRITERIA[draft.idea.kind]
    funded = rng.random() < 0.4
    theme = words.THEMES[draft.goal[0]]
    row = {
        "Nr.": number,
        "Zielvereinbarung": code,
        "Handlungsfeld": str(draft.goal[0] + 1),
        "Ziel": theme.goals[draft.goal[1]].title,
        "Maßnahme": draft.title,
        "Verantwortlich": "" if position % 18 == 11 else office,
        "Beteiligte": ", ".join(sorted(rng.sample(words.PARTNERS, rng.randint(0, 3)))),
        "Beginn": begin_wording(rng, course.begin) if rng.random() < 0.9 else "",
        "Frist": "" if no_due or course.due is None else due_wording(rng, course.due),
        "Daueraufgabe": "ja" if profile == "permanent" else "nein",
        "Gewicht": rng.choice(("2", "3", "0,5")) if position % 11 == 5 else "",
        "Aufgenommen": exact(course.begin) if included else "",
        "Vorgänger": draft.predecessor,
        "Messkriterium": criterion if rng.random() < 0.6 else "",
        "Programm": rng.choice(words.PROGRAMMES) if funded else "",
        "HH-Stelle": f"{rng.randint(31, 57)}{rng.randint(100, 999)}.{rng.randint(520, 545)}000" if funded else "",
        "Zuordnung": SOURCE,
        "Quelle": SOURCE,
    }
    if row["Messkriterium"]:
        row["Zielwert"] = target
    exists_from = course.begin if included else period.begin
    milestones = _milestones(rng, row, draft.idea, course, period)
    return PlannedMeasure(row, course, milestones, exists_from, office, draft.goal)


def _milestones(
    rng: Random, measure: dict[str, str], idea: words.Idea, course: Course, period: Period
) -> tuple[PlannedMilestone, ...]:
    number = rng.choices(_MILESTONE_COUNTS, _MILESTONE_WEIGHTS)[0]
    if course.profile == "milestones_only":
        number = max(4, number)
    titles = words.MILESTONES[idea.kind]
    chosen = sorted(rng.sample(range(len(titles)), number))
    planned = []
    for position, index in enumerate(chosen):
        own = milestone_course(rng, course, position, number, period)
        row = {
            "Zielvereinbarung": measure["Zielvereinbarung"],
            "Nr.": measure["Nr."],
            "Meilenstein": str(position + 1),
            "Bezeichnung": titles[index],
            "Verantwortlich": rng.choice(words.OFFICES) if rng.random() < 0.15 else "",
            "Frist": "" if own.due is None else due_wording(rng, own.due),
            "Gewicht": "2" if rng.random() < 0.04 else "",
            "Quelle": SOURCE,
        }
        planned.append(PlannedMilestone(row, own))
    return tuple(planned)
