"""The metrics panel: its numbers against scikit-image and plain NumPy."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from skimage.metrics import structural_similarity

from app.panels.figure import short
from app.panels.match import caution, misfit, partner
from app.panels.metrics import MetricsPanel
from app.state import Reference
from core.degrade import AMOUNTS
from core.dicom.decode import read_frame
from core.enhance.registry import METHODS
from core.frame import Geometry
from core.measurement import Kind, Measurement
from core.ranking import RANKED, degraded
from core.recipe import Recipe, Step
from core.roi import Roi, Shape
from core.window import Window

GAUSSIAN = Recipe((Step("gaussian"),))
LIVER = Roi(Shape.ELLIPSE, top=255.3, left=150.7, height=30, width=24)
FAT = Roi(Shape.RECTANGLE, top=200, left=310, height=20, width=40)


def draw(session, frame, *rois):
    """Put regions on a slice."""
    kinds = {Shape.ELLIPSE: Kind.ELLIPSE, Shape.RECTANGLE: Kind.RECTANGLE}
    session.measurements.clear()
    for n, roi in enumerate(rois, 1):
        corners = (roi.left, roi.top), (roi.left + roi.width, roi.top + roi.height)
        session.measurements.add(Measurement(kinds[roi.shape], corners, frame.key, f"Region {n}"))


@pytest.fixture
def panel(qtbot, session, feed):
    panel = MetricsPanel(session, feed)
    qtbot.addWidget(panel)
    panel.resize(340, 900)
    panel.show()
    yield panel
    panel.stop_work()


@pytest.fixture
def ct(qtbot, panel, session, feed, catalogue, by_modality):
    session.set_catalogue(catalogue)
    session.set_series(by_modality["CT"])
    session.set_recipe(GAUSSIAN)
    session.set_window(Window(50, 400))
    qtbot.waitUntil(lambda: feed.frame is not None, timeout=20000)
    return feed.frame


@pytest.fixture
def enhanced(qtbot, session, feed, ct):
    session.set_enabled(True)
    qtbot.waitUntil(lambda: feed.enhanced is not None, timeout=20000)
    return feed.enhanced


def choose(qtbot, chooser, index):
    chooser.setFocus()
    while chooser.currentIndex() != index:
        before = chooser.currentIndex()
        qtbot.keyClick(chooser, Qt.Key.Key_Down if before < index else Qt.Key.Key_Up)
        assert chooser.currentIndex() != before


def cells(table, column):
    return [table.item(r, column).text() for r in range(table.rowCount())]


def tips(table):
    return [table.item(r, 0).toolTip() for r in range(table.rowCount())]


def scored(qtbot, panel):
    qtbot.waitUntil(lambda: panel.scores.table.isVisible() and not panel.scores._lane.busy, timeout=20000)
    return panel.scores.table


def edges(window):
    return window.center - window.width / 2, window.center + window.width / 2


def oracle(reference, test, low, high):
    """PSNR, SSIM and MSE by textbook and scikit-image, both images clipped to the range."""
    a, b = (np.clip(x.astype(np.float64), low, high) for x in (reference, test))
    mse = np.mean((a - b) ** 2)
    psnr = 10 * np.log10((high - low) ** 2 / mse)
    ssim = structural_similarity(
        a, b, data_range=high - low, gaussian_weights=True, sigma=1.5, use_sample_covariance=False
    )
    return psnr, ssim, mse


def check(column, expected):
    psnr, ssim, mse = (float(text) for text in column)
    assert psnr == pytest.approx(expected[0], abs=0.006)
    assert ssim == pytest.approx(expected[1], abs=5.1e-4)
    assert mse == pytest.approx(expected[2], rel=1e-3)


class TestChange:
    def test_says_what_to_do_before_anything_is_open(self, panel):
        assert "Open a" in panel.scores.note.text()
        assert not panel.scores.table.isVisible()

    def test_says_to_switch_on(self, qtbot, panel, ct):
        assert panel.scores.note.text().startswith("Enhancement is off. Switch it on")
        assert not panel.scores.table.isVisible()
        qtbot.waitUntil(lambda: "not enhanced" in panel.noise.line.text(), timeout=20000)

    def test_says_that_it_measures_until_the_first_numbers_come(self, qtbot, panel, session, feed, ct):
        session.set_recipe(Recipe((Step("median", (("radius", 3),)), Step("gaussian"))))
        session.set_enabled(True)
        assert panel.scores.note.text() == "Measuring…"
        assert not panel.scores.table.isVisible()
        scored(qtbot, panel)
        assert "Measuring" not in panel.scores.note.text()

    def test_says_that_a_stopped_slice_was_not_enhanced(self, qtbot, panel, session, feed, ct):
        session.set_recipe(Recipe((Step("median"), *[Step("median")] * 60)))
        session.set_enabled(True)
        feed.cancel()
        qtbot.waitUntil(lambda: "was not enhanced" in panel.scores.note.text(), timeout=20000)

    def test_scores_over_the_window(self, qtbot, panel, ct, enhanced):
        table = scored(qtbot, panel)
        check(cells(table, 2), oracle(ct.values, enhanced.image, *(-150.0, 250.0)))
        assert table.isColumnHidden(1), "the original against itself says nothing"
        assert "not how good" in panel.scores.note.text()
        assert "window C 50 W 400" in panel.scores.note.text()

    def test_scores_over_the_full_range(self, qtbot, panel, ct, enhanced):
        scored(qtbot, panel)
        choose(qtbot, panel.data_range, 1)
        low, high = float(ct.values.min()), float(ct.values.max())
        qtbot.waitUntil(lambda: f"{high - low:g} HU" in panel.scores.note.text(), timeout=20000)
        check(cells(panel.scores.table, 2), oracle(ct.values, enhanced.image, low, high))

    def test_follow_the_strength(self, qtbot, panel, session, feed, ct, enhanced):
        scored(qtbot, panel)
        session.set_strength(0.25)
        expected = oracle(ct.values, feed.enhanced.image, *(-150.0, 250.0))
        qtbot.waitUntil(lambda: panel.scores.table.item(0, 2).text() == f"{expected[0]:.2f}", timeout=20000)

    def test_switching_off_takes_the_numbers_away(self, qtbot, panel, session, enhanced):
        scored(qtbot, panel)
        session.set_enabled(False)
        assert not panel.scores.table.isVisible()

    def test_an_unchanged_slice_is_called_identical(self, qtbot, panel, session, enhanced):
        session.set_strength(0.0)
        qtbot.waitUntil(lambda: panel.scores.table.item(0, 2) is not None, timeout=20000)
        qtbot.waitUntil(lambda: panel.scores.table.item(0, 2).text() == "identical", timeout=20000)

    def test_lost_units_are_told_wherever_numbers_stand(self, qtbot, panel, session, feed, ct):
        draw(session, ct, LIVER)
        session.set_recipe(Recipe((Step("clahe"),)))
        session.set_enabled(True)
        table = scored(qtbot, panel)
        qtbot.waitUntil(lambda: "→" in panel.noise.line.text(), timeout=20000)
        qtbot.waitUntil(lambda: "\n" in panel.rois.table.item(0, 2).text(), timeout=20000)
        assert cells(table, 0)[2] == "MSE", "not HU²"
        assert "changes contrast on purpose" in panel.scores.note.text()
        assert "not HU" in panel.noise.line.text()
        assert "not HU" in panel.rois.note.text()
        session.set_recipe(GAUSSIAN)
        qtbot.waitUntil(lambda: cells(table, 0)[2] == "MSE (HU²)", timeout=20000)
        qtbot.waitUntil(lambda: "not HU" not in panel.rois.note.text(), timeout=20000)


class TestAgainstASeries:
    @pytest.fixture
    def shifted(self, by_modality):
        """The same CT with its slices named one further: slice n is shown against n + 1."""
        series = by_modality["CT"]
        positions = [ref.position for ref in series.frames]
        frames = tuple(
            replace(ref, position=p) for ref, p in zip(series.frames[1:], positions[:-1], strict=True)
        )
        return replace(series, key="other", description="Full dose", frames=frames)

    @pytest.fixture
    def chosen(self, qtbot, panel, session, catalogue, shifted, ct):
        session.set_catalogue(replace(catalogue, series=(*catalogue.series, shifted)))
        choose(qtbot, panel.reference, list(Reference).index(Reference.SERIES))
        assert panel.series.isVisible()
        offered = [panel.series.itemText(n) for n in range(panel.series.count())]
        assert offered == [f"Full dose ({len(shifted.frames)})"], "only other CT series"
        qtbot.keyClick(panel.series, Qt.Key.Key_Down)
        assert session.reference_series == shifted
        return shifted

    def test_asks_for_the_series(self, qtbot, panel, ct):
        choose(qtbot, panel.reference, list(Reference).index(Reference.SERIES))
        assert "Choose the series" in panel.scores.note.text()

    def test_original_and_enhanced_against_the_matching_slice(
        self, qtbot, panel, session, ct, chosen, enhanced
    ):
        qtbot.waitUntil(lambda: not panel.scores.table.isColumnHidden(2), timeout=20000)
        table = scored(qtbot, panel)
        reference = read_frame(chosen.frames[session.index]).values
        limits = (-150.0, 250.0)
        check(cells(table, 1), oracle(reference, ct.values, *limits))
        check(cells(table, 2), oracle(reference, enhanced.image, *limits))
        assert "matched by position, 0.0 mm apart" in panel.scores.match.text()

    def test_the_original_alone_while_enhancement_is_off(self, qtbot, panel, ct, chosen):
        table = scored(qtbot, panel)
        assert table.isColumnHidden(2)
        assert not table.isColumnHidden(1)

    def test_says_where_there_is_no_slice(self, qtbot, panel, session, feed, ct, chosen):
        session.set_index(len(session.series.frames) - 1)
        qtbot.waitUntil(lambda: "no slice at this place" in panel.scores.note.text(), timeout=20000)
        assert not panel.scores.table.isVisible()

    def test_another_matrix_is_refused_in_words(self, qtbot, panel, session, ct, by_modality):
        dx, place = by_modality["DX"], session.series.frames[session.index].position
        there = tuple(replace(ref, position=place) for ref in dx.frames)
        session.set_reference(Reference.SERIES, replace(dx, modality="CT", frames=there))
        qtbot.waitUntil(lambda: "another matrix (1024 × 1024" in panel.scores.note.text(), timeout=20000)
        assert not panel.scores.table.isVisible()


class TestHidden:
    def test_nothing_is_computed_until_the_panel_is_seen(self, qtbot, panel, session, feed, ct):
        parts = (panel.scores, panel.noise, panel.measurements)
        qtbot.waitUntil(lambda: not any(part._lane.busy for part in parts), timeout=20000)
        panel.hide()
        draw(session, ct, LIVER)
        session.set_enabled(True)
        qtbot.waitUntil(lambda: feed.enhanced is not None, timeout=20000)
        assert not any(part._lane.busy for part in parts)
        assert panel.rois.table.rowCount() == 0
        panel.show()
        scored(qtbot, panel)
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 1, timeout=20000)


class TestMatch:
    def test_by_number_where_positions_are_unknown(self, by_modality):
        series = by_modality["CT"]
        unplaced = replace(series, frames=tuple(replace(ref, position=None) for ref in series.frames))
        found = partner(unplaced, unplaced.frames[3].key, unplaced)
        assert found.ref == unplaced.frames[3]
        assert "by number" in found.sentence

    def test_nothing_in_common(self, by_modality):
        series = by_modality["CT"]
        far = replace(series, frames=tuple(replace(r, position=r.position + 5000) for r in series.frames))
        assert partner(series, series.frames[0].key, far).ref is None

    def test_misfits(self, by_modality):
        ct, mr = (read_frame(by_modality[m].frames[0]) for m in ("CT", "MR"))
        assert "another matrix" in misfit(ct, mr)
        turned = replace(ct, geometry=replace(ct.geometry, orientation=(0, 1, 0, 0, 0, -1)))
        assert "another direction" in misfit(ct, turned)
        assert misfit(ct, ct) == ""

    def test_other_frames_of_reference_are_told(self, by_modality):
        ct = read_frame(by_modality["CT"].frames[0])
        moved = replace(ct, geometry=replace(ct.geometry, frame_of_reference="1.2.3"))
        assert "frames of reference differ" in caution(ct, moved)
        assert caution(ct, replace(ct, geometry=Geometry())) == ""


class TestNoise:
    def test_before_and_after(self, qtbot, panel, ct, enhanced):
        qtbot.waitUntil(lambda: "%)" in panel.noise.line.text(), timeout=20000)
        words = panel.noise.line.text().replace("−", "-").split()
        before, after = float(words[1]), float(words[4])
        assert 5 < before < 25, "the demo's soft-tissue noise"
        assert after < before


class TestRegions:
    def test_says_how_to_draw(self, panel, ct):
        assert "E an ellipse" in panel.measurements.note.text()
        assert not panel.rois.table.isVisible()

    def test_numbers_against_numpy(self, qtbot, panel, session, feed, ct, enhanced):
        draw(session, ct, LIVER, FAT)
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 2, timeout=20000)
        for row, mask in enumerate((ellipse(LIVER, ct.shape), rectangle(FAT, ct.shape))):
            for part, values in enumerate((ct.values, enhanced.image)):
                x = values[mask].astype(np.float64)
                expected = (x.mean(), x.std(ddof=1), x.min(), x.max(), x.mean() / x.std(ddof=1))
                shown = [number(panel.rois.table.item(row, c).text().split("\n")[part]) for c in range(2, 7)]
                assert shown == pytest.approx(expected, rel=0.01, abs=0.51)

    def test_cnr_of_the_first_two_and_of_the_selected(self, qtbot, panel, session, ct):
        draw(session, ct, LIVER, FAT, replace(LIVER, left=180))
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 3, timeout=20000)
        a, b = ct.values[ellipse(LIVER, ct.shape)], ct.values[rectangle(FAT, ct.shape)]
        expected = abs(a.mean() - b.mean()) / np.sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2)
        assert panel.rois.cnr.text() == f"CNR of 1 and 2: {expected:.2f}"
        table = panel.rois.table
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualItemRect(table.item(1, 2)).center()
        )
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
            table.visualItemRect(table.item(2, 2)).center(),
        )  # fmt: skip
        assert panel.rois.cnr.text().startswith("CNR of 2 and 3")

    def test_copy_gives_a_spreadsheet_full_digits_in_columns_of_their_own(
        self, qtbot, panel, session, ct, enhanced
    ):
        draw(session, ct, LIVER)
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 1, timeout=20000)
        qtbot.mouseClick(panel.rois.copy, Qt.MouseButton.LeftButton)
        header, row = (line.split("\t") for line in QGuiApplication.clipboard().text().split("\n"))
        values = dict(zip(header, row, strict=True))
        mask = ellipse(LIVER, ct.shape)
        assert float(values["Pixels"]) == mask.sum()
        assert float(values["Mean before"]) == pytest.approx(ct.values[mask].mean(), rel=1e-5)
        assert float(values["Mean after"]) == pytest.approx(enhanced.image[mask].mean(), rel=1e-5)

    def test_delete_removes_the_selected_region_and_undo_brings_it_back(self, qtbot, panel, session, ct):
        draw(session, ct, LIVER, FAT)
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 2, timeout=20000)
        first, second = session.measurements.items
        panel.rois.table.selectRow(0)
        qtbot.keyClick(panel.rois.table, Qt.Key.Key_Delete)
        assert session.measurements.items == (second,)
        session.undo()
        assert session.measurements.items == (first, second)

    def test_a_region_outside_says_so(self, qtbot, panel, session, ct):
        draw(session, ct, Roi(Shape.ELLIPSE, 9000, 9000, 5, 5))
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 1, timeout=20000)
        assert panel.rois.table.item(0, 1).text() == "outside"

    def test_belong_to_their_slice(self, qtbot, panel, session, feed, ct):
        draw(session, ct, LIVER)
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 1, timeout=20000)
        session.set_index(session.index + 3)
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 0, timeout=20000)
        session.set_index(session.index - 3)
        expected = short(float(ct.values[ellipse(LIVER, ct.shape)].astype(np.float64).mean()))
        qtbot.waitUntil(lambda: panel.rois.table.rowCount() == 1, timeout=20000)
        assert panel.rois.table.item(0, 2).text() == expected


class TestRanking:
    @pytest.fixture
    def small(self, feed, session, ct):
        """A part of the slice, so that every method is quick."""
        part = replace(ct, stored=ct.stored[200:328, 100:228].copy())
        feed.active.frame = part
        feed.frameChanged.emit(part)
        return part

    @pytest.fixture
    def ranked(self, qtbot, panel, small):
        choose(qtbot, panel.reference, list(Reference).index(Reference.SIMULATED))
        assert panel.ranking.isVisible()
        assert not panel.scores.isVisible()
        return panel.ranking

    def test_amount_with_the_declared_unit(self, qtbot, ranked):
        amount = AMOUNTS["CT"]
        box = ranked.slider.box
        assert (box.minimum(), box.maximum(), box.value()) == (amount.minimum, amount.maximum, amount.default)
        assert sum(slider.isVisible() for slider in ranked._sliders.values()) == 1

    def test_every_method_is_ranked_against_the_original(self, qtbot, session, ranked, small):
        ranked.slider.box.selectAll()
        qtbot.keyClicks(ranked.slider.box, "40")
        qtbot.keyClick(ranked.slider.box, Qt.Key.Key_Return)
        lengths = []
        ranked._reported.connect(lambda answer: lengths.append(len(answer[3])))
        qtbot.mouseClick(ranked.run, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: ranked.table.rowCount() == len(RANKED) + 1, timeout=120000)
        qtbot.waitUntil(ranked.run.isVisible, timeout=20000)
        assert lengths == list(range(1, len(RANKED) + 2)), "rows come one by one"
        names = cells(ranked.table, 0)
        judged = [
            float(p) for n, p in zip(names, cells(ranked.table, 1), strict=True) if n[0] != "*" and p != "–"
        ]
        assert judged == sorted(judged, reverse=True)
        assert {n[2:] for n in names if n[0] == "*"} == {
            m.label for m in METHODS.values() if not m.keeps_units
        }
        row = names.index("Untreated")
        worse = degraded(small, 40)
        check(
            [ranked.table.item(row, c).text() for c in (1, 2, 3)],
            oracle(small.values, worse, *edges(session.window)),
        )
        assert "SD 40 HU" in ranked.note.text()
        assert "Reference: the original slice. Data range 400 HU (window C 50 W 400" in ranked.note.text()
        assert all("original slice over window C 50 W 400" in tip for tip in tips(ranked.table))
        ranked.table.copy()
        header, *lines = (line.split("\t") for line in QGuiApplication.clipboard().text().split("\n"))
        assert header[:2] == ["Method", "PSNR (dB)"]
        assert [line[0] for line in lines] == [name.removeprefix("* ") for name in names]
        assert all(line[5].startswith("window C 50 W 400") for line in lines)
        assert "say little" in ranked.note.text()

    def test_cancel_stops_at_once(self, qtbot, ranked, feed, ct):
        feed.active.frame = ct
        feed.frameChanged.emit(ct)
        qtbot.mouseClick(ranked.run, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(ranked.cancel.isVisible, timeout=5000)
        qtbot.mouseClick(ranked.cancel, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not ranked._lane.busy, timeout=10000)
        assert ranked.table.rowCount() < len(RANKED) + 1
        assert ranked.run.isVisible()

    def test_another_slice_takes_the_ranking_away(self, qtbot, ranked, session):
        qtbot.mouseClick(ranked.run, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(ranked.table.isVisible, timeout=60000)
        session.set_index(session.index + 1)
        qtbot.waitUntil(lambda: not ranked.table.isVisible(), timeout=20000)


def ellipse(roi, shape):
    """Which pixel centres lie in the ellipse, by its equation."""
    rows, columns = np.mgrid[: shape[0], : shape[1]] + 0.5
    y = (rows - roi.top - roi.height / 2) / (roi.height / 2)
    x = (columns - roi.left - roi.width / 2) / (roi.width / 2)
    return x * x + y * y <= 1


def rectangle(roi, shape):
    mask = np.zeros(shape, bool)
    mask[int(roi.top) : int(roi.top + roi.height), int(roi.left) : int(roi.left + roi.width)] = True
    return mask


def number(text):
    return float(text.replace("−", "-"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234.5, "1234"),
        (123.44, "123.4"),
        (12.34, "12.3"),
        (1.234, "1.23"),
        (-0.1234, "−0.123"),
        (66.0, "66"),
        (np.inf, "∞"),
    ],
)
def test_short_numbers(value, text):
    assert short(value) == text
