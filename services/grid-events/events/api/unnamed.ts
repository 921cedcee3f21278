import { randomUUID } from "node:crypto";
import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import {
  isProblem,
  type ProblemTexts,
  problem,
  type Request,
  type Route,
  refusalOf,
  type Text,
} from "../../../../shared/http/index.ts";
import { contextFor, type Runtime } from "../../../../shared/service/index.ts";
import { digest, type Loaded, sha256 } from "../../../../shared/store/index.ts";
import { textOf } from "../../../../shared/text/index.ts";
import { gridEvent } from "../domain/decider.ts";
import type { GridEvent } from "../domain/event.ts";
import type { EventCommand } from "../domain/messages.ts";
import { mappedAt } from "../mapped-at.ts";
import { matterOfReceipt, nobody, receiptPattern, reportUnnamed } from "../unnamed.ts";
import { located, locating, said } from "./events.ts";
import { followedBy, receiptView, viewReceipt } from "./receipt-view.ts";
import { limitedPerDay } from "./too-many.ts";

const receipt = z.string().regex(receiptPattern);
const reportBody = z.strictObject({ ...located, ...said });
const given = z.object({ receipt, ...receiptView.shape });

const report: Route = {
  ...{ method: "POST", path: "/grid-events/unnamed-reports", status: 201, isCommand: true, allow: "public" },
  summary: {
    zh: "不署名上报事件：不须登录，凭回执查询（回执只出示这一次，请妥善保存）",
    en: "Report a matter without a name or a login; the receipt, shown this once, opens it",
  },
  body: reportBody,
  returns: given,
  async handle({ body, source, idempotencyKey, traceparent }, runtime, texts) {
    const sent = reportBody.parse(body);
    const { place, datum, accuracy, category, urgency, text, pictures, component } = sent;
    const mapped = place === undefined ? undefined : await mappedAt(runtime, { place, datum, accuracy });
    const command = { ...locating(sent), category, urgency, text, pictures, mapped, ...present({ component }) };
    const asked = { report: command, source, key: idempotencyKey, traceparent };
    const made = await reportUnnamed(runtime, asked);
    const done = refusalOf(made.outcome, texts);
    if (isProblem(done)) return done;
    return {
      status: 201,
      headers: { etag: `"${done.version}"`, location: "/grid-events/receipts" },
      body: { receipt: made.receipt, ...viewReceipt(done) },
    };
  },
};

const unknown = problem(404, "resource.not-found");

const shown = async (loaded: Loaded<GridEvent>, runtime: Runtime) => ({
  status: 200,
  headers: { etag: `"${loaded.version}"` },
  body: viewReceipt(await followedBy(loaded, runtime)),
});

const show: Route = {
  ...{ method: "POST", path: "/grid-events/receipts", status: 200, isCommand: false, allow: "public" },
  summary: {
    zh: "凭回执查看办理情况和答复（回执放在请求体，不进网址）",
    en: "What became of the matter of a receipt; it travels in the body, never in a URL",
  },
  body: z.strictObject({ receipt }),
  returns: receiptView,
  async handle({ body }, runtime) {
    const { receipt: text } = z.object({ receipt }).parse(body);
    const loaded = await matterOfReceipt(runtime, text);
    return loaded === undefined ? unknown : shown(loaded, runtime);
  },
};

/** A step that the holder of a receipt takes. Another secret finds nothing. */
function step<B extends z.ZodObject>(
  verb: string,
  summary: Text,
  body: B,
  commandOf: (body: z.output<B>, receipt: string) => EventCommand,
): Route {
  const schema = z.strictObject({ receipt, ...body.shape });
  return {
    ...{ method: "POST", path: `/grid-events/receipts/${verb}`, status: 200, isCommand: true, allow: "public" },
    ...{ summary, body: schema, returns: receiptView },
    async handle({ body: sent, idempotencyKey, ifMatch }: Request, runtime: Runtime, texts: ProblemTexts) {
      const { receipt: text } = z.looseObject({ receipt }).parse(sent);
      const found = await matterOfReceipt(runtime, text);
      if (found === undefined) return unknown;
      const [expectedVersion] = ifMatch ?? [];
      const outcome = await runtime.store.execute({
        ...{ decider: gridEvent, id: found.id, expects: "existing", context: contextFor(runtime, nobody) },
        commandId: sha256(JSON.stringify(["receipt", found.receipt, idempotencyKey ?? randomUUID()])).slice(0, 24),
        bodyDigest: digest([verb, sent]).slice(0, 16),
        command: () => commandOf(body.parse(sent), found.receipt),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
      const done = refusalOf(outcome, texts);
      return isProblem(done) ? done : shown(done, runtime);
    },
  };
}

/** Who gives no name reports, reads and answers by his receipt alone (G2, P-1). */
export const unnamedRoutes: readonly Route[] = [
  limitedPerDay(report),
  show,
  step(
    "rate",
    { zh: "凭回执评价", en: "Say whether one is content" },
    z.object({ satisfied: z.boolean() }),
    ({ satisfied }, by) => ({ type: "rate", satisfied, receipt: by }),
  ),
  step(
    "reopen",
    { zh: "凭回执要求重新受理", en: "Have it taken up again" },
    z.object({ reasons: textOf(2_000, 2) }),
    ({ reasons }, by) => ({ type: "reopen", reasons, receipt: by, duty: undefined }),
  ),
  step("withdraw", { zh: "凭回执撤回", en: "Take it back" }, z.object({}), (_body, by) => ({
    type: "withdraw",
    receipt: by,
  })),
];
