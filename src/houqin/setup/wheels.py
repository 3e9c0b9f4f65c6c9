"""The wheels that houqin needs on a Windows machine without the internet."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PathDistribution
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import Path as ZipPath
from zipfile import ZipFile

from houqin.setup.machine import NotDoneError

XLWINGS = "xlwings"  # buttons need it, whether or not houqin's own wheel says so
EXTRAS = {"houqin": {"docs"}}  # of houqin's own, without which a button can only say so
_ROUNDS = 5
Fetch = Callable[[Sequence[str], Path], None]
"""Puts the wheels of requirements, and of what these need in turn, into an empty folder."""


@dataclass(frozen=True, slots=True)
class Target:
    """The machine that the wheels are for: Windows of 64 bits, with one Python."""

    python: str  # such as 3.11

    def markers(self) -> dict[str, str]:
        """Return what conditions on requirements are judged by; pip asks this machine instead."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": "nt",
            "platform_machine": "AMD64",
            "platform_python_implementation": "CPython",
            "platform_release": "10",
            "platform_system": "Windows",
            "platform_version": "10",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": "win32",
        }


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel: what it is, and what it says it needs."""

    path: Path
    name: str
    version: str
    needs: tuple[str, ...]


def collect(own: Path, target: Target, fetch: Fetch, folder: Path) -> tuple[Wheel, ...]:
    """Fetch houqin's own wheel with all that it needs under Windows into a folder.

    Raises:
        NotDoneError: something cannot be had.
    """
    asked = [str(own), XLWINGS]
    for _ in range(_ROUNDS):
        with TemporaryDirectory(dir=folder.parent) as name:
            fetch(asked, Path(name))
            lacking = [each for each in needed(wheels_in(Path(name)), target) if each not in asked]
            if not lacking:
                for path in Path(name).iterdir():
                    path.replace(folder / path.name)
                return wheels_in(folder)
        asked += lacking
    raise NotDoneError(
        f"配不齐这些组件：{'、'.join(asked[2:])}。",
        f"These cannot all be had: {', '.join(asked[2:])}.",
    )


def wheels_in(folder: Path) -> tuple[Wheel, ...]:
    """Return the wheels in a folder, by name."""
    return tuple(_wheel(path) for path in sorted(folder.glob("*.whl")))


def needed(wheels: Sequence[Wheel], target: Target) -> tuple[str, ...]:
    """Return the requirements that the wheels have under Windows and that none of them meets."""
    versions = {each.name: each.version for each in wheels}
    found: dict[str, None] = {}
    for each in _needs(wheels, target.markers()):
        version = versions.get(_canonical(each.name))
        if version is None or not each.specifier.contains(version, prereleases=True):
            found[f"{each.name}{each.specifier}"] = None
    return tuple(found)


def pip_fetch(target: Target) -> Fetch:
    """Return how pip fetches wheels for a target."""

    def fetch(requirements: Sequence[str], folder: Path) -> None:
        options = ("--quiet", "--disable-pip-version-check", "--only-binary=:all:")
        platform = ("--platform", "win_amd64", "--implementation", "cp")
        python = ("--python-version", target.python, "--dest", str(folder))
        pip("download", *options, *platform, *python, *requirements)

    return fetch


def pip(*arguments: str) -> None:
    """Run pip.

    Raises:
        NotDoneError: it failed; its last line says why.
    """
    command = (sys.executable, "-m", "pip", *arguments)
    done = subprocess.run(  # noqa: S603 - pip of our own Python
        command, check=False, capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        why = (lines or done.stderr.splitlines() or ["?"])[-1]
        raise NotDoneError(
            f"pip 没有成功：{why}。请检查网络后再试。",
            f"pip failed: {why}. Check the connection and try again.",
        )


def _wheel(path: Path) -> Wheel:
    with ZipFile(path) as archive:
        info = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        place = ZipPath(archive, info.removesuffix("METADATA"))
        found = PathDistribution(place)
        return Wheel(path, _canonical(found.name), found.version, tuple(found.requires or ()))


def _needs(wheels: Iterable[Wheel], markers: Mapping[str, str]) -> Iterator[Any]:
    """Yield the requirements that hold under the markers, with the extras that were asked for."""
    requirement = import_module("pip._vendor.packaging.requirements").Requirement
    parsed = {each.name: [requirement(text) for text in each.needs] for each in wheels}
    extras: dict[str, set[str]] = defaultdict(lambda: {""})
    for name, own in EXTRAS.items():
        extras[name] |= own
    for needs in parsed.values():
        for each in needs:
            extras[_canonical(each.name)] |= each.extras
    for name, needs in parsed.items():
        for each in needs:
            holds = (
                each.marker.evaluate({**markers, "extra": x}) for x in extras[name] if each.marker
            )
            if each.marker is None or any(holds):
                yield each


def _canonical(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
