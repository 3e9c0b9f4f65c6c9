"""A LibreOffice of its own: its own profile and its own door, killed with all its children."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.office.display import WITH_US, screenshot
from tests.office.uno_api import UnoError, address_of, properties, uno

PIPE = "HOUQIN_OFFICE_PIPE"  # the environment variable that tells its children how to reach it
START_WITHIN = 90.0  # seconds; the first start of a profile on a busy machine
STOP_WITHIN = 15.0
AGAIN = 81  # the exit code that asks for another start
MACROS_RUN = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN

_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "0"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "false"),
    ("Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "UseLocking", "false"),  # a killed run must not lock the next one out
    ("Office.Common/Misc", "UseDocumentOOoLockFile", "false"),
    ("Office.Common/Misc", "UseDocumentSystemFileLocking", "false"),
    ("Office.Common/Save/Document", "WarnAlienFormat", "false"),
    ("Office.Common/Save/Document", "AutoSave", "false"),
    ("Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
    ("Setup/L10N", "ooSetupSystemLocale", "en-US"),
    ("Setup/Product", "ooSetupLastVersion", "999.9"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n'
)


class LibreOffice:
    """A running LibreOffice, from `with` until its end.

    Without a display it runs headless. Everything it writes, and the named pipe through which
    it is reached, lies in `folder`.
    """

    def __init__(
        self, folder: Path, display: str = "", variables: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.display = display
        self.pipe = f"houqin-{os.getpid()}-{time.monotonic_ns()}"
        self.context: Any = None
        self.desktop: Any = None
        self._variables = dict(variables or {})
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the program, and wait until it answers."""
        _write_profile(self.folder / "profile")
        self._spawn()
        try:
            self.context = connected(self.pipe, self._has_ended)
        except BaseException:
            self.kill()
            raise
        self.desktop = desktop_of(self.context)

    def _spawn(self) -> None:
        with (self.folder / "soffice.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                stdout=log,
                stderr=log,
                env=self._environment(),
                start_new_session=True,
            )

    def _has_ended(self) -> bool:
        """Tell whether the program has ended; with a new profile it asks to be started again."""
        if self._process is not None and self._process.poll() == AGAIN:
            self._spawn()
        return not self.is_running

    def stop(self) -> None:
        """Close all workbooks without saving them, and end the program."""
        with suppress(UnoError):  # it hangs or is gone: what follows ends it
            for document in documents(self.desktop):
                document.close(False)
            self.desktop.terminate()
        with suppress(subprocess.TimeoutExpired):
            if self._process is not None:
                self._process.wait(STOP_WITHIN)
        self.kill()

    def kill(self) -> None:
        """Kill the program and everything that it started."""
        if self._process is not None:
            with suppress(ProcessLookupError):  # all of it has ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(STOP_WITHIN)

    @property
    def is_running(self) -> bool:
        """Whether the program has not ended."""
        return self._process is not None and self._process.poll() is None

    def open(self, path: Path, *, hidden: bool = False) -> Any:
        """Open a workbook with its macros."""
        return opened(self.desktop, path, hidden=hidden)

    def new(self) -> Any:
        """Open an empty workbook."""
        return self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())

    def screenshot(self, path: Path) -> None:
        """Photograph the screen that it is shown on."""
        screenshot(self.display, path)

    def _command(self) -> list[str]:
        profile = address_of(self.folder / "profile")
        return [
            *WITH_US,
            str(_program()),
            *([] if self.display else ["--headless"]),
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nofirststartwizard",
            f"-env:UserInstallation={profile}",
            f"--accept=pipe,name={self.pipe};urp;",
        ]

    def _environment(self) -> dict[str, str]:
        own = {"SAL_USE_VCLPLUGIN": "gen", "DISPLAY": self.display} if self.display else {}
        told = {**self._variables, PIPE: self.pipe}
        return {**os.environ, "LC_ALL": "C.UTF-8", **own, **told}


def connected(pipe: str, has_ended: Callable[[], bool] = lambda: False) -> Any:
    """Return the component context behind a named pipe, once it answers.

    Raises:
        RuntimeError: it does not, or the program has ended.
    """
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + START_WITHIN
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except UnoError as error:
            if has_ended() or time.monotonic() > until:
                raise RuntimeError("LibreOffice did not start.") from error
            time.sleep(0.1)


def _program() -> Path:
    """Return the program itself: what starts it otherwise would outlive us."""
    found = shutil.which("soffice")
    if found is None:
        raise RuntimeError("LibreOffice is not installed.")
    return Path(found).resolve().with_name("soffice.bin")


def desktop_of(context: Any) -> Any:
    """Return the object that holds all open documents."""
    return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def opened(desktop: Any, path: Path, *, hidden: bool = False) -> Any:
    """Open a workbook with its macros."""
    asked = properties(Hidden=hidden, MacroExecutionMode=MACROS_RUN)
    document = desktop.loadComponentFromURL(address_of(path), "_blank", 0, asked)
    if document is None:
        raise FileNotFoundError(path)
    return document


def documents(desktop: Any) -> list[Any]:
    """Return the open workbooks, in the order in which they were opened."""
    found = desktop.Components.createEnumeration()
    every = []
    while found.hasMoreElements():
        every.append(found.nextElement())
    return [each for each in every if is_workbook(each)]


def is_workbook(component: Any) -> bool:
    """Tell a workbook from a letter, or from the editor of macros."""
    return hasattr(component, "supportsService") and component.supportsService(
        "com.sun.star.sheet.SpreadsheetDocument"
    )


def _write_profile(folder: Path) -> None:
    items = "".join(
        _SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True, exist_ok=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        _PROFILE.format(items=items), encoding="utf-8"
    )
