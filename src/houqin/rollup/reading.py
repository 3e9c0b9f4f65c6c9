"""One workbook checked and summed up, in whatever process it happens."""

from collections import Counter
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from houqin.errors import HouqinError, Refused
from houqin.hosts.files import open_workbook
from houqin.pipeline import check
from houqin.problems import State
from houqin.result import Options, Result
from houqin.rollup.school import Amount, SchoolBook, SchoolFigure
from houqin.sections import Figure, Unit, Value
from houqin.summing_up import with_sections

MARKS = (("zh", "，"), ("en", ". "))  # what parts the two halves of a refusal
NUMBERS = (Unit.COUNT, Unit.QUANTITY, Unit.MONEY, Unit.RATE, Unit.DAYS)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's content, "" where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def read_school(path: Path, file: str, hash_: str, options: Options, today: date) -> SchoolBook:
    """Check one workbook; what stops it is told in its place and costs no other."""
    try:
        return _summed_up(with_sections(_checked(path, options, today)), file, hash_)
    except Refused as refused:
        zh, en = (f"{refused.message(lang)}{mark}{refused.fix(lang)}" for lang, mark in MARKS)
        return SchoolBook(file, hash_, refused=f"{zh} / {en}")
    except HouqinError as error:
        return SchoolBook(file, hash_, refused=str(error))
    except Exception as error:  # noqa: BLE001 - one school must not stop a district
        told = f"houqin 出错了，请报告 / a fault of houqin's ({type(error).__name__})"
        return SchoolBook(file, hash_, refused=told, faults=1)


def _checked(path: Path, options: Options, today: date) -> Result:
    host = open_workbook(path)
    try:
        result = check(host, options, today)
    finally:
        host.close()
    if not result.recognised:
        raise Refused("nothing_recognised", value="、".join(result.unknown) or "—")
    return result


def _summed_up(result: Result, file: str, hash_: str) -> SchoolBook:
    settings = result.book.settings
    open_ones = (each for each in result.problems if each.state is not State.ACCEPTED)
    return SchoolBook(
        file,
        hash_,
        school=settings.text("school.name"),
        term=settings.text("term.name"),
        as_of=str(result.book.as_of),
        rows=sum(sheet.rows for sheet in result.sheets),
        errors=result.counts["error"],
        warnings=result.counts["warning"],
        rules=dict(sorted(Counter(each.code for each in open_ones).items())),
        figures=tuple(
            _figure(each)
            for section in result.sections
            for each in section.figures
            if each.unit in NUMBERS
        ),
        faults=len(result.faults),
    )


def _figure(figure: Figure) -> SchoolFigure:
    value, target = _amount(figure.total), _amount(figure.target)
    return SchoolFigure(
        figure.key, figure.name.zh, figure.name.en, figure.unit, value, target, figure.light
    )


def _amount(value: Value) -> Amount:
    return Decimal(value) if isinstance(value, int | Decimal) else None
