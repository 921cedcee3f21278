import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Bring } from "../../../services/permits/bundles/domain/bundle.ts";
import { bundle } from "../../../services/permits/bundles/domain/decider.ts";
import { missingOnce } from "../../../services/permits/bundles/domain/missing.ts";
import { materialKey } from "../../../services/permits/common/domain/uploaded-file.ts";
import { guide } from "../../../services/permits/guides/domain/guide.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aGivingBody } from "../authorisations/builders.ts";
import {
  aGuide,
  anAgent,
  anApplication,
  aResident,
  theApplicant,
  theApprover,
  theClerk,
  theNotice,
  theReviewer,
} from "../cases/builders.ts";
import { immediate } from "../cases/ready-cases.ts";
import { AFile, announce, aWholeFile, strictTown } from "../files/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aBringing, aBundle, aFiling, everything, houseGuides, theForm } from "./builders.ts";

const today = "2026-03-02";
const [house, plan] = ["农村宅基地和建房（规划许可）申请表", "建设方案图"];
const brought = z.looseObject({ material: z.string(), outcome: z.string() });
const spot = z.looseObject({ now: z.boolean() });
const shown = z.looseObject({
  version: z.number(),
  parts: z.array(
    z.looseObject({
      item: z.string(),
      application: z.string().default(""),
      brought: z.array(brought).default([]),
      onTheSpot: spot.optional(),
    }),
  ),
  missing: z.array(z.looseObject({ name: z.string(), items: z.array(z.string()), notified: z.boolean() })),
});

const parts = (given: readonly string[] = []) =>
  houseGuides.map((one) => anApplication({ guide: one, by: aResident, materials: given }).state);

