"""A session with its feed on the bundled demo, as the panels and the window meet them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.feed import Feed
from app.session import Session
from core.dicom.scan import scan
from core.dicom.study import Catalogue, Series
from core.enhance.network import Networks
from core.pipeline import Pipeline


@pytest.fixture
def session(qtbot) -> Session:
    return Session()


@pytest.fixture
def feed(session: Session) -> Iterator[Feed]:
    feed = Feed(session, Pipeline(Networks(device="cpu")), session)
    yield feed
    feed.close()


@pytest.fixture(scope="session")
def catalogue(demo: Path) -> Catalogue:
    """What a scan of the whole demo finds: CT, MR and a radiograph."""
    return scan([demo])


@pytest.fixture(scope="session")
def by_modality(catalogue: Catalogue) -> dict[str, Series]:
    return {series.modality: series for series in catalogue.series}
