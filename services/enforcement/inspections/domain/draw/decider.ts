import { toDate } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, isRejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { officerFaultsOf } from "../../../common/domain/two-officers.ts";
import { visitsOfYear } from "../enterprise/booking.ts";
import { badInput, in4, notNow, notYou, refuse } from "../refusals.ts";
import { domainsOf, publishedItems } from "../visit/proposing.ts";
import { enforcerOnly, isTooNear } from "../who.ts";
import {
  type DrawCommand,
  type DrawEvent,
  type DrawWords,
  drawMoves,
  drawnOfficers,
  type InspectionDraw,
} from "./draw.ts";
import { type DrawPool, drawnFrom, eligibleFor, officersPerVenue, poolText } from "./drawing.ts";

type Decided = Decision<DrawEvent>;
type CommandOf<T extends DrawCommand["type"]> = Extract<DrawCommand, { type: T }>;
const article = { article: "国办发〔2019〕5号", rule: "IN-4" };

/** So many officers of each order are kept: two, and who takes their place. */
const orderKept = 8;

const published = ({ venues, officers, conflicts, count }: DrawPool) => ({
  ...{ venues: [...venues], officers: [...officers], count },
  conflicts: conflicts.map((one) => ({ ...one })),
});

/** A random choice of venues and officers, which anybody can compute again (双随机). */
export const inspectionDraw = deciderOf<DrawWords>({
  aggregate: "inspection-draw",
  shape: 1,
  ended: ({ status }) => status === "drawn",
  moves: drawMoves,
  impossible: "enforcement.draw-not-in-this-state",
  begin: { commit },
  steps: { draw, propose, replace },
  begun: {
    "enforcement.inspection-draw.committed": ({ data: { on, ...data }, personal, actor }) => ({
      ...data,
      ...personal,
      ...{ status: "committed", committedOn: on, committedBy: actor },
      ...{ drawn: [], proposed: [], replaced: [] },
    }),
  },
  effects: {
    "enforcement.inspection-draw.drawn": (state, { data: { on, seed, word, venues } }) => ({
      ...state,
      ...{ status: "drawn", drawnOn: on, seed, word, drawn: venues },
    }),
    "enforcement.inspection-draw.inspection-proposed": (state, { data }) => ({
      ...state,
      proposed: [...state.proposed, data],
    }),
    "enforcement.inspection-draw.officer-replaced": (state, { data, personal: { certificate } }) => ({
      ...state,
      replaced: [...state.replaced, { ...data, certificate }],
    }),
  },
  listed: ({ status, committedOn }, id) => ({
    byStatus: { partition: `inspection-draw:${status}`, sort: `${committedOn}#${id}` },
  }),
});

/**
 * 双随机: who takes part is fixed, and the digest of a seed that nobody knows is published. Officers who are too near to a venue, or not
 * certified for its items, are out before; a venue whose cap is reached, or for which two officers are missing, is out too.
 */
function commit(command: CommandOf<"commit">, context: Context): Decided {
  const { title, from, until, count, seed, hash, certificates } = command;
  const { today, town } = context;
  const items = publishedItems(command.items, command);
  const refused = enforcerOnly(context) ?? (isRejection(items) ? items : undefined);
  if (refused !== undefined || isRejection(items)) return refused ?? [];
  const days = town.enforcement.inspections.periodDays;
  const last = toDate(from)
    .add({ days: days - 1 })
    .toString();
  if (from < today.toString() || until < from || until > last || from.slice(0, 4) !== until.slice(0, 4))
    return badInput("enforcement.inspection-period", { from: today.toString(), until: last, ...in4 }, "/until");
  const known = { officers: certificates, domains: domainsOf(items), on: toDate(from) };
  const able = [...new Set(command.officers)].filter((sub) => officerFaultsOf(sub, known).length === 0);
  const officers = able.flatMap((sub) => {
    const own = certificates.find(
      (one) => one.sub === sub && officerFaultsOf(sub, { ...known, officers: [one] }).length === 0,
    );
    return own === undefined ? [] : [{ sub, certificate: own.certificate }];
  });
  const near = command.venues.flatMap(({ label, state }) =>
    officers
      .filter(({ sub }) => isTooNear({ conflicts: state?.conflicts ?? [] }, { sub }))
      .map(({ certificate }) => ({ label, certificate })),
  );
  const all = { officers: officers.map(({ certificate }) => certificate), conflicts: near, count };
  const grounds = command.venues.map((one) => ({
    ...one,
    ground: groundOf(one, { ...all, venues: [] }, from, context),
  }));
  const excluded = grounds.flatMap(({ label, ground }) => (ground === undefined ? [] : [{ label, ground }]));
  const venues = grounds.flatMap(({ label, enterprise, premises, ground }) =>
    ground === undefined ? [{ label, enterprise, premises }] : [],
  );
  const labels = venues.map(({ label }) => label);
  const pool: DrawPool = { ...all, venues: labels, conflicts: near.filter(({ label }) => labels.includes(label)) };
  if (officers.length < officersPerVenue)
    return refuse("enforcement.draw-no-officers", { named: officers.length, ...article }, "/officers");
  // A draw in which everybody is drawn chooses nothing.
  if (labels.length <= count || new Set(command.venues.map((one) => one.enterprise)).size !== command.venues.length)
    return badInput("enforcement.draw-pool", { venues: labels.length, count, ...article }, "/venues");
  const number = nextNumber(context, town.numbering.enforcement["inspection-draw"]);
  return [
    {
      type: "enforcement.inspection-draw.committed",
      data: {
        ...{ on: today.toString(), seedDigest: hash(seed), poolDigest: hash(poolText(pool)) },
        ...{ items: [...command.items], from, until, pool: published(pool), excluded },
      },
      personal: { title, number, seed, venues, officers },
    },
  ];
}

