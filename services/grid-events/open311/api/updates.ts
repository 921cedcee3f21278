import { inShanghai } from "../../../../shared/calendar/index.ts";
import {
  type Answer,
  isProblem,
  type Problem,
  type ProblemTexts,
  readable,
  refusalOf,
} from "../../../../shared/http/index.ts";
import { contextFor, type Runtime } from "../../../../shared/service/index.ts";
import { digest, type Loaded, member, type Place, sha256 } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import { reportSource } from "../../events/domain/report-source.ts";
import { nobody, sourceKeyOf } from "../../events/index.ts";
import { type ClientUpdate, clientUpdate } from "../domain/client-update.ts";
import type { Fault, Fields, Format } from "../domain/formats.ts";
import { hasId } from "../domain/offered.ts";
import { fault, isTooLong, mediaFaults, type Posted } from "../domain/posted.ts";
import {
  monthsBetween,
  type RequestUpdate,
  readUpdateStatus,
  requestUpdate,
  updatesDocument,
  updatesPartition,
} from "../domain/request-update.ts";
import { isPublicRequest, mayBeTold } from "../domain/requests.ts";
import { readInstant } from "../domain/times.ts";
import { answered, badRequest, notFound, refused } from "./answers.ts";
import { askedSpan } from "./asked.ts";

/** So many are read for one answer. */
const mostRead = 20_000;

/** `GET servicerequestupdates`: what the public was told in a span, the oldest first. */
export async function readUpdates(
  query: Readonly<Record<string, string>>,
  format: Format,
  runtime: Runtime,
): Promise<Answer> {
  const asked = askedSpan(query, runtime.clock());
  if (typeof asked === "string") return badRequest(asked, format);
  const { span, page, size } = asked;
  const lists = monthsBetween(span.from, span.to).map((month) => ({
    ...{ index: "byChange", partition: updatesPartition(month), from: span.from, to: `${span.to}~` },
  }));
  const kept: Loaded<RequestUpdate>[] = [];
  let after: Place | undefined;
  for (let read = 0; read < mostRead && kept.length < page * size; ) {
    const next = await runtime.store.listAcross(requestUpdate, lists, { limit: 250, after });
    kept.push(...next.items.filter(({ state }) => state.at <= span.to));
    read += next.items.length;
    after = next.last;
    if (after === undefined) break;
  }
  const items = kept.slice((page - 1) * size, page * size);
  const requests = new Map(
    (await runtime.store.loadAll(gridEvent, [...new Set(items.map(({ state }) => state.request))])).map((one) => [
      one.id,
      one.state,
    ]),
  );
  return answered(updatesDocument(items.flatMap((one) => shownUpdate(one, requests, runtime))), format);
}

/** What is no longer for the public keeps status and date. */
function shownUpdate(
  { id, state }: Loaded<RequestUpdate>,
  requests: ReadonlyMap<string, GridEvent>,
  { town }: Runtime,
): readonly Fields[] {
  const request = requests.get(state.request);
  if (request === undefined || !mayBeTold(request, town.gridEvents)) return [];
  return [
    {
      ...{ update_id: id, service_request_id: state.request, status: state.status },
      updated_datetime: inShanghai(state.at),
      description: isPublicRequest(request, town.gridEvents) && state.text !== "" ? state.text : null,
      ...{ media_url: null, external_status_code: state.detailed, customer_reference: null },
    },
  ];
}

interface Sent {
  readonly posted: Posted;
  readonly source: string;
  readonly format: Format;
  readonly traceparent: string | undefined;
}

/**
 * `POST servicerequestupdates`: kept for the dispatcher. Its status is a wish and moves no matter, except `reopen` by the key that
 * reported it, within the window. The same id from the same key gets the first answer.
 */
export async function postUpdate(
  { posted: { fields, media }, source, format, traceparent }: Sent,
  runtime: Runtime,
  texts: ProblemTexts,
): Promise<Answer | Problem> {
  const from = sourceKeyOf(runtime, { source, as: "open311" });
  const faults = [...missingIn(fields), ...mediaFaults(media)];
  const status = readUpdateStatus(fields.get("status") ?? "");
  const saidAt = readInstant(fields.get("updated_datetime") ?? "");
  if (fields.has("status") && status === undefined) faults.push(fault("没有这种status / There is no such status"));
  if (fields.has("updated_datetime") && saidAt === undefined)
    faults.push(fault("updated_datetime须为带时区的时间 / updated_datetime must be a time with its offset"));
  const description = fields.get("description") ?? "";
  if (isTooLong(description)) faults.push(fault("description过长 / description is too long"));
  if (faults.length > 0 || status === undefined || saidAt === undefined) return refused(400, faults, format);
  const request = fields.get("service_request_id") ?? "";
  const found = await runtime.store.load(gridEvent, request);
  const rules = runtime.town.gridEvents;
  if (found === undefined || !mayBeTold(found.state, rules) || !hasId(found.state, rules))
    return notFound("request", format);
  const text = [description, ...media.map((one) => `照片：${one}`)].join("\n");
  const commandId = sha256(JSON.stringify(["client-update", from, fields.get("update_id")])).slice(0, 24);
  const id = readable(commandId);
  const context = contextFor(runtime, nobody);
  const before = await runtime.store.load(clientUpdate, id);
  const update = { request: found.id, status, saidAt, round: found.state.round, text };
  if (before === undefined) {
    const outcome = await runtime.store.execute({
      ...{ decider: clientUpdate, id, expects: "either", commandId, context },
      bodyDigest: digest(["client-update", from]).slice(0, 16),
      command: () => ({ type: "take" as const, update }),
      others: {
        members: { source: member(reportSource, `${from}-${context.today}`, { expects: "either" }) },
        commands: () => ({ source: { type: "count" as const, as: "open311" as const } }),
      },
      ...(traceparent === undefined ? {} : { traceparent }),
    });
    const done = refusalOf(outcome, texts);
    if (isProblem(done)) return done;
  }
  await reopened(id, before?.state ?? update, from, runtime);
  return answered(updatesDocument([{ update_id: id }]), format);
}

const needed = ["service_request_id", "update_id", "status", "updated_datetime", "description"] as const;
const missingIn = (fields: Posted["fields"]): Fault[] =>
  needed.filter((name) => !fields.has(name)).map((name) => fault(`缺少${name} / ${name} is missing`));

/** Once for each word: the round that it speaks of is over afterwards. What the rules refuse stays a wish. */
async function reopened(
  id: string,
  { request, status, round, text }: Pick<ClientUpdate, "request" | "status" | "round" | "text">,
  from: string,
  runtime: Runtime,
): Promise<void> {
  const found = status === "reopen" ? await runtime.store.load(gridEvent, request) : undefined;
  const { through, receipt } = found?.state.reporter ?? {};
  if (found === undefined || found.state.round !== round || through !== from || receipt === undefined) return;
  await runtime.store.execute({
    ...{ decider: gridEvent, id: request, expects: "existing", context: contextFor(runtime, nobody) },
    ...{ commandId: sha256(JSON.stringify(["client-reopen", id])).slice(0, 24), bodyDigest: digest(id).slice(0, 16) },
    command: () => ({ type: "reopen" as const, reasons: text, receipt, duty: undefined }),
  });
}
