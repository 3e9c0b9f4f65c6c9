"""One letter on its way to several people: a mail for each, and a line in the log for each step."""

import smtplib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, make_msgid
from hashlib import sha256

from houqin.files import CannotWriteError
from houqin.outgoing.letter import Letter
from houqin.problems import Both
from houqin.reports.mail import draft
from houqin.sending.post_office import post
from houqin.sending.sent_log import Fate, SentLog


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A letter, the file that goes with it as it was read, and when it goes."""

    letter: Letter
    content: bytes
    now: datetime

    @property
    def hash(self) -> str:
        """Return what tells this file from others."""
        return sha256(self.content).hexdigest()

    def mail_for(self, recipient: str) -> bytes:
        """Return the mail as one recipient gets it."""
        letter, name = self.letter, self.letter.attachment.name
        mail = draft(name, self.content, subject=letter.subject, to=[recipient], body=letter.body)
        del mail["X-Unsent"]
        sender = letter.settings.sender
        mail["From"] = sender
        mail["Date"] = format_datetime(self.now)
        mail["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
        return mail.as_bytes()


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of the mail for one recipient."""

    recipient: str
    fate: Fate
    words: str = ""


def dispatched(
    smtp: smtplib.SMTP, dispatch: Dispatch, recipients: Sequence[str], log: SentLog
) -> Iterator[Delivered]:
    """Yield what becomes of each mail; once the connection or the log fails, the rest is not tried."""
    for number, recipient in enumerate(recipients):
        try:
            delivered = _one(smtp, dispatch, recipient, log)
        except (OSError, CannotWriteError) as error:
            words = str(error) if isinstance(error, CannotWriteError) else ""
            delivered = Delivered(recipient, Fate.NOT_TRIED, words)
        yield delivered
        if delivered.fate in (Fate.NOT_TRIED, Fate.BEGUN):
            yield from (Delivered(each, Fate.NOT_TRIED) for each in recipients[number + 1 :])
            return


def _one(smtp: smtplib.SMTP, dispatch: Dispatch, recipient: str, log: SentLog) -> Delivered:
    begun = False

    def step(fate: Fate) -> None:
        nonlocal begun
        begun = True
        log.add(dispatch.now, fate, dispatch.hash, recipient, dispatch.letter.attachment.name)

    sender, mail = dispatch.letter.settings.sender, dispatch.mail_for(recipient)
    fate, words = post(smtp, sender, recipient, mail, lambda: step(Fate.BEGUN))
    if begun and fate is not Fate.BEGUN:
        try:
            step(fate)
        except (
            CannotWriteError
        ) as error:  # it has left all the same; the log says that it was begun
            return Delivered(recipient, fate, words or str(error))
    return Delivered(recipient, fate, words)


def told(delivered: Sequence[Delivered]) -> Both:
    """Return the sentence that says what was sent and what was not."""
    said = [
        words.format(named)
        for fate, words in _WORDS.items()
        if (named := [each for each in delivered if each.fate is fate])
    ]
    return Both(
        "；".join(each.zh for each in said) + "。", "; ".join(each.en for each in said) + "."
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of all mails of one fate."""

    zh: str
    en: str

    def format(self, named: Sequence[Delivered]) -> Both:
        """Return the words with the recipients in them."""
        people = "、".join(
            each.recipient + (f"（{each.words}）" if each.words else "") for each in named
        )
        return Both(self.zh.format(people), self.en.format(people))


_WORDS = {
    Fate.SENT: _Words("已发给 {}", "sent to {}"),
    Fate.REFUSED: _Words(
        "没有发给 {}，服务器拒收，请核对地址",
        "not sent to {}, whom the server refuses; check the address",
    ),
    Fate.BEGUN: _Words(
        "{} 收到没有不能确定，发送途中连接断了，请先问本人，要重发请加 --again",
        "unknown whether {} got it, as the connection broke meanwhile; ask them first, and add --again to repeat",
    ),
    Fate.NOT_TRIED: _Words(
        "没有发给 {}，连接已断或记录写不进，请稍后再运行一次",
        "not sent to {}, as the connection or the log failed; run it again later",
    ),
}
