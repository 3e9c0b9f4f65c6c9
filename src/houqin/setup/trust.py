"""The folders whose workbooks Excel trusts to run macros."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from houqin.setup.folders import expanded
from houqin.setup.machine import Machine

OFFICE = r"Software\Microsoft\Office\16.0"
POLICIES = r"Software\Policies\Microsoft\Office\16.0"
LOCATIONS = rf"HKCU\{OFFICE}\Excel\Security\Trusted Locations"
DESCRIPTION = "houqin"
_ROOTS = ("HKCU", "HKLM")
_FIRST = 10  # Excel gives the smaller numbers to its own folders when it first starts


@dataclass(frozen=True, slots=True)
class Location:
    """One trusted folder."""

    key: str
    path: PurePath
    below_too: bool
    description: str

    def covers(self, folder: PurePath) -> bool:
        """Tell whether workbooks in a folder are trusted by this."""
        return folder == self.path or (self.below_too and folder.is_relative_to(self.path))


def locations(machine: Machine, among: str = LOCATIONS) -> Iterator[Location]:
    """Yield the trusted folders that the user has, or those below another key."""
    for name in machine.registry.keys(among):
        key = rf"{among}\{name}"
        values = machine.registry.values(key) or {}
        path = values.get("Path")
        if isinstance(path, str) and path:
            yield Location(
                key,
                machine.path(expanded(machine, path)),
                below_too=bool(values.get("AllowSubfolders", 0)),
                description=str(values.get("Description", "")),
            )


def free_key(machine: Machine) -> str:
    """Return a key for one more trusted folder."""
    taken = {name.lower() for name in machine.registry.keys(LOCATIONS)}
    number = _FIRST
    while f"location{number}" in taken:
        number += 1
    return rf"{LOCATIONS}\Location{number}"


def is_covered(machine: Machine, folder: PurePath) -> bool:
    """Tell whether the user's settings trust a folder already."""
    return any(each.covers(folder) for each in locations(machine))


def is_forbidden(machine: Machine) -> bool:
    """Tell whether folders that the user trusts do not count, by a policy or a setting."""
    shared = (rf"{root}\{POLICIES}\Common\Security\Trusted Locations" for root in _ROOTS)
    return _is_off(machine) or any(
        machine.registry.value(key, "Allow User Locations") == 0 for key in shared
    )


def is_trusted(machine: Machine, folder: PurePath) -> bool:
    """Tell whether Excel runs the macros of workbooks in a folder without asking."""
    if _is_off(machine):
        return False
    by_policy = (each for key in _policies() for each in locations(machine, key))
    if any(each.covers(folder) for each in by_policy):
        return True
    return is_covered(machine, folder) and not is_forbidden(machine)


def _is_off(machine: Machine) -> bool:
    keys = (LOCATIONS, *_policies())
    return any(machine.registry.value(key, "AllLocationsDisabled") == 1 for key in keys)


def _policies() -> Iterator[str]:
    return (rf"{root}\{POLICIES}\Excel\Security\Trusted Locations" for root in _ROOTS)
