"""The demo: an invented school's term, written and put through the main job."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from houqin.hosts.files import open_workbook
from houqin.main_job import run_main_job
from houqin.master.demo import write_demo, write_planted
from houqin.pipeline import check
from houqin.reports.as_text import verdict
from houqin.reports.written_summary import MISSING
from houqin.result import Options, Result
from houqin.summing_up import with_sections

BOOK = "houqin-demo.xlsx"


def run_demo(folder: Path, form: str, seed: int, scale: int) -> Iterator[str]:
    """Write the form asked for into a folder and yield what to tell about each step.

    `demo` is the term as staff leave it, with the main job done on it, and then the
    clean term in `clean/`; `clean` is that alone; `planted` are the planted mistakes.
    """
    if form == "planted":
        yield from (f"  {path}" for path in write_planted(folder, seed, scale))
        return
    yield from _one(folder, form, seed, scale)
    if form == "demo":
        yield from _one(folder / "clean", "clean", seed, scale)


def _one(folder: Path, form: str, seed: int, scale: int) -> Iterator[str]:
    book = folder / BOOK
    write_demo(book, form, seed, scale)
    result = checked(book)
    made = run_main_job(result, book, folder)
    yield f"{folder}: {verdict(result)}"
    yield from (f"  {path}" for path in (book, *made.values()))
    if "report" not in made:
        yield MISSING.of(result.lang)


def checked(book: Path) -> Result:
    """Check a workbook of the demo, whose 参数 names its own as-of date."""
    host = open_workbook(book)
    try:
        return with_sections(check(host, Options(), date.min))
    finally:
        host.close()