describe("L12: brought once for all parts that ask for it", () => {
  const bring = (more: Partial<Bring> = {}, by: Actor = theClerk) => aBundle().tell(aBringing(more), today, by);
  const outcomes = (more: Partial<Bring> = {}) =>
    aBundle()
      .lawfully(aBringing(more), today, theClerk)
      .state?.brought?.map(({ item, material, outcome, refusal }) => [item, material, outcome, refusal?.code]);

  test("L12 each part that asks for it gets it, under its own name; one that does not is left alone", () => {
    expect(outcomes()).toEqual([
      ["PL-001", house, "passed-on", undefined],
      ["PL-003", "申请表", "passed-on", undefined],
    ]);
    expect(outcomes({ materials: [{ name: plan }] })).toEqual([["PL-003", plan, "passed-on", undefined]]);
  });

  test("L12 a part that is decided says so at once, and holds up no other", () => {
    const first = anApplication({ guide: houseGuides[0] ?? {}, materials: [] }).does("withdraw", today).state;
    const [, second] = parts();
    expect(outcomes({ applications: [first, second] })).toEqual([
      ["PL-001", house, "refused", "permits.case-takes-no-materials"],
      ["PL-003", "申请表", "passed-on", undefined],
    ]);
  });

  test("L12 nor does one that was not received, or whose own guide asks for it no more (XK-31)", () => {
    const one = aBundle();
    one.lawfully({ type: "refuse-part", item: "PL-003", code: "permits.barred", details: {} }, today);
    one.lawfully(aBringing({ applications: [anApplication().state, undefined] }), today, theClerk);
    expect(one.state?.brought).toMatchObject([
      { outcome: "refused", refusal: { code: "permits.material-not-asked", details: { rule: "XK-31" } } },
      { outcome: "refused", refusal: { details: { status: "not-received" } } },
    ]);
  });

  test("L12 a paper that a part has is not given to it again; a file is, for it may be the better copy", () => {
    const had = parts().map((state) => ({ ...state, given: [house] }));
    expect(outcomes({ applications: had })?.map(([, , outcome]) => outcome)).toEqual(["had", "passed-on"]);
    const file = { materials: [{ name: theForm, file: "F" }], files: [aWholeFile().state], applications: had };
    expect(outcomes(file)?.map(([, , outcome]) => outcome)).toEqual(["passed-on", "passed-on"]);
  });

  test("XK-31 what the form does not ask for is not taken in, and its place is told", () => {
    expect(refusalOf(bring({ materials: [{ name: theForm }, { name: "房产证" }] }))).toMatchObject({
      code: "permits.material-not-asked",
      pointer: "/materials/1/name",
    });
  });

  test("a bundle from before the form was kept is brought its parts' own materials", () => {
    const { form: _form, ...old } = aBundle().state ?? { parts: [] };
    if (!("status" in old)) throw new Error("nothing was filed");
    const materials = [{ name: plan }];
    const asked = aBringing({ materials, applications: parts() });
    const decision = bundle.decide(old, asked, on(today, theClerk));
    expect(decision).toMatchObject([{ data: { parts: [{ item: "PL-003", materials: [{ material: plan }] }] } }]);
  });

  test.each([
    ["is not there", undefined, "permits.unknown-file"],
    ["is somebody else's", aWholeFile().state, "permits.unknown-file"],
  ])("a file that %s is told not to be there", (_what, file, code) => {
    const stranger = { ...aResident, sub: "resident-2" };
    const one = aBundle(undefined, stranger);
    const asked = aBringing({ materials: [{ name: theForm }, { name: theForm, file: "F" }], files: [undefined, file] });
    expect(refusalOf(one.tell(asked, today, stranger))).toMatchObject({ code, pointer: "/materials/1/file" });
  });

  test("a file that is not there whole, is infected, or waits for its verdict, goes to no part", () => {
    const file = { materials: [{ name: theForm, file: "F" }] };
    const told = (state: AFile["state"]) => refusalOf(bring({ ...file, files: [state] })).code;
    expect(told(new AFile().lawfully(announce).state)).toBe("permits.material-not-in-this-state");
    const scanner: Actor = { sub: "scanner-1", name: "", roles: ["device"] };
    const infected = aWholeFile().lawfully({ type: "scan", verdict: "infected", engine: "x" }, scanner);
    expect(told(infected.state)).toBe("permits.material-not-in-this-state");
    const waiting = { ...on(today, theClerk), town: strictTown };
    const asked = aBringing({ ...file, files: [aWholeFile(strictTown).state] });
    expect(refusalOf(bundle.decide(aBundle().state, asked, waiting)).code).toBe("permits.material-not-scanned");
  });

  test("by the counter and who filed it; by nobody else, and not when the bundle is over", () => {
    const mine = () => aBundle(undefined, aResident);
    const [stranger, other] = [{ ...aResident, sub: "resident-2" }, theApprover];
    for (const one of [stranger, other])
      expect(refusalOf(mine().tell(aBringing(), today, one)).code).toBe("permits.not-yours");
    for (const one of [aResident, theClerk]) mine().lawfully(aBringing(), today, one);
    const over = mine().lawfully({ type: "withdraw" }, today, aResident);
    expect(refusalOf(over.tell(aBringing(), today, aResident)).code).toBe("permits.bundle-over");
  });

  test("parts that call it the same answer each for itself", () => {
    const guides = houseGuides.map((one) => aGuide({ ...one, materials: houseGuides[1]?.materials ?? [] }));
    const one = aBundle(aFiling({ guides, materials: [] })).lawfully(
      aBringing({ materials: [{ name: plan }] }),
      today,
      theClerk,
    );
    one.lawfully({ type: "note-brought", item: "PL-003", since: 2, results: [{ material: plan }] }, today);
    expect(one.state?.brought?.map(({ item, material, outcome }) => [item, material, outcome])).toEqual([
      ["PL-001", plan, "passed-on"],
      ["PL-003", plan, "taken"],
    ]);
  });

  test("what a part answers counts once, and not for what was brought again since", () => {
    const one = aBundle().lawfully(aBringing(), today, theClerk);
    const refusal = { code: "permits.case-takes-no-materials", details: {} };
    const answer = { type: "note-brought", item: "PL-001", since: 2 } as const;
    const taken = { ...answer, results: [{ material: house }] };
    expect(one.tell({ ...answer, since: 1, results: [{ material: house }] }, today)).toEqual([]);
    expect(one.tell({ ...answer, results: [{ material: "别的" }] }, today)).toEqual([]);
    one.lawfully(taken, today);
    expect(one.tell({ ...answer, results: [{ material: house, refusal }] }, today)).toEqual([]);
    one.lawfully(aBringing(), today, theClerk);
    expect(one.tell(taken, today)).toEqual([]);
    one.lawfully({ ...answer, since: 4, results: [{ material: house, refusal }] }, today);
    expect(one.state?.brought?.map(({ item, outcome, since }) => [item, outcome, since])).toEqual([
      ["PL-001", "refused", 4],
      ["PL-003", "passed-on", 4],
    ]);
  });
});

