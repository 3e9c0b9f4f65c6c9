"""The demo's inspections, hazards and fire equipment."""

from random import Random

from houqin.master.demo.equipment import equipment_rows
from houqin.master.demo.hazards import find_hazards
from houqin.master.demo.rounds import Rounds, inspect_all, standard_rows
from houqin.master.demo.school import Staff
from houqin.master.term import Row


def safety(people: tuple[Staff, ...], random: Random) -> dict[str, list[Row]]:
    """Return the ledgers of safety for the term up to the as-of day."""
    own = Random(random.random())  # noqa: S311 - so that what is told here shifts nothing in the store
    rounds = Rounds(people, own)
    inspect_all(rounds)
    find_hazards(rounds)
    return {
        "standards": standard_rows(),
        "inspections": rounds.inspections,
        "hazards": rounds.hazards,
        "equipment": equipment_rows(people, own),
    }
