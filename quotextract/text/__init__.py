"""Pure functions on strings: marks and their pairing, layout, names. No spaCy here."""
