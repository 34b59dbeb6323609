"""Recipes under names are files that the command line reads."""

import pytest

from core.errors import ClearsliceError
from core.recipe import Recipe, Step
from core.recipe_store import LONGEST_NAME, RecipeStore, load, why_not, write

BLUR = Recipe((Step("gaussian", (("sigma", 2.0),), 0.5),))
TWO = Recipe((Step("cnn", (("model", "auto"),), 0.7), Step("unsharp")))


@pytest.fixture
def store(tmp_path):
    return RecipeStore(tmp_path / "made when needed")


def test_back_as_it_was_saved(store):
    for name, recipe in (("Low-dose chest", BLUR), ("Größe × 2", TWO), ("低剂量", BLUR)):
        store.save(name, recipe)
        assert store.load(name) == recipe
    assert store.names() == ("Größe × 2", "Low-dose chest", "低剂量")


def test_a_recipe_is_a_file_of_its_own_that_anything_reads(store, tmp_path):
    store.save("a", TWO)
    assert Recipe.load(tmp_path / "made when needed" / "a.toml") == TWO


def test_the_same_name_is_replaced_whatever_its_letters(store):
    store.save("Chest", BLUR)
    store.save("chest", TWO)
    assert store.names() == ("chest",)
    assert store.load("chest") == TWO


def test_deleted_is_gone_and_may_be_gone_already(store):
    store.save("a", BLUR)
    store.delete("a")
    store.delete("a")
    assert store.names() == ()
    with pytest.raises(ClearsliceError):
        store.load("a")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "../x",
        "a/b",
        "a\\b",
        "a:b",
        "con",
        "LPT1.x",
        ".hidden",
        "x.",
        "a\nb",
        "x" * (LONGEST_NAME + 1),
    ],
)
def test_names_that_no_file_may_have_are_refused(store, tmp_path, name):
    with pytest.raises(ClearsliceError):
        store.save(name, BLUR)
    assert list(tmp_path.rglob("*.toml")) == []
    assert why_not(name)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ClearsliceError):
        RecipeStore(tmp_path / "file" / "recipes").save("a", BLUR)


def test_what_is_no_recipe_is_refused(tmp_path):
    path = tmp_path / "x.toml"
    for text in ("step = []", "[other]\na = 1", "not toml ["):
        path.write_text(text)
        with pytest.raises(ClearsliceError):
            load(path)
    write(path, BLUR)
    assert load(path) == BLUR
