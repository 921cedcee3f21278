import * as z from "zod";
import type { Actor } from "../decider/index.ts";
import { isRole } from "../town/roles.ts";

/**
 * A claim that holds several values. API Gateway's JWT authoriser hands arrays on as the text `[a b]`,
 * other gateways as an array or separated by commas.
 */
const several = z.preprocess(
  (value) =>
    typeof value === "string"
      ? value
          .replace(/^\[|\]$/g, "")
          .split(/[\s,]+/)
          .filter((part) => part !== "")
      : value,
  z.array(z.string()),
);

const claims = z.object({
  sub: z.string().min(1),
  name: z.string().default(""),
  town: z.string(),
  roles: several.default([]),
  office: z.string().optional(),
  department: z.string().optional(),
  certificateNo: z.string().optional(),
  party: z
    .string()
    .regex(/^[0-9A-F]{24}$/)
    .optional()
    .catch(undefined),
  grids: several.optional(),
});

type Caller = Actor & { readonly town: string };

/** The embedded gateway hands on the same claims for the same token. */
const callers = new WeakMap<object, { readonly caller: Caller | undefined }>();

/** The actor a verified token speaks of; undefined when its claims are not those of this system. */
export function actorOf(input: unknown): Caller | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const known = callers.get(input) ?? { caller: callerOf(input) };
  callers.set(input, known);
  return known.caller;
}

function callerOf(input: object): Caller | undefined {
  const parsed = claims.safeParse(input);
  if (!parsed.success) return undefined;
  const { roles, office, department, certificateNo, party, grids, ...known } = parsed.data;
  return {
    ...known,
    roles: roles.filter(isRole),
    ...(office === undefined ? {} : { office }),
    ...(department === undefined ? {} : { department }),
    ...(certificateNo === undefined ? {} : { certificateNo }),
    ...(party === undefined ? {} : { party }),
    ...(grids === undefined ? {} : { grids }),
  };
}
