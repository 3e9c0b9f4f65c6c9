"""Real mail servers: one that encrypts from the start, one that begins in plain text, one that never encrypts."""

import asyncio
import socket
import ssl
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
SENDER, PRINCIPAL, OFFICE = (
    "zongwu@qingxi.example",
    "yuanzhang@qingxi.example",
    "banshi@qingxi.example",
)
PASSWORD = "口令"  # noqa: S105 - an invented one
PLAIN_PASSWORD = "abcd-efgh"  # noqa: S105 - an invented one


@dataclass
class Handler:
    """What the server makes of mail, and what it got."""

    refused: tuple[str, ...] = ()
    drops: bool = False  # the connection, once it has the content
    hangs_up: bool = False  # before it has any content
    full: bool = False  # says so after the content
    got: list[Envelope] = field(default_factory=list)
    met: int = 0  # sessions that got as far as naming a sender

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's own names
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.met += 1
        if not session.authenticated:
            return "530 Authentication required"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.hangs_up:
            hang_up(server)
        if address in self.refused:
            return "550 User not found: 没有此人"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.full:
            return "552 Mailbox full"
        self.got.append(envelope)
        if self.drops:
            hang_up(server)
        return "250 OK"

    @property
    def people(self) -> list[list[str]]:
        """Return the recipients of each mail that was got."""
        return [envelope.rcpt_tos for envelope in self.got]

    def mail(self, number: int = 0) -> EmailMessage:
        """Return one mail that was got."""
        content = self.got[number].content
        assert isinstance(content, bytes)
        read = message_from_bytes(content, policy=default)
        assert isinstance(read, EmailMessage)
        return read


def hang_up(server: SMTP) -> None:
    """Break the connection off, as a lost network does."""
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()


def authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, asked: Any
) -> AuthResult:
    assert isinstance(asked, LoginPassword)
    right = (asked.login, asked.password) == (SENDER.encode(), PLAIN_PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@dataclass(frozen=True)
class Running:
    """A server that runs."""

    handler: Handler
    port: int


class Unencrypted(Controller):
    """A server that has never heard of TLS."""

    def factory(self) -> SMTP:
        return SMTP(self.handler, authenticator=authenticate, auth_require_tls=False)


class Starting(Controller):
    """A server that begins in plain text and wants STARTTLS."""

    def __init__(self, handler: Handler, context: ssl.SSLContext, port: int) -> None:
        self.context = context
        super().__init__(handler, HOST, port)

    def factory(self) -> SMTP:
        return SMTP(
            self.handler,
            tls_context=self.context,
            require_starttls=True,
            auth_required=True,
            authenticator=authenticate,
        )


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])
