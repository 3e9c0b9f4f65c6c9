"""The demo workbook in LibreOffice, to be clicked by hand: `python -m tests.office demo --show`."""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.office.display import Display
from tests.office.edition import edition
from tests.office.libreoffice import LibreOffice, documents
from tests.office.runs import ROOT, Runs
from tests.office.uno_api import UnoError

BOOKS = {
    "demo": ROOT / "workbook" / "houqin-demo.xlsm",
    "blank": ROOT / "workbook" / "houqin.xlsm",
}
UNTIL_DRAWN = 3.0  # seconds


def main(arguments: Sequence[str]) -> int:
    """Open a workbook with its buttons working, until it is closed or photographed."""
    asked = _parser().parse_args(arguments)
    if asked.show and not os.environ.get("DISPLAY"):
        print("There is no screen: DISPLAY is not set. Try --shot FILE.png.", file=sys.stderr)  # noqa: T201
        return 2
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        book = edition(BOOKS[asked.book], folder)
        display = os.environ["DISPLAY"] if asked.show else stack.enter_context(Display()).name
        variables = Runs(folder / "runs", shown=asked.show).variables
        office = stack.enter_context(LibreOffice(folder / "office", display, variables))
        office.open(book)
        if asked.show:
            print(f"{book.name} is a copy; close its window to end.")  # noqa: T201
            _wait_until_closed(office)
        else:
            time.sleep(UNTIL_DRAWN)
            office.screenshot(asked.shot)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.office", description=__doc__)
    parser.add_argument("book", choices=sorted(BOOKS))
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--show", action="store_true", help="on the screen, until it is closed")
    how.add_argument("--shot", type=Path, metavar="FILE.png", help="into a picture")
    return parser


def _wait_until_closed(office: LibreOffice) -> None:
    while office.is_running:
        try:
            if not documents(office.desktop):
                return
        except UnoError:
            return
        time.sleep(1)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # clear up, too
    sys.exit(main(sys.argv[1:]))
