"""The rows of the concordance: made once and filled anew, so that nothing flickers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import ipywidgets as widgets
import pandas as pd

from helpers.workbench import pages

if TYPE_CHECKING:
    from helpers.workbench.bench import Found

#: Hits shown at once.
ROWS = 15


class Rows:
    """Pages of hits, each with a button that opens its article.

    Args:
        opened: Called with the row of the hit whose button was pressed.
    """

    def __init__(self, opened: Callable[[pd.Series], None]) -> None:
        """Make the rows, empty."""
        self._opened = opened
        self._hits = pd.DataFrame()
        self._first = 0
        self._lines: list[tuple[widgets.Button, widgets.HTML, widgets.HBox]] = []
        for number in range(ROWS):
            button = widgets.Button(layout=widgets.Layout(width="13em", height="26px"))
            button.add_class("wb-open")
            button.on_click(partial(self._press, number))
            text = widgets.HTML(layout=widgets.Layout(flex="1 1 auto", min_width="0"))
            line = widgets.HBox([button, text], layout=widgets.Layout(display="none"))
            self._lines.append((button, text, line))
        self._back = widgets.Button(description="‹", layout=widgets.Layout(width="3em"))
        self._next = widgets.Button(description="›", layout=widgets.Layout(width="3em"))
        self._place = widgets.Label()
        self._back.on_click(lambda _: self._turn(-ROWS))
        self._next.on_click(lambda _: self._turn(ROWS))
        pager = widgets.HBox([self._back, self._place, self._next])
        self.widget = widgets.VBox([*(line for _, _, line in self._lines), pager])

    def fill(self, found: Found | None) -> None:
        """Show the first page of what was found; nothing of None."""
        self._hits = pd.DataFrame() if found is None else found.hits
        self._first = 0
        self._show()

    def _turn(self, by: int) -> None:
        self._first = min(max(self._first + by, 0), max(len(self._hits) - 1, 0) // ROWS * ROWS)
        self._show()

    def _press(self, number: int, _: object) -> None:
        if self._first + number < len(self._hits):
            self._opened(self._hits.iloc[self._first + number])

    def _show(self) -> None:
        part = self._hits.iloc[self._first : self._first + ROWS]
        for number, (button, text, line) in enumerate(self._lines):
            if number >= len(part):
                line.layout.display = "none"
                continue
            hit = part.iloc[number]
            # The article's id without that of the corpus, which is the same in all of them.
            button.description = str(hit["article_id"]).split("-", 1)[-1]
            text.value = str(pages.row(hit["left"], hit["hit"], hit["right"]))
            line.layout.display = ""
        last = self._first + len(part)
        self._place.value = f"{self._first + 1 if last else 0}–{last} / {len(self._hits):,}"
        self._back.disabled = self._first == 0
        self._next.disabled = last >= len(self._hits)
