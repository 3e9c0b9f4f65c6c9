"""A mail draft with the summary attached, that a mail program opens to be looked at and sent."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path

from houqin.errors import HouqinError
from houqin.files import spare, write_bytes

XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def write_draft(
    path: Path, attachment: Path, *, subject: str, to: Sequence[str] = (), body: str = ""
) -> None:
    """Write an .eml draft (`X-Unsent: 1`); nothing is sent.

    Raises:
        HouqinError: the attachment cannot be read, or an address holds a line break.
    """
    spare(attachment, path)
    try:
        content = attachment.read_bytes()
    except OSError as error:
        raise HouqinError(
            f"读不到附件 {attachment.name}，请先生成汇总。 / The attachment {attachment.name} cannot be read; make the summary first."
        ) from error
    write_bytes(path, draft(attachment.name, content, subject=subject, to=to, body=body).as_bytes())


def draft(
    name: str, content: bytes, *, subject: str, to: Sequence[str] = (), body: str = ""
) -> EmailMessage:
    """Return the draft; the same input gives the same bytes."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _one_line(subject)
    if to:
        message["To"] = ", ".join(map(_one_line, to))
    message["X-Unsent"] = "1"
    message.set_content(body or f"{subject}\n\n请见附件：{name}\n", charset="utf-8", cte="base64")
    message.add_attachment(content, maintype=XLSX[0], subtype=XLSX[1], filename=name)
    message.set_boundary(f"=_houqin_{sha256(content + subject.encode()).hexdigest()[:32]}")
    return message


def _one_line(text: str) -> str:
    if any(letter in text for letter in "\r\n"):
        raise HouqinError(
            "邮件主题和地址不能换行，请改正。 / A mail's subject and addresses are one line; correct them."
        )
    return text
