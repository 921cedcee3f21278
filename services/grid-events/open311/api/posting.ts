import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { type Answer, isProblem, type Route, refusalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { limitedPerDay, mappedAt, reportedUnder, reportUnnamed } from "../../events/index.ts";
import type { Fault, Fields, Format } from "../domain/formats.ts";
import { hasId } from "../domain/offered.ts";
import { type Asked, askedIn, formFault, readForm } from "../domain/posted.ts";
import { requestsDocument } from "../domain/requests.ts";
import { tokenOf } from "../token.ts";
import { answered, base, fileOf, notFound, refused } from "./answers.ts";
import { isElsewhere } from "./asked.ts";
import { givenIn, holderIn, noHolder } from "./holder.ts";
import { anyQuery } from "./reading.ts";
import { postUpdate } from "./updates.ts";

/** A description, a long answer and media, each character of them as four escaped bytes. */
const bytes = 256 * 1024;
const form = z.string().max(bytes);
/** Clients post again after a time-out: the same body from the same key is one report for so long. */
const window = 600_000;

/** The id, or the token where the sender learns the id later: never both. */
function made(id: string, category: string, format: Format, runtime: Runtime): Answer {
  const known = hasId({ category, status: "reported" }, runtime.town.gridEvents);
  const named: Fields = known ? { service_request_id: id } : { token: tokenOf(id, runtime) };
  return answered(requestsDocument([{ ...named, service_notice: null, account_id: null }]), format);
}

const isFaults = (asked: Asked | readonly Fault[]): asked is readonly Fault[] => Array.isArray(asked);

/** The matter that the same key reported with the same words just before. */
async function justNow(runtime: Runtime, key: (at: number) => string, source: string): Promise<string | undefined> {
  const now = Date.parse(runtime.clock());
  const id = reportedUnder(runtime, { source, key: key(Math.floor(now / window) - 1), as: "open311" });
  const loaded = await runtime.store.load(gridEvent, id);
  return loaded !== undefined && now - Date.parse(loaded.state.reportedAt) <= window ? id : undefined;
}

const post: Route = {
  ...{ method: "POST", path: `${base}/{file}`, status: 200, isCommand: true, allow: "public" },
  ...{ query: anyQuery, body: form, produces: "text/xml", returns: z.string() },
  accepts: { type: "application/x-www-form-urlencoded", bytes },
  summary: {
    zh: "Open311：提交请求（requests）或者补充说明（servicerequestupdates），后缀.xml或者.json；须有api_key",
    en: "Open311: post to requests or servicerequestupdates, with the suffix .xml or .json and an api_key",
  },
  async handle({ params, query, body, idempotencyKey, traceparent }, runtime, texts) {
    const file = fileOf(params.file);
    const { town } = runtime;
    const rules = town.gridEvents;
    if (file?.name !== "requests" && file?.name !== "servicerequestupdates")
      return notFound(file === undefined ? "format" : "resource", file?.format);
    const sent = form.parse(body);
    const posted = readForm(sent);
    const wrong = formFault(sent, posted);
    if (wrong !== undefined) return refused(400, [wrong], file.format);
    const given = givenIn(posted, anyQuery.parse(query));
    if (isElsewhere(given, town)) return notFound("jurisdiction", file.format);
    const source = holderIn(given, rules);
    if (source === undefined) return noHolder(file.format);
    if (file.name === "servicerequestupdates")
      return postUpdate({ posted, source, format: file.format, traceparent }, runtime, texts);
    const asked = askedIn(posted, rules);
    if (isFaults(asked)) return refused(asked.some(({ code }) => code === 404) ? 404 : 400, asked, file.format);
    const { category, text, address, place } = asked;
    const windowed = (at: number) => `${sha256(sent)}:${at}`;
    const before = idempotencyKey === undefined ? await justNow(runtime, windowed, source) : undefined;
    if (before !== undefined) return made(before, category, file.format, runtime);
    const mapped = place === undefined ? undefined : await mappedAt(runtime, { place, datum: "WGS-84" });
    const report = { category, text, address, urgency: rules.open311.urgency, pictures: [], mapped };
    const key = idempotencyKey ?? windowed(Math.floor(Date.parse(runtime.clock()) / window));
    const { outcome } = await reportUnnamed(runtime, {
      ...{
        report: { ...report, datum: "WGS-84", ...present({ given: place }) },
        source,
        key,
        as: "open311",
        traceparent,
      },
    });
    const done = refusalOf(outcome, texts);
    return isProblem(done) ? done : made(done.id, category, file.format, runtime);
  },
};

/** Reports from other applications: unnamed ones, by the same command as all others (G14). */
export const postingRoutes: readonly Route[] = [limitedPerDay(post)];
