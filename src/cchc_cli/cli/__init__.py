"""The command line: arguments in, one service, one view, one output, an exit code back."""
