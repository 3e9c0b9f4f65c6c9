"""What was changed on this machine, remembered so that exactly that can be taken back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import PurePath
from typing import Any, TypeVar

from houqin import __version__
from houqin.setup.changes import Change, FilePut, FolderMade, ShortcutPut
from houqin.setup.folders import own_folder
from houqin.setup.machine import Machine, NotDoneError
from houqin.setup.settings_changes import LinesSet, LocationAdded

KINDS: Mapping[str, type[Any]] = {
    each.kind: each for each in (FolderMade, FilePut, ShortcutPut, LinesSet, LocationAdded)
}

C = TypeVar("C", bound=Change)


@dataclass(frozen=True, slots=True)
class Record:
    """The changes that stand, in the order in which they were made."""

    changes: tuple[Change, ...] = ()
    own_folder_made: bool = False

    def of(self, kind: type[C], target: PurePath) -> C | None:
        """Return the change of one kind that was made to something."""
        found = (each for each in self.changes if isinstance(each, kind))
        return next((each for each in found if each.target == str(target)), None)

    def having(self, change: Change) -> "Record":
        """Return the record with one more change, or with a change made anew."""
        names = [(each.kind, each.target) for each in self.changes]
        name = (change.kind, change.target)
        if name not in names:
            return replace(self, changes=(*self.changes, change))
        place = names.index(name)
        changes = (*self.changes[:place], change, *self.changes[place + 1 :])
        return replace(self, changes=changes)

    def lacking(self, change: Change) -> "Record":
        """Return the record without one change."""
        return replace(self, changes=tuple(each for each in self.changes if each != change))


def path_of(machine: Machine) -> PurePath:
    """Return where the record is kept."""
    return own_folder(machine) / "install.json"


def read(machine: Machine) -> Record | None:
    """Return the record of this machine, or None where nothing was set up.

    Raises:
        NotDoneError: it cannot be understood.
    """
    content = machine.files.read(path_of(machine))
    if content is None:
        return None
    try:
        kept = json.loads(content)
        changes = tuple(_change(each) for each in kept["changes"])
        return Record(changes, own_folder_made=bool(kept["own_folder_made"]))
    except (ValueError, KeyError, TypeError):
        raise NotDoneError(
            f"安装记录 {path_of(machine)} 已损坏，不能确定改过什么。请把它改名后重新安装，再卸载。",
            f"The install record {path_of(machine)} is damaged. Rename it, install again, then uninstall.",
        ) from None


def keep(machine: Machine, record: Record) -> Record:
    """Write the record, making its folder, and return what was written."""
    folder = own_folder(machine)
    if not machine.files.is_folder(folder):
        machine.files.make_folder(folder)
        record = replace(record, own_folder_made=True)
    kept = {
        "houqin": __version__,
        "own_folder_made": record.own_folder_made,
        "changes": [_kept(each) for each in record.changes],
    }
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    machine.files.write(path_of(machine), text.encode("utf-8"))
    return record


def forget(machine: Machine, record: Record) -> None:
    """Delete the record, and its folder where houqin made it and nothing else is in it."""
    machine.files.delete(path_of(machine))
    folder = own_folder(machine)
    if record.own_folder_made and not machine.files.names(folder):
        machine.files.remove_folder(folder)


def _kept(change: Any) -> dict[str, Any]:
    names = (each.name for each in fields(change) if each.metadata.get("kept", True))
    return {"kind": change.kind} | {name: getattr(change, name) for name in names}


def _change(kept: Mapping[str, Any]) -> Change:
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in kept.items()
        if name != "kind"
    }
    change: Change = KINDS[kept["kind"]](**values)
    return change
