import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { observe } from "../../../shared/observability/index.ts";

const secret = "53230219900101001X 李四";
let written: string[];

beforeEach(() => {
  written = [];
  vi.stubEnv("POWERTOOLS_LOG_LEVEL", "INFO");
  for (const level of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, level).mockImplementation(
      (...parts: unknown[]) => void written.push(parts.map(String).join(" ")),
    );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("what a service says", () => {
  it("names service and town with message and facts", () => {
    observe("permits", "guangtong").info("request", { route: "GET /permits", status: 200 });
    expect(JSON.parse(written[0] ?? "")).toMatchObject({
      level: "INFO",
      service: "permits",
      town: "guangtong",
      message: "request",
      route: "GET /permits",
      status: 200,
    });
  });

  it.each([
    ["one line", new Error(secret)],
    ["many lines", new Error(`first\n${secret}\n    at ${secret}\nlast`)],
    ["a cause", new Error("outer", { cause: new Error(secret) })],
    ["no error at all", secret],
    ["an object", { secret }],
  ])("tells of a failure where it happened, not what its message quotes: %s", (_kind, error) => {
    observe("permits", "guangtong").error("request failed", error, { code: "service.unavailable" });
    expect(written.join("\n")).not.toContain(secret);
    const said = JSON.parse(written[0] ?? "");
    expect(said).toMatchObject({ level: "ERROR", message: "request failed", code: "service.unavailable" });
    if (error instanceof Error)
      expect(said).toMatchObject({ failure: "Error", at: expect.stringContaining("observe.test.ts") });
  });
});
