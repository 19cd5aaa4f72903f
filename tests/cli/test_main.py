"""The command line as a whole: usage, streams, and ends that are not the normal one."""

import errno
import io
import os
import re
import runpy
import shutil
import subprocess
import sys
import sysconfig
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest
import shtab

from geboortezorg import SCHEMA_VERSIE, __version__, cli
from geboortezorg.cli import main
from geboortezorg.cli.scherm import leesbaar

from .conftest import Opdracht

KANARIE = "Kanarievogel"
WORTEL = Path(__file__).resolve().parents[2]


def test_version(opdracht: Opdracht) -> None:
    """The version of the package and of the documents is shown."""
    uitkomst = opdracht("--version")
    assert uitkomst.code == 0
    assert uitkomst.out.split() == [
        "geboortezorg",
        __version__,
        "(schema_versie",
        f"{SCHEMA_VERSIE})",
    ]


@pytest.mark.parametrize("naam", ["validate", "tarief", "regels", "schema", "ei", "ei lees"])
def test_help(naam: str, opdracht: Opdracht) -> None:
    """Every command, and every part of one, explains itself and its exit codes."""
    uitkomst = opdracht(*naam.split(), "--help")
    assert uitkomst.code == 0
    assert "exit codes:\n  0" in uitkomst.out


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("validate",),
        ("tarief", "kraamzorg-uur"),
        (KANARIE,),
        ("validate", "x.json", f"--{KANARIE}"),
        ("validate", "x.json", "--format", KANARIE),
        ("validate", "x.json", "--taal", KANARIE),
        ("validate", "x.json", f"--ndjson={KANARIE}"),
        ("validate", "x.json", "--format", f"{KANARIE} (choose from {KANARIE})"),
        ("validate", "x.json", "--form", "json"),
        ("--print-completion", KANARIE),
        ("tarief", "kraamzorg-uur", KANARIE, "--op", "2023-01-01"),
        ("tarief", "kraamzorg-uur", "--op", KANARIE),
        ("tarief", "kraamzorg-uur", "--op", "2023-1-1"),
        ("tarief", "kraamzorg-uur", "--op", "2023-02-29"),
        ("tarief", "kraamzorg-uur", "--op", "2023-01-01T00:00"),
        ("regels", KANARIE),
        ("serve", "--max-bytes", KANARIE),
        ("serve", "--max-seconden", KANARIE),
        ("schema", KANARIE),
        ("schema", "dossier", "--versie", KANARIE),
    ],
)
def test_verkeerd_gebruik(argv: tuple[str, ...], opdracht: Opdracht) -> None:
    """Wrong usage gives 2 and a message on stderr that repeats nothing but our own words."""
    uitkomst = opdracht(*argv)
    assert uitkomst.code == 2
    assert uitkomst.out == ""
    assert "geboortezorg" in uitkomst.err
    assert KANARIE not in uitkomst.err


