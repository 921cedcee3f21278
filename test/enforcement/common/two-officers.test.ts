import { describe, expect, test } from "vitest";
import { countersignFault, twoOfficers } from "../../../services/enforcement/common/domain/two-officers.ts";
import { anOfficer, certified, day, town } from "./builders.ts";

const one = anOfficer("officer-1");
const two = anOfficer("officer-2");
const known = { officers: [one, two], domains: ["trade"], on: day("2026-09-01"), town };
const lacking = (conditions: readonly string[], sub = "officer-2") => ({
  code: "enforcement.two-officers",
  ground: "rule",
  details: { rule: "CF-42", lacking: [{ sub, conditions }] },
});

describe("CF-42: two officers", () => {
  test("two different people with certificates are named with their numbers", () => {
    expect(twoOfficers(["officer-1", "officer-2"], known)).toEqual([
      { sub: "officer-1", name: "执法一号", certificate: "云E53231" },
      { sub: "officer-2", name: "执法二号", certificate: "云E53232" },
    ]);
  });
  test("one officer is refused", () => {
    expect(twoOfficers(["officer-1"], known)).toMatchObject({ code: "enforcement.two-officers" });
  });
  test("the same person twice is one", () => {
    expect(twoOfficers(["officer-1", "officer-1"], known)).toMatchObject({ details: { named: 1, lacking: [] } });
  });
  test("two certificates of one person are one person", () => {
    const second = { ...one, certificate: "云E第二张" };
    expect(twoOfficers(["officer-1", "officer-1"], { ...known, officers: [one, second] })).toMatchObject({
      code: "enforcement.two-officers",
    });
  });
  test("nobody at all is refused", () => {
    expect(twoOfficers([], known)).toMatchObject({ code: "enforcement.two-officers" });
  });
  test("an auxiliary or a grid worker, who has no certificate, never counts", () => {
    expect(twoOfficers(["officer-1", "grid-worker-1"], known)).toMatchObject(
      lacking(["officer-unknown"], "grid-worker-1"),
    );
  });
  test("nor does one who helps two officers stand among them", () => {
    expect(twoOfficers(["officer-1", "officer-2", "clerk-1"], known)).toMatchObject(
      lacking(["officer-unknown"], "clerk-1"),
    );
  });
  test("a certificate counts on its last day", () => {
    const ending = anOfficer("officer-2", [certified({ until: "2026-09-01" })]);
    expect(twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, ending] })).toHaveLength(2);
  });
  test("and no longer on the day after", () => {
    const ended = anOfficer("officer-2", [certified({ until: "2026-08-31" })]);
    expect(twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, ended] })).toMatchObject(
      lacking(["officer-expired"]),
    );
  });
  test("nor before its first day", () => {
    const later = anOfficer("officer-2", [certified({ from: "2026-09-02" })]);
    expect(twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, later] })).toMatchObject(
      lacking(["officer-not-yet-certified"]),
    );
  });
  test("a certificate of another domain is none for this case", () => {
    const other = anOfficer("officer-2", [certified({ domains: ["farming"] })]);
    expect(twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, other] })).toMatchObject(
      lacking(["officer-of-another-domain"]),
    );
  });
  test("a case of two domains needs both of each officer", () => {
    const both = anOfficer("officer-2", [certified({ domains: ["trade", "farming"] })]);
    const asked = { ...known, officers: [one, both], domains: ["trade", "farming"] };
    expect(twoOfficers(["officer-1", "officer-2"], asked)).toMatchObject(
      lacking(["officer-of-another-domain"], "officer-1"),
    );
    expect(
      twoOfficers(["officer-1", "officer-2"], {
        ...asked,
        officers: [anOfficer("officer-1", [certified({ domains: ["farming", "trade"] })]), both],
      }),
    ).toHaveLength(2);
  });
  test.each([
    ["2026-08-09", 2],
    ["2026-08-10", undefined],
    ["2026-08-19", undefined],
    ["2026-08-20", 2],
  ])("suspended from 10 to 19 August, on %s: %s", (on, count) => {
    const paused = anOfficer("officer-2", [
      certified(),
      { kind: "suspended", from: "2026-08-10" },
      { kind: "resumed", from: "2026-08-20" },
    ]);
    const answer = twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, paused], on: day(on) });
    if (count === undefined) expect(answer).toMatchObject(lacking(["officer-suspended"]));
    else expect(answer).toHaveLength(count);
  });
  test("a withdrawn certificate is none", () => {
    const gone = anOfficer("officer-2", [certified(), { kind: "withdrawn", from: "2026-09-01" }]);
    expect(twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, gone] })).toMatchObject(
      lacking(["officer-withdrawn"]),
    );
  });
  test("an older certificate that ended does not spoil the one in force", () => {
    const ended = { ...anOfficer("officer-2", [certified({ until: "2026-03-31" })]), certificate: "云E旧" };
    expect(twoOfficers(["officer-1", "officer-2"], { ...known, officers: [one, ended, two] })).toHaveLength(2);
  });
  test("the spelling of a login counts", () => {
    expect(twoOfficers(["officer-1", "Officer-2"], known)).toMatchObject(lacking(["officer-unknown"], "Officer-2"));
  });
});

describe("CF-42: the other officer signs with his own login", () => {
  const recording = { officers: [{ sub: "officer-1" }, { sub: "officer-2" }], recordedBy: "officer-1" };
  test("the officer who recorded it does not sign for the other", () => {
    expect(countersignFault(recording, { sub: "officer-1" })).toMatchObject({ code: "enforcement.own-signature" });
  });
  test("an officer who is not named does not sign", () => {
    expect(countersignFault(recording, { sub: "officer-3" })).toMatchObject({
      code: "enforcement.not-a-named-officer",
      ground: "actor",
    });
  });
  test("the other one does", () => {
    expect(countersignFault(recording, { sub: "officer-2" })).toBeUndefined();
  });
});
