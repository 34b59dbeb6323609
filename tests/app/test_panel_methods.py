"""The methods panel, driven by mouse and keys on the real demo."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QTextBrowser,
)

from app.cell import START
from app.feed import Feed
from app.panels.device import DeviceLine, ModelCard
from app.panels.methods import MethodsPanel
from app.panels.slider import ValueSlider
from core.enhance import device
from core.enhance.network import MODELS, Networks
from core.enhance.registry import METHODS, declared
from core.pipeline import Pipeline
from core.recipe import Recipe, Step

GAUSSIAN = Recipe((Step("gaussian"),))


@pytest.fixture
def panel(qtbot, session, feed):
    panel = MethodsPanel(session, feed)
    qtbot.addWidget(panel)
    panel.resize(340, 760)
    panel.show()
    yield panel
    panel.stop_work()


@pytest.fixture
def on_ct(session, catalogue, by_modality):
    session.set_catalogue(catalogue)
    session.set_series(by_modality["CT"])
    session.set_recipe(GAUSSIAN)
    return session


def slider_of(panel, name) -> ValueSlider:
    control = panel.controls.form.controls[name]
    assert isinstance(control, ValueSlider)
    return control


def choose(qtbot, panel, method):
    """Walk to a method with the arrow keys, as the closed combo box lets one do."""
    box = panel.controls.method
    box.setFocus()
    target = box.findData(method)
    while box.currentIndex() != target:
        qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < target else Qt.Key.Key_Up)


def enhanced(qtbot, feed, recipe):
    qtbot.waitUntil(lambda: feed.enhanced is not None and feed.enhanced.recipe == recipe, timeout=20000)
    return feed.enhanced


class TestSwitch:
    def test_says_why_nothing_can_be_enhanced(self, panel):
        assert "Open a study" in panel.reason.text()
        assert not panel.switch.isEnabled()
        assert not panel.export.isEnabled()

    def test_says_why_this_series_cannot_be_enhanced(self, panel, session, by_modality):
        sentence = "This is a colour image; only grey-scale images can be enhanced."
        session.set_series(replace(by_modality["CT"], reason=sentence))
        assert panel.reason.text() == sentence
        assert not panel.controls.isEnabled()

    def test_a_click_switches_on_and_the_slice_is_enhanced(self, qtbot, panel, on_ct, feed):
        qtbot.mouseClick(panel.switch, Qt.MouseButton.LeftButton)
        assert on_ct.enabled
        assert np.abs(enhanced(qtbot, feed, GAUSSIAN).image - feed.frame.values).max() > 1

    def test_the_switch_follows_the_session(self, panel, on_ct):
        on_ct.set_enabled(True)
        assert panel.switch.isChecked()
        on_ct.undo()
        assert not panel.switch.isChecked()


class TestMethods:
    def test_the_network_comes_first_and_every_method_is_there(self, panel):
        box = panel.controls.method
        names = [box.itemData(n) for n in range(box.count()) if box.itemData(n)]
        assert names == list(METHODS)
        assert names[0] == "cnn"

    def test_choosing_by_keys_changes_the_recipe_and_keeps_the_strength(self, qtbot, panel, on_ct):
        on_ct.set_strength(0.4)
        choose(qtbot, panel, "clahe")
        assert on_ct.recipe.steps[-1].method == "clahe"
        assert on_ct.recipe.strength == 0.4
        assert on_ct.enabled, "who chooses a method wants to see it"
        assert panel.controls.purpose.text() == METHODS["clahe"].purpose

    @pytest.mark.parametrize("method", [name for name, m in METHODS.items() if not m.keeps_units])
    def test_says_when_units_are_lost(self, panel, on_ct, method):
        on_ct.set_recipe(Recipe((Step(method),)))
        assert "no longer" in panel.controls.units.text()
        on_ct.set_recipe(GAUSSIAN)
        assert "Keeps units" in panel.controls.units.text()

    @pytest.mark.parametrize("method", list(METHODS))
    def test_every_declared_parameter_has_a_control_at_its_default(self, panel, on_ct, method):
        on_ct.set_recipe(Recipe((Step(method),)))
        controls = panel.controls.form.controls
        assert list(controls) == [p.name for p in declared(method)]
        for p in declared(method):
            if p.minimum is not None:
                box = slider_of(panel, p.name).box
                assert box.value() == pytest.approx(float(p.default))
                assert (box.minimum(), box.maximum()) == (p.minimum, p.maximum)
                assert box.suffix().strip() == p.unit

    def test_no_choice_is_sent_by_showing_a_recipe(self, panel, on_ct):
        seen = []
        on_ct.recipeChanged.connect(seen.append)
        for method in METHODS:
            on_ct.set_recipe(Recipe((Step(method, strength=0.123),)))
        assert [r.steps[0].method for r in seen] == list(METHODS)
        assert all(r.strength == 0.123 for r in seen)

    def test_choosing_the_method_in_force_keeps_its_parameters(self, qtbot, panel, on_ct):
        kept = Recipe((Step("gaussian", (("radius", 2.5),), 0.8),))
        on_ct.set_recipe(kept)
        box = panel.controls.method
        box.activated.emit(box.currentIndex())
        assert on_ct.recipe == kept


class TestSliders:
    def test_a_drag_while_off_switches_on_and_is_taken_back_at_once(self, qtbot, panel, on_ct):
        assert not on_ct.enabled
        bar = panel.controls.strength.slider
        y = bar.height() // 2
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
        for x in (150, 90):
            qtbot.mouseMove(bar, QPoint(x, y))
        qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(90, y))
        assert on_ct.enabled
        on_ct.undo()
        assert (on_ct.enabled, on_ct.recipe) == (False, GAUSSIAN)

    def test_strength_by_mouse_blends_without_running_again(self, qtbot, panel, on_ct, feed):
        on_ct.set_enabled(True)
        before = enhanced(qtbot, feed, GAUSSIAN)
        bar = panel.controls.strength.slider
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() // 2, bar.height() // 2))
        strength = on_ct.recipe.strength
        assert strength == pytest.approx(0.5, abs=0.02)
        after = feed.enhanced
        assert after.full is before.full, "the method did not run again"
        expected = feed.frame.values + np.float32(strength) * (before.full - feed.frame.values)
        np.testing.assert_allclose(after.image, expected, atol=1e-3)

    def test_typed_strength_in_percent(self, qtbot, panel, on_ct):
        box = panel.controls.strength.box
        box.selectAll()
        qtbot.keyClicks(box, "35")
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert on_ct.recipe.strength == 0.35

    def test_a_whole_drag_is_taken_back_at_once(self, qtbot, panel, on_ct):
        on_ct.set_enabled(True)
        bar = panel.controls.strength.slider
        y = bar.height() // 2
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
        for x in (180, 150, 120, 90):
            qtbot.mouseMove(bar, QPoint(x, y))
        qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(90, y))
        assert on_ct.recipe.strength < 0.5
        on_ct.undo()
        assert on_ct.recipe == GAUSSIAN

    def test_a_parameter_by_keys_and_its_reset(self, qtbot, panel, on_ct):
        on_ct.set_recipe(Recipe((Step("gamma"),)))
        slider = slider_of(panel, "gamma")
        default = next(p for p in declared("gamma") if p.name == "gamma")
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
        value = dict(on_ct.recipe.steps[-1].parameters)["gamma"]
        assert value == pytest.approx(default.default + default.step)
        qtbot.mouseClick(slider.reset, Qt.MouseButton.LeftButton)
        assert dict(on_ct.recipe.steps[-1].parameters)["gamma"] == default.default

    def test_whole_numbers_stay_whole(self, qtbot, panel, on_ct):
        on_ct.set_recipe(Recipe((Step("clahe"),)))
        qtbot.keyClick(slider_of(panel, "tiles").slider, Qt.Key.Key_Right)
        value = dict(on_ct.recipe.steps[-1].parameters)["tiles"]
        assert isinstance(value, int)


class TestReset:
    def test_is_there_only_when_something_was_changed(self, qtbot, panel, on_ct):
        slider = slider_of(panel, "sigma")
        assert not slider.reset.isVisible()
        width = slider.slider.width()
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
        assert slider.reset.isVisible()
        assert slider.slider.width() == width, "nothing moves"
        qtbot.mouseClick(slider.reset, Qt.MouseButton.LeftButton)
        assert not slider.reset.isVisible()


class TestModelChooser:
    @pytest.fixture
    def networks(self, tmp_path):
        """Two networks: the bundled one under two names."""
        shipped = MODELS / Networks(device="cpu").default_for("CT") / "model.onnx"
        for name in ("first", "second"):
            shutil.copytree(shipped.parent, tmp_path / name)
        return Networks(tmp_path, "cpu")

    def test_one_network_is_no_choice(self, qtbot, session, networks, by_modality, tmp_path):
        shutil.rmtree(tmp_path / "second")
        feed = Feed(session, Pipeline(networks), session)
        panel = MethodsPanel(session, feed)
        qtbot.addWidget(panel)
        panel.show()
        session.set_series(by_modality["CT"])
        session.set_recipe(START)
        qtbot.waitUntil(panel.device.isVisible, timeout=20000)
        assert not panel.controls.form.controls["model"].isVisible()
        panel.stop_work()
        feed.close()

    def test_automatic_says_what_it_means(self, qtbot, session, networks, by_modality):
        feed = Feed(session, Pipeline(networks), session)
        panel = MethodsPanel(session, feed)
        qtbot.addWidget(panel)
        panel.show()
        session.set_series(by_modality["CT"])
        controls = panel.controls.form
        qtbot.waitUntil(lambda: controls.controls["model"].isVisible(), timeout=20000)  # noqa: PLW0108
        chooser = controls.controls["model"].findChild(QComboBox)
        assert [chooser.itemText(n) for n in range(3)] == ["Automatic (first)", "first", "second"]
        assert chooser.currentData() == "auto"
        chooser.setFocus()
        qtbot.keyClick(chooser, Qt.Key.Key_End)
        assert dict(session.recipe.steps[0].parameters)["model"] == "second"
        panel.stop_work()
        feed.close()


class FailingSession:
    """A real session that fails on images larger than the stored reference, as a GPU short of memory."""

    def __init__(self, path):
        self._session = device.cpu_session(path)

    def __getattr__(self, name):
        return getattr(self._session, name)

    def run(self, outputs, feed, options):
        if feed["image"].size > 200 * 200:
            raise device.runtime_errors()[0]
        return self._session.run(outputs, feed, options)


class TestGraphicsCard:
    def test_one_that_fails_while_it_runs_is_told(self, qtbot, monkeypatch, session, by_modality):
        monkeypatch.setattr(device, "gpu_name", lambda: "Pretended GPU")
        monkeypatch.setattr(device, "cuda_session", FailingSession)
        said = []
        session.messaged.connect(said.append)
        feed = Feed(session, Pipeline(Networks(device="auto")), session)
        panel = MethodsPanel(session, feed)
        qtbot.addWidget(panel)
        panel.show()
        session.set_series(by_modality["CT"])
        qtbot.waitUntil(lambda: "graphics card: Pretended GPU" in panel.device.text(), timeout=20000)
        session.set_enabled(True)
        result = enhanced(qtbot, feed, START)
        assert result.device == "cpu"
        qtbot.waitUntil(
            lambda: "on the CPU: the GPU failed while it ran" in panel.device.text(), timeout=20000
        )
        assert said == ["The CPU now runs the network, more slowly: the GPU failed while it ran."]
        panel.stop_work()
        feed.close()


class TestSteps:
    def test_a_second_step_works_on_the_first_ones_result(self, qtbot, panel, on_ct, feed):
        on_ct.set_enabled(True)
        actions = {a.text(): a for a in panel.controls.steps.add.menu().actions()}
        actions[METHODS["unsharp"].label].trigger()
        assert [s.method for s in on_ct.recipe.steps] == ["gaussian", "unsharp"]
        result = enhanced(qtbot, feed, on_ct.recipe)
        assert np.abs(result.base - feed.frame.values).max() > 1, "the base is the smoothed slice"

    @pytest.fixture
    def lines(self, qtbot, panel, on_ct):
        """Two steps, the first of them edited."""
        on_ct.set_recipe(Recipe((Step("gaussian"), Step("clahe", strength=0.6))))
        lines = panel.controls.steps.lines
        qtbot.waitUntil(lambda: all(line.isVisible() for line in lines))
        return lines

    def test_a_single_step_is_not_listed(self, panel, on_ct):
        assert not panel.controls.steps.isVisible()

    def test_an_added_step_is_the_one_edited_and_needs_no_reset(self, panel, on_ct):
        {a.text(): a for a in panel.controls.steps.add.menu().actions()}["CLAHE"].trigger()
        assert panel.controls.heading.text() == "Method of step 2"
        assert panel.controls.method.currentData() == "clahe"
        assert not panel.controls.strength.reset.isVisible()

    def test_steps_are_listed_and_the_first_can_be_removed(self, qtbot, panel, on_ct, lines):
        assert [line.choose.text() for line in lines] == ["1  Gaussian · 100 %", "2  CLAHE · 60 %"]
        qtbot.mouseClick(lines[0].remove, Qt.MouseButton.LeftButton)
        assert on_ct.recipe == Recipe((Step("clahe", strength=0.6),))

    def test_any_step_can_be_edited(self, qtbot, panel, on_ct, lines):
        qtbot.mouseClick(lines[1].choose, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        assert list(panel.controls.form.controls) == [p.name for p in declared("clahe")]
        assert panel.controls.strength.box.value() == 60
        qtbot.mouseClick(lines[0].choose, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        assert [line.choose.isChecked() for line in lines] == [True, False]
        assert panel.controls.strength.box.value() == 100
        qtbot.keyClick(slider_of(panel, "sigma").slider, Qt.Key.Key_Right)
        qtbot.keyClick(panel.controls.strength.slider, Qt.Key.Key_Left)
        first, second = on_ct.recipe.steps
        assert (first.method, first.strength) == ("gaussian", 0.99)
        assert dict(first.parameters)["sigma"] == pytest.approx(0.9)
        assert second == Step("clahe", strength=0.6)
        choose(qtbot, panel, "median")
        assert [s.method for s in on_ct.recipe.steps] == ["median", "clahe"]

    def test_a_step_moves_earlier_and_stays_the_one_edited(self, qtbot, panel, on_ct, lines):
        on_ct.set_step(1)
        assert not lines[0].earlier.isEnabled()
        qtbot.mouseClick(lines[1].earlier, Qt.MouseButton.LeftButton)
        assert [s.method for s in on_ct.recipe.steps] == ["clahe", "gaussian"]
        assert panel.controls.method.currentData() == "clahe"
        on_ct.undo()
        assert [s.method for s in on_ct.recipe.steps] == ["gaussian", "clahe"]

    def test_editing_an_early_step_runs_the_later_ones_again(self, qtbot, panel, on_ct, feed, lines):
        on_ct.set_enabled(True)
        before = enhanced(qtbot, feed, on_ct.recipe)
        qtbot.keyClick(panel.controls.strength.slider, Qt.Key.Key_PageDown)
        after = enhanced(qtbot, feed, on_ct.recipe)
        assert np.abs(after.full - before.full).max() > 0.1


class TestRun:
    def test_says_how_long_the_slice_took(self, qtbot, panel, on_ct, feed):
        on_ct.set_enabled(True)
        enhanced(qtbot, feed, GAUSSIAN)
        assert panel.busy.note.text().startswith("This slice took 0.")

    def test_cancel_appears_while_it_runs_and_stops_it(self, qtbot, panel, on_ct, feed):
        on_ct.set_recipe(Recipe((Step("median"), *[Step("median")] * 60)))
        on_ct.set_enabled(True)
        qtbot.waitUntil(panel.busy.cancel.isVisible, timeout=20000)
        qtbot.mouseClick(panel.busy.cancel, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not panel.busy.cancel.isVisible(), timeout=5000)
        assert feed.enhanced is None

    def test_the_network_is_named_with_its_device(self, qtbot, panel, on_ct, feed):
        on_ct.set_recipe(START)
        networks = feed.pipeline.networks
        qtbot.waitUntil(panel.device.isVisible, timeout=20000)
        if not networks.names():
            assert "No" in panel.device.text()
        else:
            assert networks.default_for("CT") in panel.device.text()
            assert networks.status.reason in panel.device.text()

    def test_the_model_card_opens_from_its_link(self, qtbot, tmp_path):
        shipped = MODELS / Networks(device="cpu").default_for("CT") / "model.onnx"
        folder = tmp_path / shipped.parent.name
        folder.mkdir()
        shutil.copy(shipped, folder)
        (folder / "card.md").write_text("# Trained on\n\nThirty scanners", encoding="utf-8")
        line = DeviceLine(Networks(tmp_path, "cpu"))
        qtbot.addWidget(line)
        line.show()
        with qtbot.waitSignal(line.described, timeout=20000):
            line.ask("", "CT", "denoise")
        assert "model card" in line.text()
        line.linkActivated.emit(folder.name)
        card = line.findChild(ModelCard)
        assert card.isVisible()
        assert "Thirty scanners" in card.findChild(QTextBrowser).toPlainText()
        line.stop_work()

    def test_buttons_ask_for_apply_and_export(self, qtbot, panel, on_ct):
        assert not panel.apply.isEnabled()
        on_ct.set_enabled(True)
        with qtbot.waitSignal(panel.applyToSeriesRequested):
            qtbot.mouseClick(panel.apply, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(panel.exportRequested):
            qtbot.mouseClick(panel.export, Qt.MouseButton.LeftButton)


def test_everything_has_a_name_for_a_screen_reader(panel, on_ct):
    on_ct.set_recipe(Recipe((Step("gaussian"), Step("clahe"))))
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox)
    controls = [
        w
        for kind in kinds
        for w in panel.controls.findChildren(kind)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(w, QScrollBar)
    ]
    assert len(controls) > 10
    assert all(w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()) for w in controls)
