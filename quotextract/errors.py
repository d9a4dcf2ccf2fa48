"""What can go wrong, in words a user can act on."""


class QuotextractError(Exception):
    """Base of all errors raised on purpose; its message says what to do."""


class ReadError(QuotextractError):
    """An input cannot be read: missing, binary, empty, undecodable."""


class WriteError(QuotextractError):
    """An output cannot be written."""


class ModelError(QuotextractError):
    """A spaCy pipeline is missing, or lacks a component that the rules need."""


class ResourceError(QuotextractError):
    """A data file that the program ships or was given breaks its own schema."""
