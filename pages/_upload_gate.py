"""What may be sent to the server as a file: in which form, how large, how often. What gets through stays in memory."""

import re
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

UPLOAD = "/_stcore/upload_file"
MOST_BYTES = 20 * 1024 * 1024
"""Of one request; the same as `server.maxUploadSize`, so that this sentence comes before Streamlit's English one."""
MINUTE, HOUR = 60.0, 3600.0
FILES_A_MINUTE, FILES_OF_ALL_A_MINUTE = 30, 300
BYTES_OF_ALL_A_MINUTE, BYTES_AN_HOUR = 200_000_000, 400_000_000
NO_PLACE = "An dieser Adresse werden keine Dateien angenommen."
NO_METHOD = "Hier werden nur Dateien angenommen."
NO_LENGTH = "Die Größe der Datei ist nicht angegeben, wie es sein muss. Bitte die Datei noch einmal hochladen."
TOO_LARGE = "Die Datei ist zu groß: Möglich sind höchstens 20 MB. Bitte auf mehrere Dateien verteilen."
TOO_MANY = "Es sind zu viele Dateien auf einmal. Bitte in einer Minute noch einmal versuchen."
TOO_MUCH = "Von hier wurde schon sehr viel hochgeladen. Bitte später noch einmal versuchen."
_PLACE = re.compile(r"/_stcore/upload_file/([\w-]{1,80})/[\w-]{1,80}")


class _RefusedError(Exception):
    """A request brings more than it may; holds the answer."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


@dataclass(slots=True)
class _Arrival:
    """One file on its way or here: when it came, whose it is, how many bytes it holds (0: refused further in)."""

    at: float
    session: str
    size: int


class UploadGate:
    """Lets files through to Streamlit: only in its own form, up to 20 MB, and not too many of one session or of all."""

    def __init__(self, app: App, clock: Callable[[], float] = time.monotonic) -> None:
        self.app, self.clock = app, clock
        self.arrivals: list[_Arrival] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or UPLOAD not in scope["path"]:
            await self.app(scope, receive, send)
            return
        place = _PLACE.fullmatch(scope["path"])
        if place is None:
            await _refusal(404, NO_PLACE)(scope, receive, send)
        elif scope["method"] == "PUT":
            await self._put(place[1], scope, receive, send)
        elif scope["method"] == "DELETE":
            await self.app(scope, _bounded(receive, lambda size: None), send)
        else:
            await _refusal(405, NO_METHOD, allow="PUT, DELETE")(scope, receive, send)

    async def _put(self, session: str, scope: Scope, receive: Receive, send: Send) -> None:
        length = Headers(scope=scope).get("content-length")
        if length is not None and not (length.isascii() and length.isdigit()):
            await _refusal(400, NO_LENGTH)(scope, receive, send)
            return
        refusal = _refusal(413, TOO_LARGE) if int(length or 0) > MOST_BYTES else self._too_many(session)
        if refusal is None:
            await self._through(session, int(length or 0), scope, receive, send)
        else:
            await refusal(scope, receive, send)

    async def _through(self, session: str, size: int, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts what is announced and what comes beyond; what Streamlit does not keep counts as no bytes."""
        arrival = _Arrival(self.clock(), session, size)
        self.arrivals.append(arrival)
        if refusal := self._too_much(session):
            arrival.size = 0
            await refusal(scope, receive, send)
            return
        status = 0

        def grow(received: int) -> None:
            if received <= arrival.size:
                return  # announced, and counted when it began
            arrival.size = received
            refusal = _refusal(413, TOO_LARGE) if received > MOST_BYTES else self._too_much(session)
            if refusal is not None:
                raise _RefusedError(refusal)

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, _bounded(receive, grow), watched)
        except _RefusedError as refused:
            if not status:
                status = refused.answer.status_code
                await refused.answer(scope, receive, send)
        finally:
            if not 200 <= status < 300:
                arrival.size = 0

    def _too_many(self, session: str) -> Response | None:
        """The answer if one more file is too much; forgets what is long past."""
        now = self.clock()
        self.arrivals = [one for one in self.arrivals if one.at >= now - (HOUR if one.size else MINUTE)]
        recent = [one for one in self.arrivals if one.at >= now - MINUTE]
        own = sum(one.session == session for one in recent)
        if own >= FILES_A_MINUTE or len(recent) >= FILES_OF_ALL_A_MINUTE:
            return _refusal(429, TOO_MANY, retry_after="60")
        return None

    def _too_much(self, session: str) -> Response | None:
        """The answer if all together hold too many bytes of the last minute, or a session of the last hour."""
        now = self.clock()
        if sum(one.size for one in self.arrivals if one.at >= now - MINUTE) > BYTES_OF_ALL_A_MINUTE:
            return _refusal(429, TOO_MANY, retry_after="60")
        if sum(one.size for one in self.arrivals if one.session == session) > BYTES_AN_HOUR:
            return _refusal(429, TOO_MUCH, retry_after="3600")
        return None


def _bounded(receive: Receive, grow: Callable[[int], None]) -> Receive:
    """Passes a body on and tells how many bytes of it have come."""
    received = 0

    async def counted() -> Message:
        nonlocal received
        message = await receive()
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            grow(received)
        return message

    return counted


def _refusal(status: int, sentence: str, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return PlainTextResponse(sentence, status_code=status, headers=named)
