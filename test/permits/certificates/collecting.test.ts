import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Authorisation } from "../../../services/permits/authorisations/domain/authorisation.ts";
import type { Collector } from "../../../services/permits/certificates/domain/messages.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { aGiving, aGivingBody, anAuthorisation } from "../authorisations/builders.ts";
import {
  aGuide,
  aResident,
  theApplicant,
  theApprover,
  theClerk,
  theIssuer,
  theReviewer,
  theSecond,
} from "../cases/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aForm } from "../permits-hall.ts";
import { aGrant, certificate, told } from "./builders.ts";

const toFile = { scope: { items: "all" as const, acts: ["file" as const] } };
const valid = anAuthorisation().state;
const revoked = anAuthorisation().lawfully({ type: "revoke" }, "2026-03-02", theClerk).state;
const theirAgent = (given: Authorisation | undefined, more: object = {}): Collector => ({
  ...{ kind: "agent", authorisation: "A-1", given, party: partyId(theApplicant.idNumber), proxyAllowed: true },
  ...more,
});
const drawn = () => told(certificate, undefined, aGrant(), "2026-04-28");
const issueTo = (collectedBy: Collector, day = "2026-04-29") =>
  certificate.decide(drawn(), { type: "issue", collectedBy }, on(day, theIssuer));

describe("L9: an agent collects a certificate only if he is authorised to", () => {
  test.each([
    ["under no authorisation", theirAgent(undefined), ["no-authorisation"]],
    ["under one to file", theirAgent(anAuthorisation(aGiving(toFile)).state), ["act-not-covered"]],
    ["under one revoked", theirAgent(revoked), ["ended"]],
    ["another villager's", theirAgent(valid, { party: "X" }), ["other-villager"]],
    ["where the guide lets no agent act", theirAgent(valid, { proxyAllowed: false }), ["not-for-agents"]],
    ["with every condition named", theirAgent(revoked, { party: "X" }), ["ended", "other-villager"]],
    [
      "for another item",
      theirAgent(
        anAuthorisation(aGiving({ scope: { items: ["PL-019"], acts: ["collect"] }, guides: [aGuide()] })).state,
      ),
      ["item-not-covered"],
    ],
  ])("L9 not %s", (_how, by, failed) => {
    expect(refusalOf(issueTo(by))).toMatchObject({
      code: "permits.not-authorised",
      details: { act: "collect", failed, rule: "L9" },
      pointer: "/collectedBy/authorisation",
    });
  });

  test("L9 on its last day, not on the day after", () => {
    expect(issueTo(theirAgent(valid), "2026-04-30")).toMatchObject([{ type: "permits.certificate.issued" }]);
    expect(refusalOf(issueTo(theirAgent(valid), "2026-05-01"))).toMatchObject({ details: { failed: ["expired"] } });
  });

  test("L9 who collected is on record by his authorisation, names nobody, and stays whatever becomes of it", () => {
    const command = { type: "issue" as const, collectedBy: theirAgent(valid) };
    const [event] = [certificate.decide(drawn(), command, on("2026-04-29", theIssuer))].flat();
    const record = { collectedBy: { kind: "agent", authorisation: "A-1" } };
    expect(event).toMatchObject({ data: record });
    for (const secret of [theApplicant.name, theApplicant.idNumber, theApplicant.phone, "李代办"])
      expect(JSON.stringify(event)).not.toContain(secret);
    const issued = told(certificate, drawn(), command, "2026-04-29", theIssuer);
    const lost = { number: "注销1号", date: "2026-05-06" };
    const struck = { type: "cancel", ground: "holder-died", document: lost } as const;
    expect(told(certificate, issued, struck, "2026-05-06", theIssuer)).toMatchObject({
      status: "cancelled",
      ...record,
    });
  });

  test("L9 the holder needs none: nobody else is on record", () => {
    for (const command of [
      { type: "issue" as const },
      { type: "issue" as const, collectedBy: { kind: "holder" as const } },
    ])
      expect(told(certificate, drawn(), command, "2026-04-29", theIssuer)).not.toHaveProperty("collectedBy");
  });
});

const page = z.object({
  items: z.array(z.looseObject({ id: z.string(), kind: z.string().optional(), application: z.string().optional() })),
});

describe("L9: at the certificate desk", () => {
  async function aDesk() {
    const town = await aPeopleTown();
    const id = await town.create(theClerk, "/permits/applications", aForm);
    const step = (verb: string, who = theClerk, body = {}) =>
      town.post(who, `/permits/applications/${id}/${verb}`, body);
    await step("accept");
    for (let pending = 0; pending < 3; pending += 1)
      await step("review", theReviewer, {
        ...{ opinion: "agree", affectsThirdParties: false },
        ...(pending === 0 ? { inspectors: ["reviewer-1", "reviewer-2"] } : {}),
      }).then(() => step("confirm-survey", theSecond));
    const decided = await step("decide", theApprover, { outcome: "granted" });
    if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
    await town.settle();
    const [paper] = page.parse((await town.get(theIssuer, "/permits/certificates")).body).items;
    const issue = (collectedBy?: object) =>
      town.post(
        theIssuer,
        `/permits/certificates/${paper?.id}/issue`,
        collectedBy === undefined ? {} : { collectedBy },
      );
    const toldOf = async () => {
      await town.settle({ times: 2 });
      return page.parse((await town.get(aResident, "/permits/notices")).body).items;
    };
    return { town, id, issue, toldOf };
  }

  test("L9 the authorisation is read as it stands: one revoked a moment ago hands out nothing, nor a neighbour's", async () => {
    const { town, issue } = await aDesk();
    const authorisation = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    await town.post(theClerk, `/permits/authorisations/${authorisation}/revoke`);
    const villager = { ...aGivingBody.villager, idNumber: "110101190001010014" };
    const neighbours = await town.create(theClerk, "/permits/authorisations", { ...aGivingBody, villager });
    for (const one of [authorisation, neighbours, "NONE"])
      expect(await issue({ kind: "agent", authorisation: one })).toMatchObject({
        status: 422,
        body: { code: "permits.not-authorised" },
      });
    expect(await issue({ kind: "holder" })).toMatchObject({ status: 200, body: { collectedBy: { kind: "holder" } } });
  });

  test("L9 to an agent: on record, and the villager is told once who collected it", async () => {
    const { town, id, issue, toldOf } = await aDesk();
    const authorisation = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    expect(await issue({ kind: "agent", authorisation })).toMatchObject({
      status: 200,
      body: { status: "valid", collectedBy: { kind: "agent", authorisation } },
    });
    const collected = (await toldOf()).filter(({ kind }) => kind === "collected");
    expect(collected).toMatchObject([{ application: id, text: { zh: expect.stringContaining("李代办") } }]);
  });

  test("L9 to the holder: nobody is told that an agent came", async () => {
    const { town, issue, toldOf } = await aDesk();
    await town.create(theClerk, "/permits/authorisations", aGivingBody);
    expect(await issue()).toMatchObject({ status: 200, body: { collectedBy: { kind: "holder" } } });
    expect((await toldOf()).map(({ kind }) => kind)).toEqual(["authorised"]);
  });
});
