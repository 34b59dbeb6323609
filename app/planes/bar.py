"""The bar over the cells while they show planes: which plane the active one shows, and how thick."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFrame, QLabel, QToolButton, QWidget

from app.flow import Flow
from app.icons import show_icon
from app.language import tr
from app.planes.naming import plane_name, projection_name
from app.planes.planes import SLAB, Planes
from app.session import Session
from app.state import Tool
from core.planes import Plane, Projection, Slab, View

_THICKNESS = 0.5, 200.0
_ORDER = Plane.AXIAL, Plane.CORONAL, Plane.SAGITTAL


class PlanesBar(QFrame):
    """Acts on the active cell; hidden while there are no planes."""

    def __init__(self, planes: Planes, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planes, self._session = planes, session
        self.setObjectName("linkStrip")
        self.name = QLabel(tr("Active cell:"), self)
        self.plane = QComboBox(self)
        self.plane.setAccessibleName(tr("Plane"))
        for plane in _ORDER:
            self.plane.addItem(plane_name(plane), plane)
        self.slab = QComboBox(self)
        self.slab.setAccessibleName(tr("Slab"))
        self.slab.addItem(tr("Single layer"), None)
        for projection in Projection:
            self.slab.addItem(projection_name(projection), projection)
        self.thickness = QDoubleSpinBox(self)
        self.thickness.setAccessibleName(tr("Thickness of the slab"))
        self.thickness.setRange(*_THICKNESS)
        self.thickness.setDecimals(1)
        self.thickness.setSuffix(tr(" mm"))
        self.thickness.setKeyboardTracking(False)
        self.thickness.setValue(SLAB)
        self.crosshair = QToolButton(self)
        self.crosshair.setText(tr("Crosshair"))
        show_icon(self.crosshair, "crosshair")
        self.crosshair.setToolTip(tr("Click or drag: all planes go there"))
        self.crosshair.setCheckable(True)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(tr("Close planes"))
        self.close_button.setToolTip(tr("Close planes"))
        for button in (self.crosshair, self.close_button):
            button.setProperty("chip", True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()
        self.render_state()

    def _lay_out(self) -> None:
        row = Flow(self, at_right=2)
        row.addWidget(self.name)
        for control in (self.plane, self.slab, self.thickness):
            row.addWidget(control)
        row.addWidget(self.crosshair)
        row.addWidget(self.close_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use fewer words where one line has no room for all."""
        super().resizeEvent(event)
        for many in (True, False):
            self.name.setVisible(many)
            self.close_button.setText(tr("Close planes") if many else "✕")
            styles = Qt.ToolButtonStyle
            self.crosshair.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon if many else styles.ToolButtonIconOnly
            )
            if self.sizeHint().width() <= event.size().width():
                break

    def _connect(self) -> None:
        self.plane.activated.connect(self._on_plane)
        self.slab.activated.connect(self._on_slab)
        self.thickness.valueChanged.connect(self._on_thickness)
        self.close_button.clicked.connect(self._planes.toggle)
        self.crosshair.clicked.connect(self._on_crosshair)
        self._planes.changed.connect(self.render_state)
        self._session.toolChanged.connect(self.render_state)
        self._session.cells.activeChanged.connect(self.render_state)

    @property
    def _view(self) -> View | None:
        return self._planes.view_of(self._session.cells.active)

    def render_state(self) -> None:
        """Show what the active cell shows."""
        view = self._view
        self.setVisible(view is not None)
        if view is None:
            return
        self.crosshair.setChecked(self._session.tool is Tool.CROSSHAIR)
        self.plane.setCurrentIndex(self.plane.findData(view.plane))
        projection = None if view.slab is None else view.slab.projection
        self.slab.setCurrentIndex(next(n for n in range(4) if self.slab.itemData(n) is projection))
        self.thickness.setEnabled(view.slab is not None)
        if view.slab is not None and view.slab.thickness != self.thickness.value():
            self.thickness.setValue(view.slab.thickness)

    def _on_crosshair(self, wanted: bool) -> None:
        self._session.set_tool(Tool.CROSSHAIR if wanted else Tool.WINDOW)

    def _on_plane(self, index: int) -> None:
        if self._view is not None:
            self._set(replace(self._view, plane=self.plane.itemData(index)))

    def _on_slab(self, index: int) -> None:
        projection, view = self.slab.itemData(index), self._view
        if view is not None:
            slab = None if projection is None else Slab(projection, round(self.thickness.value(), 1))
            self._set(replace(view, slab=slab))

    def _on_thickness(self, thickness: float) -> None:
        view = self._view
        if view is not None and view.slab is not None:
            self._set(replace(view, slab=replace(view.slab, thickness=round(thickness, 1))))

    def _set(self, view: View) -> None:
        self._planes.set_view(self._session.cells.active, view)
