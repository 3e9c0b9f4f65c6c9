"""How long a click on 校验全部 takes in LibreOffice, beside a click that only starts Python.

The demo's master is opened, a button is pressed, and the macro runs Python as Excel would.
Printed: seconds of Python's own work, seconds from click to end, and calls into the program;
the floor is 帮助, which only goes to a sheet. The clicks take turns in fresh copies.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.office import clicking  # noqa: E402
from tests.office.display import Display  # noqa: E402
from tests.office.edition import edition  # noqa: E402
from tests.office.libreoffice import LibreOffice  # noqa: E402
from tests.office.runs import Runs  # noqa: E402

BOOK = ROOT / "workbook" / "houqin-demo.xlsm"
FLOOR, CHECK = "帮助", "校验全部"
ROUNDS = 3


class Click(NamedTuple):
    """One click: Python's own seconds, all seconds, and calls into the program."""

    python: float
    whole: float
    calls: int


def click(office: LibreOffice, runs: Runs, book: Path, caption: str) -> Click:
    """Click a button of a fresh copy."""
    document = office.open(Path(shutil.copy(book, book.with_name("b.xlsm"))))
    start = time.monotonic()
    clicking.press(document, clicking.button(document, caption, "首页"))
    result = runs.wait()
    whole = time.monotonic() - start
    document.close(True)
    if result.error:
        raise SystemExit(result.error)
    return Click(result.seconds, whole, sum(result.calls.values()))


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    runs = Runs(folder / "runs")
    book = edition(BOOK, folder)
    with (
        Display() as display,
        LibreOffice(folder / "office", display.name, runs.variables) as office,
    ):
        clicks = [
            (caption, click(office, runs, book, caption))
            for _ in range(ROUNDS)
            for caption in (FLOOR, CHECK)
        ]
    for caption in (FLOOR, CHECK):
        found = [each for name, each in clicks if name == caption]
        python, whole, calls = (statistics.median(column) for column in zip(*found, strict=True))
        print(f"{caption}: Python {python:.2f} s, click to end {whole:.2f} s, {calls:.0f} calls")


if __name__ == "__main__":
    main()
