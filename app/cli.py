"""The command line: `clearslice …`, the other face of core. Imports Qt only for `view`."""

import argparse
import io
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.output import complain
from app.commands.version import ShowVersion
from core.errors import Cancelled, ClearsliceError

if TYPE_CHECKING:
    from core.window import Window

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code: 0 only if everything that was asked for was done."""
    multiprocessing.freeze_support()  # in a frozen program the decoder's child process starts here
    _never_fail_on_letters()
    words = list(sys.argv[1:] if argv is None else argv)
    parser = _parser()
    if not words or words[0] not in {*COMMANDS, "-h", "--help", "--version"}:
        words.insert(0, "view")
    arguments = parser.parse_args(words)
    try:
        return COMMANDS[arguments.command](arguments)
    except (Cancelled, KeyboardInterrupt):
        complain("Stopped.")
        return INTERRUPTED
    except ClearsliceError as error:
        complain(error)
        return 1


def _never_fail_on_letters() -> None:
    """Let a terminal that cannot show a letter show a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _view(arguments: argparse.Namespace) -> int:
    if not _has_display():
        msg = "There is no display to open a window on; use `clearslice enhance` or `clearslice report`."
        raise ClearsliceError(msg)
    from app.starting import run

    return run(arguments.paths)


def _has_display() -> bool:
    """Whether Qt can open a window; without a display it would end the program with a crash."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _info(arguments: argparse.Namespace) -> int:
    from app.commands.info import info

    return info(arguments.paths, arguments.json)


def _enhance(arguments: argparse.Namespace) -> int:
    from app.commands.enhance import enhance
    from app.commands.recipes import Request
    from core.enhance.network import Networks

    networks = Networks(device=arguments.device)
    request = Request(arguments.method, arguments.set, arguments.strength, arguments.model, arguments.recipe)
    return enhance(arguments.paths, arguments.output, request.recipe(networks), networks, arguments.json)


def _batch(arguments: argparse.Namespace) -> int:
    from app.commands.anonymise import deidentifier
    from app.commands.batch import resume, start, without_paths
    from app.commands.recipes import Request
    from core.enhance.network import Networks

    networks = Networks(device=arguments.device)
    if arguments.resume:
        return resume(networks, arguments.json)
    if not arguments.paths or arguments.output is None:
        raise without_paths()
    request = Request(arguments.method, arguments.set, arguments.strength, arguments.model, arguments.recipe)
    by = deidentifier(arguments.retain, arguments.allow_burned_in) if arguments.anonymise else None
    recipe = request.recipe(networks)
    return start(arguments.paths, arguments.output, recipe, networks, by=by, as_json=arguments.json)


def _metrics(arguments: argparse.Namespace) -> int:
    from app.commands.metrics import metrics

    return metrics(arguments.reference, arguments.test, arguments.window, arguments.json)


def _tags(arguments: argparse.Namespace) -> int:
    from app.commands.tags import tags

    if len(arguments.paths) > 2:
        msg = "Give one file to list its elements, or two to compare them."
        raise ClearsliceError(msg)
    return tags(arguments.paths, arguments.search, arguments.all, arguments.json)


def _anonymise(arguments: argparse.Namespace) -> int:
    from app.commands.anonymise import anonymise, deidentifier

    by = deidentifier(arguments.retain, arguments.allow_burned_in)
    return anonymise(arguments.paths, arguments.output, by, arguments.json)


def _methods(arguments: argparse.Namespace) -> int:
    from app.commands.listing import methods

    return methods(arguments.json)


def _models(arguments: argparse.Namespace) -> int:
    from app.commands.listing import models
    from core.enhance.network import Networks

    return models(Networks(device="cpu"), arguments.json)


def _report(arguments: argparse.Namespace) -> int:
    from app.commands.recipes import Request
    from app.commands.report import report
    from core.enhance.network import Networks

    networks = Networks(device=arguments.device)
    return report(arguments.paths, arguments.output, Request().recipe(networks), networks)


def _selftest(arguments: argparse.Namespace) -> int:
    from app.commands.selftest import selftest

    return selftest(arguments.json, arguments.window_only)


COMMANDS = {
    "view": _view,
    "info": _info,
    "enhance": _enhance,
    "batch": _batch,
    "report": _report,
    "metrics": _metrics,
    "tags": _tags,
    "anonymise": _anonymise,
    "methods": _methods,
    "models": _models,
    "selftest": _selftest,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clearslice",
        description="See, enhance, compare, measure and export CT, MR and X-ray images. "
        "Without a command it opens the window. Not for diagnostic use.",
    )
    parser.add_argument("--version", action=ShowVersion, nargs=0, help="print version, commit and models")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    view = commands.add_parser("view", help="open the window")
    view.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file, folder or ZIP archive")
    info = _with_json(commands.add_parser("info", help="list studies and series"))
    _add_paths(info)
    _add_enhance(_with_json(commands.add_parser("enhance", help="write enhanced copies as derived DICOM")))
    _add_batch(_with_json(commands.add_parser("batch", help="enhance many series; goes on after a crash")))
    _add_work(commands.add_parser("report", help="enhance, compare and measure without a window"))
    _add_metrics(
        _with_json(commands.add_parser("metrics", help="PSNR, SSIM and MSE of two images or series"))
    )
    _add_tags(_with_json(commands.add_parser("tags", help="list or compare the data elements of files")))
    _add_anonymise(_with_json(commands.add_parser("anonymise", help="copy images without who they are of")))
    _with_json(commands.add_parser("methods", help="list the methods and their parameters"))
    _with_json(commands.add_parser("models", help="list the networks"))
    selftest = commands.add_parser("selftest", help="check that this installation can do all it should")
    _with_json(selftest).add_argument("--window-only", action="store_true", help=argparse.SUPPRESS)
    return parser


def _with_json(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else there")
    return parser


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file, folder or ZIP archive")


def _add_work(parser: argparse.ArgumentParser) -> None:
    _add_paths(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="where results go")
    _add_device(parser)


def _add_device(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--device", choices=("auto", "cuda", "cpu"), default="auto", help="runs the network")


def _add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file, folder or ZIP archive")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="where results go")
    parser.add_argument("--resume", action="store_true", help="go on with what was ended unfinished")
    parser.add_argument("--anonymise", action="store_true", help="take out who the images are of")
    _add_device(parser)
    _add_recipe(parser)
    _add_retain(parser)


def _add_enhance(parser: argparse.ArgumentParser) -> None:
    _add_work(parser)
    _add_recipe(parser)


def _add_recipe(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--method", metavar="NAME", help="see `clearslice methods` (default: cnn)")
    what.add_argument(
        "--recipe",
        type=Path,
        metavar="FILE",
        help="TOML file, or a DICOM file that Clearslice made, to repeat it",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="PARAM=VALUE", help="a method's parameter"
    )
    parser.add_argument(
        "--strength", type=float, metavar="0..1", help="share of the method's effect (default: 1)"
    )
    parser.add_argument("--model", metavar="NAME", help="see `clearslice models` (default: by modality)")


def _add_metrics(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reference", type=Path, metavar="REFERENCE", help="file, folder or ZIP archive")
    parser.add_argument("test", type=Path, metavar="TEST", help="file, folder or ZIP archive")
    parser.add_argument(
        "--window",
        type=_window,
        metavar="CENTER,WIDTH",
        help="range of values (default: the reference's window)",
    )


def _add_tags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="one, or two to compare")
    parser.add_argument("--search", default="", metavar="WORDS", help="in number, keyword, name or value")
    parser.add_argument("--all", action="store_true", help="comparing: also what is the same")


def _add_anonymise(parser: argparse.ArgumentParser) -> None:
    _add_paths(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="where copies go")
    _add_retain(parser)


def _add_retain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--retain",
        nargs="+",
        default=(),
        choices=("uids", "dates", "patient", "device", "institution", "private"),
        help="options of the Basic Profile (DICOM PS3.15 E.3); dates are moved, private are the safe ones",
    )
    parser.add_argument(
        "--allow-burned-in", action="store_true", help="also images that say text is burned into them"
    )


def _window(text: str) -> "Window":
    from core.window import Window

    try:
        center, width = (float(part) for part in text.split(","))
    except ValueError as error:
        msg = f"{text!r} is not CENTER,WIDTH"
        raise argparse.ArgumentTypeError(msg) from error
    if not width > 0:
        msg = "the width must be above 0"
        raise argparse.ArgumentTypeError(msg)
    return Window(center, width)


if __name__ == "__main__":
    sys.exit(main())
