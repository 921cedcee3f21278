import * as z from "zod";
import { present } from "../decider/index.ts";
import type { Loaded } from "../store/index.ts";
import { lineOf } from "../text/index.ts";

/** A person is shown for a stated reason, on record. */
export const forReason = z.strictObject({ reason: lineOf(500, 4) });

const person = z.object({ name: z.string(), phone: z.string() });

/**
 * What a step answers that shows the person behind a thing, and no more of it. Without the person where he stayed unnamed.
 * @param name the field of the answer: `contact`, `informant`
 * @param saidOf what he wrote, with the numbers that views hide
 */
export function showingPerson<S>(
  name: string,
  personOf: (state: S) => z.input<typeof person> | undefined,
  saidOf?: (state: S) => string | undefined,
): { readonly returns: z.ZodType; readonly view: (loaded: Loaded<S>) => unknown } {
  return {
    returns: z.object({
      ...{ id: z.string(), version: z.int(), [name]: person.optional() },
      ...(saidOf === undefined ? {} : { text: z.string().optional() }),
    }),
    view: ({ id, version, state }) => ({
      ...{ id, version },
      ...present({ [name]: personOf(state), text: saidOf?.(state) }),
    }),
  };
}
