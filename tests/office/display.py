"""A screen of its own, so that windows can be shown, clicked and photographed anywhere."""

import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = "1600x1000x24"
WITH_US = ("setpriv", "--pdeathsig", "TERM")  # what is started so ends when we are killed


class Display:
    """An Xvfb on a free display number, from `with` until its end."""

    def __init__(self) -> None:
        self.name = ""
        self._server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        command = [*WITH_US, "Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE]
        try:
            self._server = subprocess.Popen(
                command,
                pass_fds=[writing],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        finally:
            os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start.")
        self.name = f":{number}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait(10)


def screenshot(display: str, path: Path) -> None:
    """Photograph the whole screen."""
    command = ["import", "-display", display, "-window", "root", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def click_at(display: str, x: int, y: int, held: str = "") -> None:
    """Move the mouse there and press its left button, perhaps while a key is held down."""
    move = ["mousemove", "--sync", str(x), str(y), "sleep", "0.2"]
    press, release = (["keydown", held], ["keyup", held]) if held else ([], [])
    command = ["xdotool", *move, *press, "click", "1", *release]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        timeout=30,
        env={**os.environ, "DISPLAY": display},
    )
