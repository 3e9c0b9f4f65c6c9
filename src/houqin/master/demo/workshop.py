"""The demo's ledger of repairs while it is being written: who mends, and the steps of a repair."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from houqin.master.demo.school import AS_OF, Staff, calendar, of_role
from houqin.master.term import Row, Term
from houqin.school_calendar import SchoolCalendar

DAY = timedelta(days=1)
APART = 30 * DAY  # the same does not break at one place within these days
DEAR = 5000  # from here on three offers, and the principal approves
RATINGS = (5, 5, 5, 4, 4, 3)


@dataclass(slots=True)
class Workshop:
    """The ledger of repairs while it is being written."""

    term: Term
    people: tuple[Staff, ...]
    random: Random
    calendar: SchoolCalendar = field(default_factory=calendar)
    rows: list[Row] = field(default_factory=list)

    def who(self, campus: str, role: str) -> str:
        """Return the name of the campus's first person in a role."""
        return of_role(self.people, campus, role)[0]

    def department(self, name: str) -> str:
        """Return where somebody works."""
        return next(each.department for each in self.people if each.name == name)

    def after(self, day: date, number: int, campus: str) -> date:
        """Return the number-th working day after a day."""
        return self.calendar.add_working_days(day, number, campus)

    def before(self, day: date, number: int, campus: str) -> date:
        """Return the last working day that is at least so many days before a day."""
        day -= number * DAY
        while not self.calendar.is_working_day(day, campus):
            day -= DAY
        return day

    def is_free(self, campus: str, place: str, kind: str, day: date) -> bool:
        """Tell whether nothing of the kind broke at a place about that time."""
        return not any(
            (row["campus"], row["place"], row["kind"]) == (campus, place, kind)
            and abs(day - day_of(row["reported"])) <= APART
            for row in self.rows
        )


def reported_on(shop: Workshop, day: date, campus: str, reporter: str) -> Row:
    """Return a repair that was reported and taken on within the hour."""
    reported = datetime.combine(day, time(8, 5 * shop.random.randint(0, 11)))
    received = reported + timedelta(minutes=5 * shop.random.randint(2, 18))
    return {
        "reported": reported,
        "campus": campus,
        "reporter": reporter,
        "department": shop.department(reporter),
        "received": received,
        "status": "维修中",
    }


def estimated(shop: Workshop, row: Row, amount: Decimal) -> Row:
    """Return what a repair is estimated at, and its approval on the day of the report."""
    role = "执行校长" if amount >= DEAR else "总务主任"
    day = day_of(row["reported"])
    return {
        "estimate": amount,
        "approver": shop.who(str(row["campus"]), role),
        "approved": day,
    }


def finish(shop: Workshop, row: Row, day: date | None) -> None:
    """Let a repair be finished and accepted, as far as the term has gone."""
    row["finished"] = None
    if day is None or day > AS_OF:
        return
    row["finished"] = datetime.combine(day, time(shop.random.randint(11, 16), 30))
    row["status"] = "已修好"
    accepted = shop.after(day, shop.random.randint(0, 1), str(row["campus"]))
    if accepted <= AS_OF:
        row |= {"acceptor": row["reporter"], "accepted": accepted, "status": "已验收"}
        row["rating"] = shop.random.choice(RATINGS)


def day_of(value: object) -> date:
    """Return the day of a day or moment of a row."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    raise TypeError(value)
