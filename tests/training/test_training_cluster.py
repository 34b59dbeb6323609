"""Two processes under torchrun: killed, restarted, and requeued by a real SLURM, to the same weights."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from training.config import Config, Critic, Data, DnCNNSize, Losses, Network, Optimiser
from training.data import Pack
from training.fit import fit, load

ROOT = Path(__file__).resolve().parents[2]
STEPS, EPOCH, BETWEEN, DEATH = 120, 60, 4, 67
"""Death comes in the middle of the second epoch, three steps after a checkpoint."""
CONFIG = Config(
    name="tiny",
    checkpoint_steps=BETWEEN,
    data=Data(crop=32, batch=4, validation=2),
    network=Network(width=8, middle=1),
    optimiser=Optimiser(steps=STEPS, epoch_steps=EPOCH, rate=1e-3, warmup=2, ema=0.8),
)
# The program `training`, but the first time it comes to the named step, the named ranks are killed.
MORTAL = """
import os, signal, sys
from pathlib import Path
from training.__main__ import main
from training.module import Denoising

step, ranks, mark = int(sys.argv.pop(1)), sys.argv.pop(1), Path(sys.argv.pop(1) + os.environ["RANK"])

def on_train_batch_start(self, batch, index):
    if self.global_step == step and os.environ["RANK"] in ranks and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)

Denoising.on_train_batch_start = on_train_batch_start
sys.exit(main())
"""

Arguments = Callable[[Path], list[str]]


def weights(run: Path, steps: int = STEPS) -> str:
    """Hash the last weights, the averaged ones among them; the run must have come to its end."""
    module = load(run / "last.ckpt")
    assert module.trained_steps == steps
    digest = hashlib.sha256()
    for name, values in module.state_dict().items():
        digest.update(name.encode() + values.numpy().tobytes())
    return digest.hexdigest()


def environment() -> dict[str, str]:
    fixed = {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT), "PYTHON": sys.executable}
    # In a store that restarts share, new workers may find the dead ones' addresses.
    return os.environ | fixed | {"TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"}


def torchrun(*command: str, restarts: int = 0) -> subprocess.CompletedProcess[str]:
    options = ["--standalone", "--nproc-per-node=2", f"--max-restarts={restarts}"]
    launch = [sys.executable, "-m", "torch.distributed.run", *options, *command]
    return subprocess.run(launch, env=environment(), cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def arguments(image_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Arguments:
    folder = tmp_path_factory.mktemp("cluster")
    (folder / "tiny.toml").write_text(CONFIG.to_toml())
    fixed = ["fit", "--config", folder / "tiny.toml", "--data", image_folder, "--pack", folder / "pack"]
    return lambda run: [str(part) for part in (*fixed, "--out", run)]


@pytest.fixture(scope="module")
def adversarial(arguments: Arguments, tmp_path_factory: pytest.TempPathFactory) -> Arguments:
    """The same images for a network with normalised batches against a critic."""
    file = tmp_path_factory.mktemp("adversarial") / "tiny.toml"
    against = {"losses": Losses(adversarial=0.05), "critic": Critic(patch=16, width=4, steps=2)}
    file.write_text(replace(CONFIG, network=Network("dncnn", dncnn=DnCNNSize(8, 4)), **against).to_toml())
    return lambda run: [str(file) if part.endswith("tiny.toml") else part for part in arguments(run)]


@pytest.fixture(scope="module")
def undisturbed(arguments: Arguments, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of two processes from its beginning to its end."""
    run = tmp_path_factory.mktemp("undisturbed") / "run"
    done = torchrun("-m", "training", *arguments(run))
    assert done.returncode == 0, done.stderr
    assert "images/s" in done.stderr
    assert "2 processes; data loading" in done.stderr
    return run


def test_a_run_leaves_its_logs_and_curves(undisturbed: Path) -> None:
    assert (undisturbed / "curves.png").read_bytes()[1:4] == b"PNG"
    assert list(undisturbed.glob("log/*/metrics.csv"))
    assert list(undisturbed.glob("tensorboard/*/events*"))
    assert not list(undisturbed.rglob("*.part"))


def test_two_processes_share_the_batch_of_one(undisturbed: Path, packed: Pack, tmp_path: Path) -> None:
    alone = fit(CONFIG, packed, tmp_path / "run", progress=False).net.state_dict()
    start = torch.cat([w.flatten() for w in _untrained().values()])
    one = torch.cat([w.flatten() for w in alone.values()])
    two = torch.cat([w.flatten() for w in load(undisturbed / "last.ckpt").net.state_dict().values()])
    assert (one - two).norm() < 0.05 * (one - start).norm()


def _untrained() -> dict[str, torch.Tensor]:
    from training.module import Denoising

    torch.manual_seed(CONFIG.seed)
    return Denoising(CONFIG).net.state_dict()


def test_killed_in_mid_epoch_and_started_again(
    undisturbed: Path, arguments: Arguments, tmp_path: Path
) -> None:
    program, run = tmp_path / "mortal.py", tmp_path / "run"
    program.write_text(MORTAL)
    killed = torchrun(str(program), str(DEATH), "01", str(tmp_path / "died"), *arguments(run))
    assert killed.returncode != 0
    assert load(run / "last.ckpt").trained_steps == DEATH - DEATH % BETWEEN
    again = torchrun("-m", "training", *arguments(run))
    assert again.returncode == 0, again.stderr
    assert weights(run) == weights(undisturbed)


