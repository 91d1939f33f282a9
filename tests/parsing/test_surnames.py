from __future__ import annotations

import pytest

from helpers.parsing.surnames import COMPOUND, SINGLE, has_surname


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("苏小田", True),
        ("何大路", True),
        ("欧阳青", True),
        ("欧阳青禾", True),
        ("苏禾", True),
        # A surname alone, a compound one alone, four characters with a single one, another word.
        ("苏", False),
        ("欧阳", False),
        ("苏小田里", False),
        ("的确", False),
        ("", False),
    ],
)
def test_has_surname(name: str, verdict: bool) -> None:
    assert has_surname(name) is verdict


def test_surnames_are_of_one_length() -> None:
    assert all(len(name) == 1 for name in SINGLE)
    assert all(len(name) == 2 for name in COMPOUND)
