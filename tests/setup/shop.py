"""Wheels that say what they need, and a shop that gives them out as pip does on Linux."""

import re
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

SHELF = {
    "houqin": ["typer>=0.15", "pydantic; python_version >= '3.11'"],
    "xlwings": ['pywin32>=224; platform_system == "Windows"', 'pandas; extra == "all"'],
    "typer": ['colorama; sys_platform == "win32"', "rich[extra]>=1"],
    "pydantic": ['uvloop; sys_platform != "win32"'],
    "rich": ['pygments-win; extra == "extra" and os_name == "nt"', 'nothing; extra == "other"'],
    "pywin32": [],
    "colorama": [],
    "pygments-win": [],
    "uvloop": [],
}


def make_wheel(folder: Path, name: str, needs: Sequence[str] = ()) -> Path:
    """Write a wheel that says what it needs and holds nothing else."""
    path = folder / f"{name.replace('-', '_')}-1.0-py3-none-any.whl"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0"]
    lines += [f"Requires-Dist: {each}" for each in needs]
    with ZipFile(path, "w") as wheel:
        wheel.writestr(f"{name.replace('-', '_')}-1.0.dist-info/METADATA", "\n".join(lines) + "\n")
    return path


class Shop:
    """Fetches as pip does: what a requirement needs on the machine that asks, which is Linux."""

    here = ("typer", "pydantic", "rich", "uvloop")

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, requirements: Sequence[str], folder: Path) -> None:
        self.asked.append(tuple(Path(each).name for each in requirements))
        names = [re.split(r"-1\.0|[><=]", Path(each).name)[0] for each in requirements]
        for name in dict.fromkeys((*names, *self.here)):
            make_wheel(folder, name, SHELF[name])
