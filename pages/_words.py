"""Single words of the address and what they mean; for one that cannot be, a German sentence is added."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from audit_core import dates, terms
from audit_core.wording import numbers


def day(word: str, what: str, default: date, sentences: list[str]) -> date:
    """A day in any wording of R3: the last day of its period; empty: the default."""
    if not word.strip():
        return default
    try:
        return dates.parse(word[:40]).last
    except dates.DateError as problem:
        sentences.append(f"{what}: {problem} Verwendet wird der {numbers.day(default)}.")
        return default


def one_of(word: str, known: Iterable[str], what: str, everything: str, sentences: list[str]) -> str | None:
    """The name a word means, without case and spelling of umlauts; None means `everything`."""
    wanted = word.strip()
    if not wanted or terms.folded(wanted) == terms.folded(everything):
        return None
    for name in known:
        if name == wanted or terms.folded(name) == terms.folded(wanted) != "":
            return name
    article = "Die" if what == "Stelle" else "Das"
    verb = "wird" if everything.startswith("das ") else "werden"
    sentences.append(f"{article} {what} ‚{short(wanted)}‘ gibt es hier nicht. Gezeigt {verb} {everything}.")
    return None


def coded(word: str, labels: Mapping[str, str], what: str, sentences: list[str]) -> str | None:
    """The code a word means: the code itself or its label."""
    if not word.strip():
        return None
    for code, label in labels.items():
        if terms.folded(word) in (terms.folded(code), terms.folded(label)):
            return code
    article = "Die" if what == "Terminlage" else "Den"
    sentences.append(
        f"{article} {what} ‚{short(word.strip())}‘ gibt es nicht (möglich: {', '.join(labels.values())})."
    )
    return None


def moment(word: str, what: str, sentences: list[str]) -> datetime | None:
    """A Kenntnisstand (R2): the end of a day, or the very moment that a frozen report names, as ISO with its zone."""
    if not word.strip():
        return None
    if exact := exact_moment(word.strip()[:40]):
        return exact
    try:
        return dates.end_of_day(dates.parse(word[:40]).last)
    except dates.DateError as problem:
        sentences.append(f"{what}: {problem} Verwendet wird alles, was bekannt ist.")
        return None


def exact_moment(word: str) -> datetime | None:
    """A moment to the microsecond, as `moment_word` writes it; None where it is none.

    >>> moment_word(exact_moment("2022-01-24T13:05:33.000001Z"))
    '2022-01-24T13:05:33.000001Z'
    """
    try:
        found = datetime.fromisoformat(word) if "T" in word else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def moment_word(at: datetime) -> str:
    """A moment as it stands in the address."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def short(word: str) -> str:
    """A word as a sentence quotes it."""
    return word if len(word) <= 40 else word[:39] + "…"
