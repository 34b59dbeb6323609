"""`clearslice tags` and `clearslice anonymise`, as typed in a terminal."""

import json
import re

import pydicom
import pytest

from app.cli import main


def test_tags_of_a_file(demo, capsys):
    assert main(["tags", str(demo / "ct" / "ct_01.dcm"), "--search", "0028,0010"]) == 0
    assert re.fullmatch(r"\(0028,0010\) US Rows +512\n", capsys.readouterr().out)


def test_tags_as_json(demo, capsys):
    path = demo / "ct" / "ct_01.dcm"
    assert main(["tags", str(path), "--json"]) == 0
    listed = {tag["keyword"]: tag for tag in json.loads(capsys.readouterr().out)}
    assert listed["Rows"]["value"] == "512"
    assert listed["Rows"]["vr"] == "US"


def test_tags_of_two_files_side_by_side(demo, capsys):
    first, second = (demo / "ct" / f"ct_0{n}.dcm" for n in (1, 2))
    assert main(["tags", str(first), str(second)]) == 1
    out = capsys.readouterr().out
    uids = [pydicom.dcmread(path).SOPInstanceUID for path in (first, second)]
    assert re.search(rf"^≠ \(0008,0018\) UI SOPInstanceUID +{uids[0]} → {uids[1]}$", out, re.MULTILINE)
    assert "Rows" not in out
    assert main(["tags", str(first), str(first)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("count", [3])
def test_tags_of_more_files_are_refused(demo, capsys, count):
    assert main(["tags", *count * [str(demo / "ct" / "ct_01.dcm")]]) == 1
    assert "two to compare" in capsys.readouterr().err


def test_anonymise(demo, tmp_path, capsys):
    code = main(
        ["anonymise", str(demo / "mr"), "-o", str(tmp_path), "--retain", "patient", "dates", "--json"]
    )
    assert code == 0
    outputs = json.loads(capsys.readouterr().out)["outputs"]
    assert len(outputs) == 24
    result = pydicom.dcmread(outputs[0])
    assert result.PatientID.startswith("ANON-")
    codes = {code.CodeValue for code in result.DeidentificationMethodCodeSequence}
    assert codes == {"113100", "113107", "113108"}


def test_anonymise_says_which_option_there_is(demo, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["anonymise", str(demo), "-o", str(tmp_path), "--retain", "name"])
    assert "institution" in capsys.readouterr().err
