"""The words over an image: what they say, what they never say, and what nothing hides."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from app.compare import Side
from app.label_boxes import draw_labels, wrapped
from app.letters import Letters
from app.overlay import Content, ScaleBar, draw, scale_bar
from app.state import Compare, Overlay
from app.texts import (
    Corners,
    Label,
    LabelKind,
    Subject,
    corners,
    date,
    labels,
    number,
    person,
    pointer_text,
    window_text,
)
from core.dicom.decode import read_frame
from core.frame import Geometry
from core.pipeline import Enhanced
from core.recipe import Recipe, Step
from core.window import Window


@pytest.fixture(scope="module")
def ct(by_modality) -> Subject:
    series = by_modality["CT"]
    patient = replace(series.study.patient, name="Doe^Jane^^Dr", id="P-4711", birth_date="19800102", sex="F")
    study = replace(series.study, patient=patient, accession="A-99", date="20240506", description="Abdomen")
    return Subject(replace(series, study=study), read_frame(series.frames[3]))


def done(subject: Subject, method: str = "gaussian", strength: float = 0.7) -> Subject:
    values = subject.frame.values
    recipe = Recipe((Step(method, strength=strength),))
    return replace(subject, enhanced=Enhanced(subject.frame, recipe, values, values + 10))


def everything(subject: Subject, overlay: Overlay) -> str:
    texts = corners(subject, overlay, 1.5, "(3, 4)  17 HU")
    return "\n".join(line for field in fields(texts) for line in getattr(texts, field.name))


class TestCorners:
    def test_all_that_was_asked_for_is_there(self, ct):
        text = everything(ct, Overlay.FULL)
        for part in ("Doe, Jane", "P-4711", "1980-01-02", "F", "Abdomen", "2024-05-06", "A-99", "Slice 4/20"):
            assert part in text
        for part in ("CT", "C 40", "W 300", "Zoom 150%", "17 HU"):
            assert part in text

    def test_without_patient_nothing_identifies(self, ct):
        text = everything(ct, Overlay.NO_PATIENT)
        for secret in ("Doe", "Jane", "4711", "1980", "A-99", "2024", "Abdomen"):
            assert secret not in text
        assert "Slice 4/20" in text

    def test_no_text_is_none(self, ct):
        assert everything(ct, Overlay.NONE) == ""

    def test_slice_number_is_of_the_frame_shown_not_of_the_one_asked_for(self, ct):
        passing = replace(ct, frame=read_frame(ct.series.frames[17]))
        assert "Slice 18/20" in everything(passing, Overlay.FULL)

    def test_what_is_odd_is_a_warning(self, ct):
        odd = replace(ct, series=replace(ct.series, notes=("2 slices are missing.",)))
        assert "⚠ 2 slices are missing." in everything(odd, Overlay.NO_PATIENT)


class TestLabels:
    def test_original_alone_needs_no_label(self, ct):
        assert labels(ct, Side.ORIGINAL) == ()

    @pytest.mark.parametrize("compare", [Compare.SIDE_BY_SIDE, Compare.SPLIT])
    def test_original_beside_enhanced_is_named(self, ct, compare):
        (label,) = labels(replace(done(ct), compare=compare), Side.ORIGINAL)
        assert label == Label("ORIGINAL", LabelKind.ORIGINAL)

    def test_processed_says_what_and_how_much(self, ct):
        (label,) = labels(done(ct), Side.PROCESSED)
        assert label.kind is LabelKind.PROCESSED
        assert label.text.startswith("PROCESSED · ")
        assert label.text.endswith(" · strength 70 %")

    def test_network_is_called_ai(self, ct):
        subject = done(ct, "cnn")
        subject = replace(subject, enhanced=replace(subject.enhanced, model="clearslice-denoise"))
        assert labels(subject, Side.PROCESSED)[0].text == "AI PROCESSED · clearslice-denoise · strength 70 %"

    def test_difference_names_both(self, ct):
        texts = [label.text for label in labels(done(ct), Side.DIFFERENCE)]
        assert texts[0].startswith("DIFFERENCE")
        assert "PROCESSED" in texts[1]

    def test_what_is_still_being_made_is_called_original(self, ct):
        kinds = [label.kind for label in labels(replace(ct, enhancing=True), Side.PROCESSED)]
        assert kinds == [LabelKind.ORIGINAL, LabelKind.BUSY]

    @pytest.mark.parametrize(("lossy", "text"), [("10:1", "LOSSY 10:1"), ("lossy", "LOSSY")])
    def test_lossy_is_marked(self, ct, lossy, text):
        (label,) = labels(replace(ct, frame=replace(ct.frame, lossy=lossy)), Side.ORIGINAL)
        assert label == Label(text, LabelKind.WARNING)

    def test_derived_is_never_called_original(self, ct):
        derived = replace(ct, series=replace(ct.series, image_type=("DERIVED", "PRIMARY")))
        assert [label.text for label in labels(derived, Side.ORIGINAL)] == ["DERIVED"]
        beside = replace(done(derived), enhancing=True)
        assert [label.text for label in labels(beside, Side.ORIGINAL)] == ["AS OPENED · DERIVED"]


class TestWrapping:
    @pytest.mark.parametrize("room", [5, 120, 200, 260, 1000])
    def test_nothing_is_left_out_and_lines_fit_where_they_can(self, qapp, room):
        text = "AI PROCESSED · clearslice-denoise · strength 70 %"
        metrics = QFontMetricsF(QFont())
        lines = wrapped(text, metrics, room)
        assert " · ".join(lines) == text
        assert all(metrics.horizontalAdvance(line) <= room or " · " not in line for line in lines)
        assert len(lines) == 1 if room == 1000 else len(lines) <= 3

    @pytest.mark.parametrize("width", [380, 500, 900])
    def test_labels_of_both_sides_lie_beside_the_split_line(self, qapp, width):
        left = (Label("ORIGINAL", LabelKind.ORIGINAL),)
        right = (Label("AI PROCESSED · clearslice-denoise · strength 70 %", LabelKind.PROCESSED),)
        picture = QImage(width, 200, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.black)
        painter = QPainter(picture)
        height, _ = draw_labels(painter, QRectF(picture.rect()), (left, right), width / 2)
        painter.end()
        inked = [
            x for x in range(width) if any(picture.pixelColor(x, y).value() > 60 for y in range(int(height)))
        ]
        assert min(inked) < 5
        assert max(inked) > width - 5
        assert not [x for x in inked if abs(x - width / 2) < 8]


class TestPointer:
    def test_original(self, ct):
        assert pointer_text(ct, Side.ORIGINAL, (3, 9), (-51.0, -51.0)) == "(9, 3)  −51 HU"

    def test_enhanced_tells_both(self, ct):
        assert pointer_text(done(ct), Side.PROCESSED, (3, 9), (-43, -51)) == "(9, 3)  −43 HU  original −51"

    def test_values_that_lost_their_meaning_say_so(self, ct):
        assert "(not HU)" in pointer_text(done(ct, "clahe"), Side.PROCESSED, (3, 9), (-43, -51))

    def test_difference_has_a_sign(self, ct):
        assert pointer_text(done(ct), Side.DIFFERENCE, (3, 9), (8.0, -51)) == "(9, 3)  +8 HU"


class TestScaleBar:
    def test_length_is_true_and_round(self):
        bar = scale_bar(Geometry(spacing=(0.7, 0.5), spacing_source="patient"), scale=2.0, width=800)
        assert bar.text == "5 cm"
        assert bar.pixels == pytest.approx(50 / 0.5 * 2.0)
        assert bar.pixels <= 800 / 4

    @pytest.mark.parametrize("scale", [0.03, 0.4, 3, 60])
    def test_never_longer_than_a_quarter(self, scale):
        bar = scale_bar(Geometry(spacing=(0.5, 0.5)), scale, 700)
        assert 700 / 10 * 0.99 <= bar.pixels <= 700 / 4

    def test_at_detector_is_said(self):
        assert (
            "at detector" in scale_bar(Geometry(spacing=(0.1, 0.1), spacing_source="detector"), 1, 500).text
        )

    def test_none_where_spacing_is_unknown(self):
        assert scale_bar(Geometry(), 1.0, 500) is None


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Doe^Jane", "Doe, Jane"),
        ("Doe^Jane^Maria^Dr", "Doe, Jane Maria Dr"),
        ("Yamada^Tarou=山田^太郎", "Yamada, Tarou"),
        ("^^", ""),
        ("", ""),
    ],
)
def test_person_name(name, read):
    assert person(name) == read


def test_dates():
    assert date("20240506") == "2024-05-06"
    assert date("1999.05.06") == "1999.05.06"


def test_numbers_have_the_digits_they_deserve():
    shown = [number(v) for v in (-1024.4, 53.25, 3.14159, 40.0, 0.01234, 0)]
    assert shown == ["−1024", "53.2", "3.14", "40", "0.0123", "0"]


def test_window_text():
    assert window_text(Window(-600, 1500, name="Lung")) == "C −600  W 1500 · Lung"


class TestLowViews:
    CORNERS = Corners(
        ("Doe", "P-1", "⚠ gap"), ("Abdomen", "2024"), ("CT #1", "Slice 3/9"), ("17 HU", "C 40", "Z 70%")
    )

    def drawn(self, monkeypatch, height, corners=CORNERS):
        """Return the words that are drawn, with their base lines."""
        words = {}
        monkeypatch.setattr("app.overlay.shadowed", lambda _p, at, text, *_: words.setdefault(text, at.y()))
        picture = QImage(400, height, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        content = Content(corners, letters=Letters("R", "L", "A", "P"), scale_bar=ScaleBar(90, "5 cm"))
        draw(painter, QRectF(picture.rect()), content)
        painter.end()
        return words

    def test_a_high_view_has_everything(self, qapp, monkeypatch):
        words = self.drawn(monkeypatch, 600)
        assert {"P-1", "C 40", "5 cm", "R", "A", "Slice 3/9"} <= set(words)

    @pytest.mark.parametrize("height", [130, 160])
    def test_a_low_view_keeps_what_matters_and_nothing_lies_on_another(self, qapp, monkeypatch, height):
        words = self.drawn(monkeypatch, height)
        assert {"Doe", "⚠ gap", "Abdomen", "Slice 3/9", "17 HU", "R", "L", "A", "P"} <= set(words)
        assert not {"5 cm", "C 40", "P-1", "CT #1"} & set(words)
        assert words["⚠ gap"] < words["R"] < words["Slice 3/9"]
        assert words["A"] < words["P"]
