"""The modules of a VBA project, and what a project built here asks of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from houqin.vba.procedures import procedures_of

PROJECT = "VBAProject"  # the name of every project
LONGEST_NAME = 31

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_FIRST_LINE = re.compile(r'Attribute VB_Name = "([^"\r\n]*)"\r\n')
_STRANGE = re.compile(r"[^\t\r\n -~]")
_BARE_END = re.compile(r"\r(?!\n)|(?<!\r)\n")
# The reserved identifiers of the language [MS-VBAL 3.3.5.2]; Excel's editor refuses most of them.
_WORDS = """
  abs addressof and any array as attribute boolean byref byte byval call case cbool cbyte ccur
  cdate cdbl cdec cdecl cint circle clng clnglng clngptr close const csng cstr currency cvar
  cverr date debug decimal declare defbool defbyte defcur defdate defdbl defdec defint deflng
  deflnglng deflngptr defobj defsng defstr defvar dim do doevents double each else elseif empty
  end endif enum eqv erase event exit false fix for friend function get global gosub goto if imp
  implements in input inputb int integer is lbound len lenb let like linput lock long longlong
  longptr loop lset me mod new next not nothing null on open option optional or paramarray
  preserve print private pset public put raiseevent redim rem resume return rset scale seek
  select set sgn shared single spc static stop string sub tab then to true type typeof ubound
  unlock until variant wend while with withevents write xor
"""
_RESERVED = frozenset(_WORDS.split())
_LIBRARIES = frozenset({PROJECT.lower(), "vba", "excel", "office", "stdole"})


class Kind(Enum):
    """What a module is."""

    STANDARD = "Module"  # as the stream PROJECT calls it
    DOCUMENT = "Document"
    CLASS = "Class"  # classes and forms of others; none is built here


class Owner(Enum):
    """What a document module belongs to, by the class that Excel knows it by."""

    WORKBOOK = "00020819-0000-0000-C000-000000000046"
    SHEET = "00020820-0000-0000-C000-000000000046"


@dataclass(frozen=True, slots=True)
class Module:
    """A module and its source as it is stored: with its attributes."""

    name: str
    kind: Kind
    source: str


def standard(text: str) -> Module:
    """Return the standard module of a .bas file; its name stands in the first line.

    Raises:
        ValueError: it does not.
    """
    found = _FIRST_LINE.match(text)
    if found is None:
        raise ValueError('A standard module begins with the line Attribute VB_Name = "…".')
    return Module(found[1], Kind.STANDARD, text)


def document(name: str, owner: Owner) -> Module:
    """Return the module of the workbook or of a sheet, without any code.

    The name is the code name of its owner.
    """
    attributes = {
        "VB_Name": f'"{name}"',
        "VB_Base": f'"0{{{owner.value}}}"',
        "VB_GlobalNameSpace": "False",
        "VB_Creatable": "False",
        "VB_PredeclaredId": "True",
        "VB_Exposed": "True",
        "VB_TemplateDerived": "False",
        "VB_Customizable": "True",
    }
    lines = (f"Attribute {key} = {value}\r\n" for key, value in attributes.items())
    return Module(name, Kind.DOCUMENT, "".join(lines))


def check(modules: Sequence[Module]) -> None:
    """Make sure that Excel loads these modules and its editor shows them as they are.

    Raises:
        ValueError: one of them is not as it must be.
    """
    for module in modules:
        _check_name(module.name)
        _check_source(module)
    names = Counter(module.name.lower() for module in modules)
    for module in modules:
        if names[module.name.lower()] > 1:
            raise ValueError(f"Two modules are named {module.name}.")
        for procedure in procedures_of(module.source):
            if procedure.name.lower() in names:
                raise ValueError(f"{procedure.name} in {module.name} is named like a module.")


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise ValueError(f"The module name {name!r} is not of ASCII letters, digits and _.")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"The module name {name} is longer than {LONGEST_NAME} characters.")
    if name.lower() in _RESERVED | _LIBRARIES:
        raise ValueError(f"{name} means something else in VBA and can name no module.")


def _check_source(module: Module) -> None:
    if module.kind is Kind.CLASS:
        raise ValueError(
            f"{module.name} is a class or a form, and only standard modules are built."
        )
    strange = _STRANGE.search(module.source)
    if strange:
        raise ValueError(f"The source of {module.name} holds {strange[0]!r}, which is not ASCII.")
    if _BARE_END.search(module.source) or not module.source.endswith("\r\n"):
        raise ValueError(f"A line of {module.name} does not end in CR LF.")
    first = _FIRST_LINE.match(module.source)
    if first is None or first[1] != module.name:
        raise ValueError(f"The source of {module.name} does not begin with its name.")
