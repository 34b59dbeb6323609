"""Reading and writing DICOM. Knows nothing of enhancement."""
