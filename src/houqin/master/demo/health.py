"""The demo's morning and noon checks, sick pupils and diseases."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from houqin.master.demo.illness import Case, Teller, disease_rows
from houqin.master.demo.school import AS_OF, CAMPUSES, REOPENED, Staff, calendar, of_role
from houqin.master.term import Row

SLOTS = ("晨检", "午检")
OTHERWISE_AWAY = 0.04  # of the classes on a day: somebody is away for another reason


def health(people: tuple[Staff, ...], classes: Sequence[Row], seed: int) -> dict[str, list[Row]]:
    """Return the ledgers of health from the reopening up to the as-of day."""
    random = Random(f"{seed}-health")  # noqa: S311 - so that no other area shifts
    doctors = {campus: of_role(people, campus, "校医")[0] for campus in CAMPUSES}
    found = Teller(random, doctors).cases(classes)
    return {
        "health_checks": list(_checks(classes, found, random)),
        "sick_absences": [case.row for case in found],
        "diseases": disease_rows(),
    }


def _checks(classes: Sequence[Row], found: Sequence[Case], random: Random) -> Iterator[Row]:
    """Yield what each class reported on every day of lessons: also where all were well."""
    of_class = {
        str(row["class_"]): [c for c in found if c.class_ == row["class_"]] for row in classes
    }
    for day in calendar().school_days(REOPENED, AS_OF):
        others = {str(row["class_"]): int(random.random() < OTHERWISE_AWAY) for row in classes}
        for slot in SLOTS:
            for row in classes:
                name = str(row["class_"])
                yield _check(day, slot, row, of_class[name], others[name])


def _check(day: date, slot: str, class_: Row, known: Sequence[Case], other: int) -> Row:
    away = [case for case in known if case.is_away(day)]
    pupils = int(str(class_["pupils"]))
    return {
        "date": day,
        "slot": slot,
        "campus": class_["campus"],
        "class_": class_["class_"],
        "expected": pupils,
        "present": pupils - len(away) - other,
        "sick": len(away),
        "other": other,
        "fever": sum(case.has_fever and case.start == day for case in away),
        "reporter": class_["teacher"],
    }