def test_taal_uit_de_omgeving(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment chooses the language of the texts; an option goes before it."""
    for waarde, koppen in (("en", "severity"), ("nl", "ernst"), ("", "ernst")):
        monkeypatch.setenv("GEBOORTEZORG_TAAL", waarde)
        assert f"\n{koppen} " in opdracht("regels", "GZ-VORM-001").out
        assert "\nseverity " in opdracht("regels", "GZ-VORM-001", "--taal", "en").out


def test_onbekende_taal_in_de_omgeving(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that does not exist is refused, without repeating it; an option helps."""
    monkeypatch.setenv("GEBOORTEZORG_TAAL", KANARIE)
    assert opdracht("regels") == (
        2,
        "",
        "geboortezorg: GEBOORTEZORG_TAAL: kies uit nl, en / choose from nl, en\n",
    )
    assert opdracht("regels", "--taal", "nl").code == 0


@pytest.mark.parametrize("schaal", ["bash", "fish", "zsh"])
def test_aanvulling(schaal: str, opdracht: Opdracht) -> None:
    """A shell gets what it completes commands and options with, and files where they go."""
    uitkomst = opdracht("--print-completion", schaal)
    assert (uitkomst.code, uitkomst.err) == (0, "")
    assert "--context" in uitkomst.out or "-l context" in uitkomst.out
    assert uitkomst.out.count(str(shtab.FILE[schaal])) > 1


def test_aanvulling_in_bash(opdracht: Opdracht, tmp_path: Path) -> None:
    """Bash takes the completion, and finishes a command with it."""
    (tmp_path / "aanvulling").write_text(opdracht("--print-completion", "bash").out, "utf-8")
    bash = shutil.which("bash")
    assert bash is not None
    vraag = (
        "source aanvulling; COMP_WORDS=(geboortezorg val); COMP_CWORD=1;"
        "_shtab_geboortezorg; echo ${COMPREPLY[*]}"
    )
    uit = subprocess.run([bash, "-c", vraag], capture_output=True, text=True, check=True)  # noqa: S603
    assert uit.stdout == "validate\n"


def test_aanvulling_zonder_shtab(opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the message says what to install."""
    monkeypatch.setitem(sys.modules, "shtab", None)
    uitkomst = opdracht("--print-completion", "bash")
    assert uitkomst.code == 2
    assert "extra `completion`" in uitkomst.err


def test_als_module(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """``python -m geboortezorg`` is the command line; importing the module runs nothing."""
    monkeypatch.setattr(sys, "argv", ["geboortezorg", "--version"])
    with pytest.raises(SystemExit) as einde:
        runpy.run_module("geboortezorg", run_name="__main__")
    assert einde.value.code == 0
    assert __version__ in capsys.readouterr().out
    assert import_module("geboortezorg.__main__").main is main


def test_haak_voor_pre_commit(opdracht: Opdracht, tmp_path: Path) -> None:
    """The hook runs a command that exists, on the names of documents and on no others."""
    haak = dict(
        tekstregel.strip(" -").split(": ", 1)
        for tekstregel in (WORTEL / ".pre-commit-hooks.yaml").read_text("utf-8").splitlines()[1:]
    )
    patroon = re.compile(haak["files"].strip("'"))
    namen = ["a.json", "map/b.ndjson", "c.jsonl.gz", "d.json5", "json", "e.toml"]
    assert [naam for naam in namen if patroon.search(naam)] == namen[:3]
    (tmp_path / "a.json").write_text('{"soort": "context", "schema_versie": "0.1"}', "utf-8")
    programma, *argumenten = haak["entry"].split()
    assert programma == "geboortezorg"
    assert opdracht(*argumenten, "a.json").code == 0
    assert opdracht(*argumenten, "b.json").code == 2


def test_argumenten_van_het_proces(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without arguments of its own, main takes those of the process."""
    monkeypatch.setattr(sys, "argv", ["geboortezorg", "regels", "GZ-VORM-001"])
    assert main() == 0
    assert "GZ-VORM-001" in capsys.readouterr().out


def test_geen_rich_voor_programmas() -> None:
    """JSON, and importing the command line, do without rich and without the tables."""
    code = (
        "import sys, io; from geboortezorg.cli import main\n"
        "assert 'geboortezorg.tabellen' not in sys.modules\n"
        "sys.exit(main(['regels', '--format', 'json']) or 'rich' in sys.modules)"
    )
    opdracht = [sys.executable, "-c", code]
    uit = subprocess.run(opdracht, capture_output=True, check=False)  # noqa: S603
    assert (uit.returncode, uit.stderr) == (0, b"")


def test_geen_rich_voor_een_tabel_zonder_stijl(tmp_path: Path) -> None:
    """A table that goes to a file or a pipe costs no more than JSON: rich has no part in it."""
    (tmp_path / "a.json").write_text('{"soort": "context", "schema_versie": "x"}', "utf-8")
    code = (
        "import sys; from geboortezorg.cli import main\n"
        "code = main(['validate', 'a.json'])\n"
        "sys.exit(9 if 'rich' in sys.modules else code)"
    )
    omgeving = {n: w for n, w in os.environ.items() if n not in {"FORCE_COLOR", "TTY_COMPATIBLE"}}
    uit = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=tmp_path,
        env=omgeving,
        text=True,
        check=False,
    )
    assert (uit.returncode, uit.stderr) == (1, "")
    assert "GZ-VORM-001 /schema_versie (tekstregel 1, kolom 39)" in uit.stdout


def test_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output is UTF-8, also where the locale says ASCII."""
    onder = io.BytesIO()
    with io.TextIOWrapper(onder, "ascii") as stroom, monkeypatch.context() as even:
        even.setattr(sys, "stdout", stroom)
        assert main(["tarief", "kraamzorg-uur", "--op", "2023-05-01"]) == 0
        stroom.flush()
        assert "€ 59,33 per uur" in onder.getvalue().decode("utf-8")
        stroom.write("\udcff")  # what UTF-8 cannot hold is no reason to crash either


def test_gesloten_stromen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With stdout and stderr closed by the caller, the exit code is the answer."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["tarief", "kraamzorg-uur", "--op", "2023-05-01"]) == 0
    assert main(["validate", str(tmp_path / "niets.json")]) == 2
    assert sys.stdout is None
    assert sys.stderr is None


@pytest.mark.parametrize("kleur", ["", "1"])
@pytest.mark.parametrize("argv", [("regels",), ("validate", "x", "y"), ("--help",)])
def test_lezer_weg(argv: tuple[str, ...], kleur: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the reader of stdout went away it ends quietly, with colours and without."""
    monkeypatch.setenv("FORCE_COLOR", kleur)
    lezen, schrijven = os.pipe()
    os.close(lezen)
    with os.fdopen(schrijven, "w") as stroom, monkeypatch.context() as even:
        even.setattr(sys, "stdout", stroom)
        assert main(argv) == cli.LEZER_WEG


@pytest.mark.parametrize("kapot", ["pijp", "vol"])
@pytest.mark.parametrize("argv", [("regels",), ("validate", "x", "y"), ("--help",)])
def test_na_afloop(argv: tuple[str, ...], kapot: str) -> None:
    """Python has nothing to complain of when it ends with what stdout did not take."""
    code = "import sys; from geboortezorg.cli import main; sys.exit(main(sys.argv[1:]))"
    if kapot == "pijp":
        lezen, schrijven = os.pipe()
        os.close(lezen)
    else:
        schrijven = os.open("/dev/full", os.O_WRONLY)
    try:
        uit = subprocess.run(  # noqa: S603
            [sys.executable, "-c", code, *argv],
            stdout=schrijven,
            stderr=subprocess.PIPE,
            env={naam: w for naam, w in os.environ.items() if naam != "PYTHONUNBUFFERED"},
            check=False,
        )
    finally:
        os.close(schrijven)
    assert uit.returncode == (cli.LEZER_WEG if kapot == "pijp" else 2)
    assert b"Error" not in uit.stderr


class Kapot(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, fout: BaseException) -> None:
        super().__init__()
        self.fout = fout

    def write(self, _: str, /) -> int:
        """Fail."""
        raise self.fout


def test_lezer_weg_zonder_bestand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stdout that is no file and whose reader went away is left alone."""
    monkeypatch.setattr(sys, "stdout", Kapot(BrokenPipeError()))
    assert main(["regels", "--format", "json"]) == cli.LEZER_WEG


@pytest.mark.parametrize(
    ("fout", "nl", "en"),
    [
        (OSError(errno.ENOSPC, "woorden van het systeem"), "geen ruimte meer", "no room left"),
        (OSError(errno.EIO, "woorden van het systeem"), "lukt niet (EIO);", "fails (EIO);"),
        (OSError("zonder nummer"), "lukt niet (OSError);", "fails (OSError);"),
    ],
)
def test_volle_schijf(
    fout: OSError,
    nl: str,
    en: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An answer that cannot be written is an error, not a verdict; it is told in one language."""
    with monkeypatch.context() as even:
        even.setattr(sys, "stdout", Kapot(fout))
        assert main(["regels", "--format", "json"]) == 2
        assert main(["regels", "--format", "json", "--taal", "en"]) == 2
        even.setenv("GEBOORTEZORG_TAAL", "en")
        assert main(["regels", "--format", "json"]) == 2
    eerste, *verder = capsys.readouterr().err.splitlines()
    assert nl in eerste
    assert all(en in ander for ander in verder)
    assert len(verder) == 2


def test_stderr_kapot(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the message about an error cannot be written either, the exit code is left."""
    monkeypatch.setattr(sys, "stderr", Kapot(BrokenPipeError()))
    assert main(["regels", "x"]) == 2


def test_onderbroken(monkeypatch: pytest.MonkeyPatch, opdracht: Opdracht) -> None:
    """Ctrl-C ends with the code that shells use, without a traceback."""

    def onderbreek(*_: Any) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_opdracht", onderbreek)
    uitkomst = opdracht("regels")
    assert uitkomst == (cli.ONDERBROKEN, "", "")


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("map/een twee.json", "map/een twee.json"),
        ("gegevens-ë.json", "gegevens-ë.json"),
        ("a\x1b[31m\nb", "a\\x1b[31m\\nb"),
        ("a\udcffb", "a\\udcffb"),
        ("\u202egnp", "\\u202egnp"),
        ("", "''"),
    ],
)
def test_leesbaar(pad: str, verwacht: str) -> None:
    """A path cannot colour, move or break a line of output."""
    assert leesbaar(pad) == verwacht


def test_geinstalleerd(tmp_path: Path) -> None:
    """The installed command runs, reads stdin and a file, and gives its exit code."""
    programma = Path(sysconfig.get_path("scripts")) / "geboortezorg"
    (tmp_path / "a.json").write_text('{"soort": "context", "schema_versie": "0.1"}', "utf-8")
    uit = subprocess.run(  # noqa: S603
        [programma, "validate", "a.json", "-", "--format", "json"],
        input=b"{",
        capture_output=True,
        cwd=tmp_path,
        env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
        check=False,
    )
    assert uit.returncode == 2
    assert uit.stderr == b""
    oordelen = [b'"oordeel":"akkoord"' in tekstregel for tekstregel in uit.stdout.splitlines()]
    assert oordelen == [True, False]


def test_onderbroken_bij_het_begin() -> None:
    """Ctrl-C while the command is still being imported gives no traceback either."""
    code = (
        "import sys\n"
        "class Onderbreek:\n"
        "    def find_spec(self, naam, *_):\n"
        "        if naam == 'geboortezorg.cli.ontleder':\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Onderbreek())\n"
        "from geboortezorg.cli import main\n"
        "sys.exit(main(['regels']))\n"
    )
    uit = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (uit.returncode, uit.stdout, uit.stderr) == (cli.ONDERBROKEN, "", "")
