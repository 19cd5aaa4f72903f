"""Set up, test and check the project with one command each.

    python3 dev.py voorbeelden   judge the examples, in a virtual environment of their own
    python3 dev.py test          run the tests, with coverage those that reach every branch
    python3 dev.py nakijken      run every other check: style, types, imports, schemas, docs
    python3 dev.py controle      both of the above
    python3 dev.py andere-talen  run the tests in other languages: Node 20, and Java and Perl if there
    python3 dev.py web           run the tests of the service and of the frameworks, with Java 17
    python3 dev.py spark         run the tests of Spark on two workers, with Java 17
    python3 dev.py site          build the docs and look at them in a browser: search, access, links
    python3 dev.py latere-jaren  run the tests on a copy to which tables of later years were added
    python3 dev.py bijwerken     make every committed file that is generated (--controle: only check)
    python3 dev.py opnemen       judge the cases in gevallen/ and record what their rules say
    python3 dev.py meet          measure how fast it is, beside every target (--alles: minutes)
    python3 dev.py bewaak        compare the speed of two commits; fail on more than 15% slower
    python3 dev.py muteer        break the rules on purpose, and list what no test notices (hours)
    python3 dev.py zet-op        only install the library in the virtual environment
    python3 dev.py zet-op alles  install what the other commands use too

Needs Python 3.11 or newer and nothing else. What is installed comes from ``pyproject.toml``, and
is installed again only when what that file says of it, or the interpreter, changed.
"""

from __future__ import annotations  # an older Python must come as far as its message

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parent
OMGEVING = Path(os.environ.get("GEBOORTEZORG_VENV") or WORTEL / ".venv").absolute()
PROGRAMMAS = OMGEVING / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMMAS / ("python.exe" if os.name == "nt" else "python")
MERKTEKEN = OMGEVING / "geboortezorg.json"
OMTREKKEN = ("python", "-m", "geboortezorg.uitgave.omtrekken")
"""What is judged rests on what this writes about the rules: it goes before all else that is made."""
_BEPALEND = ("build-system", "project", "dependency-groups")
"""The parts of ``pyproject.toml`` that say what is installed."""
BOUW_DOCS = (
    *("sphinx-build", "-W", "--keep-going", "-n", "-q"),
    *("-b", "html", "docs", "docs/_build/html"),
)
ZONDER_DEKKING = (
    *("tests/metamorf", "tests/lijnen/test_kanarie_lijnen.py", "tests/schema/test_gelijk.py"),
    *("tests/test_bewaak.py", "tests/test_geheugen.py", "tests/test_huis.py"),
    *("tests/test_invoerlast.py", "tests/test_kanarie.py", "tests/test_kosten.py"),
    *("tests/test_kosten_groot.py", "tests/test_koud.py", "tests/test_naslag.py"),
    *("tests/test_toevoegen.py", "tests/test_typen.py", "tests/test_zijbalk.py"),
)
"""Tests that judge all cases once more, changed or grown, or that look at other than the package.

They run without coverage, which makes a test twice as long: every branch is reached without them.
"""
VOORBEELDEN = {"goed": ("akkoord", 0), "onvolledig": ("onvolledig", 4), "fout": ("afgekeurd", 1)}


def _pyproject() -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - new in Python 3.11; an older one gets a clear message first

    return tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))


def eisen(groep: str) -> list[str]:
    """Return the requirements of a dependency group, the groups it includes among them.

    Read here, because the pip of a fresh environment may be too old to know groups.
    """
    groepen = _pyproject()["dependency-groups"]
    alle: list[str] = []
    for eis in groepen[groep]:
        alle += [eis] if isinstance(eis, str) else eisen(eis["include-group"])
    return alle


def zet_op(groep: str | None = None) -> None:
    """Make the environment ready: the package itself, and what is in `groep`."""
    nodig_voor = json.dumps([_pyproject().get(deel) for deel in _BEPALEND])
    stand = hashlib.sha256(f"{nodig_voor}{sys.version}{WORTEL}".encode()).hexdigest()
    nodig = {"geboortezorg", *(eisen(groep) if groep else ())}
    aanwezig: set[str] = set()
    if MERKTEKEN.is_file():
        merk = json.loads(MERKTEKEN.read_text("utf-8"))
        if merk["stand"] == stand:
            aanwezig = set(merk["aanwezig"])
    if nodig <= aanwezig:
        return
    print(f"Setting up {OMGEVING} ...", flush=True)
    if not aanwezig:
        venv.create(OMGEVING, clear=True, with_pip=True, symlinks=os.name != "nt")
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    if sys.pycache_prefix:  # made for once, as in CI: compiled is what is used, and no more
        pip.append("--no-compile")
    subprocess.run(
        [*pip, "--editable", ".", *sorted(nodig - {"geboortezorg"})], cwd=WORTEL, check=True
    )
    MERKTEKEN.write_text(
        json.dumps({"stand": stand, "aanwezig": sorted(nodig | aanwezig)}), "utf-8"
    )


