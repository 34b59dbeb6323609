"""`clearslice tags`: the data elements of a file, or of two side by side."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.commands.output import print_json
from core.dicom.study import Source
from core.dicom.tags import Difference, Tag, compared, found, narrowed, read_tags

_NAME_WIDTH = 40


def tags(paths: Sequence[Path], words: str, everything: bool, as_json: bool) -> int:
    """Print the elements of one file, or what differs between two; return the exit code.

    The code of a comparison is 0 for equal files and 1 for different ones, as of `diff`.
    """
    if len(paths) == 1:
        listed = found(read_tags(Source(paths[0])), words)
        _print([_entry(tag) for tag in listed], _lines(listed), as_json)
        return 0
    left, right = (read_tags(Source(path)) for path in paths)
    differences = narrowed(compared(left, right), words, changed_only=not everything)
    _print([_pair(one) for one in differences], _diff(differences), as_json)
    return int(left != right)


def _print(entries: Sequence[Mapping[str, object]], lines: Iterator[str], as_json: bool) -> None:
    if as_json:
        print_json(entries)
        return
    for line in lines:
        print(line)


def _entry(tag: Tag) -> Mapping[str, object]:
    entry: dict[str, object] = {"tag": tag.label, "vr": tag.vr, "keyword": tag.keyword, "name": tag.name}
    if tag.children:
        return {**entry, "children": [_entry(child) for child in tag.children]}
    return {**entry, "value": tag.text}


def _pair(difference: Difference) -> Mapping[str, object]:
    tag, left, right = difference.tag, difference.left, difference.right
    return {
        "tag": tag.label,
        "keyword": tag.keyword,
        "name": tag.name,
        "change": difference.change.name.lower(),
        "left": None if left is None else left.text,
        "right": None if right is None else right.text,
        "children": [_pair(child) for child in difference.children],
    }


def _lines(listed: Sequence[Tag], depth: int = 0) -> Iterator[str]:
    for tag in listed:
        yield f"{_head(tag, depth)}{tag.value}".rstrip()
        yield from _lines(tag.children, depth + 1)


def _diff(differences: Sequence[Difference], depth: int = 0) -> Iterator[str]:
    for difference in differences:
        left, right = difference.left, difference.right
        values = [tag.value for tag in (left, right) if tag is not None]
        shown = " → ".join(dict.fromkeys(values))
        yield f"{difference.change.value} {_head(difference.tag, depth)}{shown}".rstrip()
        yield from _diff(difference.children, depth + 1)


def _head(tag: Tag, depth: int) -> str:
    name = tag.keyword or tag.name
    return f"{'  ' * depth}{tag.label or '-'} {tag.vr or '  '} {name:<{max(0, _NAME_WIDTH - 2 * depth)}} "
