import { materialMoves } from "../../../services/permits/common/domain/uploaded-file.ts";
import { material } from "../../../services/permits/files/domain/decider.ts";
import type { MaterialCommand } from "../../../services/permits/files/domain/material.ts";
import { walkStates } from "../../support/cells.ts";
import { on } from "../../support/deciding.ts";
import { anApplication, aResident } from "../cases/builders.ts";
import { AFile, announce, attach, aWholeFile, complete, detach } from "./builders.ts";

const mine = anApplication({ by: aResident }).state;
const scanned = (verdict: "clean" | "infected"): MaterialCommand => ({ type: "scan", verdict, engine: "clamav" });

/** A file is taken back from a case that has it. */
function sent(verb: string) {
  const one = aWholeFile();
  return verb === "detach" ? one.lawfully(attach("A", mine)) : one;
}

walkStates("a material's moves", {
  decider: material,
  moves: materialMoves,
  impossible: "permits.material-not-in-this-state",
  states: {
    announced: () => new AFile().lawfully(announce).state,
    uploaded: (verb) => sent(verb).state,
    clean: (verb) => sent(verb).lawfully(scanned("clean")).state,
    infected: (verb) => sent(verb).lawfully(scanned("infected")).state,
    removed: () => aWholeFile().lawfully({ type: "remove" }).state,
  },
  told: {
    complete,
    scan: scanned("clean"),
    attach: attach("A", mine),
    detach: detach("A", mine),
    remove: { type: "remove" },
    disclose: { type: "disclose", cases: { A: mine } },
    "pass-time": { type: "pass-time" },
  },
  context: () => on("2026-03-02", aResident),
});
