// What Node and the browser share: Python in WebAssembly, with the library in it.
import { loadPyodide } from "pyodide";

// Written out, so that a bundler finds each file.
const WIELEN = [
  new URL("./wielen/attrs.whl", import.meta.url),
  new URL("./wielen/cattrs.whl", import.meta.url),
  new URL("./wielen/typing_extensions.whl", import.meta.url),
  new URL("./wielen/python_stdnum.whl", import.meta.url),
  new URL("./wielen/tzdata.whl", import.meta.url),
  new URL("./wielen/geboortezorg.whl", import.meta.url),
];

export class OngeldigeContext extends Error {
  constructor(tekst, tekstEn, rapport) {
    super(tekst);
    this.name = "OngeldigeContext";
    this.tekst_en = tekstEn;
    this.rapport = rapport;
  }
}

/** Return the function `load` for a way to read the bytes of a file by its URL. */
export function maakLoad(lees) {
  let bezig;
  return (opties = {}) => {
    bezig ??= start(lees, opties).catch((fout) => {
      bezig = undefined; // the next call may try again
      throw fout;
    });
    return bezig;
  };
}

async function start(lees, { indexURL }) {
  const [python, ...wielen] = await Promise.all([
    loadPyodide(indexURL === undefined ? {} : { indexURL }),
    ...WIELEN.map(lees),
  ]);
  for (const wiel of wielen) python.unpackArchive(wiel, "wheel");
  const { beoordeel } = python.pyimport("geboortezorg.brug");
  const { SCHEMA_VERSIE, __version__ } = python.pyimport("geboortezorg");

  function validate(document, context) {
    const gegeven = [naarPython(python, document, "document")];
    if (context !== undefined) gegeven.push(naarPython(python, context, "context"));
    let antwoord;
    try {
      antwoord = beoordeel(...gegeven);
      const [rapport, fout, foutEn] = antwoord;
      const gelezen = JSON.parse(rapport);
      if (fout !== undefined) throw new OngeldigeContext(fout, foutEn, gelezen);
      return gelezen;
    } finally {
      antwoord?.destroy();
      for (const waarde of gegeven) waarde.destroy?.();
    }
  }
  return Object.freeze({ versie: __version__, schemaVersie: SCHEMA_VERSIE, validate });
}

/** Return what Python reads: JSON as text or bytes, or the JSON of an object. */
function naarPython(python, waarde, naam) {
  if (typeof waarde === "string") return waarde;
  if (ArrayBuffer.isView(waarde)) {
    // As plain bytes: it may be a Buffer of Node, or come from another window.
    return python.toPy(new Uint8Array(waarde.buffer, waarde.byteOffset, waarde.byteLength));
  }
  if (waarde === null || typeof waarde !== "object" || Array.isArray(waarde))
    throw new TypeError(`${naam}: give JSON as a string or Uint8Array, or an object`);
  return JSON.stringify(waarde);
}
