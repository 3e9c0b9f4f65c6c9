"""The one thin interface to the machine that houqin is set up on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Protocol

from houqin.errors import HouqinError
from houqin.problems import Both

RegistryValue = str | int


class System(StrEnum):
    """What runs the machine."""

    WINDOWS = "windows"
    MAC = "mac"
    LINUX = "linux"


class View(StrEnum):
    """The registry's two faces: for programs of 64 bits and for those of 32."""

    BITS_64 = "64"
    BITS_32 = "32"


class NotDoneError(HouqinError):
    """Something could not be set up; the text says what the user can do."""

    def __init__(self, zh: str, en: str) -> None:
        self.why = Both(zh, en)
        super().__init__(f"{zh} / {en}")


class Registry(Protocol):
    r"""The registry; a key is written as HKCU\Software\Microsoft."""

    def value(self, key: str, name: str = "", view: View = View.BITS_64) -> RegistryValue | None:
        """Return one value of a key, the key's own where no name is given; None if there is none."""

    def values(self, key: str, view: View = View.BITS_64) -> Mapping[str, RegistryValue] | None:
        """Return all values of a key, or None where there is no such key."""

    def keys(self, key: str, view: View = View.BITS_64) -> tuple[str, ...]:
        """Return the names of the keys below a key."""

    def set_value(self, key: str, name: str, value: RegistryValue) -> None:
        """Set a value below HKCU, making the keys that lead to it."""

    def delete_key(self, key: str) -> None:
        """Delete a key below HKCU that has no keys of its own."""


class Files(Protocol):
    """Files and folders."""

    def read(self, path: PurePath) -> bytes | None:
        """Return what a file holds, or None where there is no such file."""

    def write(self, path: PurePath, content: bytes) -> None:
        """Write a file, whole or not at all."""

    def delete(self, path: PurePath) -> None:
        """Delete a file."""

    def is_file(self, path: PurePath) -> bool:
        """Tell whether there is such a file."""

    def is_folder(self, path: PurePath) -> bool:
        """Tell whether there is such a folder."""

    def names(self, folder: PurePath) -> tuple[str, ...]:
        """Return what stands in a folder, nothing where there is none."""

    def make_folder(self, path: PurePath) -> None:
        """Make a folder in one that exists."""

    def remove_folder(self, path: PurePath) -> None:
        """Remove an empty folder."""

    def may_write(self, folder: PurePath) -> bool:
        """Tell whether files can be made in a folder, by making one."""

    def origin(self, path: PurePath) -> str | None:
        """Return the mark that Windows puts on a file from elsewhere (its Zone.Identifier)."""


@dataclass(frozen=True, slots=True)
class Python:
    """A Python as it runs."""

    executable: PurePath
    prefix: PurePath  # where the wheels put their DLLs
    bits: int

    @property
    def from_store(self) -> bool:
        """Tell whether it is that of the Microsoft Store, or the stub which leads there."""
        return is_from_store(self.executable)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What a .lnk file opens."""

    target: PurePath
    arguments: str
    folder: PurePath
    description: str


class Machine(Protocol):
    """All that setting up and looking for trouble need to know and do."""

    @property
    def system(self) -> System:
        """What runs the machine."""

    @property
    def registry(self) -> Registry:
        """The registry, empty where there is none."""

    @property
    def files(self) -> Files:
        """Files and folders."""

    @property
    def python(self) -> Python:
        """The Python that houqin runs in."""

    @property
    def code_page(self) -> str:
        """The encoding of programs that know no Unicode, as Python names it, such as cp936."""

    def path(self, text: str) -> PurePath:
        """Return a path as this system writes paths."""

    def environment(self, name: str) -> str | None:
        """Return an environment variable."""

    def short(self, path: PurePath) -> PurePath:
        """Return the short ASCII name (8.3) of something that exists, else the path itself."""

    def write_shortcut(self, path: PurePath, shortcut: Shortcut) -> None:
        """Write a .lnk file."""

    def read_shortcut(self, path: PurePath) -> Shortcut | None:
        """Return what a .lnk file opens, None where it is none."""

    def run(self, command: Sequence[str]) -> int:
        """Run a program without a window and return its exit code."""

    def show(self, folder: PurePath) -> None:
        """Open a folder before the user's eyes."""

    def version_of(self, distribution: str) -> str | None:
        """Return the version of an installed distribution."""

    def files_of(self, distribution: str) -> tuple[PurePath, ...]:
        """Return where the files of a distribution were put when it was installed."""


def is_from_store(executable: PurePath) -> bool:
    """Tell whether a program belongs to the Microsoft Store, which shows others no settings."""
    return "windowsapps" in (part.lower() for part in executable.parts)
