import { describe, expect, test } from "vitest";
import { consultation } from "../../../services/permits/desk/domain/consultation.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { toCloudEvent } from "../../../shared/messaging/index.ts";
import { actorKey, contextFor } from "../../../shared/service/index.ts";
import { talkTo } from "../../support/http.ts";
import { aRuntime } from "../../support/tally-town.ts";
import { aGuide, aResident, theClerk } from "../cases/builders.ts";
import { aQuestion } from "./builders.ts";

/** A question of a resident that the counter prefilled once, and who reads its history. */
async function aHistory() {
  const runtime = aRuntime();
  let serial = 0;
  const tell = (command: Parameters<typeof consultation.decide>[1], actor: Actor) => {
    serial += 1;
    return runtime.store.execute({
      ...{ decider: consultation, id: "PL-018.Q", command, commandId: `q${serial}`, bodyDigest: "" },
      ...{ expects: serial === 1 ? ("new" as const) : ("existing" as const), context: contextFor(runtime, actor) },
    });
  };
  await tell(aQuestion(), aResident);
  await tell({ type: "prefill", guide: aGuide(), reason: "代填申请表" }, theClerk);
  const ask = talkTo(permits, runtime);
  const read = async (sub: string, role: string) => {
    const claims = { sub, name: "某人", town: "guangtong", roles: `[${role}]` };
    const { status, body } = await ask({ path: "/permits/consultations/PL-018.Q/history", claims });
    return { status, events: Array.isArray(body.events) ? body.events : [], text: JSON.stringify(body) };
  };
  return { runtime, read };
}

describe("D7, P-15: who sees who saw", () => {
  test("the person sees when, why and in which step his data were shown, and nobody's login but his own", async () => {
    const { runtime, read } = await aHistory();
    const { events, text } = await read(aResident.sub, "resident");
    expect(events[1]).toMatchObject({ reason: "代填申请表", actor: actorKey(runtime, theClerk.sub) });
    expect(events[0]).toMatchObject({ actor: aResident.sub });
    expect(text).not.toContain(theClerk.sub);
  });

  test("the supervisor sees who it was, and why; another clerk sees no reason; a stranger nothing (404)", async () => {
    const { read } = await aHistory();
    expect((await read("supervisor-1", "supervisor")).events[1]).toMatchObject({
      ...{ reason: "代填申请表", actor: theClerk.sub },
    });
    expect((await read("clerk-9", "clerk")).events[1]).not.toHaveProperty("reason");
    expect((await read("resident-9", "resident")).status).toBe(404);
  });

  test("a published event names its actor by the same key, never by the login", async () => {
    const { runtime } = await aHistory();
    const [asked] = await runtime.store.history(consultation, "PL-018.Q");
    if (asked === undefined) throw new Error("no event");
    const told = toCloudEvent(asked, "permits", "532302105000");
    expect(told.actor).toBe(actorKey(runtime, aResident.sub));
    expect(JSON.stringify(told)).not.toContain(aResident.sub);
    const { by: _by, ...older } = asked;
    expect(toCloudEvent(older, "permits", "532302105000").actor).toBe("unknown");
  });
});
