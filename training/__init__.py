"""Training of the networks that `core` runs."""
