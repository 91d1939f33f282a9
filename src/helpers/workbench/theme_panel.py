"""The widgets for changing a theme on trial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from helpers.charts.saying import say
from helpers.errors import InputError
from helpers.workbench import pages
from helpers.workbench.delaying import Delayed
from helpers.workbench.drafts import ThemeDraft
from helpers.workbench.saving import save_themes

if TYPE_CHECKING:
    from helpers.workbench.bench import Workbench

#: Seconds after the last change before articles are scored again.
LATER = 0.4


class ThemePanel:
    """Choose a theme, take terms out or put them in, see which articles that moves, save.

    Args:
        bench: The workbench.
    """

    def __init__(self, bench: Workbench) -> None:
        """Make the widgets for the first theme."""
        self.bench = bench
        names = [(name, theme) for theme, name in bench.theme_names().items()]
        self.draft = ThemeDraft(bench.dictionary, names[0][1])
        self.choice = widgets.Dropdown(options=names, layout=widgets.Layout(width="14em"))
        self.terms = widgets.TagsInput(value=list(self.draft.terms), allow_duplicates=False)
        self.effect = widgets.HTML()
        self.save = widgets.Button(
            description=say("存为词典文件", "Save as theme file"),
            icon="save",
            disabled=True,
            layout=widgets.Layout(width="16em"),
        )
        self.saved = widgets.HTML()
        self._again = Delayed(self.measure, LATER)
        self.choice.observe(self._chosen, names="value")
        self.terms.observe(self._edited, names="value")
        self.save.on_click(lambda _: self.write())
        note = say(
            "点×去掉一词，键入后回车加一词。存盘前什么都不变。",
            "× takes a term out; type and press Enter to put one in. Nothing changes until saved.",
        )
        self.widget = widgets.VBox(
            [
                self.choice,
                widgets.HTML(f'<div class="wb-said">{note}</div>'),
                self.terms,
                self.effect,
                widgets.HBox([self.save, self.saved]),
            ]
        )
        self.measure()

    def _chosen(self, _: object) -> None:
        self.draft = ThemeDraft(self.bench.dictionary, self.choice.value)
        self.terms.value = list(self.draft.terms)

    def _edited(self, _: object) -> None:
        self.saved.value = ""
        self._again()

    def measure(self) -> None:
        """Score the articles under the draft, or say what is wrong with it."""
        try:
            self.draft.set_terms(self.terms.value)
        except InputError as error:
            self.effect.value = str(pages.wrong(error))
            return
        effect = self.draft.effect(self.bench.corpus.articles, self.bench.corpus.themes)
        self.effect.value = str(pages.effect_page(effect))
        self.save.disabled = not self.draft.is_changed

    def write(self) -> None:
        """Write the draft, and say how it comes into use."""
        try:
            path = save_themes(self.bench, self.draft)
        except InputError as error:
            self.saved.value = str(pages.wrong(error))
        else:
            self.saved.value = str(pages.told([path])) + str(pages.how_to_use(path.name))
