"""xlwings' configuration is written as its macros read it, and given back byte for byte."""

from dataclasses import replace
from pathlib import PureWindowsPath as Windows

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.setup.recorded import healthy

from houqin.setup import configuration
from houqin.setup.machine import NotDoneError, Python

LINES = (
    b'"INTERPRETER_WIN","C:\\\xcd\xf5\\python.exe"\r\n',  # 王 in cp936
    b'"ADD_WORKBOOK_TO_PYTHONPATH","False"\r\n',
)
FOREIGN = b'"CONDA PATH","D:\\Anaconda3"\r\n\r\n"interpreter_win","D:\\old.exe"\n# \xe6\x97\xa7\n"DEBUG UDFS","True"'


def test_the_lines_go_to_the_top_and_all_others_stay_as_they_are() -> None:
    assert configuration.with_lines(FOREIGN, LINES) == (
        b'"INTERPRETER_WIN","C:\\\xcd\xf5\\python.exe"\r\n'
        b'"ADD_WORKBOOK_TO_PYTHONPATH","False"\r\n'
        b'"CONDA PATH","D:\\Anaconda3"\r\n\r\n# \xe6\x97\xa7\n"DEBUG UDFS","True"'
    )


@given(
    st.lists(
        st.sampled_from(
            [
                b"\r\n",
                b'"A","1"\n',
                b'"INTERPRETER_WIN","x"\r\n',
                b"junk\r\n",
                b'"add_workbook_to_pythonpath",true\n',
            ]
        )
    )
)
def test_what_was_set_is_taken_back_byte_for_byte(lines: list[bytes]) -> None:
    former = b"".join(lines)

    content = configuration.with_lines(former, LINES)

    assert configuration.without_lines(content, LINES, former) == former


def test_what_the_user_changed_since_stays_when_the_rest_is_taken_back() -> None:
    content = configuration.with_lines(FOREIGN, LINES)
    changed = content.replace(b"False", b"True") + b'\r\n"SHOW CONSOLE","True"\r\n'

    assert configuration.without_lines(changed, LINES, FOREIGN) == (
        b'"interpreter_win","D:\\old.exe"\n'
        b'"ADD_WORKBOOK_TO_PYTHONPATH","True"\r\n'
        b'"CONDA PATH","D:\\Anaconda3"\r\n\r\n# \xe6\x97\xa7\n"DEBUG UDFS","True"\r\n"SHOW CONSOLE","True"\r\n'
    )


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b'"INTERPRETER_WIN","a"\n"INTERPRETER_WIN","b"', "a"),
        (b'"interpreter_win" , "a"', "a"),
        (b"INTERPRETER_WIN,a\r\n", "a"),
        (b'"INTERPRETER_WIN",""', ""),
        (b'"OTHER","a"\r\n', None),
        (b"", None),
        (b'"INTERPRETER_WIN","C:\\\xcd\xf5"', "C:\\王"),
    ],
)
def test_the_first_value_of_a_name_counts(content: bytes, value: str | None) -> None:
    assert configuration.value_in(content, "INTERPRETER_WIN", "cp936") == value


@pytest.mark.parametrize("code_page", ["cp936", "cp950", "utf-8"])
def test_a_chinese_user_name_is_written_in_the_machines_own_code_page(code_page: str) -> None:
    machine = healthy()
    machine.code_page = code_page
    machine.variables["USERPROFILE"] = r"C:\Users\王明"
    machine.python = replace(machine.python, executable=Windows(r"C:\Users\王明\python.exe"))

    first, *rest = configuration.written(configuration.settings_for(machine), code_page)

    assert first == '"INTERPRETER_WIN","C:\\Users\\王明\\python.exe"\r\n'.encode(code_page)
    assert rest == [
        b'"ADD_WORKBOOK_TO_PYTHONPATH","False"\r\n',
        b'"SHOW_ERROR_POPUPS","True"\r\n',
    ]


def test_a_path_that_macros_cannot_read_is_written_by_its_short_name() -> None:
    machine = healthy()
    odd = Windows(r"D:\㛃\python.exe")
    machine.python = Python(odd, odd.parent, 64)
    machine.short_names[odd] = Windows(r"D:\4F3A~1\python.exe")

    settings = configuration.settings_for(machine)

    assert settings[configuration.INTERPRETER] == r"D:\4F3A~1\python.exe"


@pytest.mark.parametrize(
    ("home", "python", "code_page", "named"),
    [
        (r"C:\Users\王老师", r"C:\Python\python.exe", "cp1252", "“王老师”"),
        (r"C:\Users\wang", r"D:\㛃\python.exe", "cp936", "“㛃”"),
    ],
)
def test_a_path_that_macros_cannot_read_at_all_is_one_clear_sentence(
    home: str, python: str, code_page: str, named: str
) -> None:
    machine = healthy()
    machine.code_page = code_page
    machine.variables["USERPROFILE"] = home
    machine.python = replace(machine.python, executable=Windows(python))

    with pytest.raises(NotDoneError) as caught:
        configuration.settings_for(machine)

    assert named in caught.value.why.zh
    assert "中文(简体，中国)" in caught.value.why.zh
    assert "locale" in caught.value.why.en


def test_the_python_without_a_window_is_replaced_by_the_one_with() -> None:
    machine = healthy()
    quiet = machine.python.executable.with_name("pythonw.exe")
    machine.python = replace(machine.python, executable=quiet)

    settings = configuration.settings_for(machine)

    assert settings[configuration.INTERPRETER].endswith(r"Scripts\python.exe")
