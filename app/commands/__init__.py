"""What the command line can do; all but `view` without Qt."""
