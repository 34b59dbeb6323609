"""Which device runs the networks, and why: ONNX Runtime falls back from CUDA without a word."""

import ctypes
import os
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from core.enhance import addon

Device = Literal["auto", "cuda", "cpu"]
"""What the user asks for."""

_CUDA_OPTIONS = {
    "device_id": "0",
    "cudnn_conv_algo_search": "HEURISTIC",
    "cudnn_conv_use_max_workspace": "1",
    "use_tf32": "0",
    "arena_extend_strategy": "kSameAsRequested",
}
"""EXHAUSTIVE search costs seconds for each new shape; TF32 would differ from the CPU by 1e-3."""
_SILENT = 4
"""Log level of ONNX Runtime: what fails is told by us, in words for the user."""
_ERRORS = (
    "DeviceReset",
    "EPFail",
    "EngineError",
    "Fail",
    "InvalidArgument",
    "InvalidGraph",
    "InvalidProtobuf",
    "NoModel",
    "NoSuchFile",
    "NotImplemented",
    "RuntimeException",
)


class CudaUnusable(Exception):
    """CUDA cannot be used; the message is the reason, to be put after "CPU, because"."""


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """What runs the networks."""

    device: Literal["cuda", "cpu"]
    reason: str
    """Why, for the user: the GPU's name, or what keeps it from being used."""
    precision: str = ""
    """What a network computes in there: "float32" or "float16"; "" where no certain one is meant."""

    def __str__(self) -> str:
        words = ", ".join(filter(None, (self.reason, self.precision)))
        return f"{'GPU' if self.device == 'cuda' else 'CPU'} ({words})"


@cache
def runtime() -> ModuleType:
    """Return `onnxruntime`, imported late and without its telemetry.

    Since 1.29 its wheels write a device id under the home folder and may call out; only the
    variable, set before the import, stops all of that.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    module, _ = addon.load()
    module.disable_telemetry_events()
    module.set_default_logger_severity(_SILENT)
    return module


def runtime_errors() -> tuple[type[Exception], ...]:
    """Return what an ONNX Runtime session raises when it cannot be made or run."""
    runtime()
    state = import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    return tuple(getattr(state, name) for name in _ERRORS if hasattr(state, name))


@cache
def gpu_name() -> str:
    """Return the name of the first NVIDIA GPU, asked of the driver itself.

    Raises
    ------
    CudaUnusable
        If there is no driver, no GPU, or an ONNX Runtime without CUDA.
    """
    driver = _driver()
    count, device, name = ctypes.c_int(), ctypes.c_int(), ctypes.create_string_buffer(256)
    if driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count)) or not count.value:
        msg = "no NVIDIA GPU found"
        raise CudaUnusable(msg)
    if driver.cuDeviceGet(ctypes.byref(device), 0) or driver.cuDeviceGetName(name, len(name), device):
        msg = "the NVIDIA driver does not answer"
        raise CudaUnusable(msg)
    if "CUDAExecutionProvider" not in runtime().get_available_providers():
        msg = "the installed ONNX Runtime has no CUDA: install onnxruntime-gpu instead"
        raise CudaUnusable(msg)
    return name.value.decode(errors="replace")


def _driver() -> ctypes.CDLL:
    try:
        return ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError as error:
        msg = "no NVIDIA driver found"
        raise CudaUnusable(msg) from error


def cpu_session(path: Path) -> Any:
    """Return an `InferenceSession` on the CPU."""
    return runtime().InferenceSession(str(path), _options(), providers=["CPUExecutionProvider"])


def cuda_session(path: Path) -> Any:
    """Return an `InferenceSession` that truly runs on CUDA.

    Raises
    ------
    CudaUnusable
        If the session would run on the CPU.
    """
    gpu_name()
    # "" means: look in NVIDIA's own Python packages, which lie beside ONNX Runtime's.
    with redirect_stdout(StringIO()):  # It prints what is missing, where JSON may be expected.
        runtime().preload_dlls(directory="")
    providers = [("CUDAExecutionProvider", _CUDA_OPTIONS), "CPUExecutionProvider"]
    refusals: tuple[type[Exception], ...] = (RuntimeError, *runtime_errors())
    try:
        # Its own fallback to the CPU would print, where JSON may be expected, and not say why.
        session = runtime().InferenceSession(str(path), _options(), providers=providers, enable_fallback=0)
    except refusals as error:
        msg = "the GPU could not be started: update the NVIDIA driver"
        raise CudaUnusable(msg) from error
    if session.get_providers()[0] != "CUDAExecutionProvider":
        msg = f"CUDA libraries missing: {addon.remedy()}"
        raise CudaUnusable(msg)
    return session


def _options() -> Any:
    options = runtime().SessionOptions()
    options.log_severity_level = _SILENT
    return options
