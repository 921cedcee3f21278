import { aDrawn, told } from "../../../support/builders-documents.ts";
import { theClerk, theHead } from "../../../support/builders-permits.ts";
import type { Provoked } from "./provoked.ts";

const replace = { type: "replace", by: "B", reason: "姓名有误" } as const;

/** Every refusal about documents. */
export const documentRefusals: Provoked = {
  "permits.document-not-in-this-state": () => told(aDrawn({ status: "superseded" }), replace, theClerk),
  "permits.document-not-yours-to-replace": () => told(aDrawn({ kind: "receipt" }), replace, theHead),
};
