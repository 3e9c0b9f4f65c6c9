"""Slips of one kind are equally serious, whichever ledger they stand in, and said alike."""

import pytest

from houqin.areas import RULES
from houqin.areas.classes import ELSEWHERE_ZH, TAUGHT_ZH
from houqin.areas.makers import LATER_ZH, UNKNOWN_ZH
from houqin.areas.staff import AWAY_ZH
from houqin.areas.terms import OUTSIDE_ZH
from houqin.problems import Severity

LATER = """
INS-02 HAZ-02 EQP-05 STK-17 CNT-06 SVY-19 BUY-06 DUT-17 VIS-04 REP-02 PRO-02 APR-02
WEL-09 HON-05 SHC-04 HLT-02 TRN-02
"""
NOT_LISTED = """
SCH-15 SCH-16 INS-14 INS-15 HAZ-17 HAZ-18 HAZ-19 EQP-10 STK-15 BUY-22 DUT-13 VIS-03 REP-21
PRO-14 APR-09 WEL-07 HON-02 SHC-05 HLT-11 TRN-05 TRN-15
"""
AWAY = """
INS-16 HAZ-20 STK-16 BUY-23 DUT-14 REP-22 PRO-15 APR-10 WEL-08 HON-03 HLT-12 TRN-06
"""
ELSEWHERE_UNKNOWN = """
INS-09 INS-12 STK-05 BUY-24 BUY-25 REP-29 REP-33 HLT-05 LSN-05 PRO-16 PRO-19 SVY-11 DUT-05
"""
OUT_OF_ORDER = """
SCH-06 SCH-13 HAZ-04 HAZ-05 EQP-06 EQP-07 BUY-07 BUY-09 BUY-11 BUY-12 POS-02 LEV-01 VIS-01
REP-03 SIC-02 SIC-03
"""
REPEATED = """
SCH-02 SCH-10 SCH-12 SCH-14 SCH-18 INS-01 HAZ-01 EQP-01 STK-01 SUP-08 BUY-01 BUD-01 VIS-05
SVY-01 REP-01 HLT-01 SIC-01 DIS-01 TRN-01 TRN-14 LSN-01 APR-01 PRO-01 WEL-01 HON-01 GOL-01
SHC-01
"""

ONE_KIND = {
    "a date after the as-of date": (Severity.ERROR, LATER),
    "a person whom the staff list lacks": (Severity.WARNING, NOT_LISTED),
    "a person who was not on the staff that day": (Severity.WARNING, AWAY),
    "a day or a month outside the term": (Severity.WARNING, "SCH-19 APR-03 HON-06"),
    "something that another sheet does not list": (Severity.ERROR, ELSEWHERE_UNKNOWN),
    "a step dated before the one that it follows": (Severity.ERROR, OUT_OF_ORDER),
    "a row that stands twice": (Severity.ERROR, REPEATED),
    "another campus than the class has": (Severity.ERROR, "HLT-06 LSN-06 PRO-17"),
    "another form teacher than the class has": (Severity.WARNING, "LSN-07 PRO-13"),
    "more or fewer pupils than the class has": (Severity.WARNING, "HLT-04 LSN-04 SVY-07"),
    "a sum that its parts do not make": (Severity.ERROR, "STK-13 BUY-04 HLT-03 APR-07"),
    "more of something than all there is": (Severity.ERROR, "SVY-05 TRN-03 LSN-02 PRO-04"),
}
SAID_ALIKE = {
    LATER_ZH[0]: LATER,
    UNKNOWN_ZH[0]: NOT_LISTED + ELSEWHERE_UNKNOWN,
    AWAY_ZH[0]: AWAY,
    OUTSIDE_ZH[0]: "SCH-19 APR-03 HON-06",
    ELSEWHERE_ZH[0]: "HLT-06 LSN-06 PRO-17",
    TAUGHT_ZH[0]: "LSN-07 PRO-13",
}


@pytest.mark.parametrize(("severity", "listed"), ONE_KIND.values(), ids=ONE_KIND)
def test_slips_of_one_kind_are_equally_serious(severity: Severity, listed: str) -> None:
    codes = listed.split()
    found = {rule.code: rule.severity for rule in RULES if rule.code in codes}

    assert found == dict.fromkeys(codes, severity)


@pytest.mark.parametrize(("words", "listed"), SAID_ALIKE.items(), ids=range(len(SAID_ALIKE)))
def test_a_rule_with_the_words_of_a_kind_is_listed_under_it(words: str, listed: str) -> None:
    said = [rule.code for rule in RULES if rule.zh.what == words]

    assert said
    assert [code for code in said if code not in listed.split()] == []
