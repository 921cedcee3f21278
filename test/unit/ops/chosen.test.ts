import { describe, expect, it } from "vitest";
import { meant, reasonIn } from "../../../infra/ops/chosen.ts";

describe("which messages an operator means", () => {
  it.each([
    ["nothing is said", "dead", {}],
    ["two things are said", "dead", { id: "a", all: true }],
    ["a dead letter is asked for by service", "dead", { service: "permits" }],
    ["a parked event is asked for by queue", "parked", { queue: "q" }],
  ] as const)("is asked for where %s", (_why, kind, chosen) => {
    expect(() => meant(kind, chosen)).toThrow(/^say one of --id, --(queue|service), --all/);
  });

  it("is one, those of a queue or a service, or all", () => {
    expect(meant("dead", { queue: "q" })).toEqual({ id: undefined, queue: "q", service: undefined });
    expect(meant("parked", { service: "permits" })).toMatchObject({ service: "permits" });
    expect(meant("parked", { all: true })).toEqual({ id: undefined, queue: undefined, service: undefined });
  });

  it("is given up with a reason only", () => {
    expect(() => reasonIn({})).toThrow("--why");
    expect(() => reasonIn({ why: "  " })).toThrow("--why");
    expect(reasonIn({ why: " 测试 " })).toBe("测试");
  });
});
