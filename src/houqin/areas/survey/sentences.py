"""What the written summary says of surveys."""

from houqin.problems import Both
from houqin.sentences import Part, Sentence

SENTENCES: tuple[Sentence, ...] = (
    Sentence(
        Part.DONE,
        Both(
            "本学期开展满意度调查 {survey.surveys} 次，问卷回收率 {survey.return_rate}，"
            "计入统计的答案 {survey.answers} 份。",
            "We made {survey.surveys} surveys this term; {survey.return_rate} of the sheets came "
            "back, with {survey.answers} answers that count.",
        ),
        when="survey.answers",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "总体满意率 {survey.rate}（95% 置信区间 {survey.rate_lower} 至 {survey.rate_upper}）。",
            "{survey.rate} are satisfied (95 % interval {survey.rate_lower} to {survey.rate_upper}).",
        ),
        when="survey.answers",
    ),
    Sentence(
        Part.RESULT,
        Both("{survey.met} 道题达到满意率目标。", "{survey.met} questions meet their target."),
        when="survey.met",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "与上期相比，{survey.rose} 道题的满意率明显上升。",
            "Against the last term {survey.rose} questions are really up.",
        ),
        when="survey.rose",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "{survey.missed} 道题没有达到满意率目标。",
            "{survey.missed} questions do not meet their target.",
        ),
        when="survey.missed",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "与上期相比，{survey.fell} 道题的满意率明显下降。",
            "Against the last term {survey.fell} questions are really down.",
        ),
        when="survey.fell",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "{survey.unclear} 道题因份数不足难以判定是否达标，下次调查扩大发放范围。",
            "For {survey.unclear} questions nobody can tell yet; the next survey will ask more people.",
        ),
        when="survey.unclear",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "逐条研究收集到的 {survey.comments} 条意见，落实整改并向师生和家长反馈。",
            "We will go through the {survey.comments} comments, act on them and report back.",
        ),
        when="survey.comments",
    ),
)
