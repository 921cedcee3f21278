import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Answer, Route } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded, Place } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { eventStatuses, type GridEvent } from "../../events/domain/event.ts";
import { isSensitive } from "../../events/domain/releasing.ts";
import { centreOf } from "../../grids/domain/centre.ts";
import { mapOn } from "../../grids/index.ts";
import { releasedPicture } from "../../pictures/index.ts";
import type { Format } from "../domain/formats.ts";
import { definitionDocument, discoveryDocument, hasId, offeredIn, servicesDocument } from "../domain/offered.ts";
import {
  isClosed,
  isPublicRequest,
  mayBeTold,
  requestOf,
  requestsDocument,
  type Shown,
  updatedAt,
} from "../domain/requests.ts";
import { idInToken } from "../token.ts";
import { answered, badRequest, base, fileOf, notFound } from "./answers.ts";
import { type AskedRequests, askedRequests, isElsewhere, parameterOf } from "./asked.ts";
import { readUpdates } from "./updates.ts";

/** Unknown parameters are ignored, so none is declared. */
export const anyQuery = z.record(z.string(), z.string());
type Query = z.output<typeof anyQuery>;

const common = {
  method: "GET",
  status: 200,
  isCommand: false,
  allow: "public",
  maxAge: 0,
  query: anyQuery,
  produces: "text/xml",
  returns: z.string(),
} as const;

/** Where everybody may see them: a sensitive one by the middle of its grid alone. */
async function placed(items: readonly Loaded<GridEvent>[], runtime: Runtime) {
  const hidden = items.some(({ state }) => isSensitive(state, runtime.town));
  const map = hidden ? await mapOn(runtime, todayIn(runtime.clock()).toString()) : undefined;
  const grids = new Map(map?.grids.map((grid) => [grid.code, grid]));
  return Promise.all(
    items.map(async (loaded): Promise<Shown> => {
      const { measured, grid } = loaded.state.where;
      if (!isPublicRequest(loaded.state, runtime.town.gridEvents))
        return { loaded, reportedAs: await firstServiceOf(loaded.id, runtime) };
      if (!isSensitive(loaded.state, runtime.town))
        return { loaded, at: measured?.place, media: await mediaOf(loaded, runtime) };
      const found = grids.get(grid ?? "");
      return { loaded, at: found === undefined ? undefined : centreOf(found) };
    }),
  );
}

/** Cleaned pictures, once a dispatcher released them. */
async function mediaOf({ id, state }: Loaded<GridEvent>, runtime: Runtime): Promise<readonly string[]> {
  const found = await Promise.all((state.released?.pictures ?? []).map((sha) => releasedPicture(runtime, id, sha)));
  return found.flatMap((one) => one?.url ?? []);
}

/** The service that its sender named: the category of today would say more than he knows. */
async function firstServiceOf(id: string, { store, town }: Runtime): Promise<string | undefined> {
  const [first] = await store.recorded(gridEvent, id);
  const code = first?.type === "grid-events.event.reported" ? first.data.category : undefined;
  return offeredIn(town.gridEvents).find((one) => one.code === code)?.code;
}

/** Whether a request stands under its id for whoever knows it: also what was taken out of the public eye. */
const isKnown = (state: GridEvent, { gridEvents }: Runtime["town"]): boolean =>
  mayBeTold(state, gridEvents) && hasId(state, gridEvents);

/** So many are read for one answer; who asks for less finds all. */
const mostRead = 20_000;

async function found(asked: AskedRequests, runtime: Runtime): Promise<readonly Loaded<GridEvent>[]> {
  const { store, town } = runtime;
  const { ids, codes, statuses, span, updated, page, size } = asked;
  const fits = ({ state }: Loaded<GridEvent>): boolean =>
    isPublicRequest(state, town.gridEvents) &&
    hasId(state, town.gridEvents) &&
    (codes === undefined || codes.includes(state.category)) &&
    state.reportedAt >= span.from &&
    state.reportedAt <= span.to &&
    updatedAt(state) >= updated.from &&
    updatedAt(state) <= updated.to;
  if (ids !== undefined)
    return (await store.loadAll(gridEvent, [...new Set(ids)])).filter(({ state }) => isKnown(state, town));
  const lists = eventStatuses
    .filter((status) => statuses.has(isClosed({ status }) ? "closed" : "open"))
    .map((status) => ({ index: "byStatus", partition: `event:${status}`, from: span.from, to: `${span.to}~` }));
  const kept: Loaded<GridEvent>[] = [];
  let after: Place | undefined;
  for (let read = 0; read < mostRead && kept.length < page * size; ) {
    const next = await store.listAcross(gridEvent, lists, { limit: 250, descending: true, after });
    kept.push(...next.items.filter(fits));
    read += next.items.length;
    after = next.last;
    if (after === undefined) break;
  }
  return kept.slice((page - 1) * size, page * size);
}

