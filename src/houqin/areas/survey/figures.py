"""The figures of the summary about surveys."""

from collections.abc import Sequence
from decimal import Decimal

from houqin.areas.measures import campuses, light_of, share
from houqin.areas.survey.comments import comments
from houqin.areas.survey.groups import (
    GroupResult,
    answers_by_survey,
    at_campus,
    groups,
    left_out,
    total,
)
from houqin.areas.survey.rates import Change, Rate, Verdict, change, shown
from houqin.areas.survey.results import TARGET, Result, results, surveys
from houqin.areas.survey.return_rules import RETURN_RATE
from houqin.areas.survey.rows import Answer
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Figure, Light, Unit, Value

LIGHTS = {Verdict.MET: Light.GREEN, Verdict.MISSED: Light.RED, Verdict.UNCLEAR: Light.AMBER}
RATE = Both(
    "满意率 = 计为满意的份数 ÷ 计入的份数；计入的份数 = 满意度调查收到的答案 − 不计入的选项 − 清理的答案"
    "（见“未计入的答案”），哪些选项计为满意、不计入见调查题目；份数太少而不显示的题和校区不在内；"
    "区间跨过目标时难以判定，状态为“接近”",
    "the rate = satisfied answers ÷ answers that count; those that count = answers on 满意度调查 "
    "− answers left out by 不计入 − answers cleaned away (see the table of those left out), "
    "questions and campuses hidden for few answers not included; where the interval lies across the "
    "target nobody can tell, and the status is “close”",
)
INTERVAL = Both(
    "满意率的 95% 置信区间（威尔逊法）；同一人答几道题的，按人数而不按答案数计；"
    "只反映抽样误差，没有交卷的人怎么想不在内",
    "of the 95 % interval of the rate (Wilson); who answers several questions counts as one; "
    "it tells of chance only, not of what those think who did not answer",
)
JUDGED = Both(
    "按题计：满意率的 95% 区间整个在目标一侧，才算达标或未达标",
    "by question: met or not only where the whole 95 % interval lies on one side of the target",
)
COMPARED = Both(
    "按题计：与上期满意率之差的 95% 区间（纽科姆法）不含 0；上期见调查题目的上期批次或上期份数",
    "by question: the 95 % interval of the difference from the last term (Newcombe) leaves 0 out",
)


def figures(book: Book) -> tuple[Figure, ...]:
    """Return all figures about the surveys of the period."""
    return (*_sizes(book), *_rates(book), *_judgements(results(book)), *_returns(book))


def _sizes(book: Book) -> tuple[Figure, ...]:
    found = groups(book)
    rate = total(found)
    return (
        Figure(
            "survey.surveys",
            Both("满意度调查次数", "Surveys"),
            Unit.COUNT,
            len(surveys(book)),
            Both(
                "满意度调查：最后一份答卷在期间内的调查批次数",
                "surveys last answered in the period",
            ),
        ),
        Figure(
            "survey.answers",
            Both("计入的答案", "Answers that count"),
            Unit.COUNT,
            rate.valid if rate else 0,
            Both("满意率的分母，一题一份算一个", "what the rates are divided by"),
            {where: each.valid for where, each in _at_campuses(book, found).items() if each},
        ),
    )


def _rates(book: Book) -> tuple[Figure, ...]:
    found = groups(book)
    rate, there = total(found), _at_campuses(book, found)
    setting, target = book.settings.find(TARGET), book.settings.number(TARGET)
    verdict = rate.verdict(target, setting.comparator if setting else "") if rate else None
    light = LIGHTS.get(verdict, Light.NONE) if verdict else Light.NONE
    return (
        Figure(
            "survey.rate",
            Both("总体满意率", "Satisfied"),
            Unit.RATE,
            _share(rate),
            RATE,
            {where: _share(each) for where, each in there.items()},
            target,
            light,
        ),
        *(
            Figure(
                f"survey.rate_{name}",
                words,
                Unit.RATE,
                _end(rate, side),
                INTERVAL,
                {where: _end(each, side) for where, each in there.items()},
            )
            for side, name, words in (
                (0, "lower", Both("满意率区间下限", "Lower end")),
                (1, "upper", Both("满意率区间上限", "Upper end")),
            )
        ),
    )


def _judgements(found: Sequence[Result]) -> tuple[Figure, ...]:
    verdicts = [each.verdict for each in found]
    changes = [change_of(each) for each in found]
    counted: tuple[tuple[str, Both, int, Both], ...] = (
        ("met", Both("达标题数", "Questions met"), verdicts.count(Verdict.MET), JUDGED),
        ("missed", Both("未达标题数", "Questions not met"), verdicts.count(Verdict.MISSED), JUDGED),
        ("unclear", Both("难以判定题数", "Cannot tell"), verdicts.count(Verdict.UNCLEAR), JUDGED),
        ("rose", Both("明显上升题数", "Really up"), changes.count(Change.ROSE), COMPARED),
        ("fell", Both("明显下降题数", "Really down"), changes.count(Change.FELL), COMPARED),
        (
            "hidden",
            Both("份数太少不显示的题数", "Questions hidden"),
            sum(each.rate is not None and not each.is_shown for each in found),
            Both(
                "计入的份数少于参数“调查最小统计份数”的题",
                "questions with fewer answers than survey.small_group of 参数",
            ),
        ),
    )
    return tuple(
        Figure(f"survey.{name}", words, Unit.COUNT, number, source)
        for name, words, number, source in counted
    )


def _returns(book: Book) -> tuple[Figure, ...]:
    known = [each for each in groups(book) if each.asked]
    back, asked = sum(each.received for each in known), sum(each.asked or 0 for each in known)
    rate = share(back, asked)
    return (
        Figure(
            "survey.return_rate",
            Both("问卷回收率", "Returned"),
            Unit.RATE,
            None if rate is None else shown(rate),
            Both(
                "收回的答卷 ÷ 发放数（调查题目），没有写发放数的不计；按份数登记的以答的人最多的题计",
                "sheets that came back ÷ 发放数 of 调查题目, where that is given; of counted answers "
                "the question that most people answered tells",
            ),
            target=book.settings.number(RETURN_RATE),
            light=light_of(rate, RETURN_RATE, book),
        ),
        Figure(
            "survey.left_out",
            Both("未计入的答案", "Answers left out"),
            Unit.COUNT,
            sum(
                left_out(
                    each for found in answers_by_survey(book).values() for each in found
                ).values()
            ),
            Both("见表“未计入的答案”，按原因列出", "see the table of answers left out, by reason"),
        ),
        Figure(
            "survey.comments",
            Both("意见条数", "Comments"),
            Unit.COUNT,
            len(comments(book)),
            Both("满意度调查：期间内各批次写有意见的行数", "rows of these surveys with a comment"),
        ),
    )


def change_of(each: Result) -> Change | None:
    """Return whether a question really changed, None where one of the two is not shown."""
    if each.rate is None or not each.is_shown or each.before is None:
        return None
    return change(each.rate, each.before)


def _at_campuses(book: Book, found: Sequence[GroupResult]) -> dict[str, Rate | None]:
    return {where: at_campus(where, found) for where in campuses(book, (Answer,))}


def _share(rate: Rate | None) -> Value:
    return shown(rate.share) if rate else None


def _end(rate: Rate | None, side: int) -> Decimal | None:
    return shown(rate.ends[side]) if rate else None
