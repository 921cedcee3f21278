import { cpus } from "node:os";

process.env.POWERTOOLS_METRICS_DISABLED = "true";
process.env.POWERTOOLS_LOG_LEVEL = "SILENT";

/** `npm run bench [-- --quick | --whole] [--grid]`: what the town costs, as JSON; every aim is a ratio within this one run. */
const quick = process.argv.includes("--quick");
/** `--whole`: books of 1,000,000 entries, the grid with 20,000 reports and 1,000,000 stored matters. It takes minutes. */
const whole = process.argv.includes("--whole");
const say = (what: string) => process.stderr.write(`${what} …\n`);

/** 2,000 grids, matters beside few and beside many stored ones, reports until enforcement holds the lead, a storm of machines. */
async function benchOfGrid() {
  say("the grid");
  const { gridPlaces, gridStored } = await import("./grid-stored.ts");
  const { gridReports } = await import("./grid-town.ts");
  const { gridStorm } = await import("./grid-storm.ts");
  return {
    places: gridPlaces(quick ? 2_000 : 20_000),
    stored: await gridStored(whole ? [10_000, 1_000_000] : [5_000, quick ? 20_000 : 100_000], quick ? 40 : 150),
    reports: await gridReports(whole ? 20_000 : quick ? 300 : 2_000),
    storm: await gridStorm(quick ? 2_000 : 10_000),
  };
}

/** `--grid`: the grid alone. */
if (process.argv.includes("--grid")) {
  const { duplicates } = await import("./duplicates.ts");
  const { gridTargetsOf } = await import("./targets.ts");
  const [hints, grid] = [duplicates(), await benchOfGrid()];
  const targets = gridTargetsOf({ hints, grid });
  console.log(JSON.stringify({ cores: cpus().length, whole, targets, hints, grid }, undefined, 2));
  process.exit();
}

const { bundles } = await import("./bundles.ts");
say("bundles");
const functions = await bundles(quick ? 3 : 9);

const { openHall } = await import("./hall.ts");
const { commands } = await import("./commands.ts");
const { lists } = await import("./lists.ts");
const { powersCheck } = await import("./powers.ts");
say("commands");
const hall = await openHall();
const { figures, model } = await commands(hall, quick ? 60 : 300);
say("lists");
const sizes = quick ? ([1_000, 5_000] as const) : ([10_000, 200_000] as const);
const pages = model === undefined ? undefined : await lists(hall, model, sizes, quick ? 40 : 150);
say("may the town use this power");
const check = await powersCheck(hall, quick ? 400 : 2_000);
await hall.close();

say("a case from the lead to its closure");
const { penaltyCases } = await import("./penalty-cases.ts");
const penalties = await penaltyCases(quick ? 5 : 40, sizes, quick ? 40 : 150);

say("hints of duplicates");
const { duplicates } = await import("./duplicates.ts");
const hints = duplicates();

say("the books");
const { books } = await import("./finance.ts");
const entries = whole ? 1_000_000 : quick ? 5_000 : 50_000;
const ledger = await books(Number(process.env.BENCH_ENTRIES ?? entries), quick ? 60 : 300);
const grid = await benchOfGrid();

say("documents");
const { documents } = await import("./documents.ts");
const papers = await documents(quick ? 20 : 100);

say("the embedded town");
const { embeddedTown } = await import("./town.ts");
const town = await embeddedTown();

say("commands alone beside the floor");
const { commandsBesideFloor } = await import("./commands-floor.ts");
const alone = await commandsBesideFloor(4, quick ? 50 : 200, quick ? 50 : 1_000);

say("the running town beside the floor");
const { againstFloor } = await import("./against-floor.ts");
const floor = await againstFloor(quick ? 8 : 60);

const { targetsOf } = await import("./targets.ts");
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
const targets = targetsOf({ figures, pages, penalties, functions, town, floor, alone, hints, ledger, grid });
console.log(
  JSON.stringify(
    {
      machine,
      quick,
      targets,
      commands: figures,
      lists: pages,
      penalties,
      check,
      hints,
      ledger,
      grid,
      papers,
      functions,
      town,
      floor,
      alone,
    },
    undefined,
    2,
  ),
);
