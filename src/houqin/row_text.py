"""The problems of one row as one text, as the column 校验结果 says them (contract 8)."""

from collections.abc import Callable, Mapping, Sequence

from houqin.problems import Problem, Severity

# The first two are what the conditional formats of every ledger look for.
SIGNS: Mapping[Severity, str] = {Severity.ERROR: "✘", Severity.WARNING: "？", Severity.NOTE: "※"}


def row_text(
    problems: Sequence[Problem], heading_of: Callable[[Problem], str], lang: str = "zh"
) -> str:
    """Return one text, such as ✘【数量】没有填写，请补填； - empty where there is no problem.

    `heading_of` gives the heading of a problem's cell as it stands in the sheet, for the
    marks compare it with that very cell; a problem at no cell has none.
    """
    said = [_one(problem, heading_of(problem), lang) for problem in problems]
    return (" " if lang == "en" else "").join(said)


def _one(problem: Problem, heading: str, lang: str) -> str:
    where = f"【{heading}】" if heading else ""
    what, fix = problem.what(lang), problem.fix(lang)
    words = f"{what}; {fix}." if lang == "en" else f"{what}，{fix}；"
    return f"{SIGNS[problem.severity]}{where}{words}"
