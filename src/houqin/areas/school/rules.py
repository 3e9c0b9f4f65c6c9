"""All rules of the school's own ledgers, in the order of their codes."""

from houqin.areas.school import day_rules, list_rules, people_rules, setting_rules
from houqin.rules import Rule

RULES: tuple[Rule, ...] = (
    *setting_rules.RULES,
    *people_rules.RULES,
    *day_rules.RULES,
    *list_rules.RULES,
)
