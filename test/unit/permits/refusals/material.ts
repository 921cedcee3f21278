import {
  AFile,
  announce,
  attaching,
  aWholeFile,
  complete,
  found,
  strictTown,
} from "../../../support/builders-materials.ts";
import { anApplication, aResident, theReviewer } from "../../../support/builders-permits.ts";
import type { Provoked } from "./provoked.ts";

const mine = () => anApplication({ by: aResident }).state;
const accepted = () => anApplication({ by: aResident, status: "accepted" }).state;
const closed = () => anApplication({ by: aResident, status: "closed" }).state;
const announced = () => new AFile().lawfully(announce);
const attached = () => aWholeFile().lawfully(attaching("attach", "A", mine()));

/** Every refusal about files. */
export const materialRefusals: Provoked = {
  "permits.material-type-not-taken": () => new AFile().tell({ ...announce, ...{ type: "text/html" } }),
  "permits.material-too-large": () => new AFile().tell({ ...announce, ...{ bytes: 20 * 1024 * 1024 + 1 } }),
  "permits.material-not-there": () => announced().tell({ command: "complete", found: undefined }),
  "permits.material-other-than-announced": () =>
    announced().tell({ command: "complete", found: { ...found, bytes: 1001 } }),
  "permits.material-not-what-it-says": () =>
    announced().tell({ command: "complete", found: { ...found, content: undefined } }),
  "permits.material-not-scanned": () => aWholeFile(strictTown).tell(attaching("attach", "A", mine())),
  "permits.material-not-in-this-state": () => aWholeFile().tell(complete),
  "permits.material-in-use": () => attached().tell({ command: "remove" }),
  "permits.material-belongs-to-the-case": () => attached().tell(attaching("detach", "A", accepted())),
  "permits.case-takes-no-materials": () => aWholeFile().tell(attaching("attach", "A", closed())),
  "permits.unknown-application": () => aWholeFile().tell(attaching("attach", "A", undefined)),
  "permits.material-not-for-you": () => aWholeFile().tell({ command: "disclose" }, theReviewer),
};