def test_a_worker_dies_and_torchrun_starts_both_again(
    undisturbed: Path, arguments: Arguments, tmp_path: Path
) -> None:
    program, run = tmp_path / "mortal.py", tmp_path / "run"
    program.write_text(MORTAL)
    done = torchrun(str(program), str(DEATH), "1", str(tmp_path / "died"), *arguments(run), restarts=1)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "died1").exists()
    assert weights(run) == weights(undisturbed)


def test_a_worker_dies_in_adversarial_training(adversarial: Arguments, tmp_path: Path) -> None:
    program, steps = tmp_path / "mortal.py", 16
    program.write_text(MORTAL)
    short = ("--set", f"optimiser.steps={steps}", "--set", f"optimiser.epoch_steps={steps // 2}")
    whole = torchrun("-m", "training", *adversarial(tmp_path / "whole"), *short)
    assert whole.returncode == 0, whole.stderr
    victim = (str(program), "14", "1", str(tmp_path / "died"))
    done = torchrun(*victim, *adversarial(tmp_path / "restarted"), *short, restarts=1)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "died1").exists()
    assert weights(tmp_path / "restarted", steps) == weights(tmp_path / "whole", steps)


ENDS = ("COMPLETED", "FAILED", "CANCELLED", "NODE_FAIL", "OUT_OF_MEMORY")
SLURM = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "srun")
CONFIGURATION = """ClusterName=clearslice-test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={daemon}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CryptoType=crypto/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
KillWait=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=500 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP OverSubscribe=YES
"""


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]


def wait_until(true: Callable[[], bool], what: str, seconds: float = 300) -> None:
    """Poll; on time-out the test fails naming what it waited for."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


class Cluster:
    """SLURM on this machine alone, with its own key, ports and folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        controller, daemon = free_ports()
        self.host = socket.gethostname().partition(".")[0]
        values = {"host": self.host, "controller": controller, "daemon": daemon, "folder": folder}
        (folder / "slurm.conf").write_text(CONFIGURATION.format(**values))
        for name in ("state", "spool"):
            (folder / name).mkdir()
        key = folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start the three services in the foreground, each as a child of ours."""
        places = [f"--{name}={self.folder}/munge.{name[:6]}" for name in ("socket", "pid-file", "log-file")]
        key = [f"--key-file={self.folder}/munge.key", f"--seed-file={self.folder}/munge.seed"]
        self._launch("munged", "--foreground", "--force", *places, *key)
        wait_until((self.folder / "munge.socket").exists, "munged", 30)
        self._launch("slurmctld", "-D", "-i")
        self._launch("slurmd", "-D", "-N", self.host)

    def _launch(self, program: str, *options: str) -> None:
        log = (self.folder / f"{program}.out").open("wb")
        with log:
            self.running.append(
                subprocess.Popen([program, *options], env=self.environment(), stdout=log, stderr=log)
            )

    def environment(self) -> dict[str, str]:
        return environment() | {"SLURM_CONF": str(self.folder / "slurm.conf"), "PATH": system_path()}

    def ask(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment(), cwd=ROOT, capture_output=True, text=True, check=False
        )
        return done.stdout if done.returncode == 0 else ""

    def is_up(self) -> bool:
        return "State=IDLE" in self.ask("scontrol", "show", "node", self.host)

    def shows(self, job: str, text: str) -> bool:
        return text in self.ask("scontrol", "show", "job", job)

    def last_words(self) -> str:
        logs = (self.folder / f"{name}.out" for name in SLURM[:3])
        return "; ".join(log.read_text(errors="replace")[-200:] for log in logs if log.exists())

    def stop(self) -> None:
        self.ask("scancel", "--full", "--user=root")
        for process in reversed(self.running):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def system_path() -> str:
    return os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("SLURM's services need root on Linux here")
    missing = [name for name in SLURM if shutil.which(name, path=system_path()) is None]
    if missing:
        pytest.skip(f"SLURM is not installed: {', '.join(missing)}; packages slurm-wlm and munge")
    # Not below pytest's folder: munge refuses a socket in a folder that others may not enter.
    folder = Path(tempfile.mkdtemp(prefix="clearslice-slurm-"))
    folder.chmod(0o755)
    private = Cluster(folder)
    try:
        private.start()
        try:
            wait_until(private.is_up, "a node", 60)
        except AssertionError:
            pytest.skip("SLURM does not come up on this machine; see " + private.last_words())
        yield private
    finally:
        private.stop()
        shutil.rmtree(folder, ignore_errors=True)


def test_slurm_requeues_the_job_in_the_middle(
    cluster: Cluster, undisturbed: Path, arguments: Arguments, tmp_path: Path
) -> None:
    run, log = tmp_path / "run", tmp_path / "job.log"
    options = ["--parsable", "--ntasks=2", "--ntasks-per-node=2", f"--output={log}"]
    job = cluster.ask("sbatch", *options, "training/cluster/slurm.sbatch", *arguments(run)[1:]).strip()
    assert job
    wait_until((run / "last.ckpt").exists, "a checkpoint")
    cluster.ask("scontrol", "requeue", job)
    wait_until(lambda: cluster.shows(job, "JobState=PENDING"), "the job in the queue")
    if load(run / "last.ckpt").trained_steps == STEPS:
        pytest.skip("the job came to its end before SLURM took it back")
    cluster.ask("scontrol", "update", f"JobId={job}", "StartTime=now")
    wait_until(lambda: any(cluster.shows(job, f"JobState={end}") for end in ENDS), "the job's end")
    assert cluster.shows(job, "Restarts=1"), log.read_text()
    assert cluster.shows(job, "JobState=COMPLETED"), log.read_text()
    assert weights(run) == weights(undisturbed)
