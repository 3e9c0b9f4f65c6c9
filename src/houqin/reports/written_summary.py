"""学期总结: the written summary of the term, a Word document that people edit and sign."""

from importlib.util import find_spec
from pathlib import Path

from houqin.errors import HouqinError
from houqin.files import write_bytes
from houqin.problems import Both
from houqin.reports.written.story import story_of
from houqin.result import Result

LIBRARY = "docx"
MISSING = Both(
    "没有写学期总结：这台电脑的 Python 里没有 python-docx，请运行 pip install houqin[docs] 后再试。",
    "The written summary was left out: python-docx is not installed; run pip install houqin[docs].",
)


class NoLibraryError(HouqinError):
    """The optional library that writes Word documents is not installed."""

    def __init__(self) -> None:
        super().__init__(f"{MISSING.zh} / {MISSING.en}")


def can_write_report() -> bool:
    """Tell whether the optional library is installed."""
    return find_spec(LIBRARY) is not None


def require_library() -> None:
    """Make sure that the optional library is installed.

    Raises:
        NoLibraryError: it is not.
    """
    if not can_write_report():
        raise NoLibraryError


def write_report(result: Result, path: Path) -> None:
    """Write the written summary of a result that has its sections.

    Raises:
        HouqinError: the library is not installed, or the file cannot be written.
    """
    require_library()
    from houqin.reports.written.paper import draw

    write_bytes(path, draw(story_of(result), result.book.as_of))
