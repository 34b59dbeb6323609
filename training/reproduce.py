"""The whole of the paper by one command: train, export, measure, Table 1, Figure 1, model card.

Every stage leaves files, and what is there is not done again, so that an interrupted run goes on.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

import torch

from core.enhance.network import Networks
from core.errors import ClearsliceError
from training import card, demo, lineup, picks, publish, reach
from training.benchmark import LEVELS, VERSION, Case, cases, settings
from training.contestants import Contestant
from training.data import Pack, pack
from training.entries import PROOF, Entries
from training.evaluate import save, summary
from training.figure import draw_figure
from training.page import page
from training.profile import OURS, Order
from training.proof.bench import Bench
from training.proof.page import verdicts
from training.proof.stage import PROOF_FOLDER, findings_in, prove
from training.results import Results, Store, measure, read_all
from training.table import as_csv, as_json, compared_with, markdown, rows, unfinished

Report = Callable[[str], None]


def reproduce(order: Order, report: Report) -> str:
    """Do what is lacking in `order.out`; return Table 1 as Markdown.

    Raises
    ------
    ClearsliceError
        If images or models are lacking, or a name in `order.only` is nobody's.
    """
    return _Reproduction(order, report).run()


def show(folder: Path) -> str:
    """Return Table 1 from the results stored in a folder that `reproduce` has written.

    Raises
    ------
    ClearsliceError
        If there are none.
    """
    found = read_all(folder / "results")
    if not found:
        msg = f"The folder {folder.name} holds no results; give one that reproduce has written."
        raise ClearsliceError(msg)
    about = (folder / "about.txt").read_text(encoding="utf-8") if (folder / "about.txt").exists() else ""
    return markdown(rows(found), about, unfinished(found)) + proofs_of(folder)


def proofs_of(out: Path) -> str:
    """Return verdicts and targets of every network in a folder of `reproduce`, "" if there are none."""
    folders = [*sorted(out.glob(f"{PROOF_FOLDER}/*")), *sorted(out.glob(f"models/*/{PROOF_FOLDER}"))]
    named = {(f.parent.name if f.name == PROOF_FOLDER else f.name): f for f in folders}
    proved = [(name, list(findings_in(f).values())) for name, f in named.items()]
    aimed = [(name, reach.stored(f)) for name, f in named.items()]
    parts = [verdicts(name, found) for name, found in proved if found]
    parts += [f"# {name}: aims\n\n{reach.markdown(lines)}" for name, lines in aimed if lines]
    return "".join(f"\n{part}\n" for part in parts)


class _Reproduction:
    def __init__(self, order: Order, report: Report) -> None:
        self.order, self.profile, self.report = order, order.profile, report
        self._cases: dict[tuple[str, str, float], list[Case]] = {}

    def run(self) -> str:
        """Go through the stages."""
        self.order.out.mkdir(parents=True, exist_ok=True)
        if self.profile.threads:
            torch.set_num_threads(self.profile.threads)
        if self.profile.bm3d and not lineup.bm3d_is_here():
            self.report("BM3D takes no part: its package, for non-commercial use only, is not installed.")
        entries = Entries(self.order, lambda: self.images, self.report)
        contestants = entries.contestants()
        self._measure([c for c in contestants if entries.wanted(c.name)])
        if self.profile.proof and entries.wanted(PROOF):
            self._prove()
        found = self._found(contestants)
        text = self._tell(contestants, found)
        if self.profile.proof:
            self._judge(found)
        if self.order.publish and self.order.given is not None:
            publish.publish(self.order.out, self.order.given, found, self._command, self.about)
        return text + proofs_of(self.order.out)

    @cached_property
    def images(self) -> Pack:
        """The packed images."""
        from training.fit import model_spec

        into = self.order.packed or self.order.out / "pack"
        return pack(self._folder(), into, model_spec(self.profile.configs[OURS]), self._packing)

    def _folder(self) -> Path:
        if self.order.data is not None:
            return self.order.data
        if self.order.on_demo:
            return demo.write_demo_set(self.order.out / "images")
        msg = f"The profile '{self.profile.name}' needs images: give the folder with manifest.csv by --data."
        raise ClearsliceError(msg)

    def _packing(self, done: int, total: int) -> None:
        if done == total:
            self.report(f"packed {total} files")

    @property
    def about(self) -> str:
        """What was measured, in words."""
        if self.order.on_demo:
            return demo.ABOUT.replace("\n", " ")
        people = {m: len(self.images.subjects("val", m)) for m in LEVELS}
        counts = ", ".join(f"{n} {m}" for m, n in people.items())
        alone = [m for m, n in people.items() if n and not self.images.subjects("train", m)]
        tuned = (
            f"For {', '.join(alone)} there are none for training: classical methods were tuned on the very "
            "slices that are measured, which is in their favour."
        )
        return (
            f"Images: the validation subjects of the manifest ({counts}); digest {self.images.digest[:12]}, "
            f"benchmark version {VERSION}. No network was trained on them. {tuned if alone else ''}".strip()
        )

    # ---- measuring ----

    @cached_property
    def digest(self) -> str:
        """Hash of everything that decides what is measured on, beside the contestants."""
        profile = self.profile
        text = repr((VERSION, self.images.digest, profile.subjects, profile.tuning, profile.side, settings()))
        return hashlib.sha256(text.encode()).hexdigest()

    def _measure(self, contestants: Sequence[Contestant]) -> None:
        stores = [(c, Store(self.order.out / "results", c, self.digest)) for c in contestants]
        for modality, level in settings():
            for contestant, store in stores:
                measured = self._of("val", modality, level)
                measure(contestant, store, measured, self._training(modality, level), self.report)
            self._cases.clear()

    def _training(self, modality: str, level: float) -> Callable[[], list[Case]]:
        return lambda: self._of("train", modality, level) or self._of("val", modality, level)

    def _of(self, split: str, modality: str, level: float) -> list[Case]:
        key = (split, modality, level)
        if key not in self._cases:
            subjects = self.profile.subjects if split == "val" else self.profile.tuning
            self._cases[key] = cases(
                self.images, split, modality, level, subjects=subjects, side=self.profile.side
            )
        return self._cases[key]

    def _prove(self) -> None:
        """Run the proofs on every network of ours."""
        for name in self._networks.names():
            folder = self._proof_folder(name)
            prove(Bench(self._networks, name, self.images, folder, self.report, self.profile.subjects))

    @cached_property
    def _networks(self) -> Networks:
        return Networks(self.order.given or self.order.out / "models", "cpu")

    def _proof_folder(self, name: str) -> Path:
        """Where the proofs of a network go; one that was trained here keeps them."""
        if self.order.given is not None:
            return self.order.out / PROOF_FOLDER / name
        return self.order.out / "models" / name / PROOF_FOLDER

    def _judge(self, found: Sequence[Results]) -> None:
        """Hold every network of ours against its targets."""
        models = self.order.given or self.order.out / "models"
        for name in self._networks.names():
            folder = self._proof_folder(name)
            if folder.exists():
                spec = self._networks.spec(name)
                table = rows(compared_with(name, found)) if spec.task == "denoise" else []
                reach.save(reach.reach(models / name, table, findings_in(folder)), folder)

    # ---- telling ----

    @property
    def _command(self) -> str:
        return f"python -m training reproduce --profile {self.profile.name}"

    def _found(self, contestants: Sequence[Contestant]) -> list[Results]:
        """Return what is stored of these contestants on these images."""
        known = {c.digest for c in contestants}
        everything = [r for r in read_all(self.order.out / "results") if r.about["benchmark"] == self.digest]
        return [r for r in everything if r.about["contestant"] in known]

    def _tell(self, contestants: Sequence[Contestant], found: Sequence[Results]) -> str:
        out, about, table = self.order.out, self.about, rows(found)
        text = markdown(table, about, unfinished(found))
        strips = self._strips(contestants, found)
        if strips:
            self.report("drawing Figure 1")
            draw_figure(strips, about.replace("**", ""), out / "figure1.png")
        title = f"Clearslice: benchmark, profile {self.profile.name}"
        written = {
            "about.txt": about,
            "table1.md": text,
            "table1.csv": as_csv(table),
            "table1.json": as_json(table, about),
            "report.html": page(title, about, table, strips),
        }
        for name, content in written.items():
            (out / name).write_text(content, encoding="utf-8")
        self._write_card(found)
        return text

    def _write_card(self, found: Sequence[Results]) -> None:
        """Write the card of the network that was trained here; what was given keeps its own."""
        folder = self.order.out / "models" / self.order.own_name
        if self.order.given is None and (folder / "model.onnx").exists():
            save(summary(found), folder / "evaluation.json")
            images = demo.IMAGES if self.order.on_demo else None
            card.write_card(folder, images=images, command=self._command)

    def _strips(self, contestants: Sequence[Contestant], found: Sequence[Results]) -> list[picks.Strip]:
        known = {results.name: results for results in found}
        strips = []
        for pick in picks.picks(found, self.profile.pathology):
            modality, level, number = pick.key
            (case,) = (c for c in self._of("val", modality, level) if c.number == number)
            strips.append(picks.strip(pick, case, contestants, known))
        return strips
