"""Answers the worksheet functions of an open workbook, as xlwings' server of functions does in Excel."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any

import xlwings
from tests.office.engine import NAME, Session, Source, boxes, null_date, reading
from tests.office.engine.area import Area
from tests.office.uno_api import uno

Options = Mapping[str, Any]
CONVERSION: Any = xlwings.conversion
SERVED = ("sheet.XFunctionAccess", "lang.XTypeProvider")


class FunctionServer:
    """The object behind the module XLPy: `XLPy.CallUDF` calls it with what the formula says.

    `options` gives, for each function, how xlwings is to hand over each argument: what
    `@xw.arg` says on Windows.
    """

    def __init__(
        self, document: Any, session: Session, options: Callable[[str], Sequence[Options]]
    ) -> None:
        self.called: list[str] = []
        self._document = document
        self._session = session
        self._options = options

    def serve(self) -> None:
        """Let the workbook's functions be answered by this object."""
        script = self._document.getScriptProvider().getScript(boxes.MACRO.format("XLPy.Serve"))
        script.invoke((self,), (), ())

    def getTypes(self) -> tuple[Any, ...]:  # noqa: N802 - UNO's name
        """Tell UNO what can be called."""
        return tuple(uno.getTypeByName(f"com.sun.star.{name}") for name in SERVED)

    def getImplementationId(self) -> Any:  # noqa: N802 - UNO's name
        """Tell UNO nothing more."""
        return uno.ByteSequence(b"")

    def callFunction(self, name: str, arguments: tuple[Any, ...]) -> Any:  # noqa: N802 - UNO's name
        """Call the function that is named as module:function."""
        module, _, function = name.partition(":")
        self.called.append(function)
        options = self._options(function)
        given = [
            self._argument(argument, each)
            for argument, each in zip(arguments, options, strict=True)
        ]
        return self._returned(getattr(import_module(module), function)(*given))

    def _argument(self, argument: Any, options: Options) -> Any:
        if argument is None:
            return None
        value = self._values(argument) if hasattr(argument, "RangeAddress") else _number(argument)
        return CONVERSION.read(None, value, dict(options), engine_name=NAME)

    def _values(self, cells: Any) -> Any:
        area = Area.of(cells.RangeAddress)
        formats = self._session.formats(self._document)
        source = Source(cells.Spreadsheet, area, formats, null_date(self._document))
        rows = reading.values(source)
        return rows[0][0] if area.count == 1 else rows

    def _returned(self, value: Any) -> Any:
        ((written, *_), *_) = CONVERSION.write(value, None, {}, engine_name=NAME)
        if isinstance(written, datetime):
            return reading.serial(written, null_date(self._document))
        return written


def _number(value: Any) -> Any:
    """Return a value as COM hands it over: every number is a float."""
    return float(value) if type(value) is int else value
