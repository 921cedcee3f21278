import * as z from "zod";
import type { Rejection } from "../decider/index.ts";
import { leadsInto } from "./field-title.ts";
import type { BadValue } from "./problem.ts";
import type { Route } from "./route.ts";

/**
 * Fields as a rule calls them, and as the body of a route calls them. `filed`: it was filed before, and the body has no such field.
 * A name holds for what lies below it, too.
 */
export type Blames = Readonly<Record<`/${string}`, `/${string}` | "" | "filed">>;

/**
 * A refusal as the body of its route calls the field. What was filed before is no field of the body: the details then tell in
 * `filed` where it stands. A body without fields blames none.
 */
export function calledInBody(rejection: Rejection, body: z.ZodType, blames: Blames = {}): Rejection {
  const { pointer, ...rest } = rejection;
  if (pointer === undefined) return rejection;
  const [name, said] = namedIn(blames, pointer) ?? ["", hasNoField(body) ? "filed" : ""];
  if (said === "filed") return { ...rest, details: { ...rest.details, filed: pointer } };
  return { ...rest, pointer: `${said}${pointer.slice(name.length)}` };
}

/** Every field that was filed before and that this body does not have, for the `blames` of a step that judges it again. */
export function filedBefore(filed: z.ZodObject, body: z.ZodType): Blames {
  const own = body instanceof z.ZodObject ? body.shape : {};
  const names = Object.keys(filed.shape).filter((name) => !(name in own));
  return Object.fromEntries(names.map((name) => [`/${name}`, "filed"]));
}

/** The longest name counts. */
const namedIn = (blames: Blames, pointer: string): readonly [string, string] | undefined =>
  Object.entries(blames)
    .filter(([name]) => `${pointer}/`.startsWith(`${name}/`))
    .toSorted(([one], [other]) => other.length - one.length)[0];

const hasNoField = (body: z.ZodType) => body instanceof z.ZodObject && Object.keys(body.shape).length === 0;

/** What an operator reads where a rule blames a field that the request does not have. */
export const lostBlame = "a refusal blames no field of its request";

const unknown: ReadonlySet<string> = new Set(["value.unknown-field", "value.unknown-parameter"]);

/** Whether a form can show it: the request may have such a field, or has one that it may not have. Text has lines, and no fields. */
export function isInRequest({ body, query, accepts }: Route, { pointer, code }: BadValue): boolean {
  if (unknown.has(code) || pointer === "" || accepts !== undefined) return true;
  if (!pointer.startsWith("?")) return body !== undefined && leadsInto(body, pointer);
  const [name = ""] = pointer.slice(1).split(".");
  return query instanceof z.ZodObject ? name in query.shape : query !== undefined;
}
