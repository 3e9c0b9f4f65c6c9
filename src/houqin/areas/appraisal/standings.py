"""Who stands where: composite scores, bands and ranks. They stay in the workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from houqin.areas.appraisal.calendar import first_day
from houqin.areas.appraisal.marks import Marks, marks
from houqin.areas.appraisal.weights import band_of, weights
from houqin.book import Book
from houqin.cells.money import to_cents


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's month: the composite score, its band, and the rank among all of the month."""

    month: str
    person: str
    post: str | None
    campus: str | None
    score: Decimal
    band: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What points were taken off for."""

    month: str
    person: str
    item: str
    source: str | None
    deducted: Decimal
    reason: str | None
    cell: str


@lru_cache(maxsize=1)
def standings(book: Book) -> tuple[Standing, ...]:
    """Return where everybody stands, month by month, the best first.

    Somebody whose composite score cannot be told, because a source is missing or a cell
    could not be read, has no rank.
    """
    found: dict[str, list[tuple[Decimal, Marks]]] = {}
    for month, sources in _by_person(marks(book)):
        if (score := composite(sources, book)) is not None:
            found.setdefault(month, []).append((score, sources[0]))
    return tuple(
        _standing(each, score, rank, book)
        for month in sorted(found)
        for rank, (score, each) in ranked(found[month])
    )


def composite(sources: list[Marks], book: Book) -> Decimal | None:
    """Return the weighted score of one person's month, None where it cannot be told.

    A sheet that names no source has one score. Weights that do not add up to the whole
    weigh nothing.
    """
    scores = {each.source: each.score for each in sources}
    if set(scores) == {None}:
        return scores[None]
    campus, on = sources[0].rows[0].get("campus"), first_day(sources[0].month)
    wanted = {source: weight for source, weight in weights(book, campus, on).items() if weight}
    parts = [(scores.get(source), weight) for source, weight in wanted.items()]
    known = [score * weight for score, weight in parts if score is not None]
    if len(known) < len(parts) or sum(wanted.values()) != 1:
        return None
    return to_cents(sum(known, Decimal(0)))


def ranked(scored: Iterable[tuple[Decimal, Marks]]) -> list[tuple[int, tuple[Decimal, Marks]]]:
    """Return the best first, each with the rank; those who tie share it.

    After two who share the first rank comes the third.
    """
    order = sorted(scored, key=lambda each: (-each[0], each[1].person))
    scores = [score for score, _ in order]
    return [(scores.index(each[0]) + 1, each) for each in order]


def findings(book: Book) -> tuple[Finding, ...]:
    """Return what points were taken off for, in the order of the sheet."""
    return tuple(
        Finding(
            each.month,
            each.person,
            row.get("item") or "",
            each.source,
            deducted,
            row.get("reason"),
            str(row.at("deducted")),
        )
        for each in marks(book)
        for row in each.rows
        if (deducted := row.get("deducted"))
    )


def _by_person(found: Iterable[Marks]) -> list[tuple[str, list[Marks]]]:
    grouped: dict[tuple[str, str], list[Marks]] = {}
    for each in found:
        grouped.setdefault((each.month, each.person), []).append(each)
    return [(month, sources) for (month, _), sources in grouped.items()]


def _standing(each: Marks, score: Decimal, rank: int, book: Book) -> Standing:
    row = each.rows[0]
    post, campus = row.get("post"), row.get("campus")
    return Standing(each.month, each.person, post, campus, score, band_of(score, book), rank)
