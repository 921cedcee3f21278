import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { pick } from "../../../../shared/decider/index.ts";
import { create, list, type Route, read, resource, severalOf } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { domainCode, lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { readinessView } from "../../common/api/schemas.ts";
import { readiness, theRoster } from "../domain/decider.ts";
import { domainOn, unmetBy } from "../domain/judging.ts";
import {
  type ReadinessRecord,
  type RecordCommand,
  readinessRecord,
  recordKinds,
  recordMoves,
} from "../domain/record.ts";

const day = z.iso.date();
const line = lineOf(300);
const person = z.strictObject({ sub: lineOf(100), name: personOrBodyName });
const about = { domain: domainCode, what: line, from: day };

const body = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("training"), ...about, until: day.optional(), person }),
  z.strictObject({
    kind: z.literal("secondment"),
    ...about,
    until: day,
    direction: z.enum(["up", "down"]),
    person,
  }),
  z.strictObject({ kind: z.enum(["seal", "venue"]), ...about, until: day.optional() }),
]);

const recordView = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(recordKinds),
  ...about,
  until: day.optional(),
  direction: z.enum(["up", "down"]).optional(),
  /** The name is masked. */
  person: z.object({ sub: z.string(), name: z.string() }).optional(),
  status: z.enum(["standing", "ended"]),
  endedOn: day.optional(),
});

function view({ id, version, state }: Loaded<ReadinessRecord>) {
  const { person: who } = state;
  const record = pick(state, ["kind", "domain", "what", "from", "until", "direction", "status", "endedOn"]);
  return { id, version, ...record, ...(who === undefined ? {} : { person: { ...who, name: maskName(who.name) } }) };
}

function make(given: z.infer<typeof body>): RecordCommand {
  const { kind, domain, what, from, until } = given;
  const record = { kind, domain, what, from, ...(until === undefined ? {} : { until }) };
  if (!("person" in given)) return { type: "make", record };
  const direction = "direction" in given ? { direction: given.direction } : {};
  return { type: "make", record: { ...record, ...direction }, person: given.person };
}

const readers = ["county", "leader", "supervisor", "squad-leader", "ops"] as const;

const records = resource({
  of: readinessRecord,
  at: "/powers/readiness-records",
  staff: readers,
  moves: recordMoves,
  statusOf: ({ status }) => status,
  returns: recordView,
  view,
});

/** Readiness (P4): what the town has, and what each power handed over with conditions still waits for. */
export const readinessRoutes: readonly Route[] = [
  read("GET /powers/readiness", {
    summary: { zh: "承接条件：各职权具备情况", en: "What each power handed over with conditions waits for" },
    allow: readers,
    returns: z.object({
      powers: z.array(
        readinessView.extend({
          code: z.string(),
          domain: z.string(),
          from: day,
          standing: z.enum(["awaiting", "ready", "below"]),
        }),
      ),
    }),
    async run(_request, { store, clock }) {
      const roster = (await store.load(readiness, theRoster))?.state;
      const today = todayIn(clock()).toString();
      const powers = Object.entries(roster?.powers ?? {}).filter(
        ([, { until }]) => until === undefined || until > today,
      );
      return {
        powers: powers.map(([code, power]) => ({
          code,
          domain: domainOn(power, today),
          from: power.from,
          standing: power.standing,
          conditions: power.conditions,
          unmet: roster === undefined ? [] : unmetBy(roster, power, today),
        })),
      };
    },
  }),
  create("POST /powers/readiness-records", {
    summary: { zh: "登记培训、挂职、印章、场所", en: "Record a training, a secondment, a seal or a venue" },
    allow: ["leader", "county"],
    of: readinessRecord,
    body,
    returns: records.returns,
    id: ({ unique }) => unique,
    run: ({ body: given }): RecordCommand => make(given),
    view: records.view,
  }),
  list("GET /powers/readiness-records", {
    summary: { zh: "培训、挂职、印章、场所", en: "Trainings, secondments, seals and venues" },
    allow: readers,
    of: readinessRecord,
    query: {
      kind: z.enum(recordKinds).optional(),
      domain: domainCode.optional(),
      status: severalOf(["standing", "ended"]).optional(),
    },
    sorts: ["from"],
    returns: recordView,
    find: () => ({ index: "byCode", partition: "readiness-records", descending: true }),
    keep: ({ state }, { query }) =>
      (query.kind === undefined || state.kind === query.kind) &&
      (query.domain === undefined || state.domain === query.domain) &&
      query.status?.includes(state.status) !== false,
    view,
  }),
  records.read({ zh: "一项培训、挂职、印章或场所", en: "One training, secondment, seal or venue" }, readers),
  records.bare("end", {
    summary: { zh: "提前终止", en: "End it before its last day" },
    allow: ["leader", "county"],
    command: { type: "end" },
  }),
];
