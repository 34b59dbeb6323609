"""What a viewer begins with is what was found first, however late a snapshot is looked at."""

import shutil

from core.dicom.scan import scan


def test_the_series_to_begin_with_is_the_first_found_in_every_snapshot(demo, tmp_path):
    for place, kind in (("1", "mr"), ("2", "dx"), ("3", "ct")):
        shutil.copytree(demo / kind, tmp_path / place)
    seen = []
    whole = scan([tmp_path], lambda catalogue: seen.append(catalogue.opening))
    assert {series.modality for series in seen} == {"MR"}
    assert whole.opening.modality == "MR" != whole.series[0].modality
