"""Results to text. Each heavy library has one home; every phrase stands in ``wording``."""
