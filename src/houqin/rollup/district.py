"""A folder of workbooks: each read once, at work in parallel, and put side by side."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median

from houqin.result import Options
from houqin.rollup.kept import Kept
from houqin.rollup.reading import hash_of, read_school
from houqin.rollup.school import SchoolBook, SchoolFigure
from houqin.sections import Light, Unit

CUT_OFF = (
    "检查被中断，没有做完，请再运行一次"
    " / the check was cut off before its end; run the command once more"
)
SUFFIXES = (".xlsx", ".xlsm")
Progress = Callable[[int, int, str], None]  # done, of how many, the file


@dataclass(frozen=True, slots=True)
class District:
    """Every workbook of a folder, in the order of their names."""

    books: tuple[SchoolBook, ...]

    @property
    def schools(self) -> tuple[SchoolBook, ...]:
        """The workbooks that count: read, and the first of those with the same content."""
        seen: set[str] = set()
        found = []
        for book in self.books:
            if book.was_read and book.hash not in seen:
                seen.add(book.hash)
                found.append(book)
        return tuple(found)

    @property
    def refused(self) -> tuple[SchoolBook, ...]:
        """The workbooks that could not be read."""
        return tuple(book for book in self.books if not book.was_read)

    def same_content(self) -> tuple[tuple[SchoolBook, ...], ...]:
        """Return the files that hold the very same bytes; only the first of them counts."""
        return _groups(self.books, lambda book: book.hash)

    def same_school(self) -> tuple[tuple[SchoolBook, ...], ...]:
        """Return different workbooks of one school and term; all of them count, somebody must choose."""
        return _groups(
            self.schools, lambda book: f"{book.school}\n{book.term}" if book.school else ""
        )

    def problems(self) -> Mapping[str, int]:
        """Return how often each rule was broken in all schools."""
        total = Counter[str]()
        for book in self.schools:
            total.update(book.rules)
        return dict(sorted(total.items(), key=lambda each: (-each[1], each[0])))


def roll_up(
    folder: Path,
    options: Options,
    today: date,
    *,
    pool: Executor,
    kept: Kept,
    progress: Progress = lambda *_: None,
) -> District:
    """Check every workbook of a folder and the folders in it."""
    files = list(workbooks(folder))
    hashes = {path: hash_of(path) for path in files}
    found: dict[Path, SchoolBook] = {}
    for path in files:
        known = kept.get(hashes[path])
        if known:
            found[path] = known.under(_name(path, folder))
    first = {hashes[path] or str(path): path for path in reversed(files) if path not in found}
    done = len(found)
    for path, book in _read(pool, list(first.values()), folder, hashes, options, today):
        kept.add(book)
        found[path] = book
        done += 1
        progress(done, len(files), book.file)
    for path in files:  # the same content once more
        if path not in found:
            found[path] = found[first[hashes[path]]].under(_name(path, folder))
    return District(tuple(found[path] for path in files))


def workbooks(folder: Path) -> Iterator[Path]:
    """Yield the workbooks below a folder, in the order of their names; not those that Excel keeps open."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", ".")):
            yield path


def _read(
    pool: Executor,
    files: Sequence[Path],
    folder: Path,
    hashes: Mapping[Path, str],
    options: Options,
    today: date,
) -> Iterator[tuple[Path, SchoolBook]]:
    jobs = {
        pool.submit(read_school, path, _name(path, folder), hashes[path], options, today): path
        for path in files
    }
    for job in as_completed(jobs):
        path = jobs[job]
        try:
            yield path, job.result()
        except BrokenExecutor:  # the process was killed, such as for want of memory
            yield path, SchoolBook(_name(path, folder), hashes[path], refused=CUT_OFF, faults=1)


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _groups(
    books: Iterable[SchoolBook], key: Callable[[SchoolBook], str]
) -> tuple[tuple[SchoolBook, ...], ...]:
    found: dict[str, list[SchoolBook]] = defaultdict(list)
    for book in books:
        if key(book):
            found[key(book)].append(book)
    return tuple(tuple(each) for each in found.values() if len(each) > 1)


@dataclass(frozen=True, slots=True)
class DistrictFigure:
    """One figure over all schools that have it."""

    key: str
    zh: str
    en: str
    unit: Unit
    schools: int
    total: Decimal | None  # of what can be added up
    middle: Decimal  # the median
    least: Decimal
    most: Decimal
    meeting: int  # schools that meet their own target
    targeted: int  # schools that have one


ADDED_UP = (Unit.COUNT, Unit.QUANTITY, Unit.MONEY)


def figures_of(schools: Sequence[SchoolBook]) -> tuple[DistrictFigure, ...]:
    """Return every figure that any school has, in the order of the summaries.

    A figure that a school hides, because few people stand behind it, is not there and is in no total.
    """
    found: dict[str, list[SchoolFigure]] = defaultdict(list)
    for school in schools:
        for figure in school.figures:
            found[figure.key].append(figure)
    return tuple(_over_all(each) for each in found.values() if _known(each))


def _over_all(figures: Sequence[SchoolFigure]) -> DistrictFigure:
    first, known = figures[0], _known(figures)
    lights = [each.light for each in figures if each.light is not Light.NONE]
    return DistrictFigure(
        first.key,
        first.zh,
        first.en,
        first.unit,
        len(known),
        sum(known, Decimal(0)) if first.unit in ADDED_UP else None,
        median(known),
        min(known),
        max(known),
        lights.count(Light.GREEN),
        len(lights),
    )


def _known(figures: Iterable[SchoolFigure]) -> list[Decimal]:
    return [each.value for each in figures if each.value is not None]
