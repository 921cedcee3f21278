import { bundle } from "../../../../services/permits/domain/bundle/decider.ts";
import { aBringing, aBundle, aFiling, theForm } from "../../../support/builders-bundles.ts";
import { on, theClerk } from "../../../support/builders-permits.ts";
import type { Provoked } from "./provoked.ts";

const today = "2026-03-02";

/** Every refusal about bundles. */
export const bundleRefusals: Provoked = {
  "permits.unknown-bundle": () =>
    bundle.decide(undefined, { ...aFiling(), definition: undefined }, on(today, theClerk)),
  "permits.unknown-file": () =>
    aBundle().tell(aBringing({ materials: [{ name: theForm, file: "F" }] }), today, theClerk),
  "permits.bundle-over": () =>
    aBundle().lawfully({ type: "withdraw" }, today, theClerk).tell({ type: "withdraw" }, today, theClerk),
};
