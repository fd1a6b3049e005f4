"""Sources: a cell parted into them, which are addresses of the web, and how each is named wherever it is shown."""

from contextlib import suppress
from urllib.parse import SplitResult, unquote, urlsplit

PARTED = " | "
PATH_LENGTH = 17


def sources(text: str) -> tuple[tuple[str, str], ...]:
    """The sources of a cell, each once: what is shown, and the address where it is one that may be opened, else "".

    >>> sources("Vorlage 1 | https://www.xn--mller-kva.de/a/b.html")
    (('Vorlage 1', ''), ('müller.de/a/b.html', 'https://www.xn--mller-kva.de/a/b.html'))
    >>> sources("javascript:alert(1)")
    (('javascript:alert(1)', ''),)
    """
    parts = dict.fromkeys(part.strip() for part in text.split(PARTED) if part.strip())
    return tuple((_name(urlsplit(part)), part) if is_address(part) else (part, "") for part in parts)


def is_address(text: str) -> bool:
    """Whether a text is an address that may be opened: http or https, a host, no space and no invisible sign."""
    if " " in text or not text.isprintable():
        return False
    try:
        found = urlsplit(text)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.hostname)


def _name(found: SplitResult) -> str:
    """Host and the end of the path, as people recognise a page; a path is cut where its last part begins if it can."""
    host = _host(found.hostname or "")
    path = _readable(found.path.strip("/") or found.query)
    if not path:
        return host
    if len(path) <= PATH_LENGTH:
        return f"{host}/{path}"
    last = path.rpartition("/")[2]
    return f"{host}/…{f'/{last}' if len(last) <= PATH_LENGTH else path[-PATH_LENGTH:]}"


def _readable(path: str) -> str:
    """A path with its %-signs as letters, if they are letters."""
    with suppress(UnicodeError):
        if (decoded := unquote(path, errors="strict")).isprintable():
            return decoded
    return path


def _host(written: str) -> str:
    host = written.removeprefix("www.") or written
    with suppress(UnicodeError):  # then it is shown as it is written
        host = host.encode("ascii").decode("idna")
    return host
