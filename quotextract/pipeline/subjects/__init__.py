"""Who a cue points to: the mentions that its grammar or its place suggests.

Verbs have subjects in the parse (`tree`) and mentions around them (`position`); nouns,
phrases and impersonal verbs have a preposition behind them (`complements`). All look
mentions up by their tokens (`targets`); the `finder` asks what fits the cue.
"""
