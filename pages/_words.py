"""Single words of the address and what they mean; for one that cannot be, a German sentence is added."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

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
    """The end of a day that is a Kenntnisstand (R2)."""
    if not word.strip():
        return None
    try:
        return dates.end_of_day(dates.parse(word[:40]).last)
    except dates.DateError as problem:
        sentences.append(f"{what}: {problem} Verwendet wird alles, was bekannt ist.")
        return None


def short(word: str) -> str:
    """A word as a sentence quotes it."""
    return word if len(word) <= 40 else word[:39] + "…"
