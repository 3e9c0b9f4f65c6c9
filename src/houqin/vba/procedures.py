"""What a module offers: its procedures and their parameters, read from the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CONTINUED = re.compile(r"[ \t]_\r?\n")
_PROCEDURE = re.compile(
    r"^[ \t]*(?:(Public|Private|Friend|Global)[ \t]+)?(?:Static[ \t]+)?"
    r"(Sub|Function|Property[ \t]+[GLS]et)[ \t]+([a-z]\w*)[$%&!#@^]?"
    r"[ \t]*(?:\(((?:[^()]|\(\))*)\))?",
    re.IGNORECASE | re.MULTILINE | re.ASCII,
)
_PARAMETER = re.compile(
    r"\s*(?P<optional>Optional\s+)?(?:(?P<passed>ByVal|ByRef)\s+)?(?P<rest>ParamArray\s+)?"
    r"(?P<name>\w+)[$%&!#@^]?(?:\(\))?(?:\s+As\s+(?:\w+\.)?(?P<type>\w+))?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a procedure."""

    name: str
    type: str = "Variant"  # without its library
    is_by_value: bool = False


@dataclass(frozen=True, slots=True)
class Procedure:
    """A Sub, a Function or a part of a Property."""

    name: str
    kind: str  # "sub", "function" or "property"
    is_public: bool
    parameters: tuple[Parameter, ...] = ()


def procedures_of(source: str) -> Iterator[Procedure]:
    """Yield the procedures of a module; of those declared in a DLL there are none."""
    for found in _PROCEDURE.finditer(_CONTINUED.sub(" ", source)):
        scope, kind, name, parameters = found.groups()
        yield Procedure(
            name=name,
            kind=kind.split()[0].lower(),
            is_public=(scope or "Public").lower() in ("public", "global"),
            parameters=tuple(_parameters(parameters or "")),
        )


def _parameters(text: str) -> Iterator[Parameter]:
    for each in filter(str.strip, text.split(",")):
        found = _PARAMETER.match(each)
        if found:
            is_by_value = (found["passed"] or "").lower() == "byval"
            yield Parameter(found["name"], found["type"] or "Variant", is_by_value)
