"""Slips of one kind are equally serious, whichever ledger they stand in."""

import pytest

from houqin.areas import RULES
from houqin.problems import Severity

ONE_KIND = {
    "a date after the as-of date": (
        Severity.ERROR,
        {"INS-02", "HAZ-02", "EQP-05", "STK-17", "CNT-06", "HLT-02", "TRN-02"},
    ),
    "a person whom the staff list lacks": (
        Severity.WARNING,
        {
            *("SCH-15", "SCH-16", "INS-14", "INS-15", "HAZ-17", "HAZ-18", "HAZ-19"),
            *("EQP-10", "STK-15", "HLT-11", "TRN-05"),
        },
    ),
    "something that another sheet does not list": (
        Severity.ERROR,
        {"STK-05", "HLT-05", "LSN-05"},
    ),
    "a person who was not on the staff that day": (
        Severity.WARNING,
        {"INS-16", "HAZ-20", "STK-16", "HLT-12", "TRN-06"},
    ),
}


@pytest.mark.parametrize(("severity", "codes"), ONE_KIND.values(), ids=ONE_KIND)
def test_slips_of_one_kind_are_equally_serious(severity: Severity, codes: set[str]) -> None:
    found = {rule.code: rule.severity for rule in RULES if rule.code in codes}

    assert found == dict.fromkeys(codes, severity)
