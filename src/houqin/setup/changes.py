"""Files and folders that setting up makes, each with how it is made and taken back."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import ClassVar, Protocol, Self

from houqin.problems import Both
from houqin.setup.machine import Machine, Shortcut

NOT_KEPT = {"kept": False}  # what the record need not hold


class Change(Protocol):
    """One thing that is changed, and can be taken back."""

    kind: ClassVar[str]

    @property
    def target(self) -> str:
        """What is changed: a path or a key."""

    def carried_out(self, machine: Machine) -> Self:
        """Do it and return what is to be remembered."""

    def taken_back(self, machine: Machine) -> Both:
        """Undo it, unless the user has changed it since, and say which."""


@dataclass(frozen=True, slots=True)
class FolderMade:
    """A folder that was not there."""

    kind: ClassVar[str] = "folder"
    target: str

    def carried_out(self, machine: Machine) -> Self:
        """Make it."""
        path = machine.path(self.target)
        if not machine.files.is_folder(path):
            machine.files.make_folder(path)
        return self

    def taken_back(self, machine: Machine) -> Both:
        """Remove it where it is empty."""
        path = machine.path(self.target)
        if not machine.files.is_folder(path):
            return gone(self.target)
        if machine.files.names(path):
            return Both(
                f"保留文件夹 {path}：里面还有文件", f"kept the folder {path}: it holds files"
            )
        machine.files.remove_folder(path)
        return taken_back(self.target)


@dataclass(frozen=True, slots=True)
class FilePut:
    """A file that was not there."""

    kind: ClassVar[str] = "file"
    target: str
    sha256: str = ""
    content: bytes = field(default=b"", repr=False, metadata=NOT_KEPT)

    def carried_out(self, machine: Machine) -> Self:
        """Write it."""
        machine.files.write(machine.path(self.target), self.content)
        return replace(self, sha256=sha256_of(self.content))

    def taken_back(self, machine: Machine) -> Both:
        """Delete it where it is as it was written."""
        path = machine.path(self.target)
        content = machine.files.read(path)
        if content is None:
            return gone(self.target)
        if sha256_of(content) != self.sha256:
            return kept(self.target)
        machine.files.delete(path)
        return taken_back(self.target)


@dataclass(frozen=True, slots=True)
class ShortcutPut:
    """A shortcut that was not there; Windows itself rewrites such files, so it is known by what it opens."""

    kind: ClassVar[str] = "shortcut"
    target: str
    opens: str
    arguments: str
    folder: str = field(default="", metadata=NOT_KEPT)
    description: str = field(default="", metadata=NOT_KEPT)

    def carried_out(self, machine: Machine) -> Self:
        """Write it."""
        opened = Shortcut(
            machine.path(self.opens), self.arguments, machine.path(self.folder), self.description
        )
        machine.write_shortcut(machine.path(self.target), opened)
        return self

    def taken_back(self, machine: Machine) -> Both:
        """Delete it where it still opens the same."""
        path = machine.path(self.target)
        if not machine.files.is_file(path):
            return gone(self.target)
        if not self.is_there(machine):
            return kept(self.target)
        machine.files.delete(path)
        return taken_back(self.target)

    def is_there(self, machine: Machine) -> bool:
        """Tell whether the shortcut opens what houqin let it open."""
        found = machine.read_shortcut(machine.path(self.target))
        ours = (machine.path(self.opens), self.arguments)
        return found is not None and (found.target, found.arguments) == ours


def sha256_of(content: bytes) -> str:
    """Return by what a file is known again."""
    return hashlib.sha256(content).hexdigest()


def kept(target: str) -> Both:
    """Say that something stays because the user has changed it."""
    return Both(f"保留 {target}：您改过它", f"kept {target}: you have changed it")


def taken_back(target: str) -> Both:
    """Say that something is as it was before."""
    return Both(f"已撤回 {target}", f"took back {target}")


def gone(target: str) -> Both:
    """Say that the user has removed something."""
    return Both(f"{target} 已经不在了", f"{target} was gone already")
