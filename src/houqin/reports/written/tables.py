"""The tables of the written summary: figures against their targets, and where they come from."""

from collections.abc import Sequence

from houqin.problems import Both
from houqin.reports.written.figures import campuses_of, target_of
from houqin.reports.written.parts import Grid, Paragraph, Piece
from houqin.reports.written.speaker import Speaker
from houqin.sections import Figure, Light, Value

LIGHTS = {
    Light.GREEN: Both("达标", "met"),
    Light.AMBER: Both("接近", "close"),
    Light.RED: Both("未达标", "not met"),
    Light.NONE: Both("", ""),
}
NAME, TARGET, STATUS = 26, 18, 10  # shares of the page; the numbers share the rest


def targets_table(speaker: Speaker, figures: Sequence[Figure]) -> Grid:
    """Return the figures that have a target: at each campus, in all, last term if known."""
    campuses = list(dict.fromkeys(campus for each in figures for campus in each.by_campus))
    has_last = any(each.last is not None for each in figures)
    numbers = (
        *campuses,
        speaker.say("全校", "School"),
        *((speaker.say("上学期", "Last term"),) if has_last else ()),
    )
    heads = (
        speaker.say("指标", "Figure"),
        speaker.say("目标", "Target"),
        *numbers,
        speaker.say("状态", "Status"),
    )
    rows = tuple(_target_row(speaker, each, campuses, has_last=has_last) for each in figures)
    share = (100 - NAME - TARGET - STATUS) // len(numbers)
    widths = (NAME, TARGET, *(share,) * len(numbers), STATUS)
    return Grid(heads, rows, widths, frozenset(range(2, 2 + len(numbers))))


def _target_row(
    speaker: Speaker, figure: Figure, campuses: Sequence[str], *, has_last: bool
) -> tuple[Paragraph, ...]:
    def known(value: Value) -> Paragraph:
        return (speaker.value(figure, value),)

    return (
        (Piece(figure.name.of(speaker.lang)),),
        (Piece(target_of(figure, speaker.lang)),),
        *(known(figure.by_campus.get(campus)) for campus in campuses),
        known(figure.total),
        *((known(figure.last),) if has_last else ()),
        (Piece(LIGHTS[figure.light].of(speaker.lang)),),
    )


def sources_table(speaker: Speaker) -> Grid:
    """Return every figure that was named, its value and how it is reckoned."""
    heads = (
        speaker.say("指标", "Figure"),
        speaker.say("数值", "Value"),
        speaker.say("数据来源和算法", "How it is reckoned"),
    )
    rows = tuple(
        (
            (Piece(each.name.of(speaker.lang)),),
            (speaker.value(each, each.total), Piece(campuses_of(each, speaker.lang))),
            (Piece(each.source.of(speaker.lang)),),
        )
        for each in speaker.used
    )
    return Grid(heads, rows, (22, 28, 50))
