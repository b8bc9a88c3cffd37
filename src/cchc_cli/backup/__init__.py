"""Backups: one file that holds all of a workspace, and its way back."""
