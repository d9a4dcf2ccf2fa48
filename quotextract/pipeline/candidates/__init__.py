"""Candidates: whom a cue or a mention may stand for, with the signs that the ranker weighs.

What all sieves, the clauses of indirect speech and the types share.
"""
