"""What the command line says of a call it cannot read, in German instead of argparse's English."""

import re

HEADINGS = {"positional arguments": "Angaben", "options": "Optionen"}
_SENTENCES = (
    (r"the following arguments are required: (.+)", r"Es fehlt: \1."),
    (r"unrecognized arguments: (.+)", r"Unbekannt ist: \1."),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\2 gibt es nicht. Möglich sind: \3."),
    (r"argument (.+?): invalid int value: (.+)", r"\1: \2 ist keine ganze Zahl."),
    (r"argument (.+?): expected .+", r"\1: Hier fehlt ein Wert."),
    (r"argument (.+?): (.+)", r"\1: \2"),
)


def german(message: str) -> str:
    """An argparse message as a German sentence.

    >>> german("the following arguments are required: --year")
    'Es fehlt: --year.'
    >>> german("argument --year: invalid int value: 'x'")
    "--year: 'x' ist keine ganze Zahl."
    """
    for pattern, sentence in _SENTENCES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(sentence)
    return f"Der Aufruf ist so nicht möglich: {message}"
