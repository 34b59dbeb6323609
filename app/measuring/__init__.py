"""Measuring on the image: drawing, editing, listing, saving."""
