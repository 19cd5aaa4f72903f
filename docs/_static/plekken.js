// Where each value of a JSON text stands.

/** Return the place of each value of a text that is JSON, by its JSON Pointer; a member's is its name's. */
export function plekken(tekst) {
  const uit = new Map();
  let hier = 0;
  const wit = () => {
    while (hier < tekst.length && " \n\r\t".includes(tekst[hier])) hier += 1;
  };
  const reeks = () => {
    const begin = hier;
    hier += 1;
    while (tekst[hier] !== '"') hier += tekst[hier] === "\\" ? 2 : 1;
    hier += 1;
    return JSON.parse(tekst.slice(begin, hier));
  };
  const waarde = (pad) => {
    wit();
    if (!uit.has(pad)) uit.set(pad, hier);
    const teken = tekst[hier];
    if (teken === '"') {
      reeks();
    } else if (teken === "{" || teken === "[") {
      hier += 1;
      wit();
      for (let nummer = 0; !"}]".includes(tekst[hier]); nummer += 1) {
        const begin = hier;
        const deel = teken === "{" ? reeks().replaceAll("~", "~0").replaceAll("/", "~1") : nummer;
        if (teken === "{") {
          wit();
          hier += 1; // the colon
          uit.set(`${pad}/${deel}`, begin);
        }
        waarde(`${pad}/${deel}`);
        wit();
        if (tekst[hier] === ",") hier += 1;
        wit();
      }
      hier += 1;
    } else {
      while (hier < tekst.length && !",]} \n\r\t".includes(tekst[hier])) hier += 1;
    }
  };
  waarde("");
  return uit;
}

/** Return the number of the line, from 0, on which a place lies. */
export function tekstregelVan(tekst, plek) {
  let aantal = 0;
  for (let hier = tekst.indexOf("\n"); hier !== -1 && hier < plek; hier = tekst.indexOf("\n", hier + 1)) aantal += 1;
  return aantal;
}
