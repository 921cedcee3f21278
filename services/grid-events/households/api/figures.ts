import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { contactTallies, contactTally, noContacts, plusContacts } from "../domain/tally.ts";
import { contactOverseers } from "./contacts.ts";

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const count = z.int().nonnegative();
const counts = { activities: count, personVisits: count, matters: count, solved: count };

/** G9: activities, person-visits, matters and those solved, by village: never by person (G-13). */
export const contactFigures: Route = read("GET /grid-events/household-figures", {
  summary: {
    zh: "包组联户统计：走访活动、人次、事项和解决件数，按村，默认本月",
    en: "Activities, person-visits, matters and those solved, by village; this month by default",
  },
  allow: [...contactOverseers, "county"],
  query: z.strictObject({ month: month.optional() }),
  returns: z.object({ month, items: z.array(z.object({ village: z.string(), ...counts })), total: z.object(counts) }),
  async run({ query }, { store, clock }) {
    const asked = query.month ?? todayIn(clock()).toString().slice(0, 7);
    const all = await everythingIn(store, contactTally, { index: "byStatus", partition: contactTallies(asked) });
    return {
      month: asked,
      items: all.map(({ state: { village, activities, personVisits, matters, solved } }) => ({
        ...{ village, activities, personVisits, matters, solved },
      })),
      total: all.reduce((sum, { state }) => plusContacts(sum, state), noContacts),
    };
  },
});
