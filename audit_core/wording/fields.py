"""One Handlungsfeld in words: its finding, the Terminlage of a measure, its Kennzahlen."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from audit_core.standing import Completion
from audit_core.terms import ALL_AGREEMENTS, ALL_OFFICES, SCHEDULE
from audit_core.wording.numbers import NOTHING, count, day, days, n_of, number
from audit_core.wording.situation import in_days, late, permanent_tasks
from audit_core.wording.words import either

ONE_LINE = 80
DECIMAL_PLACES = 2
EARLIER_STATEMENT = ", frühere Angabe"
NO_FIELD = "Es gibt noch keine Handlungsfelder."
NO_FIELD_HELP = (
    "Der Plan nennt noch kein Handlungsfeld. Laden Sie „handlungsfelder.csv“ zusammen mit den übrigen Dateien "
    "mit „python -m audit_core init“; die Spalten nennt die README."
)
NO_GOAL = "ohne Ziel"
NO_VALUE = "keine Angabe"
KEY_FIGURES, KEY_FIGURES_OF_COUNTY = "Kennzahlen", "Kennzahlen des Landkreises"
NO_KEY_FIGURE = "Zu diesem Handlungsfeld ist bis zum Stichtag keine Kennzahl bekannt."
MEASURES_NOTE = "Balken: Fortschritt, Strich: nach den Fristen erwartet. Eine Zeile öffnet ihre Maßnahme."
KEY_FIGURES_NOTE = "Jahre ohne Angabe bleiben leer."
CONFLICT_NOTE = "Heller: zwei Angaben zum selben Tag."


def field_name(number_: str, title: str) -> str:
    """A Handlungsfeld by its title, else by its number.

    >>> field_name("3", "Wohnen"), field_name("9", "")
    ('Wohnen', 'Handlungsfeld 9')
    """
    return title or f"Handlungsfeld {number_}"


def finding(
    number_: str, title: str, done: Completion, reported: bool, measures: int, milestones: int, office: str | None
) -> str:
    """The headline of a Handlungsfeld with measures: how far, and what is overdue; long names give way.

    `reported`: whether any measure has a Meldung; `measures` and `milestones` are overdue (R5).

    >>> finding("3", "Bildung", Completion(3, 8, 0, 0), True, 0, 2, None)
    'Bildung: 3 von 8 Maßnahmen umgesetzt, 2 Meilensteine überfällig.'
    """
    far = _completed(done) if reported else "noch keine Meldung"
    whole = measures + milestones
    passed = f"{'eine Frist' if whole == 1 else f'{number(whole)} Fristen'} überschritten"
    ends = [f"{late(measures, milestones)} überfällig", passed] if whole else ["nichts überfällig"]
    of = f"{office}, " if office is not None else ""
    named, numbered = f"{of}{field_name(number_, title)}", f"{of}Handlungsfeld {number_}"
    tries = [f"{name}: {far}, {end}." for name in (named, numbered) for end in ends]
    if done.of:
        tries.append(f"{numbered}: {n_of(done.n, done.of)} umgesetzt, {ends[-1]}.")
    tries += [f"Handlungsfeld {number_}: {far}, {end}." for end in ends]
    return next((sentence for sentence in tries if len(sentence) <= ONE_LINE), tries[-1])


def _completed(done: Completion) -> str:
    if not done.of:
        running = permanent_tasks(done).removesuffix(".")
        return f"{running[:1].lower()}{running[1:]}" if running else "keine Maßnahme mehr im Plan"
    if done.of == 1:
        return f"die einzige Maßnahme {'' if done.n else 'nicht '}umgesetzt"
    if done.n == done.of:
        return "beide Maßnahmen umgesetzt" if done.n == 2 else f"alle {number(done.of)} Maßnahmen umgesetzt"
    if not done.n:
        return f"noch keine von {number(done.of)} Maßnahmen umgesetzt"
    return f"{n_of(done.n, done.of)} Maßnahmen umgesetzt"


def without_measure(
    number_: str, title: str, as_of: date, office: str | None, one_agreement: bool, elsewhere: int
) -> tuple[str, str]:
    """Headline and help of a Handlungsfeld that has no measure in a view; `elsewhere`: measures the plan has in it.

    >>> without_measure("3", "Wohnen", date(2021, 12, 31), None, True, 0)[0]
    'Wohnen: keine Maßnahme.'
    """
    name = field_name(number_, title)
    headline = f"{name}: {'keine Maßnahme in dieser Auswahl' if elsewhere else 'keine Maßnahme'}."
    if len(headline) > ONE_LINE:
        headline = headline.replace(name, f"Handlungsfeld {number_}")
    if not elsewhere:
        return headline, (
            "Der Plan hat in diesem Handlungsfeld noch keine Maßnahme. Wählen Sie oben ein anderes Handlungsfeld, "
            "oder nehmen Sie Maßnahmen mit der Nr. dieses Handlungsfelds in „massnahmen.csv“ auf."
        )
    ways = [
        *([ALL_OFFICES] if office is not None else []),
        *([ALL_AGREEMENTS] if one_agreement else []),
        "einen anderen Stichtag",
    ]
    return headline, (
        f"Der Plan hat in diesem Handlungsfeld {count(elsewhere, 'Maßnahme', 'Maßnahmen')}, in dieser Auswahl am "
        f"{day(as_of)} keine. Wählen Sie oben {either(ways)}."
    )


def described(number_: str, title: str, theme: str, programme_field: str, headline: str) -> str:
    """The quiet line under the headline: the name where the headline has only the number, Leitthema, LSZ-Handlungsfeld.

    >>> described("1", "Steuerung", "Aus einem Guss", "", "Handlungsfeld 1: alle 8 Maßnahmen umgesetzt.")
    'Steuerung · Leitthema: Aus einem Guss'
    """
    parts = [
        f"Handlungsfeld {number_}" if f"Handlungsfeld {number_}" not in headline else title,
        f"Leitthema: {theme}" if theme else "",
        f"LSZ-Handlungsfeld: {programme_field}" if programme_field else "",
    ]
    return " · ".join(filter(None, parts))


def overdue_share(measures: int, milestones: int) -> str:
    """What an overdue count is made of, short enough to stand beside its change.

    >>> overdue_share(1, 4), overdue_share(0, 4), overdue_share(0, 0)
    ('davon 1 Maßnahme', 'nur Meilensteine', '')
    """
    if measures and milestones:
        return f"davon {count(measures, 'Maßnahme', 'Maßnahmen')}"
    if measures:
        return "nur eine Maßnahme" if measures == 1 else "nur Maßnahmen"
    return "nur ein Meilenstein" if milestones == 1 else "nur Meilensteine" if milestones else ""


def schedule_words(code: str | None, days_overdue: int, due: date | None, as_of: date) -> str:
    """A Terminlage (R6) without its symbol: the days where there are some, else its word.

    >>> schedule_words("overdue", 275, date(2021, 3, 31), date(2021, 12, 31))
    '275 Tage'
    >>> schedule_words("due_soon", 0, date(2022, 1, 12), date(2021, 12, 31))
    'in 12 Tagen'
    """
    if code is None or code == "left":
        return NOTHING
    if code == "overdue":
        return days(days_overdue)
    if code == "due_soon" and due is not None:
        left = in_days(due, as_of)
        return left if left.startswith("in ") else f"{left} fällig"
    return SCHEDULE[code].label


def schedule_below(code: str | None, days_late: int, due: date | None) -> str:
    """The quiet line below a Terminlage: the Frist, or by how much it was missed.

    >>> schedule_below("on_plan", 0, date(2021, 3, 31)), schedule_below("done_late", 1, date(2021, 3, 31))
    ('Frist 31.03.2021', '1 Tag nach der Frist')
    """
    if code is None or code == "left" or due is None:
        return ""
    return f"{days(days_late)} nach der Frist" if code == "done_late" else f"Frist {day(due)}"


def goal_words(done: Completion) -> str:
    """How far the measures of a Ziel are.

    >>> goal_words(Completion(1, 3, 0, 0)), goal_words(Completion(0, 0, 1, 2))
    ('1 von 3 umgesetzt', '1 von 2 Daueraufgaben läuft')
    """
    if done.of:
        return f"{n_of(done.n, done.of)} umgesetzt"
    return permanent_tasks(done).removesuffix(".")


def overdue_milestones(n: int) -> str:
    """The milestones of a measure that are overdue."""
    return f"{count(n, 'Meilenstein', 'Meilensteine')} überfällig"


def key_value(value: Decimal, digits: int, unit: str = "") -> str:
    """A value of a Kennzahl with its unit.

    >>> key_value(Decimal("735825"), 0, "Euro"), key_value(Decimal("44"), 1)
    ('735.825 Euro', '44,0')
    """
    return " ".join(filter(None, (number(float(value), digits), unit)))


def years_without(first: int, last: int) -> str:
    """The years of a gap.

    >>> years_without(2021, 2022), years_without(2022, 2022)
    ('2021 bis 2022', '2022')
    """
    return str(first) if first == last else f"{first} bis {last}"


def later_values(n: int, as_of: date) -> str:
    """How many values a Stichtag leaves out; empty without any."""
    if not n:
        return ""
    return f"{count(n, 'weitere Angabe', 'weitere Angaben')} zu Tagen nach dem {day(as_of)}."


def sources_text(sources: Iterable[str]) -> str:
    """Several sources in one cell, as the exchange files part them."""
    return " | ".join(sources)


def conflict(name: str, day_text: str) -> str:
    """What begins the list of values that sources give for one day.

    >>> conflict("LSZ-Mittel", "2019")
    'LSZ-Mittel 2019, je nach Quelle:'
    """
    return f"{name} {day_text}, je nach Quelle:"