describe("L12: what is missing, each thing once", () => {
  const state = aBundle().state;
  if (state === undefined) throw new Error("nothing was filed");
  const notice = (missing: readonly string[]) =>
    anApplication({ guide: houseGuides[0] ?? {}, materials: [house] }).lawfully(
      { type: "notify-corrections", missing, explanation: "图章不清" },
      today,
    ).state;

  test("what several parts wait for stands once, under the form's name; what is shared nowhere (S-4)", () => {
    expect(missingOnce(state, parts())).toEqual([
      { name: theForm, items: ["PL-001", "PL-003"], notified: false },
      { name: "建房承诺书", items: ["PL-001"], notified: false },
      { name: plan, items: ["PL-003"], notified: false },
    ]);
  });

  test("XK-32-4 what a notice asked for is told to be, also what was brought and is faulty", () => {
    expect(missingOnce(state, [notice(["建房承诺书", house]), undefined])).toEqual([
      { name: "建房承诺书", items: ["PL-001"], notified: true },
      { name: theForm, items: ["PL-001"], notified: true },
    ]);
  });

  test("XK-32-4 asked for by one part's notice it is told to be asked for, though another never did", () => {
    expect(missingOnce(state, [notice(["建房承诺书", house]), parts()[1]])).toContainEqual({
      name: theForm,
      items: ["PL-001", "PL-003"],
      notified: true,
    });
  });

  test("nothing is missing of a part that is decided or over", () => {
    expect(missingOnce(state, [anApplication({ status: "closed" }).state, undefined])).toEqual([]);
  });
});

const pdf = new TextEncoder().encode("%PDF-1.7\n申请表");

async function aTown(guides: Parameters<typeof aPeopleTown>[0] = houseGuides, without: readonly string[] = []) {
  const town = await aPeopleTown(guides, without);
  const progress = async (id: string, who: Actor = theClerk) =>
    shown.parse((await town.get(who, `/permits/bundles/${id}`)).body);
  const filed = async (who: Actor, more: object = {}) => {
    const form = { bundle: "YJS02", applicant: theApplicant, materials: [], ...more };
    const id = await town.create(who, "/permits/bundles", form);
    await town.settle();
    return id;
  };
  const uploaded = async (who: Actor) => {
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    const said = { name: "扫描件", type: "application/pdf", bytes: pdf.length, sha256 };
    const id = await town.create(who, "/permits/materials", said);
    await town.runtime.files.put(materialKey(id), pdf, "application/pdf");
    await town.post(who, `/permits/materials/${id}/complete`);
    return id;
  };
  const outcomes = async (id: string) =>
    (await progress(id)).parts.map(({ brought: all }) => all.map(({ material, outcome }) => [material, outcome]));
  return { ...town, progress, filed, uploaded, outcomes };
}

