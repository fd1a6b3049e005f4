"""German sentences of the page that leads into a county's own plan."""

from audit_core.columns import ExchangeFile

NOTHING_YET = "Hier ist noch kein Plan."
NOTHING_YET_HELP = (
    "Auditmonitor zeigt, wie weit eine Zielvereinbarung ist. Dafür braucht es zuerst den Plan Ihres Landkreises: "
    "fünf Listen, die Sie nacheinander hochladen. Jede wird geprüft, ehe etwas übernommen wird."
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
          "zielvereinbarungen": "die Zielvereinbarungen", "massnahmen": "die Maßnahmen"}  # fmt: skip
_IS = {"landkreis": "fehlt"}


def finding(missing: ExchangeFile | None, is_empty: bool) -> str:
    """The headline: nothing is there, or what comes next."""
    if is_empty or missing is None:
        return NOTHING_YET
    verb = _IS.get(missing.name, "fehlen")
    return f"Der Plan ist begonnen, als Nächstes {verb} {_TITLE.get(missing.name, missing.title)}."
