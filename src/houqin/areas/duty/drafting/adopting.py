"""Taking a draft over: what of it still fits the workbook as it is now, and where it goes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from houqin.areas.duty.drafting.bars import Bar, Diary
from houqin.areas.duty.drafting.facts import Duty, Need, Person, Task
from houqin.areas.duty.drafting.reasons import OF_BAR, OF_KEPT
from houqin.areas.duty.drafting.slots import slot_of
from houqin.areas.duty.drafting.tasks import blank_rows, task_of
from houqin.book import Book
from houqin.problems import Both

Where = tuple[date | None, str, str, str]  # day, campus, post, slot

UNKNOWN = Both("岗位表这天没有这个岗次", "the sheet 岗位 does not ask for it that day")
TAKEN = Both("值班表已经有人", "somebody stands on the roster already")
TOO_MANY = Both("人数超过应到人数", "more people than needed")
NOT_QUALIFIED = Both("不符合资格", "not qualified")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a draft, as it stands on its sheet now."""

    row: int
    where: Where
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry that is taken over, and the row of the roster whose blank cell takes it."""

    entry: Entry
    duty: Duty
    index: int | None  # its place among the rows; None: a row is appended


@dataclass(frozen=True, slots=True)
class Left:
    """An entry that is left out, and why."""

    entry: Entry
    why: Both


def adopted(book: Book, entries: Iterable[Entry]) -> tuple[Sequence[Taken], Sequence[Left]]:
    """Tell which entries fit the workbook as it is now; each that does bears on the next."""
    judge, taken, left = _Judge(task_of(book)), list[Taken](), list[Left]()
    blank = blank_rows(book)
    for entry in entries:
        fault = judge.fault(entry)
        if fault:
            left.append(Left(entry, fault))
        else:
            duty = judge.needs[entry.where].duty
            judge.given += [(name, duty) for name in entry.names]
            taken.append(Taken(entry, duty, blank.get(duty)))
    return taken, left


class _Judge:
    """What is known while entries are taken over one after another."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.needs: Mapping[Where, Need] = {where_of(need.duty): need for need in task.needs}
        self.people: Mapping[str, Person] = {person.name: person for person in task.people}
        self.given: list[tuple[str, Duty]] = []

    def fault(self, entry: Entry) -> Both | None:
        """Return why an entry cannot be taken over; None where it can."""
        need = self.needs.get(entry.where)
        if need is None:
            return UNKNOWN
        if need.kept:
            return OF_KEPT[need.kept]
        if need.standing or any(duty == need.duty for _, duty in self.given):
            return TAKEN
        if len(entry.names) > need.heads:
            return TOO_MANY
        return self._about_people(entry, need)

    def _about_people(self, entry: Entry, need: Need) -> Both | None:
        diary = Diary.of(self.task, self.given)
        for name in entry.names:
            if name not in self.people:
                return Both(f"人员表里找不到 {name}", f"{name} is not on the staff list")
            bar = diary.bar(self.people[name], need)
            if bar:
                said = NOT_QUALIFIED if bar is Bar.NOT_QUALIFIED else OF_BAR[bar]
                return Both(f"{name} {said.zh}", f"{name}: {said.en}")
        return None


def where_of(duty: Duty) -> Where:
    """Return what a draft says of a duty's place."""
    return duty.day, duty.campus, duty.post, str(slot_of(duty))
