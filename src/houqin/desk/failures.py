"""What the user is told when a button could not do its work."""

import platform
import traceback
from contextlib import suppress
from pathlib import Path

from houqin import __version__
from houqin.desk.backups import STAMP, folder_of
from houqin.desk.jobs import Press
from houqin.errors import HouqinError
from houqin.files import write_text


def tell_failure(press: Press, error: Exception) -> None:
    """Say what stopped the button; of a failure of ours a support file is kept, without values."""
    with suppress(Exception):
        press.desk.status("")
    if isinstance(error, HouqinError):
        press.desk.tell(str(error))
        return
    kept = _support_file(press, error)
    where = (
        f"\n请把这个文件发给维护的人： / Please send this file to whoever maintains houqin:\n{kept}"
    )
    press.desk.tell(
        f"houqin 出了故障，工作簿没有改动，不是您填错了。 / houqin broke; the workbook was not changed,"
        f" and it is no mistake of yours. ({type(error).__name__}){where if kept else ''}"
    )


def _support_file(press: Press, error: Exception) -> Path | None:
    """Write where in the code it broke: names of functions and lines, never a value of the user's."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"houqin {__version__}  Python {platform.python_version()}  {platform.platform()}",
        f"button {press.label}  {press.now:%Y-%m-%d %H:%M}",
        type(error).__name__,
        *(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    with suppress(Exception):
        path = folder_of(press.desk.path) / f"故障_{press.now:{STAMP}}.txt"
        write_text(path, "\n".join(lines) + "\n")
        return path
    return None
