"""The macros behind the worksheet functions, as xlwings would write them on import.

xlwings makes this module from a running Excel; a build cannot, so it is made here. The name
of the module is xlwings' own: its "Import Functions" takes its place. What it writes for
other programs than Excel is left out, for no such program calls Python.
"""

from collections.abc import Iterable

from houqin.functions.worksheet_function import Argument, WorksheetFunction

MODULE = "xlwings_udfs"
DOOR = "houqin.udfs"
LONGEST_LINE = 1023  # of VBA
_HEAD = f"""Attribute VB_Name = "{MODULE}"
'@Folder Houqin
'@ModuleDescription "Worksheet functions: made by houqin build from udfs.py."
Option Explicit
"""
_FUNCTION = """
Function {name}({signature})
Attribute {name}.VB_Description = "{description}"
    If TypeOf Application.Caller Is Range Then On Error GoTo failed
    {name} = XLPy.CallUDF("{door}", "{name}", Array({given}), ThisWorkbook, Application.Caller)
    Exit Function
failed:
    {name} = Err.Description
End Function
"""


def wrapper_module(functions: Iterable[WorksheetFunction]) -> str:
    """Return the source of the module, ASCII with Windows line ends.

    Raises:
        ValueError: a line is too long for VBA, or not ASCII.
    """
    lines = (_HEAD + "".join(map(_wrapper, functions))).splitlines()
    odd = [line for line in lines if len(line) > LONGEST_LINE or not line.isascii()]
    if odd:
        raise ValueError(f"no line of VBA: {odd[0]}")
    return "\r\n".join(lines) + "\r\n"


def _wrapper(function: WorksheetFunction) -> str:
    return _FUNCTION.format(
        name=function.name,
        signature=", ".join(map(_declared, function.arguments)),
        description=function.description.en.replace('"', '""'),
        door=DOOR,
        given=", ".join(argument.name for argument in function.arguments),
    )


def _declared(argument: Argument) -> str:
    return f"Optional {argument.name}" if argument.optional else argument.name
