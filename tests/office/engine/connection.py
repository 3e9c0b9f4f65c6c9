"""How xlwings comes to know LibreOffice as one of its engines."""

from collections.abc import Iterator
from typing import Any

import xlwings as xw
from tests.office.answers import Answers
from tests.office.engine import boxes, windows
from tests.office.engine.application import Application
from tests.office.engine.session import Session
from tests.office.libreoffice import desktop_of

NAME = "libreoffice"


class Engine:
    """The engine as xlwings asks for it; what it does is done by xlwings' code for Windows."""

    name = NAME
    type = "desktop"

    def __init__(self) -> None:
        self.windows = windows.load(self.message_box)
        self.prepare_xl_data_element = self.windows.Engine.prepare_xl_data_element
        self.clean_value_data = self.windows.Engine.clean_value_data
        self.apps = Apps(self.windows)
        self.windows.engine = self

    def message_box(self, prompt: str, title: str, buttons: tuple[str, ...]) -> str:
        """Answer a message from the script, or show it."""
        session = self.apps.latest.session
        return session.answers.button(
            prompt, title, buttons, lambda: boxes.message_box(session, prompt, title, buttons)
        )


class Apps:
    """The connections; the latest comes first, as the window that was used last."""

    def __init__(self, code: Any) -> None:
        self._code = code
        self._applications: list[Application] = []

    @property
    def latest(self) -> Application:
        """The connection that was made last."""
        return self._applications[0]

    def connect(self, session: Session) -> Any:
        """Add a connection."""
        number = 1 + max((each.number for each in self._applications), default=1000)
        application = Application(session, number)
        self._applications.insert(0, application)
        return self._impl(application)

    def clear(self) -> None:
        """Forget all connections."""
        self._applications.clear()

    def keys(self) -> list[int]:
        """Return the numbers of the connections."""
        return [each.number for each in self._applications]

    def add(self, **_how: object) -> Any:
        """Refuse to start a program.

        Raises:
            RuntimeError: always: LibreOffice is started by the tests.
        """
        raise RuntimeError("LibreOffice is started by tests.office.libreoffice only.")

    def cleanup(self) -> None:
        """Leave all programs alone."""

    def __iter__(self) -> Iterator[Any]:
        return iter([self._impl(each) for each in self._applications])

    def __len__(self) -> int:
        return len(self._applications)

    def __getitem__(self, number: int) -> Any:
        found = {each.number: each for each in self._applications}
        return self._impl(found[number])

    def _impl(self, application: Application) -> Any:
        code = self._code
        return code.App(xl=code.COMRetryObjectWrapper(application))


_engines: dict[str, Engine] = {}


def connected_app(
    context: Any, answers: Answers | None = None, *, is_strict: bool = True
) -> tuple[xw.App, Session]:
    """Make LibreOffice the program that xlwings works with.

    `context` is LibreOffice's component context. Without `answers`, no box can be answered
    but by OK.
    """
    session = Session(context, desktop_of(context), answers or Answers([]), is_strict=is_strict)
    engine = _engine()
    impl = engine.apps.connect(session)
    xw.engines.active = xw.engines[NAME]  # type: ignore[assignment]
    return xw.App(impl=impl), session


def disconnect() -> None:
    """Let xlwings forget LibreOffice."""
    if NAME in _engines:
        _engines[NAME].apps.clear()
    xw.engines.active = None


def _engine() -> Engine:
    if NAME not in _engines:
        _engines[NAME] = Engine()
        xw.engines.add(xw.Engine(impl=_engines[NAME]))
    return _engines[NAME]
