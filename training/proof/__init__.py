"""What a network does to images besides raising scores: physics, lesions, null tests, uncertainty.

Every test is a `finding.Proof`: it is given the exported network and images that the network never saw
(`bench.Bench`), and returns a `finding.Finding`. `registry.PROOFS` lists them, `stage` runs them.
"""
