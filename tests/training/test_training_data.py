from pathlib import Path

import nibabel
import numpy as np
import pytest
from skimage.io import imread

from core.errors import ClearsliceError
from training.config import Config, Data
from training.data import Pack, pack, read_manifest, read_slices, refuse_overlap
from training.fit import model_spec
from training.samples import Crops, StepSampler

Images = tuple[Path, list[dict[str, str]]]


def rewrite(folder: Path, old: str, new: str) -> None:
    manifest = folder / "manifest.csv"
    manifest.write_text(manifest.read_text().replace(old, new))


def packing(folder: Path, into: Path) -> Pack:
    return pack(folder, into, model_spec(Config()), lambda done, total: None)


def test_a_subject_in_two_splits_is_refused_without_its_name(images: Images) -> None:
    folder, _ = images
    rewrite(folder, "val,CT,CT-2", "val,CT,CT-0")
    with pytest.raises(ClearsliceError, match=r"both 'train' and 'val'") as refusal:
        read_manifest(folder)
    assert "CT-0" not in str(refusal.value)
    refuse_overlap([("a", "train"), ("a", "train"), ("b", "val")])


def test_noisy_ct_is_no_target(images: Images) -> None:
    folder, rows = images
    rewrite(folder, "train,CT,CT-0,1,yes", "train,CT,CT-0,1,no")
    assert len(read_manifest(folder)) == len(rows) - 1


def test_a_changed_or_missing_file_stops_the_packing(images: Images, tmp_path: Path) -> None:
    folder, _ = images
    png = folder / "0.png"
    png.write_bytes(png.read_bytes() + b"\0")
    with pytest.raises(ClearsliceError, match=r"0\.png differs"):
        packing(folder, tmp_path / "pack")
    png.unlink()
    with pytest.raises(ClearsliceError, match=r"0\.png is missing"):
        packing(folder, tmp_path / "pack")
    with pytest.raises(ClearsliceError, match="manifest"):
        read_manifest(tmp_path)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    for name in ("a.nii.gz", "a.nrrd", "a.png", "a.dcm"):
        (tmp_path / name).write_bytes(b"no image at all")
        with pytest.raises(ClearsliceError, match=name):
            read_slices(tmp_path / name, "MR")


def test_packed_values_are_the_files(images: Images, tmp_path: Path) -> None:
    folder, _ = images
    made = packing(folder, tmp_path / "pack")
    by_path: dict[str, list[int]] = {}
    for number, entry in enumerate(made.slices):
        by_path.setdefault(made.sources[entry.source].path, []).append(number)
    np.testing.assert_array_equal(made.values(by_path["1.png"][0]), imread(folder / "1.png"))
    volume = np.asarray(nibabel.load(folder / "0.nii.gz").dataobj)
    for k, number in enumerate(by_path["0.nii.gz"]):
        np.testing.assert_allclose(made.values(number), volume[..., k], atol=1e-3)
    ct = made.normalised(by_path["0.dcm"][0], 10, 20, 32, 48)
    assert ct.shape == (32, 48)
    np.testing.assert_allclose(ct, (read_slices(folder / "0.dcm", "CT")[0][10:42, 20:68] + 1024) / 4096)


def test_a_sample_is_decided_by_its_key(packed: Pack) -> None:
    crops = Crops(packed, "train", Data(crop=64), seed=5)
    one, two, other = crops[3, 7], crops[3, 7], crops[4, 7]
    assert all(bool((a == b).all()) for a, b in zip(one, two, strict=True))
    assert not bool((one.image == other.image).all())


def test_samples_have_the_stated_noise_and_shapes(packed: Pack) -> None:
    crops = Crops(packed, "train", Data(crop=64, halved=0.3, warped=0.3, sigma_error=0), seed=6)
    seen = set()
    for index in range(60):
        sample = crops[0, index]
        assert sample.image.shape == sample.target.shape == (1, 64, 64)
        assert sample.context.shape == (1, 64, 64)
        modality = int(sample.modality.argmax())
        seen.add(modality)
        if modality == 0:
            difference = (sample.image - sample.target).std()
            assert float(difference) == pytest.approx(float(sample.sigma), rel=0.25)
    assert seen == {0, 1, 2}


def test_steps_are_shared_out_among_ranks_and_resumed() -> None:
    whole = list(StepSampler(4, 6))
    ranks = [list(StepSampler(4, 6, rank, 2)) for rank in range(2)]
    assert [sorted(a + b) for a, b in zip(*ranks, strict=True)] == whole
    later = StepSampler(4, 6)
    later.start = 3
    assert list(later) == whole[3:]
    assert list(later) == whole
