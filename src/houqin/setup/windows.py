"""Windows itself: the registry, marks on files, short names and shortcuts; nothing else here knows it."""

import codecs
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

from houqin.setup.machine import NotDoneError, Registry, RegistryValue, Shortcut, View
from houqin.setup.plain import DiskFiles, PlainMachine

_ROOTS = {
    "HKCU": "HKEY_CURRENT_USER",
    "HKLM": "HKEY_LOCAL_MACHINE",
    "HKCR": "HKEY_CLASSES_ROOT",
}
_VIEWS = {View.BITS_64: "KEY_WOW64_64KEY", View.BITS_32: "KEY_WOW64_32KEY"}
_LONGEST_PATH = 32_768


class WindowsRegistry:
    """The registry of this machine; only HKCU is ever written to."""

    def value(self, key: str, name: str = "", view: View = View.BITS_64) -> RegistryValue | None:
        """Return one value of a key, the key's own where no name is given."""
        reg = _winreg()
        try:
            with self._opened(key, view) as handle:
                return _plain(reg.QueryValueEx(handle, name)[0])
        except OSError:
            return None

    def values(self, key: str, view: View = View.BITS_64) -> Mapping[str, RegistryValue] | None:
        """Return all values of a key, or None where there is no such key."""
        reg = _winreg()
        try:
            with self._opened(key, view) as handle:
                found = [reg.EnumValue(handle, i) for i in range(reg.QueryInfoKey(handle)[1])]
        except OSError:
            return None
        return {name: _plain(value) for name, value, _ in found}

    def keys(self, key: str, view: View = View.BITS_64) -> tuple[str, ...]:
        """Return the names of the keys below a key."""
        reg = _winreg()
        try:
            with self._opened(key, view) as handle:
                return tuple(reg.EnumKey(handle, i) for i in range(reg.QueryInfoKey(handle)[0]))
        except OSError:
            return ()

    def set_value(self, key: str, name: str, value: RegistryValue) -> None:
        """Set a value below HKCU, making the keys that lead to it."""
        reg = _winreg()
        kind = reg.REG_DWORD if isinstance(value, int) else reg.REG_SZ
        access = reg.KEY_WRITE | reg.KEY_WOW64_64KEY
        with reg.CreateKeyEx(reg.HKEY_CURRENT_USER, _below_user(key), 0, access) as handle:
            reg.SetValueEx(handle, name, 0, kind, value)

    def delete_key(self, key: str) -> None:
        """Delete a key below HKCU that has no keys of its own."""
        reg = _winreg()
        reg.DeleteKeyEx(reg.HKEY_CURRENT_USER, _below_user(key), reg.KEY_WOW64_64KEY, 0)

    @contextmanager
    def _opened(self, key: str, view: View) -> Iterator[Any]:
        reg = _winreg()
        root, _, rest = key.partition("\\")
        access = reg.KEY_READ | getattr(reg, _VIEWS[view])
        with reg.OpenKey(getattr(reg, _ROOTS[root]), rest, 0, access) as handle:
            yield handle


class WindowsFiles(DiskFiles):
    """The files of this machine, with the marks that Windows puts on them."""

    def origin(self, path: PurePath) -> str | None:
        """Return the mark that Windows puts on a file from elsewhere (its Zone.Identifier)."""
        try:
            return Path(f"{path}:Zone.Identifier").read_text("utf-8", errors="replace")
        except OSError:
            return None


class WindowsMachine(PlainMachine):
    """This machine under Windows."""

    @property
    def registry(self) -> Registry:
        """The registry."""
        return WindowsRegistry()

    @property
    def files(self) -> DiskFiles:
        """Files and folders."""
        return WindowsFiles()

    @cached_property
    def code_page(self) -> str:
        """The encoding of programs that know no Unicode, as Python names it."""
        number = _kernel().GetACP()
        name = "utf-8" if number == 65001 else f"cp{number}"  # noqa: PLR2004 - Windows' number of UTF-8
        try:
            return codecs.lookup(name).name
        except LookupError:
            return "mbcs"

    def short(self, path: PurePath) -> PurePath:
        """Return the short ASCII name (8.3) of something that exists, else the path itself."""
        buffer = import_module("ctypes").create_unicode_buffer(_LONGEST_PATH)
        length = _kernel().GetShortPathNameW(str(path), buffer, _LONGEST_PATH)
        return PurePath(buffer.value) if length else path

    def write_shortcut(self, path: PurePath, shortcut: Shortcut) -> None:
        """Write a .lnk file through the shell, which alone writes it for every code page."""
        com = _shell_part("pythoncom")
        link = _new_link()
        link.SetPath(str(shortcut.target))
        link.SetArguments(shortcut.arguments)
        link.SetWorkingDirectory(str(shortcut.folder))
        link.SetDescription(shortcut.description)
        try:
            link.QueryInterface(com.IID_IPersistFile).Save(str(path), 0)
        except com.com_error as error:
            raise OSError(str(error)) from error

    def read_shortcut(self, path: PurePath) -> Shortcut | None:
        """Return what a .lnk file opens, None where it is none."""
        com, shell = _shell_part("pythoncom"), _shell_part("win32com.shell.shell")
        link = _new_link()
        try:
            link.QueryInterface(com.IID_IPersistFile).Load(str(path))
            target, _ = link.GetPath(shell.SLGP_RAWPATH)
        except com.com_error:
            return None
        folder, description = PurePath(link.GetWorkingDirectory()), link.GetDescription()
        return Shortcut(PurePath(target), link.GetArguments(), folder, description)

    def show(self, folder: PurePath) -> None:
        """Open a folder before the user's eyes."""
        import_module("os").startfile(str(folder))


def _new_link() -> Any:
    com, shell = _shell_part("pythoncom"), _shell_part("win32com.shell.shell")
    return com.CoCreateInstance(
        shell.CLSID_ShellLink, None, com.CLSCTX_INPROC_SERVER, shell.IID_IShellLink
    )


def _shell_part(name: str) -> Any:
    """Return a module of pywin32.

    Raises:
        NotDoneError: pywin32 is not there.
    """
    try:
        return import_module(name)
    except ImportError:
        raise NotDoneError(
            "缺少 pywin32，建不了快捷方式。请重新安装 houqin。",
            "pywin32 is missing, so no shortcut can be made. Install houqin again.",
        ) from None


def _winreg() -> Any:
    return import_module("winreg")


def _kernel() -> Any:
    return import_module("ctypes").windll.kernel32


def _below_user(key: str) -> str:
    root, _, rest = key.partition("\\")
    if root != "HKCU":
        raise ValueError(key)
    return rest


def _plain(value: object) -> RegistryValue:
    return value if isinstance(value, int | str) else str(value)
