"""xlwings' own code for Windows, loaded where there is no Windows.

The engine of the tests is that code, unchanged, over objects that stand for Excel's: so what is
tested is what runs on the desks of schools, down to every call.
"""

import atexit
import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import ModuleType, SimpleNamespace
from typing import Any

from tests.office.engine.com import CDispatch, ComError

BUTTONS = {"ok": 1, "cancel": 2, "yes": 6, "no": 7}  # IDOK and its kin
STYLES = {
    0: ("ok",),
    1: ("ok", "cancel"),
    3: ("yes", "no", "cancel"),
    4: ("yes", "no"),
}

MessageBox = Callable[[str, str, tuple[str, ...]], str]


class _Nothing:
    """A class that no object belongs to."""


class _Utc:
    """The stand-in for win32timezone.TimeZoneInfo."""

    @staticmethod
    def utc() -> Any:
        return UTC


def load(message_box: MessageBox) -> Any:
    """Import xlwings' module for Windows.

    `message_box` gets the prompt, the title and the buttons, and returns the button pressed.
    """
    with _pretended(_modules(message_box)), _pretended_ctypes():
        from xlwings import _xlwindows
    atexit.unregister(_xlwindows.cleanup)  # it would look for Excel among the processes
    return _xlwindows


def _modules(message_box: MessageBox) -> dict[str, ModuleType]:
    def shown(_window: int, prompt: str, title: str, style: int) -> int:
        return BUTTONS[message_box(prompt, title, STYLES[style & 0xF])]

    client = _module(
        "win32com.client",
        CDispatch=CDispatch,
        CoClassBaseClass=_Nothing,
        DispatchBaseClass=_Nothing,
        Dispatch=None,
        DispatchEx=None,
    )
    return {
        "pythoncom": _module(
            "pythoncom", __file__="", CoInitialize=lambda: None, ole_error=ComError
        ),
        "pywintypes": _module(
            "pywintypes", com_error=ComError, error=ComError, TimeType=datetime, IID=str
        ),
        "win32api": _module("win32api", MessageBox=shown),
        "win32con": _module(
            "win32con",
            MB_OK=0,
            MB_OKCANCEL=1,
            MB_YESNOCANCEL=3,
            MB_YESNO=4,
            MB_ICONINFORMATION=0x40,
            MB_ICONWARNING=0x30,
        ),
        "win32gui": _module("win32gui", FindWindowEx=lambda *_: 0),
        "win32process": _module(
            "win32process", GetWindowThreadProcessId=lambda window: (0, window)
        ),
        "win32timezone": _module("win32timezone", TimeZoneInfo=_Utc),
        "win32com": _module("win32com", client=client, __path__=[]),
        "win32com.client": client,
    }


def _module(name: str, **members: Any) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(members)
    return made


@contextmanager
def _pretended(modules: dict[str, ModuleType]) -> Iterator[None]:
    """Let these modules be there, and afterwards be gone."""
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in modules:
            del sys.modules[name]


@contextmanager
def _pretended_ctypes() -> Iterator[None]:
    """Let ctypes have what it has on Windows."""
    window = SimpleNamespace(GetForegroundWindow=lambda: 0, SetForegroundWindow=lambda _: 1)
    ole = SimpleNamespace(CLSIDFromString=lambda *_: 0, AccessibleObjectFromWindow=lambda *_: 0)
    added = {
        "oledll": SimpleNamespace(ole32=ole, oleacc=ole),
        "windll": SimpleNamespace(user32=window),
        "PyDLL": lambda _path: SimpleNamespace(PyCom_PyObjectFromIUnknown=SimpleNamespace()),
    }
    kept = {name: vars(ctypes)[name] for name in added if name in vars(ctypes)}
    vars(ctypes).update(added)
    try:
        yield
    finally:
        for name in added:
            delattr(ctypes, name)
        vars(ctypes).update(kept)
