"""What the real server answers: headers, language, compression, refusals."""

import gzip
import http.client
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import anyio
import harness
import pytest
from starlette.responses import Response

from pages import _server

Answer = tuple[int, dict[str, str], bytes]


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


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
@pytest.mark.parametrize("path", ["/_stcore/upload_file/a/b", "/jahresbilanz/_stcore/upload_file/a/b"])
def test_an_upload_is_refused_in_german(method: str, path: str, address: str) -> None:
    status, headers, body = ask(address, path, method)
    assert status == 403 and headers["content-type"] == "text/plain; charset=utf-8"
    assert body.decode() == "Hier können noch keine Dateien hochgeladen werden."


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
