"""Charts in the house style: a tidy frame in, Axes out; no file is read or written here."""

from helpers.charts.cloud import wordcloud_chart
from helpers.charts.clouds import comparison_clouds
from helpers.charts.dates import timeline
from helpers.charts.dispersion import dispersion_plot
from helpers.charts.dots import dotplot
from helpers.charts.glyphs import missing_glyphs
from helpers.charts.graph import graph
from helpers.charts.grid import heatmap
from helpers.charts.keyness import keyness_plot
from helpers.charts.map import correspondence_map
from helpers.charts.multiples import small_multiples
from helpers.charts.network import network
from helpers.charts.pages import lines_map
from helpers.charts.ranking import bars
from helpers.charts.saying import say
from helpers.charts.shares import stacked_shares
from helpers.charts.silence import silence_map
from helpers.charts.slopes import slope
from helpers.charts.style import use_style
from helpers.charts.tables import print_table

__all__ = [
    "bars",
    "comparison_clouds",
    "correspondence_map",
    "dispersion_plot",
    "dotplot",
    "graph",
    "heatmap",
    "keyness_plot",
    "lines_map",
    "missing_glyphs",
    "network",
    "print_table",
    "say",
    "silence_map",
    "slope",
    "small_multiples",
    "stacked_shares",
    "timeline",
    "use_style",
    "wordcloud_chart",
]
