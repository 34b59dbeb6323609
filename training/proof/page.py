"""The findings in words: a line each for the model card, and all tables and pictures for physicists."""

from collections.abc import Sequence

from training.proof.finding import Finding, Row, Value

VERDICTS = {True: "met", False: "**missed**", None: "no verdict"}
PROTOCOL = (
    "Everything was measured on the exported network, run as the application runs it, with the blind noise "
    "level, on people on whom it was not trained and on made phantoms. Verdicts are at the application's "
    "default strength unless a target says otherwise."
)


def markdown(name: str, findings: Sequence[Finding]) -> str:
    """Return the whole report: the verdicts as a table, then every finding."""
    return "\n\n".join([verdicts(name, findings), *(_section(f) for f in findings)]) + "\n"


def verdicts(name: str, findings: Sequence[Finding]) -> str:
    """Return the verdicts as a table."""
    lines = ["| test | target | verdict | found |", "|---|---|---|---|"]
    lines += [f"| {f.title} | {f.target} | {VERDICTS[f.passed]} | {f.sentence} |" for f in findings]
    return "\n\n".join([f"# {name}: proof", PROTOCOL, "\n".join(lines)])


def _section(finding: Finding) -> str:
    parts = [
        f"## {finding.title}",
        f"Target: {finding.target}: {VERDICTS[finding.passed]}.",
        finding.sentence,
    ]
    parts += [finding.method] if finding.method else []
    parts += [as_table(finding.rows)] if finding.rows else []
    parts += [f"![{finding.title}]({picture})" for picture in finding.pictures]
    return "\n\n".join(parts)


def as_table(rows: Sequence[Row]) -> str:
    """Return rows, all with the same keys, as a table."""
    columns = list(rows[0])
    lines = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(_cell(row[column]) for column in columns) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
