"""The values CMG, DPB and GC: those of Excel are understood, and ours say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.effort import examples

from houqin.vba.protection import decrypt, encrypt, unprotected

ID = "{7B1F0C52-9D3A-4E86-A5C4-2E60D1B8F937}"
FREE = {"CMG": bytes(4), "DPB": bytes(1), "GC": b"\xff"}
OF_EXCEL = {  # of two projects that Excel wrote: their ids and values
    "{E2E0E410-BF04-4DC5-BDD2-D3FBBA8B7D37}": {
        "CMG": "A7A58C2B7CDD73E173E173E173E1",
        "DPB": "A2A089308531853185",
        "GC": "9D9FB6314A2D4B2D4BD2",
    },
    "{5CF9CDAB-B77B-4FE4-BD7E-D29900070E1B}": {
        "CMG": "8D8FA61394EA98EA98EA98EA98",
        "DPB": "8D8FA61394EF95EF95EF",
        "GC": "8D8FA61394EF95EF9510",
    },
}


@pytest.mark.parametrize(("project_id", "values"), OF_EXCEL.items())
def test_what_excel_wrote_is_understood(project_id: str, values: dict[str, str]) -> None:
    key = sum(project_id.encode()) % 256

    assert {name: decrypt(value) for name, value in values.items()} == {
        name: (key, value) for name, value in FREE.items()
    }


def test_our_values_say_that_nothing_is_protected() -> None:
    key = sum(ID.encode()) % 256

    assert {name: decrypt(value) for name, value in unprotected(ID).items()} == {
        name: (key, value) for name, value in FREE.items()
    }


@given(st.binary(max_size=40), st.integers(0, 255))
@examples(100)
def test_a_value_is_decrypted_whatever_the_seed(value: bytes, seed: int) -> None:
    assert decrypt(encrypt(value, ID, seed)) == (sum(ID.encode()) % 256, value)


@pytest.mark.parametrize(
    "text", ["", "A7A5", "A7A58C", "A7A48C2B7CDD73E173E173E173E1", "A7A58C2B7CDD73E173"]
)
def test_what_was_not_encrypted_that_way_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no encrypted value|does not hold as many"):
        decrypt(text)
