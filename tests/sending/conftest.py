"""A real mail server on this machine, its certificates, a keyring, and a user's own houqin.toml."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
import trustme
from aiosmtpd.controller import Controller
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from tests.conftest import Run
from tests.sending.mail_servers import (
    HOST,
    OFFICE,
    PLAIN_PASSWORD,
    PRINCIPAL,
    SENDER,
    Handler,
    Running,
    Starting,
    Unencrypted,
    authenticate,
    free_port,
)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ca") / "school.pem"
    authority.cert_pem.write_to_path(str(path))
    return path


def context_of(authority: trustme.CA, name: str = HOST) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


Start = Callable[..., Running]


@pytest.fixture
def start(authority: trustme.CA) -> Iterator[Start]:
    """Start a server: ssl, starttls or plain; what it does with mail is given by name."""
    running: list[Controller] = []

    def started(security: str, context: ssl.SSLContext | None = None, **does: Any) -> Running:
        handler, port = Handler(**does), free_port()
        context = context or context_of(authority)
        controller: Controller
        if security == "ssl":
            controller = Controller(
                handler,
                ssl_context=context,
                authenticator=authenticate,
                auth_require_tls=False,  # all of it is encrypted already
                hostname=HOST,
                port=port,
            )
        elif security == "starttls":
            controller = Starting(handler, context, port)
        else:
            controller = Unencrypted(handler, HOST, port)
        controller.start()
        running.append(controller)
        return Running(handler, port)

    yield started
    for controller in running:
        controller.stop()


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own has no types
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    """The system's keyring, with the mailbox's password."""
    former, ring = keyring.get_keyring(), Ring()
    ring.kept[f"houqin {HOST}", SENDER] = PLAIN_PASSWORD
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(former)


Own = Callable[..., Path]


@pytest.fixture
def own(tmp_path: Path, ca_file: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """Write the user's own houqin.toml, at its usual place."""
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))
    monkeypatch.setenv("HOUQIN_DATA", str(tmp_path / "data"))

    def write(port: int, security: str = "ssl", *, trusted: bool = True, **more: str) -> Path:
        lines = {
            "sender": f'"{SENDER}"',
            "allow": f'["{PRINCIPAL}", "{OFFICE}"]',
            "server": f'"{HOST}"',
            "port": str(port),
            "security": f'"{security}"',
        }
        if trusted:
            lines["ca_file"] = f"'{ca_file}'"
        text = "\n".join(f"{name} = {value}" for name, value in (lines | more).items())
        path = tmp_path / "roaming" / "houqin" / "houqin.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"[mail]\n{text}\n", "utf-8")
        return path

    return write


@pytest.fixture
def summary(tmp_path: Path) -> Path:
    path = tmp_path / "后勤汇总.xlsx"
    path.write_bytes(b"PK\r\n.\r\n..\n" + bytes(range(256)) * 8)  # 11 and 2048 bytes, 2.0 KB
    return path


@pytest.fixture
def send(houqin: Run, summary: Path) -> Run:
    """Send the summary without asking."""

    def sent(*options: object, to: tuple[str, ...] = (PRINCIPAL,)) -> Any:
        named = [each for address in to for each in ("--to", address)]
        return houqin("mail", summary, "--send", "--yes", *named, *options)

    return sent


def one_sentence(result: Any) -> str:
    """Return the one line that says why nothing, or not everything, was sent."""
    lines = [line for line in result.stderr.splitlines() if line]
    assert result.exit_code == 2
    assert len(lines) == 1
    assert " / " in lines[0]
    return str(lines[0])
