"""`python -m training fit | evaluate | export | calibrate | proof | record | reproduce`."""

import argparse
import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.errors import ClearsliceError
from training.benchmark import SUBJECTS
from training.config import Config


def _fit(arguments: argparse.Namespace) -> None:
    from training import bank, processes
    from training.data import pack, wait_for_pack
    from training.fit import fit, model_spec

    config = Config.load(arguments.config, tuple(arguments.set))
    if processes.rank() == 0:
        images = pack(arguments.data, arguments.pack, model_spec(config), _progress)
        bank.prepare(images, config.data, _scanning)
    else:
        images = wait_for_pack(arguments.data, arguments.pack)
        bank.wait(images, config.data)
    fit(config, images, arguments.out, sys.stderr.isatty())


def _evaluate(arguments: argparse.Namespace) -> None:
    from training.card import write_card
    from training.data import Pack
    from training.evaluate import evaluate, save, table

    _refuse_stranger(arguments.model)
    models, name = arguments.model.parent, arguments.model.name
    rows = evaluate(Pack(arguments.pack), models, name, _say, subjects=arguments.subjects)
    save(rows, arguments.model / "evaluation.json")
    write_card(arguments.model, arguments.compute, remark=arguments.remark)
    print(table(rows))


def _refuse_stranger(model: Path) -> None:
    from core.enhance.network import Networks

    if model.name not in Networks(model.parent).names():
        msg = f"There is no model {model.name}; give the folder that export wrote."
        raise ClearsliceError(msg)


def _calibrate(arguments: argparse.Namespace) -> None:
    from training.card import write_card
    from training.data import Pack
    from training.export import calibrate

    _refuse_stranger(arguments.model)
    found = calibrate(arguments.model, Pack(arguments.pack))
    write_card(arguments.model, arguments.compute, remark=arguments.remark)
    print("\n".join(f"{modality}: {factor:g}" for modality, factor in found.items()))


def _prove(arguments: argparse.Namespace) -> None:
    from core.enhance.network import Networks
    from training.card import write_card
    from training.data import Pack
    from training.proof.bench import Bench
    from training.proof.stage import PROOF_FOLDER, prove, wanted

    _refuse_stranger(arguments.model)
    networks, folder = (
        Networks(arguments.model.parent, "cpu"),
        arguments.out or arguments.model / PROOF_FOLDER,
    )
    name, pack = arguments.model.name, Pack(arguments.pack)
    bench = Bench(networks, name, pack, folder, _say, arguments.subjects)
    print(prove(bench, wanted(bench, arguments.only)))
    if arguments.out is None:
        write_card(arguments.model, arguments.compute, remark=arguments.remark)


def _export(arguments: argparse.Namespace) -> None:
    from training.clock import Compute
    from training.data import Pack
    from training.export import export

    told = Compute(arguments.hours, arguments.device) if arguments.device else None
    print(export(arguments.checkpoint, Pack(arguments.pack), arguments.models, told, large=arguments.large))


def _record(arguments: argparse.Namespace) -> None:
    from training.record import record

    _refuse_stranger(arguments.model)
    print(record(arguments.model, arguments.runs, arguments.remark))


