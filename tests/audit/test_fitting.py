from __future__ import annotations

import numpy as np
import pytest

from helpers.audit.fitting import Observed, _Batch, fit, joint_index
from helpers.parsing.joints import JOINTS
from helpers.parsing.states import BYLINE, CONT, HEAD, IMPOSSIBLE, START, STATES

S = len(STATES)
PARTS = sum(size for _, size in JOINTS)
NONE = tuple(0 for _ in JOINTS)


def issue(states: list[int], *, weight: float = 1.0) -> Observed:
    """An issue whose lines each show what they are, and something that says nothing."""
    names = {HEAD: "short", BYLINE: "signed", START: "long", CONT: "goes on"}
    last = tuple(size - 1 for _, size in JOINTS)
    joints = [NONE if n % 2 else last for n in range(len(states))]
    return Observed([[names[s], "any"] for s in states], joints, states, weight)


ISSUES = [issue([HEAD, BYLINE, START, CONT]), issue([HEAD, START]), issue([START, CONT, CONT])]


def test_each_part_of_a_joint_has_its_rows() -> None:
    assert joint_index(NONE) == list(np.cumsum([0, *(size for _, size in JOINTS[:-1])]))
    assert joint_index(tuple(size - 1 for _, size in JOINTS))[-1] == PARTS - 1
    with pytest.raises(ValueError, match="zip"):
        joint_index((0,))


def test_what_is_fitted_reads_its_own_issues() -> None:
    names, emission, pair, joints = fit(ISSUES * 3, penalty=0.1, rounds=40)
    assert names == ["any", "goes on", "long", "short", "signed"]
    assert emission.shape == (5, S)
    assert pair.shape == (S, S)
    assert joints.shape == (PARTS, S, S)
    best = dict(zip(names, emission.argmax(axis=1), strict=True))
    assert {k: best[k] for k in ("short", "signed", "long")} == {
        "short": HEAD,
        "signed": BYLINE,
        "long": START,
    }


def test_what_is_rare_is_left_out() -> None:
    names, *_ = fit(ISSUES, rare=3, rounds=2)
    assert "signed" not in names
    assert {"any", "long"} <= set(names)


def test_the_gradient_is_that_of_the_loss() -> None:
    names = ["any", "goes on", "long", "short", "signed"]
    issues = [*ISSUES, issue([HEAD, HEAD, START], weight=0.4)]
    batch = _Batch(issues, {name: i for i, name in enumerate(names)})
    dice = np.random.default_rng(3)
    sizes = (len(names) * S, S * S, PARTS * S * S)
    x = dice.normal(scale=0.3, size=sum(sizes))

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        w, pair, joint = np.split(at, np.cumsum(sizes)[:-1])
        return batch.loss(w.reshape(-1, S), pair.reshape(S, S), joint.reshape(-1, S, S))

    value, gradient = loss(x)
    assert value > 0
    for place in dice.choice(len(x), 25, replace=False):
        step = np.zeros_like(x)
        step[place] = 1e-5
        slope = (loss(x + step)[0] - loss(x - step)[0]) / 2e-5
        assert slope == pytest.approx(gradient[place], abs=1e-4)


def test_a_lighter_issue_pulls_less() -> None:
    same = [issue([HEAD, START])] * 4
    heavy, light = (
        [*same, Observed([["short"], ["long"]], [NONE] * 2, [START, CONT], w)] for w in (4, 0.1)
    )
    by_weight = [fit(data, rare=1, rounds=30) for data in (heavy, light)]
    pulls = [e[n.index("short"), START] - e[n.index("short"), HEAD] for n, e, *_ in by_weight]
    assert pulls[0] > pulls[1]


def test_what_is_impossible_stays_so() -> None:
    assert (HEAD, CONT) in IMPOSSIBLE
    _, emission, pair, joints = fit([issue([HEAD, START, CONT])] * 3, rounds=20)
    assert np.isfinite(pair).all() and np.isfinite(emission).all() and np.isfinite(joints).all()
