from collections import namedtuple

from course.probes.plain import Opaque, describe, plain, same, tell


class AlwaysEqual:
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


class LyingInt(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


def test_builtins_stay_what_they_are() -> None:
    value = [1, 2.5, "x", b"y", None, True, (1, [2]), {"a": {3}}]
    assert plain(value) == value
    assert plain(value) is not value


def test_an_object_that_equals_everything_equals_nothing_when_plain() -> None:
    for forged in (AlwaysEqual(), [AlwaysEqual()], LyingInt(7), (LyingInt(7),)):
        assert plain(forged) != 7
        assert plain(forged) != [7]
        assert plain(forged) != (7,)


def test_named_tuples_are_tuples() -> None:
    point = namedtuple("point", "x y")
    assert plain(point(1, 2)) == (1, 2)
    assert type(plain(point(1, 2))) is tuple


def test_a_tuple_subclass_cannot_lie_about_its_members() -> None:
    class Liar(tuple):  # type: ignore[type-arg]
        def __iter__(self):  # type: ignore[no-untyped-def]
            return iter([1, 2, 3])

    assert plain(Liar([9])) == (9,)


def test_a_list_that_holds_itself_ends() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert isinstance(plain(endless), list)


def test_describe_survives_a_broken_repr() -> None:
    class Broken:
        def __repr__(self) -> str:
            raise ValueError

    assert describe(Broken()) == "<Broken>"
    assert repr(Opaque(Broken())) == "<Broken>"
    assert len(describe("x" * 500)) == 80


def test_the_same_is_equal_and_of_the_same_types() -> None:
    assert same([0, None, ("", False)], [0, None, ("", False)])
    for one, other in ((0, False), (1, 1.0), ((1,), [1]), ([1], [1, 2]), (Opaque(object()), 0)):
        assert not same(one, other)
        assert not same([one], [other])


def test_texts_can_be_asked_for_later() -> None:
    texts, untold = ["first", "second"], []

    class Changing:
        def __repr__(self) -> str:
            return texts.pop(0)

    found = plain([Changing()], untold=untold)
    assert repr(found) == "[<Changing>]"
    tell(untold)
    assert repr(found) == "[first]"
