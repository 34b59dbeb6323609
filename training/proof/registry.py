"""The tests there are, by what a network is for, in the order of the card."""

from collections.abc import Mapping

from training.proof.artifact_scores import ArtifactScores
from training.proof.coverage import Coverage
from training.proof.doubling import Doubling
from training.proof.finding import Proof
from training.proof.flat_regions import Bias
from training.proof.lesions import Lesions
from training.proof.noise_power import NoisePower
from training.proof.null_clean import CleanIn
from training.proof.null_noise import NoiseIn
from training.proof.repeats import Repeats
from training.proof.transfer import Transfer
from training.proof.worst import Worst

PROOFS: Mapping[str, tuple[Proof, ...]] = {
    "denoise": (
        Bias(),
        NoisePower(),
        Transfer(),
        CleanIn(),
        NoiseIn(),
        Coverage(),
        Lesions(),
        Repeats(),
        Worst(),
    ),
    "double": (Doubling(),),
    "artifacts": (ArtifactScores(),),
}
