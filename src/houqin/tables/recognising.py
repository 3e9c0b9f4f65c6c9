"""Which sheet of a workbook is which ledger."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import takewhile
from typing import Literal

from houqin.cells.values import is_blank
from houqin.tables.grid import Grid
from houqin.tables.heading_rows import Candidate, best_headings, candidates
from houqin.tables.headings import plain
from houqin.tables.layout import Layout
from houqin.tables.table import Oddity

# what houqin writes itself
OWN_SHEETS = frozenset(
    {"首页", "帮助", "问题清单", "库存对账", "盘点表", "补货清单", "逾期隐患", "整改通知单"}
    | {"检查覆盖", "值班检查", "排班草稿", "导入预览", "_houqin", "_lists"}
)

_TERM = re.compile(
    r"第?[\d一二上下]*学期|\d+(?:-\d+)?(?:学年度?|年度?|月份?|级)?|[春秋]季?|学年度?|表$|[-_]"
)
_BY_LINE, _BY_HEADINGS = 3, 4  # weaker than the name of any sheet
_MOST, _SEVERAL, _FEW = 0.6, 4, 3  # of the required headings; headings at least
_MARGIN = 2  # headings by which the best ledger must lead

How = Literal["title", "alias", "headings"]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sheet that is a ledger, and what told so."""

    sheet: str
    how: How


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which sheets are ledgers, which are not, and what is odd about that."""

    sheets: Mapping[str, Ledger] = field(default_factory=dict)  # by key of the layout
    unknown: tuple[str, ...] = ()  # sheets that are read as no ledger
    oddities: Mapping[str, tuple[Oddity, ...]] = field(default_factory=dict)  # by sheet


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet with its first rows, read as headings once for all layouts."""

    grid: Grid
    rows: tuple[Candidate, ...]

    @property
    def name(self) -> str:
        return self.grid.sheet

    def title_lines(self) -> list[str]:
        """Return the texts that stand alone in the first rows, without terms and brackets."""
        texts = [{heading.text for heading in row.headings} for row in self.rows]
        return [
            _fold(text) for line in takewhile(lambda some: len(some) <= 1, texts) for text in line
        ]

    def is_empty(self) -> bool:
        return all(is_blank(value) for row in self.grid.values for value in row)


@dataclass(frozen=True, slots=True)
class _Bid:
    """What speaks for a sheet being a ledger."""

    sheet: _Sheet
    layout: Layout
    how: How
    rank: int  # 0 for the very title; higher is weaker
    matched: int = 0  # headings
    share: float = 0.0  # of the required headings

    def is_full(self) -> bool:
        """Tell whether every required heading is there."""
        return self.matched > 0 and self.share == 1

    def strength(self) -> tuple[int, int, bool]:
        """Return what sorts the best bid first."""
        return self.rank, -self.matched, self.sheet.grid.hidden


def recognise(grids: Sequence[Grid], layouts: Sequence[Layout]) -> Recognised:
    """Tell which sheet is which ledger: by its title, an alias of it, or its headings."""
    sheets = [_Sheet(grid, candidates(grid)) for grid in grids if grid.sheet not in OWN_SHEETS]
    titled = {s.name: bid for s in sheets if (bid := _by_title(s, layouts))}
    others = [sheet for sheet in sheets if sheet.name not in titled]
    headed = [bid for s in others if (bid := _by_line(s, layouts) or _by_headings(s, layouts))]
    read = [bid for bid in titled.values() if bid.matched]
    best: dict[str, _Bid] = {}
    for bid in sorted([*read, *headed], key=_Bid.strength):
        best.setdefault(bid.layout.key, bid)
    ledgers = {key: Ledger(bid.sheet.name, bid.how) for key, bid in best.items()}
    known = {ledger.sheet for ledger in ledgers.values()}
    oddities = [*_without_headings(titled.values()), *_second([*read, *headed], ledgers)]
    return Recognised(
        {layout.key: ledgers[layout.key] for layout in layouts if layout.key in ledgers},
        tuple(sheet.name for sheet in sheets if sheet.name not in known),
        {sheet: (oddity,) for sheet, oddity in oddities},
    )


