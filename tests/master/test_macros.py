"""What can be said about the macros without Excel."""

import re
from pathlib import Path

import pytest

from houqin import addin
from houqin.buttons import BUTTONS, MODULE

MACROS = sorted((Path(__file__).parents[2] / "macros").glob("*.bas"))
PROCEDURE = re.compile(
    r"^(?:Public |Private )?(?:Sub|Function)\b.*?^End ", re.MULTILINE | re.DOTALL
)
BANNED = ("On Error Resume Next", ".Select\r", ".Activate\r", "ActiveWorkbook", "#If", "Declare ")


@pytest.fixture(params=MACROS, ids=lambda path: path.name)
def source(request: pytest.FixtureRequest) -> bytes:
    return bytes(request.param.read_bytes())


def test_there_are_three_modules() -> None:
    assert [path.stem for path in MACROS] == ["HouqinButtons", "HouqinRun", "xlwings_udfs"]


def test_source_is_ascii_with_windows_line_ends(source: bytes) -> None:
    assert source.isascii()
    assert source.count(b"\n") == source.count(b"\r\n")
    assert source.endswith(b"\r\n")


def test_source_declares_every_variable(source: bytes) -> None:
    assert b"\r\nOption Explicit\r\n" in source


def test_source_avoids_what_hides_errors_or_libreoffice_cannot_do(source: bytes) -> None:
    assert [word for word in BANNED if word in source.decode("ascii")] == []


def test_procedures_are_short(source: bytes) -> None:
    text = source.decode("ascii").replace("\r", "")
    found = PROCEDURE.findall(text)
    assert found
    assert max(body.count("\n") for body in found) <= 20


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: button.function)
def test_every_button_calls_a_function_of_the_addin(button: object) -> None:
    function = getattr(addin, button.function)  # type: ignore[attr-defined]

    assert callable(function)
    macros = next(path for path in MACROS if path.stem == MODULE).read_text("ascii")
    assert f'RunHouqin "{button.function}"' in macros  # type: ignore[attr-defined]


def test_the_addin_has_no_function_without_a_button() -> None:
    public = {name for name in vars(addin) if not name.startswith("_")}
    functions = {
        name for name in public if getattr(vars(addin)[name], "__module__", "") == addin.__name__
    }

    assert functions == {button.function for button in BUTTONS}
