import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  shortTrace,
  traceIdOf,
  traceIn,
  traceparentOf,
  traceparentOfEvent,
} from "../../../shared/observability/trace-context.ts";

const form = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;
const request = "dc0cd36c-b399-415b-a75f-1010f6835915";

describe("the trace of a request", () => {
  it("is the caller's own, where it is of the standard", () => {
    const given = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    expect(traceparentOf(given, request)).toBe(given);
  });

  it.each([
    undefined,
    "",
    "forged",
    `00-${"0".repeat(32)}-${"b".repeat(16)}-01`,
    `00-${"a".repeat(32)}-${"0".repeat(16)}-01`,
    `01-${"a".repeat(32)}-${"b".repeat(16)}-01`,
    `00-${"A".repeat(32)}-${"b".repeat(16)}-01`,
    `00-${"a".repeat(32)}-${"b".repeat(16)}-01 张三`,
  ])("follows from the request's id where %s was given", (given) => {
    expect(traceIn(traceparentOf(given, request))).toBe("dc0cd36cb399415ba75f1010f6835915");
  });

  it("is of the standard for any header and any id", () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), fc.string(), (given, id) => {
        expect(traceparentOf(given, id)).toMatch(form);
      }),
    );
  });

  it("stays the same through an event, which becomes the parent of what follows", () => {
    const given = `00-${"ab".repeat(16)}-${"c".repeat(16)}-01`;
    const short = shortTrace(given) ?? "";
    expect(short).toHaveLength(22);
    expect(traceparentOfEvent(short, "tally/A/1")).toMatch(form);
    expect(traceIn(traceparentOfEvent(short, "tally/A/1"))).toBe("ab".repeat(16));
    expect(traceparentOfEvent(short, "tally/A/1")).not.toBe(traceparentOfEvent(short, "tally/A/2"));
    expect(shortTrace("forged")).toBeUndefined();
  });

  it("is found again by an id of API Gateway, which is no UUID", () => {
    expect(traceIn(traceparentOf(undefined, "JKJaXmPLvHcESHA="))).toBe(traceIdOf("JKJaXmPLvHcESHA="));
    expect(traceIdOf("JKJaXmPLvHcESHA=")).not.toBe(traceIdOf("JKJaXmPLvHcESHB="));
  });
});
