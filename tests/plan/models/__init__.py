"""Tests of the models, apart from the examples that pass through all of them."""
