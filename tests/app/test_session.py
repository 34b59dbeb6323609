"""The session: every setter compares, stores and says so once; undo; growing catalogues."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.session import Session, with_method
from app.state import Compare, DataRange, Overlay, Tool
from core.dicom.study import Catalogue, FrameRef, Kind, Patient, Series, Source, Study
from core.measurement import Kind as Drawn
from core.measurement import Measurement
from core.recipe import Recipe, Step
from core.window import Window


def made(key: str, frames: range = range(5), kind: Kind = Kind.GREY) -> Series:
    refs = tuple(FrameRef(Source(Path(f"{key}{n}")), f"{key}.{n}", 1, float(n)) for n in frames)
    return Series(
        key=key,
        study=Study("1", Patient()),
        uid=key,
        kind=kind,
        modality="CT",
        description="",
        number=None,
        rows=8,
        columns=8,
        transfer_syntax="",
        image_type=(),
        sop_class="",
        frames=refs,
    )


LINE = Measurement(Drawn.DISTANCE, ((1, 2), (3, 4)), ("a1", 1), "Line")
BOX = Measurement(Drawn.RECTANGLE, ((1, 2), (3, 4)), ("b1", 1), "Box")


@pytest.fixture
def opened(session) -> Session:
    session.set_catalogue(Catalogue((made("a"), made("b"))))
    return session


def said(signal) -> list[object]:
    heard: list[object] = []
    signal.connect(heard.append)
    return heard


@pytest.mark.parametrize(
    ("signal", "setter", "value"),
    [
        ("windowChanged", "set_window", Window(40, 400)),
        ("compareChanged", "set_compare", Compare.SPLIT),
        ("splitChanged", "set_split", 0.25),
        ("invertedChanged", "set_inverted", True),
        ("overlayChanged", "set_overlay", Overlay.NONE),
        ("toolChanged", "set_tool", Tool.PAN),
        ("enabledChanged", "set_enabled", True),
        ("originalHeldChanged", "hold_original", True),
        ("indexChanged", "set_index", 4),
        ("dataRangeChanged", "set_data_range", DataRange.FULL),
    ],
)
def test_setter_says_a_change_once(opened, signal, setter, value):
    heard = said(getattr(opened, signal))
    getattr(opened, setter)(value)
    getattr(opened, setter)(value)
    assert heard == [value]


class TestSeries:
    def test_first_series_is_shown_in_its_middle(self, opened):
        assert (opened.series.key, opened.index) == ("a", 2)

    def test_what_cannot_be_shown_is_not_selected(self, session):
        session.set_catalogue(Catalogue((made("report", kind=Kind.OTHER), made("a"))))
        assert session.series.key == "a"

    def test_a_later_series_does_not_take_the_selection(self, opened):
        opened.set_catalogue(Catalogue((made("0"), *opened.catalogue.series)))
        assert opened.series.key == "a"

    def test_index_stays_within(self, opened):
        opened.set_index(99)
        assert opened.index == 4
        opened.set_index(-3)
        assert opened.index == 0

    def test_each_series_keeps_its_place_and_window(self, opened):
        opened.set_index(1)
        opened.set_window(Window(40, 80))
        opened.set_series(opened.catalogue.series[1])
        assert (opened.index, opened.window) == (2, None)
        opened.set_series(opened.catalogue.series[0])
        assert (opened.index, opened.window) == (1, Window(40, 80))

    def test_growing_stack_keeps_the_shown_frame(self, session):
        session.set_catalogue(Catalogue((made("a", range(4, 7)),)))
        shown = session.series.frames[session.index].key
        session.set_catalogue(Catalogue((made("a", range(0, 12)),)))
        assert session.series.frames[session.index].key == shown
        assert len(session.series.frames) == 12

    def test_window_of_the_file_is_in_force_again_in_another_series(self, opened):
        opened.set_window(Window(40, 80))
        heard = said(opened.windowChanged)
        opened.set_series(opened.catalogue.series[1])
        assert heard == [None]

    def test_closing_forgets_everything(self, opened):
        opened.measurements.add(LINE)
        opened.close_all()
        opened.undo()
        assert (opened.series, opened.catalogue.series, opened.measurements.items) == (None, (), ())


class TestUndo:
    def test_back_and_forth(self, opened):
        first = opened.recipe
        second = with_method(first, "clahe")
        opened.set_recipe(second)
        opened.set_enabled(True)
        opened.undo()
        opened.undo()
        assert (opened.recipe, opened.enabled) == (first, False)
        opened.redo()
        opened.redo()
        assert (opened.recipe, opened.enabled) == (second, True)

    def test_a_drag_is_one_step(self, opened):
        before = opened.recipe.strength
        opened.set_strength(0.1)
        for n in range(2, 9):
            opened.set_strength(n / 10, merge=True)
        opened.undo()
        assert opened.recipe.strength == before

    def test_a_drag_never_joins_a_change_of_another_kind(self, opened):
        opened.measurements.add(LINE)
        opened.set_strength(0.2, merge=True)
        opened.undo()
        assert opened.measurements.items == (LINE,)

    def test_a_new_change_ends_redo(self, opened):
        opened.set_strength(0.1)
        opened.undo()
        opened.set_strength(0.2)
        opened.redo()
        assert opened.recipe.strength == 0.2

    def test_a_measurement_comes_and_goes_whatever_is_shown(self, opened):
        opened.measurements.add(LINE)
        opened.set_series(opened.catalogue.series[1])
        opened.undo()
        assert opened.measurements.items == ()
        opened.redo()
        assert opened.measurements.items == (LINE,)

    def test_what_came_with_a_file_outlives_undo(self, opened):
        opened.measurements.add(LINE)
        opened.measurements.adopt((BOX, BOX))
        opened.undo()
        assert opened.measurements.items == (BOX,)
        opened.redo()
        assert set(opened.measurements.items) == {LINE, BOX}
        opened.measurements.adopt((BOX,))
        assert len(opened.measurements.items) == 2

    def test_a_pull_is_one_step(self, opened):
        opened.measurements.add(LINE)
        for n in range(5):
            moved = replace(LINE, points=((1, 2), (3 + n, 4)))
            opened.measurements.edit(moved, merge=n > 0)
        opened.undo()
        assert opened.measurements.items == (LINE,)
        opened.measurements.remove([LINE.uid])
        assert opened.measurements.items == ()
        opened.undo()
        assert opened.measurements.items == (LINE,)

    def test_undo_of_nothing_does_nothing(self, opened):
        heard = said(opened.recipeChanged)
        opened.undo()
        opened.redo()
        assert heard == []


def test_recipe_in_force_follows_the_switch(opened):
    opened.set_recipe(Recipe((Step("clahe"),)))
    assert opened.active_recipe == Recipe()
    opened.set_enabled(True)
    assert opened.active_recipe == Recipe((Step("clahe"),))


def test_strength_stays_between_0_and_1(opened):
    opened.set_strength(7)
    assert opened.recipe.strength == 1
    opened.set_strength(-1)
    assert opened.recipe.strength == 0


def test_with_method_keeps_the_strength_and_drops_parameters():
    recipe = Recipe((Step("median"), Step("clahe", (("limit", 2.0),), 0.4)))
    assert with_method(recipe, "tv").steps[-1] == Step("tv", (), 0.4)
    assert with_method(recipe, "tv").steps[0] == replace(recipe.steps[0])
    assert with_method(recipe, "tv", 0).steps == (Step("tv", (), recipe.steps[0].strength), recipe.steps[1])


def test_low_dose_is_kept_for_each_kind_of_image(session):
    heard = said(session.lowDoseChanged)
    session.set_low_dose("CT", 40.0)
    session.set_low_dose("CT", 40.0)
    assert heard == [{**Session().low_dose, "CT": 40.0}]
    assert session.low_dose["CT"] == 40.0


def test_the_step_that_is_edited_is_always_one_of_the_recipe(session):
    heard = said(session.stepChanged)
    session.set_recipe(Recipe((Step("gaussian"), Step("clahe"), Step("gamma"))))
    session.set_step(2)
    session.set_step(2)
    assert heard == [2]
    session.undo()
    assert session.step == 0
