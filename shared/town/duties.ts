import * as z from "zod";
import { bilingual, id } from "./text.ts";

/** The `sub` of a person's token. */
const person = id;

/**
 * AB岗 (S-6): a post and the two who hold it; while A is away B acts. `inquiry`: at the counter, from the first inquiry
 * on (L5); `handling`: in the office that decides, from acceptance on. It holds for the items of its domains.
 */
export const dutyPost = z.strictObject({
  id,
  title: bilingual,
  duty: z.enum(["inquiry", "handling"]),
  office: id,
  domains: z.array(id).min(1),
  a: person,
  b: person,
});

/** `onReturn`: whether B keeps the work he has begun when A is back, or all of it goes back (local rule, D). */
export const duties = z.strictObject({
  posts: z.array(dutyPost),
  onReturn: z.enum(["begun-stays", "all-back"]),
});

export type DutyPost = z.infer<typeof dutyPost>;
export type Duties = z.infer<typeof duties>;
