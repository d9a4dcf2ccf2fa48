"""Mentions: the noun phrases and pronouns that can stand for a speaker."""

from quotextract.pipeline.mentions.finder import MentionFinder
from quotextract.pipeline.mentions.mention import Mention

__all__ = ["Mention", "MentionFinder"]
