import { describe, expect, test } from "vitest";
import * as z from "zod";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { claimsFor } from "../support/claims.ts";
import { linksLead } from "../support/offers.ts";
import { aResident, theApprover, theClerk, theIssuer, theReviewer, theSecond, theTwo } from "./cases/builders.ts";
import { aForm, aHall } from "./permits-hall.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;
const links = z.looseObject({
  links: z.array(
    z.looseObject({ rel: z.string(), path: z.string(), id: z.string().optional(), status: z.string().optional() }),
  ),
});
const page = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const neighbour = { ...aResident, sub: "resident-2" };
const gateway: Actor = { sub: "gateway-1", name: "短信", roles: ["device"] };

/** A granted case of a resident and the certificate drawn up for it. */
async function granted(hall: Hall) {
  const id = await hall.file(aResident, aForm);
  const at = `/permits/applications/${id}`;
  const review = { opinion: "agree", inspectors: theTwo, affectsThirdParties: false };
  await hall.post({ ...theClerk, sub: "clerk-2" }, `${at}/accept`);
  await hall.post(theReviewer, `${at}/review`, review);
  await hall.post(theSecond, `${at}/confirm-survey`);
  await hall.post(theReviewer, `${at}/review`, review);
  const before = links.parse((await hall.get(theApprover, at)).body).links;
  await hall.post(theApprover, `${at}/decide`, { outcome: "granted" });
  const paper = await hall.settle(id);
  const told = async (actor: Actor, path = at) => links.parse((await hall.get(actor, path)).body).links;
  return { id, at, paper, told, before };
}

describe("A2: what belongs together is linked by id, status and path", () => {
  test("a case leads to its guide, power, files, papers and notices, and to its certificate once there is one", async () => {
    const hall = await aHall();
    const { id, paper, told, before } = await granted(hall);
    expect(before.map(({ rel }) => rel)).not.toContain("certificate");
    const own = await told(aResident);
    expect(own).toContainEqual(
      expect.objectContaining({
        ...{ rel: "certificate", id: paper, status: "drawn-up", path: `/permits/certificates/${paper}/record` },
        title: { zh: "证件", en: "Certificate" },
      }),
    );
    const paths = Object.fromEntries(own.map(({ rel, path }) => [rel, path]));
    expect(paths).toMatchObject({
      guide: "/permits/guides/PL-018?version=1",
      power: "/powers/items/PL-018",
      materials: `/permits/applications/${id}/materials`,
      documents: `/permits/applications/${id}/documents`,
      notices: `/permits/notices?application=${id}`,
    });
    await hall.post(theIssuer, `/permits/certificates/${paper}/issue`);
    expect(await told(theApprover)).toContainEqual(expect.objectContaining({ rel: "certificate", status: "valid" }));
  });

  test("a certificate leads back to its case, and to its guide", async () => {
    const hall = await aHall();
    const { at, id, paper, told } = await granted(hall);
    expect(await told(aResident, `/permits/certificates/${paper}/record`)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rel: "application", id, path: at, status: "granted" }),
        expect.objectContaining({ rel: "guide", path: "/permits/guides/PL-018" }),
      ]),
    );
  });

  test("D6: nobody is led to what he may not read, nor told its state; every link that is told leads somewhere", async () => {
    const hall = await aHall();
    const { at, paper, told } = await granted(hall);
    // A reviewer reads cases and no certificates.
    expect((await hall.get(theReviewer, `/permits/certificates/${paper}/record`)).status).toBe(403);
    expect((await told(theReviewer)).map(({ rel }) => rel)).not.toContain("certificate");
    expect((await told(theReviewer)).map(({ rel }) => rel)).not.toContain("notices");
    for (const who of [aResident, theClerk, theReviewer, theApprover, theIssuer]) {
      const { body } = await hall.get(who, at);
      const rels = await linksLead(permits, hall.ask, body, claimsFor(who));
      expect(rels.length).toBeGreaterThan(3);
    }
  });

  test("the lists of certificates and notices take the case; to others than staff only what is their own", async () => {
    const hall = await aHall();
    const { id, paper } = await granted(hall);
    const { paper: other } = await granted(hall);
    const list = async (who: Actor, query: Record<string, string>, of = "certificates") =>
      page.parse((await hall.get(who, `/permits/${of}`, query)).body).items.map((one) => one.id);
    expect((await list(aResident, {})).toSorted()).toEqual([paper, other].toSorted());
    for (const who of [theIssuer, aResident]) expect(await list(who, { application: id })).toEqual([paper]);
    expect(await list(theIssuer, { application: id, status: "valid" })).toEqual([]);
    expect(await list(neighbour, { application: id })).toEqual([]);
    expect(await list(gateway, { application: id }, "notices")).toEqual([]);
  });
});
