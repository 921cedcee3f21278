import { parseArgs } from "node:util";
import { services } from "../services.ts";
import { loadTownFrom } from "../towns/load.ts";
import { quotaTable } from "./quotas.ts";
import { resourcesOf, standingOf } from "./standing.ts";
import { costTable } from "./table.ts";

const usage = `npm run cost -- --town SLUG [--quotas]
  每月费用，空闲与繁忙 what the town costs a month, idle and busy
  --quotas  账户配额与可容纳的镇数 quotas of an account, and how many towns they hold`;

const { values } = parseArgs({ options: { town: { type: "string" }, quotas: { type: "boolean" } } });
if (values.town === undefined) {
  console.error(usage);
  process.exit(64);
}
const town = loadTownFrom(values.town);
const resources = resourcesOf(town, services);
console.log(
  values.quotas === true
    ? quotaTable(resources)
    : costTable(standingOf(resources, town, services), town.profile.population),
);
