import { theClerk, theHead } from "../cases/builders.ts";
import type { Provoked } from "../provoked.ts";
import { aDrawn, told } from "./builders.ts";

const replace = { type: "replace", by: "B", reason: "姓名有误" } as const;

/** Every refusal about documents. */
export const documentRefusals: Provoked = {
  "permits.document-not-in-this-state": () => told(aDrawn({ status: "superseded" }), replace, theClerk),
  "permits.document-not-yours-to-replace": () => told(aDrawn({ kind: "receipt" }), replace, theHead),
  "permits.document-without-number": () =>
    told(undefined, {
      ...{ type: "number", kind: "grant", application: "PL-018.AAAA", sequence: 1, power: undefined },
      ...{ at: "2026-03-02T02:00:00.000Z", on: "2026-03-02" },
    }),
};
