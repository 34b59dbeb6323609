"""Data elements as they are read by a person: one line each, nested, searched and compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from itertools import zip_longest

from pydicom import DataElement, Dataset
from pydicom.datadict import dictionary_description, dictionary_keyword, private_dictionary_description
from pydicom.dataelem import RawDataElement
from pydicom.tag import BaseTag

from core.dicom.elements import UNDEFINED, Element
from core.dicom.instance import dataset_of, read_instance
from core.dicom.layout import meta_elements
from core.dicom.limits import Budget
from core.dicom.reencode import MALFORMED
from core.dicom.sources import Bytes, open_source
from core.dicom.study import Source

SHORT = 120
"""Characters of a value that a line shows."""
_LONGEST = 1 << 16
"""Characters of a value that can be copied; of more only the count and a digest are told."""
_HASHED = 1 << 26
"""Bytes of pixel data that are worth reading for a digest."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A data element, or an item of a sequence."""

    number: int | None
    """(group, element) as one number; None for an item."""
    keyword: str
    """Empty for a private element and an item."""
    name: str
    vr: str
    text: str
    """The whole value as text; of a binary one its size and digest."""
    children: tuple["Tag", ...] = ()

    @property
    def label(self) -> str:
        """The number as the standard writes it: "(0010,0010)"."""
        return "" if self.number is None else f"({self.number >> 16:04X},{self.number & 0xFFFF:04X})"

    @property
    def value(self) -> str:
        """The value, shortened to a line."""
        line = " ".join(self.text.split())
        return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"

    def matches(self, words: str) -> bool:
        """Whether number, keyword, name or value hold `words`, in whatever case."""
        sought = words.casefold().strip()
        number = self.label.casefold()
        plain = number.strip("()")
        texts = (number, plain.replace(",", ""), plain.replace(",", " "), self.keyword, self.name, self.text)
        return any(sought in text.casefold() for text in texts)


def read_tags(source: Source) -> tuple[Tag, ...]:
    """Return all elements of a DICOM file up to its pixel data, and those of its file meta information.

    Raises
    ------
    ClearsliceError
        If the file cannot be read or is no DICOM file.
    """
    budget = Budget()
    with open_source(source, budget) as data:
        meta = dataset_of(data, meta_elements(data, budget))
        instance = read_instance(data, budget)
        pixels = () if instance.pixels is None else (_pixels(instance.data, instance.pixels),)
        return (*tags_of(meta), *tags_of(instance.header), *pixels)


def tags_of(dataset: Dataset) -> tuple[Tag, ...]:
    """Return the elements of a data set in the order of their numbers."""
    return tuple(_tag(dataset, tag) for tag in sorted(dataset.keys()))


def _tag(dataset: Dataset, tag: BaseTag) -> Tag:
    keyword, name = _names(dataset, tag)
    try:
        element = dataset[tag]
        if element.VR == "SQ":
            items = tuple(_item(n, item) for n, item in enumerate(element.value, 1))
            return Tag(int(tag), keyword, name, "SQ", "", items)
        return Tag(int(tag), keyword, name, str(element.VR), _text(element))
    except MALFORMED:
        raw = dataset.get_item(tag)
        size = len(raw.value or b"") if isinstance(raw, RawDataElement) else 0
        return Tag(int(tag), keyword, name, str(raw.VR or "??"), f"cannot be read ({size} bytes)")


def _item(number: int, item: Dataset) -> Tag:
    return Tag(None, "", f"Item {number}", "", "", tags_of(item))


def _names(dataset: Dataset, tag: BaseTag) -> tuple[str, str]:
    if tag.is_private:
        return "", _private_name(dataset, tag)
    try:
        return dictionary_keyword(tag), dictionary_description(tag)
    except KeyError:
        return "", "Group Length" if tag.element == 0 else "Unknown"


def _private_name(dataset: Dataset, tag: BaseTag) -> str:
    if tag.is_private_creator:
        return "Private Creator"
    try:
        creator = str(dataset[tag.group, tag.element >> 8].value)
    except (KeyError, *MALFORMED):
        return "Private"
    try:
        return f"{private_dictionary_description(tag, creator)} [{creator}]"
    except KeyError:
        return f"Private [{creator}]"


