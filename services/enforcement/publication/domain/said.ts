import { limitFrom } from "../../../../shared/calendar/index.ts";
import type { Context } from "../../../../shared/decider/index.ts";
import type { Publication, Published, TakeDown } from "./publication.ts";
import { article48 } from "./refusals.ts";

/** What every event of a publication says of its decision. */
export const about = ({ case: of, proceeding, number }: Publication) => ({ case: of, proceeding, number });

/** CF-48: three working days to take it down wherever else it is shown. */
export const takeDownLimit = (on: string, { calendar }: Pick<Context, "calendar">) =>
  limitFrom(calendar, { ...article48, unit: "working-day", length: 3 }, on);

/** What is left to take down: nothing, where it was shown on the town's own page alone. */
export const takeDownOf = (
  { shown }: Pick<Published, "shown">,
  on: string,
  context: Pick<Context, "calendar">,
): { readonly takeDown?: TakeDown } =>
  shown.elsewhere.length === 0 ? {} : { takeDown: { by: takeDownLimit(on, context) } };
