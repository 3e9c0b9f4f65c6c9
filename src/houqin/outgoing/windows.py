"""What a letter needs of Windows: Outlook, the program of a file, the Explorer, the clipboard."""

import subprocess
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple


class DoorClosedError(Exception):
    """This way out is not there, or does not open."""


class Com(NamedTuple):
    """What is needed of pywin32 to speak to Outlook."""

    dispatch: Callable[[str], Any]
    error: type[Exception]


def com() -> Com:
    """Return pywin32's own, which is there on Windows only.

    Raises:
        DoorClosedError: it is not there.
    """
    try:
        client, types = import_module("win32com.client"), import_module("pywintypes")
    except ImportError as absent:
        raise DoorClosedError from absent
    return Com(client.Dispatch, types.com_error)


def open_file(path: Path) -> None:
    """Open a file with whatever Windows opens it with.

    Raises:
        DoorClosedError: nothing opens it.
    """
    try:
        import_module("os").startfile(str(path))
    except (AttributeError, OSError) as error:
        raise DoorClosedError from error


def show_in_folder(path: Path) -> None:
    """Open the folder of a file, with the file selected.

    Raises:
        DoorClosedError: there is no Windows Explorer.
    """
    try:
        subprocess.Popen(f'explorer /select,"{path}"')  # noqa: S603 - a path holds no quotes there
    except OSError as error:
        raise DoorClosedError from error


def copy_text(text: str) -> bool:
    """Put a text into the clipboard; tell whether that went well."""
    try:
        board, failure = import_module("win32clipboard"), import_module("pywintypes").error
    except ImportError:
        return False
    try:
        board.OpenClipboard()
    except failure:  # another program holds it
        return False
    try:
        board.EmptyClipboard()
        board.SetClipboardText("\r\n".join(text.splitlines()), board.CF_UNICODETEXT)
    finally:
        board.CloseClipboard()
    return True
