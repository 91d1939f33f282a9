from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.special import logsumexp

from helpers.parsing import states
from helpers.parsing.around import look_around
from helpers.parsing.decode import DOUBTFUL, Reading, decode, marks_of
from helpers.parsing.joints import JOINTS
from helpers.parsing.prepare import look_at
from helpers.parsing.states import IMPOSSIBLE, NOT_FIRST, NOT_LAST, STATES
from helpers.parsing.weights import NEVER, weights

PAGE = """今日青禾
2021年7月6日 星期二
三座水站换了新泵
灌溉不再看天，148户受益
本报讯（记者 甲乙）今年水来得早，
也来得稳。
村里的老支书说，往年这时候还在等雨。
孩子们在新泵房前合影。（苏小田 摄）
同心共建  实干争先
3
公告
七月十日停水一天。
青禾县水务公司""".split("\n")


def read(raw: Sequence[str], allowed: Mapping[int, frozenset[int]] | None = None) -> Reading:
    sheet = look_at(raw)
    joints = look_around(sheet)
    return decode(marks_of(sheet.seen), joints, allowed)


def exactly(
    features: Sequence[Sequence[str]], joints: NDArray[np.int8]
) -> tuple[list[int], list[float]]:
    """The best states and their probabilities, by going through every state of every line."""
    w, offsets = weights(), np.cumsum([0, *(size for _, size in JOINTS)])
    own = np.array(
        [
            sum((w.emission[w.rows[f]] for f in names if f in w.rows), np.zeros(len(STATES)))
            for names in features
        ]
    )
    edges = [
        w.pair + sum(w.joints[o + v] for o, v in zip(offsets, j, strict=False)) for j in joints
    ]
    first = np.array([NEVER if s in NOT_FIRST else 0.0 for s in range(len(STATES))])
    best, forward, origin = [own[0] + first], [own[0] + first], []
    for own_now, edge in zip(own[1:], edges[1:], strict=True):
        ways = best[-1][:, None] + edge
        origin.append(ways.argmax(axis=0))
        best.append(ways.max(axis=0) + own_now)
        forward.append(logsumexp(forward[-1][:, None] + edge, axis=0) + own_now)
    last = np.array([NEVER if s in NOT_LAST else 0.0 for s in range(len(STATES))])
    state = int((best[-1] + last).argmax())
    found = [state]
    for way in reversed(origin):
        found.append(int(way[found[-1]]))
    found.reverse()
    backward = np.zeros(len(STATES))
    sure = []
    for i in range(len(features) - 1, -1, -1):
        total = forward[i] + backward
        sure.append(float(np.exp(total[found[i]] - logsumexp(total))))
        backward = logsumexp(edges[i] + (own[i] + backward)[None, :], axis=1)
    return found, sure[::-1]


def test_pruning_changes_nothing() -> None:
    sheet = look_at(PAGE)
    joints = look_around(sheet)
    found, sure = exactly(sheet.seen.names(), joints)
    reading = decode(marks_of(sheet.seen), joints)
    assert reading.states == found
    assert np.allclose(reading.certainty, sure, atol=0.02)


@pytest.mark.parametrize("state", [states.HEAD, states.START, states.SLOGAN, states.CAPTION])
def test_only_what_is_allowed_is_tried(state: int) -> None:
    reading = read(PAGE, {3: frozenset({state})})
    assert reading.states[3] == state
    assert reading.certainty[3] == pytest.approx(1.0)


def test_nothing_is_read_of_nothing() -> None:
    reading = read([])
    assert (reading.states, reading.certainty, reading.rivals) == ([], [], [])


def test_a_rival_is_named_where_there_is_doubt() -> None:
    reading = read(PAGE)
    for state, sure, rival in zip(reading.states, reading.certainty, reading.rivals, strict=True):
        assert (rival is not None) == (sure < DOUBTFUL)
        if rival is not None:
            assert rival[0] != state
            assert 0 <= rival[1] <= 1 - sure + 1e-9


def test_a_page_does_not_end_within_a_paragraph() -> None:
    """Nothing goes on after the last line, so that it interrupts nothing."""
    credit, date = "孩子们在新泵房前合影。（苏小田 摄）", "2021年7月6日 星期二"
    reading = read([credit, date, "3", credit, date, date])
    assert reading.states[-1] not in NOT_LAST


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*PAGE, "", "（", "— 2 —", "　　甲乙丙丁"]), max_size=25))
def test_no_reading_does_what_is_impossible(raw: list[str]) -> None:
    reading = read(raw)
    assert len(reading.states) == len([line for line in raw if line.strip()])
    assert not set(zip(reading.states, reading.states[1:], strict=False)) & IMPOSSIBLE
    if reading.states:
        assert reading.states[0] not in NOT_FIRST
        assert reading.states[-1] not in NOT_LAST
    assert all(0.0 <= sure <= 1.0 + 1e-9 for sure in reading.certainty)
