"""The service as it is run: a real process on the loopback address, and a client in Java."""

import asyncio
import json
import logging
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn
from tests.test_bladzijden import blokken
from tests.test_kanarie import KANARIE, zonder_kanarie
from tests.web.gevallen import GOED, als_bytes

from geboortezorg import dump, validate
from geboortezorg.cli import main
from geboortezorg.web.poort import LOGBOEK

WORTEL = Path(__file__).parents[2]
BLADZIJDE = WORTEL / "docs" / "how-to" / "web" / "dienst.md"


class Dienst(NamedTuple):
    """A running service: where, and its process."""

    adres: str
    proces: "subprocess.Popen[str]"

    def stop(self, sein: signal.Signals) -> str:
        """End it by a signal, and return what it wrote after its first line."""
        self.proces.send_signal(sein)
        return self.proces.communicate(timeout=120)[1]


@pytest.fixture
def dienst(tmp_path: Path) -> Iterator[Dienst]:
    """Run a service on a free port until the test ends."""
    programma = Path(sys.executable).with_name("geboortezorg")
    opdracht = [str(programma), "serve", "--port", "0", "--taal", "en", "--max-bytes", "100000"]
    # Started in the background, as by some shells, this process ignores Ctrl-C and so would a child.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(opdracht, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as proces:
        try:
            assert proces.stderr is not None
            eerste = proces.stderr.readline()
            gevonden = re.search(r"http://127[.]0[.]0[.]1:[0-9]+", eerste)
            assert gevonden, eerste
            yield Dienst(gevonden[0], proces)
        finally:
            proces.kill()


def vraag(adres: str, data: bytes | None = None) -> bytes:
    """Return the answer to a request, as a client gets it."""
    verzoek = urllib.request.Request(adres, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(verzoek, timeout=120) as antwoord:
        uit: bytes = antwoord.read()
        return uit


def test_van_begin_tot_eind(dienst: Dienst) -> None:
    """It tells where it listens, answers, writes no value, and ends by itself on a signal."""
    assert json.loads(vraag(f"{dienst.adres}/health"))["status"] == "ok"
    assert vraag(f"{dienst.adres}/validate", als_bytes(GOED)) == dump(validate(GOED))
    with pytest.raises(OSError, match="404"):
        vraag(f"{dienst.adres}/{KANARIE}?{KANARIE}={KANARIE}")
    with pytest.raises(OSError, match="413"):
        vraag(f"{dienst.adres}/validate", b" " * 100_001)
    poort = int(dienst.adres.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", poort), timeout=120) as los:
        los.sendall(f"{KANARIE} / {KANARIE}\r\n\r\n".encode())
        assert b"400" in los.recv(1000)
    logboek = dienst.stop(signal.SIGTERM)
    zonder_kanarie(logboek)
    assert "POST /validate 200" in logboek
    assert "GET - 404" in logboek
    assert "Traceback" not in logboek


def test_ctrl_c(dienst: Dienst) -> None:
    """Ctrl-C ends it without a trace."""
    logboek = dienst.stop(signal.SIGINT)
    assert logboek == ""
    assert dienst.proces.returncode == 130


@pytest.mark.parametrize(
    ("host", "adres"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")]
)
def test_wat_de_opdracht_doorgeeft(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], host: str, adres: str
) -> None:
    """The server listens where it was told, writes nothing by itself, and has bounds."""
    gezien: list[uvicorn.Config] = []

    async def startup(server: uvicorn.Server, sockets: list[socket.socket]) -> None:
        assert capsys.readouterr().err == "", "nothing is said before it listens"
        gezien.append(server.config)

    def run(server: uvicorn.Server, sockets: list[socket.socket]) -> None:
        assert sockets[0].getsockname()[0] == host
        asyncio.run(server.startup(sockets))

    monkeypatch.setattr(uvicorn.Server, "startup", startup)
    monkeypatch.setattr(uvicorn.Server, "run", run)
    try:
        assert main(["serve", "--host", host, "--port", "0", "--zonder-instellingen"]) == 0
        assert LOGBOEK.isEnabledFor(logging.INFO)
        assert not LOGBOEK.propagate
    finally:
        LOGBOEK.handlers.clear()
        LOGBOEK.setLevel(logging.NOTSET)
        LOGBOEK.propagate = True
    assert adres in capsys.readouterr().err
    (instelling,) = gezien
    assert (instelling.access_log, instelling.server_header, instelling.ws) == (
        False,
        False,
        "none",
    )
    assert instelling.limit_concurrency
    assert not logging.getLogger("uvicorn.error").isEnabledFor(logging.CRITICAL)


def test_zonder_de_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the extra the command says what to install."""
    monkeypatch.setattr("geboortezorg.cli.serveer.find_spec", lambda _: None)
    assert main(["serve"]) == 2
    assert "geboortezorg[web]" in capsys.readouterr().err


def test_een_adres_dat_bezet_is(capsys: pytest.CaptureFixture[str]) -> None:
    """An address that is taken, or cannot be, is wrong usage and is said."""
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = str(bezet.getsockname()[1])
        assert main(["serve", "--port", poort, "--zonder-instellingen"]) == 2
        assert "--port" in capsys.readouterr().err
    for gegeven in (
        ["--port", KANARIE],
        ["--port", "65536"],
        ["--host", "192.0.2.1"],
        ["--host", KANARIE * 9],
        ["--max-bytes", "0"],
    ):
        assert main(["serve", "--zonder-instellingen", "--taal", "en", *gegeven]) == 2
        zonder_kanarie(capsys.readouterr().err)


def test_de_klant_in_java(dienst: Dienst, tmp_path: Path) -> None:
    """The client on the page judges a dossier through the service, with nothing but a JDK."""
    java = shutil.which("java")
    assert java, "java is not installed: this test needs JDK 17 or newer"
    (klant,) = [blok for blok in blokken(BLADZIJDE.read_text("utf-8")) if blok.taal == "java"]
    assert klant.bestand is not None
    (tmp_path / klant.bestand).write_text(klant.inhoud, "utf-8")
    for document, code, verwacht in (
        (GOED, 0, "200 akkoord"),
        ({**GOED, "x": 1}, 1, "422 geen"),
        ({"soort": "context", "schema_versie": "0.1"}, 1, "200 geen"),
        (
            json.loads((WORTEL / "voorbeelden/fout/feiten-2023.json").read_bytes()),
            1,
            "200 afgekeurd",
        ),
    ):
        (tmp_path / "dossier.json").write_bytes(als_bytes(document))
        opdracht = [
            java,
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            klant.bestand,
            dienst.adres,
            "dossier.json",
        ]
        uit = subprocess.run(
            opdracht, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
        )
        assert (uit.stdout.strip(), uit.returncode) == (verwacht, code), uit.stderr
