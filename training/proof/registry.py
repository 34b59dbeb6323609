"""The tests there are, in the order of the card."""

from training.proof.finding import Proof

PROOFS: tuple[Proof, ...] = ()
