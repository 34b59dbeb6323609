"""De-identification by the confidentiality profiles of DICOM PS3.15 Annex E."""
