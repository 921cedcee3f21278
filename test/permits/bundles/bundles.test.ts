import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { bundle } from "../../../services/permits/bundles/domain/decider.ts";
import { formOf } from "../../../services/permits/bundles/domain/form.ts";
import { partId, partOf } from "../../../services/permits/bundles/domain/ids.ts";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { profileListProblems } from "../../../shared/town/cross-checks.ts";
import { on, refusalOf, town } from "../../support/deciding.ts";
import { aGiving, aGivingBody, anAuthorisation } from "../authorisations/builders.ts";
import { aGuide, anAgent, aResident, theApplicant, theClerk } from "../cases/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aBundle, aFiling, everything, houseDefinition, houseGuides, theForm } from "./builders.ts";

const today = "2026-03-02";
const aForm = { bundle: "YJS02", applicant: theApplicant, materials: everything };
const shown = z.looseObject({
  status: z.string(),
  parts: z.array(z.looseObject({ item: z.string(), status: z.string(), application: z.string().optional() })),
});

describe("one form (L12)", () => {
  const form = houseDefinition === undefined ? [] : formOf(houseDefinition, houseGuides);
  test("L12 what several items ask for is given once, the merged form stands for each item's own", () => {
    expect(form.map(({ name }) => name)).toEqual([theForm, "户口簿", "建房承诺书", "建设方案图"]);
    expect(form[0]).toEqual({
      name: theForm,
      required: true,
      shared: false,
      items: [
        { item: "PL-001", material: "农村宅基地和建房（规划许可）申请表" },
        { item: "PL-003", material: "申请表" },
      ],
    });
  });
  test("S-4 what the town obtains itself is not to be brought", () => {
    expect(form.find(({ name }) => name === "户口簿")).toMatchObject({ shared: true, required: false });
  });
  test("L12 each part is given its own materials under its own names", () => {
    expect(aBundle().state?.parts.map(({ given }) => given)).toEqual([
      ["农村宅基地和建房（规划许可）申请表", "建房承诺书"],
      ["申请表", "建设方案图"],
    ]);
  });
  test("XK-31 what no item asks for is not taken in", () => {
    expect(
      refusalOf(bundle.decide(undefined, aFiling({ materials: [theForm, "房产证"] }), on(today, theClerk))),
    ).toMatchObject({
      code: "permits.material-not-asked",
      pointer: "/materials/1",
    });
  });
  test("L9 an agent files it only if he may bring each of its items", () => {
    const guides = houseGuides.map((one) => aGuide(one));
    const given = anAuthorisation(aGiving({ scope: { items: ["PL-001"], acts: ["file"] }, guides })).state;
    const half = aFiling({ authorisation: { id: "A", state: given } });
    expect(refusalOf(bundle.decide(undefined, half, on(today, anAgent)))).toMatchObject({
      code: "permits.not-authorised",
      details: { item: "PL-003", failed: ["item-not-covered"] },
    });
    expect(refusalOf(bundle.decide(undefined, aFiling(), on(today, anAgent))).code).toBe("permits.not-authorised");
    const whole = anAuthorisation(aGiving({ scope: { items: "all", acts: ["file"] } })).state;
    expect(aBundle(aFiling({ authorisation: { id: "A", state: whole } }), anAgent).state).toMatchObject({
      channel: "agent",
      owner: anAgent.sub,
    });
  });
  test("nothing that identifies the applicant is in what is published", () => {
    const told = JSON.stringify(aBundle().events.map(({ data }) => data));
    for (const secret of [theApplicant.name, theApplicant.idNumber, theApplicant.phone])
      expect(told).not.toContain(secret);
  });
});

test("a part's id tells its bundle, and no other application's does", () => {
  expect(partOf(partId("YJS02.0123456789ABCDEF", "PL-001"))).toEqual({
    bundle: "YJS02.0123456789ABCDEF",
    item: "PL-001",
  });
  for (const other of ["PL-001.0123456789ABCDEF", "PL-001.0123456789ABCDEF-X", ""])
    expect(partOf(other)).toBeUndefined();
});

test("L12 the profile's bundles are of listed items, each once, and replace what they ask for", () => {
  const { lists } = loadTownFrom("guangtong");
  const [first] = town.bundles;
  if (first === undefined) throw new Error("no bundle");
  const wrong = { ...first, items: [...first.items, "PL-999", "PS-051"], merged: [{ name: "甲", replaces: ["乙"] }] };
  expect(profileListProblems({ ...town, bundles: [first, wrong] }, lists).map(({ path }) => path.join("."))).toEqual([
    "bundles.1.code",
    "bundles.1.items.4",
    "bundles.1.items.5",
    "bundles.1.merged.0",
  ]);
});

