// Say what this language's own parser does with bytes: one line of base64 in, one answer out.
//
// The bytes are read as UTF-8, strictly, and a byte order mark is kept for the parser to refuse:
// Buffer.toString() would put U+FFFD for a wrong byte, and TextDecoder would drop the mark.
import { createInterface } from "node:readline";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function antwoord(bytes) {
  let waarde;
  try {
    waarde = JSON.parse(utf8.decode(bytes));
  } catch {
    return "refuses";
  }
  if (typeof waarde === "number") {
    return Number.isFinite(waarde) ? `takes ${waarde}` : "takes it as infinite";
  }
  return waarde?.a === 2 ? "takes the last" : "takes it";
}

for await (const regel of createInterface({ input: process.stdin })) {
  process.stdout.write(antwoord(Buffer.from(regel, "base64")) + "\n");
}
