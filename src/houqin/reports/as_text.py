"""Results as plain text for a terminal: the summary first, then every problem."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from houqin.privacy import Output, may_show
from houqin.problems import Both, Problem, Severity, State
from houqin.result import Result

SEVERITY = {
    Severity.ERROR: Both("错误", "error"),
    Severity.WARNING: Both("提醒", "warning"),
    Severity.NOTE: Both("说明", "note"),
}
STATE = {
    State.NEW: Both("新", "new"),
    State.OPEN: Both("未改", "open"),
    State.ACCEPTED: Both("已接受", "accepted"),
    State.MENDED: Both("已改好", "mended"),
}


def check_text(result: Result, book: str, mended: Sequence[Mapping[str, Any]] = ()) -> str:
    """Return what a check says, with an explicit sentence where all is well."""
    blocks = [head(result, book), verdict(result), *_problems(result), *_rest(result, mended)]
    return "\n".join(block for block in blocks if block) + "\n"


def head(result: Result, book: str) -> str:
    """Return the lines that say what was read, by which day, and by how many rules."""
    lang, period = result.lang, result.book.period
    rows = sum(each.rows for each in result.sheets)
    skipped = len(result.skipped)
    return Both(
        f"{book}  统计日期 {result.book.as_of}  期间 {period.start} 至 {period.end}\n"
        f"读了 {len(result.sheets)} 张表 {rows:,} 行，判断了 {result.judged} 条规则，跳过 {skipped} 条。",
        f"{book}  as of {result.book.as_of}  period {period.start} to {period.end}\n"
        f"Sheets read: {len(result.sheets)}, rows: {rows:,}; rules judged: {result.judged}, skipped: {skipped}.",
    ).of(lang)


def verdict(result: Result) -> str:
    """Return one sentence: clean, or how many problems of each severity."""
    counts = result.counts
    if result.faults:
        return Both("检查没有做完：有规则出了故障。", "The check is incomplete: a rule broke.").of(
            result.lang
        )
    if not any(counts.values()):
        return Both("没有发现问题。", "No problems found.").of(result.lang)
    return Both(
        f"错误 {counts['error']}，提醒 {counts['warning']}，说明 {counts['note']}，已接受 {counts['accepted']}。",
        f"Errors {counts['error']}, warnings {counts['warning']}, notes {counts['note']}, accepted {counts['accepted']}.",
    ).of(result.lang)


def _problems(result: Result) -> Iterator[str]:
    sheet = None
    for problem in result.problems:
        if problem.place.sheet != sheet:
            sheet = problem.place.sheet
            yield f"\n[{sheet}]"
        yield "  " + line(problem, result.lang)


def line(problem: Problem, lang: str) -> str:
    """Return a problem as one line."""
    state = "" if problem.state is State.OPEN else f"[{STATE[problem.state].of(lang)}] "
    return f"{SEVERITY[problem.severity].of(lang)} {problem.code}  {state}{problem.message(lang)}"


def facts(problem: Problem, lang: str) -> Mapping[str, str]:
    """Return what the list says of a problem, by field; of a private cell neither key nor value."""
    hit, place = problem.hit, problem.place
    shown = may_show(Output.PROBLEM_LIST, private=hit.private)
    return {
        "state": STATE[problem.state].of(lang),
        "severity": SEVERITY[problem.severity].of(lang),
        "sheet": place.sheet,
        "cell": place.cell or (str(place.row) if place.row else ""),
        "heading": hit.heading or "",
        "key": hit.key if shown else "",
        "value": hit.value if shown else "",
        "what": problem.what(lang),
        "fix": problem.fix(lang),
        "related": "、".join(map(str, hit.related)),
        "code": problem.code,
    }


def _rest(result: Result, mended: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    lang = result.lang
    if mended:
        yield "\n" + Both("上次有、这次没有了：", "Mended since the last time:").of(lang)
        yield from (f"  {each.get('code')}  {each.get('message')}" for each in mended)
    if result.skipped:
        yield "\n" + Both("没有判断的规则：", "Rules not judged:").of(lang)
        colon, comma = (": ", ", ") if lang == "en" else ("：", "、")
        yield from (
            f"  {why}{colon}{comma.join(codes)}" for why, codes in skipped_by_reason(result).items()
        )
    if result.unknown:
        names = "、".join(result.unknown)
        yield "\n" + Both(
            f"不是台账、没有读的表：{names}", f"Sheets that are no ledger: {names}"
        ).of(lang)
    for fault in result.faults:
        yield fault.told().of(lang)


def skipped_by_reason(result: Result) -> dict[str, list[str]]:
    """Group the skipped rules, so that a missing sheet takes one line (contract 4)."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in result.skipped:
        for why in each.lacks or (each.why,):
            found[why.of(result.lang)].append(each.code)
    return dict(found)
