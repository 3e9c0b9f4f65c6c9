"""What LibreOffice really shows: messages, a choice of files, the status bar; and macros."""

from typing import Any

from tests.office.engine.session import Session
from tests.office.uno_api import enum, path_of

BUTTONS = {("ok",): 1, ("ok", "cancel"): 2, ("yes", "no"): 3, ("yes", "no", "cancel"): 4}
RESULTS = {0: "cancel", 1: "ok", 2: "yes", 3: "no"}  # com.sun.star.awt.MessageBoxResults
CHOSEN = 1  # com.sun.star.ui.dialogs.ExecutableDialogResults.OK
MACRO = "vnd.sun.star.script:VBAProject.{}?language=Basic&location=document"


def message_box(session: Session, prompt: str, title: str, buttons: tuple[str, ...]) -> str:
    """Show a message, and return the button that is pressed."""
    toolkit = session.service("awt.Toolkit")
    document = session.desktop.getCurrentComponent()
    window = document.CurrentController.Frame.ContainerWindow
    kind = enum("awt.MessageBoxType", "INFOBOX" if buttons == ("ok",) else "QUERYBOX")
    box = toolkit.createMessageBox(window, kind, BUTTONS[buttons], title, prompt)
    return RESULTS[box.execute()]


def chosen_file(session: Session, title: str, file_filter: str) -> str | bool:
    """Let a file be chosen; `file_filter` as Excel has it: names and patterns in turn."""
    picker = session.service("ui.dialogs.FilePicker")
    picker.setTitle(title)
    parts = file_filter.split(",")
    for name, pattern in zip(parts[::2], parts[1::2], strict=False):
        picker.appendFilter(name, pattern)
    return path_of(picker.getSelectedFiles()[0]) if picker.execute() == CHOSEN else False


def show_status(indicator: Any, text: str) -> None:
    """Show a text at the bottom of the window, or give the place back."""
    if text:
        indicator.start(text, 0)
    else:
        indicator.end()


def run_macro(document: Any, macro: str, arguments: tuple[object, ...] = ()) -> Any:
    """Run a macro, named as Module.Name, and return what it returns.

    Whole numbers go as others do: Basic would take a 0 in their place.
    """
    given = tuple(float(each) if type(each) is int else each for each in arguments)
    script = document.getScriptProvider().getScript(MACRO.format(macro))
    return script.invoke(given, (), ())[0]
