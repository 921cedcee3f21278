/** What the bench measured, as far as something is aimed at. */
interface Measured {
  readonly figures: { readonly ratios: { readonly transition: number } };
  readonly pages: { readonly ratio: number } | undefined;
  readonly penalties: { readonly ratio: number; readonly list: { readonly ratio: number } };
  readonly functions: readonly { readonly function: string; readonly importRatio: number }[];
  readonly town: { readonly firstStartMs: number; readonly secondStartMs: number; readonly idleMegabytes: number };
  readonly alone: { readonly ratios: { readonly processor: number; readonly perSecond: number } };
  readonly hints: { readonly sets: readonly { readonly recall: number; readonly hintsWithoutTwin: number }[] };
  readonly ledger: {
    readonly settlement: { readonly ratio: number; readonly perEntryRatio: number };
    readonly balanceRatio: number;
  };
  readonly grid: {
    readonly places: { readonly milliseconds: number };
    readonly stored: { readonly ratios: { readonly report: number; readonly list: number; readonly map: number } };
    readonly storm: { readonly matters: number; readonly ratios: { readonly counters: number } };
    readonly reports: { readonly ratios: { readonly lateToEarly: number }; readonly lag: { readonly p99: number } };
  };
  readonly floor: {
    readonly ratios: { readonly answered: number; readonly settled: number };
    readonly underLoadMegabytes: number;
  };
}

const atMost = (what: string, value: number | undefined, most: number) => ({
  what,
  value,
  aim: `≤ ${most}`,
  holds: value !== undefined && value <= most,
});
const atLeast = (what: string, value: number, least: number) => ({
  what,
  value,
  aim: `≥ ${least}`,
  holds: value >= least,
});

/** The aims of the grid: what `--grid` alone measures. */
export const gridTargetsOf = ({ hints, grid }: Pick<Measured, "hints" | "grid">) => [
  atLeast("twins among the first three hints", Math.min(...hints.sets.map(({ recall }) => recall)), 0.9),
  atMost("hints of a report without a twin", Math.max(...hints.sets.map((one) => one.hintsWithoutTwin)), 0.5),
  atMost("ms for the grid of a place among two thousand", grid.places.milliseconds, 1),
  atMost("a report, large × small store", grid.stored.ratios.report, 1.2),
  atMost("a list of 20 matters, large × small store", grid.stored.ratios.list, 1.2),
  atMost("the public map, large × small store", grid.stored.ratios.map, 1.2),
  atMost("matters of a storm of sensor messages", grid.storm.matters, 1),
  atLeast("the counters in the storm × before it", grid.storm.ratios.counters, 0.8),
  atMost("reports of a running town, late × early", grid.reports.ratios.lateToEarly, 1.2),
  atMost("ms until enforcement holds a lead, p99 under load", grid.reports.lag.p99, 5_000),
];

/** Each aim beside its value, and whether it holds in this run. */
export function targetsOf({ figures, pages, penalties, functions, town, floor, alone, hints, ledger, grid }: Measured) {
  const imported = (name: string) => functions.find((one) => one.function === name)?.importRatio;
  return [
    atLeast("commands alone, lifecycles a second × floor", alone.ratios.perSecond, 0.5),
    atLeast("commands alone, in processor time × floor", alone.ratios.processor, 0.5),
    atLeast("lifecycles answered × floor", floor.ratios.answered, 0.5),
    atLeast("lifecycles sustained and settled × floor", floor.ratios.settled, 0.3),
    atMost("a transition by the SDK × a bare read and write", figures.ratios.transition, 1.5),
    atMost("a list of 20, large × small table", pages?.ratio, 1.2),
    atMost("a penalty case from lead to closure × the same bare reads and writes", penalties.ratio, 2.5),
    atMost("a list of 20 penalty cases, large × small table", penalties.list.ratio, 1.2),
    ...gridTargetsOf({ hints, grid }),
    atMost("a settlement with the entries of all years × of its year alone", ledger.settlement.ratio, 1.5),
    atMost("an entry of a settlement, with twice as many × before", ledger.settlement.perEntryRatio, 1.5),
    atMost("a balance × a bare read", ledger.balanceRatio, 2),
    atMost("idle MB", town.idleMegabytes, 180),
    atMost("MB under load", floor.underLoadMegabytes, 400),
    atMost("first start ms", town.firstStartMs, 8_000),
    atMost("second start ms", town.secondStartMs, 2_000),
    atMost("import of permits api × bare", imported("permits-api"), 2.3),
    atMost("import of permits reactions × bare", imported("permits-reactions"), 2),
    atMost("import of permits clockwork × bare", imported("permits-clockwork"), 2),
    atMost("import of permits relay × bare", imported("permits-relay"), 1.1),
  ];
}
