"""Taking back exactly what was set up, and nothing that the user has changed since."""

from dataclasses import dataclass

from houqin.errors import HouqinError
from houqin.problems import Both
from houqin.setup import record
from houqin.setup.changes import Change, FolderMade
from houqin.setup.machine import Machine, NotDoneError, System


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of the changes."""

    told: tuple[Both, ...]
    stuck: tuple[str, ...]  # what could not be undone, and is still remembered


def take_back(machine: Machine) -> TakenBack:
    """Undo every remembered change, the last one first.

    Raises:
        NotDoneError: this is no Windows, or the record is damaged.
    """
    known = _known(machine)
    if known is None:
        return TakenBack((), ())
    told: list[Both] = []
    stuck: list[str] = []
    for change in reversed(known.changes):
        if stuck and isinstance(change, FolderMade):
            continue  # what is stuck may be in it: it is for the next time
        try:
            told.append(change.taken_back(machine))
        except (OSError, HouqinError):
            stuck.append(change.target)
        else:
            known = record.keep(machine, known.lacking(change))
    if not stuck:
        record.forget(machine, known)
    return TakenBack(tuple(told), tuple(stuck))


def planned(machine: Machine) -> tuple[Change, ...]:
    """Return what would be taken back, the last change first.

    Raises:
        NotDoneError: this is no Windows, or the record is damaged.
    """
    known = _known(machine)
    return () if known is None else tuple(reversed(known.changes))


def _known(machine: Machine) -> record.Record | None:
    if machine.system is not System.WINDOWS:
        raise NotDoneError(
            "只有 Windows 上的安装需要撤回；这里用 pip uninstall houqin 即可。",
            "Only what was set up on Windows is taken back; here pip uninstall houqin does.",
        )
    return record.read(machine)
