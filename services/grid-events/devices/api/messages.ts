import * as z from "zod";
import { isProblem, problem, type Route, refusalOf } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { device, hearingFault } from "../domain/device-decider.ts";
import { heardAs, hearingOf, windowAt } from "../domain/hearing.ts";
import { heardTo, noteHeard } from "../heard.ts";
import { keyDigestOf } from "../keys.ts";
import { tellOf } from "../telling.ts";

const body = z.strictObject({
  device: lineOf(80),
  key: lineOf(80),
  messages: z
    .array(
      z.strictObject({
        serial: z
          .int()
          .min(1)
          .max(Number.MAX_SAFE_INTEGER - 1),
        alarm: z.boolean(),
      }),
    )
    .min(1)
    .max(500),
});
const returns = z.object({
  receivedAt: z.iso.datetime(),
  answers: z.array(z.object({ serial: z.int(), result: z.enum(heardAs) })),
});

/**
 * G4: what a machine says. Its key travels in the body, never in a URL. A message that changes nothing in its window is answered and
 * not written: the next note counts it by its serial.
 */
export const messageRoute: Route = {
  ...{ method: "POST", path: "/grid-events/device-messages", status: 200, isCommand: false, allow: "public" },
  summary: {
    zh: "设备上报消息（凭密钥；序号递增，重放一律拒绝）",
    en: "Messages of a machine, by its key; serials rise, and a repetition is refused",
  },
  body,
  returns,
  refuses: { 401: ["grid-events.device-unknown"], 429: ["grid-events.device-too-fast"] },
  async handle({ body: sent, traceparent }, runtime, texts) {
    const { device: id, key, messages } = body.parse(sent);
    const loaded = await runtime.store.load(device, id);
    const opens = loaded?.state.status === "active" && loaded.state.keyDigest === keyDigestOf(key, runtime);
    if (loaded === undefined || !opens) return problem(401, "grid-events.device-unknown");
    const receivedAt = runtime.clock();
    const rules = runtime.town.gridEvents.devices;
    const { keys } = loaded.state;
    const hearing = hearingOf(loaded.state, messages, receivedAt, rules, heardTo(id, keys, runtime));
    const fault = hearingFault(hearing.answers);
    if (fault === "replayed") return problem(409, "grid-events.message-repeated", { details: { rule: "G4" } });
    if (fault === "too-fast") {
      const end = Date.parse(windowAt(receivedAt, rules)) + rules.windowMinutes * 60_000;
      const seconds = Math.max(1, Math.ceil((end - Date.parse(receivedAt)) / 1_000));
      return problem(429, "grid-events.device-too-fast", {
        details: { rule: "G4" },
        headers: { "retry-after": String(seconds) },
      });
    }
    if (hearing.note !== undefined) {
      const done = refusalOf(await tellOf(runtime, loaded, { messages, hearing, traceparent }), texts);
      if (isProblem(done)) return done;
    }
    const heard = hearing.answers.filter(({ result }) => result !== "replayed" && result !== "too-fast");
    noteHeard(id, keys, Math.max(...heard.map(({ serial }) => serial)), runtime);
    return { status: 200, body: { receivedAt, answers: hearing.answers.map((one) => ({ ...one })) } };
  },
};
