"""A machine played from a recording of its registry and its files."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath
from pathlib import PurePath as AnyPath
from typing import Any

from houqin.setup.machine import Python, RegistryValue, Shortcut, System, View
from houqin.setup.workbook_facts import WorkbookFacts

HERE = Path(__file__).parent
Keys = dict[str, dict[str, RegistryValue]]
Windows = PureWindowsPath


@dataclass
class RecordedRegistry:
    """Keys by view; those of the user are the same in both."""

    held: dict[View, Keys]

    def value(self, key: str, name: str = "", view: View = View.BITS_64) -> RegistryValue | None:
        values = self.values(key, view) or {}
        return next((v for n, v in values.items() if n.lower() == name.lower()), None)

    def values(self, key: str, view: View = View.BITS_64) -> Mapping[str, RegistryValue] | None:
        found = self._name(key, view)
        if found is not None:
            return self._keys(key, view)[found]
        return {} if self.keys(key, view) else None

    def keys(self, key: str, view: View = View.BITS_64) -> tuple[str, ...]:
        start = f"{key.lower()}\\"
        below = [k[len(start) :] for k in self._keys(key, view) if k.lower().startswith(start)]
        return tuple(dict.fromkeys(each.partition("\\")[0] for each in below))

    def set_value(self, key: str, name: str, value: RegistryValue) -> None:
        assert key.startswith("HKCU\\")
        parts = key.split("\\")
        for length in range(2, len(parts) + 1):
            above = "\\".join(parts[:length])
            if self.values(above) is None:
                self.held[View.BITS_64][above] = {}
        found = self._name(key, View.BITS_64) or key
        self.held[View.BITS_64].setdefault(found, {})[name] = value

    def delete_key(self, key: str) -> None:
        assert key.startswith("HKCU\\")
        assert not self.keys(key)
        del self.held[View.BITS_64][self._name(key, View.BITS_64) or key]

    def _keys(self, key: str, view: View) -> Keys:
        return self.held[View.BITS_64 if key.startswith("HKCU") else view]

    def _name(self, key: str, view: View) -> str | None:
        return next((k for k in self._keys(key, view) if k.lower() == key.lower()), None)


@dataclass
class RecordedFiles:
    """Files and folders by path, without regard to upper and lower case."""

    contents: dict[AnyPath, bytes]
    folders: set[AnyPath]
    closed: set[AnyPath] = field(default_factory=set)  # what may not be written to
    marks: dict[AnyPath, str] = field(default_factory=dict)

    def read(self, path: AnyPath) -> bytes | None:
        return self.contents.get(path)

    def write(self, path: AnyPath, content: bytes) -> None:
        self._open(path)
        assert self.is_folder(path.parent), path
        self.contents[path] = content

    def delete(self, path: AnyPath) -> None:
        self._open(path)
        del self.contents[path]

    def is_file(self, path: AnyPath) -> bool:
        return path in self.contents

    def is_folder(self, path: AnyPath) -> bool:
        if path == AnyPath(path.anchor) or path in self.folders:
            return True
        return any(path in each.parents for each in (*self.contents, *self.folders))

    def names(self, folder: AnyPath) -> tuple[str, ...]:
        everything = (*self.contents, *self.folders)
        depth = len(folder.parts)
        below = {each.parts[depth] for each in everything if folder in each.parents}
        return tuple(sorted(below))

    def make_folder(self, path: AnyPath) -> None:
        self._open(path)
        assert self.is_folder(path.parent), path
        self.folders.add(path)

    def remove_folder(self, path: AnyPath) -> None:
        assert not self.names(path)
        self.folders.remove(path)

    def may_write(self, folder: AnyPath) -> bool:
        return self.is_folder(folder) and folder not in self.closed

    def origin(self, path: AnyPath) -> str | None:
        return self.marks.get(path)

    def _open(self, path: AnyPath) -> None:
        if path in self.closed or path.parent in self.closed:
            raise PermissionError(13, "Permission denied", str(path))


@dataclass
class RecordedMachine:
    """A machine as it was recorded."""

    registry: RecordedRegistry
    files: RecordedFiles
    python: Python
    variables: dict[str, str]
    packages: dict[str, str]
    put: dict[str, tuple[AnyPath, ...]]
    answers: dict[str, int]
    code_page: str = "cp936"
    short_names: dict[AnyPath, AnyPath] = field(default_factory=dict)
    links: dict[bytes, Shortcut] = field(default_factory=dict)
    shown: list[AnyPath] = field(default_factory=list)
    system: System = System.WINDOWS

    def path(self, text: str) -> AnyPath:
        return Windows(text)

    def environment(self, name: str) -> str | None:
        found = (v for n, v in self.variables.items() if n.lower() == name.lower())
        return next(found, None)

    def short(self, path: AnyPath) -> AnyPath:
        return self.short_names.get(path, path)

    def write_shortcut(self, path: AnyPath, shortcut: Shortcut) -> None:
        content = repr(shortcut).encode()
        self.files.write(path, content)
        self.links[content] = shortcut

    def read_shortcut(self, path: AnyPath) -> Shortcut | None:
        return self.links.get(self.files.read(path) or b"")

    def run(self, command: Sequence[str]) -> int:
        return self.answers.get(command[0], -1)

    def show(self, folder: AnyPath) -> None:
        self.shown.append(folder)

    def version_of(self, distribution: str) -> str | None:
        return self.packages.get(distribution)

    def files_of(self, distribution: str) -> tuple[AnyPath, ...]:
        return self.put.get(distribution, ())

    def state(self) -> tuple[Any, ...]:
        """Return all that setting up may change, to compare before and after."""
        keys = {key: dict(values) for key, values in self.registry.held[View.BITS_64].items()}
        return keys, dict(self.files.contents), set(self.files.folders)


def recording(name: str) -> dict[str, Any]:
    """Read a recording."""
    return tomllib.loads((HERE / "machines" / f"{name}.toml").read_text("utf-8"))


def healthy() -> RecordedMachine:
    """Return the machine of a school on which all is well."""
    return machine_of(recording("healthy"))


def machine_of(told: Mapping[str, Any]) -> RecordedMachine:
    """Return the machine of a recording."""
    code_page = told["code_page"]
    return RecordedMachine(
        RecordedRegistry({View.BITS_64: told["registry"], View.BITS_32: told["registry32"]}),
        RecordedFiles(
            {Windows(path): text.encode(code_page) for path, text in told["files"].items()},
            {Windows(path) for path in told["folders"]},
            {Windows(path) for path in told.get("closed", ())},
            {Windows(path): mark for path, mark in told.get("marks", {}).items()},
        ),
        Python(
            Windows(told["python"]["executable"]),
            Windows(told["python"]["prefix"]),
            told["python"]["bits"],
        ),
        told["environment"],
        told["packages"],
        {name: tuple(map(Windows, paths)) for name, paths in told["put"].items()},
        told.get("answers", {}),
        code_page,
    )


def changed(told: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a recording with changes laid over it; tables are merged, `gone` names what is not."""
    merged = dict(told)
    for name, value in changes.items():
        old = merged.get(name)
        merged[name] = changed(old, value) if isinstance(old, dict) else value
    for name, gone in changes.get("gone", {}).items():
        merged[name] = {key: value for key, value in merged[name].items() if key not in gone}
    return merged


def facts_in(told: Mapping[str, Any]) -> WorkbookFacts:
    """Return the workbook of a recording."""
    book = WorkbookFacts(None, "houqin.xlsm", houqin="0.1.0", xlwings="0.37.8")
    values = dict(told["book"])
    place = values.pop("path", "")
    return replace(book, path=Windows(place) if place else None, **values)
