// What a page does in a browser; without it nothing is missing but ease.
"use strict";

// Who has no mouse scrolls a wide table by keyboard.
for (const kader of document.querySelectorAll(".table-wrapper, .highlight > pre")) {
  if (kader.scrollWidth > kader.clientWidth || kader.scrollHeight > kader.clientHeight) kader.tabIndex = 0;
}

// On a narrow screen the menus open by keyboard too, and are out of reach while they are closed.
for (const [naam, lade, wat] of [
  ["__navigation", ".sidebar-drawer", "Menu"],
  ["__toc", ".toc-drawer", "On this page"],
]) {
  const stand = document.getElementById(naam);
  const la = document.querySelector(lade);
  const knoppen = [...document.querySelectorAll(`label[for=${naam}]:not(.overlay)`)];
  if (!stand || !la) continue;
  const werkBij = () => {
    la.inert = !stand.checked && knoppen.some((knop) => knop.getClientRects().length);
    for (const knop of knoppen) knop.setAttribute("aria-expanded", String(stand.checked));
  };
  for (const knop of knoppen) {
    knop.tabIndex = 0;
    knop.setAttribute("role", "button");
    knop.setAttribute("aria-label", wat);
    knop.addEventListener("keydown", (toets) => {
      if (toets.key !== "Enter" && toets.key !== " ") return;
      toets.preventDefault();
      stand.click();
    });
  }
  document.addEventListener("keydown", (toets) => {
    if (toets.key === "Escape" && stand.checked) stand.click();
  });
  stand.addEventListener("change", werkBij);
  addEventListener("resize", werkBij);
  werkBij();
}

// Choices above a table: rows that do not have what is chosen are hidden.
for (const balk of document.querySelectorAll(".gz-filter")) {
  let tabel = balk.nextElementSibling;
  while (tabel && !tabel.querySelector("table")) tabel = tabel.nextElementSibling;
  if (!tabel) continue;
  const koppen = [...tabel.querySelectorAll("thead th")].map((kop) => kop.textContent.trim());
  const rijen = [...tabel.querySelectorAll("tbody tr")];
  const cel = (rij, kolom) => rij.cells[koppen.indexOf(kolom)].textContent.trim();
  const keuzes = [];

  const geteld = document.createElement("output");
  const toon = () => {
    let aantal = 0;
    for (const rij of rijen) {
      rij.hidden = !keuzes.every((past) => past(rij));
      if (!rij.hidden) aantal += 1;
    }
    geteld.textContent = `${aantal} of ${rijen.length}`;
  };
  const veld = (naam, invoer) => {
    const label = document.createElement("label");
    label.append(`${naam} `, invoer);
    invoer.addEventListener("input", toon);
    balk.append(label);
  };

  for (const kolom of balk.dataset.kolommen.split(",").map((naam) => naam.trim())) {
    const waarden = new Set(rijen.flatMap((rij) => cel(rij, kolom).split(", ")));
    const keuze = document.createElement("select");
    for (const waarde of ["", ...[...waarden].sort()]) keuze.append(new Option(waarde || "all", waarde));
    const overal = "every document";
    keuzes.push((rij) => {
      const heeft = cel(rij, kolom).split(", ");
      return !keuze.value || heeft.includes(keuze.value) || heeft.includes(overal);
    });
    veld(kolom, keuze);
  }
  if (balk.dataset.jaar) {
    const jaar = document.createElement("input");
    jaar.type = "number";
    jaar.min = "1990";
    jaar.max = "2100";
    keuzes.push((rij) => {
      const dagen = cel(rij, balk.dataset.jaar);
      if (!/^[0-9]{4}$/.test(jaar.value) || !dagen) return true;
      const [van, tot] = dagen.split(" t/m ");
      return van.slice(0, 4) <= jaar.value && (tot === "..." || jaar.value <= tot.slice(0, 4));
    });
    veld("Year", jaar);
  }
  balk.append(geteld);
  toon();
}
