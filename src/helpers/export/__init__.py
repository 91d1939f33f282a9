"""Export: Axes to files, and files to the report."""
