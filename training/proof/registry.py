"""The tests there are, in the order of the card."""

from training.proof.finding import Proof
from training.proof.flat_regions import Bias
from training.proof.noise_power import NoisePower
from training.proof.transfer import Transfer

PROOFS: tuple[Proof, ...] = (Bias(), NoisePower(), Transfer())
