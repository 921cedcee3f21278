import type { Context, Decision } from "../../../../shared/decider/index.ts";
import { maskedText } from "../../../../shared/identity-codes/index.ts";
import type { GridEvent } from "./event.ts";
import { isFromCamera } from "./machines.ts";
import type { CommandOf, EventEvent } from "./messages.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { about, categoryOf } from "./said.ts";
import { byMachine, isDispatcher } from "./who.ts";

type Decided = Decision<EventEvent>;

/** Whether a category is shown by its grid alone. */
export const isSensitive = ({ category }: Pick<GridEvent, "category">, town: Context["town"]): boolean =>
  categoryOf(category, town)?.sensitive !== false;

/** A picture that everybody may see: of a matter whose release says so. */
export const isReleasedPicture = (state: GridEvent, sha256: string, town: Context["town"]): boolean =>
  !isSensitive(state, town) && state.released?.pictures.includes(sha256) === true;

/**
 * P-6: a dispatcher reads text and pictures and releases them to everybody. Numbers of persons are hidden in any case. A sensitive
 * category, and one that is not for the public, is never released.
 */
export function release(state: GridEvent, command: CommandOf<"release">, { actor, town }: Context): Decided {
  const refused = byMachine(actor);
  if (refused !== undefined) return refused;
  if (!isDispatcher(actor)) return notYou("grid-events.not-your-grid", { rule: "P-6" });
  if (isFromCamera(state) || isSensitive(state, town) || categoryOf(state.category, town)?.public !== true)
    return refuse("grid-events.never-released", { category: state.category, rule: "P-6" });
  const proved = state.solved === undefined || "without" in state.solved.proof ? [] : state.solved.proof.pictures;
  const unknown = command.pictures.find((one) => !state.pictures.includes(one) && !proved.includes(one));
  if (unknown !== undefined) return badInput("grid-events.picture-unknown", { rule: "P-6" }, "/pictures");
  if (!command.pictures.every((one) => state.received.includes(one)))
    return notNow("grid-events.picture-not-there", { rule: "P-6" }, "/pictures");
  const text = maskedText(command.text ?? state.text);
  return [
    {
      type: "grid-events.event.released",
      data: about(state),
      personal: { text, pictures: [...new Set(command.pictures)] },
    },
  ];
}

/** Taken out of the public eye again. */
export function withhold(state: GridEvent, _command: CommandOf<"withhold">, { actor }: Context): Decided {
  if (!isDispatcher(actor)) return notYou("grid-events.not-your-grid", { rule: "P-6" });
  if (state.released === undefined) return refuse("grid-events.nothing-changed", {});
  return [{ type: "grid-events.event.withheld", data: about(state), personal: {} }];
}
