import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Viewing } from "../../../../shared/http/index.ts";
import { add, fen, sum } from "../../../../shared/money/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import type { LineChange } from "../domain/compare-sheets.ts";
import { schemeLineSchema } from "../domain/scheme.ts";
import { duesOf } from "../domain/settlement/dues.ts";
import type { KeptInput, KeptLine, KeptScheme, KeptSheet, LineRef } from "../domain/settlement/kept-sheet.ts";
import type { Settlement } from "../domain/settlement/words.ts";
import { treasuryBook } from "./booked.ts";

const day = z.iso.date();
const paper = z.object({ document: z.string(), on: day });
const lineRef = { scheme: z.string(), version: z.int(), line: z.string() };
const missing = z.object({
  what: z.enum(["amount", "heads", "posts", "condition"]),
  line: z.string(),
  of: z.string(),
});
const lineKinds = z.enum(schemeLineSchema.options.map(({ shape }) => shape.kind.value));

const sheetLine = z.object({
  id: z.string(),
  title: z.string().optional(),
  kind: lineKinds,
  formula: z.string().optional(),
  rounded: z.object({ exact: z.string(), rounding: z.enum(["half-up", "half-even", "floor", "ceil"]) }).optional(),
  bands: z.array(z.object({ bandFen: z.int(), rateBps: z.int(), shareFen: z.int() })).optional(),
  without: z.array(z.string()).optional(),
  resultFen: z.int().optional(),
  inputs: z.array(
    z.object({
      from: z.enum(["line", "entries", "document", "heads", "condition"]),
      line: z.string().optional(),
      class: z.string().optional(),
      count: z.int().optional(),
      document: z.string().optional(),
      documents: z.array(z.string()).optional(),
      year: z.int().optional(),
      month: z.string().optional(),
      heads: z.int().optional(),
      met: z.boolean().optional(),
      amountFen: z.int().optional(),
      /** Where the entries are listed. */
      entries: z.string().optional(),
    }),
  ),
  missing: z.array(missing),
});

export const sheetView = z.object({
  schemes: z.array(
    z.object({
      scheme: z.string(),
      version: z.int(),
      document: z.string(),
      payer: z.string(),
      from: day,
      to: day,
      lines: z.array(sheetLine),
      inAllFen: z.int().optional(),
    }),
  ),
  dueFen: z.int(),
  owedByTownFen: z.int(),
  advancedFen: z.int(),
  inAllFen: z.int(),
  missing: z.array(missing),
});

export const changeView = z.object({
  scheme: z.string(),
  line: z.string(),
  beforeFen: z.int().optional(),
  afterFen: z.int().optional(),
  differenceFen: z.int().optional(),
});

export const settlementView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["draft", "sent", "agreed", "disputed", "resolved", "paid"]),
  year: z.int(),
  number: z.int(),
  computedOn: day,
  sheet: sheetView,
  changes: z.array(changeView),
  dues: z.array(
    z.object({
      ...lineRef,
      payer: z.string(),
      owedTo: z.enum(["town", "county"]),
      amountFen: z.int().optional(),
      undisputedFen: z.int().optional(),
      advancedFen: z.int(),
      outstandingFen: z.int().optional(),
      dueOn: day.optional(),
    }),
  ),
  sent: paper.optional(),
  answered: paper.optional(),
  disputes: z.array(z.object({ ...lineRef, oursFen: z.int(), theirsFen: z.int(), reasons: z.string() })),
  settled: paper.optional(),
  rulings: z.array(z.object({ ...lineRef, amountFen: z.int() })),
  paidOn: day.optional(),
});
export const settlementRow = settlementView.omit({
  sheet: true,
  changes: true,
  dues: true,
  disputes: true,
  rulings: true,
});

type Town = Pick<Viewing["runtime"], "town">;

