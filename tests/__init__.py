"""Tests, one module per module of the program."""
