import { anApplication, aResident, theReviewer } from "../cases/builders.ts";
import type { Provoked } from "../provoked.ts";
import { AFile, announce, announcing, attach, aWholeFile, complete, detach, found, strictTown } from "./builders.ts";

const mine = () => anApplication({ by: aResident }).state;
const accepted = () => anApplication({ by: aResident, status: "accepted" }).state;
const closed = () => anApplication({ by: aResident, status: "closed" }).state;
const announced = () => new AFile().lawfully(announce);
const attached = () => aWholeFile().lawfully(attach("A", mine()));

/** Every refusal about files. */
export const materialRefusals: Provoked = {
  "permits.material-type-not-taken": () => new AFile().tell(announcing({ type: "text/html" })),
  "permits.material-too-large": () => new AFile().tell(announcing({ bytes: 20 * 1024 * 1024 + 1 })),
  "permits.material-not-there": () => announced().tell({ type: "complete", found: undefined }),
  "permits.material-other-than-announced": () =>
    announced().tell({ type: "complete", found: { ...found, bytes: 1001 } }),
  "permits.material-not-what-it-says": () =>
    announced().tell({ type: "complete", found: { ...found, content: undefined } }),
  "permits.material-not-scanned": () => aWholeFile(strictTown).tell(attach("A", mine())),
  "permits.material-not-in-this-state": () => aWholeFile().tell(complete),
  "permits.material-in-use": () => attached().tell({ type: "remove" }),
  "permits.material-belongs-to-the-case": () => attached().tell(detach("A", accepted())),
  "permits.material-is-the-only-one": () => attached().tell(detach("A", mine(), false)),
  "permits.case-takes-no-materials": () => aWholeFile().tell(attach("A", closed())),
  "permits.unknown-application": () => aWholeFile().tell(attach("A", undefined)),
  "permits.material-not-for-you": () => aWholeFile().tell({ type: "disclose", cases: {} }, theReviewer),
};
