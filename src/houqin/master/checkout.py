"""What `houqin build` writes in a checkout: macros, ribbon, holidays and both workbooks."""

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from houqin import public_holidays
from houqin.files import write_bytes
from houqin.functions.catalogue import FUNCTIONS
from houqin.master.build import blank_term, demo_term, master
from houqin.master.macros import button_macros, ribbon
from houqin.master.package import parts
from houqin.master.wrappers import wrapper_module
from houqin.public_holidays import table_of_library

BY_HAND = "HouqinRun.bas"
WORKBOOKS = ("houqin.xlsm", "houqin-demo.xlsm")


def checkout() -> Path | None:
    """Return the root of the checkout that this code runs from, None elsewhere."""
    root = Path(__file__).parents[3]
    return root if (root / "pyproject.toml").exists() and (root / "macros").is_dir() else None


def generated(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every file that is built, with its content."""
    made = {
        "HouqinButtons.bas": button_macros(),
        "xlwings_udfs.bas": wrapper_module(FUNCTIONS),
        "ribbon.xml": ribbon(),
    }
    for name, text in made.items():
        yield root / "macros" / name, text.encode("utf-8")
    yield root / "src" / "houqin" / public_holidays.NAME, table_of_library().encode()
    macros = macros_of(root / "macros")
    for name, term in zip(WORKBOOKS, (blank_term(), demo_term()), strict=True):
        yield root / "workbook" / name, master(term, macros)


def macros_of(folder: Path) -> list[str]:
    """Return the texts of all modules; one is written by hand and stands in a folder."""
    run = (folder / BY_HAND).read_bytes().decode("ascii")
    return [run, button_macros(), wrapper_module(FUNCTIONS), xlwings_module()]


def shipped_macros() -> list[str]:
    """Return the texts of all modules, in a checkout or as installed."""
    package = Path(__file__).parents[1]
    shipped = (package / "macros", package.parents[1] / "macros")
    return macros_of(next(folder for folder in shipped if (folder / BY_HAND).exists()))


def xlwings_module() -> str:
    """Return xlwings' own module as the installed wheel brings it (BSD licence)."""
    path = distribution("xlwings").locate_file("xlwings/xlwings.bas")
    return Path(str(path)).read_bytes().decode("utf-8")


def write_all(root: Path) -> list[Path]:
    """Write what is built; files that are as they should be stay untouched."""
    old = {path: content for path, content in generated(root) if not _same(path, content)}
    for path, content in old.items():
        write_bytes(path, content)
    return list(old)


def outdated(root: Path) -> list[Path]:
    """Return the built files that differ from the code: workbooks part by part, unzipped."""
    return [path for path, content in generated(root) if not _same(path, content)]


def _same(path: Path, content: bytes) -> bool:
    if not path.exists():
        return False
    there = path.read_bytes()
    if path.suffix == ".xlsm":
        return parts(there) == parts(content)
    return there == content
