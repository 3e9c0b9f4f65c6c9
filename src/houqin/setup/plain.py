"""Any machine as Python alone sees it: files, environment and packages, without a registry."""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path, PurePath

from houqin.files import write_bytes
from houqin.setup.machine import (
    NotDoneError,
    Python,
    Registry,
    RegistryValue,
    Shortcut,
    System,
    View,
)

_SYSTEMS = {"win32": System.WINDOWS, "darwin": System.MAC}
_PATIENCE = 60  # seconds that a program may take to start and answer


class NoRegistry:
    """A registry with nothing in it."""

    def value(self, key: str, name: str = "", view: View = View.BITS_64) -> RegistryValue | None:
        """Return None."""
        del key, name, view
        return None

    def values(self, key: str, view: View = View.BITS_64) -> Mapping[str, RegistryValue] | None:
        """Return None."""
        del key, view
        return None

    def keys(self, key: str, view: View = View.BITS_64) -> tuple[str, ...]:
        """Return nothing."""
        del key, view
        return ()

    def set_value(self, key: str, name: str, value: RegistryValue) -> None:
        """Refuse."""
        raise NotImplementedError(key, name, value)

    def delete_key(self, key: str) -> None:
        """Refuse."""
        raise NotImplementedError(key)


class DiskFiles:
    """The files of this machine."""

    def read(self, path: PurePath) -> bytes | None:
        """Return what a file holds, or None where there is no such file."""
        return Path(path).read_bytes() if self.is_file(path) else None

    def write(self, path: PurePath, content: bytes) -> None:
        """Write a file, whole or not at all."""
        write_bytes(Path(path), content)

    def delete(self, path: PurePath) -> None:
        """Delete a file."""
        Path(path).unlink()

    def is_file(self, path: PurePath) -> bool:
        """Tell whether there is such a file."""
        return Path(path).is_file()

    def is_folder(self, path: PurePath) -> bool:
        """Tell whether there is such a folder."""
        return Path(path).is_dir()

    def names(self, folder: PurePath) -> tuple[str, ...]:
        """Return what stands in a folder, nothing where there is none."""
        if not self.is_folder(folder):
            return ()
        return tuple(sorted(each.name for each in Path(folder).iterdir()))

    def make_folder(self, path: PurePath) -> None:
        """Make a folder in one that exists."""
        Path(path).mkdir()

    def remove_folder(self, path: PurePath) -> None:
        """Remove an empty folder."""
        Path(path).rmdir()

    def may_write(self, folder: PurePath) -> bool:
        """Tell whether files can be made in a folder, by making one."""
        try:
            with tempfile.NamedTemporaryFile(prefix=".~houqin", dir=folder):
                return True
        except OSError:
            return False

    def origin(self, path: PurePath) -> str | None:
        """Return the mark that Windows puts on a file from elsewhere; only Windows has any."""
        del path
        return None


class PlainMachine:
    """A machine of any system."""

    @property
    def system(self) -> System:
        """What runs the machine."""
        return _SYSTEMS.get(sys.platform, System.LINUX)

    @property
    def registry(self) -> Registry:
        """The registry, empty where there is none."""
        return NoRegistry()

    @property
    def files(self) -> DiskFiles:
        """Files and folders."""
        return DiskFiles()

    @property
    def python(self) -> Python:
        """The Python that houqin runs in."""
        bits = int(platform.architecture()[0].removesuffix("bit"))
        return Python(self.path(sys.executable), self.path(sys.prefix), bits)

    @property
    def code_page(self) -> str:
        """The encoding of programs that know no Unicode."""
        return "utf-8"

    def path(self, text: str) -> PurePath:
        """Return a path as this system writes paths."""
        return PurePath(text)

    def environment(self, name: str) -> str | None:
        """Return an environment variable."""
        return os.environ.get(name)

    def short(self, path: PurePath) -> PurePath:
        """Return the path itself: only Windows has short names."""
        return path

    def write_shortcut(self, path: PurePath, shortcut: Shortcut) -> None:
        """Refuse: only Windows has such files."""
        del shortcut
        raise NotDoneError(f"这里建不了快捷方式 {path}。", f"No shortcut can be made here: {path}.")

    def read_shortcut(self, path: PurePath) -> Shortcut | None:
        """Return None: only Windows has such files."""
        del path
        return None

    def run(self, command: Sequence[str]) -> int:
        """Run a program without a window and return its exit code."""
        no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            done = subprocess.run(  # noqa: S603 - the Python that Excel is set to
                command,
                check=False,
                capture_output=True,
                timeout=_PATIENCE,
                creationflags=no_window,
            )
        except (OSError, subprocess.TimeoutExpired):
            return -1
        return done.returncode

    def show(self, folder: PurePath) -> None:
        """Do nothing: only under Windows is anything sent to houqin."""

    def version_of(self, distribution: str) -> str | None:
        """Return the version of an installed distribution."""
        try:
            return metadata.version(distribution)
        except metadata.PackageNotFoundError:
            return None

    def files_of(self, distribution: str) -> tuple[PurePath, ...]:
        """Return where the files of a distribution were put when it was installed."""
        try:
            files = metadata.files(distribution) or ()
        except metadata.PackageNotFoundError:
            return ()
        return tuple(self.path(os.path.normpath(each.locate())) for each in files)
