import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { headFault, inOwnMatter } from "../../cases/domain/proceeding/people.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { contentOf, saysTooMuch } from "./content.ts";
import { fateOf, withDecision } from "./decided.ts";
import type { Decided, PublicationCommand, PublicationEvent } from "./messages.ts";
import { hindrance } from "./proposing.ts";
import type { Declined, Proposed, Publication, Withdrawn } from "./publication.ts";
import { article48, article48a, notNow, refuse } from "./refusals.ts";
import { about } from "./said.ts";

type CommandOf<T extends PublicationCommand["type"]> = Extract<PublicationCommand, { readonly type: T }>;

/** CF-57, CF-43, P-5: the head decides, as a person; never who handled the case, and nobody about himself. */
export function headDecides({ decided, of }: Decided, context: Context): Rejection | undefined {
  const machine = byMachine(context.actor);
  if (machine !== undefined) return machine;
  return headFault(of, context) ?? (decided === undefined ? undefined : inOwnMatter(decided, context.actor));
}

/**
 * CF-48: the head lets the public read the decision as it stands, with the facts in his words. What was decided is put together
 * anew, so that a change since the proposal is told. A decision that fell, or whose time is over, is not shown.
 */
export function publish(
  state: Proposed | Declined | Withdrawn,
  { summary, elsewhere, ...known }: CommandOf<"publish">,
  context: Context,
): Decision<PublicationEvent> {
  const refused = headDecides(known, context) ?? hindrance(known, context) ?? fallen(state, known);
  if (refused !== undefined) return refused;
  const found = withDecision(known.decided);
  if (found === undefined || known.of === undefined) return refuse("enforcement.no-such-decision", article48);
  const on = context.today.toString();
  const { until } = state.credit;
  if (on >= until) return refuse("enforcement.publication-time-over", { until, ...article48a });
  if (state.status === "withdrawn" && state.takeDown !== undefined && state.takeDown.doneOn === undefined)
    return notNow("enforcement.take-down-first", article48);
  const told = saysTooMuch(summary, known.of, state.secrets);
  if (told !== undefined) return refuse("enforcement.publication-names-somebody", { told, ...article48 }, "/summary");
  return [
    {
      type: "enforcement.publication.published",
      data: { ...about(state), on, codes: [...state.codes], until, changes: found.changes.length },
      personal: { content: contentOf(found, known.of, summary), elsewhere },
    },
  ];
}

/** CF-48: what was revoked, void or unlawful is never shown again; a changed decision is. */
function fallen(state: Publication, { decided }: Decided): Rejection | undefined {
  const before = state.status === "withdrawn" && state.fell !== "changed" ? state.fell : undefined;
  const fell = before ?? fateOf(decided, state.number.text.zh, Number.POSITIVE_INFINITY)?.fell;
  return fell === undefined ? undefined : refuse("enforcement.publication-fell", { fell, ...article48 });
}

/** CF-48: the head finds no social effect, and says why. */
export const decline = (
  _state: Proposed,
  { reasons, ...known }: CommandOf<"decline">,
  context: Context,
): Decision<PublicationEvent> =>
  headDecides(known, context) ?? [
    { type: "enforcement.publication.declined", data: { on: context.today.toString() }, personal: { reasons } },
  ];
