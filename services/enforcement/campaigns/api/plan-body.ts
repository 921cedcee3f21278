import * as z from "zod";
import { domainCode, lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { dutyKinds, observerKinds, stageKinds } from "../domain/campaign/campaign.ts";
import { mostVenues } from "../domain/campaign/running.ts";
import { setsTarget } from "../domain/campaign/targets.ts";

const date = z.iso.date();
export const venueId = lineOf(60);
export const campaignItems = z
  .array(z.string().regex(/^JC-\d{3}$/))
  .min(1)
  .max(20);
/** IN-8, CF-74: no number of cases, fines or inspections is a goal. */
const withoutTarget = <S extends z.ZodType<string>>(schema: S) =>
  schema.refine((text) => !setsTarget(text), "campaign.target");

export const stagesTitle = { zh: "阶段", en: "Stages" };

/** IN-6: a plan. IN-8: it has no field for a number, and its texts set none. */
export const planBody = z.strictObject({
  name: withoutTarget(lineOf(100, 2)),
  origin: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("own") }),
    z.strictObject({
      kind: z.literal("ordered"),
      organ: lineOf(100, 2),
      document: z.strictObject({ title: lineOf(200, 2), date }).exactOptional(),
    }),
  ]),
  aims: withoutTarget(textOf(4_000, 2)),
  domains: z.array(domainCode).min(1).max(20),
  items: campaignItems,
  stages: titled(
    z
      .array(
        z.strictObject({ kind: z.enum(stageKinds), from: date, until: date, text: withoutTarget(textOf(1_000, 2)) }),
      )
      .min(1)
      .max(12),
    stagesTitle,
  ),
  venues: z.array(venueId).min(1).max(mostVenues),
  duties: z
    .array(z.strictObject({ kind: z.enum(dutyKinds), by: date, text: withoutTarget(textOf(2_000, 2)) }))
    .max(2)
    .default([]),
  observers: z
    .array(z.strictObject({ name: personOrBodyName, as: z.enum(observerKinds) }))
    .max(20)
    .default([]),
});