describe("L12: over the edge", () => {
  test("L12 one file, one call: attached to both cases, each of them corrected, however often it is delivered", async () => {
    const town = await aTown();
    const id = await town.filed(aResident);
    const file = await town.uploaded(aResident);
    const body = { materials: [{ name: theForm, file }, { name: plan }] };
    const key = { "idempotency-key": "once" };
    const first = await town.post(aResident, `/permits/bundles/${id}/bring`, body, key);
    expect(first.status).toBe(200);
    expect(shown.parse(first.body).parts.map((part) => part.brought.map(({ outcome }) => outcome))).toEqual([
      ["passed-on"],
      ["passed-on", "passed-on"],
    ]);
    const again = await town.post(aResident, `/permits/bundles/${id}/bring`, body, key);
    expect(shown.parse(again.body).version).toBe(shown.parse(first.body).version);
    await town.settle({ times: 2 });
    expect(await town.outcomes(id)).toEqual([
      [[house, "taken"]],
      [
        ["申请表", "taken"],
        [plan, "taken"],
      ],
    ]);
    const { parts: both, missing } = await town.progress(id);
    expect(missing.map(({ name }) => name)).toEqual(["建房承诺书"]);
    for (const { application } of both)
      expect((await town.get(aResident, `/permits/applications/${application}/materials`)).body).toMatchObject({
        items: [{ file: { id: file } }],
      });
    const corrected = town.runtime.store.history({ aggregate: "application" }, both[1]?.application ?? "");
    expect((await corrected).map(({ type, actor }) => [type, actor])).toEqual([
      ["permits.application.received", aResident.sub],
      ["permits.application.corrected", aResident.sub],
      ["permits.application.corrected", expect.any(String)],
    ]);
  });

  test("L12 brought before the parts are received it reaches them all the same", async () => {
    const town = await aTown();
    const id = await town.create(theClerk, "/permits/bundles", {
      bundle: "YJS02",
      applicant: theApplicant,
      materials: [],
    });
    await town.post(theClerk, `/permits/bundles/${id}/bring`, { materials: everything.map((name) => ({ name })) });
    await town.settle();
    expect((await town.progress(id)).missing).toEqual([]);
  });

  test("P5 a part that was never received says so", async () => {
    const town = await aTown(houseGuides, ["PL-003"]);
    const filing = { bundle: "YJS02", applicant: theApplicant, materials: [] };
    const id = await town.create(theClerk, "/permits/bundles", filing);
    await town.post(theClerk, `/permits/bundles/${id}/bring`, { materials: [{ name: theForm }] });
    await town.settle({ times: 2 });
    const [first, second] = (await town.progress(id)).parts.map((part) => part.brought);
    expect(first).toMatchObject([{ outcome: "taken" }]);
    expect(second).toMatchObject([
      { refusal: { code: "permits.case-takes-no-materials", details: { status: "not-received" } } },
    ]);
  });

  test("XK-31 what a part's own guide asks for no more does not stop what it does ask for", async () => {
    const town = await aTown();
    const id = await town.create(theClerk, "/permits/bundles", {
      ...{ bundle: "YJS02", applicant: theApplicant, materials: [] },
    });
    const materials = (houseGuides[1]?.materials ?? []).filter(({ name }) => name !== "申请表");
    const content = aGuide({ ...houseGuides[1], materials }).content;
    const publish = instruct({ of: guide, id: "PL-003", command: { type: "publish", content } as const });
    expect(await publish.carryOut(town.runtime, { id: "lists" })).toEqual({ done: true });
    await town.settle();
    await town.post(theClerk, `/permits/bundles/${id}/bring`, { materials: [{ name: theForm }, { name: plan }] });
    await town.settle();
    expect((await town.outcomes(id))[1]).toEqual([
      ["申请表", "refused"],
      [plan, "taken"],
    ]);
  });

  test("L12 one file may be two things at once; of two files of which one is found infected, the material is refused", async () => {
    const town = await aTown();
    const id = await town.filed(theClerk);
    const [good, bad] = [await town.uploaded(theClerk), await town.uploaded(theClerk)];
    const both = [theForm, "建房承诺书"].map((name) => ({ name, file: good }));
    await town.post(theClerk, `/permits/bundles/${id}/bring`, {
      materials: [...both, { name: plan, file: good }, { name: plan, file: bad }],
    });
    const scanner: Actor = { sub: "scanner-1", name: "", roles: ["device"] };
    await town.post(scanner, `/permits/materials/${bad}/scan`, { verdict: "infected", engine: "x" });
    await town.settle();
    expect(await town.outcomes(id)).toEqual([
      [
        [house, "taken"],
        ["建房承诺书", "taken"],
      ],
      [
        ["申请表", "taken"],
        [plan, "refused"],
      ],
    ]);
    const files = z.looseObject({ items: z.array(z.looseObject({ material: z.string() })) });
    const [first] = (await town.progress(id)).parts;
    const { body } = await town.get(theClerk, `/permits/applications/${first?.application}/materials`);
    expect(files.parse(body).items.map(({ material }) => material)).toEqual([house, "建房承诺书"]);
  });

  test("L12 a part that refuses when it comes to it says why; what was promised at acceptance is supplemented", async () => {
    const guides = houseGuides.map((one) => ({
      ...one,
      materials: one.materials.map((material) => ({ ...material, tolerable: true })),
    }));
    const town = await aTown(guides);
    const id = await town.filed(theClerk, { materials: ["建房承诺书", plan] });
    const [one, other] = (await town.progress(id)).parts.map(({ application }) => application);
    const promise = { until: "2026-03-06" };
    await town.post(theClerk, `/permits/applications/${one}/accept`, { promise });
    const pause = { kind: "expert-review", notice: theNotice(today) };
    expect((await town.post(theReviewer, `/permits/applications/${one}/pause`, pause)).status).toBe(200);
    await town.settle();
    expect((await town.progress(id)).missing).toEqual([
      { name: theForm, items: ["PL-001", "PL-003"], notified: false },
    ]);
    await town.post(theClerk, `/permits/bundles/${id}/bring`, { materials: [{ name: theForm }] });
    await town.post(theClerk, `/permits/applications/${other}/withdraw`, { statement: "撤回声明1号" });
    await town.settle();
    const after = await town.progress(id);
    expect(after.parts.map((part) => part.brought)).toEqual([
      [{ material: house, outcome: "taken" }],
      [
        {
          material: "申请表",
          outcome: "refused",
          refusal: { code: "permits.not-in-this-state", details: expect.objectContaining({ status: "withdrawn" }) },
        },
      ],
    ]);
    expect(after.missing).toEqual([]);
  });

  test("L9 an agent brings it while his authorisation covers every item, and then no more", async () => {
    const town = await aTown();
    const authorisation = await town.create(theClerk, "/permits/authorisations", { ...aGivingBody, items: "all" });
    const id = await town.filed(anAgent, { authorisation });
    const bring = () => town.post(anAgent, `/permits/bundles/${id}/bring`, { materials: [{ name: theForm }] });
    expect((await bring()).status).toBe(200);
    await town.post(theClerk, `/permits/authorisations/${authorisation}/revoke`);
    expect((await bring()).body).toMatchObject({ code: "permits.not-authorised" });
  });

  test("nothing that identifies anybody is in what is published of it", async () => {
    const told = aBundle(undefined, aResident).lawfully(aBringing(), today, aResident).events;
    const text = JSON.stringify(told.map(({ data }) => data));
    for (const secret of [theApplicant.name, theApplicant.idNumber, theApplicant.phone])
      expect(text).not.toContain(secret);
  });
});