def voer_uit(programma: str, *argumenten: str | Path) -> int:
    """Run a program of the environment in the project folder and return its exit code."""
    print("$", programma, *argumenten, flush=True)
    if programma == "python":
        opdracht: Sequence[str | Path] = [PYTHON, *argumenten]
    else:
        opdracht = [PROGRAMMAS / programma, *argumenten]
    return subprocess.run(opdracht, cwd=WORTEL, check=False).returncode


def voorbeelden() -> int:
    """Judge the examples, folder by folder; 0 when each folder gives what it should."""
    zet_op()
    goed = True
    for naam, (oordeel, verwacht) in VOORBEELDEN.items():
        print(f"\nThe examples that must be {oordeel} (exit code {verwacht}):\n", flush=True)
        code = voer_uit("geboortezorg", "validate", f"voorbeelden/{naam}")
        goed = goed and code == verwacht
    print("\nThe examples", "give" if goed else "DO NOT give", "what they should.")
    return 0 if goed else 1


def test(*argumenten: str) -> int:
    """Run the tests, those that reach every branch with coverage; or pytest with the arguments."""
    zet_op("test")
    if argumenten:
        return voer_uit("python", "-m", "pytest", *argumenten)
    # In CI the other processor is at work, and handing out the many small tests takes time too.
    samen = () if os.environ.get("CI") else ("-n", "auto")
    code = voer_uit("python", "-m", "pytest", *ZONDER_DEKKING, *samen)
    rest = (f"--ignore={plek}" for plek in ZONDER_DEKKING)
    return max(code, voer_uit("python", "-m", "pytest", "--cov", "-n", "auto", *rest))


def nakijken() -> int:
    """Run every check but the tests, all of them also when one fails."""
    zet_op("dev")
    controles: list[tuple[str, ...]] = [
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("lint-imports",),
        BOUW_DOCS,
    ]
    mislukt = [" ".join(controle) for controle in controles if voer_uit(*controle) != 0]
    if bijwerken("--controle") != 0:
        mislukt.append("bijwerken --controle")
    for naam in mislukt:
        print(f"Failed: {naam}", flush=True)
    return 1 if mislukt else 0


def controle() -> int:
    """Run every check, the tests last."""
    return max(nakijken(), test())


def met_npm(*, opnieuw: bool) -> str | None:
    """Return the path of Node once what its lock file names is installed; None without Node."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    map_ = WORTEL / "tests" / "js"
    slot, stand = map_ / "package-lock.json", map_ / "node_modules" / ".package-lock.json"
    if opnieuw or not stand.is_file() or stand.stat().st_mtime < slot.stat().st_mtime:
        print("$ npm ci  (in tests/js)", flush=True)
        subprocess.run([npm, "ci", "--prefer-offline"], cwd=map_, check=True)
    return node


def met_debian(*pakketten: str) -> bool:
    """Install packages of Debian where that can be done; return whether they are there now."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print("$ apt-get install", *pakketten, flush=True)
    subprocess.run([apt, "update", "-qq"], check=False)
    opdracht = [apt, "install", "-qq", "-y", "--no-install-recommends", *pakketten]
    return subprocess.run(opdracht, check=False).returncode == 0


def met_java_en_perl() -> None:
    """Install the validators in Java and Perl where that can be done, or say that they are missing."""
    perl = ["perl", "-MJSON::Validator", "-e1"]
    pakketten = [] if shutil.which("java") else ["default-jdk-headless"]
    if (
        not shutil.which("perl")
        or subprocess.run(perl, check=False, capture_output=True).returncode
    ):
        pakketten.append("libjson-validator-perl")
    if pakketten and not met_debian(*pakketten):
        print(
            f"!!! {' AND '.join(pakketten)} NOT INSTALLED: THESE VALIDATORS WERE NOT RUN !!!",
            flush=True,
        )


