"""How scanners spoil images: CT, MR and radiographs, each step with its formula, units and source.

Every degradation is a frozen dataclass called as ``step(values, rng)``; `compose.Chain` joins them and
`compose.generator` addresses their randomness by (seed, epoch, index).
"""
