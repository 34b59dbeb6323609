import sys
from pathlib import Path

import nibabel
import numpy as np
import pytest
from skimage.io import imread

from core.errors import ClearsliceError
from training.config import Config, Data
from training.data import Pack, pack
from training.fit import model_spec
from training.manifest import read_manifest, refuse_overlap
from training.readers import read_slices
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


def test_a_subject_that_tests_are_kept_for_is_not_trained_on(images: Images) -> None:
    folder, _ = images
    rewrite(folder, "train,CT,CT-0", "test,CT,CT-1")
    with pytest.raises(ClearsliceError, match=r"both '(test|train)' and '(test|train)'"):
        read_manifest(folder)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (",sha256", ",checksum", "line 2 has no 'sha256'"),
        ("CC0", "", "line 2 has no 'licence'"),
        ("train,CT,CT-0,1,", "train,CT,CT-0,some,", "noise 'some'"),
        ("train,CT,", "train,PT,", "modality 'PT'"),
    ],
)
def test_an_incomplete_manifest_names_line_and_column(
    images: Images, old: str, new: str, sentence: str
) -> None:
    folder, _ = images
    rewrite(folder, old, new)
    with pytest.raises(ClearsliceError, match=sentence):
        read_manifest(folder)


def test_a_pack_that_is_not_whole_is_named_and_made_anew(images: Images, tmp_path: Path) -> None:
    folder, rows = images
    into = tmp_path / "pack"
    packing(folder, into)
    for wrong in ("{", "{}", '{"digest": "other"}'):
        (into / "index.json").write_text(wrong)
        with pytest.raises(ClearsliceError, match="no whole pack"):
            Pack(into)
        assert len(packing(folder, into).sources) == len(rows)
    with pytest.raises(ClearsliceError, match="no whole pack"):
        Pack(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_no_room_for_the_pack(images: Images, tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(ClearsliceError, match="no room"):
            packing(images[0], tmp_path / "pack")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_packing_tells_how_far_it_is(images: Images, tmp_path: Path) -> None:
    folder, rows = images
    told: list[tuple[int, int]] = []
    pack(folder, tmp_path / "pack", model_spec(Config()), lambda *done: told.append(done))
    assert told == [(n, len(rows)) for n in range(1, len(rows) + 1)]


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


def test_a_split_without_images_is_refused(packed: Pack) -> None:
    with pytest.raises(ClearsliceError, match="No image is left for the split 'test'"):
        Crops(packed, "test", Data(), seed=1)


def test_steps_are_shared_out_among_ranks_and_resumed() -> None:
    whole = list(StepSampler(4, 6))
    ranks = [list(StepSampler(4, 6, rank, 2)) for rank in range(2)]
    assert [sorted(a + b) for a, b in zip(*ranks, strict=True)] == whole
    later = StepSampler(4, 6)
    later.start = 3
    assert list(later) == whole[3:]
    assert list(later) == whole
