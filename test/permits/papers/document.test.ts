import { describe, expect, test } from "vitest";
import { document, moves, type NumberIt } from "../../../services/permits/documents/domain/document.ts";
import { documentKinds } from "../../../services/permits/documents/domain/kinds.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, town } from "../../support/deciding.ts";
import { handedOver } from "../../support/known-power.ts";
import { aPower, theApprover, theClerk, theIssuer } from "../cases/builders.ts";
import { aDrawn, aPdf, someFiles, told } from "./builders.ts";

const number: NumberIt = {
  type: "number",
  kind: "receipt",
  application: "PL-018.AAAA",
  sequence: 1,
  at: "2026-03-02T02:00:00.000Z",
  on: "2026-03-02",
  power: aPower(),
};
const commands = {
  "draw-up": { type: "draw-up", ...someFiles },
  print: { type: "print", pdf: aPdf },
  replace: { type: "replace", by: "B", reason: "姓名有误" },
} as const;

/** What a command made happen; a refusal fails the test. */
function recorded(decision: ReturnType<typeof told>) {
  if (isRejection(decision)) throw new Error(decision.code);
  return decision;
}

walkStates("a paper's moves", {
  decider: document,
  moves,
  impossible: "permits.document-not-in-this-state",
  heard: ["draw-up"],
  states: {
    numbered: () => aDrawn({ status: "numbered" }),
    "drawn-up": () => aDrawn(),
    superseded: () => aDrawn({ status: "superseded" }),
  },
  told: commands,
  context: () => on("2026-03-03", theClerk),
});

describe("a document", () => {
  test("is numbered once, in the series of its kind and year", () => {
    expect(told(undefined, number)).toMatchObject([{ data: { number: "禄丰市农业农村局（广通）收〔2026〕1号" } }]);
    expect(told(undefined, { ...number, kind: "refusal" })).toMatchObject([
      { data: { number: "禄丰市农业农村局（广通）不许〔2026〕1号" } },
    ]);
    expect(told(aDrawn(), number)).toEqual([]);
  });

  test("bears the number it has already: a grant the permit's", () => {
    const given = { ...number, kind: "grant", number: "禄丰市农业农村局（广通）许〔2026〕9号" } as const;
    expect(told(undefined, given)).toMatchObject([{ data: { number: "禄丰市农业农村局（广通）许〔2026〕9号" } }]);
  });

  test("XK-24: is made in the name of the organ that entrusts the power on its day, by its letter", () => {
    const { inWhoseName: organ, letter } = handedOver;
    const named = { ...organ, name: { ...organ.name, zh: "禄丰市农业农村局" } };
    expect(told(undefined, number)).toMatchObject([
      { data: { standing: { organ: named, mode: "entrusted", letter } } },
    ]);
  });

  test("is made in the town's own name where no power was held on its day", () => {
    const own = { organ: { name: town.organName, uscc: town.uscc }, mode: "statutory" };
    for (const power of [undefined, aPower({ changes: [{ ...handedOver, from: "2026-03-03" }] })])
      expect(told(undefined, { ...number, power })).toMatchObject([{ data: { standing: own } }]);
  });

  test.each(documentKinds)("%s: replaced by the post it belongs to, and no other", (kind) => {
    const may = [theClerk, theApprover, theIssuer].filter(
      (actor) => !isRejection(told(aDrawn({ kind }), commands.replace, actor)),
    );
    const expected: Record<string, unknown> = {
      certificate: [theIssuer],
      grant: [theApprover],
      refusal: [theApprover],
      "extension-notice": [theApprover],
      "forwarding-letter": [theApprover],
      "inspectors-notice": [theApprover],
      "hearing-rights-notice": [theApprover],
      "hearing-notice": [theApprover],
      "suspension-notice": [theApprover],
      revocation: [theApprover],
    };
    expect(may).toEqual(expected[kind] ?? [theClerk, theIssuer]);
  });

  test("its PDF is put on record once: the first one stays", () => {
    const [event] = recorded(told(aDrawn(), commands.print));
    if (event === undefined) throw new Error("nothing was put on record");
    expect(event).toMatchObject({ type: "permits.document.printed", data: { sha256: { pdf: aPdf.sha256 } } });
    const printed = document.evolve(aDrawn(), { ...event, sequence: 3, time: number.at, actor: "x" });
    expect(printed).toMatchObject({ status: "drawn-up", pdf: aPdf });
    expect(told(printed, { type: "print", pdf: { key: "documents/D/o.pdf", sha256: "2".repeat(64) } })).toEqual([]);
    expect(told(printed, commands.replace, theClerk)).toMatchObject([{ type: "permits.document.superseded" }]);
  });

  test("one drawn up with its PDF, before PDFs were drawn when asked for, keeps it", () => {
    const { content: _none, ...files } = { ...someFiles, pdf: aPdf };
    const data = {
      kind: "receipt",
      files,
      ...{ application: "A", number: "1", on: number.on, organ: handedOver.inWhoseName },
    };
    const event = {
      ...{ type: "permits.document.drawn-up" as const, sequence: 2, time: number.at, actor: "x" },
      data: { ...data, template: 1, missingGlyphs: 0, sha256: { pdf: aPdf.sha256, html: someFiles.html.sha256 } },
    };
    expect(document.evolve(aDrawn({ status: "numbered" }), event)).toMatchObject({ status: "drawn-up", pdf: aPdf });
  });

  test("what is published of it names nobody", () => {
    const decision = told(aDrawn({ status: "numbered" }), commands["draw-up"]);
    expect(decision).toMatchObject([{ type: "permits.document.drawn-up", data: { sha256: { html: "0".repeat(64) } } }]);
    expect(JSON.stringify(told(aDrawn(), commands.replace, theClerk))).toContain("personal");
  });
});
