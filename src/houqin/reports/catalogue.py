"""The catalogue of rules, for people who ask what a code means."""

import re
from collections.abc import Iterator

from houqin.areas import AREAS
from houqin.problems import Both
from houqin.reading.rules import RULES as READING
from houqin.reports.as_text import SEVERITY
from houqin.rules import Rule

READING_KEY = "reading"
SHOWN = re.compile(r"\{\w+(?:!r)?\}")  # where a message shows a value
TITLES = {READING_KEY: Both("读表", "Reading")} | {area.key: area.title for area in AREAS}


def rules_of(code: str = "") -> list[tuple[str, Rule]]:
    """Return the rules with the keys of their areas: all of them, or the one asked for."""
    every = [(READING_KEY, rule) for rule in READING]
    every += [(area.key, rule) for area in AREAS for rule in area.rules]
    return [(key, rule) for key, rule in every if code.upper() in ("", rule.code)]


def line_of(rule: Rule) -> str:
    """Return a rule in one line."""
    return f"{rule.code}  {SEVERITY[rule.severity].zh}  {rule.title.zh} / {rule.title.en}"


def account_of(rule: Rule) -> str:
    """Return all that is to be said of a rule: what it demands, of what, on what ground."""
    sheets = "、".join(model.ledger.title for model in (*rule.needs, *rule.also)) or "各表"
    settings = "、".join(rule.settings) or "—"
    lines = [
        line_of(rule),
        f"  工作表 sheets: {sheets}",
        f"  依据 source: {rule.source}",
        f"  参数 settings: {settings}",
        f"  问题 problem: {rule.zh.what}，{rule.zh.fix}。",
        f"                {rule.en.what}; {rule.en.fix}.",
    ]
    return SHOWN.sub("…", "\n".join(lines))


def page() -> str:
    """Return the whole catalogue as a Markdown page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# 规则 Rules"
    yield ""
    yield "Written by `houqin rules --format md`; a test compares it with the code."
    for key, title in TITLES.items():
        rules = [rule for area, rule in rules_of() if area == key]
        yield ""
        yield f"## {title.zh} {title.en}"
        yield ""
        yield "| 代码 | 级别 | 规则 | Rule | 依据 |"
        yield "|---|---|---|---|---|"
        for rule in rules:
            cells = (
                rule.code,
                SEVERITY[rule.severity].zh,
                rule.title.zh,
                rule.title.en,
                rule.source,
            )
            yield f"| {' | '.join(cell.replace('|', '／') for cell in cells)} |"
