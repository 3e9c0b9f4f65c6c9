"""What the check of a roster tells, and its draft, as tables and as JSON.

```json
{"book": "…", "as_of": "…", "period": ["…", "…"], "posts": 1083, "problems": 0,
 "gaps": [{"date": "…", "campus": "…", "post": "…", "slot": "07:20-07:50", "needed": 2, "there": ["…"],
   "missing": 1, "certain": true, "cell": "值班表!E917",
   "candidates": [{"name": "…", "campus": "…", "duties": 8, "expected": 8.5, "reasons": ["…"], "objections": []}]}],
 "loads": [{"name": "…", "campus": "…", "duties": 8, "expected": 8.5, "carried": 0, "over": -0.5, "standing": "fair|more|fewer"}],
 "visitors": [{"date": "…", "arrived": "10:30", "campus": "…", "visitor": "…", "host": "…",
   "cell": "来访登记!C151"}],
 "draft": {"days": ["…", "…"], "wanted": 3, "added": 2,
   "duties": [{"date": "…", "campus": "…", "post": "…", "slot": "…", "needed": 2, "there": ["…"],
     "added": ["…"], "missing": 1, "why": "…"}],
   "balances": [{"name": "…", "added": 2, "due": 2.4, "over": -0.4}]}}
```

`draft` is there only where it is asked for; its `days` are null where no day is left. `due` and
`over` are rounded to a hundredth; `why` is null where nobody is missing.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from houqin.areas.duty.candidates import Candidate
from houqin.areas.duty.drafting.draft import Balance, Draft, Line
from houqin.areas.duty.drafting.reasons import why
from houqin.areas.duty.drafting.slots import slot_of
from houqin.areas.duty.drafting.windows import window_of
from houqin.areas.duty.inside import Inside
from houqin.areas.duty.loads import Load
from houqin.areas.duty.review import Balance as Standing
from houqin.areas.duty.review import Gap, Review
from houqin.cells.writing import written
from houqin.problems import Both
from houqin.reports.as_json import head_of, plain
from houqin.reports.tables import print_table, say
from houqin.result import COUNTED, Result

SHEETS = ("posts", "roster", "leave", "visitors")
HUNDREDTH = Decimal("0.01")
Facts = dict[str, Any]


def roster_json(found: Review, draft: Draft | None, result: Result, book: str) -> Facts:
    """Return the check of a roster, and the draft where there is one, in the form above."""
    lang = result.lang
    sheets = {each.sheet for each in result.sheets if each.key in SHEETS}
    told = {
        **head_of(result, book),
        "posts": found.posts,
        "problems": sum(p.place.sheet in sheets and p.state in COUNTED for p in result.problems),
        "gaps": [_gap(each, lang) for each in found.gaps],
        "loads": [_load(each) for each in found.loads],
        "visitors": [_visitor(each) for each in found.visitors],
    }
    return told if draft is None else {**told, "draft": _draft(draft, result)}


def _gap(gap: Gap, lang: str) -> Facts:
    post = gap.post
    return {
        "date": plain(post.day),
        "campus": post.campus,
        "post": post.post,
        "slot": str(post.slot),
        "needed": post.needed,
        "there": list(post.there),
        "missing": post.gap,
        "certain": gap.certain,
        "cell": str(post.place),
        "candidates": [_candidate(each, lang) for each in gap.candidates],
    }


def _candidate(candidate: Candidate, lang: str) -> Facts:
    return {
        "name": candidate.name,
        "campus": candidate.campus,
        "duties": candidate.duties,
        "expected": plain(candidate.expected),
        "reasons": [each.of(lang) for each in candidate.reasons],
        "objections": [each.of(lang) for each in candidate.objections],
    }


def _load(found: tuple[Load, Standing]) -> Facts:
    load, standing = found
    return {
        "name": load.name,
        "campus": load.campus,
        "duties": load.duties,
        "expected": plain(load.expected),
        "carried": plain(load.carried),
        "over": plain(load.over),
        "standing": standing.value,
    }


def _visitor(visitor: Inside) -> Facts:
    return {
        "date": plain(visitor.day),
        "arrived": plain(visitor.arrived),
        "campus": visitor.campus,
        "visitor": visitor.visitor,
        "host": visitor.host,
        "cell": str(visitor.place),
    }


def _draft(draft: Draft, result: Result) -> Facts:
    window = window_of(result.book)
    return {
        "days": [plain(window.start), plain(window.end)] if window else None,
        "wanted": draft.wanted,
        "added": draft.added,
        "duties": [_duty(each, result.lang) for each in draft.lines],
        "balances": [_balance(each) for each in draft.balances],
    }


def _duty(line: Line, lang: str) -> Facts:
    duty, reason = line.need.duty, why(line)
    return {
        "date": plain(duty.day),
        "campus": duty.campus,
        "post": duty.post,
        "slot": str(slot_of(duty)),
        "needed": line.need.heads,
        "there": list(line.need.standing),
        "added": list(line.added),
        "missing": line.missing,
        "why": reason.of(lang) if reason else None,
    }


def _balance(balance: Balance) -> Facts:
    return {
        "name": balance.name,
        "added": balance.added,
        "due": plain(balance.due.quantize(HUNDREDTH)),
        "over": plain(balance.over.quantize(HUNDREDTH)),
    }


DATE, CAMPUS, POST = Both("日期", "Date"), Both("校区", "Campus"), Both("岗位", "Post")
SLOT, THERE, MISSING = Both("时段", "Time"), Both("已排", "There"), Both("缺", "Missing")
GAP = (
    DATE,
    CAMPUS,
    POST,
    SLOT,
    THERE,
    MISSING,
    Both("可以安排", "Could come"),
    Both("单元格", "Cell"),
)
LOAD = (
    Both("姓名", "Name"),
    CAMPUS,
    Both("已排次数", "Duties"),
    Both("应值次数", "Expected"),
    Both("多值次数", "Over"),
)
VISITOR = (
    DATE,
    Both("来访时间", "Arrived"),
    CAMPUS,
    Both("被访人", "Host"),
    Both("单元格", "Cell"),
)
DUTY = (DATE, CAMPUS, POST, SLOT, THERE, Both("新排", "Added"), MISSING, Both("说明", "Why"))


def print_roster(found: Review, draft: Draft | None, result: Result) -> None:
    """Print gaps, visitors and loads, and what the draft adds or leaves empty."""
    lang = result.lang
    _print(Both("缺人的岗位", "Posts that lack people"), GAP, map(_gap_line, found.gaps), lang)
    visitors = map(_visitor_line, found.visitors)
    _print(Both("未登记离开的来访人", "Visitors still in"), VISITOR, visitors, lang)
    _print(Both("值班次数", "Loads"), LOAD, map(_load_line, found.loads), lang)
    sure = sum(gap.certain for gap in found.gaps)
    told = Both(
        f"应排岗次 {found.posts}，缺人 {sure}；值班偏多偏少 {found.unfair} 人。",
        f"{found.posts} duties, {sure} lacking people; {found.unfair} people with unfair loads.",
    )
    say(told.of(lang))
    if draft is not None:
        lines = [line for line in draft.lines if line.added or line.missing]
        rows = (_duty_line(line, lang) for line in lines)
        _print(Both("排班草稿", "Draft"), DUTY, rows, lang)
        say(_drafted(draft).of(lang))


def _drafted(draft: Draft) -> Both:
    missing = sum(line.missing for line in draft.lines)
    return Both(
        f"要排 {draft.wanted} 人次，排上 {draft.added}，仍缺 {missing}。",
        f"{draft.added} of {draft.wanted} places filled, {missing} still empty.",
    )


def _print(title: Both, heads: Sequence[Both], rows: Iterable[Sequence[object]], lang: str) -> None:
    told = [[written(each) for each in row] for row in rows]
    if told:
        heading = f"{title.of(lang)}（{len(told)}）"
        print_table(heading, [head.of(lang) for head in heads], told)


def _gap_line(gap: Gap) -> Sequence[object]:
    post = gap.post
    names = tuple(each.name for each in gap.candidates)
    where = (post.day, post.campus, post.post, str(post.slot))
    return (*where, post.there, post.gap, names, str(post.place))


def _load_line(found: tuple[Load, Standing]) -> Sequence[object]:
    load, _ = found
    return load.name, load.campus, load.duties, load.expected, load.over


def _visitor_line(visitor: Inside) -> Sequence[object]:
    who = (visitor.visitor, visitor.host)
    return (visitor.day, visitor.arrived, visitor.campus, *who, str(visitor.place))


def _duty_line(line: Line, lang: str) -> Sequence[object]:
    duty, reason = line.need.duty, why(line)
    where = (duty.day, duty.campus, duty.post, str(slot_of(duty)))
    said = reason.of(lang) if reason else ""
    return (*where, line.need.standing, line.added, line.missing, said)
