// Put the wheels and the types into the package just before it is packed, and take them out after.
//
// Run by `npm pack`. The wheel of the library is built from this project; the others are those of
// wielen.txt. Needs Python with pip: the one that PYTHON names, or python3.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const hier = new URL("./", import.meta.url);
const doel = new URL("wielen/", hier);
const typen = new URL("types.d.ts", hier);

function pip(...argumenten) {
  const opdracht = ["-m", "pip", "--disable-pip-version-check", "--quiet", ...argumenten];
  const uit = spawnSync(process.env.PYTHON ?? "python3", opdracht, {
    cwd: fileURLToPath(hier),
    stdio: ["ignore", 2, 2], // what `npm pack --json` prints is read by programs
  });
  if (uit.error) throw uit.error;
  if (uit.status !== 0) throw new Error(`pip ${argumenten[0]} failed`);
}

rmSync(doel, { recursive: true, force: true });
rmSync(typen, { force: true });
if (!process.argv.includes("--opruimen")) {
  mkdirSync(doel);
  pip("wheel", "--no-deps", "--wheel-dir", "wielen", "..");
  pip(
    ...["download", "--no-deps", "--require-hashes", "--only-binary", ":all:"],
    ...["--platform", "any", "--python-version", "3.14", "--dest", "wielen"],
    ...["--requirement", "wielen.txt"],
  );
  for (const naam of readdirSync(doel))
    renameSync(new URL(naam, doel), new URL(`${naam.split("-")[0]}.whl`, doel));
  cpSync(new URL("../schemas/typescript/types.d.ts", hier), typen);
}
