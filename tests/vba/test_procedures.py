"""Procedures as they stand in sources."""

import pytest

from houqin.vba.procedures import Parameter, Procedure, procedures_of

CONTROL = Parameter("control", "IRibbonControl")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Sub A()", Procedure("A", "sub", is_public=True)),
        ("Sub A", Procedure("A", "sub", is_public=True)),
        ("  public  sub  A ( )", Procedure("A", "sub", is_public=True)),
        ("Public Sub A(): B (1): End Sub", Procedure("A", "sub", is_public=True)),
        ("Private Sub A()", Procedure("A", "sub", is_public=False)),
        ("Friend Sub A()", Procedure("A", "sub", is_public=False)),
        ("Static Sub A()", Procedure("A", "sub", is_public=True)),
        ("Public Property Get A() As Long", Procedure("A", "property", is_public=True)),
        (
            "Sub A(control As IRibbonControl)",
            Procedure("A", "sub", is_public=True, parameters=(CONTROL,)),
        ),
        (
            "Sub A(ByVal control As Office.IRibbonControl)",
            Procedure("A", "sub", True, (Parameter("control", "IRibbonControl", True),)),
        ),
        (
            "Sub A(ByVal control As IRibbonControl, _\r\n    ByRef value)",
            Procedure(
                "A",
                "sub",
                True,
                (Parameter("control", "IRibbonControl", True), Parameter("value")),
            ),
        ),
        (
            'Function A$(Optional b As String = "x", ParamArray rest() As Variant) As String',
            Procedure("A", "function", True, (Parameter("b", "String"), Parameter("rest"))),
        ),
    ],
)
def test_a_procedure_is_understood(source: str, found: Procedure) -> None:
    assert list(procedures_of(source)) == [found]


@pytest.mark.parametrize(
    "source",
    [
        "End Sub",
        "Exit Sub",
        "' Sub A()",
        'x = "Sub A()"',
        'Declare PtrSafe Function A Lib "k" () As Long',
        "Subtotal = 1",
    ],
)
def test_what_only_looks_like_one_is_none(source: str) -> None:
    assert list(procedures_of(source)) == []
