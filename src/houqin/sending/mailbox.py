"""What the user's own houqin.toml says of sending: the mailbox, and to whom it may send."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from houqin.errors import HouqinError
from houqin.outgoing.own_settings import own_file, stated_of_mail
from houqin.problems import Both
from houqin.sending.mail_server import PORTS, PRESETS, MailServer, Security


@dataclass(frozen=True, slots=True)
class Mailbox:
    """From where mail is sent, as whom, and to whom at most."""

    server: MailServer
    sender: str
    to: tuple[str, ...]  # who gets it where nobody is named
    allowed: tuple[str, ...]

    def recipients(self, asked: Sequence[str]) -> tuple[str, ...]:
        """Return the recipients that are asked for as the user's own file writes them, each once.

        Raises:
            HouqinError: one is not on the list, or there is none.
        """
        known = {address.casefold(): address for address in self.allowed}
        wanted = tuple(asked) or self.to
        strange = [address for address in wanted if address.casefold() not in known]
        if strange:
            raise _not_allowed(strange)
        if not wanted:
            raise HouqinError(
                "没有收件人，请用 --to 写明，或在 houqin.toml 的 [mail] 中写 to。"
                " / There is no recipient; name one with --to, or write to under [mail] in houqin.toml."
            )
        return tuple(dict.fromkeys(known[address.casefold()] for address in wanted))


def mailbox(path: Path | None = None) -> Mailbox:
    """Return the mailbox of the user's own houqin.toml, or of another such file.

    Raises:
        HouqinError: there is no such file, or it does not say what is needed.
    """
    file = own_file(path)
    stated = stated_of_mail(file)
    if stated is None:
        raise HouqinError(
            f"没有 {file}，不知道用哪个邮箱发送。请照 docs/mail.md 写好 [mail]。"
            f" / There is no {file}, so the mailbox is unknown; write [mail] as docs/mail.md shows."
        )
    try:
        return OwnMail.model_validate(stated).mailbox(file.parent)
    except ValidationError as error:
        raise _not_usable(file, error) from error


def _listed(stated: Any) -> Any:
    return [stated] if isinstance(stated, str) else stated


def _text(stated: Any) -> Any:
    return str(stated) if isinstance(stated, int) else stated  # 163 may be written without quotes


Address = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9_.-]+$")]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(_listed)]
Host = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+$")]
Preset = Annotated[Literal["qq", "163", "126", "exmail"], BeforeValidator(_text)]


class OwnMail(BaseModel):
    """The table [mail] as it is written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sender: Address
    to: Addresses = ()
    allow: Addresses = ()
    preset: Preset | None = None
    server: Host | None = None
    port: int | None = Field(None, ge=1, le=65535)
    security: Security = Security.SSL
    user: str = Field("", max_length=200)
    ca_file: Path | None = None

    @model_validator(mode="after")
    def _one_server(self) -> Self:
        """Make sure that exactly one server is named."""
        own = self.model_fields_set & {"server", "port", "security"}
        if bool(self.preset) == bool(self.server) or (self.preset and own):
            raise ValueError(_PRESET_OR_SERVER)
        return self

    def mailbox(self, folder: Path) -> Mailbox:
        """Return the mailbox; a file that is named stands beside houqin.toml."""
        host = PRESETS[self.preset] if self.preset else self.server or ""
        port = self.port or PORTS[self.security]
        trusted = folder / self.ca_file if self.ca_file else None
        server = MailServer(host, port, self.security, self.user or self.sender, trusted)
        return Mailbox(server, self.sender, self.to, (*self.to, *self.allow))


_PRESET_OR_SERVER = "preset"
_ADDRESS = Both("邮件地址", "a mail address")
_EXPECTED = {
    "sender": _ADDRESS,
    "to": _ADDRESS,
    "allow": _ADDRESS,
    "preset": Both("qq、163、126 或 exmail", "qq, 163, 126 or exmail"),
    "server": Both("服务器的名字", "the name of a server"),
    "port": Both("1 到 65535 的整数", "a number from 1 to 65535"),
    "security": Both("ssl 或 starttls", "ssl or starttls"),
    "user": Both("文字", "a text"),
    "ca_file": Both("文件名", "the name of a file"),
}


def _not_usable(file: Path, error: ValidationError) -> HouqinError:
    """Return the one sentence about the first thing that is wrong."""
    first = error.errors(include_url=False, include_input=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    said = _why(name, str(first["type"]))
    return HouqinError(f"{file} 的 [mail]：{said.zh} / [mail] in {file}: {said.en}")


def _why(name: str, kind: str) -> Both:
    if name == "password":
        return Both(
            "密码不要写在文件里，请删去，再运行 houqin mail-password 存入系统的密码库。",
            "a password does not belong here; remove it and run houqin mail-password.",
        )
    if kind == "extra_forbidden":
        return Both(
            f"没有 {name[:40]!r} 这一项，请删去。", f"nothing is called {name[:40]!r}; remove it."
        )
    if name not in _EXPECTED:
        return Both(
            "preset 和 server 请写其中一个；写了 preset 就不要写 server、port、security。",
            "write either preset or server; with preset no server, port or security.",
        )
    expected = _EXPECTED[name]
    if kind == "missing":
        return Both(
            f"缺少 {name}，请写上{expected.zh}。", f"{name} is missing; write {expected.en}."
        )
    return Both(
        f"{name} 应为{expected.zh}，请改正。", f"{name} should be {expected.en}; correct it."
    )


def _not_allowed(addresses: Sequence[str]) -> HouqinError:
    named = "、".join(repr(address[:60]) for address in addresses)
    return HouqinError(
        f"{named} 不在允许的收件人中，没有发送。确实要发时，请先加到 houqin.toml 的 [mail] allow。"
        f" / {named} is not among the allowed recipients, and nothing was sent; add it to allow under [mail] in houqin.toml."
    )
