"""How an answer is read by the scale of its question."""

import pytest
from tests.areas.survey.drawn import survey

from houqin.areas.survey.answers import scales
from houqin.areas.survey.scales import Scale


def scale(options: str, satisfied: str = "", excluded: str = "") -> Scale:
    satisfied = satisfied or options.partition("、")[0]
    row = {"选项": options, "计为满意": satisfied, "不计入": excluded}
    return scales(survey([row], [{}]))["午餐", "1"]


@pytest.mark.parametrize(
    ("options", "answer", "expected"),
    [
        ("非常满意、满意、不满意", "很满意", "非常满意"),
        ("很满意、满意、不满意", "非常满意", "很满意"),
        ("很满意、满意、不满意", "十分满意。", "很满意"),
        ("很满意、非常满意", "十分满意", None),  # one of two
        ("很满意、非常满意", "很满意", "很满意"),
        ("满意、不满意、弃权", "不了解", "弃权"),
        ("满意、不满意", "不 满意", "不满意"),
        ("满意、不满意", "基本满意", None),
        ("5、4、3、2、1", "５", "5"),
        ("A、B", "a", "A"),
        ("是、否", "有", None),
    ],
)
def test_an_answer_is_one_of_its_question_s_or_none(
    options: str, answer: str, expected: str | None
) -> None:
    assert scale(options).read(answer) == expected


def test_what_is_left_out_is_not_satisfied() -> None:
    found = scale("满意、一般、弃权", "满意、弃权", "不了解")

    assert (set(found.satisfied), set(found.excluded)) == ({"满意"}, {"弃权"})
