"""The browser's scripts are checked as the browser gets them, and what is wrong is told by the line of our file."""

from __future__ import annotations

from pathlib import Path

from dashboard import config
from dashboard.components.assets import REGISTERED
from tests.scripts import Script, all_scripts, mistakes

SHARED = "function shout(words) {\n  return words.toUpperCase();\n}\nfunction whisper(words) {\n  return words;\n}\n"
OWN = "const title = document.querySelector('h1');\n\n"
WRONG = {
    "TS2552": "title.textContent = shuot('a');\n",  # a name nobody declares
    "TS2551": "document.titel = shout('a');\n",  # a property nothing has
    "TS2554": "title.textContent = shout('a', 'b');\n",  # an argument nobody takes
    "no-unused-vars": "const [left, right] = [1, 2];\ntitle.textContent = shout(left);\n",  # a value nobody reads
}


def written(folder: Path, **texts: str) -> dict[str, Path]:
    files = {name: folder / f"{name}.js" for name in texts}
    for name, file in files.items():
        file.write_text(texts[name])
    return files


def test_what_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    texts = {sign: f"{OWN}{code}console.log(title, shout, whisper);\n" for sign, code in WRONG.items()}
    files = written(tmp_path, shared=SHARED, **texts)
    scripts = [Script(sign, (files["shared"], files[sign]), head="console.log(document);") for sign in WRONG]
    told = {(each.file, each.line, each.code) for each in mistakes(scripts)}
    assert told == {(files[sign], 3, sign) for sign in WRONG}


def test_so_is_what_is_no_script_at_all(tmp_path: Path) -> None:
    files = written(tmp_path, shared=SHARED, own=f"{OWN}title.textContent = = shout('a');\n")
    (told,) = mistakes([Script("one", tuple(files.values()))])
    assert (told.file, told.line, told.code) == (files["own"], 3, "syntax")


def test_what_one_script_leaves_unused_another_uses(tmp_path: Path) -> None:
    shared, one, other = written(
        tmp_path, shared=SHARED, one="console.log(shout('a'));\n", other="console.log(whisper('a'));\n"
    ).values()
    assert mistakes([Script("one", (shared, one)), Script("other", (shared, other))]) == []
    (left,) = mistakes([Script("one", (shared, one))])
    assert str(left).endswith("shared.js:4: `whisper` is never used (no-unused-vars)")


def test_every_script_is_among_them() -> None:
    """Also one that somebody adds."""
    checked = {file for script in all_scripts() for file in script.files}
    ours = {file for file in (config.ROOT / "dashboard").rglob("*.js") if "static" not in file.parts}
    assert checked == ours
    assert len(REGISTERED) > 8