function groundOf(
  { label, state, premises }: CommandOf<"commit">["venues"][number],
  pool: DrawPool,
  from: string,
  { today, town }: Context,
): InspectionDraw["excluded"][number]["ground"] | undefined {
  if (state?.status !== "listed" || !state.premises.some(({ id }) => id === premises)) return "not-listed";
  const { counted } = visitsOfYear(state, from.slice(0, 4), today.toString());
  if (counted.length >= town.enforcement.inspections.cap.perEnterprise) return "cap";
  return eligibleFor(label, pool).length < officersPerVenue ? "no-officers" : undefined;
}

/**
 * 双随机: another person draws, with a word of his own: neither he nor who fixed the pool could choose the outcome. Once, and the seed
 * is published with it.
 */
function draw(state: InspectionDraw, { word, hash }: CommandOf<"draw">, context: Context): Decided {
  const { actor, today } = context;
  if (actor.sub === state.committedBy || state.officers.some(({ sub }) => sub === actor.sub))
    return notYou("enforcement.draw-own", article);
  const venues = drawnFrom(state.pool, state.seed, word, hash).map(({ label, officers }) => ({
    label,
    officers: officers.slice(0, orderKept),
  }));
  const data = { on: today.toString(), seed: state.seed, word, venues };
  return [{ type: "enforcement.inspection-draw.drawn", data, personal: {} }];
}

/** Each venue that was drawn is inspected once; no other is. */
function propose(state: InspectionDraw, { label, inspection }: CommandOf<"propose">, context: Context): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (!state.drawn.some((one) => one.label === label))
    return badInput("enforcement.draw-label-unknown", { label }, "/label");
  if (state.proposed.some((one) => one.label === label)) return notNow("enforcement.draw-proposed-already", { label });
  return [{ type: "enforcement.inspection-draw.inspection-proposed", data: { label, inspection }, personal: {} }];
}

/** An officer who has become too near, or lost his certificate, gives way to the next of the order; nobody is chosen. */
function replace(state: InspectionDraw, command: CommandOf<"replace">, context: Context): Decided {
  const { label, certificate, ground, enterprise, certificates } = command;
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  const sub = state.officers.find((one) => one.certificate === certificate)?.sub ?? "";
  const own = certificates.filter((one) => one.certificate === certificate);
  const holds =
    ground === "conflict"
      ? isTooNear({ conflicts: enterprise?.conflicts ?? [] }, { sub })
      : officerFaultsOf(sub, { officers: own, domains: [], on: context.today }).length > 0;
  const present = drawnOfficers(state, label).includes(sub);
  const order = state.drawn.find((one) => one.label === label)?.officers ?? [];
  const gone = state.replaced.filter((one) => one.label === label).length + 1;
  if (!holds || !present || order.length - gone < officersPerVenue)
    return refuse("enforcement.draw-not-replaced", { certificate, ...article }, "/certificate");
  return [{ type: "enforcement.inspection-draw.officer-replaced", data: { label, ground }, personal: { certificate } }];
}
