import { type Context, type Decision, present } from "../../../../shared/decider/index.ts";
import { fateOf } from "./decided.ts";
import type { Decided, PublicationEvent } from "./messages.ts";
import type { Publication } from "./publication.ts";
import { about, takeDownLimit, takeDownOf } from "./said.ts";

/**
 * CF-48: the town's own page shows a decision no more from the moment at which it fell; other places have three working days. It
 * compares with the decision as it stands, so that news that come twice, late or in another order make the same publication.
 * Taking down is in the party's favour, so it needs no person (P-5).
 */
export function follow(state: Publication, { decided }: Decided, context: Context): Decision<PublicationEvent> {
  const shownChanges = "shown" in state ? state.shown.changes : Number.POSITIVE_INFINITY;
  const fate = fateOf(decided, state.number.text.zh, shownChanges);
  if (fate === undefined) return [];
  const on = context.today.toString();
  const { fell, document } = fate;
  if (state.status === "proposed")
    return [{ type: "enforcement.publication.dropped", data: { on, fell }, personal: {} }];
  // What fell because it was changed falls for good, when the decision is revoked later.
  const again = state.status === "withdrawn" && state.fell === "changed" && fell !== "changed";
  if (state.status !== "published" && !again) return [];
  const takeDown =
    state.status === "published" ? takeDownOf(state, on, context) : present({ takeDown: state.takeDown });
  const { due, start } = takeDownLimit(on, context);
  return [
    {
      type: "enforcement.publication.withdrawn",
      data: { ...about(state), on, fell, takeDownBy: due ?? start, ...takeDown },
      personal: present({ document }),
    },
  ];
}