/** The list in which the entries behind a class of a measure stand. */
function entriesAt({ town }: Town, year: number, scheme: KeptScheme, { id }: KeptLine, of: string): string {
  const line = town.finance.schemes
    .find((one) => one.id === scheme.scheme && one.version === scheme.version)
    ?.lines.find((one) => one.id === id);
  const book = treasuryBook({ town }) ?? "";
  const asked = new URLSearchParams({ book, year: String(year), item: of });
  if (line?.kind === "measure" && of.startsWith("1")) {
    asked.set("level", line.level);
    asked.set("origin", "ordinary");
  }
  return `/finance/entries?${asked}`;
}

function viewInput(input: KeptInput, entries: (of: string) => string) {
  if (input.from === "heads") return { ...input, documents: [...input.documents] };
  if (input.from === "condition") return input;
  const { amount: amountFen, ...rest } = input;
  return { ...rest, amountFen, ...(input.from === "entries" ? { entries: entries(input.class) } : {}) };
}

/** A sheet as readers see it: each line with its formula, its inputs and where their entries are listed. */
export const viewSheet = (sheet: KeptSheet, runtime: Town, received = fen(0)) => ({
  schemes: sheet.schemes.map((scheme) => ({
    ...{ scheme: scheme.scheme, version: scheme.version, document: scheme.document, payer: scheme.payer },
    ...{ from: scheme.from, to: scheme.to },
    lines: scheme.lines.map((line) => ({
      ...{ id: line.id, kind: line.kind },
      ...present({ title: line.title, formula: line.formula, resultFen: line.result }),
      ...(line.without === undefined ? {} : { without: [...line.without] }),
      ...(line.bands === undefined
        ? {}
        : { bands: line.bands.map(({ band, bps, share }) => ({ bandFen: band, rateBps: bps, shareFen: share })) }),
      ...(line.rounded === undefined ? {} : { rounded: { exact: line.rounded.exact, rounding: line.rounded.by } }),
      inputs: line.inputs.map((input) => viewInput(input, (of) => entriesAt(runtime, sheet.year, scheme, line, of))),
      missing: [...line.missing],
    })),
    ...present({ inAllFen: scheme.inAll }),
  })),
  ...{
    dueFen: sheet.due,
    owedByTownFen: sheet.owed,
    advancedFen: add(sheet.advanced, received),
    inAllFen: sheet.inAll,
  },
  missing: [...sheet.missing],
});

/** A change by line, as readers see it. */
export const viewChange = ({ scheme, line, before, after, difference }: LineChange) => ({
  ...{ scheme, line },
  ...present({ beforeFen: before, afterFen: after, differenceFen: difference }),
});

/** Within how many days a scheme of the profile is paid. */
export const dueDaysIn =
  ({ town }: Town) =>
  ({ scheme, version }: LineRef): number | undefined =>
    town.finance.schemes.find((one) => one.id === scheme && one.version === version)?.dueDays;

/** A settlement with its sheet, what changed, what is due and what is disputed. */
export const viewSettlement = ({ id, version, state }: Loaded<Settlement>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, status: state.status, year: state.year, number: state.number, computedOn: state.computedOn },
  sheet: viewSheet(state.sheet, runtime, sum((state.received ?? []).map(({ amount }) => amount))),
  changes: state.changes.map(viewChange),
  dues: duesOf(state, dueDaysIn(runtime)).map((due) => ({
    ...{ scheme: due.scheme, version: due.version, line: due.line, payer: due.payer, owedTo: due.to },
    ...present({ amountFen: due.amount, undisputedFen: due.undisputed, outstandingFen: due.outstanding }),
    ...{ advancedFen: add(due.advanced, due.received), ...present({ dueOn: due.dueOn }) },
  })),
  ...present({ sent: state.sent, answered: state.answered, settled: state.settled, paidOn: state.paidOn }),
  disputes: state.disputes.map(({ ours, theirs, ...rest }) => ({ ...rest, oursFen: ours, theirsFen: theirs })),
  rulings: state.rulings.map(({ amount, ...rest }) => ({ ...rest, amountFen: amount })),
});
