"""The window and the command line over `core`."""
