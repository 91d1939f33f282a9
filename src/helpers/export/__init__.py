"""Export: charts to files with the data beneath them, the report page and the Word document."""

from helpers.export.figures import Exporter, save_figure

__all__ = ["Exporter", "save_figure"]
