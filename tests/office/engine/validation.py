"""What may be entered into cells, as Excel's Validation tells and sets it."""

from dataclasses import dataclass
from typing import Any

from tests.office.engine.com import CDispatch, excel_error
from tests.office.engine.formats import groups_of
from tests.office.engine.formulas import to_excel, to_office
from tests.office.engine.geometry import Geometry
from tests.office.uno_api import enum, struct

LIST = 3
TYPES = {
    "ANY": 0,
    "WHOLE": 1,
    "DECIMAL": 2,
    "LIST": LIST,
    "DATE": 4,
    "TIME": 5,
    "TEXT_LEN": 6,
    "CUSTOM": 7,
}
ALERTS = {"STOP": 1, "WARNING": 2, "INFO": 3}
OPERATORS = {
    "BETWEEN": 1,
    "NOT_BETWEEN": 2,
    "EQUAL": 3,
    "NOT_EQUAL": 4,
    "GREATER": 5,
    "LESS": 6,
    "GREATER_EQUAL": 7,
    "LESS_EQUAL": 8,
}
WHAT_IS_SAID = (
    "InputTitle",
    "InputMessage",
    "ErrorTitle",
    "ErrorMessage",
    "ShowInputMessage",
    "ShowErrorMessage",
    "IgnoreBlankCells",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule for what may be entered."""

    kind: int
    alert: int
    operator: int
    formulas: tuple[str, str]
    said: tuple[Any, ...]

    @property
    def is_none(self) -> bool:
        """Whether there is no rule at all."""
        return self.kind == 0 and not any(self.said[:4])


class Validation(CDispatch):
    """The rule of all cells of a range.

    Where the cells have different rules, or none, each member fails, as in Excel.
    """

    def __init__(self, cells: Geometry) -> None:
        self.on = cells

    @property
    def type(self) -> int:
        """What kind of value may be entered."""
        return self._rule.kind

    @property
    def alert_style(self) -> int:
        """What happens to a wrong entry."""
        return self._rule.alert

    @property
    def operator(self) -> int:
        """How the value is compared."""
        return self._rule.operator

    @property
    def formula1(self) -> str:
        """The list, the limit, or the lower limit."""
        return self._rule.formulas[0]

    @property
    def formula2(self) -> str:
        """The upper limit."""
        return self._rule.formulas[1]

    @property
    def input_title(self) -> str:
        """The title of the hint."""
        return str(self._said("InputTitle"))

    @input_title.setter
    def input_title(self, value: str) -> None:
        self._say(InputTitle=value)

    @property
    def input_message(self) -> str:
        """The hint."""
        return str(self._said("InputMessage"))

    @input_message.setter
    def input_message(self, value: str) -> None:
        self._say(InputMessage=value)

    @property
    def error_title(self) -> str:
        """The title of the box after a wrong entry."""
        return str(self._said("ErrorTitle"))

    @error_title.setter
    def error_title(self, value: str) -> None:
        self._say(ErrorTitle=value)

    @property
    def error_message(self) -> str:
        """What is said after a wrong entry."""
        return str(self._said("ErrorMessage"))

    @error_message.setter
    def error_message(self, value: str) -> None:
        self._say(ErrorMessage=value)

    @property
    def show_input(self) -> bool:
        """Whether the hint is shown."""
        return bool(self._said("ShowInputMessage"))

    @show_input.setter
    def show_input(self, value: bool) -> None:
        self._say(ShowInputMessage=value)

    @property
    def show_error(self) -> bool:
        """Whether a wrong entry is told."""
        return bool(self._said("ShowErrorMessage"))

    @show_error.setter
    def show_error(self, value: bool) -> None:
        self._say(ShowErrorMessage=value)

    @property
    def ignore_blank(self) -> bool:
        """Whether nothing may be entered, too."""
        return bool(self._said("IgnoreBlankCells"))

    @ignore_blank.setter
    def ignore_blank(self, value: bool) -> None:
        self._say(IgnoreBlankCells=value)

    @property
    def in_cell_dropdown(self) -> bool:
        """Whether a list is offered in the cell."""
        return bool(self.on.uno.Validation.ShowList)

    @in_cell_dropdown.setter
    def in_cell_dropdown(self, value: bool) -> None:
        self._say(ShowList=int(value))

    def delete(self) -> None:
        """Let anything be entered."""
        self._set(Rule(0, 1, 1, ("", ""), ("", "", "", "", True, False, True)))

    def add(
        self,
        type_: int,
        alert_style: int = 1,
        operator: int = 1,
        formula1: object = "",
        formula2: object = "",
    ) -> None:
        """Set a rule where there is none.

        Raises:
            ComError: there is one.
        """
        if not all(rule.is_none for rule in self._rules()):
            raise excel_error("Application-defined or object-defined error")
        said = ("", "", "", "", True, True, True)
        formulas = (_text(formula1), _text(formula2))
        self._set(Rule(type_, alert_style, operator, formulas, said))

    def modify(
        self,
        type_: int | None = None,
        alert_style: int | None = None,
        operator: int | None = None,
        formula1: object = None,
        formula2: object = None,
    ) -> None:
        """Change the rule."""
        old = self._rule
        first, second = (
            _text(new) if new is not None else before
            for new, before in zip((formula1, formula2), old.formulas, strict=True)
        )
        alert, compared = alert_style or old.alert, operator or old.operator
        self._set(Rule(type_ or old.kind, alert, compared, (first, second), old.said))

    @property
    def _rule(self) -> Rule:
        rules = self._rules()
        if len(rules) > 1 or all(rule.is_none for rule in rules):
            raise excel_error("Application-defined or object-defined error")
        return next(iter(rules))

    def _rules(self) -> set[Rule]:
        groups = groups_of(self.on.uno, self.on.on.book.formats)
        return {_rule_of(group.cells.getByIndex(0).Validation) for group in groups}

    def _said(self, name: str) -> Any:
        return self._rule.said[WHAT_IS_SAID.index(name)]

    def _say(self, **values: Any) -> None:
        found = self.on.uno.Validation
        for name, value in values.items():
            setattr(found, name, value)
        self.on.uno.Validation = found

    def _set(self, rule: Rule) -> None:
        cells, area = self.on.uno, self.on.area
        made = cells.Validation
        made.Type = enum("sheet.ValidationType", _name(TYPES, rule.kind))
        made.ErrorAlertStyle = enum("sheet.ValidationAlertStyle", _name(ALERTS, rule.alert))
        made.setOperator(enum("sheet.ConditionOperator", _name(OPERATORS, rule.operator)))
        made.setSourcePosition(
            struct(
                "table.CellAddress",
                Sheet=self.on.on.number,
                Column=area.left - 1,
                Row=area.top - 1,
            )
        )
        made.setFormula1(_to_office(rule.formulas[0], rule.kind))
        made.setFormula2(_to_office(rule.formulas[1], rule.kind))
        for name, value in zip(WHAT_IS_SAID, rule.said, strict=True):
            setattr(made, name, value)
        cells.Validation = made


def _name(names: dict[str, int], number: int) -> str:
    return next(name for name, each in names.items() if each == number)


def _text(formula: object) -> str:
    return f"{formula:g}" if isinstance(formula, float) else str(formula)


def _rule_of(found: Any) -> Rule:
    kind = TYPES[found.Type.value]
    said = tuple(getattr(found, name) for name in WHAT_IS_SAID)
    if kind == 0:
        return Rule(0, 1, 1, ("", ""), said)
    formulas = (_to_excel(found.getFormula1(), kind), _to_excel(found.getFormula2(), kind))
    alert = ALERTS.get(found.ErrorAlertStyle.value, 1)
    return Rule(kind, alert, OPERATORS.get(found.getOperator().value, 1), formulas, said)


def _to_excel(formula: str, kind: int) -> str:
    """Return a limit or a list as Excel tells it: texts and numbers bare, the rest a formula."""
    if kind == LIST and formula.startswith('"'):
        return ",".join(part.strip('"') for part in formula.split(";"))
    is_plain = not formula or formula.lstrip("-").replace(".", "", 1).isdigit()
    return formula if is_plain else f"={to_excel(formula)}"


def _to_office(formula: str, kind: int) -> str:
    if formula.startswith("="):
        return to_office(formula[1:])
    if kind == LIST and formula:
        return ";".join(f'"{part.strip()}"' for part in formula.split(","))
    return formula
