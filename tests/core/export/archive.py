"""Run by test_orthanc in a network of its own: start a real archive, send files to it, take them back.

Arguments: Orthanc's executable, an empty folder for all it makes, the files. Prints nothing if all went well.
"""

import contextlib
import json
import socket
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pydicom
from pydicom import Dataset
from pydicom.uid import ExplicitVRLittleEndian
from pynetdicom import AE, build_role, evt
from pynetdicom.sop_class import StudyRootQueryRetrieveInformationModelGet

SUCCESS = 0x0000
PENDING = (0xFF00, 0xFF01)


def raise_loopback() -> None:
    """Switch `lo` on, which is off in a new network namespace; elsewhere it is on and this may fail."""
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        fcntl.ioctl(control, 0x8914, struct.pack("16sh", b"lo", 0x41))  # SIOCSIFFLAGS, IFF_UP | IFF_RUNNING


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(orthanc: str, folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    http, dicom = free_port(), free_port()
    config = {
        "StorageDirectory": str(folder / "db"),
        "IndexDirectory": str(folder / "db"),
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": False,
        "HttpPort": http,
        "DicomPort": dicom,
        "DicomAet": "ORTHANC",
        "DicomCheckCalledAet": False,
        "DicomAlwaysAllowStore": True,
        "DicomAlwaysAllowGet": True,
        "Plugins": [],
    }
    (folder / "orthanc.json").write_text(json.dumps(config))
    log = (folder / "orthanc.log").open("wb")
    server = subprocess.Popen([orthanc, str(folder / "orthanc.json")], stdout=log, stderr=log)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{http}/system", timeout=5).close()
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return server, dicom
    sys.exit("Orthanc did not start:\n" + (folder / "orthanc.log").read_text())


def store(port: int, datasets: list[Dataset]) -> None:
    ae = AE("CLEARSLICE")
    for sop_class in {dataset.SOPClassUID for dataset in datasets}:
        ae.add_requested_context(sop_class, ExplicitVRLittleEndian)
    link = ae.associate("127.0.0.1", port, ae_title="ORTHANC")
    for dataset in datasets:
        status = link.send_c_store(dataset)
        if status.get("Status") != SUCCESS:
            sys.exit(f"C-STORE was refused: {status}")
    link.release()


def take_back(port: int, study: str, sop_classes: set[str], folder: Path) -> None:
    def keep(event: evt.Event) -> int:
        event.dataset.file_meta = event.file_meta
        path = folder / f"{event.dataset.SOPInstanceUID}.dcm"
        pydicom.dcmwrite(path, event.dataset, enforce_file_format=True)
        return SUCCESS

    ae = AE("CLEARSLICE")
    ae.add_requested_context(StudyRootQueryRetrieveInformationModelGet)
    for sop_class in sop_classes:
        ae.add_requested_context(sop_class, ExplicitVRLittleEndian)
    roles = [build_role(sop_class, scp_role=True) for sop_class in sop_classes]
    link = ae.associate(
        "127.0.0.1", port, ae_title="ORTHANC", ext_neg=roles, evt_handlers=[(evt.EVT_C_STORE, keep)]
    )
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.StudyInstanceUID = study
    for status, _ in link.send_c_get(query, StudyRootQueryRetrieveInformationModelGet):
        if status.get("Status") not in (SUCCESS, *PENDING):
            sys.exit(f"C-GET failed: {status}")
    link.release()


def main(orthanc: str, folder: Path, paths: list[Path]) -> None:
    with contextlib.suppress(OSError):
        raise_loopback()
    server, port = start(orthanc, folder)
    try:
        datasets = [pydicom.dcmread(path) for path in paths]
        store(port, datasets)
        (folder / "back").mkdir()
        for study in {dataset.StudyInstanceUID for dataset in datasets}:
            take_back(port, study, {dataset.SOPClassUID for dataset in datasets}, folder / "back")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), [Path(argument) for argument in sys.argv[3:]])
