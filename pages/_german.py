"""English words that Streamlit's own scripts say, and what they say here instead."""

from pages._upload_gate import MOST_BYTES, TOO_LARGE

GERMAN_FRAME = (
    (b'<html lang="en">', b'<html lang="de">'),
    (b"<title>Streamlit</title>", b"<title>Auditmonitor</title>"),
    (
        b"You need to enable JavaScript to run this app.",
        b"Diese Seite braucht JavaScript. Bitte schalten Sie es im Browser ein.",
    ),
)
NOT_TAKEN = (
    "Die Datei kam nicht an. Vielleicht waren es zu viele auf einmal: Möglich sind 30 in einer Minute. "
    "Bitte gleich noch einmal versuchen."
)
_IS_TOO_LARGE = f"e.size>{MOST_BYTES}"
_WORDS = (
    ("`Upload directories`:`Upload`", "`Ordner auswählen`:`Datei auswählen`"),
    (" per file`", " je Datei`"),
    ("`Drag and drop a file here`", "`Datei hier ablegen`"),
    ('"aria-label":`Add files`', '"aria-label":`Andere Datei auswählen`'),
    ("`Cancel upload of ${e.name}`:`Remove ${e.name}`", "`${e.name} abbrechen`:`${e.name} entfernen`"),
    ("e.status.errorMessage:`Upload failed`", f"{_IS_TOO_LARGE}?`{TOO_LARGE}`:`{NOT_TAKEN}`:`{NOT_TAKEN}`"),
    ('"aria-invalid":s||void 0,', f'"aria-invalid":!!s||void 0,"data-too-large":s&&{_IS_TOO_LARGE}?!0:void 0,'),
    ("${e.toFixed(n)}${t.toUpperCase()}", "${e.toFixed(n).replace(`.`,`,`)} ${t.toUpperCase()}"),
    ("[`Error: `,", "[`Fehler: `,"),
    ("`Click to retry upload`", "`Noch einmal versuchen`"),
    ("`No results`", "`Nichts gefunden`"),
    ("`Selectbox options`", "`Auswahl`"),
    ('"aria-label":`Clear value`', '"aria-label":`Auswahl leeren`'),
    ('"aria-label":`Open`', '"aria-label":`Auswahl öffnen`'),
    ('"aria-label":`Choose date`', '"aria-label":`Datum wählen`'),
    ('"aria-label":`Clear date`', '"aria-label":`Datum leeren`'),
    ('"aria-label":`App pages`', '"aria-label":`Seiten`'),
    ('"aria-label":`Close`', '"aria-label":`Schließen`'),
    ("?`Help`:`Help for ${", "?`Hilfe`:`Hilfe zu ${"),
    (  # on the stage the form says it, and a dialog would take the focus out of the field that is being typed in
        "this.handleConnectionError=e=>{this.state.connectionErrorDismissed||",
        "this.handleConnectionError=e=>{document.querySelector(`.workshop-form,.st-key-am-stage`)"
        "||this.state.connectionErrorDismissed||",
    ),
    ("`Skip to main content`", "`Zum Inhalt springen`"),
    ("`Navigate to home page`", "`Zur Startseite`"),
)
GERMAN_WORDS = tuple((english.encode(), german.encode()) for english, german in _WORDS)
SPEAKING_SCRIPTS = (
    "FileUploader.", "utils.", "Selectbox.", "Multiselect.", "DateInput.", "StreamlitMarkdown.", "index.",
)  # fmt: skip
"""How the names of the scripts begin that say them."""
