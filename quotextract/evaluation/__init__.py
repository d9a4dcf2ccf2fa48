"""Measure the program against annotated articles, and hold the figures."""

from quotextract.evaluation.annotation import GoldArticle, GoldItem
from quotextract.evaluation.evaluation import Evaluation, Predictor, evaluate
from quotextract.evaluation.gold import read_gold
from quotextract.evaluation.names import same_speaker
from quotextract.evaluation.predictor import pipeline_predictor

__all__ = [
    "Evaluation",
    "GoldArticle",
    "GoldItem",
    "Predictor",
    "evaluate",
    "pipeline_predictor",
    "read_gold",
    "same_speaker",
]