def andere_talen() -> int:
    """Run the tests in other languages, with the packages that the lock file of Node names."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("Node 20 or newer and npm are needed for this, and were not found.", flush=True)
        return 2
    met_java_en_perl()
    zet_op("test")
    met_npm(opnieuw=True)
    return voer_uit("python", "-m", "pytest", "-m", "andere_talen", "tests/js")


def web() -> int:
    """Run the tests that need a framework, with the coverage of what only they reach."""
    if shutil.which("java") is None:
        print("Java 17 or newer is needed for this, and was not found.", flush=True)
        return 2
    zet_op("web")
    dekking = ("--cov", "--cov-config=tests/web/dekking.toml")
    samen = ("tests/test_bladzijden.py", "tests/test_typen.py")
    return voer_uit("python", "-m", "pytest", "-m", "web", "tests/web", *samen, *dekking)


def spark() -> int:
    """Run the tests that need Spark."""
    if shutil.which("java") is None:
        print("Java 17 or newer is needed for this, and was not found.", flush=True)
        return 2
    zet_op("spark")
    samen = ("tests/spark", "tests/test_bladzijden.py")
    return voer_uit("python", "-m", "pytest", "-m", "spark", *samen)


def site(*gebouwd: str) -> int:
    """Build the docs, and run the tests that look at them in Chromium.

    With ``--gebouwd`` they are looked at as `nakijken` built them.
    """
    programmas = ("chromium", "chromium-browser", "google-chrome", "chrome")
    if not any(map(shutil.which, programmas)) and not met_debian("chromium"):
        print("Chromium is needed for this, and was not found.", flush=True)
        return 2
    zet_op("site")
    if met_npm(opnieuw=False) is None:
        print("Node 20 or newer and npm are needed for this, and were not found.", flush=True)
        return 2
    # All anew: Sphinx drops the words of pages that it does not read again from its search.
    code = 0 if gebouwd else voer_uit(*BOUW_DOCS, "-E")
    code = code or voer_uit("python", "docs/_ext/proberen.py")
    return code or voer_uit("python", "-m", "pytest", "-m", "site", "tests/website")


def latere_jaren() -> int:
    """Run the tests on a copy with made-up tables of later years: none may break."""
    zet_op("web")
    return voer_uit("python", "-m", "pytest", "-m", "latere_jaren", "tests/test_latere_jaren.py")


def bijwerken(*controle: str) -> int:
    """Make every committed file that is generated, and say which changed; or only check them.

    First drops the known gaps in `gevallen/oordeel` that are closed. The types for TypeScript
    need Node: without it they are left as they are, and that is said.
    """
    zet_op("dev")
    opdrachten: list[tuple[str, ...]] = [
        (*OMTREKKEN, *controle),
        ("python", "-m", "geboortezorg.uitgave.vullers", *controle),
        ("python", "-m", "geboortezorg.uitgave.gelezen", *controle),
        ("python", "-m", "geboortezorg.uitgave", *controle),
        ("python", "docs/_ext/gemaakt.py", *controle),
    ]
    if not controle:
        opdrachten.insert(1, ("python", "-m", "geboortezorg.uitgave.opname", "--hiaten"))
    code = max(voer_uit(*opdracht) for opdracht in opdrachten)
    node = met_npm(opnieuw=False)
    if node is None:
        print("!!! Node 20 AND npm WERE NOT FOUND: schemas/typescript WAS NOT LOOKED AT !!!")
        return code
    print("$ node tests/js/types.mjs", *controle, flush=True)
    opdracht = [node, "tests/js/types.mjs", *controle]
    return max(code, subprocess.run(opdracht, cwd=WORTEL, check=False).returncode)


def opnemen(*codes: str) -> int:
    """Record the cases of the rules that are named, or of all, and write what follows from them."""
    zet_op("dev")
    opdracht = ("python", "-m", "geboortezorg.uitgave.opname", *codes)
    return voer_uit(*OMTREKKEN) or voer_uit(*opdracht) or bijwerken()


def muteer(*argumenten: str) -> int:
    """Break the rules on purpose, and list what no test notices; takes hours."""
    zet_op("test")
    return voer_uit("python", "-m", "tests.muteer", *argumenten)


def meet(*argumenten: str) -> int:
    """Measure how fast the library is, and say which targets are met."""
    zet_op("bench")
    return voer_uit("python", "benchmarks/rapport.py", *argumenten)


def bewaak(*argumenten: str) -> int:
    """Compare the speed of two commits: BASE and NEW, or the last two."""
    zet_op("bench")
    return voer_uit("python", "benchmarks/bewaak.py", *argumenten)


def alleen_opzetten(deel: str = "") -> int:
    """Install the library; with `alles` also everything that the other commands use."""
    if deel not in {"", "alles"}:
        print(__doc__)
        return 2
    zet_op("dev" if deel else None)
    print(f"Ready: {OMGEVING}")
    return 0


OPDRACHTEN: dict[str, Callable[..., int]] = {
    "voorbeelden": voorbeelden,
    "test": test,
    "nakijken": nakijken,
    "controle": controle,
    "andere-talen": andere_talen,
    "web": web,
    "spark": spark,
    "site": site,
    "latere-jaren": latere_jaren,
    "bijwerken": bijwerken,
    "opnemen": opnemen,
    "meet": meet,
    "bewaak": bewaak,
    "muteer": muteer,
    "zet-op": alleen_opzetten,
}


def main(argumenten: list[str]) -> int:
    """Run the command that the arguments name."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an old Python may run
        print("geboortezorg needs Python 3.11 or newer; this is Python", sys.version.split()[0])
        return 2
    opdracht, *rest = argumenten or [""]
    vrij = opdracht in {"test", "opnemen", "meet", "bewaak", "muteer", "zet-op"} or (
        opdracht,
        rest,
    ) in (
        ("bijwerken", ["--controle"]),
        ("site", ["--gebouwd"]),
    )
    if opdracht not in OPDRACHTEN or (rest and not vrij):
        print(__doc__)
        return 2
    try:
        return OPDRACHTEN[opdracht](*rest)
    except subprocess.CalledProcessError as fout:
        print(f"Setting up failed with exit code {fout.returncode}; see the message above.")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
