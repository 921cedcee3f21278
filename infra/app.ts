import { cloudApp } from "./cloud.ts";
import { servedFor } from "./served.ts";
import { services } from "./services.ts";
import { TownStage } from "./town-stage.ts";
import { loadTownFrom, townSlugs } from "./towns/load.ts";

const app = cloudApp();
/** One town: `npm run synth -- -c town=guangtong`. Each town is bundled for itself, which takes a minute and more. */
const only: unknown = app.node.tryGetContext("town");
for (const slug of townSlugs().filter((one) => only === undefined || one === only)) {
  const town = loadTownFrom(slug);
  new TownStage(app, slug, { town, services, served: servedFor(services, town.profile) });
}
app.synth();
