import { beforeEach, describe, expect, test } from "vitest";
import { evidence } from "../../services/enforcement/cases/domain/evidence/decider.ts";
import { runningCase, runningCaseId } from "../../services/enforcement/cases/domain/running-case.ts";
import { evidenceReactions } from "../../services/enforcement/cases/reactions/evidence.ts";
import { runningCaseReactions as followed } from "../../services/enforcement/cases/reactions/running-case.ts";
import { caseRegister, undecided } from "../../services/powers/running-cases/domain/register.ts";
import { runningCaseReactions } from "../../services/powers/running-cases/reactions/running-cases.ts";
import { enforcementEvents } from "../../shared/contracts/enforcement.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { contextFor } from "../../shared/service/index.ts";
import { andThen, aVendor, filed, filedOn, officer1, theHead } from "../enforcement/cases/case-builders.ts";
import { collecting } from "../enforcement/cases/other-builders.ts";
import { handTo } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";

let runtime: ReturnType<typeof aRuntime>;
beforeEach(() => {
  runtime = aRuntime();
  runtime.setClock(`${filedOn}T02:00:00.000Z`);
});

const anEvent = (type: string, subject: string, sequence: number, data: object): CloudEvent => ({
  specversion: "1.0",
  id: `${subject}#${sequence}`,
  source: "/towns/x/y",
  type,
  subject,
  time: `${filedOn}T02:00:00.000Z`,
  datacontenttype: "application/json",
  sequence,
  actor: "KEY",
  data: { ...data },
});
const tellPowers = (one: ReturnType<typeof filed>) =>
  Promise.all(
    one.events
      .filter(({ type }) => Object.hasOwn(enforcementEvents, type))
      .map(({ type, sequence, data }) =>
        handTo(runningCaseReactions, anEvent(type, "case/CASE1", sequence, data), runtime),
      ),
  );
const waiting = async (code: string) => {
  const state = (await runtime.store.load(caseRegister, code))?.state;
  return state === undefined ? [] : undecided(state);
};
const recall = (code: string, from = "2026-09-10") =>
  handTo(
    runningCaseReactions,
    anEvent("powers.power.recalled", `power/${code}`, 9, { code, from, document: "收回1号", by: "county" }),
    runtime,
  );

describe("CF-24b: a power recalled while a penalty case is open", () => {
  test("the case waits for a written decision under the power of its act", async () => {
    await tellPowers(filed());
    await recall("PN-150");
    expect(await waiting("PN-150")).toEqual(["CASE1"]);
  });

  test("a case that is over waits for none", async () => {
    for (const ending of ["withdraw", "stop"] as const) {
      runtime = aRuntime();
      const how =
        ending === "withdraw"
          ? ({ type: "withdraw", ground: "filed-wrongly", reasons: "错误" } as const)
          : ({ type: "stop", ground: "no-breach", powers: [], reasons: "不构成" } as const);
      await tellPowers(andThen(filed(), [how, theHead]));
      await recall("PN-150");
      expect(await waiting("PN-150")).toEqual([]);
    }
  });

  test("what was decided is known for each power of the case, and no other case", async () => {
    const settled = {
      code: "PN-150",
      case: "CASE1",
      recalledFrom: "2026-09-10",
      outcome: "finish",
      document: "2号",
      on: filedOn,
    };
    expect(
      await handTo(followed, anEvent("powers.running-case.settled", "running-case/PN-150", 3, settled), runtime),
    ).toEqual([]);
    expect((await runtime.store.load(runningCase, runningCaseId("CASE1", "PN-150")))?.state).toMatchObject({
      outcome: "finish",
    });
    expect(await runtime.store.load(runningCase, runningCaseId("CASE1", "PN-070"))).toBeUndefined();
  });
});

test("CF-43a: evidence that falls with a recused officer is excluded itself, and a second delivery changes nothing", async () => {
  await runtime.store.execute({
    decider: evidence,
    id: "E1",
    command: collecting(),
    expects: "new",
    commandId: "1",
    bodyDigest: "x",
    context: contextFor(runtime, officer1),
  });
  const one = andThen(
    filed({}, [{ type: "ask-recusal", person: "officer-1", ground: "relative", reasons: "亲属" }, aVendor]),
    [{ type: "decide-recusal", person: "officer-1", recused: true, earlierActsStand: false, reasons: "属实" }, theHead],
  );
  const data = { ...one.events.at(-1)?.data, falls: ["E1"] };
  const event = anEvent("enforcement.case.recusal-decided", "case/CASE1", 9, data);
  for (const _time of [1, 2]) expect(await handTo(evidenceReactions, event, runtime)).toEqual([]);
  expect((await runtime.store.load(evidence, "E1"))?.state).toMatchObject({
    status: "excluded",
    excluded: { ground: "recusal" },
  });
});
