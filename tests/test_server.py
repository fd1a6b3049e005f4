"""What the real server answers: headers, language, compression, refusals."""

import gzip
import http.client
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import anyio
import harness
import pytest
import streamlit
from starlette.responses import Response

from pages import _server
from pages._german import GERMAN_WORDS, SPEAKING_SCRIPTS

Answer = tuple[int, dict[str, str], bytes]
STATICS = Path(streamlit.__file__).parent / "static"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with harness.server(tmp_path_factory.mktemp("server") / "audit.db") as url:
        yield url


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def a_script(address: str) -> str:
    found = re.search(rb'src="\./(static/js/index\.[^"]+\.js)"', ask(address, "/")[2])
    assert found is not None
    return "/" + found[1].decode()


@pytest.mark.parametrize("path", ["/", "/zustaendigkeiten", "/jahresbilanz?zv=all"])
def test_every_page_is_german_html(path: str, address: str) -> None:
    status, headers, body = ask(address, path, accept_encoding="gzip, br")
    assert status == 200 and "content-encoding" not in headers
    assert b'<html lang="de">' in body and b'lang="en"' not in body
    assert b"<title>Auditmonitor</title>" in body
    assert int(headers["content-length"]) == len(body)


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/static/js/nothing.js", "/_stcore/metrics"])
def test_every_answer_carries_the_security_headers(path: str, address: str) -> None:
    headers = ask(address, path)[1]
    host = urlsplit(address).netloc
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["connect-src"] == f"'self' ws://{host} wss://{host}"
    assert policy["frame-ancestors"] == "'none'" and policy["object-src"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


def test_scripts_are_compressed_and_kept_for_a_year(address: str) -> None:
    path = a_script(address)
    plain_status, plain_headers, plain = ask(address, path)
    for _ in range(2):
        status, headers, body = ask(address, path, accept_encoding="gzip")
        assert (plain_status, status) == (200, 200)
        assert headers["content-encoding"] == "gzip" and "content-encoding" not in plain_headers
        assert gzip.decompress(body) == plain
        assert len(body) < len(plain) / 2
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
        assert "accept-encoding" in headers["vary"].lower()


@pytest.mark.parametrize(
    "path", ["/static/js/invented.AbCd1234.js", "/static/css/x.AbCd1234.css", "/static/nothing", "/_stcore/nothing"]
)
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_a_path_that_is_no_file_gets_the_german_frame_which_is_never_kept(
    path: str, accepted: str, address: str
) -> None:
    status, headers, body = ask(address, path, accept_encoding=accepted)
    assert (status, headers["content-type"].split(";")[0]) == (200, "text/html")
    assert headers["cache-control"] == "no-cache" and "content-encoding" not in headers
    assert b'<html lang="de">' in body and b"<title>Auditmonitor</title>" in body
    assert b'lang="en"' not in body


def answered(part: _server.CompressedStatics, path: str) -> bytes:
    """What the compressing part answers for a path, alone."""
    sent: list[_server.Message] = []

    async def send(message: _server.Message) -> None:
        sent.append(message)

    async def receive() -> _server.Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"accept-encoding", b"gzip")]}
    # In a thread of its own: a browser that a worker has open keeps a loop running in the main one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, part, scope, receive, send).result()
    return b"".join(message.get("body", b"") for message in sent)


def test_only_scripts_and_styles_are_kept_compressed() -> None:
    part = _server.CompressedStatics(Response(b"<html>" * 100, media_type="text/html"))
    assert answered(part, "/static/js/invented.AbCd1234.js") == b"<html>" * 100
    assert part.compressed == {}


def test_however_many_paths_are_asked_for_few_are_kept() -> None:
    part = _server.CompressedStatics(Response(b"let a = 1;" * 100, media_type="text/javascript"))
    for number in range(405):
        assert gzip.decompress(answered(part, f"/static/js/{number}.js")) == b"let a = 1;" * 100
    assert len(part.compressed) == 400
    assert "/static/js/4.js" not in part.compressed and "/static/js/404.js" in part.compressed


def test_the_frame_itself_is_never_kept(address: str) -> None:
    headers = ask(address, "/")[1]
    assert headers["cache-control"] == "no-cache" and "etag" not in headers


FILE = "/_stcore/upload_file/a/b"


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("POST", FILE, 405, "Hier werden nur Dateien angenommen."),
        ("GET", FILE, 405, "Hier werden nur Dateien angenommen."),
        ("PUT", f"/jahresbilanz{FILE}", 404, "An dieser Adresse werden keine Dateien angenommen."),
        ("DELETE", f"/jahresbilanz{FILE}", 404, "An dieser Adresse werden keine Dateien angenommen."),
    ],
)
def test_what_is_no_file_is_refused_in_german(method: str, path: str, status: int, words: str, address: str) -> None:
    found, headers, body = ask(address, path, method)
    assert found == status and headers["content-type"] == "text/plain; charset=utf-8"
    assert body.decode() == words


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_file_of_somebody_without_a_session_is_refused(method: str, address: str) -> None:
    """Streamlit itself asks for the token that its own page has."""
    assert ask(address, FILE, method)[0] == 403


def test_a_file_over_20_mb_is_refused_before_any_of_it_is_read(address: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)
    connection.putrequest("PUT", FILE)
    connection.putheader("content-length", str(20 * 1024 * 1024 + 1))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    told = answer.read().decode()
    assert told == "Die Datei ist zu groß: Möglich sind höchstens 20 MB. Bitte auf mehrere Dateien verteilen."
    connection.close()


def test_one_session_cannot_send_without_end(address: str) -> None:
    statuses = [ask(address, "/_stcore/upload_file/many/b", "PUT")[0] for _ in range(31)]
    assert statuses == [403] * 30 + [429]


def test_the_words_of_streamlit_itself_are_all_found_and_served_in_german(address: str) -> None:
    """When another Streamlit says them in another way, this fails and pages/_german.py has to learn it."""
    scripts = [
        path for start in SPEAKING_SCRIPTS for path in (STATICS / "static" / "js").glob(f"{start}*.js")
    ]  # fmt: skip
    served = {path.name: ask(address, f"/static/js/{path.name}", accept_encoding="gzip") for path in scripts}
    texts = {name: gzip.decompress(body) for name, (_, _, body) in served.items()}
    for english, ours in GERMAN_WORDS:
        assert any(english in path.read_bytes() for path in scripts), english
        assert any(ours in text for text in texts.values()), ours
        assert not any(english in text for text in texts.values()), english
    assert {headers["cache-control"] for _, headers, _ in served.values()} == {"public, max-age=31536000, immutable"}
    for path in scripts:
        assert ask(address, f"/static/js/{path.name}")[2] == texts[path.name]


@pytest.mark.parametrize("path", ["/gibtsnicht", "/gibtsnicht?zv=all", "/Ueberblick2", "/pages"])
def test_a_page_that_does_not_exist_is_told_in_german(path: str, address: str) -> None:
    status, headers, body = ask(address, path)
    assert status == 404 and headers["content-type"] == "text/html; charset=utf-8"
    assert "Diese Seite gibt es nicht." in body.decode() and b'<a href="/">' in body


def test_the_metrics_are_hidden(address: str) -> None:
    status, _, body = ask(address, "/_stcore/metrics")
    assert status == 404 and b"streamlit" not in body.lower()


def test_a_host_name_made_up_by_somebody_opens_nothing_in_the_policy(address: str) -> None:
    headers = ask(address, "/", host="evil.example; script-src *")[1]
    assert "evil" not in headers["content-security-policy"]
    assert "connect-src 'self';" in headers["content-security-policy"]
