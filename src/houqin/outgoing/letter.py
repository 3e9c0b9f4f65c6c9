"""A letter with the summary attached, and to whom it may go."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from houqin.errors import HouqinError

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+", re.ASCII)


class MailSettings(NamedTuple):
    """What a user's own houqin.toml says of mail."""

    to: tuple[str, ...] = ()
    sender: str = ""

    def require_addresses(self) -> None:
        """Make sure that each is one plain address, so that none can hide a second one.

        Raises:
            HouqinError: one is not.
        """
        for address in (*self.to, *filter(None, [self.sender])):
            if not _ADDRESS.fullmatch(address):
                raise HouqinError(
                    f"{address[:40]!r} 不是邮件地址，请在 houqin.toml 的 [mail] 中改正。"
                    f" / {address[:40]!r} is no mail address; correct it under [mail] in houqin.toml."
                )


NOBODY = MailSettings()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the summary attached.

    Raises:
        HouqinError: the subject is not one line, or an address is no address.
    """

    subject: str
    body: str
    attachment: Path
    settings: MailSettings = NOBODY

    def __post_init__(self) -> None:
        if not self.subject.isprintable():
            raise HouqinError(
                "邮件主题只能是一行文字，请改正参数 mail.subject。"
                " / The subject of a mail is one line; correct mail.subject on 参数."
            )
        self.settings.require_addresses()
