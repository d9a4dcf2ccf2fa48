"""What a pair of marks holds: direct or mixed quotation, or nobody's words.

Told by the words `inside`, the words `around`, and to whom it is `attributed`.
"""

from quotextract.pipeline.kinds.classifying import TYPES, classify, type_features

__all__ = ["TYPES", "classify", "type_features"]
