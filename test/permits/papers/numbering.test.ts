import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { guide } from "../../../services/permits/guides/domain/guide.ts";
import type { Source } from "../../../services/permits/papers/domain/compose.ts";
import { givenNumber } from "../../../services/permits/papers/domain/numbering.ts";
import { instruct } from "../../../shared/service/index.ts";
import { aGuide, anApplication, theClerk } from "../cases/builders.ts";
import { aHall } from "../permits-hall.ts";
import { deliver, papersOf } from "./permits-papers.ts";

const given = (source: Source, kind: Parameters<typeof givenNumber>[0], replacing = false) =>
  givenNumber(kind, source, replacing).number;

describe("one number, one owner (XK-32-6)", () => {
  test("what the case numbered at acceptance or refusal of it is the number of the paper", () => {
    const accepted = { id: "A", application: anApplication({ status: "accepted" }).state };
    const declined = { id: "A", application: anApplication({ status: "declined" }).state };
    expect(given(accepted, "acceptance-notice")).toBe("禄丰市农业农村局（广通）受〔2026〕1号");
    expect(given(declined, "non-acceptance")).toBe("禄丰市农业农村局（广通）不受〔2026〕1号");
  });

  test("a paper of another kind, of the same case, does not take it", () => {
    const accepted = { id: "A", application: anApplication({ status: "accepted" }).state };
    expect(given(accepted, "receipt")).toBeUndefined();
    expect(given(accepted, "extension-notice")).toBeUndefined();
  });

  test("what replaces the paper has a number of its own; so has that of a case older than its receipt", () => {
    const { state } = anApplication({ status: "accepted" });
    if (state.status !== "accepted") throw new Error("not accepted");
    expect(given({ id: "A", application: state }, "acceptance-notice", true)).toBeUndefined();
    const { receipt: _none, ...old } = state;
    expect(given({ id: "A", application: old }, "acceptance-notice")).toBeUndefined();
  });

  test("over several cases every series is spent once for each paper and has no gap", async () => {
    const hall = await aHall();
    const ids: string[] = [];
    for (const verb of ["accept", "decline", "accept", "decline", "accept"]) {
      const id = await hall.file(theClerk);
      const body = verb === "decline" ? { ground: "no-permit-needed", reasons: "自用", facts: "仅供自家使用" } : {};
      await hall.post(theClerk, `/permits/applications/${id}/${verb}`, body);
      ids.push(id);
    }
    for (const id of ids.toReversed()) await deliver(hall, application, id, 2);
    const papers = (await Promise.all(ids.map((id) => papersOf(hall, theClerk, id)))).flat();
    expect(papers.map(({ number }) => number).sort()).toEqual([
      ...[1, 2].map((serial) => `禄丰市农业农村局（广通）不受〔2026〕${serial}号`),
      ...[1, 2, 3].map((serial) => `禄丰市农业农村局（广通）受〔2026〕${serial}号`),
      ...[1, 2, 3, 4, 5].map((serial) => `禄丰市农业农村局（广通）收〔2026〕${serial}号`),
    ]);
    for (const [at, number] of [
      [0, "禄丰市农业农村局（广通）受〔2026〕1号"],
      [4, "禄丰市农业农村局（广通）受〔2026〕3号"],
    ] as const) {
      const held = await hall.runtime.store.load(application, ids[at] ?? "");
      expect(held?.state).toMatchObject({ receipt: { number: { text: { zh: number } } } });
      expect((await papersOf(hall, theClerk, ids[at] ?? "")).map((one) => one.number)).toContain(number);
    }
  });
});

test("L16: a filing has one paper, its receipt, of its own series; nothing else is numbered and nothing is parked", async () => {
  const hall = await aHall();
  const content = aGuide({ category: "filing" }).content;
  const publish = instruct({ of: guide, id: "PL-018", expects: "either", command: { type: "publish", content } });
  await publish.carryOut(hall.runtime, { id: "again" });
  const id = await hall.file(theClerk);
  expect(await deliver(hall, application, id)).toEqual([]);
  const papers = await papersOf(hall, theClerk, id);
  expect(papers.map(({ number }) => number)).toEqual(["禄丰市农业农村局（广通）备〔2026〕1号"]);
});
