"""The stream `dir`, which lists the modules of a project [MS-OVBA 2.3.4.2]."""

import codecs
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from houqin.vba.modules import PROJECT, Kind, Module

ALWAYS_ASCII = "ascii"

_WINDOWS, _ENGLISH = 1, 0x409
_MAC_CODE_PAGES = {10000: "mac_roman", 10008: "gb2312"}
_REFERENCES = {
    "stdole": (
        r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0"
        r"#C:\Windows\System32\stdole2.tlb#OLE Automation"
    ),
    "Office": (
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0"
        r"#C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL"
        r"#Microsoft Office 16.0 Object Library"
    ),
}
_HEAD = struct.Struct("<HI")  # of a record: its id and its size
_VERSION = struct.pack("<IH", 0x65BE0257, 6)
_SIZE_OF_VERSION = 4  # as its record says, but two bytes more follow


class Id(IntEnum):
    """The kinds of records."""

    SYSTEM = 0x01
    LANGUAGE = 0x02
    CODE_PAGE = 0x03
    PROJECT = 0x04
    ABOUT = 0x05
    HELP_FILE = 0x06
    HELP_CONTEXT = 0x07
    LIBRARY_FLAGS = 0x08
    VERSION = 0x09
    CONSTANTS = 0x0C
    LIBRARY = 0x0D
    MODULES = 0x0F
    END_OF_PROJECT = 0x10
    COOKIE = 0x13
    CALL_LANGUAGE = 0x14
    REFERENCE = 0x16
    NAME = 0x19
    STREAM = 0x1A
    ABOUT_MODULE = 0x1C
    MODULE_HELP_CONTEXT = 0x1E
    STANDARD = 0x21
    OTHER = 0x22
    END_OF_MODULE = 0x2B
    MODULE_COOKIE = 0x2C
    OFFSET = 0x31
    STREAM_AGAIN = 0x32  # in UTF-16, as are all that come "again"
    CONSTANTS_AGAIN = 0x3C
    HELP_FILE_AGAIN = 0x3D
    REFERENCE_AGAIN = 0x3E
    ABOUT_AGAIN = 0x40
    NAME_AGAIN = 0x47
    ABOUT_MODULE_AGAIN = 0x48


@dataclass(slots=True)
class Listed:
    """What is told about a module."""

    name: str
    stream: str
    offset: int = 0  # where the source begins, behind what was compiled of it
    is_standard: bool = False


def packed(modules: Sequence[Module], code_page: int) -> bytes:
    """Return the stream, not yet compressed."""
    return b"".join(
        [
            *_information(code_page),
            *_references(),
            _record(Id.MODULES, _short(len(modules))),
            _record(Id.COOKIE, _short(0xFFFF)),
            *(record for module in modules for record in _module(module)),
            _record(Id.END_OF_PROJECT),
        ]
    )


def unpacked(content: bytes) -> tuple[str, tuple[Listed, ...]]:
    """Return the encoding of a project's sources, and its modules in their order.

    Raises:
        ValueError: the stream is damaged.
    """
    encoding = ALWAYS_ASCII
    listed: list[Listed] = []
    for number, value in _split(content):
        if number == Id.CODE_PAGE:
            encoding = _encoding(int.from_bytes(value, "little"))
        elif number == Id.NAME:
            name = value.decode(encoding, "replace")
            listed.append(Listed(name, name))
        elif listed:
            _note(listed[-1], number, value)
    return encoding, tuple(listed)


def _information(code_page: int) -> Iterator[bytes]:
    yield _record(Id.SYSTEM, _long(_WINDOWS))
    yield _record(Id.LANGUAGE, _long(_ENGLISH))
    yield _record(Id.CALL_LANGUAGE, _long(_ENGLISH))
    yield _record(Id.CODE_PAGE, _short(code_page))
    yield _record(Id.PROJECT, PROJECT.encode(ALWAYS_ASCII))
    yield from _twice(Id.ABOUT, Id.ABOUT_AGAIN, "")
    yield from (_record(Id.HELP_FILE), _record(Id.HELP_FILE_AGAIN))
    yield _record(Id.HELP_CONTEXT, _long(0))
    yield _record(Id.LIBRARY_FLAGS, _long(0))
    yield _HEAD.pack(Id.VERSION, _SIZE_OF_VERSION) + _VERSION
    yield from _twice(Id.CONSTANTS, Id.CONSTANTS_AGAIN, "")


def _references() -> Iterator[bytes]:
    """Yield what a project needs besides VBA and Excel, which must not be listed."""
    for name, library in _REFERENCES.items():
        yield from _twice(Id.REFERENCE, Id.REFERENCE_AGAIN, name)
        where = library.encode(ALWAYS_ASCII)
        yield _record(Id.LIBRARY, _long(len(where)) + where + _long(0) + _short(0))


def _module(module: Module) -> Iterator[bytes]:
    yield from _twice(Id.NAME, Id.NAME_AGAIN, module.name)
    yield from _twice(Id.STREAM, Id.STREAM_AGAIN, module.name)
    yield from _twice(Id.ABOUT_MODULE, Id.ABOUT_MODULE_AGAIN, "")
    yield _record(Id.OFFSET, _long(0))  # nothing is compiled
    yield _record(Id.MODULE_HELP_CONTEXT, _long(0))
    yield _record(Id.MODULE_COOKIE, _short(0xFFFF))
    yield _record(Id.STANDARD if module.kind is Kind.STANDARD else Id.OTHER)
    yield _record(Id.END_OF_MODULE)


def _twice(number: Id, again: Id, text: str) -> Iterator[bytes]:
    """Yield a text in the code page of the project and in UTF-16."""
    yield _record(number, text.encode(ALWAYS_ASCII))
    yield _record(again, text.encode("utf-16-le"))


def _record(number: Id, value: bytes = b"") -> bytes:
    return _HEAD.pack(number, len(value)) + value


def _short(number: int) -> bytes:
    return struct.pack("<H", number)


def _long(number: int) -> bytes:
    return struct.pack("<I", number)


def _split(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the id and the value of each record; anything may follow the last one."""
    at, number = 0, None
    while number != Id.END_OF_PROJECT:
        if at + _HEAD.size > len(content):
            raise ValueError("The list of modules ends within a record.")
        number, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        size = len(_VERSION) if number == Id.VERSION else size
        if at + size > len(content):
            raise ValueError("The list of modules ends within a record.")
        yield number, content[at : at + size]
        at += size


def _note(module: Listed, number: int, value: bytes) -> None:
    match number:
        case Id.NAME_AGAIN:
            module.name = value.decode("utf-16-le", "replace")
        case Id.STREAM_AGAIN:
            module.stream = value.decode("utf-16-le", "replace")
        case Id.OFFSET:
            module.offset = int.from_bytes(value, "little")
        case Id.STANDARD:
            module.is_standard = True


def _encoding(code_page: int) -> str:
    """Return what Python calls a code page; of an unknown one only ASCII is read."""
    name = _MAC_CODE_PAGES.get(code_page, f"cp{code_page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ALWAYS_ASCII