def _reproduce(arguments: argparse.Namespace) -> None:
    from training.profile import Order, Profile
    from training.reproduce import reproduce, show

    if arguments.show is not None:
        print(show(arguments.show))
        return
    logging.getLogger("lightning.pytorch").setLevel(logging.WARNING)
    profile = Profile.load(arguments.profile, tuple(arguments.set))
    profile = replace(profile, trains=profile.trains or arguments.train)
    out = arguments.out or Path("out") / f"reproduce-{profile.name}"
    given = (arguments.data, arguments.pack, arguments.models, arguments.runs, arguments.publish)
    print(reproduce(Order(profile, out, *given, tuple(arguments.only)), _say))
    _say(f"Table 1, Figure 1 and report.html lie in {out}.")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _progress(done: int, total: int) -> None:
    print(f"\rpacking {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _scanning(done: int, total: int) -> None:
    end = "\n" if done == total else ""
    print(f"\rsimulating CT scans {done}/{total}", end=end, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "training", description="Train, measure and export Clearslice's networks."
    )
    commands = parser.add_subparsers(required=True)
    fit = commands.add_parser("fit", help="train a network, or go on training it")
    fit.add_argument("--config", type=Path, required=True)
    fit.add_argument("--set", action="append", default=[], metavar="SECTION.KEY=VALUE")
    fit.add_argument("--data", type=Path, required=True, help="folder with manifest.csv")
    fit.add_argument("--out", type=Path, required=True, help="folder of the run")
    fit.set_defaults(run=_fit)
    evaluate = commands.add_parser("evaluate", help="measure a model beside every classical method")
    evaluate.add_argument("model", type=Path, help="folder of the model")
    evaluate.add_argument("--subjects", type=int, default=SUBJECTS, help="validation subjects per modality")
    evaluate.set_defaults(run=_evaluate)
    export = commands.add_parser(
        "export", help="write the ONNX file of a checkpoint, if it computes the same"
    )
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--models", type=Path, default=Path("assets/models"), help="where the folder goes")
    export.add_argument("--hours", type=float, help="of training, where the checkpoint does not tell")
    export.add_argument("--device", default="", help="it was trained on, where the checkpoint does not tell")
    export.add_argument(
        "--large", action="store_true", help="write NAME-large: the mean over the slice's mirror images"
    )
    export.set_defaults(run=_export)
    calibrate = commands.add_parser("calibrate", help="find the factors of a model's 90 %% intervals")
    calibrate.add_argument("model", type=Path, help="folder of the model; its files get the factors")
    calibrate.set_defaults(run=_calibrate)
    prove = _add_proof(commands)
    _add_record(commands)
    _add_reproduce(commands)
    for command in (evaluate, calibrate, prove):
        command.add_argument(
            "--compute", default="", help="for the card: on what, how long (default: what the model tells)"
        )
        command.add_argument(
            "--remark", default="", help="for the card: what else to know of the measurement"
        )
    for command in (fit, evaluate, export, calibrate, prove):
        command.add_argument(
            "--pack", type=Path, default=Path("out/pack"), help="where the packed images lie"
        )
    return parser


def _add_proof(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    proof = commands.add_parser("proof", help="physics, lesions, null tests and uncertainty of a model")
    proof.add_argument("model", type=Path, help="folder of the model")
    proof.add_argument("--subjects", type=int, default=SUBJECTS, help="validation subjects per modality")
    proof.add_argument("--out", type=Path, help="folder of the findings, by default proof/ in the model's")
    proof.add_argument(
        "--only", action="append", default=[], metavar="NAME", help="run this one alone; repeatable"
    )
    proof.set_defaults(run=_prove)
    return proof


def _add_record(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    record = commands.add_parser("record", help="write how a model was trained into training/runs")
    record.add_argument("model", type=Path, help="folder of the model")
    record.add_argument("--runs", type=Path, default=Path("training/runs"), help="where the folder goes")
    record.add_argument(
        "--remark", action="append", default=[], help="what the model does not tell; repeatable"
    )
    record.set_defaults(run=_record)


def _add_reproduce(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    reproduce = commands.add_parser(
        "reproduce", help="train, export and measure everything: Table 1, Figure 1, ONNX file and card"
    )
    reproduce.add_argument(
        "--profile", default="tiny", help="tiny: the bundled demo; full: the images of --data"
    )
    reproduce.add_argument("--data", type=Path, help="folder with manifest.csv")
    reproduce.add_argument("--out", type=Path, help="folder of the results, by default out/reproduce-PROFILE")
    reproduce.add_argument("--pack", type=Path, help="where the packed images lie, by default in --out")
    reproduce.add_argument(
        "--models", type=Path, help="exported networks to measure instead of training ours"
    )
    reproduce.add_argument(
        "--runs", type=Path, help="folder of runs, KIND/last.ckpt, to use instead of training"
    )
    reproduce.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NAME",
        help="train and measure this one alone; repeatable",
    )
    reproduce.add_argument(
        "--publish", action="store_true", help="put evaluation, proofs and card beside the networks measured"
    )
    reproduce.add_argument(
        "--train", action="store_true", help="train what is lacking, where the profile only measures"
    )
    reproduce.add_argument("--set", action="append", default=[], metavar="SECTION.KEY=VALUE")
    reproduce.add_argument("--show", type=Path, metavar="FOLDER", help="print the table of stored results")
    reproduce.set_defaults(run=_reproduce)


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line, or its `words`; return the exit code."""
    arguments = _parser().parse_args(words)
    try:
        arguments.run(arguments)
    except ClearsliceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
