"""Settings of other programs that setting up changes, each with how it is done and taken back."""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from houqin.problems import Both
from houqin.setup import configuration, trust
from houqin.setup.changes import gone, taken_back
from houqin.setup.machine import Machine


@dataclass(frozen=True, slots=True)
class LinesSet:
    """Lines set in a configuration file that has lines of others too."""

    kind: ClassVar[str] = "lines"
    target: str
    lines: str  # in base64, as they are bytes of some code page
    former: str | None = None  # the whole file before, in base64

    @classmethod
    def over(cls, target: str, lines: Sequence[bytes], former: bytes | None) -> Self:
        """Return the change that sets lines over a file as it had been."""
        return cls(target, _text(b"".join(lines)), None if former is None else _text(former))

    def content(self) -> bytes:
        """Return the file as it is to be."""
        return configuration.with_lines(self._former(), self._lines())

    def before(self, present: bytes) -> bytes | None:
        """Return the file as it would be without the lines, None if it would not be."""
        content = configuration.without_lines(present, self._lines(), self._former())
        return content if content or self.former is not None else None

    def carried_out(self, machine: Machine) -> Self:
        """Write the file."""
        machine.files.write(machine.path(self.target), self.content())
        return self

    def taken_back(self, machine: Machine) -> Both:
        """Take the lines out and put back those that they replaced."""
        path = machine.path(self.target)
        present = machine.files.read(path)
        if present is None:
            return gone(self.target)
        before = self.before(present)
        if before is None:
            machine.files.delete(path)
        elif before != present:
            machine.files.write(path, before)
        if present == self.content():
            return taken_back(self.target)
        return Both(
            f"已从 {path} 去掉后勤的设置，您改过的行保留",
            f"took houqin's lines out of {path}; those that you changed stay",
        )

    def _lines(self) -> tuple[bytes, ...]:
        return tuple(b64decode(self.lines).splitlines(keepends=True))

    def _former(self) -> bytes:
        return b64decode(self.former or "")


@dataclass(frozen=True, slots=True)
class LocationAdded:
    """A folder that Excel was told to trust."""

    kind: ClassVar[str] = "location"
    target: str  # the folder
    key: str
    made: tuple[str, ...] = ()  # the keys above it that were not there, the nearest first

    def carried_out(self, machine: Machine) -> Self:
        """Add it; which of the keys above it are new is found out first."""
        made = [key for key in _above(self.key) if machine.registry.values(key) is None]
        for name, value in self._values().items():
            machine.registry.set_value(self.key, name, value)
        return replace(self, made=tuple(dict.fromkeys((*made, *self.made))))

    def taken_back(self, machine: Machine) -> Both:
        """Remove it, under whatever number Excel has it by now."""
        folder = machine.path(self.target)
        ours = [
            each.key
            for each in trust.locations(machine)
            if each.path == folder and each.description == trust.DESCRIPTION
        ]
        for key in ours:
            machine.registry.delete_key(key)
        for key in self.made:
            if machine.registry.values(key) == {} and not machine.registry.keys(key):
                machine.registry.delete_key(key)
        if ours:
            return Both(
                f"Excel 不再信任文件夹 {folder}", f"Excel no longer trusts the folder {folder}"
            )
        return Both(
            f"受信任位置 {folder} 已被您改过或删除，没有动",
            f"the trusted location {folder} was changed or removed by you and left alone",
        )

    def _values(self) -> Mapping[str, str | int]:
        return {
            "Path": f"{self.target}\\",
            "Description": trust.DESCRIPTION,
            "AllowSubfolders": 1,
        }


def _above(key: str) -> Iterator[str]:
    """Yield the keys above a key, the nearest first, without the root."""
    while key.count("\\") > 1:
        key = key.rpartition("\\")[0]
        yield key


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")
