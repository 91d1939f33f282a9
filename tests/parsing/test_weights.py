from __future__ import annotations

import numpy as np
import pytest

from helpers.parsing.joints import JOINTS
from helpers.parsing.states import CONT, HEAD, IMPOSSIBLE, NOT_FIRST, NOT_LAST, STATES
from helpers.parsing.weights import NEVER, parse_weights, weights, write_weights

S = len(STATES)
PARTS = sum(size for _, size in JOINTS)


def table(names: list[str]) -> str:
    dice = np.random.default_rng(7)
    return write_weights(
        names,
        dice.normal(size=(len(names), S)),
        dice.normal(size=(S, S)),
        dice.normal(size=(PARTS, S, S)),
    )


def test_what_is_written_is_read_back() -> None:
    read = parse_weights(table(["ends:stop", "short open > opener"]))
    assert read.rows == {"ends:stop": 0, "short open > opener": 1}
    assert read.emission.shape == (2, S)
    assert read.joints.shape == (PARTS, S, S)
    allowed = np.ones((S, S), dtype=bool)
    for before, after in IMPOSSIBLE:
        allowed[before, after] = False
    text = write_weights(
        list(read.rows), read.emission, np.where(allowed, read.pair, 0.0), read.joints
    )
    again = parse_weights(text)
    assert np.array_equal(again.emission, read.emission)
    assert np.array_equal(again.pair, read.pair)


def test_weights_that_say_nothing_are_left_empty() -> None:
    text = write_weights(["x"], np.full((1, S), 0.004), np.zeros((S, S)), np.zeros((PARTS, S, S)))
    assert text.splitlines()[1] == "x" + "\t" * S


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("feature\tmasthead", "feature\tmast", "not the states"),
        ("\t", "\t\t", "not the states"),
    ],
)
def test_a_damaged_table_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_weights(table(["x"]).replace(old, new, 1))


def test_an_incomplete_row_is_named() -> None:
    head, row, *_ = table(["ends:stop"]).splitlines()
    with pytest.raises(ValueError, match="'ends:stop' are incomplete"):
        parse_weights("\n".join((head, row.rpartition("\t")[0])))


def test_the_weights_that_come_with_the_program() -> None:
    found = weights()
    assert np.isfinite(found.emission).all() and np.isfinite(found.joints).all()
    assert {"opener", "ends:stop", "furniture:page number"} <= found.rows.keys()
    assert all(found.pair[before, after] == NEVER for before, after in IMPOSSIBLE)


def test_states_hold_together() -> None:
    assert STATES[HEAD] == "headline" and STATES[CONT] == "goes on"
    assert (HEAD, CONT) in IMPOSSIBLE
    assert set(range(S)) > NOT_FIRST | NOT_LAST
    # Whatever stands before, something may follow; whatever follows, something may stand before.
    for state in range(S):
        assert any((state, after) not in IMPOSSIBLE for after in range(S))
        assert any((before, state) not in IMPOSSIBLE for before in range(S))
