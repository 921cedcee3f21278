import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { townRole } from "../../../../shared/contracts/powers.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import { mayUse, placeMatters, versionOn } from "../../../../shared/powers-in-force/index.ts";
import { territoryOf } from "../../../../shared/territory/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { dayOf, readinessView } from "../../common/api/schemas.ts";
import { officer } from "../../officers/domain/officer.ts";
import { power } from "../domain/decider.ts";
import { inForceView, viewInForce, viewLacking } from "./views.ts";

/** Decimal degrees as people write them; `Number` alone would read an empty text as zero. */
const longitude = z
  .string()
  .regex(/^-?(?:(?:\d{1,2}|[01][0-7]\d|0[89]\d)(?:\.\d{1,15})?|180(?:\.0{1,15})?)$/)
  .transform(Number);
const latitude = z
  .string()
  .regex(/^-?(?:0?[0-8]?\d(?:\.\d{1,15})?|0?90(?:\.0{1,15})?)$/)
  .transform(Number);

const question = z
  .strictObject({
    code: lineOf(300),
    on: z.iso.date().optional(),
    lng: longitude.optional(),
    lat: latitude.optional(),
    officer: lineOf(60).optional(),
  })
  .refine(({ lng, lat }) => lng === undefined || lat !== undefined, { path: ["lat"], message: "value.missing" })
  .refine(({ lng, lat }) => lat === undefined || lng !== undefined, { path: ["lng"], message: "value.missing" });

const answer = inForceView.extend({
  townRole: townRole.optional(),
  /** No place was given, and the answer is not the same everywhere in the town (P8). */
  placeMatters: z.literal(true).optional(),
  /** P4: where it is not ready, what it needs and what of it is lacking. */
  readiness: readinessView.optional(),
  listVersion: z.object({ number: z.int(), since: z.iso.date().optional() }).optional(),
});

/** May this town, at this place, on this day, through this officer, use this power? (P5, P8) */
export const checkRoute: Route = read("GET /powers/check", {
  summary: {
    zh: "本镇某日、某地、由某执法人员可否行使某项职权；不可时列明全部不满足的条件",
    en: "May the town use this power on this day, at this place, through this officer; if not, every condition that fails",
  },
  allow: "public",
  query: question,
  returns: answer,
  async run({ query: { code, on, lng, lat, officer: certificate } }, { store, clock, town }) {
    const day = dayOf(on, todayIn(clock()));
    const map = territoryOf(town);
    const [asked, by] = await Promise.all([
      store.load(power, code),
      certificate === undefined ? undefined : store.load(officer, certificate),
    ]);
    const known = asked?.state;
    const place = lng === undefined || lat === undefined ? undefined : { lng, lat };
    const may = mayUse(
      known,
      { on: day, place, ...(certificate === undefined ? {} : { officer: { known: by?.state } }) },
      map,
    );
    const version = known === undefined ? {} : { listVersion: versionOn(known, day) };
    const where = known !== undefined && place === undefined && placeMatters(known, day, map);
    return {
      ...viewInForce(may, day, town),
      ...(may.inForce ? { townRole: may.townRole } : {}),
      ...viewLacking(known, may),
      ...(where ? { placeMatters: true as const } : {}),
      ...version,
    };
  },
});
