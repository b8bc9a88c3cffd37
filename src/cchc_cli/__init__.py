"""cchc: a compliance tracker for Vietnamese administrative-reform plans."""

__version__ = "0.1.0"
