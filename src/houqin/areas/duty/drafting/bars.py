"""Why somebody cannot take a duty: the first reason that holds, in a fixed order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from houqin.areas.duty.drafting.clashes import Clash, clash
from houqin.areas.duty.drafting.facts import Absence, Duty, Limits, Need, Person, Task


class Bar(StrEnum):
    """What keeps a person from a duty, in the order in which it is looked for."""

    NOT_QUALIFIED = "not qualified"
    EXEMPT = "does no duty"
    NOT_THERE = "not on the staff"
    ON_LEAVE = "on leave"
    OVERLAP = "on duty then"
    TRAVEL = "on the way"
    REST = "resting"


OF_CLASH: Mapping[Clash, Bar] = {
    Clash.OVERLAP: Bar.OVERLAP,
    Clash.TRAVEL: Bar.TRAVEL,
    Clash.REST: Bar.REST,
}


@dataclass(frozen=True, slots=True)
class Diary:
    """What people do anyway: their leave, and the duties that they have."""

    limits: Limits
    absences: Mapping[str, Sequence[Absence]]
    duties: Mapping[str, Sequence[Duty]]

    @classmethod
    def of(cls, task: Task, given: Iterable[tuple[str, Duty]] = ()) -> "Diary":
        """Return what stands in the roster, with what a draft has given."""
        absences: dict[str, list[Absence]] = defaultdict(list)
        for absence in task.absences:
            absences[absence.person].append(absence)
        duties: dict[str, list[Duty]] = defaultdict(list)
        for name, duty in (*_standing(task), *given):
            duties[name].append(duty)
        return cls(task.limits, absences, duties)

    def bar(self, person: Person, need: Need) -> Bar | None:
        """Return what keeps a person from a need; None where nothing does."""
        return self.lasting_bar(person, need) or self._by_other_duties(person.name, need.duty)

    def lasting_bar(self, person: Person, need: Need) -> Bar | None:
        """Return what keeps a person from a need whatever else the roster says."""
        if need.roles and not need.roles & person.roles:
            return Bar.NOT_QUALIFIED
        if not person.share:
            return Bar.EXEMPT
        if not person.is_there(need.duty):
            return Bar.NOT_THERE
        away = any(each.touches(need.duty) for each in self.absences.get(person.name, ()))
        return Bar.ON_LEAVE if away else None

    def _by_other_duties(self, name: str, duty: Duty) -> Bar | None:
        found = {clash(each, duty, self.limits) for each in self.duties.get(name, ())}
        return next((bar for kind, bar in OF_CLASH.items() if kind in found), None)


def _standing(task: Task) -> Iterator[tuple[str, Duty]]:
    yield from task.held
    for need in task.needs:
        for name in need.standing:
            yield name, need.duty
