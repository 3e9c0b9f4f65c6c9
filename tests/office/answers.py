"""What is answered when a box asks: by a script, or by the person before the screen."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ANSWERS = "HOUQIN_OFFICE_ANSWERS"  # the environment variable that names a script

Answer = str | bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A box that was shown, and how it was answered."""

    prompt: str
    title: str
    buttons: tuple[str, ...]
    """Those that could be pressed; none where a file was chosen."""
    answer: Answer


class Answers:
    """Answers boxes from a script; where there is none, the box is really shown.

    A box with nothing to press but OK takes no answer from the script.
    """

    def __init__(self, script: Sequence[Answer] | None = None) -> None:
        self.script = None if script is None else list(script)
        self.asked: list[Asked] = []

    def add(self, *answers: Answer) -> None:
        """Say what is answered next: a button such as "yes", a path, or False for no file."""
        self.script = [*(self.script or []), *answers]

    def button(
        self, prompt: str, title: str, buttons: tuple[str, ...], show: Callable[[], str]
    ) -> str:
        """Return the button that is pressed.

        Raises:
            AssertionError: the script does not say which.
        """
        if self.script is None:
            answer = show()
        elif buttons == ("ok",):
            answer = "ok"
        else:
            answer = str(self._next(prompt))
        if answer not in buttons:
            raise AssertionError(f"{prompt!r} cannot be answered with {answer!r}.")
        self.asked.append(Asked(prompt, title, buttons, answer))
        return answer

    def file(self, title: str, show: Callable[[], Answer]) -> Answer:
        """Return the path that is chosen, or False.

        Raises:
            AssertionError: the script does not say which.
        """
        answer = show() if self.script is None else self._next(title)
        self.asked.append(Asked("", title, (), answer))
        return answer

    def told(self) -> list[dict[str, Any]]:
        """Return all that was asked, as it goes into JSON."""
        return [asdict(asked) for asked in self.asked]

    def _next(self, prompt: str) -> Answer:
        if not self.script:
            raise AssertionError(f"Nobody said what to answer to {prompt!r}.")
        return self.script.pop(0)


def answers_from(path: str) -> Answers:
    """Return the script in a file; without a file, boxes are really shown."""
    if not path or not Path(path).exists():
        return Answers()
    return Answers(json.loads(Path(path).read_text(encoding="utf-8")))


def write_script(path: Path, answers: Sequence[Answer]) -> None:
    """Write what the next run is answered."""
    path.write_text(json.dumps(list(answers), ensure_ascii=False), encoding="utf-8")
