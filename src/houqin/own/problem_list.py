"""问题清单 in the workbook: what was checked, then every problem, and what the user decides."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from houqin.own.heads import note_of_period, said, worst
from houqin.own.layout import OwnColumn, OwnSheet
from houqin.problems import Both, Severity, State
from houqin.reports.as_text import SEVERITY, STATE, facts, skipped_by_reason, verdict
from houqin.result import Result
from houqin.sections import Light, Unit, Value
from houqin.states import LIST, NUMBER, PROBLEM_LIST, USERS

TO_MEND, ACCEPTED = Both("待改", "to mend"), Both("接受", "accept")
LIGHTS: Mapping[str, tuple[tuple[Both, Light], ...]] = {
    "severity": (
        (SEVERITY[Severity.ERROR], Light.RED),
        (SEVERITY[Severity.WARNING], Light.AMBER),
    ),
    "state": (
        (STATE[State.NEW], Light.RED),
        (STATE[State.MENDED], Light.GREEN),
        (STATE[State.ACCEPTED], Light.GREEN),
    ),
}
CHOICES = {"handling": (TO_MEND, ACCEPTED)}
UNITS = {"until": Unit.DATE}
NAMED_BY = ("sheet", "heading", "key", "value", "code")  # what makes a problem the same again
FIELDS = tuple(each.field for each in LIST)
PROBLEMS = OwnSheet(
    "problem_list",
    PROBLEM_LIST,
    (
        OwnColumn(Both(NUMBER.zh, NUMBER.en), Unit.COUNT, NUMBER.width),
        *(
            OwnColumn(
                Both(each.zh, each.en),
                width=max(each.width, 9),
                marks=LIGHTS.get(each.field, ()),
            )
            for each in LIST
        ),
        *(
            OwnColumn(
                Both(each.zh, each.en),
                UNITS.get(each.field, Unit.TEXT),
                max(each.width, 10),
                typed=True,
                choices=CHOICES.get(each.field, ()),
            )
            for each in USERS
        ),
    ),
    Both(
        "点“校验全部”：这里列出每个问题、在哪个单元格、怎么改",
        "press 校验全部: every problem, its cell, and what to do",
    ),
    identity=tuple(1 + FIELDS.index(field) for field in NAMED_BY),
    frozen=5,
)


def problem_rows(
    result: Result, mended: Sequence[Mapping[str, Any]] = ()
) -> tuple[tuple[Value, ...], ...]:
    """Return the problems in their order with their numbers, then what was mended since.

    What was mended has no number: nothing leads to it any more.
    """
    lang, blank = result.lang, (None,) * len(USERS)
    told = (facts(problem, lang) for problem in result.problems)
    numbered = [(number, *_cells(each), *blank) for number, each in enumerate(told, 1)]
    gone = [(None, *_cells(mended_facts(each, lang)), *blank) for each in mended]
    return (*numbered, *gone)


def mended_facts(entry: Mapping[str, Any], lang: str) -> Mapping[str, str]:
    """Return the same of a problem that is gone, told by an earlier list or result.json."""
    told = {field: _text(entry.get(field)) for field in FIELDS}
    severities = {each.value: words.of(lang) for each, words in SEVERITY.items()}
    return told | {
        "state": STATE[State.MENDED].of(lang),
        "severity": severities.get(told["severity"], told["severity"]),
        "cell": told["cell"] or _text(entry.get("row")),
        "what": told["what"] or _text(entry.get("message")),
    }


def summary_lines(result: Result) -> tuple[str, str, str]:
    """Return what was read, what came of it, and what else there is to know: three lines."""
    counts = result.counts
    light = worst(
        red=bool(result.faults or counts["error"]) or not result.recognised,
        amber=counts["warning"] > 0,
    )
    read = f"{note_of_period(result)}　{_read(result)}"
    more = Both("", " ").of(result.lang).join(_more(result))
    return read, said(light, verdict(result)), more


def _read(result: Result) -> str:
    rows = sum(each.rows for each in result.sheets)
    return Both(
        f"读了 {len(result.sheets)} 张表 {rows:,} 行，判断了 {result.judged} 条规则。",
        f"Sheets read: {len(result.sheets)}, rows: {rows:,}; rules judged: {result.judged}.",
    ).of(result.lang)


def _more(result: Result) -> Iterator[str]:
    """Yield a sentence about faults, about rules that were not judged, and about cells tidied."""
    lang = result.lang
    for fault in result.faults:
        yield fault.told().of(lang)
    if result.skipped:
        reasons = [f"{why} {len(codes)}" for why, codes in skipped_by_reason(result).items()]
        number, why = len(result.skipped), Both("；", "; ").of(lang).join(reasons)
        yield Both(
            f"没有判断的规则 {number} 条（{why}）。", f"Rules not judged: {number} ({why})."
        ).of(lang)
    if result.tidied:
        number = len(result.tidied)
        yield Both(
            f"有 {number} 个单元格的写法已自动读懂，原表没有改动。",
            f"Cells read otherwise than they stand: {number}; none was changed.",
        ).of(lang)


def _cells(told: Mapping[str, str]) -> tuple[Value, ...]:
    return tuple(told[field] or None for field in FIELDS)


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    return "" if value is None else str(value)
