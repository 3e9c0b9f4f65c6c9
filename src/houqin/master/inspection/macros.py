"""Checks of macros: every call finds its Sub, every sheet its module."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from houqin.hosts.package import elements
from houqin.master.inspection.book import Book
from houqin.vba.modules import Kind
from houqin.vba.procedures import Parameter, Procedure, procedures_of

Shape = tuple[str, ...]  # the types of the parameters; "" for one that is given back

_MACRO = re.compile(r"(\w+)\.(\w+)", re.ASCII)
_OWN = "[0]!"  # this very workbook


def faults_of_call(book: Book, where: str, macro: str, shape: Shape) -> Iterator[str]:
    """Yield what is wrong with a call of "Module.Sub"; what is called takes such parameters."""
    found = _MACRO.fullmatch(macro)
    if found is None:
        yield f"{where} calls {macro!r}, which is not written as Module.Sub."
    elif book.modules is not None:
        subs = [each for each in _procedures(book, found[1], found[2]) if _is_public_sub(each)]
        if not subs:
            yield f"{where} calls {macro}, which is no Public Sub of a standard module."
        elif not any(_fits(each.parameters, shape) for each in subs):
            yield f"{where} calls {macro}, which does not take ({_told(shape)})."


def faults_of_buttons(book: Book) -> Iterator[str]:
    """Yield the buttons and pictures on sheets whose macro is not there."""
    for sheet, macro in _buttons(book):
        where = f"A button on {sheet}"
        if macro.startswith(_OWN):
            yield from faults_of_call(book, where, macro.removeprefix(_OWN), ())
        else:
            yield f"{where} calls {macro!r}, which is not written as [0]!Module.Sub."


def faults_of_code_names(book: Book) -> Iterator[str]:
    """Yield sheets without a module of their own, and modules without a sheet."""
    owners = {"The workbook": book.code_name} | {
        f"The sheet {sheet.title}": sheet.code_name for sheet in book.sheets
    }
    counted = Counter(owners.values())
    documents = [each.name for each in book.modules or () if each.kind is Kind.DOCUMENT]
    for owner, name in owners.items():
        if not name:
            yield f"{owner} has no code name."
        elif counted[name] > 1:
            yield f"{owner} shares its code name {name} with another."
        elif book.modules is not None and documents.count(name) != 1:
            yield f"{owner} has the code name {name}, but there is no document module of that name."
    for name in documents:
        if name not in counted:
            yield f"The document module {name} belongs to no sheet."


def _procedures(book: Book, module: str, name: str) -> Iterator[Procedure]:
    for each in book.modules or ():
        if each.kind is Kind.STANDARD and each.name.lower() == module.lower():
            found = procedures_of(each.source)
            yield from (procedure for procedure in found if procedure.name.lower() == name.lower())


def _is_public_sub(procedure: Procedure) -> bool:
    return procedure.is_public and procedure.kind == "sub"


def _fits(parameters: Sequence[Parameter], shape: Shape) -> bool:
    return len(parameters) == len(shape) and all(map(_suits, parameters, shape))


def _suits(parameter: Parameter, wanted: str) -> bool:
    if not wanted:
        return not parameter.is_by_value
    return parameter.type.lower() == wanted.lower()


def _told(shape: Shape) -> str:
    return ", ".join(f"… As {each}" if each else "ByRef …" for each in shape)


def _buttons(book: Book) -> Iterator[tuple[str, str]]:
    """Yield the sheet and the macro of each button, and of each shape that calls one."""
    for sheet in book.sheets:
        for part in book.parts(sheet.links, "vmlDrawing"):
            for name, _, element in elements(book.archive, part):
                if name == "FmlaMacro":
                    yield sheet.title, (element.text or "").strip()
        for part in book.parts(sheet.links, "drawing"):
            for _, facts, _ in elements(book.archive, part):
                if facts.get("macro"):
                    yield sheet.title, facts["macro"]
