"""What the gate lets through to Streamlit: the form of a request, its size, how often, and how much is held."""

import tomllib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest

from pages import _upload_gate
from pages._upload_gate import Message, Scope, UploadGate

ROOT = Path(__file__).resolve().parents[1]
MB = 1_000_000
LIMIT = 20 * 1024 * 1024
TOO_LARGE = "Die Datei ist zu groß: Möglich sind höchstens 20 MB. Bitte auf mehrere Dateien verteilen."


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Streamlit:
    """Stands behind the gate as the endpoint does: reads the whole body, keeps it, answers."""

    def __init__(self, status: int = 204) -> None:
        self.status = status
        self.kept: list[int] = []

    async def __call__(self, scope: Scope, receive: object, send: object) -> None:
        size = 0
        while True:
            message = await receive()  # type: ignore[operator]
            size += len(message.get("body", b""))
            if not message.get("more_body"):
                break
        if self.status < 300:
            self.kept.append(size)
        await send({"type": "http.response.start", "status": self.status, "headers": []})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": b""})  # type: ignore[operator]


def ask(
    gate: UploadGate,
    session: str = "a",
    length: int | str | None = 100,
    chunks: Iterable[bytes] = (b"x",),
    method: str = "PUT",
    path: str = "",
) -> tuple[int, str]:
    """The status and the words of an answer."""
    headers = [] if length is None else [(b"content-length", str(length).encode())]
    scope = {
        "type": "http", "method": method, "path": path or f"/_stcore/upload_file/{session}/f1", "headers": headers,
    }  # fmt: skip
    parts = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
    parts.append({"type": "http.request", "body": b"", "more_body": False})
    sent: list[Message] = []

    async def receive() -> Message:
        return parts.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await gate(scope, receive, send)

    # In a thread of its own: a browser that a worker has open keeps a loop running in the main one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, run).result()
    body = b"".join(message.get("body", b"") for message in sent)
    return int(sent[0]["status"]), body.decode()


@pytest.fixture
def behind() -> Streamlit:
    return Streamlit()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(behind: Streamlit, clock: Clock) -> UploadGate:
    return UploadGate(behind, clock)


def test_a_file_in_its_own_form_gets_through(gate: UploadGate, behind: Streamlit) -> None:
    assert ask(gate, length=3, chunks=[b"abc"]) == (204, "")
    assert behind.kept == [3]


@pytest.mark.parametrize("method", ["POST", "GET", "OPTIONS", "PATCH"])
def test_only_sending_and_deleting_is_let_through(method: str, gate: UploadGate, behind: Streamlit) -> None:
    assert ask(gate, method=method) == (405, "Hier werden nur Dateien angenommen.")
    assert behind.kept == []
    assert ask(gate, method="DELETE", length=0, chunks=[])[0] == 204


@pytest.mark.parametrize(
    "path", ["/jahresbilanz/_stcore/upload_file/a/b", "/_stcore/upload_file", "/_stcore/upload_file/a/b/c",
             "/_stcore/upload_file/../x/y", f"/_stcore/upload_file/{'a' * 81}/b"],
)  # fmt: skip
def test_any_other_address_takes_no_file(path: str, gate: UploadGate, behind: Streamlit) -> None:
    assert ask(gate, path=path) == (404, "An dieser Adresse werden keine Dateien angenommen.")
    assert behind.kept == [] and gate.arrivals == []


def test_a_file_over_20_mb_is_refused_by_what_it_announces(gate: UploadGate, behind: Streamlit) -> None:
    assert ask(gate, length=LIMIT)[0] == 204
    assert ask(gate, length=LIMIT + 1) == (413, TOO_LARGE)
    assert len(behind.kept) == 1


@pytest.mark.parametrize("length", ["-1", "viel", "1e3", ""])
def test_a_size_that_is_no_number_is_refused(length: str, gate: UploadGate, behind: Streamlit) -> None:
    assert ask(gate, length=length)[0] == 400 and behind.kept == []


def test_a_file_that_does_not_say_its_size_is_cut_off_at_20_mb(gate: UploadGate, behind: Streamlit) -> None:
    megabyte = b"x" * MB
    assert ask(gate, length=None, chunks=[megabyte] * 20)[0] == 204
    status, words = ask(gate, length=None, chunks=[megabyte] * 25)
    assert (status, words) == (413, TOO_LARGE)
    assert behind.kept == [20 * MB]
    assert [one.size for one in gate.arrivals] == [20 * MB, 0]


def test_a_file_larger_than_it_said_is_cut_off_too(gate: UploadGate, behind: Streamlit) -> None:
    assert ask(gate, length=10, chunks=[b"x" * MB] * 25)[0] == 413
    assert behind.kept == []


def test_one_session_sends_at_most_30_files_a_minute(gate: UploadGate, clock: Clock) -> None:
    assert [ask(gate)[0] for _ in range(31)] == [204] * 30 + [429]
    assert ask(gate)[1] == "Es sind zu viele Dateien auf einmal. Bitte in einer Minute noch einmal versuchen."
    assert ask(gate, session="b")[0] == 204
    clock.now += 61
    assert ask(gate)[0] == 204


def test_all_together_send_at_most_300_files_a_minute(gate: UploadGate, clock: Clock) -> None:
    assert {ask(gate, session=f"s{place // 20}")[0] for place in range(300)} == {204}
    assert ask(gate, session="new")[0] == 429
    clock.now += 61
    assert ask(gate, session="new")[0] == 204


def test_all_together_hold_at_most_200_mb_of_a_minute(gate: UploadGate, behind: Streamlit, clock: Clock) -> None:
    assert [ask(gate, session=f"s{place}", length=20 * MB)[0] for place in range(11)] == [204] * 10 + [429]
    assert ask(gate, session="small", length=1000)[0] == 429
    clock.now += 61
    assert ask(gate, session="small", length=1000)[0] == 204
    assert len(behind.kept) == 11


def test_one_session_holds_at_most_400_mb_of_an_hour(gate: UploadGate, clock: Clock) -> None:
    for _ in range(20):
        assert ask(gate, length=20 * MB)[0] == 204
        clock.now += 61
    assert ask(gate, length=20 * MB) == (
        429, "Von hier wurde schon sehr viel hochgeladen. Bitte später noch einmal versuchen.",
    )  # fmt: skip
    assert ask(gate, session="b", length=20 * MB)[0] == 204
    clock.now += 3600
    assert ask(gate, length=20 * MB)[0] == 204


def test_what_streamlit_refuses_holds_nothing_and_takes_no_room_from_others(clock: Clock) -> None:
    gate = UploadGate(Streamlit(403), clock)
    assert [ask(gate, session=f"s{place}", length=20 * MB)[0] for place in range(15)] == [403] * 15
    assert sum(one.size for one in gate.arrivals) == 0
    clock.now += 61
    ask(gate)
    assert len(gate.arrivals) == 1


def test_the_bound_is_that_of_the_server_setting() -> None:
    """Streamlit refuses what is larger with an English sentence; ours has to come first."""
    setting = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"][
        "maxUploadSize"
    ]
    assert setting * 1024 * 1024 == _upload_gate.MOST_BYTES
