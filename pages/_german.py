"""English words that Streamlit's own scripts say, and what they say here instead."""

GERMAN_FRAME = (
    (b'<html lang="en">', b'<html lang="de">'),
    (b"<title>Streamlit</title>", b"<title>Auditmonitor</title>"),
    (
        b"You need to enable JavaScript to run this app.",
        b"Diese Seite braucht JavaScript. Bitte schalten Sie es im Browser ein.",
    ),
)
NOT_TAKEN = "Die Datei wurde nicht angenommen. Möglich sind 20 MB und 30 Dateien in einer Minute."
_WORDS = (
    ("`Upload directories`:`Upload`", "`Ordner auswählen`:`Datei auswählen`"),
    (" per file`", " je Datei`"),
    ("`Drag and drop a file here`", "`Datei hier ablegen`"),
    ('"aria-label":`Add files`', '"aria-label":`Andere Datei auswählen`'),
    ("`Cancel upload of ${e.name}`:`Remove ${e.name}`", "`${e.name} abbrechen`:`${e.name} entfernen`"),
    ("e.status.errorMessage:`Upload failed`", f"`{NOT_TAKEN}`:`{NOT_TAKEN}`"),
    ("[`Error: `,", "[`Fehler: `,"),
    ("`Click to retry upload`", "`Noch einmal versuchen`"),
)
GERMAN_WORDS = tuple((english.encode(), german.encode()) for english, german in _WORDS)
SPEAKING_SCRIPTS = ("FileUploader.", "utils.")
"""How the names of the scripts begin that speak of files."""
