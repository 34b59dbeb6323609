"""DICOM, enhancement, measurement and export, without a window and without torch."""
