import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { list, type Route, read } from "../../../../shared/http/index.ts";
import { knownPerson } from "../../../../shared/people/index.ts";
import { conditions } from "../../../../shared/powers-in-force/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { domainCode } from "../../../../shared/text/index.ts";
import { domainCodes } from "../../../../shared/town/domains.ts";
import { allOfficers, knownOfficer } from "../../common/domain/known-power.ts";
import { certificateOn, coverageOf } from "../domain/coverage.ts";
import { hoursOf, study } from "../domain/study/study.ts";
import { everyCertificate } from "../every-certificate.ts";
import { squadsOf, standingSquads } from "../squads-of.ts";
import { teamReaders } from "./leads.ts";
import { onDuty } from "./rosters.ts";
import { studyIdOf } from "./studies.ts";

const day = z.iso.date();
const isTrue = z.enum(["true"]).optional();

const officerRow = z.object({
  certificate: z.string(),
  sub: z.string(),
  name: z.string(),
  domains: z.array(z.string()),
  until: day.optional(),
  /** What keeps the officer from acting on that day; empty: nothing. */
  conditions: z.array(z.enum(conditions)),
  endsSoon: z.boolean(),
  squads: z.array(z.string()),
  studyHours: z.int(),
});

const dayAsked = (on: string | undefined, { clock }: Runtime) =>
  on === undefined ? todayIn(clock()) : Temporal.PlainDate.from(on);

/** Who may act in which domain on a day, and whose certificate ends soon (E1, CF-42). */
export const officerRoutes: readonly Route[] = [
  list("GET /enforcement/officers", {
    summary: {
      zh: "执法人员：某日可在哪些领域执法，谁的证件将到期",
      en: "Officers: who may act in which domain on a day, whose certificate ends soon",
    },
    allow: teamReaders,
    of: knownOfficer,
    query: { on: day.optional(), domain: domainCode.optional(), endsSoon: isTrue, able: isTrue },
    returns: officerRow,
    sparse: true,
    find: () => ({ index: "byStatus", partition: allOfficers }),
    keep: ({ state }, { query, runtime }) => {
      const { certificateWarningDays } = runtime.town.enforcement.team;
      const on = certificateOn(state, dayAsked(query.on, runtime), certificateWarningDays);
      return (
        (query.endsSoon === undefined || on.endsSoon) &&
        (query.able === undefined || on.conditions.length === 0) &&
        (query.domain === undefined || on.domains.includes(query.domain))
      );
    },
    exact: ({ query }) => query.endsSoon === undefined && query.able === undefined && query.domain === undefined,
    beside: async (items, { runtime }) => {
      const year = todayIn(runtime.clock()).year;
      const squads = await standingSquads(runtime);
      const studies = await Promise.all(
        items.map(({ state }) => runtime.store.load(study, studyIdOf(state.sub, year))),
      );
      return { squads, hours: new Map(items.map(({ id }, at) => [id, studies[at]])) };
    },
    view: ({ id, state }, { query, runtime, beside }) => {
      const { team } = runtime.town.enforcement;
      const { until, ...on } = certificateOn(state, dayAsked(query.on, runtime), team.certificateWarningDays);
      const studied = beside?.hours.get(id)?.state;
      return {
        ...on,
        domains: [...on.domains],
        conditions: conditions.filter((one) => on.conditions.includes(one)),
        ...(until === undefined ? {} : { until }),
        name: knownPerson(state.sub, runtime.town, [state])?.name ?? state.certificate,
        squads: squadsOf(state.sub, beside?.squads ?? []).map((one) => one.id),
        studyHours: studied === undefined ? 0 : hoursOf(studied),
      };
    },
  }),
  read("GET /enforcement/team-board", {
    summary: {
      zh: "队伍情况：各领域持证人数是否满足两人、证件将到期、值班",
      en: "How the team stands: officers by domain, certificates that end soon, who is on duty",
    },
    allow: teamReaders,
    query: z.strictObject({ on: day.optional() }),
    returns: z.object({
      on: day,
      domains: z.array(
        z.object({ domain: z.string(), officers: z.int(), enough: z.boolean(), squads: z.array(z.string()) }),
      ),
      endSoon: z.array(z.object({ certificate: z.string(), sub: z.string(), until: day })),
      squads: z.array(
        z.object({
          id: z.string(),
          leader: z.string(),
          officers: z.int(),
          auxiliaries: z.int(),
          leaderAble: z.boolean(),
        }),
      ),
      onDuty: z.int(),
      /** Officers whose study of the year is short of the profile's hours. */
      studyShort: z.array(z.object({ sub: z.string(), hours: z.int(), of: z.int() })),
    }),
    async run({ query }, runtime) {
      const on = dayAsked(query.on, runtime);
      const { team } = runtime.town.enforcement;
      const [copies, squads, shifts] = await Promise.all([
        everyCertificate(runtime),
        standingSquads(runtime),
        onDuty(runtime, on.toString()),
      ]);
      const certificates = copies.map((one) => certificateOn(one, on, team.certificateWarningDays));
      const able = new Set(certificates.filter((one) => one.conditions.length === 0).map(({ sub }) => sub));
      const studies = await Promise.all(
        [...able].map(async (sub) => ({ sub, found: await runtime.store.load(study, studyIdOf(sub, on.year)) })),
      );
      const domains = domainCodes(runtime.town, "penalties");
      return {
        on: on.toString(),
        domains: coverageOf(domains, copies, on).map((one) => ({
          ...one,
          squads: squads.filter(({ state }) => state.domains.includes(one.domain)).map(({ id }) => id),
        })),
        endSoon: certificates.flatMap(({ certificate, sub, until, endsSoon }) =>
          endsSoon && until !== undefined ? [{ certificate, sub, until }] : [],
        ),
        squads: squads.map(({ id, state: { leader, members } }) => ({
          ...{ id, leader, leaderAble: able.has(leader) },
          officers: members.filter(({ kind }) => kind === "officer").length,
          auxiliaries: members.filter(({ kind }) => kind === "auxiliary").length,
        })),
        onDuty: new Set(shifts.flatMap(({ people }) => people)).size,
        studyShort: studies.flatMap(({ sub, found }) => {
          const hours = found === undefined ? 0 : hoursOf(found.state);
          return hours < team.studyHoursPerYear ? [{ sub, hours, of: team.studyHoursPerYear }] : [];
        }),
      };
    },
  }),
];
