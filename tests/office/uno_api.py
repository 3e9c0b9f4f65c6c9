"""The border to LibreOffice's UNO, which has no type stubs: everything beyond it is Any."""

import builtins
import sys
from pathlib import Path
from typing import Any

WHERE_UNO_LIVES = "/usr/lib/python3/dist-packages"  # python3-uno of Debian and Ubuntu


def _load_uno() -> Any:
    """Import uno without leaving its folder on the path, nor its hook on every other import."""
    ordinary_import = builtins.__import__
    sys.path.append(WHERE_UNO_LIVES)
    try:
        import uno  # type: ignore[import-not-found]
    finally:
        sys.path.remove(WHERE_UNO_LIVES)
        builtins.__import__ = ordinary_import
    return uno


try:
    uno: Any = _load_uno()
except ImportError:  # tests that need no LibreOffice are collected, and run, all the same
    uno = None
UnoError: type[Exception] = uno.getClass("com.sun.star.uno.Exception") if uno else RuntimeError


def struct(name: str, **fields: Any) -> Any:
    """Make a UNO struct; `name` is what follows com.sun.star."""
    made = uno.createUnoStruct(f"com.sun.star.{name}")
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def enum(name: str, value: str) -> Any:
    """Make a value of a UNO enum; `name` is what follows com.sun.star."""
    return uno.Enum(f"com.sun.star.{name}", value)


def properties(**values: Any) -> tuple[Any, ...]:
    """Make the list of named values that many UNO calls take."""
    return tuple(struct("beans.PropertyValue", Name=name, Value=values[name]) for name in values)


def address_of(path: Path) -> str:
    """Return a path as the URL that UNO wants."""
    return str(uno.systemPathToFileUrl(str(path.resolve())))


def path_of(address: str) -> str:
    """Return a URL as a path; "" for what was never saved."""
    return str(uno.fileUrlToSystemPath(address)) if address else ""
