"""The backup file and its way back."""
