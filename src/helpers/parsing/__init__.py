"""Parsing: one page of lines to masthead, articles and furniture, every line accounted for."""
