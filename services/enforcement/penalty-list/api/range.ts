import * as z from "zod";
import { toDate, todayIn } from "../../../../shared/calendar/index.ts";
import { problem, type Route, read, wholeNumber } from "../../../../shared/http/index.ts";
import type { Circumstances } from "../domain/circumstances.ts";
import { hearingTriggered } from "../domain/hearing.ts";
import { lawFor, underHigherNorm } from "../domain/law-for.ts";
import { listedPenalty } from "../domain/listed-penalty.ts";
import { kindsIn, rangeOf, tierRange } from "../domain/range-of.ts";
import { simpleAllowed } from "../domain/simple-procedure.ts";
import { fineRangeView, illustrative, kindsView, penaltyView } from "./schemas.ts";

const isTrue = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");
const day = z.iso.date();

const query = z
  .strictObject({
    party: z.enum(["citizen", "organisation"]),
    role: z.enum(["principal", "responsible"]).default("principal"),
    base: wholeNumber(z.int().min(0).max(100_000_000_000).optional()),
    orderUnmet: isTrue,
    warningUnmet: isTrue,
    serious: isTrue,
    asOrganisation: isTrue,
    from: day.optional(),
    until: day.optional(),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ["until"],
    message: "value.bad-format",
  });

const rangeView = z.object({
  code: z.string(),
  listVersion: z.int(),
  notice: penaltyView.shape.notice,
  /** CF-37: the law that judges an act of these days, if it is decided today. */
  law: z.object({ version: z.enum(["now", "before"]), legalBasis: z.string(), because: z.string() }),
  kinds: kindsView,
  /** Absent: no fine here, or its amount is not known. */
  range: fineRangeView.optional(),
  tiers: z.array(fineRangeView.extend({ name: z.string() })),
  /** CF-51: whether the least and the most of the range fit the simple procedure. */
  simpleProcedure: z.object({ least: z.boolean(), most: z.boolean() }),
  /** CF-63: whether the most of the range gives a right to a hearing. */
  hearing: z.boolean(),
});

/** What may be imposed on such a party, by the law of the days of the act (CF-34, CF-37, CF-51, CF-63). */
export const rangeRoute: Route = read("GET /enforcement/penalties/{id}/range", {
  summary: {
    zh: "对某类当事人可以作出的处罚：适用的法、种类、幅度、档次",
    en: "What may be imposed on a kind of party: law, kinds, range, tiers",
  },
  allow: "public",
  query,
  returns: rangeView,
  async run({ params, query: { from, until, ...how } }, { store, clock, town }) {
    const found = await store.load(listedPenalty, params.id ?? "");
    if (found === undefined) return problem(404, "resource.not-found");
    const { content, number } = found.state;
    const today = todayIn(clock()).toString();
    const first = toDate(from ?? until ?? today).toString();
    const chosen = lawFor(content, { from: first, until: until ?? from, decidedOn: today }, how);
    if (chosen.version === "none") return problem(404, "resource.not-found");
    const { version, because } = chosen;
    const norm = underHigherNorm(chosen.norm, how);
    return {
      ...{ code: content.code, listVersion: number, notice: illustrative },
      law: { version, legalBasis: norm.legalBasis, because },
      ...imposable(norm, how, town),
    };
  },
});

function imposable(
  norm: Parameters<typeof rangeOf>[0],
  how: Circumstances,
  town: Parameters<typeof hearingTriggered>[1],
) {
  const kinds = [...kindsIn(norm, how)];
  const range = rangeOf(norm, how);
  const light = kinds.filter((kind) => kind === "警告" || kind === "罚款");
  const fits = (amountFen: number) =>
    simpleAllowed({
      party: how.party,
      kinds: amountFen > 0 ? ["罚款"] : light.filter((kind) => kind === "警告"),
      amountFen,
    });
  return {
    kinds,
    ...(range === undefined ? {} : { range }),
    tiers: norm.tiers.flatMap(({ name }) => {
      const part = tierRange(norm, how, name);
      return part === undefined ? [] : [{ name, ...part }];
    }),
    simpleProcedure: {
      least: fits(range === undefined ? 0 : Math.max(1, range.minFen)),
      most: fits(range?.maxFen ?? 0),
    },
    hearing: hearingTriggered({ party: how.party, kinds, fineFen: range?.maxFen }, town),
  };
}
