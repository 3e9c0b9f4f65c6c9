"""The figures of the summary about property: classes checked, their scores, what is broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from houqin.areas.classes import classes
from houqin.areas.measures import Measure, share
from houqin.areas.property.scores import ClassScore, scores
from houqin.areas.property.things import Thing
from houqin.book import Book
from houqin.cells.money import to_cents
from houqin.problems import Both
from houqin.sections import Unit

ONE_PLACE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A class of 班级, and whether its room was checked in the period."""

    campus: str | None
    is_checked: bool


def to_check(book: Book) -> tuple[ToCheck, ...]:
    """Return the classes of the school; those that were checked where there is no sheet of them."""
    checked = {each.class_: each.campus for each in scores(book)}
    listed = {name: each.campus for name, each in classes(book).items()} or checked
    return tuple(ToCheck(campus, name in checked) for name, campus in listed.items())


def _checked(classes: Sequence[ToCheck]) -> int:
    return sum(each.is_checked for each in classes)


def _checked_rate(classes: Sequence[ToCheck]) -> Decimal | None:
    return share(_checked(classes), len(classes))


def _mean_score(found: Sequence[ClassScore]) -> Decimal | None:
    if not found:
        return None
    total = sum((each.score for each in found), Decimal(0))
    return (total / len(found)).quantize(ONE_PLACE, ROUND_HALF_UP)


def _found(things: Sequence[Thing]) -> int:
    return sum(each.found or 0 for each in things)


def _missing(things: Sequence[Thing]) -> int:
    return sum(each.missing for each in things)


def _damaged(things: Sequence[Thing]) -> int:
    return sum(each.damaged for each in things)


def _by_hand(things: Sequence[Thing]) -> int:
    return sum(each.damaged for each in things if each.is_by_hand)


def _intact_rate(things: Sequence[Thing]) -> Decimal | None:
    known = [each for each in things if each.expected is not None and each.found is not None]
    expected = sum(each.expected or 0 for each in known)
    sound = sum(min(max((each.found or 0) - each.damaged, 0), each.expected or 0) for each in known)
    return share(sound, expected)


def _paid(things: Sequence[Thing]) -> Decimal:
    return to_cents(sum((each.paid or Decimal(0) for each in things), Decimal(0)))


def _mended_rate(things: Sequence[Thing]) -> Decimal | None:
    broken = [each for each in things if each.damaged]
    return share(sum(each.is_mended for each in broken), len(broken))


def _unreported(things: Sequence[Thing]) -> int:
    return sum(bool(each.damaged) and not each.is_reported for each in things)


OF_CLASSES: tuple[Measure[ToCheck], ...] = (
    Measure(
        "property.classes",
        Both("检查班级", "Classes checked"),
        Unit.COUNT,
        _checked,
        Both(
            "班级：期间内有校产检查记录的班级数",
            "班级: classes with a row on 校产检查 in the period",
        ),
    ),
    Measure(
        "property.checked_rate",
        Both("检查覆盖率", "Classes checked, of all"),
        Unit.RATE,
        _checked_rate,
        Both(
            "期间内有校产检查记录的班级 ÷ 班级表的全部班级",
            "classes with a row on 校产检查 in the period ÷ classes on 班级",
        ),
        "property.checked_rate",
    ),
)
OF_SCORES: tuple[Measure[ClassScore], ...] = (
    Measure(
        "property.mean_score",
        Both("班级平均得分", "Mean score of the classes"),
        Unit.QUANTITY,
        _mean_score,
        Both(
            "校产检查：各班得分之和 ÷ 班级数；得分 = 参数“校产检查基础分”− 扣分 + 加分，最低 0 分，"
            "同一物品几位检查人的取平均，几次检查的取平均",
            "校产检查: sum of scores ÷ classes; score = property.full of 参数 − 扣分 + 加分, 0 at "
            "least, the mean of several inspectors of one thing and of several checks",
        ),
    ),
)
OF_THINGS: tuple[Measure[Thing], ...] = (
    Measure(
        "property.things",
        Both("清点物品", "Things counted"),
        Unit.COUNT,
        _found,
        Both(
            "校产检查：期间内各班各物品最近一次检查的实有数之和，几位检查人的只计一次",
            "校产检查: sum of 实有数 of the last check of each thing in the period, counted once",
        ),
    ),
    Measure(
        "property.missing",
        Both("缺少", "Missing"),
        Unit.COUNT,
        _missing,
        Both(
            "校产检查：最近一次检查的应有数 − 实有数，多出的不抵",
            "校产检查: 应有数 − 实有数 of the last check; what is too many makes up for nothing",
        ),
    ),
    Measure(
        "property.damaged",
        Both("损坏", "Broken"),
        Unit.COUNT,
        _damaged,
        Both("校产检查：最近一次检查的损坏数之和", "校产检查: sum of 损坏数 of the last check"),
    ),
    Measure(
        "property.by_hand",
        Both("其中人为损坏", "Of these by somebody's hand"),
        Unit.COUNT,
        _by_hand,
        Both(
            "校产检查：最近一次检查中损坏原因为人为的损坏数之和",
            "校产检查: sum of 损坏数 of the last check whose 损坏原因 is 人为",
        ),
    ),
    Measure(
        "property.intact_rate",
        Both("校产完好率", "Sound, of those expected"),
        Unit.RATE,
        _intact_rate,
        Both(
            "校产检查：最近一次检查的（实有数 − 损坏数）÷ 应有数，每种物品最多按应有数计",
            "校产检查: (实有数 − 损坏数) ÷ 应有数 of the last check, at most 应有数 of each thing",
        ),
        "property.intact_rate",
    ),
    Measure(
        "property.mended_rate",
        Both("损坏物品修复率", "Mended, of the broken things"),
        Unit.RATE,
        _mended_rate,
        Both(
            "校产检查中有损坏的物品，所写报修单在维修表中已完成 ÷ 有损坏的物品（按班级和物品计）",
            "broken things on 校产检查 whose repairs on 维修 are finished ÷ broken things",
        ),
    ),
    Measure(
        "property.unreported",
        Both("损坏未报修", "Broken, not reported"),
        Unit.COUNT,
        _unreported,
        Both(
            "校产检查中有损坏、没有写报修单号的物品数（按班级和物品计）",
            "broken things on 校产检查 without the number of a repair",
        ),
    ),
    Measure(
        "property.paid",
        Both("赔偿金额", "Paid for damage"),
        Unit.MONEY,
        _paid,
        Both("校产检查：最近一次检查的赔偿金额之和", "校产检查: sum of 赔偿金额 of the last check"),
    ),
)
