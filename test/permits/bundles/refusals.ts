import { bundle } from "../../../services/permits/bundles/domain/decider.ts";
import { on } from "../../support/deciding.ts";
import { theClerk } from "../cases/builders.ts";
import type { Provoked } from "../provoked.ts";
import { aBringing, aBundle, aFiling, theForm } from "./builders.ts";

const today = "2026-03-02";
const takenBack = { type: "withdraw", statement: "撤回声明1号" } as const;

/** Every refusal about bundles. */
export const bundleRefusals: Provoked = {
  "permits.unknown-bundle": () =>
    bundle.decide(undefined, { ...aFiling(), definition: undefined }, on(today, theClerk)),
  "permits.unknown-file": () =>
    aBundle().tell(aBringing({ materials: [{ name: theForm, file: "F" }] }), today, theClerk),
  "permits.bundle-over": () => aBundle().lawfully(takenBack, today, theClerk).tell(takenBack, today, theClerk),
};
