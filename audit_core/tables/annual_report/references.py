"""The sources of a report: long addresses stand once, numbered, in the last annex, and everywhere else their number."""

from audit_core.wording.sources import sources


class References:
    """Gives every address its number in the order in which the report names it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def text(self, source: str) -> str:
        """The sources of a cell as words: what is no address stands whole, an address by its name and number."""
        return "; ".join(f"{name} [{self._number(address)}]" if address else name for name, address in sources(source))

    def short(self, source: str) -> str:
        """The same for the narrow cell of a table: an address only by its number."""
        return "; ".join(f"[{self._number(address)}]" if address else name for name, address in sources(source))

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """(number, address) of all that were named."""
        return tuple((f"[{number}]", address) for address, number in self._numbers.items())

    def _number(self, address: str) -> int:
        return self._numbers.setdefault(address, len(self._numbers) + 1)
