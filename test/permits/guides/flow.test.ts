import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { drawFlow } from "../../../services/permits/guides/api/flow-svg.ts";
import { flowOf } from "../../../services/permits/guides/domain/flow.ts";
import { guideOf } from "../../../services/permits/guides/guide-of.ts";
import { aGuide } from "../cases/builders.ts";

const { content } = aGuide();

describe("L2: the flow chart is drawn from the item's own steps", () => {
  test("its boxes are the steps in their order, between the application and the result", () => {
    expect(flowOf(content).map(({ title }) => title)).toEqual([
      "提出申请",
      ...content.steps.map(({ name }) => name),
      content.result,
    ]);
    const fewer = { ...content, steps: content.steps.filter(({ kind }) => kind !== "survey") };
    expect(flowOf(fewer).map(({ kind }) => kind)).not.toContain("survey");
  });

  test("limits stand at their steps: XK-32-4 acceptance, XK-42 and the promise at the decision, XK-44 delivery", () => {
    const notes = (kind: string) =>
      flowOf(content)
        .find((node) => node.kind === kind)
        ?.notes.join();
    expect(notes("intake")).toContain("5个工作日");
    expect(notes("decision")).toBe("承诺10个工作日,法定20个工作日");
    expect(notes("issue")).toContain("10个工作日内送达");
  });

  test("what stops the clock stands before the decision (XK-45); a hearing the law asks for is there (XK-46)", () => {
    const kinds = flowOf({ ...content, specialProcedures: ["专家评审"], hearingRequired: true }).map(
      ({ kind, title }) => [kind, title],
    );
    expect(kinds.at(-4)).toEqual(["pause", "特别程序：听证、专家评审"]);
    expect(kinds.at(-3)?.[0]).toBe("decision");
  });

  test("corrections come back, a refusal does not; a public service is refused nothing under the licence law", () => {
    const branches = flowOf(content).flatMap((node) => node.branches.map(({ title, returns }) => [title, returns]));
    expect(branches).toEqual([
      ["一次性告知补正", true],
      ["不予受理", false],
      ["不予许可", false],
    ]);
    const service = { ...content, category: "public-service" as const };
    expect(flowOf(service).flatMap((node) => node.branches.map(({ title }) => title))).toEqual(["一次性告知补正"]);
  });

  test("every item of the town has one, sound and with its texts escaped", () => {
    const { profile, lists } = loadTownFrom("guangtong");
    for (const item of [...lists.licences, ...lists.services]) {
      const state = { version: 1, publishedOn: "2026-01-01", content: guideOf(profile, item) };
      const svg = drawFlow(flowOf(state.content), state);
      for (const { name } of item.steps) expect(svg.replace(/<[^>]+>/g, "")).toContain(name);
      expect(svg).not.toMatch(/NaN|undefined|<script/);
    }
    const hostile = { ...content, name: { zh: "<script>&'\"", en: "" } };
    const svg = drawFlow(flowOf(hostile), { version: 1, publishedOn: "2026-01-01", content: hostile });
    expect(svg).toContain("&lt;script&gt;&amp;&#39;&quot;");
  });
});
