"""The demo's sick pupils: who was away when, with what, and when each was back in class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from houqin.master.demo.school import AS_OF, REOPENED, calendar
from houqin.master.term import Row
from houqin.school_calendar import SchoolCalendar

DAY = timedelta(days=1)
CASES = 58  # besides those that are told in every term
LONGEST = 60  # days until a pupil is back
SURNAMES = "闻郁阮柏鲍费廉岑薛雷贺倪汤滕殷毕郝邬安常"
GIVEN = ("一诺", "可欣", "浩然", "梓晨", "沐阳", "诗涵", "宇轩", "语嫣", "嘉懿", "奕辰", "若溪")
PUPILS = [surname + given for surname in SURNAMES for given in GIVEN]  # names of nobody else
HOSPITALS = ("市第一医院复课证明", "区人民医院复课证明", "社区卫生服务中心复课证明")
PROOF_FROM = 3  # days away after which the school asks for a proof of any illness


class Illness(NamedTuple):
    """What pupils fall ill with: the diagnosis, its signs, the temperature, the days away."""

    disease: str | None  # None: no doctor was seen
    symptoms: tuple[str, ...]
    tenths: tuple[int, int] | None  # of a degree; None: not measured
    days: tuple[int, int]
    weight: int


ILLNESSES = (
    Illness("普通感冒", ("咳嗽", "流涕"), (365, 371), (1, 3), 16),
    Illness("普通感冒", ("发热", "咽痛"), (374, 379), (2, 4), 12),
    Illness("流行性感冒", ("发热", "咳嗽"), (381, 390), (8, 10), 4),
    Illness("扁桃体炎", ("发热", "咽痛"), (375, 379), (3, 5), 6),
    Illness("肠胃炎", ("腹痛", "腹泻"), (364, 370), (1, 3), 8),
    Illness("水痘", ("皮疹",), (368, 372), (14, 14), 2),
    Illness("外伤", ("其他",), None, (2, 6), 4),
    Illness(None, ("头痛",), (364, 370), (1, 1), 6),
    Illness(None, ("腹痛",), (364, 370), (1, 1), 4),
)
CHANCES = tuple(each for each in ILLNESSES for _ in range(each.weight))
TOLD = (  # in every term: class, pupil, first day away, day back in class, if there is one
    ("6.1", "卞思源", date(2020, 5, 12), date(2020, 5, 14)),
    ("6.2", "卞乐山", date(2020, 6, 17), None),  # a broken leg takes longer
)


@dataclass(frozen=True, slots=True)
class Case:
    """One pupil away ill: from the first to the last day, and the day back in class."""

    row: Row
    class_: str
    start: date
    end: date
    has_fever: bool

    def is_away(self, day: date) -> bool:
        """Tell whether the pupil was away on a day."""
        return self.start <= day <= self.end


DISEASES = (  # disease, days of isolation, cluster limits of a class and of the school
    ("流行性感冒", 7, None, None, 10),
    ("流感样病例", 3, None, None, 10),
    ("水痘", 14, None, None, 5),
    ("手足口病", 14, 2, None, 5),
    ("流行性腮腺炎", 14, None, None, 5),
    ("诺如病毒胃肠炎", 3, None, None, 10),
    ("猩红热", 7, None, None, 10),
    ("风疹", 7, None, None, 5),
    ("急性出血性结膜炎", 7, None, None, 3),
)


def disease_rows() -> list[Row]:
    """Return the sheet 病种."""
    return [
        {
            "disease": disease,
            "isolation_days": days,
            "proof": True,
            "class_day": of_class,
            "class_three_days": three_days,
            "school_week": of_school,
            "source": "学校自定（以区疾控中心要求为准）",
        }
        for disease, days, of_class, three_days, of_school in DISEASES
    ]


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells of the cases: with which chances, which doctors and which days of lessons."""

    random: Random
    doctors: Mapping[str, str]  # by campus
    calendar: SchoolCalendar = field(default_factory=calendar)

    def cases(self, classes: Sequence[Row]) -> tuple[Case, ...]:
        """Return every case of the term; those of one class lie weeks apart, so that none spread."""
        lessons = tuple(self.calendar.school_days(REOPENED, AS_OF))
        told = {class_ for class_, *_ in TOLD}
        others = [row for row in classes if row["class_"] not in told]
        order = self.random.sample(others, len(others))
        pupils = self.random.sample(PUPILS, CASES)
        days = [lessons[each * len(lessons) // CASES] for each in range(CASES)]
        found = [
            self._case(order[index % len(order)], pupils[index], day)
            for index, day in enumerate(days)
        ]
        found += [
            self._told(row, *told) for row in classes for told in TOLD if told[0] == row["class_"]
        ]
        return tuple(sorted(found, key=lambda case: case.start))

    def _told(self, class_: Row, _: str, pupil: str, day: date, back: date | None) -> Case:
        ill = Illness("外伤", ("其他",), None, (1, 1), 1)
        return self._written(class_, pupil, day, back or AS_OF + DAY, ill)

    def _case(self, class_: Row, pupil: str, day: date) -> Case:
        ill = self.random.choice(CHANCES)
        away = self.random.randint(*ill.days) * DAY
        back = next(self.calendar.school_days(day + away, day + LONGEST * DAY))
        return self._written(class_, pupil, day, back, ill)

    def _written(self, class_: Row, pupil: str, day: date, back: date, ill: Illness) -> Case:
        *_, last = self.calendar.school_days(day, back - DAY)
        is_back = back <= AS_OF
        row: Row = {
            "date": day,
            "campus": class_["campus"],
            "class_": class_["class_"],
            "pupil": pupil,
            "temperature": self.random.randint(*ill.tenths) / 10 if ill.tenths else None,
            "site": "腋下" if ill.tenths else None,
            "symptoms": ill.symptoms,
            "disease": ill.disease,
            "seen": ill.disease is not None,
            "onset": day - self.random.randint(0, 1) * DAY,
            "absent_from": day,
        }
        if is_back:
            row |= {
                "absent_to": last,
                "proof": self.random.choice(HOSPITALS) if back - day >= PROOF_FROM * DAY else None,
                "verified_by": self.doctors[str(class_["campus"])],
                "returned": back,
            }
        return Case(row, str(class_["class_"]), day, last, "发热" in ill.symptoms)
