"""A copy of a workbook with some of its parts changed or added; every other part keeps every bit."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from houqin.errors import HouqinError
from houqin.hosts.archive import folded

_NO_TIME = (1980, 1, 1, 0, 0, 0)


class OtherKindError(HouqinError):
    """A workbook is to be written under the name of another kind."""

    def __init__(self, book: Path, out: Path) -> None:
        super().__init__(
            f"{out.name} 的扩展名应与 {book.name} 相同（{book.suffix}），否则 Excel 打不开。"
            f" / {out.name} must end in {book.suffix} as {book.name} does, or Excel will not open it."
        )


def of_one_kind(book: Path, out: Path) -> None:
    """Make sure that a copy has the extension of its workbook.

    Raises:
        OtherKindError: it has another.
    """
    if book.suffix.lower() != out.suffix.lower():
        raise OtherKindError(book, out)


def repack(
    content: bytes,
    changed: Mapping[str, bytes],
    path: Path,
    added: Mapping[str, bytes] | None = None,
) -> None:
    """Copy a zip part by part, in its order, with some changed by their folded names, and more added."""
    seen = set()
    with ZipFile(BytesIO(content)) as old, ZipFile(path, "w") as new:
        for part in old.infolist():
            name = folded(part.filename)
            if name in seen:  # the same part twice over, as the guard has made sure
                continue
            seen.add(name)
            new.writestr(_entry(part), changed[name] if name in changed else old.read(part))
        for name, text in (added or {}).items():
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, text)


def _entry(part: ZipInfo) -> ZipInfo:
    entry = ZipInfo(part.filename, part.date_time)
    entry.compress_type, entry.external_attr = part.compress_type, part.external_attr
    entry.create_system = part.create_system
    return entry
