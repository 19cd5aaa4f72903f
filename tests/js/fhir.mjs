// Judge the Bundles of FHIR R4 on stdin, one a line, with the validator of npm package `fhir`.
import { readFileSync } from "node:fs";
import fhir from "fhir";

const motor = new fhir.Fhir();
for (const tekst of readFileSync(0, "utf8").trim().split("\n")) {
  const { valid, messages } = motor.validate(JSON.parse(tekst), { errorOnUnexpected: true });
  console.log(JSON.stringify({ valid, fouten: messages.filter((deel) => deel.severity === "error").length }));
}
