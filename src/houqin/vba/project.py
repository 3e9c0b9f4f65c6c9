"""A VBA project without a line compiled: vbaProject.bin from its modules, and back."""

import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence

from houqin.vba import listing
from houqin.vba.compound import compound, streams
from houqin.vba.compression import compress, decompress
from houqin.vba.modules import (
    PROJECT,
    Kind,
    Module,
    Owner,
    check,
    document,
    standard,
)
from houqin.vba.protection import unprotected

__all__ = ["Kind", "Module", "Owner", "document", "modules_of", "project", "standard"]

CHINESE = 936  # the code page of Windows in China

_ID = "{7B1F0C52-9D3A-4E86-A5C4-2E60D1B8F937}"  # of every project; nobody looks it up
_NOT_COMPILED = struct.pack("<HHBH", 0x61CC, 0xFFFF, 0, 0)  # [MS-OVBA 2.3.4.1]
_EDITOR = "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000"
_KINDS = {
    "Module": Kind.STANDARD,
    "Document": Kind.DOCUMENT,
    "Class": Kind.CLASS,
    "BaseClass": Kind.CLASS,  # a form
}


def project(modules: Iterable[Module], code_page: int = CHINESE) -> bytes:
    """Return a vbaProject.bin with these modules [MS-OVBA 2.2].

    Excel compiles the sources when it opens them. The same modules always give the same bytes.

    Raises:
        ValueError: a name or a source is not as Excel wants it, or it is too large.
    """
    built = tuple(modules)
    check(built)
    return compound(
        {
            "PROJECT": _text(built).encode(listing.ALWAYS_ASCII),
            "PROJECTwm": _names(built),
            "VBA/_VBA_PROJECT": _NOT_COMPILED,
            "VBA/dir": compress(listing.packed(built, code_page)),
        }
        | {
            f"VBA/{module.name}": compress(module.source.encode(listing.ALWAYS_ASCII))
            for module in built
        }
    )


def modules_of(content: bytes) -> tuple[Module, ...]:
    """Return the modules of a vbaProject.bin, whoever wrote it, in the order of its list.

    A character that the code page of the project lacks comes back as U+FFFD.

    Raises:
        ValueError: it is no such container, or a damaged one.
    """
    found = {path.upper(): stream for path, stream in streams(content).items()}
    encoding, listed = listing.unpacked(decompress(_stream(found, "VBA/dir")))
    kinds = _kinds(_stream(found, "PROJECT").decode(encoding, "replace"))
    return tuple(
        Module(
            each.name,
            Kind.STANDARD if each.is_standard else kinds.get(each.name.upper(), Kind.CLASS),
            decompress(_stream(found, f"VBA/{each.stream}")[each.offset :]).decode(
                encoding, "replace"
            ),
        )
        for each in listed
    )


def _stream(found: Mapping[str, bytes], path: str) -> bytes:
    try:
        return found[path.upper()]
    except KeyError as error:
        raise ValueError(f"The container has no stream {path}.") from error


def _text(modules: Sequence[Module]) -> str:
    """Return the stream PROJECT [MS-OVBA 2.3.1]."""
    lines = [
        f'ID="{_ID}"',
        *map(_declared, modules),
        f'Name="{PROJECT}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        *(f'{name}="{value}"' for name, value in unprotected(_ID).items()),
        "",
        "[Host Extender Info]",
        _EDITOR,
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),  # its window is closed
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _declared(module: Module) -> str:
    version = "/&H00000000" if module.kind is Kind.DOCUMENT else ""
    return f"{module.kind.value}={module.name}{version}"


def _names(modules: Sequence[Module]) -> bytes:
    """Return the stream PROJECTwm, each name in the code page and in UTF-16 [MS-OVBA 2.3.3]."""
    pairs = (
        module.name.encode(listing.ALWAYS_ASCII) + b"\0" + f"{module.name}\0".encode("utf-16-le")
        for module in modules
    )
    return b"".join(pairs) + bytes(2)


def _kinds(text: str) -> dict[str, Kind]:
    """Return the kinds of the modules that the stream PROJECT declares, by their names."""
    return dict(_declarations(text))


def _declarations(text: str) -> Iterator[tuple[str, Kind]]:
    for line in text.splitlines():
        if line.startswith("["):
            return
        key, _, value = line.partition("=")
        if key in _KINDS:
            yield value.partition("/")[0].upper(), _KINDS[key]
