"""Reading: bytes to lines of text, encoding known and nothing else changed."""
