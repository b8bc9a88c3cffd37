"""Tests of the command line, run inside the test's own process."""
