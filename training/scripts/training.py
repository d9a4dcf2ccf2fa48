"""What `spacy train` imports of ours: the tokenizer, and the faster products of matrices.

numpy's products take a third of the time of those spaCy uses by default on a CPU.
"""

import scripts.tokenizer  # noqa: F401  (registers what the configurations name)
from thinc.api import NumpyOps, set_current_ops

set_current_ops(NumpyOps(use_blis=False))
