import { describe, expect, test } from "vitest";
import {
  type CertificateCommand,
  certificate,
  type DrawUp,
} from "../../../services/permits/certificates/domain/certificate.ts";
import { certificateIdOf } from "../../../services/permits/common/certificate-id.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { parseLicenceId } from "../../../shared/identity-codes/index.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { keyed } from "../../support/keyed.ts";
import { theApplicant, theApprover, theIssuer } from "../cases/builders.ts";

const issuer = { name: { zh: "县农业农村局", en: "County agriculture bureau" }, uscc: "11532302YY00010120" };
const drawUp: DrawUp = {
  type: "draw-up",
  inCharge: issuer.uscc,
  certificate: {
    application: "PL-018.X",
    item: { code: "PL-018", name: { zh: "农药经营许可证核发", en: "Pesticide trade licence" } },
    title: "农药经营许可证",
    number: { series: "certificate", year: 2026, serial: 7, text: { zh: "广通许〔2026〕7号", en: "No. 7" } },
    holder: { kind: "citizen", name: theApplicant.name, idNumber: theApplicant.idNumber },
    issuer,
    decidedOn: "2026-04-28",
    decidedBy: theApprover.sub,
  },
};

function recorded(state: Parameters<typeof certificate.evolve>[0], command: CertificateCommand, actor = theIssuer) {
  const decision = certificate.decide(state, command, on("2026-04-28", actor));
  if (isRejection(decision)) throw new Error(decision.code);
  let next = state;
  for (const event of decision)
    next = certificate.evolve(next, { ...event, sequence: 1, time: "2026-04-28T01:00:00.000Z", actor: actor.sub });
  return { next, events: decision };
}
const drawn = () => recorded(undefined, drawUp);

describe("L11: a certificate is drawn up by the decision and issued by the certificate desk", () => {
  test("XK-44: to be issued within ten working days of the decision", () => {
    expect(drawn().next).toMatchObject({ status: "drawn-up", delivery: { rule: "XK-44", due: "2026-05-14" } });
  });

  test("drawn up twice it is the same certificate", () => {
    expect(certificate.decide(drawn().next, drawUp, on("2026-04-29"))).toEqual([]);
    expect(certificateIdOf(keyed, "application/PL-018.X/5")).toBe(certificateIdOf(keyed, "application/PL-018.X/5"));
    expect(certificateIdOf(keyed, "application/PL-018.X/5")).not.toBe(certificateIdOf(keyed, "application/PL-018.X/6"));
  });

  test("ID-6: it bears a licence id of kind, issuer and number that anybody can check", () => {
    const { next } = drawn();
    expect(parseLicenceId(next?.licenceId ?? "")).toMatchObject({
      ok: true,
      type: `${issuer.uscc}018`,
      issuer: issuer.uscc,
      serial: "2026000007",
      version: "001",
    });
  });

  test("a credit code that is none gives no licence id, and no certificate", () => {
    const { certificate: content } = drawUp;
    const command = { ...drawUp, certificate: { ...content, issuer: { ...issuer, uscc: "0" } } };
    expect(() => certificate.decide(undefined, command, on("2026-04-28"))).toThrow(/licence-id\.issuer/);
  });

  test("L1: who decided does not issue; the certificate desk does, once", () => {
    const { next } = drawn();
    expect(refusalOf(certificate.decide(next, { type: "issue" }, on("2026-04-29", theApprover)))).toMatchObject({
      code: "permits.decider-cannot-issue",
      details: { rule: "L1" },
    });
    const issued = recorded(next, { type: "issue" });
    expect(issued.next).toMatchObject({ status: "valid", issuedOn: "2026-04-28", issuedBy: theIssuer.sub });
    expect(issued.next).not.toHaveProperty("delivery");
    expect(refusalOf(certificate.decide(issued.next, { type: "issue" }, on("2026-04-29", theIssuer)))).toMatchObject({
      code: "permits.certificate-not-in-this-state",
      ground: "state",
      details: { status: "valid", command: "issue" },
    });
  });

  test("what was not drawn up is not issued", () => {
    expect(certificate.decide(undefined, { type: "issue" }, on("2026-04-29", theIssuer))).toEqual([]);
    const [event] = recorded(drawn().next, { type: "issue" }).events;
    if (event === undefined) throw new Error("nothing was issued");
    const full = { ...event, sequence: 1, time: "", actor: "x" };
    expect(() => certificate.evolve(undefined, full)).toThrow(/came before its beginning/);
  });

  test("its holder stands in no event's data", () => {
    const events = [...drawn().events, ...recorded(drawn().next, { type: "issue" }).events];
    expect(events).toHaveLength(2);
    const published = JSON.stringify(events.map(({ data }) => data));
    expect(published).not.toContain(theApplicant.name);
    expect(published).not.toContain(theApplicant.idNumber);
  });

  test("it is listed among those to be issued, by the day of the decision", () => {
    const { next } = drawn();
    if (next === undefined) throw new Error("nothing was drawn up");
    expect(certificate.listed?.(next, "C1")).toEqual({
      byCase: { partition: `certificates:${next.application}`, sort: "C1" },
      byCode: { partition: "certificate-number:广通许-2026-7号", sort: "C1" },
      byStatus: { partition: "certificate:drawn-up", sort: `${day("2026-04-28")}#C1` },
    });
  });
});
