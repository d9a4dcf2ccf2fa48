"""From a mention, or from none, to the entities it may stand for.

A description fits somebody whom the article names (`descriptions`) or takes up somebody
spoken of (`anaphora`, `discourse`, `together`); the `resolver` asks for all of that.
Nothing is decided here: each option carries what speaks for it, and the ranker weighs.
"""
