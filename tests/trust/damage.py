"""Damaged workbooks: a real term with bits flipped, cut short or mangled, and other formats under a new name."""

import random
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.trust.making import Attack, raw

from houqin.master.demo import write_demo

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
PLACES = 60  # of each kind of damage
CSV = "单据编号,日期\nLY-001,2020-05-12\n"
OTHER_FORMATS: dict[str, bytes | dict[str, str]] = {
    "nothing": b"",
    "one byte": b"P",
    "the first letters of a zip": b"PK",
    "an .xls": OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600),
    "an older .xls": b"\x09\x08\x08\x00\x00\x05\x10\x00",
    "an encrypted workbook": OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
    "a .csv": CSV.encode(),
    "a .csv in GBK": CSV.encode("gbk"),
    "a .csv in UTF-16": CSV.encode("utf-16"),
    "a .pdf": b"%PDF-1.7\n\xff\xff",
    "a .html": b"<html><table><tr><td>1</td></tr></table></html>",
    "a web archive": b"MIME-Version: 1.0\nX-Document-Type: Workbook",
    "an XML table of 2003": b'<?xml?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    "a .png": b"\x89PNG\r\n\x1a\n" + bytes(99),
    "a .rar": b"Rar!\x1a\x07\x00" + bytes(99),
    "a .7z": b"7z\xbc\xaf\x27\x1c" + bytes(99),
    "a .gz": b"\x1f\x8b\x08" + bytes(99),
    "a program": b"MZ\x90\x00" + bytes(99),
    "a mega of zeros": bytes(1 << 20),
    "a .docx": {"word/document.xml": "<document/>", "_rels/.rels": "word/document.xml"},
    "a .pptx": {"ppt/presentation.xml": "<presentation/>", "_rels/.rels": "ppt/presentation.xml"},
    "an .ods": {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "<a/>",
    },
    "an .xlsb": {"xl/workbook.bin": "\x83\x01", "_rels/.rels": "xl/workbook.bin"},
}


@cache
def term() -> bytes:
    """Return the demo's term as staff leave it, as a workbook."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo.xlsx"
        write_demo(path, "demo")
        return path.read_bytes()


def attacks() -> Iterator[Attack]:
    """Yield damaged workbooks, the same at every run."""
    for name, made in OTHER_FORMATS.items():
        yield raw(f"{name} renamed", partial(_made, made))
    for kind in (_flipped, _cut, _lost, _zeroed, _moved, _mangled, _letters_changed):
        for seed in range(PLACES):
            yield raw(f"{kind.__name__.strip('_')} {seed}", partial(_damaged, kind, seed))


def _made(made: bytes | dict[str, str]) -> bytes:
    if isinstance(made, bytes):
        return made
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, text in made.items():
            link = f'<Relationships><Relationship Id="a" Type="x/officeDocument" Target="{text}"/></Relationships>'
            file.writestr(name, link if name.endswith(".rels") else text)
    return stream.getvalue()


def _damaged(kind: Callable[[bytearray, random.Random], bytes], seed: int) -> bytes:
    return kind(bytearray(term()), random.Random(seed))  # noqa: S311 - the same at every run


def _flipped(whole: bytearray, chance: random.Random) -> bytes:
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(whole)


def _cut(whole: bytearray, chance: random.Random) -> bytes:
    return bytes(whole[: chance.randrange(len(whole))])


def _lost(whole: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(whole))
    del whole[start : start + chance.choice((1, 512, 4_096))]
    return bytes(whole)


def _zeroed(whole: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(whole) - 4_096)
    whole[start : start + 4_096] = bytes(4_096)
    return bytes(whole)


def _moved(whole: bytearray, chance: random.Random) -> bytes:
    first, second = sorted(chance.sample(range(0, len(whole) - 4_096, 4_096), 2))
    kept = whole[first : first + 4_096]
    whole[first : first + 4_096] = whole[second : second + 4_096]
    whole[second : second + 4_096] = kept
    return bytes(whole)


def _mangled(whole: bytearray, chance: random.Random) -> bytes:
    """Change some bytes of one part, and pack it again so that its checksum is right."""

    def mangle(part: bytes) -> bytes:
        changed = bytearray(part)
        for _ in range(chance.choice((1, 5, 50))):
            start = chance.randrange(len(changed))
            changed[start : start + chance.choice((0, 1, 30))] = chance.randbytes(
                chance.choice((0, 1))
            )
        return bytes(changed)

    return _packed_again(whole, chance, mangle)


def _letters_changed(whole: bytearray, chance: random.Random) -> bytes:
    """Change values between quotes of one part, so that it stays XML but no longer true."""
    odd = (b'"0"', b'"-1"', b'"999999999"', b'""', b'"A0"', b'"rId999"', b'"\xe4\xb8\x80"')

    def change(part: bytes) -> bytes:
        share = chance.choice((0.001, 0.02, 0.5))
        return re.sub(
            rb'"[^"]*"',
            lambda value: chance.choice(odd) if chance.random() < share else value[0],
            part,
        )

    return _packed_again(whole, chance, change)


def _packed_again(
    whole: bytearray, chance: random.Random, change: Callable[[bytes], bytes]
) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(whole)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        names = [each for each in old.namelist() if old.getinfo(each).file_size]
        hit = chance.choice(names)
        for name in names:
            new.writestr(name, change(old.read(name)) if name == hit else old.read(name))
    return stream.getvalue()
