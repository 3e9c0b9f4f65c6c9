"""The demo's training needs, trainings and drills, and lessons of the safety platform."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from houqin.master.demo.illness import SURNAMES as PUPILS_WITH
from houqin.master.demo.school import CAMPUSES, Staff, of_role
from houqin.master.term import Row

ALL_STAFF, EVERYBODY = "全体教职工", "全体师生"
NEEDS = (  # topic, 类别, 对象, 次数, 周期, 新到岗天数
    ("防疫知识培训", "培训", ALL_STAFF, 1, "学期", 7),
    ("消防器材使用培训", "培训", "保安", 1, "学期", 7),
    ("食品安全培训", "培训", "食堂管理员", 1, "学期", 7),
    ("清洁消毒培训", "培训", "保洁员", 1, "学期", 7),
    ("开学演练", "演练", EVERYBODY, 2, "学期", None),
    ("疏散演练", "演练", EVERYBODY, 1, "月", None),
)
HELD = (  # topic, 对象, the day at each campus
    ("防疫知识培训", ALL_STAFF, (date(2020, 4, 13), date(2020, 4, 14))),
    ("清洁消毒培训", "保洁员", (date(2020, 4, 15), date(2020, 4, 15))),
    ("食品安全培训", "食堂管理员", (date(2020, 4, 16), date(2020, 4, 16))),
    ("消防器材使用培训", "保安", (date(2020, 4, 17), date(2020, 4, 17))),
)
DRILLS = (  # topic, the day at each campus, whether people are led out of the buildings
    ("开学演练（教职工）", (date(2020, 4, 20), date(2020, 4, 21)), False),
    ("开学演练（全流程）", (date(2020, 4, 23), date(2020, 4, 24)), False),
    ("消防疏散演练", (date(2020, 4, 29), date(2020, 4, 29)), True),
    ("防震疏散演练", (date(2020, 5, 12), date(2020, 5, 13)), True),
    ("消防疏散演练", (date(2020, 6, 16), date(2020, 6, 17)), True),
)
REVIEWS = ("无", "楼梯转角处略有拥挤，已加派引导员", "个别班级集合偏慢，班主任已提醒")


class Lesson(NamedTuple):
    """A topic of the platform, and how many pupils of a class may not have finished it."""

    topic: str
    due: date
    unfinished: int


LESSONS = (
    Lesson("新冠肺炎防控知识", date(2020, 4, 24), 0),
    Lesson("全国防灾减灾日专题", date(2020, 5, 15), 1),
    Lesson("防溺水专题", date(2020, 5, 29), 1),
    Lesson("禁毒专题", date(2020, 6, 19), 1),
    Lesson("暑期安全专题", date(2020, 7, 10), 20),  # still to come
)
PER_CLASS = 5  # pupils of a class who may be late
GIVEN = ("亦凡", "书意", "念安", "星野", "初晴", "云舒", "南乔", "北辰", "清欢", "予安")


def training(people: tuple[Staff, ...], classes: Sequence[Row], seed: int) -> dict[str, list[Row]]:
    """Return the ledgers of training for the term up to the as-of day."""
    random = Random(f"{seed}-training")  # noqa: S311 - so that no other area shifts
    names = ("topic", "kind", "role", "times", "per", "newcomers_within")
    held = [*_trainings(people), *_drills(people, classes, random)]
    return {
        "training_needs": [dict(zip(names, need, strict=True)) for need in NEEDS],
        "trainings": sorted(held, key=lambda row: str(row["date"])),
        "safety_lessons": list(_lessons(classes, random)),
    }


def _trainings(people: tuple[Staff, ...]) -> Iterator[Row]:
    for topic, role, days in HELD:
        for campus, day in zip(CAMPUSES, days, strict=True):
            there = [each.name for each in people if each.campus == campus]
            who = there if role == ALL_STAFF else of_role(people, campus, role)
            yield {
                "date": day,
                "campus": campus,
                "kind": "培训",
                "topic": topic,
                "place": "报告厅",
                "organiser": of_role(people, campus, "总务主任")[0],
                "expected": len(who),
                "present": len(who),
                "attendees": (ALL_STAFF,) if role == ALL_STAFF else tuple(who),
                "evidence": "签到表",
            }


def _drills(people: tuple[Staff, ...], classes: Sequence[Row], random: Random) -> Iterator[Row]:
    for topic, days, leads_out in DRILLS:
        for campus, day in zip(CAMPUSES, days, strict=True):
            staff = sum(each.campus == campus for each in people)
            pupils = sum(int(str(row["pupils"])) for row in classes if row["campus"] == campus)
            expected = staff + pupils if leads_out else staff
            yield {
                "date": day,
                "campus": campus,
                "kind": "演练",
                "topic": topic,
                "place": "操场" if leads_out else "全校",
                "organiser": of_role(people, campus, "安全干事")[0],
                "expected": expected,
                "present": expected - random.randint(0, 6) if leads_out else expected,
                "attendees": (EVERYBODY,) if leads_out else (ALL_STAFF,),
                "duration": random.randint(85, 118) if leads_out else None,
                "review": random.choice(REVIEWS),
                "evidence": "照片",
            }


def _lessons(classes: Sequence[Row], random: Random) -> Iterator[Row]:
    names = [surname + given for surname in PUPILS_WITH for given in GIVEN]
    random.shuffle(names)
    for lesson in LESSONS:
        for index, row in enumerate(classes):
            pupils = names[index * PER_CLASS :][:PER_CLASS]
            whole, unfinished = int(str(row["pupils"])), random.randint(0, lesson.unfinished)
            listed = unfinished if lesson.unfinished == 1 else 0  # the rest are told by number
            yield {
                "topic": lesson.topic,
                "due": lesson.due,
                "campus": row["campus"],
                "class_": row["class_"],
                "teacher": row["teacher"],
                "pupils": whole,
                "completed": whole - unfinished,
                "rate": round((whole - unfinished) / whole, 3),
                "missing": tuple(random.sample(pupils, listed)) or None,
            }
