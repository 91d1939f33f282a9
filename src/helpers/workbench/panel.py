"""The widgets of the workbench: they hold no logic but when to ask again."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import ipywidgets as widgets
import pandas as pd

from helpers.charts.saying import say
from helpers.errors import InputError
from helpers.workbench import pages
from helpers.workbench.delaying import Delayed
from helpers.workbench.query import Query, orders, ways
from helpers.workbench.rows import Rows
from helpers.workbench.saving import save_selection
from helpers.workbench.theme_panel import ThemePanel

if TYPE_CHECKING:
    from helpers.workbench.bench import Found, Workbench

#: Seconds after the last key before the concordance, and before chart and key words, are made.
SOON, LATER = 0.2, 0.7
#: Pixels to the inch of the chart on screen.
DPI = 110


class Panel:
    """Search, concordance, trend, key words, article, export and theme editing.

    Args:
        bench: The workbench.
        query: What to begin with.
    """

    def __init__(self, bench: Workbench, query: Query) -> None:
        """Make the widgets and answer the first query."""
        self.bench = bench
        self.found: Found | None = None
        self._ask_soon, self._draw_later = Delayed(self.ask, SOON), Delayed(self.draw, LATER)
        self._make_controls(query)
        self.said = widgets.HTML()
        self.rows = Rows(self.open)
        self.chart = widgets.Image(format="png", layout=widgets.Layout(max_width="46em"))
        self.keys = widgets.HTML()
        self.article = widgets.HTML()
        self.save = widgets.Button(
            description=say("导出所选", "Export selection"),
            icon="download",
            button_style="primary",
            layout=widgets.Layout(width="14em"),
        )
        self.save.add_class("wb-save")
        self.saved = widgets.HTML()
        self.save.on_click(lambda _: self.export())
        search = widgets.VBox(
            [
                widgets.HBox([self.text, self.how, self.sort]),
                widgets.HBox([self.theme, self.issue, self.kind]),
                self.said,
                self.rows.widget,
                widgets.HBox([self.save, self.saved]),
                self.article,
                widgets.HBox([self.chart, self.keys]),
            ]
        )
        tabs = widgets.Tab([search, ThemePanel(bench).widget])
        tabs.titles = (say("检索", "Search"), say("主题词典", "Themes"))
        self.widget = widgets.VBox([widgets.HTML(str(pages.STYLE)), tabs])
        for control in (self.text, self.how, self.sort, self.theme, self.issue, self.kind):
            control.observe(self._changed, names="value")
        self.ask()

    def _make_controls(self, query: Query) -> None:
        def choice(names: dict[str, str], value: str, wide: str = "14em") -> widgets.Dropdown:
            options = [(name, key) for key, name in names.items()]
            return widgets.Dropdown(options=options, value=value, layout=widgets.Layout(width=wide))

        corpus = self.bench.corpus
        self.text = widgets.Combobox(
            value=query.text,
            placeholder=say("检索词", "Search"),
            layout=widgets.Layout(width="24em"),
        )
        self.text.add_class("wb-text")
        self.how, self.sort = choice(ways(), query.how), choice(orders(), query.sort)
        everything = say("全部", "All")
        issues = list(map(str, corpus.issues["issue_id"]))
        kinds = sorted(map(str, corpus.articles["kind"].dropna().unique()))
        self.theme = choice(
            {"": say("主题：", "Theme: ") + everything, **self.bench.theme_names()}, query.theme
        )
        self.issue = choice(
            {"": say("期：", "Issue: ") + everything, **{i: i for i in issues}}, query.issue, "18em"
        )
        self.kind = choice(
            {"": say("体裁：", "Kind: ") + everything, **{k: k for k in kinds}}, query.kind
        )
        self._offer_classes()

    def _offer_classes(self) -> None:
        """Offer the classes of terms where they are what is looked for."""
        self.text.options = tuple(self.bench.index.classes) if self.how.value == "class" else ()

    def _changed(self, change: dict[str, object]) -> None:
        if change["owner"] is self.how:
            self._offer_classes()
        self._ask_soon()

    @property
    def query(self) -> Query:
        """The query that the controls stand at."""
        return Query(
            self.text.value,
            self.how.value,
            self.sort.value,
            self.theme.value,
            self.issue.value,
            self.kind.value,
        )

    def ask(self) -> None:
        """Answer the query in words and concordance; what is wrong with it is said there."""
        self.found = None
        try:
            self.found = self.bench.ask(self.query)
        except InputError as error:
            self.said.value = str(pages.wrong(error))
        else:
            self.said.value = str(pages.said(self.found))
        self.rows.fill(self.found)
        self.save.disabled = self.found is None or self.found.hits.empty
        self.saved.value = ""
        self._draw_later()

    def draw(self) -> None:
        """Draw the trend and list the key words of what was found."""
        if self.found is None or self.found.hits.empty:
            self.chart.layout.display, self.keys.value = "none", ""
            return
        self.chart.value = _png(self.bench, self.found)
        self.chart.layout.display = ""
        self.keys.value = ""
        # A selection without words, or that is everything, has no key words.
        with suppress(InputError):
            self.keys.value = str(pages.keyness_table(self.bench.keyness(self.found)))

    def open(self, hit: pd.Series) -> None:
        """Open the article of a hit."""
        if self.found is not None:
            self.article.value = str(
                pages.article(self.bench, str(hit["article_id"]), self.found.hits)
            )

    def export(self) -> None:
        """Write what was found, and say where."""
        if self.found is None:
            return
        try:
            files = save_selection(self.bench, self.found)
        except InputError as error:
            self.saved.value = str(pages.wrong(error))
        else:
            self.saved.value = str(pages.told(files))


def _png(bench: Workbench, found: Found) -> bytes:
    from matplotlib import pyplot as plt

    figure = bench.draw(found).get_figure(root=True)
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI, bbox_inches=None)  # type: ignore[union-attr]
    plt.close(figure)
    return buffer.getvalue()
