"""The ways in which a letter may leave: Outlook, another mail program, or by hand.

Nothing is ever sent from here.
"""

import html
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from houqin.errors import HouqinError
from houqin.files import spare, write_bytes
from houqin.outgoing import windows
from houqin.outgoing.letter import Letter
from houqin.outgoing.windows import Com, DoorClosedError
from houqin.problems import Both
from houqin.reports.mail import draft

DRAFT = "邮件草稿.eml"
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_MAIL_ITEM, _DISCARD = 0, 1  # Outlook's olMailItem and olDiscard


class Door(Protocol):
    """One way in which a letter may leave."""

    def take(self, letter: Letter) -> Both:
        """Take the letter out, and return what was done.

        Raises:
            DoorClosedError: it cannot; another door may.
        """


def hand_over(letter: Letter, doors: Sequence[Door] | None = None) -> Both:
    """Give a letter to the first door that takes it, and return what was done.

    Raises:
        HouqinError: the summary cannot be read, or the draft not be written.
    """
    for door in (Outlook(), MailProgram(), Folder()) if doors is None else doors:
        with suppress(DoorClosedError):
            return door.take(letter)
    path = letter.attachment
    return Both(
        f"没有找到邮件程序。汇总在 {path}，请自己附在邮件里发送。",
        f"No mail program was found. Attach {path} to a mail yourself.",
    )


@dataclass(frozen=True, slots=True)
class Outlook:
    """Classic Outlook: shows the letter above the user's signature and keeps it in Drafts."""

    com: Callable[[], Com] = windows.com

    def take(self, letter: Letter) -> Both:
        """Open the letter in Outlook; what could not be finished is thrown away."""
        com = self.com()
        failures = (com.error, AttributeError, OSError)
        try:
            item = com.dispatch("Outlook.Application").CreateItem(_MAIL_ITEM)
        except failures as error:
            raise DoorClosedError from error
        try:
            self._fill(item, letter)
        except failures as error:
            with suppress(*failures):
                item.Close(_DISCARD)
            raise DoorClosedError from error
        return _with_recipients(
            letter,
            "邮件已在 Outlook 中打开，并存入草稿箱，请核对后自己发送。",
            "The letter is open in Outlook and kept in Drafts; look it over and send it.",
        )

    @staticmethod
    def _fill(item: Any, letter: Letter) -> None:
        item.To = "; ".join(letter.settings.to)
        item.Subject = letter.subject
        item.Display()  # only then is the signature there
        item.HTMLBody = above(letter.body, item.HTMLBody)
        item.Attachments.Add(str(letter.attachment.resolve()))
        item.Save()


def above(body: str, page: str) -> str:
    """Return a page of HTML with a letter before all that stands on it."""
    said = f"<div>{'<br>'.join(map(html.escape, body.splitlines()))}</div><br>"
    found = _BODY.search(page)
    at = found.end() if found else 0
    return page[:at] + said + page[at:]


@dataclass(frozen=True, slots=True)
class MailProgram:
    """Whatever opens a draft (.eml), which is written beside the summary."""

    open: Callable[[Path], None] = windows.open_file

    def take(self, letter: Letter) -> Both:
        """Write the draft and open it."""
        path = letter.attachment.parent / DRAFT
        write_draft(path, letter)
        self.open(path)
        return _with_recipients(
            letter,
            f"邮件草稿 {DRAFT} 已打开，请核对后自己发送。",
            f"The draft {DRAFT} is open; look it over and send it.",
        )


def write_draft(path: Path, letter: Letter) -> None:
    """Write a letter as a draft.

    Raises:
        HouqinError: the summary cannot be read, or the draft not be written.
    """
    attachment, own = letter.attachment, letter.settings
    spare(attachment, path)
    try:
        content = attachment.read_bytes()
    except OSError as error:
        raise HouqinError(
            f"读不到 {attachment.name}，请先生成汇总。"
            f" / {attachment.name} cannot be read; make the summary first."
        ) from error
    message = draft(attachment.name, content, subject=letter.subject, to=own.to, body=letter.body)
    if own.sender:
        message["From"] = own.sender
    write_bytes(path, message.as_bytes())


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of the summary, for those who write their mail in a browser."""

    show: Callable[[Path], None] = windows.show_in_folder
    copy: Callable[[str], bool] = windows.copy_text

    def take(self, letter: Letter) -> Both:
        """Show the summary in its folder, and put the letter into the clipboard."""
        self.show(letter.attachment.resolve())
        name = letter.attachment.name
        copied = (
            Both("信的内容已复制，请粘贴到邮件里", "The letter is in the clipboard; paste it")
            if self.copy(letter.body)
            else Both("请在邮件里写好内容", "Write a letter")
        )
        return _with_recipients(
            letter,
            f"没有能打开草稿的邮件程序，已打开汇总所在的文件夹。{copied.zh}，并附上 {name}。",
            f"No mail program opens a draft, so the folder is open. {copied.en}, and attach {name}.",
        )


def _with_recipients(letter: Letter, zh: str, en: str) -> Both:
    if letter.settings.to:
        return Both(zh, en)
    return Both(f"{zh}收件人还空着，请填写。", f"{en} It has no recipient yet; fill one in.")
