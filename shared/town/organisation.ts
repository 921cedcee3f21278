import * as z from "zod";
import { roles } from "./roles.ts";
import { bilingual, divisionCode, id, isoDate, line, uscc } from "./text.ts";

const count = z.int().min(1).max(500);

/** A post (岗位): how many people may hold it, and the roles it gives them. */
export const post = z.strictObject({ id, title: bilingual, count, roles: z.array(z.enum(roles)) });

/** An administrative office (行政内设机构) or an institution (事业单位) of the town. */
export const office = z.strictObject({
  id,
  name: bilingual,
  kind: z.enum(["administrative", "institution"]),
  posts: z.array(post).min(1),
});

/** A window of the service hall; the tickets of one `group` stand in one queue. */
export const window = z.strictObject({ id, name: bilingual, group: id, office: id, domains: z.array(id) });

/** A domain of the lists; `system` is its two digits in item codes (ID-8), unverified and therefore data. */
export const domain = z.strictObject({
  id,
  list: z.enum(["permits", "penalties"]),
  name: bilingual,
  system: z.string().regex(/^\d{2}$/),
});

/** The person (`sub` of the token) whose approval a law names (负责人): of the town as an organ, or of its government (XK-42). */
export const head = z.strictObject({
  sub: id,
  name: line,
  office: id,
  of: z.enum(["organ", "government"]),
  /** XK-42-1: the head of an office approves as the organ's head only if the head of the government empowered him in writing. */
  empowered: z
    .strictObject({ by: id, number: line, date: isoDate, until: isoDate.exactOptional(), source: line })
    .exactOptional(),
});

/** `varies`: not one body but whichever the case names (业务主管单位, 承保机构). */
export const department = z.strictObject({ id, name: bilingual, uscc, varies: z.literal(true).optional() });

/** ID-4: the last three digits are 001–199 for a residents' committee, 200–399 for a villagers' committee. */
export const village = z.strictObject({
  code: divisionCode,
  name: bilingual,
  kind: z.enum(["community", "village"]),
});

export type Office = z.infer<typeof office>;
export type Post = z.infer<typeof post>;
export type Window = z.infer<typeof window>;
export type Domain = z.infer<typeof domain>;
export type Head = z.infer<typeof head>;
export type Department = z.infer<typeof department>;
export type Village = z.infer<typeof village>;
