"""Films, decoded again by PyAV and Pillow."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.dicom.decode import read_frame
from core.dicom.scan import scan
from core.display import grey
from core.enhance.network import Networks
from core.errors import Cancelled, ClearsliceError
from core.movie import Film, Layout, write_film
from core.picture import side_by_side, squared, with_lines
from core.pipeline import Pipeline
from core.recipe import Recipe, Step
from core.stop import Stop
from core.window import Window

av = pytest.importorskip("av")

GAUSSIAN = Recipe((Step("gaussian", (("sigma", 3.0),)),))
WINDOW = Window(40, 400)


@pytest.fixture
def pipeline() -> Pipeline:
    return Pipeline(Networks(device="cpu"))


@pytest.fixture
def film(demo) -> Film:
    (series,) = scan(sorted((demo / "ct").glob("*.dcm"))[:5]).series
    return Film(series, GAUSSIAN, window=WINDOW, rate=8)


def quiet(_progress: object) -> None:
    return


def decoded(path: Path) -> tuple[list[np.ndarray], float]:
    """The frames in grey, and their rate."""
    if path.suffix == ".gif":
        with Image.open(path) as picture:
            frames = []
            for n in range(picture.n_frames):
                picture.seek(n)
                frames.append(np.asarray(picture.convert("L")))
            return frames, 1000 / picture.info["duration"]
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        return [f.to_ndarray(format="gray") for f in container.decode(stream)], float(stream.average_rate)


@pytest.mark.parametrize("suffix", [".mp4", ".gif"])
@pytest.mark.parametrize("layout", Layout)
def test_every_frame_before_and_after(film, pipeline, tmp_path, suffix, layout):
    film = Film(film.series, GAUSSIAN, layout, WINDOW, rate=8)
    path, seen = tmp_path / f"film{suffix}", []
    assert write_film(film, pipeline, path, seen.append, Stop()) == 5
    assert [p.done for p in seen] == [1, 2, 3, 4, 5]
    frames, rate = decoded(path)
    assert len(frames) == 5
    assert rate == pytest.approx(8, rel=0.05)  # a GIF counts hundredths of a second
    tolerance = 1 if suffix == ".gif" else 6
    for got, ref in zip(frames, film.series.frames, strict=True):
        frame = read_frame(ref)
        before, after = grey(frame.values, WINDOW), grey(pipeline.run(frame, GAUSSIAN, Stop()).image, WINDOW)
        left, right = (before[:, :254], after[:, 258:]) if layout is Layout.SPLIT else (before, after)
        width = 512 if layout is Layout.SPLIT else 1032
        assert nearest(got[:, : left.shape[1]], left) < tolerance
        assert nearest(got[:, width - right.shape[1] : width], right) < tolerance
        if layout is Layout.SIDE_BY_SIDE:
            assert nearest(got[:, width - 512 : width], before) > tolerance  # the oracle tells them apart


def nearest(picture: np.ndarray, part: np.ndarray) -> float:
    """The mean absolute difference of `part` where it fits best, under whatever strip of text."""
    rows = len(part)
    return min(
        float(np.abs(picture[n : n + rows].astype(int) - part).mean()) for n in range(len(picture) - rows + 1)
    )


def test_labels_and_note_are_burnt_in_and_no_patient(film, pipeline):
    """The same strips as a reader of pictures draws with the same words; nothing else over or under them."""
    picture = next(film.pictures(pipeline, Stop()))
    blank = np.zeros((512, 512), np.uint8)
    label = pipeline.run(read_frame(film.series.frames[0]), GAUSSIAN, Stop()).label(1.0)
    assert label.startswith("PROCESSED")
    words = with_lines(side_by_side([blank, blank], ["ORIGINAL", label]), ["NOT FOR DIAGNOSTIC USE"])
    empty = words.max(axis=1) == 0
    assert picture.shape == words.shape
    strips = [n for n in range(len(words)) if not empty[n]]
    np.testing.assert_array_equal(picture[strips], words[strips])
    captioned = Film(film.series, GAUSSIAN, window=WINDOW, caption=("Doe, Jane",))
    assert next(captioned.pictures(pipeline, Stop())).shape[0] > picture.shape[0]


def test_original_alone_where_nothing_was_done(film, pipeline, tmp_path):
    write_film(Film(film.series, Recipe(), window=WINDOW), pipeline, tmp_path / "a.gif", quiet, Stop())
    frames, _ = decoded(tmp_path / "a.gif")
    assert frames[0].shape[1] == 512


@pytest.mark.parametrize(
    ("shape", "aspect", "expected"),
    [((100, 50), 1, (100, 50)), ((100, 50), 2, (200, 50)), ((100, 50), 0.5, (100, 100)),
     ((3000, 2000), 1, (1024, 683)), ((512, 512), 4, (1024, 256))],
)  # fmt: skip
def test_pixels_are_square_and_large_images_shrink(shape, aspect, expected):
    assert squared(np.full(shape, 7, np.uint8), aspect, 1024).shape == expected


def test_small_images_grow_until_their_labels_fit():
    grown = squared(np.full((64, 48), 7, np.uint8), 1, 1024, 512)
    assert grown.shape == (512, 384)
    assert (grown == 7).all()


@pytest.mark.parametrize("suffix", [".mp4", ".gif"])
def test_stopped_film_leaves_nothing(film, pipeline, tmp_path, suffix):
    stop = Stop()
    with pytest.raises(Cancelled):
        write_film(
            film, pipeline, tmp_path / f"a{suffix}", lambda p: stop.set() if p.done == 2 else None, stop
        )
    assert list(tmp_path.iterdir()) == []


def test_h264_where_there_is_an_encoder(film, pipeline, tmp_path):
    write_film(film, pipeline, tmp_path / "a.mp4", quiet, Stop())
    with av.open(str(tmp_path / "a.mp4")) as container:
        context = container.streams.video[0].codec_context
        assert context.pix_fmt == "yuv420p"
        assert context.name == ("h264" if "libx264" in av.codecs_available else "mpeg4")


def test_other_endings_are_refused(film, pipeline, tmp_path):
    with pytest.raises(ClearsliceError, match=r"\.mp4 or \.gif"):
        write_film(film, pipeline, tmp_path / "a.avi", quiet, Stop())


def test_without_pyav_there_is_a_sentence(film, pipeline, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    with pytest.raises(ClearsliceError, match="PyAV"):
        write_film(film, pipeline, tmp_path / "a.mp4", quiet, Stop())
