"""German sentences of the page that leads into a county's own plan."""

from audit_core.columns import ExchangeFile

NOTHING_YET = "Hier ist noch kein Plan."
NOTHING_YET_HELP = (
    "Auditmonitor zeigt, wie weit eine Zielvereinbarung ist. Dafür braucht es sechs Listen, die Sie nacheinander "
    "hochladen: fünf mit dem Plan Ihres Landkreises und zuletzt die Meldungen. Jede wird geprüft, ehe etwas "
    "übernommen wird."
)
GOES_ON_HELP = (
    "Sobald die Maßnahmen da sind, zeigen alle Seiten ihre Zahlen. Was schon da ist, kann jederzeit noch einmal "
    "hochgeladen werden: Gleiches bleibt gleich, Neues kommt dazu."
)
TO_UPLOAD, ALL_TEMPLATES = "Listen hochladen", "Alle Vorlagen (ZIP)"
OURS = "Oder mit den dokumentierten Daten des Kyffhäuserkreises beginnen"
OURS_HELP = (
    "Lädt den Plan und die Meldungen aus öffentlichen Quellen, zum Kennenlernen. Das lässt sich unter Meldungen, "
    "Übernahmen wieder zurücknehmen."
)
ORDER_HELP = (
    "Diese Reihenfolge ist nötig, weil jede Liste auf die vor ihr verweist. Beschlüsse, Ereignisse und Kennzahlen "
    "können danach dazukommen; ihre Vorlagen sind im ZIP."
)
_TITLE = {"landkreis": "der Landkreis", "handlungsfelder": "die Handlungsfelder",
          "zielvereinbarungen": "die Zielvereinbarungen", "massnahmen": "die Maßnahmen",
          "meilensteine": "die Meilensteine", "meldungen": "die Meldungen"}  # fmt: skip
_IS = {"landkreis": "fehlt"}
_IF_ANY = {"meilensteine": ", wenn der Plan welche hat"}
PLAN_FIRST = "Zuerst kommt der Plan: Hier gibt es noch keine Maßnahmen."
LISTS_NEED_A_PLAN = "Ein Vordruck führt die offenen Maßnahmen einer Stelle auf; ohne Plan ist noch keiner da."
FORM_NEEDS_A_PLAN = "Eine Meldung gilt einer Maßnahme oder einem Meilenstein; ohne Plan ist noch keine Maßnahme da."
TO_PLAN = "Zu den Listen des Plans"


def finding(missing: ExchangeFile | None, is_empty: bool) -> str:
    """The headline: nothing is there, or what comes next."""
    if is_empty or missing is None:
        return NOTHING_YET
    verb = _IS.get(missing.name, "fehlen")
    return f"Der Plan ist begonnen, als Nächstes {verb} {_TITLE.get(missing.name, missing.title)}."


def upload_first(missing: ExchangeFile, is_empty: bool) -> str:
    """The headline over the upload while there are no measures yet.

    >>> from audit_core.columns import HANDLUNGSFELDER, LANDKREIS
    >>> upload_first(LANDKREIS, True)
    'Hier ist noch kein Plan: Laden Sie zuerst die Liste „Landkreis“ hoch.'
    >>> upload_first(HANDLUNGSFELDER, False)
    'Der Plan ist begonnen: Laden Sie als Nächstes die Liste „Handlungsfelder“ hoch.'
    """
    what = f"die Liste „{missing.title}“"
    if is_empty:
        return f"Hier ist noch kein Plan: Laden Sie zuerst {what} hoch."
    return f"Der Plan ist begonnen: Laden Sie als Nächstes {what} hoch."


def comes_next(missing: ExchangeFile) -> str:
    """What a receipt says of the next list.

    >>> from audit_core.columns import HANDLUNGSFELDER, LANDKREIS, MEILENSTEINE
    >>> comes_next(HANDLUNGSFELDER), comes_next(LANDKREIS)
    ('Als Nächstes fehlen die Handlungsfelder.', 'Als Nächstes fehlt der Landkreis.')
    >>> comes_next(MEILENSTEINE)
    'Als Nächstes fehlen die Meilensteine, wenn der Plan welche hat.'
    """
    verb = _IS.get(missing.name, "fehlen")
    title = _TITLE.get(missing.name, missing.title)
    return f"Als Nächstes {verb} {title}{_IF_ANY.get(missing.name, '')}."


def template_of(file: ExchangeFile) -> str:
    """The button that saves the template of a list."""
    return f"Vorlage {file.title} (XLSX)"
