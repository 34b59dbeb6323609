"""Enhancement of one slice. Knows nothing of DICOM."""
