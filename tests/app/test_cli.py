"""The command line as a user or a script meets it: a process with stdout, stderr and an exit code."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.fileset import FileSet
from skimage.metrics import peak_signal_noise_ratio

from app.cli import COMMANDS, main
from core.dicom.provenance import read_record
from core.recipe import Recipe, Step

ROOT = Path(__file__).resolve().parents[2]


def clearslice(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)


def as_json(*words: object) -> dict:
    done = clearslice(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def sentences(text: str) -> list[str]:
    """Lines on stderr that are no progress."""
    return [line for line in text.splitlines() if not line.startswith("Series") or " s" not in line]


@pytest.fixture
def bad(tmp_path) -> Path:
    path = tmp_path / "bad.dcm"
    path.write_bytes(b"\x89PNG\r\n" + bytes(3000))
    return path


@pytest.fixture
def dicomdir(demo, tmp_path) -> Path:
    """A DICOMDIR of two slices, as pydicom writes it."""
    files = FileSet()
    for name in ("ct_01.dcm", "ct_02.dcm"):
        header = pydicom.dcmread(demo / "ct" / name)
        header.PatientID, header.StudyID, header.SeriesNumber = "X", "1", 3
        files.add(header)
    files.write(tmp_path / "disc")
    return tmp_path / "disc" / "DICOMDIR"


def test_dicomdir_stands_for_the_files_it_lists(dicomdir, tmp_path):
    assert as_json("info", dicomdir)["studies"][0]["series"][0]["frames"] == 2
    answer = as_json("enhance", dicomdir, "-o", tmp_path / "out", "--method", "gaussian")
    assert (answer["frames"], len(answer["outputs"])) == (2, 2)


class TestInfo:
    def test_says_what_pydicom_says(self, demo):
        answer = as_json("info", demo / "ct")
        assert list(answer) == ["studies", "unreadable"]
        (study,) = answer["studies"]
        (series,) = study["series"]
        header = pydicom.dcmread(demo / "ct" / "ct_01.dcm")
        assert study["study_uid"] == header.StudyInstanceUID
        assert series == {
            "series_uid": header.SeriesInstanceUID,
            "modality": "CT",
            "description": header.SeriesDescription,
            "rows": header.Rows,
            "columns": header.Columns,
            "frames": 20,
            "transfer_syntax": header.file_meta.TransferSyntaxUID,
            "enhanceable": True,
            "reason": "",
        }

    def test_lists_what_cannot_be_read_and_fails(self, demo, bad):
        done = clearslice("info", demo / "dx", bad, "--json")
        answer = json.loads(done.stdout)
        assert done.returncode == 1
        assert [series["modality"] for study in answer["studies"] for series in study["series"]] == ["DX"]
        (unreadable,) = answer["unreadable"]
        assert unreadable["path"] == str(bad)
        assert unreadable["reason"].endswith(".")
        assert sentences(done.stderr) == [f"{bad}: {unreadable['reason']}"]

    def test_empty_folder_is_named_and_fails(self, demo, tmp_path):
        done = clearslice("info", demo / "dx", tmp_path, "--json")
        assert done.returncode == 1
        assert len(json.loads(done.stdout)["studies"]) == 1
        assert sentences(done.stderr) == [f"{tmp_path}: There are no images here."]

    def test_for_people(self, demo):
        done = clearslice("info", demo)
        assert done.returncode == 0
        assert {line.split()[1] for line in done.stdout.splitlines()[1:]} == {"CT", "MR", "DX"}

    def test_no_patient_in_what_is_said_about_a_damaged_file(self, demo, tmp_path):
        source = pydicom.dcmread(demo / "dx" / "chest.dcm")
        source.PatientName, source.PatientID = "SECRET^NAME", "SECRET-ID"
        source.Rows = 0
        source.add_new("StudyDate", "DA", "SECRET")
        source.save_as(tmp_path / "x.dcm")
        done = clearslice("enhance", tmp_path / "x.dcm", "-o", tmp_path / "out", "--method", "gaussian")
        assert done.returncode == 1
        assert "SECRET" not in done.stdout + done.stderr


class TestEnhance:
    def test_writes_derived_files_and_says_so(self, demo, tmp_path):
        answer = as_json(
            *("enhance", demo / "ct", "-o", tmp_path / "out", "--method", "gaussian"),
            *("--set", "sigma=1.5", "--strength", "0.5"),
        )
        assert set(answer) == {"outputs", "method", "model", "device", "frames", "seconds"}
        assert (answer["method"], answer["model"], answer["frames"]) == ("gaussian", "", 20)
        assert answer["device"] in {"cpu", "cuda"}
        assert answer["seconds"] > 0
        assert len(answer["outputs"]) == 20
        record = read_record(pydicom.dcmread(answer["outputs"][0]))
        assert record.recipe == Recipe((Step("gaussian", (("sigma", 1.5),), 0.5),))

    def test_default_is_the_network_and_a_derived_file_is_its_own_recipe(self, demo, tmp_path):
        source = demo / "mr" / "N2D_0240.dcm"
        first = as_json("enhance", source, "-o", tmp_path / "out", "--device", "cpu")
        assert first["method"] == "cnn"
        assert first["model"]
        made = pydicom.dcmread(first["outputs"][0])
        again = as_json(
            *("enhance", source, "-o", tmp_path / "out", "--device", "cpu", "--recipe", first["outputs"][0])
        )
        assert again["outputs"] != first["outputs"]
        assert pydicom.dcmread(again["outputs"][0]).PixelData == made.PixelData

    def test_recipe_from_toml(self, demo, tmp_path):
        recipe = Recipe((Step("median"), Step("unsharp", strength=0.4)))
        (tmp_path / "r.toml").write_text(recipe.to_toml())
        answer = as_json(
            "enhance", demo / "mr" / "N2D_0240.dcm", "-o", tmp_path / "out", "--recipe", tmp_path / "r.toml"
        )
        assert answer["method"] == "median+unsharp"
        made = read_record(pydicom.dcmread(answer["outputs"][0]))
        assert made.recipe == recipe
        assert tomllib.loads(made.recipe.to_toml())["step"][1]["strength"] == 0.4

    def test_another_model_file_of_that_name_is_not_passed_off_as_the_same(self, demo, tmp_path):
        source = demo / "mr" / "N2D_0240.dcm"
        first = as_json("enhance", source, "-o", tmp_path / "out", "--device", "cpu")
        made = pydicom.dcmread(first["outputs"][0])
        made.private_block(0x0099, "CLEARSLICE 1")[3].value = "00" * 32
        made.save_as(tmp_path / "other.dcm")
        done = clearslice("enhance", source, "-o", tmp_path / "new", "--recipe", tmp_path / "other.dcm")
        assert done.returncode == 1
        assert "would differ" in done.stderr
        assert not (tmp_path / "new").exists()

    def test_good_inputs_are_done_and_each_bad_one_gets_a_sentence(self, demo, bad, tmp_path):
        missing = tmp_path / "missing"
        done = clearslice(
            *("enhance", demo / "dx", bad, missing, "-o", tmp_path / "out", "--method", "gaussian", "--json")
        )
        assert done.returncode == 1
        assert len(json.loads(done.stdout)["outputs"]) == 1
        said = sentences(done.stderr)
        assert len(said) == 2
        assert [line.partition(": ")[0] for line in said] == [str(bad), str(missing)]

    def test_one_damaged_slice_costs_one_slice(self, demo, tmp_path):
        (tmp_path / "in").mkdir()
        for path in sorted((demo / "ct").glob("*.dcm"))[:3]:
            shutil.copy(path, tmp_path / "in")
        damaged = tmp_path / "in" / "ct_02.dcm"
        damaged.write_bytes(damaged.read_bytes().replace(b"\xff\x4f\xff\x51", bytes(4)))
        done = clearslice(
            *("enhance", tmp_path / "in", "-o", tmp_path / "out", "--method", "gaussian", "--json")
        )
        assert done.returncode == 1
        answer = json.loads(done.stdout)
        assert (len(answer["outputs"]), answer["frames"]) == (2, 2)
        (line,) = sentences(done.stderr)
        assert line.startswith(f"{damaged}: ")

    def test_all_bad_still_gives_json_and_fails(self, bad, tmp_path):
        done = clearslice("enhance", bad, "-o", tmp_path / "out", "--method", "gaussian", "--json")
        assert done.returncode == 1
        assert json.loads(done.stdout)["outputs"] == []

    def test_a_folder_with_nothing_in_it_is_a_bad_input(self, tmp_path):
        (tmp_path / "empty").mkdir()
        done = clearslice("enhance", tmp_path / "empty", "-o", tmp_path / "out", "--method", "gaussian")
        assert done.returncode == 1
        assert len(sentences(done.stderr)) == 1

    def test_two_series_of_one_study_get_two_numbers(self, demo, tmp_path):
        for number in (1, 2):
            source = pydicom.dcmread(demo / "dx" / "chest.dcm")
            source.SeriesInstanceUID, source.SeriesNumber = f"2.25.{number}", 5
            source.SOPInstanceUID = source.file_meta.MediaStorageSOPInstanceUID = f"2.25.10{number}"
            (tmp_path / "in").mkdir(exist_ok=True)
            source.save_as(tmp_path / "in" / f"{number}.dcm")
        answer = as_json("enhance", tmp_path / "in", "-o", tmp_path / "out", "--method", "gaussian")
        numbers = {pydicom.dcmread(path).SeriesNumber for path in answer["outputs"]}
        assert len(numbers) == 2
        assert 5 not in numbers

    @pytest.mark.parametrize(
        "options",
        [
            ("--method", "nonsense"),
            ("--method", "gaussian", "--set", "sigma"),
            ("--method", "gaussian", "--set", "nonsense=1"),
            ("--method", "gaussian", "--set", "sigma=wide"),
            ("--method", "gaussian", "--set", "sigma=1e9"),
            ("--method", "gaussian", "--strength", "1.5"),
            ("--method", "gaussian", "--model", "x"),
            ("--model", "nonsense"),
            ("--recipe", "README.md"),
            ("--recipe", "assets/demo/dx/chest.dcm"),
            ("--recipe", "nowhere.toml"),
            ("--recipe", "nowhere.toml", "--set", "sigma=1"),
        ],
        ids=" ".join,
    )
    def test_options_that_do_not_fit_give_one_sentence(self, options, demo, tmp_path, monkeypatch, capsys):
        monkeypatch.chdir(ROOT)
        words = ["enhance", demo / "mr" / "N2D_0240.dcm", "-o", tmp_path / "out", *options]
        assert main([str(word) for word in words]) == 1
        said = capsys.readouterr()
        (line,) = said.err.splitlines()
        assert line.endswith(".")
        assert said.out == ""

    def test_reads_a_zip_archive(self, demo, tmp_path):
        with zipfile.ZipFile(tmp_path / "study.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted((demo / "ct").glob("*.dcm"))[:3]:
                archive.write(path, f"DICOM/{path.stem}")
        answer = as_json("enhance", tmp_path / "study.zip", "-o", tmp_path / "out", "--method", "gaussian")
        assert len(answer["outputs"]) == 3

    @pytest.mark.skipif(os.name != "posix", reason="needs SIGINT")
    def test_interrupted_says_so_and_leaves_nothing(self, demo, tmp_path):
        words = ["enhance", demo / "ct", "-o", tmp_path / "out", "--method", "nlm"]
        command = [sys.executable, "-m", "app", *map(str, words)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        assert "2/20" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read().splitlines()[-1] == "Stopped."
        assert list((tmp_path / "out").iterdir()) == []

    def test_progress_goes_to_stderr(self, demo, tmp_path):
        done = clearslice("enhance", demo / "ct", "-o", tmp_path / "out", "--method", "gaussian", "--json")
        json.loads(done.stdout)
        assert "20/20" in done.stderr


class TestMetrics:
    def test_equal_series(self, demo):
        answer = as_json("metrics", demo / "mr", demo / "mr")
        assert len(answer["frames"]) == 24
        assert answer["mean"] == {"psnr": None, "ssim": 1.0, "mse": 0.0}

    def test_numbers_are_those_of_scikit_image_on_frames_matched_by_position(self, demo, tmp_path):
        made = as_json("enhance", demo / "ct", "-o", tmp_path, "--method", "gaussian")["outputs"]
        for path in made[:3]:
            Path(path).unlink()
        answer = as_json("metrics", demo / "ct", tmp_path, "--window", "40,400")
        assert answer["data_range"] == 400
        assert len(answer["frames"]) == 17
        sources = {ds.SOPInstanceUID: ds for ds in map(pydicom.dcmread, (demo / "ct").iterdir())}
        for path, frame in zip(made[3:], answer["frames"], strict=True):
            test = pydicom.dcmread(path)
            reference = sources[test.SourceImageSequence[0].ReferencedSOPInstanceUID]
            a, b = (
                np.clip(ds.pixel_array * float(ds.RescaleSlope) + float(ds.RescaleIntercept), -160, 240)
                for ds in (reference, test)
            )
            assert frame["psnr"] == pytest.approx(peak_signal_noise_ratio(a, b, data_range=400), abs=1e-3)
            assert frame["mse"] == pytest.approx(np.square(a - b).mean(), rel=1e-4)
        done = clearslice("metrics", demo / "dx", demo / "dx", "--window", "40,400")
        assert "All clipped to the data range: window C 40 W 400: -160 to 240" in done.stdout
        mean = np.mean([frame["psnr"] for frame in answer["frames"]])
        assert answer["mean"]["psnr"] == pytest.approx(mean)

    def test_default_range_is_named(self, demo):
        answer = as_json("metrics", demo / "ct" / "ct_01.dcm", demo / "ct" / "ct_01.dcm")
        assert answer["range"].startswith("window C ")

    def test_nothing_to_match_is_a_sentence(self, demo):
        done = clearslice("metrics", demo / "ct", demo / "mr")
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1].endswith(".")
        assert done.stdout == ""

    @pytest.mark.parametrize("window", ["40", "40,0", "a,b", "1,2,3"])
    def test_bad_window(self, demo, window):
        with pytest.raises(SystemExit) as stopped:
            main(["metrics", str(demo / "ct"), str(demo / "ct"), "--window", window])
        assert stopped.value.code == 2


class TestListings:
    def test_methods_carry_their_parameters(self):
        answer = as_json("methods")
        assert answer[0]["name"] == "cnn"
        by_name = {method["name"]: method for method in answer}
        assert by_name["equalize"]["keeps_units"] is False
        (sigma,) = (p for p in by_name["gaussian"]["parameters"] if p["name"] == "sigma")
        assert sigma["minimum"] < sigma["default"] < sigma["maximum"]

    def test_every_method_runs_by_its_name_at_its_defaults(self, demo, tmp_path):
        from core.dicom.scan import scan
        from core.enhance.network import Networks
        from core.export import export_series
        from core.pipeline import Pipeline

        (series,) = scan([demo / "mr" / "N2D_0240.dcm"]).series
        names = [method["name"] for method in as_json("methods")]
        assert len(names) >= 12
        for name in names[1:]:
            recipe = Recipe((Step(name),))
            (path,) = export_series(series, Pipeline(Networks(device="cpu")), recipe, tmp_path)
            made = pydicom.dcmread(path)
            assert made.DerivationCodeSequence[-1].CodeValue == name.upper()

    def test_models_have_digests(self):
        for model in as_json("models"):
            assert len(model["sha256"]) == 64
            assert model["modalities"]


class TestReport:
    def test_writes_series_picture_and_numbers(self, demo, tmp_path):
        done = clearslice("report", demo / "mr" / "N2D_0240.dcm", "-o", tmp_path, "--device", "cpu")
        assert done.returncode == 0, done.stderr
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "derived-001",
            "derived-001-before-after.png",
            "derived-001-metrics.txt",
        ]
        text = (tmp_path / "derived-001-metrics.txt").read_text(encoding="utf-8")
        assert "change (not quality)" in text
        assert "Simulated low dose" in text
        assert "Non-local means" in text
        assert text in done.stdout
        for path in tmp_path.iterdir():
            assert str(path) in done.stdout


class TestProcess:
    def test_core_commands_need_no_qt(self, demo, tmp_path):
        code = (
            "import sys\n"
            "from app.cli import main\n"
            f"source, target = {str(demo / 'dx')!r}, {str(tmp_path)!r}\n"
            "code = main(['info', source])\n"
            "code += main(['enhance', source, '-o', target, '--method', 'median'])\n"
            "code += main(['metrics', source, target])\n"
            "code += main(['methods'])\n"
            "from app.commands import report\n"
            "roots = {m.split('.')[0] for m in sys.modules}\n"
            "print(roots & {'PySide6', 'pyqtgraph', 'torch', 'matplotlib'})\n"
            "sys.exit(code)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines()[-1] == "set()"

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
    def test_view_without_a_display_is_one_sentence(self, monkeypatch, demo):
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        done = clearslice("view", demo)
        assert done.returncode == 1
        assert done.stderr.startswith("There is no display")
        assert done.stderr.count("\n") == 1

    def test_words_that_are_no_command_are_paths_to_view(self, monkeypatch, demo):
        seen = []
        monkeypatch.setitem(COMMANDS, "view", lambda arguments: seen.append(arguments.paths) or 0)
        assert main([]) == 0
        assert main([str(demo / "ct"), str(demo / "mr")]) == 0
        assert main(["view", str(demo)]) == 0
        assert seen == [[], [demo / "ct", demo / "mr"], [demo]]

    def test_help_and_version(self):
        assert "clearslice" in clearslice("--version").stdout
        text = clearslice("--help").stdout
        assert all(word in text for word in ("info", "enhance", "metrics", "methods", "models", "view"))

    def test_letters_the_terminal_cannot_show(self, demo, tmp_path):
        source = pydicom.dcmread(demo / "dx" / "chest.dcm")
        source.SpecificCharacterSet, source.SeriesDescription = "ISO_IR 192", "胸部"
        source.save_as(tmp_path / "x.dcm")
        done = subprocess.run(
            [sys.executable, "-m", "app", "info", str(tmp_path / "x.dcm")],
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert b"??" in done.stdout
