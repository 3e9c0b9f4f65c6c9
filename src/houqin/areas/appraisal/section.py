"""The appraisal's part of both summaries."""

from houqin.areas.appraisal.figures import appraisal_part
from houqin.areas.appraisal.rows import Appraisal
from houqin.book import Book
from houqin.problems import Both
from houqin.rows import NoColumn
from houqin.rules import no_column
from houqin.sections import Section
from houqin.sentences import Part, Sentence


def section(book: Book) -> Section | None:
    """Return the part of the summary about appraisals, None without the sheet."""
    if Appraisal not in book:
        return None
    try:
        return appraisal_part(book)
    except NoColumn as absent:
        why = no_column(absent.sheet, absent.heading)
        return Section("appraisal", Both("月考核", "Monthly appraisal"), notes=(why,))


SENTENCES = (
    Sentence(
        Part.DONE,
        Both(
            "坚持后勤人员月考核，本学期共考核 {appraisal.people} 人次，完成率 {appraisal.done_rate}。",
            "Logistics staff were appraised month by month, {appraisal.people} times in all, "
            "{appraisal.done_rate} of what was due.",
        ),
        when="appraisal.people",
    ),
    Sentence(
        Part.RESULT,
        Both(
            "月考核综合得分平均 {appraisal.average} 分，最高等次 {appraisal.top} 人次。",
            "The composite scores average {appraisal.average}; "
            "{appraisal.top} of them are in the first band.",
        ),
        when="appraisal.average",
    ),
    Sentence(
        Part.SHORTCOMING,
        Both(
            "月考核还缺 {appraisal.missing} 人次，考核没有做到人人每月都有。",
            "{appraisal.missing} appraisals are missing; not everybody was appraised every month.",
        ),
        when="appraisal.missing",
    ),
    Sentence(
        Part.NEXT,
        Both(
            "补齐缺少的月考核，每月初公布考核时间，按时完成三方评价。",
            "Make up for the appraisals that are missing, and announce the dates at the start of each month.",
        ),
        when="appraisal.missing",
    ),
)