def _without_headings(bids: Iterable[_Bid]) -> Iterator[tuple[str, Oddity]]:
    for bid in bids:
        if not bid.matched and not bid.sheet.is_empty():
            yield bid.sheet.name, Oddity("TAB-11", values={"title": bid.layout.title})


def _second(bids: Iterable[_Bid], ledgers: Mapping[str, Ledger]) -> Iterator[tuple[str, Oddity]]:
    """Tell of sheets that are a ledger which another sheet is already."""
    for bid in bids:
        first = ledgers[bid.layout.key].sheet
        if bid.sheet.name != first and (bid.is_full() or bid.how != "headings"):
            values = {"title": bid.layout.title, "sheet": first}
            yield bid.sheet.name, Oddity("TAB-09", values=values)


def _by_title(sheet: _Sheet, layouts: Sequence[Layout]) -> _Bid | None:
    bids = [
        _weigh(_Bid(sheet, layout, how, rank))
        for layout in layouts
        for rank, how in _titles_match(sheet.name, layout)
    ]
    return min(bids, key=_Bid.strength, default=None)


def _by_line(sheet: _Sheet, layouts: Sequence[Layout]) -> _Bid | None:
    """Return the ledger that the line above the headings names, if they know no other better."""
    bids = [_weigh(_Bid(sheet, layout, "alias", _BY_LINE)) for layout in layouts]
    most = max((bid.matched for bid in bids), default=0)
    best = [bid for bid in bids if bid.matched == most >= _FEW]
    lines = sheet.title_lines() if best else []
    named = [bid for bid in best if any(line.endswith(_names(bid.layout)) for line in lines)]
    return named[0] if len(named) == 1 else None


def _names(layout: Layout) -> tuple[str, ...]:
    return tuple(filter(None, map(_fold, (layout.title, *layout.aliases))))


def _titles_match(name: str, layout: Layout) -> list[tuple[int, How]]:
    """Return how well a sheet's name is the title of a ledger; none if it is not."""
    folded = _fold(name)
    if name.strip() == layout.title:
        return [(0, "title")]
    if folded and folded == _fold(layout.title):
        return [(1, "title")]
    return [(2, "alias")] if folded and folded in map(_fold, layout.aliases) else []


@cache
def _fold(title: str) -> str:
    """Return a title without brackets, years and terms.

    >>> [_fold(title) for title in ("领用登记（2020春）", "2020年第一学期 领用登记表")]
    ['领用登记', '领用登记']
    """
    return _TERM.sub("", plain(title))


def _weigh(bid: _Bid) -> _Bid:
    """Count the headings that speak for a bid."""
    row = best_headings(bid.sheet.rows, bid.layout)
    if row is None:
        return bid
    required = [head for head in bid.layout.heads if head.required]
    missing = [head for head in required if head.field not in row.claims.columns]
    share = 1 - len(missing) / max(1, len(required))
    return replace(bid, matched=len(row.claims.columns), share=share)


def _by_headings(sheet: _Sheet, layouts: Sequence[Layout]) -> _Bid | None:
    """Return the ledger whose headings a sheet has, if no other comes near."""
    weighed = (_weigh(_Bid(sheet, layout, "headings", _BY_HEADINGS)) for layout in layouts)
    bids = sorted((bid for bid in weighed if _has_enough(bid)), key=_Bid.strength)
    if not bids:
        return None
    best, *others = bids
    near = [bid for bid in others if best.matched - bid.matched < _MARGIN]
    return None if any(bid.is_full() or not best.is_full() for bid in near) else best


def _has_enough(bid: _Bid) -> bool:
    """Tell whether headings alone make a sheet a ledger."""
    if bid.is_full():
        return bid.matched >= min(_FEW, len(bid.layout.heads))
    return bid.matched >= _SEVERAL and bid.share >= _MOST
