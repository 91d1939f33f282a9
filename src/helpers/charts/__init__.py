"""Charts: measures to Axes, in one house style."""
