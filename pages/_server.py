"""What the server does to every answer: language, security headers, compression, and what it refuses."""

import gzip
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from pages._german import GERMAN_FRAME, GERMAN_WORDS, SPEAKING_SCRIPTS
from pages._upload_gate import App, Message, Receive, Scope, Send, UploadGate

STATIC = "/static/"
MEDIA = "/media/"
METRICS = "/_stcore/metrics"
NOT_FOUND = "Diese Adresse gibt es nicht."
PAGES = frozenset(page.stem for page in Path(__file__).parent.glob("[!_]*.py")) | {"healthz", "_stcore"}
NO_PAGE = (
    '<!doctype html><html lang="de"><title>Auditmonitor</title><body style="font-family: sans-serif; margin: 3rem">'
    "<h1>Diese Seite gibt es nicht.</h1><p>Vielleicht stammt der Link aus einer älteren Nachricht. "
    '<a href="/">Zum Überblick</a></p>'
)
ONE_YEAR = "public, max-age=31536000, immutable"
COMPRESSIBLE = ("text/javascript", "application/javascript", "text/css")
MOST_COMPRESSED = 400  # Streamlit has some 320 of them
_HASHED = re.compile(r"\.[A-Za-z0-9_-]{8}\.(?:[a-z0-9]+)$")
_HOST = re.compile(r"[A-Za-z0-9.\-]+(?::\d+)?|\[[0-9a-fA-F:]+\](?::\d+)?")
_PLAIN = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def content_security_policy(host: str) -> str:
    """The policy that lets Streamlit run and keeps every request on this machine; the websocket goes to the same host.

    >>> "connect-src 'self' ws://127.0.0.1:8501 wss://127.0.0.1:8501;" in content_security_policy("127.0.0.1:8501")
    True
    >>> "connect-src 'self';" in content_security_policy("evil.example; script-src *")
    True
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'self'; "
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
        "style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; "
        "font-src 'self' data:; "
        "worker-src 'self' blob:; "
        f"connect-src 'self'{sockets}; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


def german(html: bytes) -> bytes:
    """Streamlit's HTML frame with the language of this product."""
    for english, ours in GERMAN_FRAME:
        html = html.replace(english, ours)
    return html


def is_no_page(path: str) -> bool:
    """Whether a path could only be a page and is none; Streamlit would answer it with an English dialog.

    >>> is_no_page("/gibtsnicht"), is_no_page("/jahresbilanz"), is_no_page("/"), is_no_page("/_stcore/health")
    (True, False, False, False)
    """
    word = path.strip("/")
    return bool(word) and "/" not in word and "." not in word and word not in PAGES


class Refusals:
    """Answers what nobody may ask and what there is not: metrics, unknown pages."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal: Response | None = None
        if scope["type"] == "http" and is_no_page(scope["path"]):
            refusal = HTMLResponse(NO_PAGE, status_code=404)
        elif scope["type"] == "http" and METRICS in scope["path"]:
            refusal = PlainTextResponse(NOT_FOUND, status_code=404)
        await (refusal or self.app)(scope, receive, send)


class SecurityHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        policy = content_security_policy(Headers(scope=scope).get("host", ""))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = policy
                for name, value in _PLAIN.items():
                    headers[name] = value
                if message["status"] == 200 and _never_changes(scope["path"], headers.get("content-type", "")):
                    headers["cache-control"] = ONE_YEAR
            await send(message)

        await self.app(scope, receive, send_with_headers)


class _Whole:
    """Collects an answer, so that it can be changed as a whole."""

    def __init__(self, send: Send, wanted: Callable[[Message], bool]) -> None:
        self.send, self.wanted = send, wanted
        self.start: Message | None = None
        self.body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self.wanted(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")

    async def finish(self, body: bytes, drop: tuple[str, ...] = (), **headers: str) -> None:
        if self.start is None:
            return
        mine = MutableHeaders(scope=self.start)
        for name in drop:
            del mine[name]
        for name, value in headers.items():
            mine[name.replace("_", "-")] = value
        mine["content-length"] = str(len(body))
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": body})


def _never_changes(path: str, content_type: str) -> bool:
    """Whether an answer is a file with a hash in its name; for a path that is none Streamlit answers with its frame."""
    return path.startswith(STATIC) and bool(_HASHED.search(path)) and not content_type.startswith("text/html")


def _is_compressible(message: Message) -> bool:
    content_type = Headers(raw=message["headers"]).get("content-type", "")
    return bool(message["status"] == 200) and content_type.startswith(COMPRESSIBLE)


def _is_html(message: Message) -> bool:
    headers = Headers(raw=message["headers"])
    return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers


def _asked_whole(scope: Scope) -> Scope:
    """The request as one for the whole answer, uncompressed."""
    unwanted = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in unwanted]}


class GermanFrame:
    """Rewrites the frame around all pages to German, at whatever path it is given; asks for it uncompressed."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(MEDIA) or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        whole = _Whole(send, _is_html)
        await self.app(_asked_whole(scope), receive, whole)
        await whole.finish(german(bytes(whole.body)), drop=("etag", "last-modified", "accept-ranges"))


class GermanScripts:
    """Serves the scripts of Streamlit that say something of their own with German words."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = scope["path"].rpartition("/")[2] if scope["type"] == "http" else ""
        if not (name.startswith(SPEAKING_SCRIPTS) and name.endswith(".js")) or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        whole = _Whole(send, _is_compressible)
        await self.app(_asked_whole(scope), receive, whole)
        body = bytes(whole.body)
        for english, ours in GERMAN_WORDS:
            body = body.replace(english, ours)
        await whole.finish(body, drop=("etag", "last-modified", "accept-ranges"))


class CompressedStatics:
    """Serves Streamlit's scripts and styles compressed; each file is compressed once, the oldest ones give way."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.compressed: dict[str, bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or not scope["path"].startswith(STATIC)
            or not scope["path"].endswith((".js", ".css"))
            or "gzip" not in headers.get("accept-encoding", "")
            or "range" in headers
        ):
            await self.app(scope, receive, send)
            return
        whole = _Whole(send, _is_compressible)
        await self.app(scope, receive, whole)
        if whole.start is None:
            return
        body = self.compressed.get(scope["path"])
        if body is None:
            body = await anyio.to_thread.run_sync(partial(gzip.compress, bytes(whole.body), 6, mtime=0))
            self._keep(scope["path"], body)
        await whole.finish(body, drop=("accept-ranges",), content_encoding="gzip", vary="Accept-Encoding")

    def _keep(self, path: str, body: bytes) -> None:
        while len(self.compressed) >= MOST_COMPRESSED:
            del self.compressed[next(iter(self.compressed))]
        self.compressed[path] = body


_PARTS = (SecurityHeaders, Refusals, UploadGate, CompressedStatics, GermanScripts, GermanFrame)
MIDDLEWARE = [Middleware(part) for part in _PARTS]
