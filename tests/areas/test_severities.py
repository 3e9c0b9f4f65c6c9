"""Slips of one kind are equally serious, whichever ledger they stand in."""

import pytest

from houqin.areas import RULES
from houqin.problems import Severity

ONE_KIND = {
    "a date after the as-of date": (
        Severity.ERROR,
        {
            "INS-02",
            "HAZ-02",
            "EQP-05",
            "STK-17",
            "CNT-06",
            "SVY-19",
            "BUY-06",
            "DUT-17",
            "VIS-04",
            "REP-02",
            "PRO-02",
            "APR-02",
            "WEL-09",
            "HON-05",
            "SHC-04",
            "HLT-02",
            "TRN-02",
        },
    ),
    "a person whom the staff list lacks": (
        Severity.WARNING,
        {
            *("SCH-15", "SCH-16", "INS-14", "INS-15", "HAZ-17", "HAZ-18", "HAZ-19"),
            *(
                "EQP-10",
                "STK-15",
                "BUY-22",
                "DUT-13",
                "VIS-03",
                "REP-21",
                "PRO-14",
                "APR-09",
                "WEL-07",
                "HON-02",
                "SHC-05",
                "HLT-11",
                "TRN-05",
            ),
        },
    ),
    "a day or a month outside the term": (Severity.WARNING, {"SCH-19", "APR-03", "HON-06"}),
    "a person who was not on the staff that day": (
        Severity.WARNING,
        {
            "INS-16",
            "HAZ-20",
            "STK-16",
            "BUY-23",
            "DUT-14",
            "REP-22",
            "PRO-15",
            "APR-10",
            "WEL-08",
            "HON-03",
            "HLT-12",
            "TRN-06",
        },
    ),
    "something that another sheet does not list": (Severity.ERROR, {"STK-05", "HLT-05", "LSN-05"}),
}


@pytest.mark.parametrize(("severity", "codes"), ONE_KIND.values(), ids=ONE_KIND)
def test_slips_of_one_kind_are_equally_serious(severity: Severity, codes: set[str]) -> None:
    found = {rule.code: rule.severity for rule in RULES if rule.code in codes}

    assert found == dict.fromkeys(codes, severity)