describe("its parts (L12)", () => {
  const progress = async (hall: Awaited<ReturnType<typeof aPeopleTown>>, id: string) =>
    shown.parse((await hall.get(theClerk, `/permits/bundles/${id}`)).body);

  test("L12 one command opens several applications, whoever handed it in owns and received each", async () => {
    const hall = await aPeopleTown(houseGuides);
    const place = { lng: 101.905, lat: 25.105 };
    const id = await hall.create(aResident, "/permits/bundles", { ...aForm, place });
    await hall.settle();
    const { parts } = await progress(hall, id);
    expect(parts.map(({ item, status }) => [item, status])).toEqual([
      ["PL-001", "received"],
      ["PL-003", "received"],
    ]);
    for (const { application: part } of parts)
      expect((await hall.runtime.store.load(application, part ?? ""))?.state).toMatchObject({
        owner: aResident.sub,
        receivedBy: aResident.sub,
        channel: "online",
        place,
      });
    const one = await hall.create(theClerk, "/permits/bundles", aForm);
    await hall.settle();
    const [part] = (await progress(hall, one)).parts;
    const state = (await hall.runtime.store.load(application, part?.application ?? ""))?.state;
    expect([state?.receivedBy, state?.owner]).toEqual([theClerk.sub, undefined]);
  });

  test("P5 a part that the law forbids to receive is shown with its reason and stops no other", async () => {
    const hall = await aPeopleTown(houseGuides, ["PL-003"]);
    const id = await hall.create(theClerk, "/permits/bundles", aForm);
    await hall.settle({ times: 2 });
    expect((await progress(hall, id)).parts).toMatchObject([
      { item: "PL-001", status: "received" },
      {
        item: "PL-003",
        status: "not-received",
        refusal: { code: "permits.power-not-in-force", details: { rule: "P5" } },
      },
    ]);
  });

  test("the whole is withdrawn with all its parts, by who filed it, once", async () => {
    const hall = await aPeopleTown(houseGuides);
    const id = await hall.create(aResident, "/permits/bundles", aForm);
    await hall.settle();
    const stranger = { ...aResident, sub: "resident-2" };
    expect((await hall.post(stranger, `/permits/bundles/${id}/withdraw`)).status).toBe(404);
    expect((await hall.get(stranger, `/permits/bundles/${id}`)).status).toBe(404);
    expect((await hall.post(aResident, `/permits/bundles/${id}/withdraw`)).status).toBe(200);
    await hall.settle({ times: 2 });
    expect(await progress(hall, id)).toMatchObject({
      status: "withdrawn",
      parts: [{ status: "withdrawn" }, { status: "withdrawn" }],
    });
  });

  test("a bundle is done when the last of its parts is over", () => {
    const one = aBundle();
    one.lawfully({ type: "note", item: "PL-001", sequence: 9, status: "closed" }, today);
    expect(one.state?.status).toBe("open");
    one.lawfully({ type: "refuse-part", item: "PL-003", code: "permits.power-not-in-force", details: {} }, today);
    expect(one.state).toMatchObject({ status: "done", doneOn: today });
    expect(one.events.filter(({ type }) => type === "permits.bundle.done")).toHaveLength(1);
  });

  test("L12 whatever is delivered again, and in whatever order, the parts equal the definition", () => {
    const items = houseDefinition?.items ?? [];
    const note = fc.record({
      type: fc.constant("note" as const),
      item: fc.constantFrom(...items, "PS-001"),
      sequence: fc.nat({ max: 9 }),
      status: fc.constantFrom("received", "accepted", "closed", "withdrawn"),
    });
    const refused = fc.record({
      type: fc.constant("refuse-part" as const),
      item: fc.constantFrom(...items),
      code: fc.constant("permits.barred"),
      details: fc.constant({}),
    });
    const again = fc.constant(aFiling());
    fc.assert(
      fc.property(fc.array(fc.oneof(note, refused, again), { maxLength: 20 }), (commands) => {
        const one = aBundle();
        for (const command of commands) {
          one.lawfully(command, today);
          expect(one.tell(command, today)).toEqual([]);
        }
        expect(one.state?.parts.map(({ item }) => item)).toEqual(items);
        for (const { item, followedTo } of one.state?.parts ?? []) {
          const heard = commands.flatMap((one) => (one.type === "note" && one.item === item ? [one.sequence] : []));
          expect(followedTo).toBe(Math.max(0, ...heard));
        }
        expect(one.events.filter(({ type }) => type === "permits.bundle.done").length).toBeLessThan(2);
      }),
      { numRuns: 100 },
    );
  });

  test("anybody sees the forms; an agent's bundle rests on his authorisation", async () => {
    const hall = await aPeopleTown(houseGuides);
    const forms = z.object({ items: z.array(z.looseObject({ code: z.string() })) });
    expect(
      forms.parse((await hall.get(undefined, "/permits/bundle-forms")).body).items.map(({ code }) => code),
    ).toEqual(["YJS01", "YJS02", "YJS03"]);
    const authorisation = await hall.create(theClerk, "/permits/authorisations", { ...aGivingBody, items: "all" });
    expect((await hall.post(anAgent, "/permits/bundles", aForm)).status).toBe(422);
    await hall.create(anAgent, "/permits/bundles", { ...aForm, authorisation });
  });
});
