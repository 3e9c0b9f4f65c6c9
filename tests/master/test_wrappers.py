"""The macros of the worksheet functions, held against those that xlwings itself would write."""

import importlib
import inspect
import io
import re
import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import xlwings

from houqin import udfs
from houqin.functions.worksheet_function import Argument, WorksheetFunction
from houqin.master.wrappers import LONGEST_LINE, wrapper_module
from houqin.problems import Both

MODULE = wrapper_module(udfs.FUNCTIONS)
FUNCTION = pytest.mark.parametrize("function", udfs.FUNCTIONS, ids=lambda each: each.name)

# Words that VBA does not take as a name, after the language specification (3.3.5.2), and the
# names of its own date functions.
RESERVED = """
    abs addressof and any array as attribute base boolean byref byte byval call case cbool cbyte
    ccur cdate cdbl cdec cdecl cint circle clng clnglng clngptr close compare const csng cstr
    currency cvar cverr date debug decimal declare defbool defbyte defcur defdate defdbl defdec
    defint deflng defobj defsng defstr defvar dim do doevents double each else elseif empty end
    endif enum eqv erase error event exit explicit false fix for friend function get global go
    gosub goto if imp implements in input inputb int integer is lbound len lenb let lib like line
    linput lock long longlong longptr loop lset me mid midb mod module name new next not nothing
    now null object on open option optional or output paramarray preserve print private property
    pset public put raiseevent random read redim rem reset resume return rset scale seek select
    set sgn shared single spc static step stop string sub tab text then time to true type typeof
    ubound unlock until variant wend while width with withevents write xor
"""


class Stub(ModuleType):
    """A module of pywin32 of which only the names matter."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


@pytest.fixture
def xlwings_writes(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """What xlwings' own generator makes of houqin.udfs, loaded as it is on Windows."""
    for name in ("pythoncom", "pywintypes", "win32com", "win32com.client"):
        monkeypatch.setitem(sys.modules, name, Stub(name))
    generator = importlib.import_module("xlwings.udfs")
    monkeypatch.setattr(xlwings, "func", generator.xlfunc)
    monkeypatch.setattr(xlwings, "arg", generator.xlarg)
    loaded = importlib.reload(udfs)
    written = io.StringIO()
    generator.generate_vba_wrapper(
        "houqin.udfs", loaded, written, SimpleNamespace(Name="houqin.xlsm")
    )
    yield written.getvalue()
    monkeypatch.undo()
    sys.modules.pop("xlwings.udfs", None)
    importlib.reload(udfs)


def declared(vba: str) -> list[str]:
    return sorted(re.findall(r"^Function .*$", vba, re.MULTILINE))


def calls(vba: str) -> list[str]:
    found = re.findall(r"^\s*(\w+ = XLPy\.CallUDF\(.*, ThisWorkbook, .*\))$", vba, re.MULTILINE)
    return sorted(found)


def test_the_functions_are_declared_and_called_as_xlwings_itself_would(xlwings_writes: str) -> None:
    plain = MODULE.replace("\r\n", "\n")

    assert declared(plain) == declared(xlwings_writes)
    assert calls(plain) == calls(xlwings_writes)
    assert len(calls(plain)) == len(udfs.FUNCTIONS) == 9


def test_beside_that_each_function_has_what_xlwings_writes_for_excel(xlwings_writes: str) -> None:
    plain = MODULE.replace("\r\n", "\n")
    excel_only = re.sub(r"#If App = .*\n|#Else\n(?:.*\n){2}?#End If\n", "", _flat(xlwings_writes))

    own = [line for line in _flat(plain).splitlines() if not line.startswith(("Attribute", "'"))]
    theirs = [line for line in excel_only.splitlines() if line]
    assert [line for line in own if line and line != "Option Explicit"] == _in_order(own, theirs)


def _flat(vba: str) -> str:
    return "\n".join(line.strip() for line in vba.splitlines()) + "\n"


def _in_order(own: list[str], theirs: list[str]) -> list[str]:
    """Return xlwings' functions in the order of ours: it writes them by their names."""
    blocks: dict[str, list[str]] = {}
    for line in theirs:
        if line.startswith("Function "):
            name = line
        blocks.setdefault(name, []).append(line)
    return [line for head in own if head in blocks for line in blocks[head]]


def test_the_module_is_ascii_with_windows_line_ends_and_short_lines() -> None:
    assert MODULE.isascii()
    assert MODULE.count("\r\n") == MODULE.count("\n") == MODULE.count("\r")
    assert max(map(len, MODULE.splitlines())) <= LONGEST_LINE
    assert MODULE.startswith('Attribute VB_Name = "xlwings_udfs"\r\n')
    assert "#If" not in MODULE


def test_the_whole_of_a_function_as_one_reads_it() -> None:
    function = WorksheetFunction(
        "HQ_X",
        (
            Argument("item", Both("物品", "item")),
            Argument("campus", Both("校区", "campus"), optional=True),
        ),
        Both("说明", 'The "book" of an item.'),
        "=HQ_X(1)",
        "库存对账",
    )

    assert wrapper_module([function]).partition("Option Explicit\r\n")[2].split("\r\n") == [
        "",
        "Function HQ_X(item, Optional campus)",
        'Attribute HQ_X.VB_Description = "The ""book"" of an item."',
        "    If TypeOf Application.Caller Is Range Then On Error GoTo failed",
        '    HQ_X = XLPy.CallUDF("houqin.udfs", "HQ_X", Array(item, campus), ThisWorkbook, Application.Caller)',
        "    Exit Function",
        "failed:",
        "    HQ_X = Err.Description",
        "End Function",
        "",
    ]


def test_a_description_that_vba_could_not_hold_stops_the_build() -> None:
    said = Both("", "结存")

    with pytest.raises(ValueError, match="no line of VBA"):
        wrapper_module([WorksheetFunction("HQ_X", (), said, "", "")])


@FUNCTION
def test_names_are_neither_cells_nor_words_of_vba(function: WorksheetFunction) -> None:
    names = [function.name, *(each.name for each in function.arguments)]

    assert [name for name in names if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", name)] == []
    assert [name for name in names if name.lower() in RESERVED.split()] == []
    assert not re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*", function.name)
    assert len(set(map(str.lower, names))) == len(names)


@FUNCTION
def test_the_registry_is_that_of_the_python_functions(function: WorksheetFunction) -> None:
    parameters = inspect.signature(getattr(udfs, function.name)).parameters.values()

    assert [each.name for each in parameters] == [each.name for each in function.arguments]
    optional = [each.default is None for each in parameters]
    assert optional == [each.optional for each in function.arguments]


def test_xlwings_is_told_which_arguments_are_tables(
    xlwings_writes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {
        function.name: {
            argument["name"]: argument["options"]
            for argument in getattr(udfs, function.name).__xlfunc__["args"]
        }
        for function in udfs.FUNCTIONS
    }

    for function in udfs.FUNCTIONS:
        for argument in function.arguments:
            shape = {"ndim": 2} if argument.is_table else {}
            expected = {"convert": Any, "err_to_str": True} | shape
            assert told[function.name][argument.name] == expected
        assert getattr(udfs, function.name).__xlfunc__["volatile"] is False
