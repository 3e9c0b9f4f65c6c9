"""The user's own houqin.toml: to whom mail goes, and from whom."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from houqin.errors import HouqinError
from houqin.outgoing.letter import NOBODY, MailSettings


def own_settings_file(environment: Mapping[str, str]) -> Path:
    """Return where a user's own houqin.toml stands."""
    roaming = environment.get("APPDATA")
    folder = Path(roaming) if roaming else Path.home() / ".config"
    return folder / "houqin" / "houqin.toml"


def mail_settings(path: Path | None = None) -> MailSettings:
    """Return what the user's own houqin.toml says of mail; nothing where there is no such file.

    Recipients come from nowhere else: whoever can write into a workbook must not be able to
    say where its summary goes.

    Raises:
        HouqinError: the file cannot be read, or an address in it is no address.
    """
    file = own_file(path)
    stated = stated_of_mail(file)
    if stated is None:
        return NOBODY
    found = _of_mail(stated)
    if found is None:
        raise _not_understood(file)
    found.require_addresses()
    return found


def own_file(path: Path | None) -> Path:
    """Return the file that is named, else the one in the user's own folder."""
    return own_settings_file(os.environ) if path is None else path


def stated_of_mail(file: Path) -> Any:
    """Return what stands under [mail], None where there is no such file.

    Raises:
        HouqinError: the file cannot be read.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig")).get("mail", {})
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _not_understood(file) from error


def _of_mail(stated: Any) -> MailSettings | None:
    """Return what the table [mail] says, None where it is not what it should be."""
    if not isinstance(stated, dict):
        return None
    to, sender = stated.get("to", []), stated.get("sender", "")
    to = [to] if isinstance(to, str) else to
    texts = isinstance(to, list) and all(isinstance(each, str) for each in (*to, sender))
    return MailSettings(tuple(to), sender) if texts else None


def _not_understood(file: Path) -> HouqinError:
    return HouqinError(
        f'读不懂 {file}。请存为 UTF-8，并写成：[mail] 换行 to = ["a@b.cn"]。'
        f' / {file} is not understood. Save it as UTF-8, with [mail] and to = ["a@b.cn"] below it.'
    )
