"""What the page Berichte says of a frozen report: which one it is, what became of it, that there is one already."""

from audit_core.wording.situation import ONE_LINE

DRAFT = "Entwurf nach dem, was heute bekannt ist."
NEWEST = "neueste Fassung"
OPEN = "Öffnen"


def numbered(what: str, number: int) -> str:
    """A frozen report in a list: titles may be the same, numbers are not.

    >>> numbered("Jahresbericht 2021", 2)
    'Nr. 2 · Jahresbericht 2021'
    """
    return f"Nr. {number} · {what}"


def open_it(number: int) -> str:
    """The button that opens the frozen report beside its draft."""
    return f"Festgeschriebenen Bericht öffnen (Nr. {number})"


def is_frozen_as(number: int) -> str:
    """What is said right after freezing."""
    return f"Festgeschrieben als Nr. {number}."


def frozen_already(number: int, day: str) -> str:
    """What has to be known before the same agreement and Stichtag are frozen again."""
    return (
        f"Dazu ist schon Nr. {number} festgeschrieben (am {day}). Wer noch einmal festschreibt, erhält einen weiteren "
        f"Bericht; Nr. {number} bleibt, wie sie ist."
    )


def checked(report: str, same: bool, same_program: bool, corrected: str, differs: bool = False) -> str:
    """The headline of a frozen `report`: whether it is the same again, and how much was `corrected` since.

    `differs`: it would say something else today, whether or not that can be told.

    >>> checked("Jahresbericht 2021 (Nr. 1)", True, True, "2 Maßnahmen")
    'Jahresbericht 2021 (Nr. 1): unverändert; seither 2 Maßnahmen berichtigt.'
    >>> checked("Jahresbericht 2021 (Nr. 1)", True, True, "2 Maßnahmen, 1 Meilenstein")
    'Jahresbericht 2021 (Nr. 1): unverändert wiederhergestellt.'
    >>> checked("Jahresbericht 2021 (Nr. 1)", True, True, "", differs=True)
    'Jahresbericht 2021 (Nr. 1): unverändert; heute würde er anders lauten.'
    """
    if same:
        start, brief = "unverändert wiederhergestellt", "unverändert"
    elif same_program:
        start, brief = "wiederhergestellt, aber anders", "anders als damals"
    else:
        start, brief = "mit denselben Angaben wiederhergestellt", "dieselben Angaben"
    if corrected:
        since = f"seither {corrected} berichtigt"
    else:
        since = "heute würde er anders lauten" if differs else "seither nichts berichtigt"
    tries = (f"{report}: {start}; {since}.", f"{report}: {brief}; {since}.", f"{report}: {start}.")
    return next((one for one in tries if len(one) <= ONE_LINE), tries[-1])


def report_name(year: int, number: int) -> str:
    """Which frozen report it is, whatever title it was given.

    >>> report_name(2021, 1)
    'Jahresbericht 2021 (Nr. 1)'
    """
    return f"Jahresbericht {year} (Nr. {number})"


def correction_opens(title: str, what: str) -> str:
    """What the button of a correction opens; several of one measure are told apart.

    >>> correction_opens("Familienpass", "Frist verschoben")
    'Familienpass (Frist verschoben)'
    """
    return f"{title} ({what})"
