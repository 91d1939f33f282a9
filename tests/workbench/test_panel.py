"""The widgets: they ask again when something changes, and never throw."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from helpers.workbench import Query, Workbench, is_live, show
from helpers.workbench.delaying import Delayed
from helpers.workbench.panel import Panel
from helpers.workbench.rows import ROWS
from helpers.workbench.theme_panel import ThemePanel


def shown(panel: Panel) -> int:
    return sum(line.layout.display == "" for _, _, line in panel.rows._lines)


def test_typing_changes_what_is_shown(bench: Workbench) -> None:
    panel = Panel(bench, Query("征地"))
    assert shown(panel) == len(panel.found.hits) > 0
    panel.text.value = "的"
    assert shown(panel) == ROWS
    panel.rows._next.click()
    assert panel.rows._place.value.startswith(f"{ROWS + 1}–")
    panel.rows._back.click()
    assert panel.rows._back.disabled
    panel.text.value = "没有这样的话"
    assert shown(panel) == 0
    assert panel.save.disabled
    assert panel.chart.layout.display == "none"


def test_errors_stand_under_the_box(bench: Workbench) -> None:
    panel = Panel(bench, Query("征地"))
    panel.how.value = "regex"
    panel.text.value = "(<b>"
    assert "wb-wrong" in panel.said.value and "<b>" not in panel.said.value
    assert shown(panel) == 0
    panel.text.value = "征.{1,2}"
    assert "wb-wrong" not in panel.said.value
    panel.how.value = "class"
    assert "theme:land_acquisition" in panel.text.options
    panel.text.value = "theme:land_acquisition"
    assert shown(panel) > 0


def test_filters_and_clicks(bench: Workbench, reports: Path) -> None:
    panel = Panel(bench, Query("征地"))
    everything = len(panel.found.hits)
    panel.issue.value = str(panel.found.hits.iloc[0]["issue_id"])
    assert 0 < len(panel.found.hits) < everything
    button, _, _ = panel.rows._lines[0]
    button.click()
    assert "<mark>征地</mark>" in panel.article.value
    panel.save.click()
    assert "selection-01" in panel.saved.value
    assert (reports / "specimen/workbench/selection-01-trend.png").is_file()


def test_themes_are_edited_and_saved(bench: Workbench, reports: Path) -> None:
    panel = ThemePanel(bench)
    panel.choice.value = "land_acquisition"
    assert panel.save.disabled
    panel.terms.value = ["征地"]
    assert "→" in panel.effect.value and not panel.save.disabled
    panel.terms.value = ["征地", "一"]
    assert "wb-wrong" in panel.effect.value
    panel.terms.value = ["征地"]
    panel.save.click()
    assert "themes_mode" in panel.saved.value
    assert (reports / "specimen/workbench/themes.tsv").is_file()


def test_only_the_last_of_several_requests_is_heard() -> None:
    heard: list[int] = []

    async def type_quickly() -> None:
        delayed = Delayed(lambda: heard.append(1), 0.01)
        for _ in range(5):
            delayed()
        await asyncio.sleep(0.05)

    asyncio.run(type_quickly())
    assert heard == [1]


def test_nothing_is_shown_where_nobody_could_use_it(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("JPY_SESSION_NAME", "VSCODE_PID"):
        monkeypatch.delenv(name, raising=False)
    show(bench, Query("征地"))
    assert not is_live()
    assert capsys.readouterr().out == ""
    monkeypatch.setenv("JPY_SESSION_NAME", "10_workbench.ipynb")
    show(bench, Query("征地"))
    assert "VBox" in capsys.readouterr().out
