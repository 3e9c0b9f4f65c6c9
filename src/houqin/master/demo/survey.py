"""The demo's surveys: lunch, asked of pupils and staff, and the families' view of logistics."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from houqin.master.demo.school import CAMPUSES, Staff
from houqin.master.term import Row

LUNCH, FAMILIES, EARLIER = "2020春午餐满意度", "2020春后勤服务满意度", "2019秋后勤服务满意度"
LUNCH_DAYS = (date(2020, 6, 8), date(2020, 6, 9), date(2020, 6, 10))
SCALE = ("非常满意", "满意", "基本满意", "不满意", "不了解")
SATISFIED, EXCLUDED = SCALE[:3], SCALE[4:]
PER_CLASS = 4  # pupils asked in each class
RETURNED = 0.93  # of those asked
WRITE = 0.08  # of those who answer a question on which one may write
COMMENTS = (
    "希望青菜少放一点油",
    "汤有时候不够热",
    "排队时间有点长，能不能错开",
    "水果种类可以多一些",
    "米饭偏硬",
    "阿姨态度很好",
    "希望每周有一次面食",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, how often each answer is given, and what came of it last time."""

    number: str
    text: str
    weights: tuple[int, ...]  # of the answers of the scale
    last: tuple[int, int] | None = None  # satisfied and valid answers of the last term


PUPILS = (
    Asked("1", "您对午餐口味是否满意", (50, 30, 14, 5, 1), (118, 131)),
    Asked("2", "您对午餐份量和搭配是否满意", (48, 34, 14, 3, 1), (127, 132)),
    Asked("3", "您对就餐卫生是否满意", (60, 28, 10, 1, 1), (129, 133)),
)
STAFF = (
    Asked("4", "您对工作餐品种是否满意", (40, 34, 16, 9, 1), (55, 64)),
    Asked("5", "您对食堂卫生是否满意", (58, 32, 9, 1, 0), (60, 65)),
)
SERVICES = (
    Asked("1", "您对校园保洁是否满意", (520, 310, 130, 30, 10)),
    Asked("2", "您对安保执勤是否满意", (610, 280, 90, 12, 8)),
    Asked("3", "您对设施维修是否满意", (430, 330, 140, 80, 20)),
    Asked("4", "您对上下学秩序是否满意", (480, 320, 120, 65, 15)),
)
THEN = {"1": (500, 310, 120, 60, 10), "4": (450, 300, 130, 105, 15)}  # otherwise as now


def survey(people: tuple[Staff, ...], classes: list[Row], random: Random) -> dict[str, list[Row]]:
    """Return the ledgers of surveys for the term."""
    pupils = {campus: _pupils(classes, campus) for campus in CAMPUSES}
    taught = [str(row["campus"]) for row in classes for _ in range(PER_CLASS)]
    employed = [each.campus for each in people]
    return {
        "survey_questions": [
            *_questions(LUNCH, PUPILS, "学生", len(taught), sum(pupils.values())),
            *_questions(LUNCH, STAFF, "教职工", len(people), len(people)),
            *_questions(FAMILIES, SERVICES, "家长", sum(pupils.values()), sum(pupils.values())),
            *_questions(EARLIER, SERVICES, "家长", sum(pupils.values()), sum(pupils.values())),
        ],
        "survey_answers": [
            *_sheets("X", "学生", PUPILS, taught, random),
            *_sheets("J", "教职工", STAFF, employed, random),
            *_counted(FAMILIES, date(2020, 6, 19), pupils, {}),
            *_counted(EARLIER, date(2019, 12, 20), pupils, THEN),
        ],
    }


def _pupils(classes: list[Row], campus: str) -> int:
    numbers: list[Any] = [row["pupils"] for row in classes if row["campus"] == campus]
    return sum(numbers)


def _questions(
    name: str, asked: tuple[Asked, ...], group: str, number: int, population: int
) -> Iterator[Row]:
    for each in asked:
        row: Row = {
            "survey": name,
            "question": each.number,
            "text": each.text,
            "scale": SCALE,
            "satisfied": SATISFIED,
            "excluded": EXCLUDED,
            "group": group,
            "asked": number,
            "population": population,
        }
        if name == FAMILIES:
            row["previous"] = EARLIER
        if each.last:
            row |= dict(zip(("last_satisfied", "last_valid"), each.last, strict=True))
        if each.number == "5":
            row["target"] = 0.9
        yield row


def _sheets(
    letter: str, group: str, asked: tuple[Asked, ...], campuses: list[str], random: Random
) -> Iterator[Row]:
    """Yield the answers of those who gave their sheet back, one row for each answer."""
    returned = sorted(random.sample(range(len(campuses)), round(len(campuses) * RETURNED)))
    for number, index in enumerate(returned, 1):
        day = LUNCH_DAYS[number % len(LUNCH_DAYS)]
        for each in asked:
            yield {
                "survey": LUNCH,
                "date": day,
                "respondent": f"{letter}{number:03}",
                "group": group,
                "campus": campuses[index],
                "question": each.number,
                "answer": random.choices(SCALE, each.weights)[0],
                "comment": _comment(each, random),
            }


def _comment(asked: Asked, random: Random) -> str | None:
    """Return what a few people write beside their first answer."""
    return random.choice(COMMENTS) if asked.number in "14" and random.random() < WRITE else None


def _counted(
    name: str, day: date, pupils: Mapping[str, int], weights: Mapping[str, tuple[int, ...]]
) -> Iterator[Row]:
    """Yield the answers of families, as the survey's web page counted them."""
    for each in SERVICES:
        for campus in CAMPUSES:
            given = weights.get(each.number, each.weights)
            returned = pupils[campus] * 9 // 10
            for answer, weight in zip(SCALE, given, strict=True):
                yield {
                    "survey": name,
                    "date": day,
                    "group": "家长",
                    "campus": campus,
                    "question": each.number,
                    "answer": answer,
                    "count": returned * weight // sum(given),
                }
