"""The rules about the state of a hazard: open, put right, accepted, closed."""

from collections.abc import Iterator

from houqin.areas.safety.deadlines import CLOSED, DONE, is_missing, value
from houqin.areas.safety.hazard_dates import LEDGER, PRACTICE, past
from houqin.areas.safety.rows import Hazard
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, row_rule


def _is_done(row: Hazard, book: Book) -> bool:
    return book.group("整改状态", row.status) == DONE


def _is_closed(row: Hazard, book: Book) -> bool:
    return book.group("销号状态", row.closed) == CLOSED


def _ended(row: Hazard, book: Book) -> str | None:
    """Name the date that shows that the hazard has been put right, if one is filled in."""
    return next((field for field in ("finished", "verified") if past(row, field, book)), None)


def _done_states(book: Book) -> str:
    """Return the states that a user may choose for a hazard that has been put right."""
    vocabulary = book.vocabularies.get("整改状态")
    states = vocabulary.values if vocabulary else ()
    return " / ".join(state for state in states if book.group("整改状态", state) == DONE)


@row_rule(
    "HAZ-12",
    Hazard,
    "已填完成或验收日期的，整改状态是已整改",
    zh=("整改状态是“{value}”，但已填{filled} {day}", "请改选“{choose}”，或清空{filled}"),
    en=("the state is {value}, but {filled} is {day}", "choose {choose}, or clear {filled}"),
    source=PRACTICE,
)
def ended_is_done(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard with a day on which it was put right or accepted has the state of done."""
    field = _ended(row, book)
    if field and not _is_done(row, book):
        facts = {"filled": Hazard.headings()[field].name, "day": row.get(field)}
        yield row.hit("status", related=(row.at(field),), choose=_done_states(book), **facts)


@row_rule(
    "HAZ-13",
    Hazard,
    "已整改的有整改完成日期",
    zh=("整改状态是“{status}”，但没有完成日期", "请补填完成日期，或改正整改状态"),
    en=("the state is {status}, but no day says when", "fill in the day, or correct the state"),
    source=LEDGER,
)
def done_has_its_day(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard that is done has the day on which it was put right."""
    if _is_done(row, book) and row.finished is None:
        yield row.hit("finished", related=(row.at("status"),), status=row.status)


@row_rule(
    "HAZ-14",
    Hazard,
    "整改完成后才能销号",
    zh=("已写“{value}”，但整改状态还是“{status}”", "请改选“{choose}”并填完成日期，或取消销号"),
    en=(
        "it says {value}, but the state is still {status}",
        "choose {choose} and fill in the day, or take the closing back",
    ),
    source=PRACTICE,
)
def closed_after_done(row: Hazard, book: Book) -> Iterator[Hit]:
    """A hazard is closed only after it was put right."""
    if _is_closed(row, book) and not _is_done(row, book) and not _has_end(row):
        facts = {"status": row.status, "choose": _done_states(book)}
        yield row.hit("closed", related=(row.at("status"),), **facts)


def _has_end(row: Hazard) -> bool:
    return any(value(row, field) for field in ("finished", "verified"))


@row_rule(
    "HAZ-15",
    Hazard,
    "已销号的有验收人和验收日期",
    zh=("已销号，但没有{field}", "请补填，或取消销号"),
    en=("the hazard is closed, but this is blank", "fill it in, or take the closing back"),
    source="验收人签字认可后销号",
)
def closed_is_verified(row: Hazard, book: Book) -> Iterator[Hit]:
    """A closed hazard has somebody who accepted it, and the day."""
    if _is_closed(row, book) and (_is_done(row, book) or _has_end(row)):
        for field in ("verifier", "verified"):
            if row.has(field) and is_missing(row, field, book):
                name = Hazard.headings()[field].name
                yield row.hit(field, related=(row.at("closed"),), field=name)


RULES: tuple[Rule, ...] = (
    ended_is_done,
    done_has_its_day,
    closed_after_done,
    closed_is_verified,
)
