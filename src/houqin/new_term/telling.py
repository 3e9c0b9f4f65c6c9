"""What `houqin new-term` prints: the proof, line by line, and what is left to be done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from houqin.new_term.making import Made
from houqin.problems import Both
from houqin.result import Result

EQUAL, DIFFERS = Both("一致", "equal"), Both("不一致", "differs")


def new_term_of(made: Made, lang: str) -> dict[str, Any]:
    """Return the proof as JSON."""
    return {
        "proof": [
            {
                "what": each.what.of(lang),
                "before": each.before,
                "after": each.after,
                "equal": each.equal,
            }
            for each in made.proof
        ],
        "sure": made.is_sure,
        "below_zero": [
            {"item": account.item, "campus": account.campus} for account in made.closing.below_zero
        ],
        "begun_anew": list(made.begun_anew),
        "left_behind": list(made.unknown),
    }


def new_term_text(made: Made, result: Result, book: str, out: Path) -> str:
    """Return the proof as text."""
    return "\n".join(_lines(made, result, book, out))


def _lines(made: Made, result: Result, book: str, out: Path) -> Iterator[str]:
    lang, as_of = result.lang, result.book.as_of
    yield Both(
        f"{book}  结转到 {as_of}，写出后重新读入核对：",
        f"{book}, carried over as of {as_of}; read back and compared:",
    ).of(lang)
    for each in made.proof:
        verdict = (EQUAL if each.equal else DIFFERS).of(lang)
        yield f"  {each.what.of(lang)}  {each.before} = {each.after}  {verdict}"
    if made.closing.below_zero:
        names = "、".join(f"{each.item}（{each.campus}）" for each in made.closing.below_zero)
        yield Both(f"结存为负、没有结转：{names}", f"Below zero and not carried over: {names}").of(
            lang
        )
    if not made.is_sure:
        yield Both(
            "原簿还有错误，结存不一定可靠，请在新学期核对。",
            "Errors stand in the old book; check the opening balances.",
        ).of(lang)
    if made.begun_anew:
        names = "、".join(made.begun_anew)
        yield Both(
            f"从空表开始、留在原簿：{names}", f"Begun anew, kept in the old book: {names}"
        ).of(lang)
    if made.unknown:
        names = "、".join(made.unknown)
        yield Both(
            f"不认得的列和工作表没有带过去：{names}",
            f"Columns and sheets that are not known were left behind: {names}",
        ).of(lang)
    yield str(out)
