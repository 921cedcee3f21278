import { addTowns } from "./add-towns.ts";
import { codesFrom } from "./bundling/code.ts";
import { keptBundles } from "./bundling/kept.ts";
import { cloudApp } from "./cloud.ts";
import { services } from "./services.ts";
import { loadTownFrom, townSlugs } from "./towns/load.ts";

const app = cloudApp();
/** One town: `npm run synth -- -c town=guangtong`. */
const only: unknown = app.node.tryGetContext("town");
const slugs = townSlugs().filter((slug) => only === undefined || slug === only);
if (slugs.length === 0) throw new Error(`no town ${String(only)}, only ${townSlugs().join(", ")} / 无此镇`);
addTowns(app, slugs, loadTownFrom, codesFrom(await keptBundles(services), app.outdir));
app.synth();
