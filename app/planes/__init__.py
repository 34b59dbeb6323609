"""Axial, coronal and sagittal planes through a volume, in the window's own cells."""
