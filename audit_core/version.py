"""Which program made something: its version and a fingerprint of what its documents are made with (R14)."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from audit_core import __version__

_CORE = Path(__file__).parent
_MADE_WITH = ("*.py", "*.typ", "*.ttf")


@cache
def program_version() -> str:
    """The version with eight digits of the fingerprint: the same text, the same bytes of every document.

    The fingerprint is of the core's own files and of the libraries that are pinned beside it.
    """
    files = sorted(path for pattern in _MADE_WITH for path in _CORE.rglob(pattern))
    found = sha256()
    for path in (*files, _CORE.parent / "requirements.txt"):
        found.update(path.name.encode())
        found.update(path.read_bytes() if path.exists() else b"")
    return f"{__version__}-{found.hexdigest()[:8]}"
