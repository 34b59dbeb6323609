"""The recipe that was last used for a modality, offered again when one of its images is opened."""

from functools import partial

from PySide6.QtCore import QObject

from app.cell import START, CellState
from app.session import Session
from app.settings import Settings
from core.dicom.study import Series
from core.enhance.network import Networks
from core.enhance.registry import build
from core.errors import ClearsliceError
from core.recipe import Recipe


class LastRecipe(QObject):
    """Gives each cell its modality's last recipe, switched off, until the user chooses one there."""

    def __init__(
        self, session: Session, settings: Settings, networks: Networks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._networks = networks
        self._chosen: set[int] = set()
        self._series: dict[int, str] = {}
        self._offering = False
        for cell in session.cells:
            cell.seriesChanged.connect(partial(self._on_series, cell))
            cell.recipeChanged.connect(partial(self._on_recipe, cell))

    def _on_series(self, cell: CellState, series: Series | None) -> None:
        key = series.key if series is not None else ""
        known = self._series.get(cell.number) == key
        self._series[cell.number] = key
        if series is None or known or cell.number in self._chosen or cell.enabled:
            return
        self._offering = True
        cell.set_method(self._last(series.modality), False)
        self._offering = False

    def _on_recipe(self, cell: CellState, recipe: Recipe) -> None:
        if self._offering or cell.series is None:
            return
        self._chosen.add(cell.number)
        self._settings.remember_recipe(cell.series.modality, recipe)

    def _last(self, modality: str) -> Recipe:
        """Return the recipe kept for a modality, if every step of it can still be built."""
        recipe = self._settings.recipe_of(modality)
        if recipe is None:
            return START
        try:
            for step in recipe.steps:
                build(step, self._networks)
        except ClearsliceError:
            return START
        return recipe