async function requests(query: Query, format: Format, runtime: Runtime): Promise<Answer> {
  const asked = askedRequests(query, runtime.clock());
  if (typeof asked === "string") return badRequest(asked, format);
  const shown = await placed(await found(asked, runtime), runtime);
  const extended = parameterOf(query, "extensions") === "true";
  return answered(requestsDocument(shown.map((one) => requestOf(one, runtime.town.gridEvents, extended))), format);
}

const whole: Route = {
  ...common,
  path: `${base}/{file}`,
  summary: {
    zh: "Open311：discovery、services、requests、servicerequestupdates（后缀.xml或者.json）",
    en: "Open311 GeoReport v2: discovery, services, requests, servicerequestupdates, with the suffix .xml or .json",
  },
  async handle({ params, query, origin = "" }, runtime) {
    const file = fileOf(params.file);
    const asked = anyQuery.parse(query);
    const { gridEvents } = runtime.town;
    if (file === undefined) return notFound("format");
    if (isElsewhere(asked, runtime.town)) return notFound("jurisdiction", file.format);
    if (file.name === "discovery")
      return answered(discoveryDocument(gridEvents.open311, `${origin}${base}`), file.format);
    if (file.name === "services") return answered(servicesDocument(gridEvents), file.format);
    if (file.name === "requests") return requests(asked, file.format, runtime);
    if (file.name === "servicerequestupdates") return readUpdates(asked, file.format, runtime);
    return notFound("resource", file.format);
  },
};

const definition: Route = {
  ...common,
  path: `${base}/services/{file}`,
  summary: { zh: "Open311：某项服务需要填写的内容", en: "Open311: what a service asks besides" },
  async handle({ params, query }, { town }) {
    const file = fileOf(params.file);
    if (file === undefined) return notFound("format");
    if (isElsewhere(anyQuery.parse(query), town)) return notFound("jurisdiction", file.format);
    const category = offeredIn(town.gridEvents).find(({ code }) => code === file.name);
    return category === undefined
      ? notFound("service", file.format)
      : answered(definitionDocument(category), file.format);
  },
};

const one: Route = {
  ...common,
  path: `${base}/requests/{file}`,
  summary: { zh: "Open311：一件请求", en: "Open311: one request" },
  async handle({ params, query }, runtime) {
    const file = fileOf(params.file);
    const asked = anyQuery.parse(query);
    if (file === undefined) return notFound("format");
    if (isElsewhere(asked, runtime.town)) return notFound("jurisdiction", file.format);
    const loaded = await runtime.store.load(gridEvent, file.name);
    if (loaded === undefined || !isKnown(loaded.state, runtime.town)) return notFound("request", file.format);
    const shown = await placed([loaded], runtime);
    const extended = parameterOf(asked, "extensions") === "true";
    return answered(
      requestsDocument(shown.map((each) => requestOf(each, runtime.town.gridEvents, extended))),
      file.format,
    );
  },
};

const token: Route = {
  ...common,
  path: `${base}/tokens/{file}`,
  summary: {
    zh: "Open311：凭令牌查编号（尚无编号的为空；当场给编号的，令牌即编号）",
    en: "Open311: the id of a token, empty while there is none; an id is its own token",
  },
  async handle({ params, query }, runtime) {
    const file = fileOf(params.file);
    if (file === undefined) return notFound("format");
    if (isElsewhere(anyQuery.parse(query), runtime.town)) return notFound("jurisdiction", file.format);
    const rules = runtime.town.gridEvents;
    const given = idInToken(file.name, runtime);
    const loaded = await runtime.store.load(gridEvent, given ?? file.name);
    const known = loaded !== undefined && hasId(loaded.state, rules);
    if (loaded === undefined || !mayBeTold(loaded.state, rules) || (given === undefined && !known))
      return notFound("token", file.format);
    return answered(
      requestsDocument([{ service_request_id: known ? loaded.id : null, token: file.name }]),
      file.format,
    );
  },
};

/** What anybody reads by Open311 (G14). */
export const readingRoutes: readonly Route[] = [whole, definition, one, token];