def _text(element: DataElement) -> str:
    value = element.value
    if element.is_empty:
        return ""
    if isinstance(value, bytes):
        return _of_bytes(value)
    text = "\\".join(map(str, value)) if element.VM > 1 else str(value)
    if len(text) <= _LONGEST:
        return text
    return f"{element.VM} values, sha256 {sha256(text.encode()).hexdigest()[:16]}, {text[:SHORT]}…"


def _of_bytes(value: bytes) -> str:
    printable = value.rstrip(b"\0 ")
    if printable.isascii() and len(printable) <= SHORT and printable.decode("ascii").isprintable():
        return printable.decode("ascii")
    start = value[:8].hex(" ").upper()
    return f"{_size(len(value))}, sha256 {sha256(value).hexdigest()[:16]}, {start}…"


def _size(length: int) -> str:
    return f"{length:,} bytes".replace(",", "\N{THIN SPACE}")


def _pixels(data: Bytes, element: Element) -> Tag:
    if element.length == UNDEFINED:
        text = "compressed"
    elif element.length > _HASHED:
        text = _size(element.length)
    else:
        text = _of_bytes(data.read(element.offset, element.length))
    tag = BaseTag(element.tag)
    return Tag(element.tag, dictionary_keyword(tag), dictionary_description(tag), element.vr or "OW", text)


def found(tags: Sequence[Tag], words: str) -> tuple[Tag, ...]:
    """Return the tags that match `words`, each with all in it, and what they are nested in."""
    if not words.strip():
        return tuple(tags)
    kept = ((tag, () if tag.matches(words) else found(tag.children, words)) for tag in tags)
    return tuple(
        replace(tag, children=inner) if inner else tag for tag, inner in kept if inner or tag.matches(words)
    )


class Change(Enum):
    """What became of an element; the value is the sign that stands for it."""

    SAME = " "
    ADDED = "+"
    REMOVED = "−"
    CHANGED = "≠"


@dataclass(frozen=True, slots=True)
class Difference:
    """An element in one or both of two data sets."""

    change: Change
    left: Tag | None
    right: Tag | None
    children: tuple["Difference", ...] = ()

    @property
    def tag(self) -> Tag:
        """The element, as it is on the right if it is there."""
        tag = self.right or self.left
        assert tag is not None
        return tag

    def matches(self, words: str) -> bool:
        """Whether either side matches."""
        return any(tag is not None and tag.matches(words) for tag in (self.left, self.right))


def unchanged(tags: Sequence[Tag]) -> tuple[Difference, ...]:
    """Return the elements of one data set in the form that two have side by side."""
    return tuple(Difference(Change.SAME, tag, tag, unchanged(tag.children)) for tag in tags)


def compared(left: Sequence[Tag], right: Sequence[Tag]) -> tuple[Difference, ...]:
    """Return the elements of two data sets side by side; items of sequences are paired by their place."""
    before, after = ({tag.number: tag for tag in tags} for tags in (left, right))
    numbers = sorted({*before, *after}, key=lambda number: -1 if number is None else number)
    return tuple(_pair(before.get(number), after.get(number)) for number in numbers)


def _pair(left: Tag | None, right: Tag | None) -> Difference:
    inner = _inner(left, right)
    if left is None or right is None:
        return Difference(Change.ADDED if left is None else Change.REMOVED, left, right, inner)
    own = (left.vr, left.text) != (right.vr, right.text)
    change = Change.CHANGED if own or any(c.change is not Change.SAME for c in inner) else Change.SAME
    return Difference(change, left, right, inner)


def _inner(left: Tag | None, right: Tag | None) -> tuple[Difference, ...]:
    before = () if left is None else left.children
    after = () if right is None else right.children
    items = any(tag.number is None for tag in (*before, *after))
    if items:
        return tuple(_pair(one, other) for one, other in zip_longest(before, after))
    return compared(before, after)


def narrowed(
    differences: Sequence[Difference], words: str = "", changed_only: bool = False
) -> tuple[Difference, ...]:
    """Return the differences that match `words`, or only those that are no sameness; with their parents."""
    return tuple(_narrowed(differences, words.strip(), changed_only))


def _narrowed(differences: Sequence[Difference], words: str, changed_only: bool) -> Iterator[Difference]:
    for difference in differences:
        if changed_only and difference.change is Change.SAME:
            continue
        here = not words or difference.matches(words)
        inner = narrowed(difference.children, "" if here else words, changed_only)
        if here or inner:
            yield replace(difference, children=inner)
