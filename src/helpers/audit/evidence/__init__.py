"""How well evidence is extracted: answer keys of people, places, speech, figures, and measures."""
