"""Every phrase that the user sees, by room of use."""
