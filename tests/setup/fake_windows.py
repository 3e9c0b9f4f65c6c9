"""Modules that only Windows has, played over plain tables, to try what is written for them."""

import ntpath
from types import SimpleNamespace
from typing import Any, Self

HKCU, HKLM, HKCR = "HKCU", "HKLM", "HKCR"
READ, WRITE, VIEW_64, VIEW_32 = 1, 2, 0x100, 0x200


class Handle:
    """An open key."""

    def __init__(self, values: dict[str, Any], below: list[str]) -> None:
        self.values, self.below = values, below

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""


class FakeWinreg:
    """The functions of winreg that are used, over {(root, key, view): {name: (value, type)}}."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, HKEY_CLASSES_ROOT = HKCU, HKLM, HKCR
    KEY_READ, KEY_WRITE, KEY_WOW64_64KEY, KEY_WOW64_32KEY = READ, WRITE, VIEW_64, VIEW_32
    REG_SZ, REG_DWORD, REG_BINARY = 1, 4, 3

    def __init__(self) -> None:
        self.held: dict[tuple[str, str, int], dict[str, tuple[Any, int]]] = {}

    def OpenKey(self, root: str, key: str, reserved: int, access: int) -> Handle:  # noqa: N802
        assert reserved == 0
        view = access & (VIEW_64 | VIEW_32)
        start = (root, f"{key}\\", view)
        names = [k for r, k, v in self.held if r == root and v == view and k.startswith(start[1])]
        below = list(dict.fromkeys(k[len(start[1]) :].split("\\")[0] for k in names))
        values = self.held.get((root, key, view))
        if values is None and not below:
            raise FileNotFoundError(2, key)
        return Handle({} if values is None else values, below)

    def CreateKeyEx(self, root: str, key: str, reserved: int, access: int) -> Handle:  # noqa: N802
        assert (reserved, access & WRITE) == (0, WRITE)
        return Handle(self.held.setdefault((root, key, access & VIEW_64), {}), [])

    def SetValueEx(self, handle: Handle, name: str, reserved: int, kind: int, value: Any) -> None:  # noqa: N802
        assert reserved == 0
        handle.values[name] = (value, kind)

    def QueryValueEx(self, handle: Handle, name: str) -> tuple[Any, int]:  # noqa: N802
        if name not in handle.values:
            raise FileNotFoundError(2, name)
        value, kind = handle.values[name]
        return value, kind

    def QueryInfoKey(self, handle: Handle) -> tuple[int, int, int]:  # noqa: N802
        return len(handle.below), len(handle.values), 0

    def EnumKey(self, handle: Handle, index: int) -> str:  # noqa: N802
        return handle.below[index]

    def EnumValue(self, handle: Handle, index: int) -> tuple[str, Any, int]:  # noqa: N802
        name, (value, kind) = list(handle.values.items())[index]
        return name, value, kind

    def DeleteKeyEx(self, root: str, key: str, access: int, reserved: int) -> None:  # noqa: N802
        assert reserved == 0
        del self.held[root, key, access]


class ComError(Exception):
    """What COM raises."""


class Link:
    """A shell link in memory; saved links are remembered by path."""

    saved: dict[str, tuple[str, str, str, str]] = {}  # noqa: RUF012 - emptied by each test

    def __init__(self) -> None:
        self.parts = ["", "", "", ""]

    def SetPath(self, text: str) -> None:  # noqa: N802
        self.parts[0] = text

    def SetArguments(self, text: str) -> None:  # noqa: N802
        self.parts[1] = text

    def SetWorkingDirectory(self, text: str) -> None:  # noqa: N802
        self.parts[2] = text

    def SetDescription(self, text: str) -> None:  # noqa: N802
        self.parts[3] = text

    def GetPath(self, flags: int) -> tuple[str, None]:  # noqa: N802
        assert flags == 4
        return self.parts[0], None

    def GetArguments(self) -> str:  # noqa: N802
        return self.parts[1]

    def GetWorkingDirectory(self) -> str:  # noqa: N802
        return self.parts[2]

    def GetDescription(self) -> str:  # noqa: N802
        return self.parts[3]

    def QueryInterface(self, interface: str) -> Self:  # noqa: N802
        assert interface == "IPersistFile"
        return self

    def Save(self, path: str, remember: int) -> None:  # noqa: N802
        if ntpath.dirname(path).endswith("closed"):
            raise ComError(path)
        assert remember == 0
        self.saved[path] = (self.parts[0], self.parts[1], self.parts[2], self.parts[3])

    def Load(self, path: str) -> None:  # noqa: N802
        if path not in self.saved:
            raise ComError(path)
        self.parts = list(self.saved[path])


def create(number: str, outer: None, context: int, interface: str) -> Link:
    """Make a link as COM does."""
    assert (number, outer, context, interface) == ("CLSID", None, 1, "IShellLink")
    return Link()


PYTHONCOM = SimpleNamespace(
    CoCreateInstance=create,
    CLSCTX_INPROC_SERVER=1,
    IID_IPersistFile="IPersistFile",
    com_error=ComError,
)
SHELL = SimpleNamespace(CLSID_ShellLink="CLSID", IID_IShellLink="IShellLink", SLGP_RAWPATH=4)
