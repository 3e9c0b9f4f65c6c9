"""What happens when a macro calls RunPython: an order is written, Python runs, a result appears."""

import json
import os
import stat
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.office.answers import ANSWERS, Answer, write_script

ROOT = Path(__file__).parents[2]
RUNS, RUNNER, INTERPRETER = (
    "HOUQIN_OFFICE_RUNS",
    "HOUQIN_OFFICE_RUNNER",
    "HOUQIN_OFFICE_INTERPRETER",
)
WITHIN = 60.0  # seconds
_LAUNCHER = (
    '#!/bin/sh\ncd "{root}" && exec "{python}" -m tests.office.runner "$1" > "$1.log" 2>&1\n'
)


@dataclass(frozen=True, slots=True)
class Result:
    """How one call of RunPython went."""

    command: str
    error: str = ""
    """The traceback, or "" if all went well."""
    seconds: float = 0.0
    """How long the command ran, the start of Python not counted."""
    asked: list[dict[str, Any]] = field(default_factory=list)
    """The boxes that were shown."""
    statuses: list[str] = field(default_factory=list)
    """What was shown in the status bar."""
    calls: Mapping[str, int] = field(default_factory=dict)
    """How often each member of Excel's objects was used."""

    @property
    def prompts(self) -> list[str]:
        """What the boxes said."""
        return [str(each["prompt"]) for each in self.asked]

    def write(self, path: Path) -> None:
        """Let the result appear, whole."""
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
        unfinished.replace(path)


class Runs:
    """The calls of RunPython in one LibreOffice; their orders and results lie in `folder`.

    Without answers a box with a choice is an error; with `shown` boxes are really shown.
    """

    def __init__(self, folder: Path, *, shown: bool = False) -> None:
        self.folder = folder
        self._seen = 0
        self._script = folder / "answers.json"
        folder.mkdir(parents=True, exist_ok=True)
        self._launcher().chmod(stat.S_IRWXU)
        if not shown:
            self.answer()

    @property
    def variables(self) -> dict[str, str]:
        """What LibreOffice must know when it is started."""
        return {
            RUNS: str(self.folder),
            RUNNER: str(self.folder / "runner"),
            INTERPRETER: sys.executable,
            ANSWERS: str(self._script),
        }

    def answer(self, *answers: Answer) -> None:
        """Say what the boxes of the next runs are answered: each run begins with the first."""
        write_script(self._script, answers)

    def wait(self, within: float = WITHIN) -> Result:
        """Return the next result.

        Raises:
            TimeoutError: there is none in time.
        """
        path = self.folder / f"{self._seen + 1}.order.result"
        until = time.monotonic() + within
        while not path.exists():
            if time.monotonic() > until:
                raise TimeoutError(f"No macro has run Python: {path.name} is missing.")
            time.sleep(0.02)
        self._seen += 1
        return Result(**json.loads(path.read_text(encoding="utf-8")))

    def none(self, within: float = 1.0) -> bool:
        """Tell whether no order has come, after having waited for one."""
        time.sleep(within)
        return not (self.folder / f"{self._seen + 1}.order").exists()

    def _launcher(self) -> Path:
        path = self.folder / "runner"
        text = _LAUNCHER.format(root=ROOT, python=sys.executable)
        path.write_text(text, encoding="utf-8")
        return path


def order_of(path: Path) -> tuple[str, str]:
    """Return the URL of the workbook and the command that a macro has written."""
    address, command, *_ = path.read_text(encoding="utf-8").splitlines()
    return address, command


def variable(name: str) -> str:
    """Return what LibreOffice was told when it was started."""
    return os.environ.get(name, "")
