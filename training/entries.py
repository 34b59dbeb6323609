"""Who enters the benchmark: networks trained, found or given, and every classical method."""

import json
from collections.abc import Callable
from pathlib import Path

from core.enhance.model import MODEL_FILE
from core.enhance.network import Networks
from core.enhance.onnx_metadata import onnx_metadata
from core.enhance.origin import IMAGES_KEY
from core.errors import ClearsliceError
from training import bank, lineup
from training.config import Config
from training.contestants import Contestant
from training.data import Pack
from training.export import export
from training.fit import fit, load
from training.profile import OURS, Order

Report = Callable[[str], None]

PROOF = "proof"
"""Name by which the tests of `training.proof` can be asked for alone."""


class Entries:
    """The contestants of an order.

    Parameters
    ----------
    images
        Returns the packed images, which are packed only once they are needed.
    """

    def __init__(self, order: Order, images: Callable[[], Pack], report: Report) -> None:
        self.order, self.profile, self.images, self.report = order, order.profile, images, report

    def contestants(self) -> list[Contestant]:
        """Return everybody who is at hand, with the networks that are wanted trained first."""
        self._refuse_strangers()
        self._write_configs()
        return [lineup.noisy(), *self._networks(), *lineup.classical(), *self._oracles()]

    def wanted(self, name: str) -> bool:
        """Tell whether the contestant `name` is to be trained and measured, or `PROOF` to be run."""
        own = _plain(name) == _plain(self.order.own_name)
        aliases = {_plain(name), *([OURS] if own else [])}
        return not self.order.only or bool(aliases & {_plain(wanted) for wanted in self.order.only})

    def _refuse_strangers(self) -> None:
        # Asked for by name before anything is trained, so that a slip costs no hours.
        names = [*self.profile.configs, *self._our_names()]
        names += [c.name for c in (lineup.noisy(), *lineup.classical(), *self._oracles())]
        names += [PROOF] if self.profile.proof else []
        known = {_plain(name) for name in names}
        for wanted in self.order.only:
            if _plain(wanted) not in known:
                choices = ", ".join(sorted({name.partition(",")[0] for name in names}))
                msg = f"Nobody in this benchmark is called '{wanted}'; choose from {choices}."
                raise ClearsliceError(msg)

    def _oracles(self) -> list[Contestant]:
        return lineup.oracles(self.profile.bm3d if lineup.bm3d_is_here() else ())

    def _our_names(self) -> list[str]:
        if (given := self.order.given) is None:
            return [self.order.own_name]
        found = [contestant.name for contestant in lineup.ours(given)]
        if not found:
            msg = f"The folder {given.name} holds no denoising network; export writes such folders."
            raise ClearsliceError(msg)
        return found

    def _write_configs(self) -> None:
        """Let a cluster train a network by `torchrun -m training fit --config …`, into `out`/runs/<kind>."""
        folder = self.order.out / "configs"
        folder.mkdir(exist_ok=True)
        for kind, config in self.profile.configs.items():
            (folder / f"{kind}.toml").write_text(config.to_toml(), encoding="utf-8")

    def _networks(self) -> list[Contestant]:
        trained = {kind: path for kind in self._kinds() if (path := self._checkpoint(kind)) is not None}
        others = [lineup.comparator(kind, path) for kind, path in trained.items() if kind != OURS]
        if (given := self.order.given) is not None:
            self._refuse_seen(given)
            return [*lineup.ours(given), *others]
        return [*self._export(trained[OURS]), *others] if OURS in trained else others

    def _refuse_seen(self, models: Path) -> None:
        """Refuse networks that were trained on an image they would be measured on."""
        pack = self.images()
        measured = {pack.sources[s.source].sha256 for s in pack.slices if s.split == "val"}
        for name in Networks(models, "cpu").names():
            seen = json.loads(onnx_metadata(models / name / MODEL_FILE).get(IMAGES_KEY, "[]"))
            if measured & set(seen):
                msg = f"The network {name} was trained on images of the split 'val'; measure it on others."
                raise ClearsliceError(msg)

    def _kinds(self) -> list[str]:
        return [k for k in self.profile.configs if k != OURS or self.order.given is None]

    def _checkpoint(self, kind: str) -> Path | None:
        """Return the checkpoint of a network, trained now if it is wanted and not there."""
        if self.order.runs is not None and (path := self.order.runs / kind / "last.ckpt").exists():
            return path
        folder = self.order.out / "runs" / kind
        path, config = folder / "last.ckpt", self.profile.configs[kind]
        if self.profile.trains and self.wanted(config.name):
            self._train(config, folder)
        return path if path.exists() else None

    def _train(self, config: Config, folder: Path) -> None:
        done = load(folder / "last.ckpt").trained_steps if (folder / "last.ckpt").exists() else 0
        if done < config.optimiser.steps:
            self.report(f"training {config.network.kind}, steps {done} to {config.optimiser.steps}")
            bank.prepare(self.images(), config.data, self._scanning)
            fit(config, self.images(), folder, progress=False)

    def _scanning(self, done: int, total: int) -> None:
        if done == total:
            self.report(f"simulated scans of {total} CT slices")

    def _export(self, checkpoint: Path) -> list[Contestant]:
        models = self.order.out / "models"
        file = models / self.order.own_name / "model.onnx"
        if not file.exists() or file.stat().st_mtime < checkpoint.stat().st_mtime:
            self.report("exporting to ONNX")
            export(checkpoint, self.images(), models)
        return lineup.ours(models)


def _plain(name: str) -> str:
    """Return a name as somebody may type it: RED-CNN is redcnn, and "nlm, oracle" is found by nlm."""
    return "".join(c for c in name.partition(",")[0].lower() if c.isalnum())