describe("XK-34: immediate items of a bundle", () => {
  const quick = { ...houseGuides[1], ...immediate, materials: houseGuides[1]?.materials ?? [], code: "PL-003" };
  test("XK-34 L1 the counter is told what can be decided now, in which office, and that it is not for who took it in", async () => {
    const town = await aTown([houseGuides[0] ?? {}, quick]);
    const id = await town.filed(theClerk, { materials: [theForm] });
    const spots = async () => (await town.progress(id)).parts.map(({ onTheSpot }) => onTheSpot);
    const who = { office: theApprover.office, notBy: theClerk.sub };
    expect(await spots()).toEqual([undefined, { ...who, now: false, waitsFor: [plan] }]);
    const waiting = async () =>
      z
        .looseObject({ items: z.array(z.looseObject({ id: z.string() })) })
        .parse((await town.get(theApprover, "/permits/applications", { onTheSpot: "true" })).body)
        .items.map((one) => one.id);
    expect(await waiting()).toEqual([]);
    await town.post(theClerk, `/permits/bundles/${id}/bring`, { materials: [{ name: plan }] });
    await town.settle();
    expect(await spots()).toEqual([undefined, { ...who, now: true, waitsFor: [] }]);
    const [, part] = (await town.progress(id)).parts;
    expect(await waiting()).toEqual([part?.application]);
    const clerkToo: Actor = { ...theApprover, sub: theClerk.sub };
    const at = `/permits/applications/${part?.application}/decide-at-once`;
    expect((await town.post(clerkToo, at, { outcome: "granted" })).body.code).toBe("permits.acceptor-cannot-decide");
    expect((await town.post(theApprover, at, { outcome: "granted" })).status).toBe(200);
    await town.settle();
    expect(await spots()).toEqual([undefined, undefined]);
    expect(await waiting()).toEqual([]);
  });
  test("XK-34 what somebody filed himself is accepted first, and not decided on the spot", async () => {
    const town = await aTown([houseGuides[0] ?? {}, quick]);
    const id = await town.filed(aResident, { materials: everything });
    expect((await town.progress(id)).parts.map(({ onTheSpot }) => onTheSpot)).toEqual([undefined, undefined]);
  });
});
